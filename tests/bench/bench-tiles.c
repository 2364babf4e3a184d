/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"
#include "lode-tile-labels.h"
#include "lode-tile-painter.h"
#include "lode-tile-source.h"

#include <math.h>
#include <time.h>

/* How long a tile takes, by zoom level, on one core: all tiles between the country's corners where
 * they are few, and those around well-known places where they are many. Prints, asserts nothing:
 * the budget is a median of 3 ms and a 95th percentile of 10 ms at scale 1. The last rows are of the
 * larger tiles of a map between two zoom levels. */

typedef struct
{
  double longitude;
  double latitude;
} Place;

static const Place places[] = {
  { 174.76, -36.85 },  /* Auckland */
  { 174.10, -41.15 },  /* Marlborough Sounds */
  { 168.90, -44.90 },  /* Otago lakes */
  { 174.07, -39.30 },  /* Taranaki */
  { 166.90, -45.60 },  /* Fiordland */
  { 172.80, -43.65 },  /* Banks Peninsula */
  { 175.60, -39.20 },  /* Tongariro */
  { -176.50, -43.95 }, /* Chatham Islands */
};

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
paint_tile (int zoom, int x, int y, int scale, int tile_size)
{
  LodeTileArea area;
  double start;

  lode_tile_area_init_tile (&area, zoom, x, y, scale, tile_size, 1, (LodeMapTheme){ 0 });
  start = get_cpu_ms ();
  cairo_surface_destroy (lode_tile_painter_paint (&area, NULL));
  return get_cpu_ms () - start;
}

static void
measure_block (GArray *times, int zoom, double longitude, double latitude, int reach, int scale,
               int tile_size)
{
  int x = (int) floor (ldexp (lode_world_x_from_longitude (longitude), zoom));
  int y = (int) floor (ldexp (lode_world_y_from_latitude (latitude), zoom));

  for (int row = -reach; row <= reach; row++)
    for (int column = -reach; column <= reach; column++)
      {
        double time = paint_tile (zoom, x + column, y + row, scale, tile_size);

        g_array_append_val (times, time);
      }
}

static double
get_quantile (GArray *times, double part)
{
  return g_array_index (times, double, (guint) ((times->len - 1) * part));
}

static void
measure_zoom (int zoom, int scale, double magnification)
{
  int tile_size = (int) (LODE_TILE_SIZE * scale * magnification);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  if (zoom <= 6)
    for (int i = 0; i < 3; i++)
      measure_block (times, zoom, 174, -41, zoom == 6 ? 2 : 1, scale, tile_size);
  else
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      measure_block (times, zoom, places[i].longitude, places[i].latitude, 1, scale, tile_size);

  g_array_sort (times, compare_doubles);
  g_print ("# %4d %5d %9.1f %5u  %6.2f %6.2f %6.2f\n", zoom, scale, magnification, times->len,
           get_quantile (times, 0.5), get_quantile (times, 0.95), get_quantile (times, 1));
}

static void
measure_window (int zoom, int scale)
{
  double start = g_get_monotonic_time () / 1e3;
  double world = ldexp (LODE_TILE_SIZE, zoom);
  int left = (int) floor ((lode_world_x_from_longitude (174) * world - 640) / LODE_TILE_SIZE);
  int right = (int) floor ((lode_world_x_from_longitude (174) * world + 640) / LODE_TILE_SIZE);
  int top = (int) floor ((lode_world_y_from_latitude (-41) * world - 400) / LODE_TILE_SIZE);
  int bottom = (int) floor ((lode_world_y_from_latitude (-41) * world + 400) / LODE_TILE_SIZE);

  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x++)
      paint_tile (zoom, x, y, scale, LODE_TILE_SIZE * scale);
  g_print ("# window of 1280 x 800 at zoom %d, scale %d: %d tiles, %.1f ms on one thread\n", zoom,
           scale, (right - left + 1) * (bottom - top + 1), g_get_monotonic_time () / 1e3 - start);
}

int
main (int argc, char **argv)
{
  double start = get_cpu_ms ();

  lode_tile_labels_get (6, LODE_MAP_NAMES_BOTH);
  g_print ("# names at zoom 6, fonts loaded: %.1f ms\n", get_cpu_ms () - start);
  measure_window (6, 1);
  for (int zoom = 4; zoom <= LODE_TILE_MAX_ZOOM; zoom++)
    {
      start = get_cpu_ms ();
      lode_tile_labels_get (zoom, LODE_MAP_NAMES_BOTH);
      g_print ("# names at zoom %d: %u in %.1f ms\n", zoom, lode_tile_labels_get (zoom, LODE_MAP_NAMES_BOTH)->len,
               get_cpu_ms () - start);
    }
  measure_window (5, 1);
  measure_window (6, 1);
  measure_window (5, 2);
  measure_window (6, 2);

  g_print ("# zoom scale magnified tiles  median    p95    max  (ms of one core)\n");
  for (int scale = 1; scale <= 2; scale++)
    for (int zoom = 4; zoom <= LODE_TILE_MAX_ZOOM; zoom++)
      measure_zoom (zoom, scale, 1);
  for (int zoom = 4; zoom <= LODE_TILE_MAX_ZOOM; zoom++)
    measure_zoom (zoom, 1, 1.5);
  return 0;
}

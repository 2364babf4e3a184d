/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"
#include "lode-tile-path.h"

#include <math.h>

#define SIZE 256
#define MARGIN 32

/* Harbours: of Otago, Manukau, Wellington. */
static const struct
{
  double longitude, latitude;
} places[] = { { 170.6, -45.8 }, { 174.76, -36.85 }, { 174.8, -41.3 } };

typedef enum
{
  FILLED,
  STROKED,
} Use;

/* The coast in a tile of a zoom level, moved by so many pixels to the east. */
static cairo_t *
draw_coast (guint place, int zoom, int moved, Use use)
{
  const LodeGeo *geo = lode_geo_get ();
  const LodeGeoRange *range = &geo->path_layers[LODE_GEO_LAND_FINE];
  const double world = ldexp (SIZE, zoom);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  double left = floor (lode_world_x_from_longitude (places[place].longitude) * world);
  double top = floor (lode_world_y_from_latitude (places[place].latitude) * world);
  LodeTileFrame frame;

  lode_tile_frame_init (&frame, world, left + moved, top, SIZE, SIZE, MARGIN);
  if (use == FILLED)
    lode_tile_frame_add_rings (&frame, cr, geo, LODE_GEO_LAND_FINE);
  else
    for (guint i = 0; i < range->count; i++)
      lode_tile_frame_add_line (&frame, cr, geo, &geo->paths[range->first + i]);
  cairo_surface_destroy (surface);

  return cr;
}

static guint
count_curves (int zoom)
{
  cairo_t *cr = draw_coast (0, zoom, 0, STROKED);
  cairo_path_t *path = cairo_copy_path (cr);
  guint n_curves = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    n_curves += path->data[i].header.type == CAIRO_PATH_CURVE_TO;
  cairo_path_destroy (path);
  cairo_destroy (cr);

  return n_curves;
}

/* Rounded where the geometry's corners would be seen, and only there. */
static void
test_corners (void)
{
  g_assert_cmpuint (count_curves (8), ==, 0);
  g_assert_cmpuint (count_curves (11), >, 50);
}

static guint8
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

/* What is stroked is the border of what is filled. */
static void
check_shore (guint place, int zoom, int moved)
{
  cairo_t *land = draw_coast (place, zoom, moved, FILLED);
  cairo_t *shore = draw_coast (place, zoom, moved, STROKED);
  cairo_surface_t *filled = cairo_get_target (land), *stroked = cairo_get_target (shore);
  guint n_shore = 0, n_stroked = 0;

  cairo_fill (land);
  cairo_set_line_width (shore, 1.5);
  cairo_stroke (shore);
  cairo_surface_flush (filled);
  cairo_surface_flush (stroked);
  for (int y = 2; y < SIZE - 2; y++)
    for (int x = 2; x < SIZE - 2; x++)
      {
        gboolean is_shore = get_pixel (filled, x, y) > 0 && get_pixel (filled, x, y) < 255;
        gboolean is_stroked = get_pixel (stroked, x, y) > 0;
        gboolean is_inside = get_pixel (filled, x - 2, y) == get_pixel (filled, x + 2, y)
                             && get_pixel (filled, x, y - 2) == get_pixel (filled, x, y + 2)
                             && get_pixel (filled, x, y) == get_pixel (filled, x + 2, y + 2);

        n_shore += is_shore;
        n_stroked += is_stroked && is_inside;
        g_assert_true (is_stroked || !is_shore);
      }
  /* Where the shore is a narrow inlet, both its sides are water. */
  g_test_message ("place %u, zoom %d, moved %d: %u of %u", place, zoom, moved, n_stroked, n_shore);
  g_assert_cmpuint (n_stroked, <=, n_shore / 20);
  cairo_destroy (land);
  cairo_destroy (shore);
}

static void
test_shore (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int zoom = 9; zoom <= 12; zoom++)
      for (int moved = 0; moved < SIZE; moved += 64)
        check_shore (i, zoom, moved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tile-path/corners", test_corners);
  g_test_add_func ("/tile-path/shore", test_shore);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"
#include "lode-tile-labels.h"
#include "lode-tile-painter.h"
#include "lode-tile-source.h"

#include <math.h>
#include <string.h>

/* Of 255: curves are cut differently beyond a tile's border, which may round the coverage of a
 * pixel another way. */
#define TOLERANCE 2

typedef struct
{
  int zoom;
  double longitude;
  double latitude;
} Place;

static const Place places[] = {
  { 4, 174, -41 },        { 5, 174, -41 },        { 6, 171, -43.5 },      { 7, 174.1, -41.1 },
  { 8, 168.9, -44.9 },    { 9, 174.1, -41.15 },   { 10, 174.76, -36.85 }, { 11, 170.6, -45.8 },
  { 12, 174.0, -41.25 },  { 7, 183.4, -44.0 },
  { 6, 179.99, -43.9 },   { 5, 179.99, -43.9 }, /* the antimeridian is the tile's border */
};

/* Those with enough in them to tell sharp from blurred: the last two are sea with a name. */
#define N_CRISP_PLACES (G_N_ELEMENTS (places) - 2)

static void
find_tile (const Place *place, int *x, int *y)
{
  *x = (int) floor (ldexp (lode_world_x_from_longitude (place->longitude), place->zoom));
  *y = (int) floor (ldexp (lode_world_y_from_latitude (place->latitude), place->zoom));
}

static LodeMapTheme theme;

/* The tile so many columns and rows from the place's own. */
static cairo_surface_t *
paint_neighbour (const Place *place, int columns, int rows, int scale, double magnification)
{
  int tile_size = (int) round (LODE_TILE_SIZE * scale * magnification);
  LodeTileArea area;
  int x, y;

  find_tile (place, &x, &y);
  lode_tile_area_init_tile (&area, place->zoom, x + columns, y + rows, scale, tile_size, 1, theme);
  return lode_tile_painter_paint (&area, NULL);
}

static cairo_surface_t *
paint_tile (const Place *place, int scale, gboolean dark)
{
  LodeTileArea area;
  int x, y;

  find_tile (place, &x, &y);
  lode_tile_area_init_tile (&area, place->zoom, x, y, scale, LODE_TILE_SIZE * scale, 1,
                            (LodeMapTheme){ .dark = dark });
  return lode_tile_painter_paint (&area, NULL);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static int
measure_difference (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 32; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

/* Pixels of a part of one surface that differ from those at another place of a second one. */
static guint
count_differences (cairo_surface_t *a, int ax, int ay, cairo_surface_t *b, int bx, int by,
                   int width, int height, int tolerance)
{
  guint n_different = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 first = get_pixel (a, ax + x, ay + y), second = get_pixel (b, bx + x, by + y);

        n_different += measure_difference (first, second) > tolerance;
      }
  return n_different;
}

/* Neighbours share two columns, the bleed of each. */
static void
check_seams (const Place *place, int scale, double magnification)
{
  cairo_surface_t *tile = paint_neighbour (place, 0, 0, scale, magnification);
  cairo_surface_t *right = paint_neighbour (place, 1, 0, scale, magnification);
  cairo_surface_t *below = paint_neighbour (place, 0, 1, scale, magnification);
  int size = cairo_image_surface_get_width (tile) - 2;
  /* A step of coverage is more of a colour where lines are white on black. */
  int tolerance = theme.high_contrast ? 2 * TOLERANCE : TOLERANCE;
  guint n_across, n_down;

  g_test_message ("zoom %d, scale %d, magnified %g", place->zoom, scale, magnification);
  n_across = count_differences (tile, size, 0, right, 0, 0, 2, size + 2, tolerance);
  n_down = count_differences (tile, 0, size, below, 0, 0, size + 2, 2, tolerance);
  g_assert_cmpuint (n_across, ==, 0);
  g_assert_cmpuint (n_down, ==, 0);

  cairo_surface_destroy (tile);
  cairo_surface_destroy (right);
  cairo_surface_destroy (below);
}

/* All that a reader can choose at once. */
static void
test_seams_with_choices (void)
{
  static const LodeMapTheme themes[] = {
    { .graticule = TRUE, .names = LODE_MAP_NAMES_MAORI },
    { .graticule = TRUE, .high_contrast = TRUE, .dark = TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (places); j++)
      {
        theme = themes[i];
        check_seams (&places[j], 1, 1);
        check_seams (&places[j], 2, 1.41);
      }
  theme = (LodeMapTheme){ 0 };
}

static void
test_seams (void)
{
  for (int scale = 1; scale <= 3; scale++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      check_seams (&places[i], scale, 1);
}

static void
test_seams_magnified (void)
{
  for (int scale = 1; scale <= 2; scale++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      check_seams (&places[i], scale, 1.41);
}

/* Names whole in the tile but for its eastern border, which they cross. */
static guint
count_crossing (const Place *place, double magnification)
{
  GArray *labels = lode_tile_labels_get (place->zoom, LODE_MAP_NAMES_BOTH);
  double size = LODE_TILE_SIZE * magnification;
  guint n_crossing = 0;
  int x, y;

  find_tile (place, &x, &y);
  for (guint i = 0; i < labels->len; i++)
    {
      LodeLabel label
          = lode_tile_labels_magnify (&g_array_index (labels, LodeLabel, i), magnification);
      LodeLabelBox box = lode_tile_labels_get_text_box (&label);

      n_crossing += box.x0 < (x + 1) * size && box.x1 > (x + 1) * size && box.y0 > y * size
                    && box.y1 < (y + 1) * size;
    }
  return n_crossing;
}

/* Two tiles painted at once and one by one: names that cross the border are the same. */
static void
check_labels_across_tiles (double magnification)
{
  guint n_crossing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_surface_t *left = paint_neighbour (&places[i], 0, 0, 1, magnification);
      cairo_surface_t *right = paint_neighbour (&places[i], 1, 0, 1, magnification);
      cairo_surface_t *both;
      int size = cairo_image_surface_get_width (left) - 2;
      LodeTileArea area;
      int x, y;

      find_tile (&places[i], &x, &y);
      lode_tile_area_init_tile (&area, places[i].zoom, x, y, 1, size, 1, (LodeMapTheme){ 0 });
      area.width += size;
      both = lode_tile_painter_paint (&area, NULL);

      g_test_message ("zoom %d, magnified %g", places[i].zoom, magnification);
      n_crossing += count_crossing (&places[i], magnification);
      g_assert_cmpuint (count_differences (left, 0, 0, both, 0, 0, size + 2, size + 2,
                                           6 * TOLERANCE), ==, 0);
      g_assert_cmpuint (count_differences (right, 0, 0, both, size, 0, size + 2, size + 2,
                                           6 * TOLERANCE), ==, 0);
      cairo_surface_destroy (left);
      cairo_surface_destroy (right);
      cairo_surface_destroy (both);
    }
  /* Otherwise nothing was tested. */
  g_assert_cmpuint (n_crossing, >, 3);
}

static void
test_labels_across_tiles (void)
{
  check_labels_across_tiles (1);
  check_labels_across_tiles (1.5);
}

static double
measure_brightness (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  double sum = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      sum += get_pixel (surface, x, y) >> 8 & 0xff;
  return sum / width / height;
}

static void
test_dark (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_surface_t *light = paint_tile (&places[i], 1, FALSE);
      cairo_surface_t *dark = paint_tile (&places[i], 1, TRUE);

      g_assert_cmpfloat (measure_brightness (light), >, 180);
      g_assert_cmpfloat (measure_brightness (dark), <, 90);
      cairo_surface_destroy (light);
      cairo_surface_destroy (dark);
    }
}

/* How much neighbouring pixels differ, over all: more where there is more detail. */
static double
measure_contrast (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  double sum = 0;

  for (int y = 0; y < height; y++)
    for (int x = 1; x < width; x++)
      {
        int step = measure_difference (get_pixel (surface, x, y), get_pixel (surface, x - 1, y));

        sum += step * step;
      }
  return sum;
}

static cairo_surface_t *
enlarge (cairo_surface_t *surface, int width, int height, double times)
{
  cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (large);

  cairo_scale (cr, times, times);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (large);
  return large;
}

static void
test_scale_is_crisp (void)
{
  for (guint i = 2; i < N_CRISP_PLACES; i++)
    {
      cairo_surface_t *small = paint_tile (&places[i], 1, FALSE);
      cairo_surface_t *sharp = paint_tile (&places[i], 2, FALSE);
      int size = cairo_image_surface_get_width (sharp);
      cairo_surface_t *blurred = enlarge (small, size, size, 2);

      g_assert_cmpint (size, ==, 2 * LODE_TILE_SIZE + 2);
      g_test_message ("zoom %d: %g, enlarged %g", places[i].zoom, measure_contrast (sharp),
                      measure_contrast (blurred));
      g_assert_cmpfloat (measure_contrast (sharp), >, 2 * measure_contrast (blurred));
      cairo_surface_destroy (small);
      cairo_surface_destroy (sharp);
      cairo_surface_destroy (blurred);
    }
}

/* Between two zoom levels: what is painted in that size, and what was painted for the lower one. */
static void
test_magnified_is_crisp (void)
{
  for (guint i = 2; i < N_CRISP_PLACES; i++)
    {
      cairo_surface_t *small = paint_neighbour (&places[i], 0, 0, 1, 1);
      cairo_surface_t *sharp = paint_neighbour (&places[i], 0, 0, 1, 1.5);
      int size = cairo_image_surface_get_width (sharp);
      cairo_surface_t *blurred = enlarge (small, size, size, 1.5);

      g_assert_cmpint (size, ==, LODE_TILE_SIZE * 3 / 2 + 2);
      g_test_message ("zoom %d: %g, enlarged %g", places[i].zoom, measure_contrast (sharp),
                      measure_contrast (blurred));
      g_assert_cmpfloat (measure_contrast (sharp), >, 1.5 * measure_contrast (blurred));
      cairo_surface_destroy (small);
      cairo_surface_destroy (sharp);
      cairo_surface_destroy (blurred);
    }
}

/* The extents of what is dark in a name's box: its letters. */
static void
measure_letters (const LodeLabel *label, int zoom, double magnification, int *width, int *height)
{
  LodeLabel moved = lode_tile_labels_magnify (label, magnification);
  LodeLabelBox box = lode_tile_labels_get_text_box (&moved);
  LodeTileArea area = {
    .zoom = zoom,
    .scale = 1,
    .tile_size = (int) round (LODE_TILE_SIZE * magnification),
    .left = (gint64) floor (box.x0),
    .top = (gint64) floor (box.y0),
    .width = (int) ceil (box.x1 - box.x0),
    .height = (int) ceil (box.y1 - box.y0),
  };
  cairo_surface_t *surface = lode_tile_painter_paint (&area, NULL);
  int x0 = area.width, y0 = area.height, x1 = 0, y1 = 0;

  for (int y = 0; y < area.height; y++)
    for (int x = 0; x < area.width; x++)
      if ((get_pixel (surface, x, y) >> 8 & 0xff) < 0x70)
        {
          x0 = MIN (x0, x);
          x1 = MAX (x1, x + 1);
          y0 = MIN (y0, y);
          y1 = MAX (y1, y + 1);
        }
  *width = x1 - x0;
  *height = y1 - y0;
  cairo_surface_destroy (surface);
}

/* Names do not grow with the map. */
static void
test_letters_keep_their_size (void)
{
  static const double magnifications[] = { 1.25, 1.5, 1.75, 1.9921875 };
  GArray *labels = lode_tile_labels_get (6, LODE_MAP_NAMES_BOTH);
  guint n_compared = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      const LodeLabel *label = &g_array_index (labels, LodeLabel, i);
      int width, height, other_width, other_height;

      if (label->kind > LODE_LABEL_LARGE_TOWN || label->text == NULL)
        continue;

      measure_letters (label, 6, 1, &width, &height);
      g_test_message ("%s: %d × %d", label->text, width, height);
      g_assert_cmpint (height, >, 6);
      for (guint j = 0; j < G_N_ELEMENTS (magnifications); j++)
        {
          measure_letters (label, 6, magnifications[j], &other_width, &other_height);
          g_assert_cmpint (ABS (other_width - width), <=, 1);
          g_assert_cmpint (ABS (other_height - height), <=, 1);
        }
      n_compared++;
    }
  g_assert_cmpuint (n_compared, >, 3);
}

static gboolean
has_colours (cairo_surface_t *surface)
{
  int size = cairo_image_surface_get_width (surface);
  guint32 first = get_pixel (surface, 0, 0);

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      if (get_pixel (surface, x, y) != first)
        return TRUE;
  return FALSE;
}

static void
test_ocean (void)
{
  static const Place oceans[] = {
    { 8, 160, -30 }, { 6, 150, -50 }, { 9, 172, -38 }, { 5, -30, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (oceans); i++)
    {
      cairo_surface_t *surface = paint_tile (&oceans[i], 1, FALSE);

      g_assert_false (has_colours (surface));
      g_assert_cmphex (get_pixel (surface, 0, 0), ==, 0xffcfe3ef);
      cairo_surface_destroy (surface);
    }
}

/* The same tile by its column, and by the one a world further east or west. */
static void
test_beyond_180 (void)
{
  static const Place west = { 9, -176.5, -44.0 }, east = { 9, 183.5, -44.0 },
                     far_west = { 9, -536.5, -44.0 };
  cairo_surface_t *a = paint_tile (&west, 1, FALSE), *b = paint_tile (&east, 1, FALSE);
  cairo_surface_t *c = paint_tile (&far_west, 1, FALSE);
  int size = LODE_TILE_SIZE + 2;

  g_assert_true (has_colours (a));
  g_assert_cmpuint (count_differences (a, 0, 0, b, 0, 0, size, size, 0), ==, 0);
  g_assert_cmpuint (count_differences (a, 0, 0, c, 0, 0, size, size, 0), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  cairo_surface_destroy (c);
}

static void
test_opaque (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_surface_t *surface = paint_tile (&places[i], 1, TRUE);

      for (int y = 0; y < LODE_TILE_SIZE + 2; y++)
        for (int x = 0; x < LODE_TILE_SIZE + 2; x++)
          g_assert_cmphex (get_pixel (surface, x, y) >> 24, ==, 0xff);
      cairo_surface_destroy (surface);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LodeTileArea area;
  cairo_surface_t *surface;
  int x, y;

  g_cancellable_cancel (cancellable);
  find_tile (&places[5], &x, &y);
  lode_tile_area_init_tile (&area, places[5].zoom, x, y, 1, LODE_TILE_SIZE, 1, (LodeMapTheme){ 0 });
  surface = lode_tile_painter_paint (&area, cancellable);
  g_assert_false (has_colours (surface));
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tile-painter/seams", test_seams);
  g_test_add_func ("/tile-painter/labels-across-tiles", test_labels_across_tiles);
  g_test_add_func ("/tile-painter/seams-with-choices", test_seams_with_choices);
  g_test_add_func ("/tile-painter/dark", test_dark);
  g_test_add_func ("/tile-painter/scale-is-crisp", test_scale_is_crisp);
  g_test_add_func ("/tile-painter/seams-magnified", test_seams_magnified);
  g_test_add_func ("/tile-painter/magnified-is-crisp", test_magnified_is_crisp);
  g_test_add_func ("/tile-painter/letters-keep-their-size", test_letters_keep_their_size);
  g_test_add_func ("/tile-painter/ocean", test_ocean);
  g_test_add_func ("/tile-painter/beyond-180", test_beyond_180);
  g_test_add_func ("/tile-painter/opaque", test_opaque);
  g_test_add_func ("/tile-painter/cancelled", test_cancelled);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-grid.h"

#include <math.h>
#include <string.h>

static int
divide (gint64 value, int by)
{
  return (int) floor ((double) value / by);
}

/**
 * lode_tile_grid_init:
 * @grid: (out caller-allocates): a grid
 * @area: what it shall cover
 * @cell: widget pixels of one cell
 * @margin: cells more on each side
 */
void
lode_tile_grid_init (LodeTileGrid *grid, const LodeTileArea *area, int cell, int margin)
{
  int size = cell * area->scale;

  grid->cell = size;
  grid->left = divide (area->left, size) - margin;
  grid->top = divide (area->top, size) - margin;
  grid->width = divide (area->left + area->width - 1, size) + 1 + margin - grid->left;
  grid->height = divide (area->top + area->height - 1, size) + 1 + margin - grid->top;
}

/**
 * lode_tile_grid_init_frame:
 * @grid: a grid
 * @area: what it covers
 * @geo: the base map
 * @frame: (out caller-allocates): for painting @geo on a surface of one pixel for each cell
 */
void
lode_tile_grid_init_frame (const LodeTileGrid *grid, const LodeTileArea *area,
                           const LodeGeo *geo, LodeTileFrame *frame)
{
  double world = lode_tile_area_get_world (area) / grid->cell;

  lode_tile_frame_init (frame, world, grid->left, grid->top, grid->width, grid->height, 1);
  lode_tile_frame_find_world (frame, &geo->box, world);
}

/* A running mean of 2 * @radius + 1 values, by multiplication: division takes longer. */
typedef struct
{
  int radius;
  guint half;
  guint reciprocal; /* 16 bits after the point */
} Mean;

static void
mean_init (Mean *mean, int radius)
{
  guint width = 2 * radius + 1;

  mean->radius = radius;
  mean->half = width / 2;
  mean->reciprocal = (1 << 16) / width + 1;
}

static inline guint8
mean_get (const Mean *mean, guint sum)
{
  return (guint8) ((sum + mean->half) * mean->reciprocal >> 16);
}

static void
blur_row (const Mean *mean, guint8 *row, int width, guint8 *copy)
{
  guint sum = 0;

  memcpy (copy, row, width);
  for (int i = -mean->radius; i <= mean->radius; i++)
    sum += copy[CLAMP (i, 0, width - 1)];
  for (int i = 0; i < width; i++)
    {
      row[i] = mean_get (mean, sum);
      sum += copy[MIN (i + mean->radius + 1, width - 1)];
      sum -= copy[MAX (i - mean->radius, 0)];
    }
}

/* All columns at once, row by row, as memory lies. */
static void
blur_columns (const Mean *mean, guint8 *pixels, const guint8 *copy, int stride, int width,
              int height, guint16 *sums)
{
  memset (sums, 0, width * sizeof *sums);
  for (int y = -mean->radius; y <= mean->radius; y++)
    for (int x = 0; x < width; x++)
      sums[x] += copy[CLAMP (y, 0, height - 1) * stride + x];
  for (int y = 0; y < height; y++)
    {
      guint8 *row = pixels + y * stride;
      const guint8 *next = copy + MIN (y + mean->radius + 1, height - 1) * stride;
      const guint8 *last = copy + MAX (y - mean->radius, 0) * stride;

      for (int x = 0; x < width; x++)
        {
          row[x] = mean_get (mean, sums[x]);
          sums[x] += next[x] - last[x];
        }
    }
}

/**
 * lode_tile_grid_blur:
 * @surface: an A8 image surface
 * @radius: in cells, at most 100; what is further away than twice as much has no effect
 *
 * Blurs in place, much like a Gaussian does: a running mean, twice.
 */
void
lode_tile_grid_blur (cairo_surface_t *surface, int radius)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  gsize size = (gsize) stride * height;
  g_autofree guint8 *copy = g_malloc (size);
  g_autofree guint16 *sums = g_new (guint16, width);
  guint8 *pixels;
  Mean mean;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  mean_init (&mean, radius);
  for (int pass = 0; pass < 2; pass++)
    {
      for (int y = 0; y < height; y++)
        blur_row (&mean, pixels + y * stride, width, copy);
      memcpy (copy, pixels, size);
      blur_columns (&mean, pixels, copy, stride, width, height, sums);
    }
  cairo_surface_mark_dirty (surface);
}

/**
 * lode_tile_grid_set_source:
 * @grid: a grid
 * @cr: a cairo context in device pixels of the area
 * @area: what it covers
 * @surface: has one pixel for each cell
 *
 * Makes the surface, scaled up smoothly, what @cr paints with.
 */
void
lode_tile_grid_set_source (const LodeTileGrid *grid, cairo_t *cr, const LodeTileArea *area,
                           cairo_surface_t *surface)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, 1 / grid->cell, 1 / grid->cell);
  matrix.x0 = area->left / grid->cell - grid->left;
  matrix.y0 = area->top / grid->cell - grid->top;
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, grid->cell == 1
                                          ? CAIRO_FILTER_NEAREST
                                          : CAIRO_FILTER_BILINEAR);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-grid.h"

#include <math.h>

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

/* One pass of a running mean over @length bytes, @stride apart. */
static void
blur_line (guint8 *line, int length, int stride, int radius, guint8 *copy)
{
  guint width = 2 * radius + 1;
  guint reciprocal = (1 << 16) / width + 1;
  guint sum = 0;

  for (int i = 0; i < length; i++)
    copy[i] = line[i * stride];
  for (int i = -radius; i <= radius; i++)
    sum += copy[CLAMP (i, 0, length - 1)];
  for (int i = 0; i < length; i++)
    {
      line[i * stride] = (guint8) ((sum + width / 2) * reciprocal >> 16);
      sum += copy[MIN (i + radius + 1, length - 1)];
      sum -= copy[MAX (i - radius, 0)];
    }
}

/**
 * lode_tile_grid_blur:
 * @surface: an A8 image surface
 * @radius: in cells; what is further away than twice as much has no effect
 *
 * Blurs in place, much like a Gaussian does: a running mean, twice.
 */
void
lode_tile_grid_blur (cairo_surface_t *surface, int radius)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autofree guint8 *copy = g_malloc (MAX (width, height));
  guint8 *pixels;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int pass = 0; pass < 2; pass++)
    {
      for (int y = 0; y < height; y++)
        blur_line (pixels + y * stride, width, 1, radius, copy);
      for (int x = 0; x < width; x++)
        blur_line (pixels + x, height, stride, radius, copy);
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

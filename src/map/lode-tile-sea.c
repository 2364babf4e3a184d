/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-sea.h"

#include "lode-tile-grid.h"

#include <string.h>

/* The sea, with a soft band along the shore: the land, blurred. Stroking a coast some twenty pixels
 * wide would take ten times as long. */

/* Widget pixels of one cell. */
#define CELL 2

/* A blur is two passes of a box of this radius in cells, so it reaches twice as far. */
#define NEAR 1
#define FAR 4
#define MARGIN (2 * (NEAR + FAR) + 1)

#define N_LEVELS 256
#define STEP 4

static gboolean
is_uniform (cairo_surface_t *surface, guint8 *value)
{
  const guint8 *pixels;
  int width = cairo_image_surface_get_width (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  *value = pixels[0];
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < width; x++)
      if (pixels[y * stride + x] != *value)
        return FALSE;
  return TRUE;
}

static void
copy_surface (cairo_surface_t *to, cairo_surface_t *from)
{
  cairo_surface_flush (to);
  memcpy (cairo_image_surface_get_data (to), cairo_image_surface_get_data (from),
          (gsize) cairo_image_surface_get_stride (from) * cairo_image_surface_get_height (from));
  cairo_surface_mark_dirty (to);
}

static inline guint32
blend (guint32 below, guint32 above, double amount)
{
  guint32 colour = 0xff;

  for (int shift = 24; shift >= 8; shift -= 8)
    {
      double a = below >> shift & 0xff, b = above >> shift & 0xff;

      colour = colour << 8 | (guint32) (a + (b - a) * amount + 0.5);
    }
  return colour;
}

/* The blurred land is half strong at the shore: all of the glow there, and a soft end. */
static double
get_glow (int level)
{
  double t = MIN (level / 140.0, 1);

  return t * t * (3 - 2 * t);
}

static cairo_surface_t *
colour_sea (cairo_surface_t *far, cairo_surface_t *near, const LodeMapStyle *style)
{
  int width = cairo_image_surface_get_width (far), height = cairo_image_surface_get_height (far);
  int stride = cairo_image_surface_get_stride (far);
  const guint8 *far_levels = cairo_image_surface_get_data (far);
  const guint8 *near_levels = cairo_image_surface_get_data (near);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int sea_stride = cairo_image_surface_get_stride (surface);
  guint8 *pixels = cairo_image_surface_get_data (surface);
  guint32 colours[N_LEVELS / STEP][N_LEVELS / STEP];

  for (int i = 0; i < N_LEVELS / STEP; i++)
    {
      double amount = get_glow (i * STEP) * (style->sea_far & 0xff) / 255;
      guint32 colour = blend (style->sea, style->sea_far, amount);

      for (int j = 0; j < N_LEVELS / STEP; j++)
        colours[i][j] = blend (colour << 8, style->sea_near,
                               get_glow (j * STEP) * (style->sea_near & 0xff) / 255);
    }

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *) (gpointer) (pixels + y * sea_stride))[x]
          = colours[far_levels[y * stride + x] / STEP][near_levels[y * stride + x] / STEP];
  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * lode_tile_paint_sea:
 * @cr: a cairo context in device pixels of the area
 * @area: what to paint
 * @geo: the base map
 * @land: which generalisation of the land
 * @style: colours
 *
 * Paints all of the area as sea, with the soft band of shallow water along the shore. What lies
 * under the land is painted over later.
 *
 * Returns: %FALSE if there is no land in the area, nor so near that its glow would reach into it
 */
gboolean
lode_tile_paint_sea (cairo_t *cr, const LodeTileArea *area, const LodeGeo *geo,
                           LodeGeoPathLayer land, const LodeMapStyle *style)
{
  cairo_surface_t *far, *near, *sea;
  LodeTileFrame frame;
  guint8 level;
  cairo_t *mask;
  LodeTileGrid grid;

  lode_tile_grid_init (&grid, area, CELL, MARGIN);
  lode_tile_grid_init_frame (&grid, area, geo, &frame);
  far = cairo_image_surface_create (CAIRO_FORMAT_A8, grid.width, grid.height);
  mask = cairo_create (far);
  lode_tile_frame_add_rings (&frame, mask, geo, land);
  cairo_fill (mask);
  cairo_destroy (mask);
  if (is_uniform (far, &level))
    {
      lode_map_style_set_source (cr, style->sea);
      cairo_paint (cr);
      cairo_surface_destroy (far);
      return level > 0;
    }

  lode_tile_grid_blur (far, NEAR);
  near = cairo_image_surface_create (CAIRO_FORMAT_A8, grid.width, grid.height);
  copy_surface (near, far);
  lode_tile_grid_blur (far, area->zoom < 6 ? FAR - 1 : FAR);
  sea = colour_sea (far, near, style);
  lode_tile_grid_set_source (&grid, cr, area, sea);
  cairo_paint (cr);

  cairo_surface_destroy (sea);
  cairo_surface_destroy (near);
  cairo_surface_destroy (far);
  return TRUE;
}

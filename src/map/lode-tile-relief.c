/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-relief.h"

#include "lode-tile-grid.h"

#include <math.h>

/* Land with its heights: bands of colour, blurred into each other, and hill shading over them. Both
 * are known for every few kilometres only, so they are interpolated, and computed for every second
 * pixel where that is more than enough. */

/* Widget pixels of one cell of heights. */
#define HEIGHT_CELL 4

/* The shading, of 0 to 1, that has half the strength of the style. */
#define STEEPNESS 0.45f

#define N_HEIGHTS 40
#define N_SHADES 128

/* Uniform cubic B-spline: smooth where a bilinear filter would show the samples' lattice. */
static void
fill_weights (float weights[4], float t)
{
  float s = 1 - t;

  weights[0] = s * s * s / 6;
  weights[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
  weights[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
  weights[3] = t * t * t / 6;
}

/* A sample of the shading, 0 where it is flat or not known. */
static inline float
get_sample (const LodeGeo *geo, int x, int y)
{
  const LodeGeoShade *shade = geo->shade;

  if (x < 0 || y < 0 || x >= (int) shade->width || y >= (int) shade->height)
    return 0;

  return geo->shade_pixels[(gsize) y * shade->width + x] / 128.0f - 1;
}

/* Height as a grey level: one band is a fifth of white. */
static cairo_surface_t *
paint_heights (const LodeTileArea *area, const LodeTileGrid *grid, const LodeGeo *geo, int radius)
{
  const LodeGeoRange *layer = &geo->path_layers[LODE_GEO_RELIEF];
  cairo_surface_t *surface;
  LodeTileFrame frame;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, grid->width, grid->height);
  lode_tile_grid_init_frame (grid, area, geo, &frame);
  cr = cairo_create (surface);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, 0, 0, 0, 1.0 / (LODE_N_ELEVATIONS - 1));
  for (guint i = 0; i < layer->count;)
    {
      int band = geo->paths[layer->first + i].rank;

      for (; i < layer->count && geo->paths[layer->first + i].rank == band; i++)
        lode_tile_frame_add_ring (&frame, cr, geo, &geo->paths[layer->first + i]);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  lode_tile_grid_blur (surface, radius);
  return surface;
}

static double
mix (guint32 below, guint32 above, int shift, double amount)
{
  double a = below >> shift & 0xff, b = above >> shift & 0xff;

  return a + (b - a) * amount;
}

/* Steep slopes come near the style's full strength and never reach it: no flat patches. */
static guint32
get_colour (const LodeMapStyle *style, double height, double shade, double strength)
{
  double at = height * (LODE_N_ELEVATIONS - 1) * strength;
  int band = MIN ((int) at, LODE_N_ELEVATIONS - 2);
  guint32 target = shade < 0 ? style->shadow : style->light;
  double amount = (target & 0xff) / 255.0 * strength * fabs (shade) / (STEEPNESS + fabs (shade));
  guint32 colour = 0xff;

  for (int shift = 24; shift >= 8; shift -= 8)
    {
      double base = mix (style->elevations[band], style->elevations[band + 1], shift, at - band);
      double goal = target >> shift & 0xff;

      colour = colour << 8 | (guint32) (base + (goal - base) * amount + 0.5);
    }
  return colour;
}

/* For each cell across: where it lies between the samples of shading and of height. */
typedef struct
{
  int shade_at; /* of the first of four samples, from the first one in use */
  float shade_weights[4];
  int height_at;
  float height_part;
} Column;

typedef struct
{
  const LodeGeo *geo;
  LodeTileGrid grid;    /* of what is painted */
  LodeTileGrid heights; /* of the height bands */
  double cell;          /* of the grid, in units of geometry */
  double ratio;         /* cells of the grid to one of heights */
  int first_sample;
  int n_samples;
  Column *columns;
  guint32 colours[N_HEIGHTS][N_SHADES];
} Relief;

static double
find_sample (double at, gint32 from, gint32 to, guint32 count)
{
  return (at - from) / ((double) to - from) * count - 0.5;
}

static void
fill_columns (Relief *relief)
{
  const LodeGeoShade *shade = relief->geo->shade;

  relief->columns = g_new (Column, relief->grid.width);
  for (int i = 0; i < relief->grid.width; i++)
    {
      Column *column = &relief->columns[i];
      double middle = relief->grid.left + i + 0.5;
      double at = find_sample (middle * relief->cell, shade->box.x0, shade->box.x1, shade->width);
      double cell = middle / relief->ratio - 0.5 - relief->heights.left;

      if (i == 0)
        relief->first_sample = (int) floor (at) - 1;
      column->shade_at = (int) floor (at) - 1 - relief->first_sample;
      fill_weights (column->shade_weights, (float) (at - floor (at)));
      column->height_at = (int) floor (cell);
      column->height_part = (float) (cell - floor (cell));
      relief->n_samples = column->shade_at + 4;
    }
}

static void
fill_colours (Relief *relief, const LodeMapStyle *style, double strength)
{
  for (int i = 0; i < N_HEIGHTS; i++)
    for (int j = 0; j < N_SHADES; j++)
      relief->colours[i][j] = get_colour (style, (double) i / (N_HEIGHTS - 1),
                                          (j - N_SHADES / 2) / (N_SHADES / 2.0), strength);
}

/* One row of samples, interpolated between north and south. */
static void
fill_samples (const Relief *relief, float *samples, double y)
{
  int base = (int) floor (y);
  float weights[4];

  fill_weights (weights, (float) (y - base));
  for (int i = 0; i < relief->n_samples; i++)
    {
      samples[i] = 0;
      for (int line = 0; line < 4; line++)
        samples[i] += weights[line]
                      * get_sample (relief->geo, relief->first_sample + i, base - 1 + line);
    }
}

static void
paint_row (const Relief *relief, guint32 *row, const float *samples, const guint8 *above,
           const guint8 *below, float part)
{
  for (int i = 0; i < relief->grid.width; i++)
    {
      const Column *column = &relief->columns[i];
      const float *near = samples + column->shade_at;
      const guint8 *a = above + column->height_at, *b = below + column->height_at;
      float upper = a[0] + (a[1] - a[0]) * column->height_part;
      float lower = b[0] + (b[1] - b[0]) * column->height_part;
      float height = upper + (lower - upper) * part;
      float shade = near[0] * column->shade_weights[0] + near[1] * column->shade_weights[1]
                    + near[2] * column->shade_weights[2] + near[3] * column->shade_weights[3];

      row[i] = relief->colours[(int) (height * ((N_HEIGHTS - 1) / 255.0f) + 0.5f)]
                              [(int) ((shade + 1) * (N_SHADES / 2 - 0.5f))];
    }
}

static cairo_surface_t *
paint_cells (const Relief *relief, cairo_surface_t *heights)
{
  const LodeGeoShade *shade = relief->geo->shade;
  const guint8 *levels = cairo_image_surface_get_data (heights);
  int level_stride = cairo_image_surface_get_stride (heights);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, relief->grid.width,
                                                         relief->grid.height);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *pixels = cairo_image_surface_get_data (surface);
  g_autofree float *samples = g_new (float, relief->n_samples);

  for (int y = 0; y < relief->grid.height; y++)
    {
      double middle = relief->grid.top + y + 0.5;
      double cell = middle / relief->ratio - 0.5 - relief->heights.top;
      const guint8 *above = levels + (int) cell * level_stride;

      fill_samples (relief, samples,
                    find_sample (middle * relief->cell, shade->box.y0, shade->box.y1,
                                 shade->height));
      paint_row (relief, (guint32 *) (gpointer) (pixels + y * stride), samples, above,
                 above + level_stride, (float) (cell - floor (cell)));
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* What the path of @cr lies in, which is all that will be painted: half of a window of tiles is sea.
 * A pixel more for what is partly covered. */
static void
fill_part (cairo_t *cr, const LodeTileArea *area, LodeTileArea *part)
{
  double x0, y0, x1, y1;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  x0 = CLAMP (floor (x0) - 1, 0, area->width - 1);
  y0 = CLAMP (floor (y0) - 1, 0, area->height - 1);
  x1 = CLAMP (ceil (x1) + 1, x0 + 1, area->width);
  y1 = CLAMP (ceil (y1) + 1, y0 + 1, area->height);

  *part = *area;
  part->left += (gint64) x0;
  part->top += (gint64) y0;
  part->width = (int) (x1 - x0);
  part->height = (int) (y1 - y0);
}

/**
 * lode_tile_set_relief_source:
 * @cr: a cairo context in device pixels of the area, its path the land
 * @area: what to paint
 * @geo: the base map
 * @style: colours
 *
 * Makes land with its relief, opaque wherever the path goes, what @cr paints with. The path stays.
 */
void
lode_tile_set_relief_source (cairo_t *cr, const LodeTileArea *area, const LodeGeo *geo,
                             const LodeMapStyle *style)
{
  /* Bands are blurred over as many kilometres at any zoom level from 7 on. */
  double zoom = area->zoom + log2 (lode_tile_area_get_magnification (area));
  int radius = (int) round (exp2 (CLAMP (zoom - 7, 0, 4)));
  int cell = zoom >= 6.5 ? 2 : 1;
  cairo_surface_t *heights, *surface;
  g_autofree Relief *relief = g_new0 (Relief, 1);
  LodeTileArea part;

  fill_part (cr, area, &part);
  relief->geo = geo;
  relief->cell = LODE_GEO_UNIT / lode_tile_area_get_world (area) * cell * area->scale;
  relief->ratio = (double) HEIGHT_CELL / cell;
  lode_tile_grid_init (&relief->grid, &part, cell, 1);
  lode_tile_grid_init (&relief->heights, &part, HEIGHT_CELL, 2 * radius + 2);
  fill_columns (relief);
  fill_colours (relief, style, lode_map_style_get_relief (area->zoom));

  heights = paint_heights (area, &relief->heights, geo, radius);
  surface = paint_cells (relief, heights);
  lode_tile_grid_set_source (&relief->grid, cr, area, surface);

  cairo_surface_destroy (surface);
  cairo_surface_destroy (heights);
  g_free (relief->columns);
}

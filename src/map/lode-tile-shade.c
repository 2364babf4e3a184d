/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-shade.h"

#include "lode-tile-path.h"
#include "lode-tile-source.h"

#include <math.h>
#include <string.h>

/* What is soft is computed on a coarse grid and scaled up. The grid is fixed to the world, not to
 * the tile, and reaches beyond the tile by as much as a blur does: neighbours agree to the pixel. */

/* Widget pixels of one cell. */
#define GLOW_CELL 2
#define RELIEF_CELL 4

/* A blur is three passes of a box of this radius in cells, so it reaches three times as far. */
#define GLOW_NEAR 1
#define GLOW_FAR 3
#define GLOW_MARGIN (3 * (GLOW_NEAR + GLOW_FAR) + 1)

#define N_LEVELS 256

/* The shading, of 0 to 1, that has half the strength of the style. */
#define STEEPNESS 0.45f

typedef struct
{
  double cell; /* device pixels */
  int left;    /* in cells from the world's corner */
  int top;
  int width;
  int height;
} Grid;

static int
divide_down (gint64 value, int by)
{
  return (int) floor ((double) value / by);
}

static void
grid_init (Grid *grid, const LodeTileArea *area, int cell, int margin)
{
  int size = cell * area->scale;

  grid->cell = size;
  grid->left = divide_down (area->left, size) - margin;
  grid->top = divide_down (area->top, size) - margin;
  grid->width = divide_down (area->left + area->width - 1, size) + 1 + margin - grid->left;
  grid->height = divide_down (area->top + area->height - 1, size) + 1 + margin - grid->top;
}

static void
grid_init_frame (const Grid *grid, const LodeTileArea *area, const LodeGeo *geo,
                 LodeTileFrame *frame)
{
  double world = ldexp (LODE_TILE_SIZE, area->zoom) * area->scale / grid->cell;

  lode_tile_frame_init (frame, world, grid->left, grid->top, grid->width, grid->height, 1);
  lode_tile_frame_find_world (frame, &geo->box, world);
}

/* One pass of a running mean over @length bytes, @stride apart. */
static void
blur_line (guint8 *line, int length, int stride, int radius, guint8 *copy)
{
  int width = 2 * radius + 1;
  guint sum = 0;

  for (int i = 0; i < length; i++)
    copy[i] = line[i * stride];
  for (int i = -radius; i <= radius; i++)
    sum += copy[CLAMP (i, 0, length - 1)];
  for (int i = 0; i < length; i++)
    {
      line[i * stride] = (guint8) ((sum + width / 2) / width);
      sum += copy[MIN (i + radius + 1, length - 1)];
      sum -= copy[MAX (i - radius, 0)];
    }
}

static void
blur (cairo_surface_t *surface, int radius)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autofree guint8 *copy = g_malloc (MAX (width, height));
  guint8 *pixels;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int pass = 0; pass < 3; pass++)
    {
      for (int y = 0; y < height; y++)
        blur_line (pixels + y * stride, width, 1, radius, copy);
      for (int x = 0; x < width; x++)
        blur_line (pixels + x, height, stride, radius, copy);
    }
  cairo_surface_mark_dirty (surface);
}

static void
mask_grid (cairo_t *cr, const LodeTileArea *area, const Grid *grid, cairo_surface_t *surface,
           guint32 colour)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, 1 / grid->cell, 1 / grid->cell);
  matrix.x0 = area->left / grid->cell - grid->left;
  matrix.y0 = area->top / grid->cell - grid->top;
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  lode_map_style_set_source (cr, colour);
  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* The blurred land is half strong at the shore: all of it there, and a soft end. */
static void
lift_levels (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  guint8 levels[N_LEVELS];
  guint8 *pixels;

  for (int i = 0; i < N_LEVELS; i++)
    {
      double t = MIN (i / 140.0, 1);

      levels[i] = (guint8) (255 * t * t * (3 - 2 * t));
    }

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < stride * height; i++)
    pixels[i] = levels[pixels[i]];
  cairo_surface_mark_dirty (surface);
}

static gboolean
is_empty (cairo_surface_t *surface)
{
  const guint8 *pixels;
  gsize size;

  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  size = (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);
  return pixels[0] == 0 && memcmp (pixels, pixels + 1, size - 1) == 0;
}

static void
copy_surface (cairo_surface_t *to, cairo_surface_t *from)
{
  cairo_surface_flush (to);
  memcpy (cairo_image_surface_get_data (to), cairo_image_surface_get_data (from),
          (gsize) cairo_image_surface_get_stride (from) * cairo_image_surface_get_height (from));
  cairo_surface_mark_dirty (to);
}

/**
 * lode_tile_shade_paint_glow:
 * @cr: a cairo context in device pixels of the area, the sea painted
 * @area: what to paint
 * @geo: the base map
 * @land: which generalisation of the land
 * @style: colours
 *
 * Paints the soft band of shallow water along the shore. What lies under the land is painted over
 * later.
 *
 * Returns: %FALSE if there is no land in the area, nor so near that its glow would reach into it
 */
gboolean
lode_tile_shade_paint_glow (cairo_t *cr, const LodeTileArea *area, const LodeGeo *geo,
                            LodeGeoPathLayer land, const LodeMapStyle *style)
{
  cairo_surface_t *soft, *shown;
  LodeTileFrame frame;
  cairo_t *mask;
  Grid grid;

  grid_init (&grid, area, GLOW_CELL, GLOW_MARGIN);
  grid_init_frame (&grid, area, geo, &frame);
  soft = cairo_image_surface_create (CAIRO_FORMAT_A8, grid.width, grid.height);
  mask = cairo_create (soft);
  lode_tile_frame_add_rings (&frame, mask, geo, land);
  cairo_fill (mask);
  cairo_destroy (mask);
  if (is_empty (soft))
    {
      cairo_surface_destroy (soft);
      return FALSE;
    }

  blur (soft, GLOW_NEAR);
  shown = cairo_image_surface_create (CAIRO_FORMAT_A8, grid.width, grid.height);
  copy_surface (shown, soft);
  blur (soft, area->zoom < 6 ? GLOW_FAR - 1 : GLOW_FAR);
  lift_levels (soft);
  mask_grid (cr, area, &grid, soft, style->sea_far);
  lift_levels (shown);
  mask_grid (cr, area, &grid, shown, style->sea_near);

  cairo_surface_destroy (shown);
  cairo_surface_destroy (soft);
  return TRUE;
}

/* Height as a grey level: one band is a fifth of white. */
static cairo_surface_t *
paint_heights (const LodeTileArea *area, const Grid *grid, const LodeGeo *geo, int radius)
{
  const LodeGeoRange *layer = &geo->path_layers[LODE_GEO_RELIEF];
  cairo_surface_t *surface;
  LodeTileFrame frame;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, grid->width, grid->height);
  grid_init_frame (grid, area, geo, &frame);
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
  blur (surface, radius);
  return surface;
}

static void
fill_height_colours (float colours[N_LEVELS][3], const LodeMapStyle *style, double strength)
{
  for (int i = 0; i < N_LEVELS; i++)
    {
      double at = i / 255.0 * (LODE_N_ELEVATIONS - 1) * strength;
      int band = MIN ((int) at, LODE_N_ELEVATIONS - 2);
      guint32 below = style->elevations[band], above = style->elevations[band + 1];

      for (int channel = 0; channel < 3; channel++)
        {
          int shift = 24 - 8 * channel;
          float a = below >> shift & 0xff, b = above >> shift & 0xff;

          colours[i][channel] = a + (b - a) * (float) (at - band);
        }
    }
}

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

/* For each widget pixel across: where it lies between the samples of shading and of height. */
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
  int left; /* in widget pixels from the world's corner */
  int top;
  int width;
  int height;
  double pixel; /* one widget pixel, in worlds' fixed-point units */
  int first_sample;
  int n_samples;
  Column *columns;
} Relief;

static double
find_sample (double at, gint32 from, gint32 to, guint32 count)
{
  return (at - from) / ((double) to - from) * count - 0.5;
}

static void
relief_init (Relief *relief, const LodeTileArea *area, const LodeGeo *geo, const Grid *heights)
{
  const LodeGeoShade *shade = geo->shade;
  double world = ldexp (LODE_TILE_SIZE, area->zoom);
  int right = divide_down (area->left + area->width - 1, area->scale) + 2;
  int last;

  relief->geo = geo;
  relief->left = divide_down (area->left, area->scale) - 1;
  relief->top = divide_down (area->top, area->scale) - 1;
  relief->width = right - relief->left;
  relief->height = divide_down (area->top + area->height - 1, area->scale) + 2 - relief->top;
  relief->pixel = LODE_GEO_UNIT / world;
  relief->columns = g_new (Column, relief->width);
  relief->first_sample = (int) floor (find_sample ((relief->left + 0.5) * relief->pixel,
                                                   shade->box.x0, shade->box.x1, shade->width))
                         - 1;

  for (int i = 0; i < relief->width; i++)
    {
      Column *column = &relief->columns[i];
      double at = find_sample ((relief->left + i + 0.5) * relief->pixel, shade->box.x0,
                               shade->box.x1, shade->width);
      double cell = (relief->left + i + 0.5) / RELIEF_CELL - 0.5 - heights->left;

      column->shade_at = (int) floor (at) - 1 - relief->first_sample;
      fill_weights (column->shade_weights, (float) (at - floor (at)));
      column->height_at = (int) floor (cell);
      column->height_part = (float) (cell - floor (cell));
    }
  last = relief->columns[relief->width - 1].shade_at + 4;
  relief->n_samples = last;
}

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

static inline guint32
shade_colour (const float *colour, float shade, const float *target)
{
  guint32 pixel = 0xff;

  for (int channel = 0; channel < 3; channel++)
    pixel = pixel << 8 | (guint32) (colour[channel] + (target[channel] - colour[channel]) * shade + 0.5f);
  return pixel;
}

static void
split_colour (float channels[3], guint32 colour)
{
  for (int channel = 0; channel < 3; channel++)
    channels[channel] = colour >> (24 - 8 * channel) & 0xff;
}

static void
paint_row (const Relief *relief, guint32 *row, const float *samples, const guint8 *above,
           const guint8 *below, float part, const float colours[N_LEVELS][3],
           const LodeMapStyle *style, double strength)
{
  float shadow[3], light[3];
  float darkest = (style->shadow & 0xff) / 255.0f * (float) strength;
  float lightest = (style->light & 0xff) / 255.0f * (float) strength;

  split_colour (shadow, style->shadow);
  split_colour (light, style->light);
  for (int i = 0; i < relief->width; i++)
    {
      const Column *column = &relief->columns[i];
      const float *near = samples + column->shade_at;
      const guint8 *a = above + column->height_at, *b = below + column->height_at;
      float upper = a[0] + (a[1] - a[0]) * column->height_part;
      float lower = b[0] + (b[1] - b[0]) * column->height_part;
      int level = (int) (upper + (lower - upper) * part + 0.5f);
      float shade = 0;

      for (int j = 0; j < 4; j++)
        shade += near[j] * column->shade_weights[j];
      /* Steep slopes come near the full strength and never reach it: no flat patches. */
      if (shade < 0)
        row[i] = shade_colour (colours[level], darkest * -shade / (STEEPNESS - shade), shadow);
      else
        row[i] = shade_colour (colours[level], lightest * shade / (STEEPNESS + shade), light);
    }
}

/**
 * lode_tile_shade_paint_relief:
 * @area: what to paint
 * @geo: the base map
 * @style: colours
 *
 * Paints all of the area as land: height bands as a wash, hill shading over it.
 *
 * Returns: (transfer full): an opaque surface in widget pixels, whose device scale and offset put
 *   it where it belongs on a surface of the area
 */
cairo_surface_t *
lode_tile_shade_paint_relief (const LodeTileArea *area, const LodeGeo *geo,
                              const LodeMapStyle *style)
{
  static const int radii[] = { 1, 1, 1, 1, 1, 1, 1, 1, 2, 4 };
  double strength = lode_map_style_get_relief (area->zoom);
  int radius = radii[MIN (area->zoom, (int) G_N_ELEMENTS (radii) - 1)];
  float colours[N_LEVELS][3];
  cairo_surface_t *heights, *surface;
  g_autofree float *samples = NULL;
  guint8 *levels, *pixels;
  int level_stride, stride;
  Relief relief;
  Grid grid;

  grid_init (&grid, area, RELIEF_CELL, 3 * radius + 2);
  heights = paint_heights (area, &grid, geo, radius);
  levels = cairo_image_surface_get_data (heights);
  level_stride = cairo_image_surface_get_stride (heights);
  fill_height_colours (colours, style, strength);

  relief_init (&relief, area, geo, &grid);
  samples = g_new (float, relief.n_samples);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, relief.width, relief.height);
  stride = cairo_image_surface_get_stride (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < relief.height; y++)
    {
      double cell = (relief.top + y + 0.5) / RELIEF_CELL - 0.5 - grid.top;
      const guint8 *above = levels + (int) cell * level_stride;

      fill_samples (&relief, samples,
                    find_sample ((relief.top + y + 0.5) * relief.pixel, geo->shade->box.y0,
                                 geo->shade->box.y1, geo->shade->height));
      paint_row (&relief, (guint32 *) (gpointer) (pixels + y * stride), samples, above,
                 above + level_stride, (float) (cell - floor (cell)),
                 (const float (*)[3]) colours, style, strength);
    }
  cairo_surface_mark_dirty (surface);
  cairo_surface_set_device_scale (surface, 1.0 / area->scale, 1.0 / area->scale);
  cairo_surface_set_device_offset (surface, (area->left - (double) relief.left * area->scale) / area->scale,
                                   (area->top - (double) relief.top * area->scale) / area->scale);

  g_free (relief.columns);
  cairo_surface_destroy (heights);
  return surface;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-painter.h"

#include "lode-map-style.h"
#include "lode-tile-graticule.h"
#include "lode-tile-labels.h"
#include "lode-tile-path.h"
#include "lode-tile-relief.h"
#include "lode-tile-sea.h"
#include "lode-tile-source.h"

#include <math.h>

/* Cairo on an image surface, from the sea upwards. Any thread; nothing is shared but the geometry,
 * which is constant, and the labels, which are placed once for each zoom level. */

typedef struct
{
  const LodeTileArea *area;
  const LodeGeo *geo;
  const LodeMapStyle *style;
  LodeGeoPathLayer land;
  LodeTileFrame frame;
  cairo_t *cr;
} Painter;

typedef void (*LayerFunc) (Painter *painter);

/* As fine as at the zoom level whose scale is nearest. */
static LodeGeoPathLayer
choose_land (const LodeTileArea *area)
{
  int zoom = area->zoom + (int) round (log2 (lode_tile_area_get_magnification (area)));

  if (zoom <= 6)
    return LODE_GEO_LAND_COARSE;
  if (zoom <= 8)
    return LODE_GEO_LAND_MEDIUM;
  return LODE_GEO_LAND_FINE;
}

static double
get_width (const Painter *painter, LodeLineKind kind)
{
  return lode_map_style_get_line_width (kind, painter->area->zoom) * painter->style->line_width
         * painter->area->scale;
}

static void
stroke_layer (Painter *painter, LodeGeoPathLayer layer, LodeLineKind kind)
{
  const LodeGeoRange *range = &painter->geo->path_layers[layer];
  double width = get_width (painter, kind);

  if (width <= 0)
    return;

  for (guint i = 0; i < range->count; i++)
    lode_tile_frame_add_line (&painter->frame, painter->cr, painter->geo,
                              &painter->geo->paths[range->first + i]);
  lode_map_style_set_source (painter->cr, painter->style->lines[kind]);
  cairo_set_line_width (painter->cr, width);
  cairo_stroke (painter->cr);
}

static void
paint_land (Painter *painter)
{
  lode_tile_frame_add_rings (&painter->frame, painter->cr, painter->geo, painter->land);
  if (lode_map_style_get_relief (painter->area->zoom) * painter->style->relief > 0)
    lode_tile_set_relief_source (painter->cr, painter->area, painter->geo, painter->style);
  else
    lode_map_style_set_source (painter->cr, painter->style->elevations[0]);
  cairo_fill (painter->cr);
}

static void
paint_rivers (Painter *painter)
{
  const LodeGeoRange *range = &painter->geo->path_layers[LODE_GEO_RIVERS];

  for (int rank = 3; rank >= 1; rank--)
    {
      LodeLineKind kind = LODE_LINE_RIVER_1 + rank - 1;
      double width = get_width (painter, kind);

      if (width <= 0)
        continue;

      for (guint i = 0; i < range->count; i++)
        if (painter->geo->paths[range->first + i].rank == rank)
          lode_tile_frame_add_line (&painter->frame, painter->cr, painter->geo,
                                    &painter->geo->paths[range->first + i]);
      lode_map_style_set_source (painter->cr, painter->style->lines[kind]);
      cairo_set_line_width (painter->cr, width);
      cairo_stroke (painter->cr);
    }
}

static void
paint_lakes (Painter *painter)
{
  lode_tile_frame_add_rings (&painter->frame, painter->cr, painter->geo, LODE_GEO_LAKES);
  lode_map_style_set_source (painter->cr, painter->style->lake);
  cairo_fill (painter->cr);
  stroke_layer (painter, LODE_GEO_LAKES, LODE_LINE_LAKE);
}

static void
paint_coast (Painter *painter)
{
  stroke_layer (painter, painter->land, LODE_LINE_COAST);
}

/* A line is dashed from its beginning in every tile, so that the dashes meet at the borders: the
 * lines are short enough to be added whole. */
static void
paint_region_lines (Painter *painter)
{
  const LodeGeoRange *range = &painter->geo->path_layers[LODE_GEO_REGION_LINES];
  double width = get_width (painter, LODE_LINE_REGION);
  double dashes[] = { 4 * painter->area->scale, 2.5 * painter->area->scale };
  LodeTileFrame whole = painter->frame;

  if (width <= 0)
    return;

  whole.clip = painter->geo->box;
  for (guint i = 0; i < range->count; i++)
    {
      const LodeGeoPath *path = &painter->geo->paths[range->first + i];

      if (lode_geo_box_intersects (&path->box, &painter->frame.clip))
        lode_tile_frame_add_line (&whole, painter->cr, painter->geo, path);
    }
  lode_map_style_set_source (painter->cr, painter->style->lines[LODE_LINE_REGION]);
  cairo_set_line_width (painter->cr, width);
  cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (painter->cr);
  cairo_set_dash (painter->cr, NULL, 0, 0);
}

static void
paint_labels (Painter *painter)
{
  lode_tile_labels_paint (painter->cr, painter->area, painter->style);
}

/* As the soft band of pixels that lode_tile_paint_sea() makes, in strokes; the land is painted over
 * their inner half. */
static gboolean
paint_vector_sea (Painter *painter)
{
  static const struct
  {
    double reach; /* from the shore */
    double strength;
    gboolean near;
  } bands[] = {
    { 12, 0.18, FALSE }, { 10, 0.2, FALSE }, { 8, 0.25, FALSE },
    { 6, 0.3, FALSE },   { 4, 0.4, TRUE },   { 2.5, 0.5, TRUE },
  };
  const LodeGeoRange *range = &painter->geo->path_layers[painter->land];

  for (guint i = 0; i < range->count; i++)
    lode_tile_frame_add_line (&painter->frame, painter->cr, painter->geo,
                              &painter->geo->paths[range->first + i]);
  cairo_save (painter->cr);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      guint32 colour = bands[i].near ? painter->style->sea_near : painter->style->sea_far;
      guint32 alpha = (guint32) ((colour & 0xff) * bands[i].strength);

      lode_map_style_set_source (painter->cr, (colour & 0xffffff00) | alpha);
      cairo_set_line_width (painter->cr, 2 * bands[i].reach * painter->area->scale);
      cairo_stroke_preserve (painter->cr);
    }
  cairo_restore (painter->cr);
  cairo_new_path (painter->cr);
  return TRUE;
}

static gboolean
paint_sea (Painter *painter)
{
  if (painter->area->vector)
    return paint_vector_sea (painter);

  return lode_tile_paint_sea (painter->cr, painter->area, painter->geo, painter->land,
                              painter->style);
}

static void
paint_layers (Painter *painter, gboolean has_land, GCancellable *cancellable)
{
  static const LayerFunc layers[] = {
    paint_land, paint_rivers, paint_lakes, paint_region_lines, paint_coast,
  };

  has_land = has_land && !g_cancellable_is_cancelled (cancellable) && paint_sea (painter);
  for (guint i = 0; has_land && i < G_N_ELEMENTS (layers); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return;
      layers[i](painter);
    }
  if (painter->area->theme.graticule)
    lode_tile_graticule_paint (painter->cr, painter->area, painter->style);
  if (!g_cancellable_is_cancelled (cancellable))
    paint_labels (painter);
}

/**
 * lode_tile_size_at:
 * @zoom_level: of the map, may be fractional
 *
 * Returns: how large tiles of the whole zoom level below are drawn there, to the nearest widget
 *   pixel
 */
int
lode_tile_size_at (double zoom_level)
{
  return (int) round (LODE_TILE_SIZE * exp2 (zoom_level - floor (zoom_level)));
}

/**
 * lode_tile_area_init_tile:
 * @area: (out caller-allocates): an area
 * @zoom: zoom level
 * @x: column of the tile matrix, taken modulo its width
 * @y: row
 * @scale: device pixels for one widget pixel
 * @tile_size: device pixels of a tile, %LODE_TILE_SIZE times @scale or up to twice as many
 * @bleed: device pixels more on each side
 * @theme: what was chosen
 */
void
lode_tile_area_init_tile (LodeTileArea *area, int zoom, int x, int y, int scale, int tile_size,
                          int bleed, LodeMapTheme theme)
{
  int n_columns = 1 << zoom;

  x = ((x % n_columns) + n_columns) % n_columns;
  *area = (LodeTileArea){
    .zoom = zoom,
    .scale = scale,
    .tile_size = tile_size,
    .theme = theme,
    .left = (gint64) x * tile_size - bleed,
    .top = (gint64) y * tile_size - bleed,
    .width = tile_size + 2 * bleed,
    .height = tile_size + 2 * bleed,
  };
}

/**
 * lode_tile_area_get_world:
 * @area: an area
 *
 * Returns: the width of the whole world, in device pixels
 */
double
lode_tile_area_get_world (const LodeTileArea *area)
{
  return ldexp (area->tile_size, area->zoom);
}

/**
 * lode_tile_area_get_magnification:
 * @area: an area
 *
 * Returns: how much larger the map is than at the whole zoom level, 1 to 2
 */
double
lode_tile_area_get_magnification (const LodeTileArea *area)
{
  return (double) area->tile_size / (LODE_TILE_SIZE * area->scale);
}

/**
 * lode_tile_painter_paint_on:
 * @cr: a cairo context, one unit of which is a device pixel of the area
 * @area: what to paint
 * @cancellable: (nullable): is looked at between layers
 *
 * Paints the base map with the area's corner at the origin. Who wants none of it beyond the area
 * has clipped it. Otherwise as lode_tile_painter_paint().
 */
void
lode_tile_painter_paint_on (cairo_t *cr, const LodeTileArea *area, GCancellable *cancellable)
{
  double world = lode_tile_area_get_world (area);
  /* The glow reaches farthest beyond what it belongs to. */
  double margin = 32 * area->scale;
  gboolean has_land;
  Painter painter = {
    .area = area,
    .geo = lode_geo_get (),
    .style = lode_map_style_get (area->theme),
    .land = choose_land (area),
    .cr = cr,
  };

  /* Lines are a pixel or two wide: round joins cost much and cannot be seen. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  lode_map_style_set_source (cr, painter.style->sea);
  cairo_paint (cr);

  lode_tile_frame_init (&painter.frame, world, area->left, area->top, area->width, area->height,
                        margin);
  has_land = lode_tile_frame_find_world (&painter.frame, &painter.geo->box, world);
  paint_layers (&painter, has_land, cancellable);
}

/**
 * lode_tile_painter_paint:
 * @area: what to paint
 * @cancellable: (nullable): is looked at between layers
 *
 * Paints the base map. Areas that overlap agree about the pixels they share. May be called in any
 * thread, in several at once, and needs no display.
 *
 * Returns: (transfer full): an opaque ARGB32 image surface of the area's size; not complete if
 *   @cancellable was cancelled
 */
cairo_surface_t *
lode_tile_painter_paint (const LodeTileArea *area, GCancellable *cancellable)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
  cairo_t *cr = cairo_create (surface);

  lode_tile_painter_paint_on (cr, area, cancellable);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-style.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A rectangle of the world, in device pixels from its north-west corner: the whole world is
 * tile_size · 2^zoom of them. It may reach beyond the world.
 *
 * Between two zoom levels the map shows the tiles of the lower one, magnified. Their coasts and
 * places are painted that much larger; lines, dots and names keep their size on the screen. */
typedef struct
{
  int zoom;
  int scale;     /* device pixels for one widget pixel */
  int tile_size; /* device pixels of a tile: 256 · scale, times 1 to 2 between two zoom levels */
  LodeMapTheme theme;
  gboolean vector; /* for a surface of shapes, where pixels are to be avoided; scale is 1 */
  gint64 left;
  gint64 top;
  int width;
  int height;
} LodeTileArea;

int              lode_tile_size_at                (double zoom_level);
void             lode_tile_area_init_tile         (LodeTileArea *area, int zoom, int x, int y,
                                                   int scale, int tile_size, int bleed,
                                                   LodeMapTheme theme);
double           lode_tile_area_get_world         (const LodeTileArea *area);
double           lode_tile_area_get_magnification (const LodeTileArea *area);
void             lode_tile_painter_paint_on       (cairo_t *cr, const LodeTileArea *area,
                                                   GCancellable *cancellable);
cairo_surface_t *lode_tile_painter_paint          (const LodeTileArea *area,
                                                   GCancellable *cancellable);

G_END_DECLS

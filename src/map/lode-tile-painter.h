/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A rectangle of the world at an integer zoom level, in device pixels from the world's north-west
 * corner: the whole world is 256 · 2^zoom · scale of them. It may reach beyond the world. */
typedef struct
{
  int zoom;
  int scale; /* device pixels for one widget pixel */
  gboolean dark;
  gint64 left;
  gint64 top;
  int width;
  int height;
} LodeTileArea;

void             lode_tile_area_init_tile (LodeTileArea *area, int zoom, int x, int y, int scale,
                                           int bleed, gboolean dark);
cairo_surface_t *lode_tile_painter_paint  (const LodeTileArea *area, GCancellable *cancellable);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap-data.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Where a rectangle of the world at a zoom level lies on a surface. */
typedef struct
{
  double scale;    /* surface pixels for one unit of geometry */
  double origin_x; /* of the surface's corner, in surface pixels from the world's */
  double origin_y;
  LodeGeoBox clip; /* what touches the surface, a margin included */
} LodeTileFrame;

void     lode_tile_frame_init        (LodeTileFrame *frame, double world_size, double left,
                                      double top, int width, int height, double margin);
gboolean lode_tile_frame_find_world  (LodeTileFrame *frame, const LodeGeoBox *box,
                                      double world_size);
void     lode_tile_frame_add_ring    (const LodeTileFrame *frame, cairo_t *cr,
                                      const LodeGeo *geo, const LodeGeoPath *path);
void     lode_tile_frame_add_line    (const LodeTileFrame *frame, cairo_t *cr,
                                      const LodeGeo *geo, const LodeGeoPath *path);
void     lode_tile_frame_add_rings   (const LodeTileFrame *frame, cairo_t *cr,
                                      const LodeGeo *geo, LodeGeoPathLayer layer);

G_END_DECLS

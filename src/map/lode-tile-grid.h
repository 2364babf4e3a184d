/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-painter.h"
#include "lode-tile-path.h"

G_BEGIN_DECLS

/* What is soft is computed on a coarse grid and scaled up. The grid is fixed to the world, not to
 * the tile, and reaches beyond it by as much as a blur does: neighbours agree to the pixel. */
typedef struct
{
  double cell; /* device pixels */
  int left;    /* in cells from the world's corner */
  int top;
  int width;
  int height;
} LodeTileGrid;

void lode_tile_grid_init       (LodeTileGrid *grid, const LodeTileArea *area, int cell, int margin);
void lode_tile_grid_init_frame (const LodeTileGrid *grid, const LodeTileArea *area,
                                const LodeGeo *geo, LodeTileFrame *frame);
void lode_tile_grid_set_source (const LodeTileGrid *grid, cairo_t *cr, const LodeTileArea *area,
                                cairo_surface_t *surface);
void lode_tile_grid_blur       (cairo_surface_t *surface, int radius);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-prefetch.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define LODE_TILE_SIZE 256
#define LODE_TILE_MIN_ZOOM 3
#define LODE_TILE_MAX_ZOOM 12
#define LODE_TILE_MAX_SCALE 3

/**
 * LodeTileSource:
 *
 * Paints New Zealand from geometry compiled into the program, in its own threads.
 *
 * Property "pending" (uint, read only, notifies): tiles asked for and not yet answered, those
 * included that are painted anew after a change of style, scale or zoom level.
 *
 * Signal "redraw": something that a layer shows has changed; queue a draw of the map layer.
 */
#define LODE_TYPE_TILE_SOURCE (lode_tile_source_get_type ())
G_DECLARE_FINAL_TYPE (LodeTileSource, lode_tile_source, LODE, TILE_SOURCE, ShumateMapSource)

LodeTileSource *lode_tile_source_new              (void);
void            lode_tile_source_set_scale_factor (LodeTileSource *self, int scale_factor);
/* Where the map rests or will rest: tiles are painted as large as they are drawn there. */
void            lode_tile_source_set_zoom_level   (LodeTileSource *self, double zoom_level);
void            lode_tile_source_set_theme        (LodeTileSource *self, LodeMapTheme theme);
void            lode_tile_source_set_prefetch     (LodeTileSource   *self,
                                                   LodeTilePrefetch *prefetch);
/* What can be seen (world coordinates 0..1): painted from its middle on, and all that is drawn. */
void            lode_tile_source_set_view         (LodeTileSource *self, double x, double y,
                                                   double width, double height);
/* Tiles asked for and not yet answered; property "pending" (notifies). */
guint           lode_tile_source_get_pending      (LodeTileSource *self);

G_END_DECLS

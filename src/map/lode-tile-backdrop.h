/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-prefetch.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeTileBackdrop:
 *
 * Lies under the map layer and shows tiles that were painted ahead, until that one has its own.
 */
#define LODE_TYPE_TILE_BACKDROP (lode_tile_backdrop_get_type ())
G_DECLARE_FINAL_TYPE (LodeTileBackdrop, lode_tile_backdrop, LODE, TILE_BACKDROP, ShumateLayer)

LodeTileBackdrop *lode_tile_backdrop_new          (ShumateViewport *viewport);
/* Nullable: nothing to show. */
void              lode_tile_backdrop_set_prefetch (LodeTileBackdrop *self,
                                                   LodeTilePrefetch *prefetch);
/* Whether it left no part of the view without a tile when it was last drawn. */
gboolean          lode_tile_backdrop_is_whole     (LodeTileBackdrop *self);

G_END_DECLS

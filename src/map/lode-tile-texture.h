/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-painter.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Device pixels that a tile's texture has more on each side. */
#define LODE_TILE_BLEED 1

GdkTexture *lode_tile_texture_paint (const LodeTileArea *area, GCancellable *cancellable);
void        lode_tile_texture_stop  (void);

G_END_DECLS

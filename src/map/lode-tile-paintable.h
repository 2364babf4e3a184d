/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-style.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* All that a tile's picture depends on, but for which tile it is. */
typedef struct
{
  int scale;     /* device pixels for one widget pixel */
  int tile_size; /* device pixels of a tile */
  LodeMapTheme theme;
} LodeTileLook;

/* What a tile shows: a texture that can be replaced while the tile stays where it is. Its size is
 * the tile's in widget pixels; the texture has some device pixels more on each side, which are
 * drawn outside, so that no seam shows where tiles meet between pixels.
 *
 * Signal "shown" (gboolean *): it is drawn, unless a handler sets FALSE because nobody can see it.
 * Main thread, in the middle of a snapshot. */
#define LODE_TYPE_TILE_PAINTABLE (lode_tile_paintable_get_type ())
G_DECLARE_FINAL_TYPE (LodeTilePaintable, lode_tile_paintable, LODE, TILE_PAINTABLE, GObject)

LodeTilePaintable *lode_tile_paintable_new         (int zoom, int x, int y);
void               lode_tile_paintable_get_tile    (LodeTilePaintable *self, int *zoom, int *x,
                                                    int *y);
void               lode_tile_paintable_set_texture (LodeTilePaintable *self, GdkTexture *texture,
                                                    int bleed, LodeTileLook look);
LodeTileLook       lode_tile_paintable_get_look    (LodeTilePaintable *self);
gboolean           lode_tile_paintable_get_pending (LodeTilePaintable *self);
void               lode_tile_paintable_set_pending (LodeTilePaintable *self, gboolean pending);

G_END_DECLS

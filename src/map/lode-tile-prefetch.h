/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-painter.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Tiles of one view, painted ahead in a thread of their own while the window is being made, as
 * large as they will be drawn. All functions may be called in any thread. */
typedef struct _LodeTilePrefetch LodeTilePrefetch;

/* What the tiles are for. */
typedef struct
{
  double x; /* the view's centre, world coordinates 0..1 */
  double y;
  double zoom;
  int width; /* widget pixels */
  int height;
  int scale; /* device pixels for one widget pixel, of the tiles */
  LodeMapTheme theme;
} LodeTileView;

typedef void (*LodeTilePrefetchFunc) (const LodeTileArea *area, GdkTexture *texture,
                                      gpointer user_data);

void              lode_tile_prefetch_guess   (const LodeTileView *view);
LodeTilePrefetch *lode_tile_prefetch_new     (const LodeTileView *view);
LodeTilePrefetch *lode_tile_prefetch_ref     (LodeTilePrefetch *self);
void              lode_tile_prefetch_unref   (LodeTilePrefetch *self);
GdkTexture       *lode_tile_prefetch_wait    (LodeTilePrefetch *self, const LodeTileArea *area);
void              lode_tile_prefetch_foreach (LodeTilePrefetch *self, LodeTilePrefetchFunc func,
                                              gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeTilePrefetch, lode_tile_prefetch_unref)

G_END_DECLS

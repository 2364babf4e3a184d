/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a background's tiles come from. All functions may be called in any thread but the main
 * one, which they would block. NULL without an error: there is no such tile. */

/* A file larger than this is no tile. */
#define LODE_TILE_MAX_BYTES (4 << 20)

typedef struct _LodeMbtiles LodeMbtiles;

LodeMbtiles *lode_mbtiles_open   (const char *path, GError **error);
void         lode_mbtiles_free   (LodeMbtiles *self);
/* The file's own word on whose map it is; nullable. */
char        *lode_mbtiles_dup_attribution (LodeMbtiles *self);
GBytes      *lode_mbtiles_load   (LodeMbtiles *self, int zoom, int x, int y, GError **error);

/* uri: of one tile. Kept on disk for a week, and longer where the network is down. */
GBytes      *lode_tile_download  (const char *template, const char *uri, int zoom, int x, int y,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS

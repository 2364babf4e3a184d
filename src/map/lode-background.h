/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum
{
  LODE_BACKGROUND_BUILT_IN, /* nothing over the built-in map */
  LODE_BACKGROUND_MBTILES,  /* a file; MBTiles 1.3, raster */
  LODE_BACKGROUND_FOLDER,   /* z/x/y.png, .jpg or .jpeg below a folder */
  LODE_BACKGROUND_ADDRESS,  /* http or https, with {z}, {x} and {y} in it */
} LodeBackgroundKind;

#define LODE_TYPE_BACKGROUND_KIND (lode_background_kind_get_type ())
GType lode_background_kind_get_type (void);

/**
 * LodeBackground:
 *
 * The reader's own map: raster tiles of Web Mercator, 256 pixels, numbered as OpenStreetMap does.
 * Nothing is asked of a network unless its kind is an address.
 *
 * Property "message" (string, nullable, notifies in the main thread): why tiles are missing, as a
 * sentence for the reader; NULL: nothing went wrong lately.
 */
#define LODE_TYPE_BACKGROUND (lode_background_get_type ())
G_DECLARE_FINAL_TYPE (LodeBackground, lode_background, LODE, BACKGROUND, GObject)

/* location: a path or an address template. attribution: nullable. G_IO_ERROR, with a sentence for
 * the reader, where it cannot be used. */
LodeBackground *lode_background_new             (LodeBackgroundKind kind, const char *location,
                                                 const char *attribution, GError **error);
gboolean        lode_background_is_supported    (LodeBackgroundKind kind);
/* Whose map it is; nullable. */
const char     *lode_background_get_attribution (LodeBackground *self);
const char     *lode_background_get_message     (LodeBackground *self);
/* A tile's picture; NULL without an error: there is none. Finish in the main thread. */
void            lode_background_load_async      (LodeBackground *self, int zoom, int x, int y,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
GdkTexture     *lode_background_load_finish     (LodeBackground *self, GAsyncResult *result,
                                                 GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What was painted on an ARGB32 image surface, as a texture of that size. Takes the surface. opaque:
 * it has no alpha that matters. May be called in any thread. */
GdkTexture *lode_surface_texture_new (cairo_surface_t *surface, gboolean opaque);

G_END_DECLS

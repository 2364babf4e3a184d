/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What was painted on an image surface without alpha that matters (ARGB32, RGB24), as a texture of
 * that size. Takes the surface. May be called in any thread. */
GdkTexture *lode_surface_texture_new (cairo_surface_t *surface);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was painted on an ARGB32 image surface, with its alpha, to be drawn by a widget in each frame:
 * takes the surface, and returns a node that the caller owns, of the kind that the widget's renderer
 * draws fastest: a cairo renderer fetches the pixels of each texture in each frame, others keep them.
 * bounds: where it is drawn, pixels of the widget. The widget is in a window. In GTK's thread. */
GskRenderNode *lode_surface_node_new    (cairo_surface_t       *surface,
                                         const graphene_rect_t *bounds,
                                         GtkWidget             *widget);
/* Draws it elsewhere, or in another size. */
void           lode_surface_node_append (GskRenderNode         *node,
                                         GtkSnapshot           *snapshot,
                                         const graphene_rect_t *bounds);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeListAnchor:
 *
 * Which statements of a list are in sight, where, and which of them has the focus, so that the list
 * can be filled anew under the reader's eyes without moving.
 */
typedef struct _LodeListAnchor LodeListAnchor;

LodeListAnchor *lode_list_anchor_new     (GtkListView    *list_view);
void            lode_list_anchor_free    (LodeListAnchor *self);
gboolean        lode_list_anchor_restore (LodeListAnchor *self);

G_END_DECLS

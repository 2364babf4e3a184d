/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeWrapBox:
 *
 * Its children in lines, as words stand in a paragraph: each as wide as it is by nature, and no
 * wider than the box. (AdwWrapBox came with libadwaita 1.7; GtkFlowBox has columns.)
 */
#define LODE_TYPE_WRAP_BOX (lode_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (LodeWrapBox, lode_wrap_box, LODE, WRAP_BOX, GtkWidget)

/* Behind @sibling; NULL: at the beginning. */
void lode_wrap_box_insert (LodeWrapBox *self, GtkWidget *child, GtkWidget *sibling);
void lode_wrap_box_remove (LodeWrapBox *self, GtkWidget *child);

G_END_DECLS

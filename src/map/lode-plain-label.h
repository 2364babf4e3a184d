/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a dataset says, on the screen: never markup, and never able to turn other text round (see
 * lode_shown_text_dup()). All of its texts go through one of these. */
void lode_label_set_text      (GtkLabel *label, const char *text);
void lode_accessible_set_name (GtkAccessible *accessible, const char *name);

G_END_DECLS

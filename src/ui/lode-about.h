/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows who made Lode, and whose data the base map and the statements are.
 * parent: nullable. */
void lode_about_show (GtkWindow *parent);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps @menu filled, as long as it lives, with the datasets opened last. */
void lode_recent_menu_fill (GMenu *menu);
/* Remembers @file, for this menu and for those of the desktop. */
void lode_recent_menu_add  (GFile *file);

G_END_DECLS

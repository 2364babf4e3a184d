/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* What stands over the map and is no part of it. */

/* Whole country, zoom in, zoom out: the actions "map.home", "map.zoom-in" and "map.zoom-out" of an
 * ancestor. Floating; for the lower end of an overlay. A zoom button that reaches its limit while
 * it has the focus hands that to the other one. */
GtkWidget *lode_map_buttons_new (void);
/* The scale at the start, whose data it is at the end: one row, so that they share the width that
 * the buttons leave. Floating; lets the pointer through. viewport: of the map that it is for. */
/* Whose map it is: plain text. */
void       lode_map_legend_set_credit (GtkWidget *legend, const char *credit);
GtkWidget *lode_map_legend_new  (ShumateViewport *viewport);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker-label.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodePlaceRow:
 *
 * A place in a list: its topics as tiles, its name, and how many statements name it.
 */
#define LODE_TYPE_PLACE_ROW (lode_place_row_get_type ())
G_DECLARE_FINAL_TYPE (LodePlaceRow, lode_place_row, LODE, PLACE_ROW, GtkBox)

GtkWidget *lode_place_row_new       (void);
/* Not kept. */
void       lode_place_row_set_place (LodePlaceRow *self, LodePlace *place,
                                     const LodeMarkerWords *words);
/* Where there is room: another name than the place's own, and a line below it, which is expected to
 * say the count, too. After lode_place_row_set_place(). */
void       lode_place_row_set_details (LodePlaceRow *self, const char *title, const char *details);

G_END_DECLS

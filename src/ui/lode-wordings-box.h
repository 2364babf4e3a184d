/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeWordingsBox:
 *
 * Two wordings beside each other, or one below the other where there is no room, with the words
 * that differ marked in both.
 */
#define LODE_TYPE_WORDINGS_BOX (lode_wordings_box_get_type ())
G_DECLARE_FINAL_TYPE (LodeWordingsBox, lode_wordings_box, LODE, WORDINGS_BOX, AdwBin)

GtkWidget *lode_wordings_box_new          (void);
void       lode_wordings_box_set_wordings (LodeWordingsBox *self,
                                           const char      *first_title,
                                           const char      *first,
                                           const char      *second_title,
                                           const char      *second);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeTextSizeControl:
 *
 * Three buttons that make the statements' text smaller and larger; the one between says how large it
 * is, and makes it 100 % again.
 */
#define LODE_TYPE_TEXT_SIZE_CONTROL (lode_text_size_control_get_type ())
G_DECLARE_FINAL_TYPE (LodeTextSizeControl, lode_text_size_control, LODE, TEXT_SIZE_CONTROL, AdwBin)

GtkWidget *lode_text_size_control_new         (void);
void       lode_text_size_control_add_to_menu (GtkMenuButton *menu_button);

G_END_DECLS

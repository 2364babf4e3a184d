/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeChipRow:
 *
 * Chips in one line, however many; what does not fit is scrolled to, by the wheel, by a finger, or
 * by the focus. More lines of them would push what is found out of sight.
 */
#define LODE_TYPE_CHIP_ROW (lode_chip_row_get_type ())
G_DECLARE_FINAL_TYPE (LodeChipRow, lode_chip_row, LODE, CHIP_ROW, AdwBin)

/* Behind @sibling, which is in the row; NULL: as the first. A chip that is there already moves. */
void lode_chip_row_insert (LodeChipRow *self, GtkWidget *chip, GtkWidget *sibling);
void lode_chip_row_remove (LodeChipRow *self, GtkWidget *chip);

G_END_DECLS

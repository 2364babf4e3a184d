/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-statement-groups.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeHeadingRow:
 *
 * The line above a group of statements: what they have in common, and how many there are.
 */
#define LODE_TYPE_HEADING_ROW (lode_heading_row_get_type ())
G_DECLARE_FINAL_TYPE (LodeHeadingRow, lode_heading_row, LODE, HEADING_ROW, AdwBin)

GtkWidget *lode_heading_row_new         (void);
void       lode_heading_row_set_heading (LodeHeadingRow *self, LodeStatementHeading *heading);

G_END_DECLS

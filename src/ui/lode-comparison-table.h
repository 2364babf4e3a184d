/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-speaker-aliases.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeComparisonTable:
 *
 * A comparison as a table, also with rows and columns swapped, that scrolls both ways below and beside its headings. It is a
 * GtkScrollable; only cells in view have a widget, so that rows and columns may be thousands. Arrow
 * keys, Home and End go from cell to cell; Tab leaves the table.
 *
 * Signal: "activated" (row, column of the comparison), where -1 stands for the heading of the other.
 */
#define LODE_TYPE_COMPARISON_TABLE (lode_comparison_table_get_type ())
G_DECLARE_FINAL_TYPE (LodeComparisonTable, lode_comparison_table, LODE, COMPARISON_TABLE, GtkWidget)

void lode_comparison_table_set_comparison (LodeComparisonTable *self,
                                           LodeComparison      *comparison,
                                           LodeSpeakerAliases  *aliases,
                                           const char          *nothing);
void lode_comparison_table_set_transposed (LodeComparisonTable *self, gboolean transposed);
void lode_comparison_table_focus_cell     (LodeComparisonTable *self, int row, int column);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeComparisonCell:
 *
 * A button of the compare page: what one row says about one column, or the heading of either. A
 * cell in which nothing is said can take the focus, so that its words can be heard, and does
 * nothing.
 */
#define LODE_TYPE_COMPARISON_CELL (lode_comparison_cell_get_type ())
G_DECLARE_FINAL_TYPE (LodeComparisonCell, lode_comparison_cell, LODE, COMPARISON_CELL, GtkButton)

GtkWidget *lode_comparison_cell_new            (void);
void       lode_comparison_cell_set_heading    (LodeComparisonCell          *self,
                                                const LodeComparisonHeading *heading,
                                                const char                  *name);
void       lode_comparison_cell_set_statements (LodeComparisonCell    *self,
                                                LodeStatement * const *statements,
                                                guint                  n_statements,
                                                GObject               *proposition,
                                                const char            *where);
void       lode_comparison_cell_set_nothing    (LodeComparisonCell *self,
                                                const char         *words,
                                                const char         *where);

G_END_DECLS

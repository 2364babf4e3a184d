/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-problem.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeProblemRow:
 *
 * A problem of a dataset: what is wrong, what would be right, and where. It can be copied.
 */
#define LODE_TYPE_PROBLEM_ROW (lode_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (LodeProblemRow, lode_problem_row, LODE, PROBLEM_ROW, AdwBin)

GtkWidget *lode_problem_row_new         (void);
void       lode_problem_row_set_problem (LodeProblemRow *self,
                                         LodeProblem    *problem,
                                         const char     *file_name);

G_END_DECLS

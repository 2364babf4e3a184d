/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeComparePage:
 *
 * Speakers (or their groups) × topics as a table of what they said, their positions where somebody
 * coded them, and their shares of the quoted words; from each to the statements in full, side by
 * side.
 *
 * Properties: "dataset" and "statements" (what is compared, a GListModel of LodeStatement of it;
 * both nullable), "query" and "findings" for the filters above, "provenance" (write only: what the
 * quotations came to), and what its menu sets: "by" (speakers or groups), "order", "min-statements",
 * "transposed", "names-hidden". The latter are also actions, "compare.by" and so on.
 */
#define LODE_TYPE_COMPARE_PAGE (lode_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (LodeComparePage, lode_compare_page, LODE, COMPARE_PAGE, AdwBin)

void     lode_compare_page_set_dataset    (LodeComparePage *self, LodeDataset *dataset);
void     lode_compare_page_set_statements (LodeComparePage *self, GListModel *statements);
void     lode_compare_page_focus_search   (LodeComparePage *self);
gboolean lode_compare_page_step_back      (LodeComparePage *self);

G_END_DECLS

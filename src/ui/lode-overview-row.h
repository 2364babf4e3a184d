/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeOverviewRow:
 *
 * The top of the panel: the selected place with its names, minerals and dated note, or the whole
 * dataset where none is selected.
 */
#define LODE_TYPE_OVERVIEW_ROW (lode_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (LodeOverviewRow, lode_overview_row, LODE, OVERVIEW_ROW, AdwBin)

GtkWidget *lode_overview_row_new         (void);
void       lode_overview_row_set_place   (LodeOverviewRow *self, LodePlace *place);
void       lode_overview_row_set_dataset (LodeOverviewRow *self, LodeDataset *dataset);

G_END_DECLS

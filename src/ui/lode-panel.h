/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodePanel:
 *
 * Beside the map: what is selected, and the statements in their groups.
 *
 * Properties (all notify): "dataset", "selected-place", "shown-statements" (a GListModel of
 * LodeStatement; all three nullable), and "lit-places" (read only, a GListModel of LodePlace): the
 * places of the statement under the pointer or with the keyboard focus.
 */
#define LODE_TYPE_PANEL (lode_panel_get_type ())
G_DECLARE_FINAL_TYPE (LodePanel, lode_panel, LODE, PANEL, AdwBin)

LodeDataset *lode_panel_get_dataset        (LodePanel *self);
void         lode_panel_set_dataset        (LodePanel *self, LodeDataset *dataset);
LodePlace   *lode_panel_get_selected_place (LodePanel *self);
void         lode_panel_set_selected_place (LodePanel *self, LodePlace *place);
GListModel  *lode_panel_get_shown_statements (LodePanel *self);
void         lode_panel_set_shown_statements (LodePanel *self, GListModel *statements);
GListModel  *lode_panel_get_lit_places     (LodePanel *self);

void         lode_panel_hold                 (LodePanel *self);
void         lode_panel_release              (LodePanel *self);

G_END_DECLS

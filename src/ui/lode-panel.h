/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"
#include "lode-provenance.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodePanel:
 *
 * Beside the map: search and filters, what is selected, and the statements in their groups.
 *
 * Properties (all notify): "dataset", "selected-place", "findings", "provenance" (a LodeProvenance;
 * all four nullable), "query" (what is written and chosen at the top), and "lit-places" (read only,
 * a GListModel of LodePlace): the places of the statement under the pointer or with the keyboard
 * focus.
 */
#define LODE_TYPE_PANEL (lode_panel_get_type ())
G_DECLARE_FINAL_TYPE (LodePanel, lode_panel, LODE, PANEL, AdwBin)

LodeDataset *lode_panel_get_dataset        (LodePanel *self);
void         lode_panel_set_dataset        (LodePanel *self, LodeDataset *dataset);
LodePlace   *lode_panel_get_selected_place (LodePanel *self);
void         lode_panel_set_selected_place (LodePanel *self, LodePlace *place);
const char  *lode_panel_get_query          (LodePanel *self);
void         lode_panel_set_query          (LodePanel *self, const char *query);
LodeFindings *lode_panel_get_findings      (LodePanel *self);
void         lode_panel_set_findings       (LodePanel *self, LodeFindings *findings);
void         lode_panel_show_statement     (LodePanel *self, LodeStatement *statement);
void         lode_panel_step               (LodePanel *self, int step);
void         lode_panel_focus_statements   (LodePanel *self);
void         lode_panel_focus_search       (LodePanel *self);
GListModel  *lode_panel_get_lit_places     (LodePanel *self);
void         lode_panel_set_provenance     (LodePanel *self, LodeProvenance *provenance);

void         lode_panel_hold                 (LodePanel *self);
void         lode_panel_release              (LodePanel *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"
#include "lode-provenance.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeWindow:
 *
 * A dataset, its map and its statements. The window owns what is shown and what is selected; map
 * and panel are bound to its properties and do not know each other.
 *
 * Properties (all notify): "dataset" (read only), "query" (what is looked for, as LodeQuery has it),
 * "shown-statements" (read only, a GListModel of LodeStatement: what the query finds), "findings"
 * (read only, nullable, a LodeFindings: the same, counted),
 * "provenance" (read only, nullable, a LodeProvenance: what the quotations came to; NULL while they
 * are being compared), "selected-place" (nullable), "panel-shown", "panel-width" (widget pixels),
 * "page" ("map" or "compare").
 */
#define LODE_TYPE_WINDOW (lode_window_get_type ())
G_DECLARE_FINAL_TYPE (LodeWindow, lode_window, LODE, WINDOW, AdwApplicationWindow)

void         lode_window_guess_map          (GSettings *settings);
void         lode_window_read_ahead         (void);
void         lode_window_end_reading_ahead  (void);
GtkWidget   *lode_window_new                (GtkApplication *application);
LodeDataset *lode_window_get_dataset        (LodeWindow *self);
const char  *lode_window_get_query          (LodeWindow *self);
void         lode_window_set_query          (LodeWindow *self, const char *query);
LodeFindings *lode_window_get_findings      (LodeWindow *self);
GListModel  *lode_window_get_shown_statements (LodeWindow *self);
LodePlace   *lode_window_get_selected_place (LodeWindow *self);
void         lode_window_set_selected_place (LodeWindow *self, LodePlace *place);
gboolean     lode_window_get_panel_shown    (LodeWindow *self);
void         lode_window_set_panel_shown    (LodeWindow *self, gboolean panel_shown);
int          lode_window_get_panel_width    (LodeWindow *self);
void         lode_window_set_panel_width    (LodeWindow *self, int panel_width);
void         lode_window_open_file          (LodeWindow *self, GFile *file);
void         lode_window_open_files         (LodeWindow *self, GFile **files, guint n_files);
void         lode_window_show_address       (LodeWindow *self, const char *uri);
void         lode_window_open_built_in      (LodeWindow *self);
LodeProvenance *lode_window_get_provenance  (LodeWindow *self);
void         lode_window_choose_source_text (LodeWindow *self, LodeSource *source, GFile *file);

G_END_DECLS

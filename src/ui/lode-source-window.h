/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-provenance.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeSourceWindow:
 *
 * A quotation in the stored text of its source: highlighted, in its paragraph, or beside the nearest
 * words if it is not there.
 */
#define LODE_TYPE_SOURCE_WINDOW (lode_source_window_get_type ())
G_DECLARE_FINAL_TYPE (LodeSourceWindow, lode_source_window, LODE, SOURCE_WINDOW, AdwWindow)

GtkWidget *lode_source_window_new            (GtkWindow        *parent,
                                              LodeStatement    *statement);
void       lode_source_window_set_provenance (LodeSourceWindow *self,
                                              LodeProvenance   *provenance);

G_END_DECLS

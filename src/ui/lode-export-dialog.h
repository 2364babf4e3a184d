/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-provenance.h"
#include "lode-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeExportDialog:
 *
 * Asks in which format statements should go out, says what that cannot hold, asks where to, and
 * writes them in a thread.
 *
 * Signals: "exported" (GFile): it is written; the dialog closes.
 */
#define LODE_TYPE_EXPORT_DIALOG (lode_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LodeExportDialog, lode_export_dialog, LODE, EXPORT_DIALOG, AdwWindow)

GtkWidget *lode_export_dialog_new  (GtkWindow        *parent,
                                    LodeDataset      *dataset,
                                    GListModel       *statements,
                                    LodeQuery        *query,
                                    LodePlace        *place,
                                    LodeProvenance   *provenance);
void       lode_export_dialog_save (LodeExportDialog *self,
                                    GFile            *file);

G_END_DECLS

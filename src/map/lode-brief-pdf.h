/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-export.h"

G_BEGIN_DECLS

/* For lode_export_set_painter(): writes a brief as PDF 1.5, on the locale's paper. Blocks, and needs
 * no display. G_IO_ERROR_FAILED, with a sentence for the reader. */
gboolean lode_brief_paint (LodeExport *export, LodeExportWriter *out, GError **error);

G_END_DECLS

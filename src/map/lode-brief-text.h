/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-brief-block.h"
#include "lode-export.h"

G_BEGIN_DECLS

/* What a brief says, block by block; where that stands is no matter of these. n_statements: how many
 * are in the brief. number: of a source, from 1, as the list of sources has it. */
void lode_brief_add_title     (LodeBriefBlock *block, LodeExport *export, guint n_statements);
void lode_brief_add_heading   (LodeBriefBlock *block, const char *title, const char *note);
void lode_brief_add_statement (LodeBriefBlock *block, LodeExport *export, LodeStatement *statement,
                               guint number);
void lode_brief_add_source    (LodeBriefBlock *block, LodeSource *source, guint number);
void lode_brief_add_imprint   (LodeBriefBlock *block, LodeDataset *dataset);

G_END_DECLS

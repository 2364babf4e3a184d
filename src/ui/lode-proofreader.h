/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-provenance.h"

G_BEGIN_DECLS

/**
 * LodeProofreader:
 *
 * Keeps the quotations of a window's dataset compared with their sources' texts, in a worker
 * thread: those stored beside the dataset, and those that the reader has chosen, which are
 * remembered.
 */
#define LODE_TYPE_PROOFREADER (lode_proofreader_get_type ())
G_DECLARE_FINAL_TYPE (LodeProofreader, lode_proofreader, LODE, PROOFREADER, GObject)

LodeProofreader *lode_proofreader_new            (void);
void             lode_proofreader_set_dataset    (LodeProofreader *self,
                                                  LodeDataset     *dataset,
                                                  GFile           *folder);
void             lode_proofreader_choose_text    (LodeProofreader *self,
                                                  LodeSource      *source,
                                                  GFile           *file);
/* NULL: nothing has been compared yet. */
LodeProvenance  *lode_proofreader_get_provenance (LodeProofreader *self);

G_END_DECLS

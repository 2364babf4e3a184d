/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"
#include "lode-source-text.h"
#include "lode-verification.h"

G_BEGIN_DECLS

/**
 * LodeProvenance:
 *
 * Every quotation of a dataset compared with the texts of its sources. Made in a worker thread,
 * immutable, to be read from any thread.
 */
#define LODE_TYPE_PROVENANCE (lode_provenance_get_type ())
G_DECLARE_FINAL_TYPE (LodeProvenance, lode_provenance, LODE, PROVENANCE, GObject)

LodeProvenance   *lode_provenance_check            (LodeDataset         *dataset,
                                                    GFile               *folder,
                                                    GHashTable          *chosen,
                                                    GCancellable        *cancellable,
                                                    GError             **error);
void              lode_provenance_check_async      (LodeDataset         *dataset,
                                                    GFile               *folder,
                                                    GHashTable          *chosen,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
LodeProvenance   *lode_provenance_check_finish     (GAsyncResult        *result,
                                                    GError             **error);

LodeDataset      *lode_provenance_get_dataset      (LodeProvenance      *self);
/* @self may be NULL: then it is what the dataset itself says. */
LodeVerification  lode_provenance_get_verification (LodeProvenance      *self,
                                                    LodeStatement       *statement);
/* The outcome of each statement of @dataset, in its order; LODE_N_OUTCOMES for what is no quotation.
 * Here, too, @self may be NULL. To be freed. */
guint8           *lode_provenance_dup_outcomes     (LodeProvenance      *self,
                                                    LodeDataset         *dataset);
/* The same, borrowed; @self is not NULL. */
const guint8     *lode_provenance_get_outcomes     (LodeProvenance      *self);
/* How many quotations came to that. */
guint             lode_provenance_get_count        (LodeProvenance      *self,
                                                    LodeOutcome          outcome);
LodeTextState     lode_provenance_get_text_state   (LodeProvenance      *self,
                                                    LodeSource          *source);
gboolean          lode_provenance_has_text         (LodeProvenance      *self,
                                                    LodeSource          *source);
gboolean          lode_provenance_is_text_chosen   (LodeProvenance      *self,
                                                    LodeSource          *source);
/* NULL: none at hand. It may be another text than the dataset means: ask for the state. */
LodeSourceText   *lode_provenance_get_text         (LodeProvenance      *self,
                                                    LodeSource          *source);
GFile            *lode_provenance_get_text_file    (LodeProvenance      *self,
                                                    LodeSource          *source);
/* Why the text cannot be read, translated; NULL: it can, or there is none. */
const char       *lode_provenance_get_text_error   (LodeProvenance      *self,
                                                    LodeSource          *source);

G_END_DECLS

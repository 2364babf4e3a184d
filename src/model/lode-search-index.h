/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"
#include "lode-query.h"
#include "lode-search-texts.h"

G_BEGIN_DECLS

/**
 * LodeSearchIndex:
 *
 * What a search needs of a dataset: the folded words of its statements, those of its other records
 * once each, and which statement has which. Immutable; may be used in any thread.
 */
typedef struct _LodeSearchIndex LodeSearchIndex;

/* @dataset is not kept; the index lives in it. */
LodeSearchIndex *lode_search_index_new      (LodeDataset *dataset);
void             lode_search_index_free     (LodeSearchIndex *self);
/* What the quotations came to, see lode_provenance_get_outcomes(); borrowed. @provenance may be NULL:
 * then it is what the dataset itself says. */
const guint8    *lode_search_index_get_outcomes (LodeSearchIndex *self,
                                                 LodeProvenance  *provenance);
/* Sets bit 1 << field of failed[i] for each field of @query whose terms statement i does not
 * fulfil; a statement with no bit is found. */
void             lode_search_index_evaluate (LodeSearchIndex *self,
                                             LodeQuery       *query,
                                             LodeProvenance  *provenance,
                                             guint16         *failed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeSearchIndex, lode_search_index_free)

G_END_DECLS

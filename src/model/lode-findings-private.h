/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"
#include "lode-query-private.h"
#include "lode-search-index-private.h"

G_BEGIN_DECLS

/* Those that can be counted are all before the dates' bounds. */
#define N_COUNTED (LODE_QUERY_FIELD_DATE + 1)

struct _LodeFindings
{
  GObject parent_instance;

  LodeQuery *query;
  LodeDataset *dataset;
  LodeProvenance *provenance; /* NULL: what the dataset itself says */
  GListModel *statements;
  guint16 *failed;            /* see lode_search_index_evaluate() */
  guint32 *counts[N_COUNTED]; /* by the position of the value, or by the year; NULL: nobody asked */
  guint32 *place_counts;      /* of the statements found */
};

/* NULL: the values of @field are no records. */
LodeSearchRecords *lode_findings_get_records  (LodeSearchIndex *index, LodeQueryField field);
guint              lode_findings_get_n_values (LodeSearchIndex *index, LodeQueryField field);
/* How many statements have each of the values, of those that all other fields leave. */
const guint32     *lode_findings_get_counts   (LodeFindings *self, LodeQueryField field);

G_END_DECLS

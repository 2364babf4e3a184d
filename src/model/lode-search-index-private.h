/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-search-index.h"
#include "lode-search-records.h"

G_BEGIN_DECLS

struct _LodeSearchIndex
{
  guint n_statements;
  LodeSearchTexts *words;
  LodeSearchRecords *actors;
  LodeSearchRecords *places;
  LodeSearchRecords *topics;
  LodeSearchRecords *sources;

  /* One for each statement. */
  guint32 *statement_actors;
  guint32 *statement_sources;
  guint32 *statement_groups;
  guint32 *days;
  guint8 *kinds;
  guint8 *outcomes; /* as the dataset itself says */
  /* Those of statement i are from starts[i] to starts[i + 1]. */
  guint32 *place_starts;
  GArray *statement_places;
  guint32 *topic_starts;
  GArray *statement_topics;

  GPtrArray *groups;      /* of char *, folded; the first is that of actors without one */
  GPtrArray *group_names; /* the same as written */

  guint n_values[LODE_N_QUERY_FIELDS]; /* that some statement has */
};

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-digest.h"

#include "lode-statement.h"

#include <string.h>

/* By place first: somebody may have been asked about a place and not have answered. */
static LodeStatementGroup
find_group (LodeStatement *statement)
{
  guint n_places;

  lode_statement_get_places (statement, &n_places);
  if (n_places > 0)
    return LODE_STATEMENT_GROUP_PLACE;

  return lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_NO_REPLY
    ? LODE_STATEMENT_GROUP_NO_REPLY
    : LODE_STATEMENT_GROUP_GENERAL;
}

LodeDatasetDigest *
lode_dataset_digest_new (LodeDataset *dataset)
{
  GListModel *statements = lode_dataset_get_statements (dataset);
  const guint n = g_list_model_get_n_items (statements);
  LodeDatasetDigest *self = g_new0 (LodeDatasetDigest, 1);

  self->groups = g_new (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      const char *date = lode_statement_get_date (statement);

      self->groups[i] = find_group (statement);
      /* Dates of ISO 8601 sort as text. */
      if (self->first_date == NULL || strcmp (date, self->first_date) < 0)
        self->first_date = date;
      if (self->last_date == NULL || strcmp (date, self->last_date) > 0)
        self->last_date = date;
    }

  return self;
}

void
lode_dataset_digest_free (LodeDatasetDigest *self)
{
  g_free (self->groups);
  g_free (self);
}

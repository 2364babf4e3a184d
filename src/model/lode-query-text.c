/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-filter-value-private.h"
#include "lode-query-private.h"
#include "lode-search-index-private.h"

#include <glib/gi18n-lib.h>

/* A query as a person reads it, where nobody can click on what it has found. */

static LodeRecord *
find_record (GListModel *records, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (lode_record_get_id (record), id))
        return record; /* the list has it, too */
    }

  return NULL;
}

/* As the dataset writes it; NULL: it has no such group. */
static char *
dup_group_name (LodeDataset *dataset, const char *folded)
{
  LodeSearchIndex *index = lode_dataset_get_search_index (dataset);

  for (guint i = 1; i < index->groups->len; i++)
    if (g_str_equal (index->groups->pdata[i], folded))
      return g_strdup (index->group_names->pdata[i]);

  return NULL;
}

/* "Chlöe Swarbrick" of "chloe-swarbrick"; what was written, if it is no value that has a name. */
static char *
dup_value_name (const LodeQueryTerm *term, LodeDataset *dataset)
{
  g_autoptr (LodeFilterValue) value = g_object_new (LODE_TYPE_FILTER_VALUE, NULL);
  LodeRecord *record = NULL;
  int number;

  switch (term->field)
    {
    case LODE_QUERY_FIELD_SPEAKER:
      record = (LodeRecord *) lode_dataset_find_actor (dataset, term->value);
      break;
    case LODE_QUERY_FIELD_PLACE:
      record = (LodeRecord *) lode_dataset_find_place (dataset, term->value);
      break;
    case LODE_QUERY_FIELD_TOPIC:
      record = find_record (lode_dataset_get_topics (dataset), term->value);
      break;
    case LODE_QUERY_FIELD_SOURCE:
      record = find_record (lode_dataset_get_sources (dataset), term->value);
      break;
    case LODE_QUERY_FIELD_KIND:
      number = lode_filter_value_find_kind (term->value);
      if (number >= 0)
        lode_filter_value_name_kind (value, number);
      break;
    case LODE_QUERY_FIELD_CHECK:
      number = lode_filter_value_find_outcome (term->value);
      if (number >= 0)
        lode_filter_value_name_outcome (value, number);
      break;
    case LODE_QUERY_FIELD_GROUP:
      value->name = dup_group_name (dataset, term->folded);
      break;
    case LODE_QUERY_FIELD_WORDS:
    case LODE_QUERY_FIELD_DATE:
    case LODE_QUERY_FIELD_BEFORE:
    case LODE_QUERY_FIELD_AFTER:
    case LODE_QUERY_FIELD_AREA:
    case LODE_N_QUERY_FIELDS:
    default:
      break;
    }
  if (record != NULL)
    lode_filter_value_name_record (value, record);

  return g_strdup (value->name != NULL ? value->name : term->value);
}

/**
 * lode_query_dup_in_words:
 * @dataset: whose records have the ids that the query may name
 *
 * Writes what is looked for: "“self interest” · Speaker: Chlöe Swarbrick · Before 2025".
 *
 * Returns: (transfer full): a line for a person, translated; "" if everything is asked for
 */
char *
lode_query_dup_in_words (LodeQuery *self, LodeDataset *dataset)
{
  const LodeQueryTerm *terms;
  GString *text;
  guint n_terms;

  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);
  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);

  text = g_string_new (NULL);
  terms = lode_query_get_terms (self, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      LodeQueryTerm named = terms[i];
      g_autofree char *name = dup_value_name (&terms[i], dataset);
      g_autofree char *part = NULL;

      named.value = name;
      part = lode_filter_value_dup_term_name (&named);
      g_string_append (text, i > 0 ? " · " : "");
      g_string_append_printf (text, named.field == LODE_QUERY_FIELD_WORDS ? "“%s”" : "%s", part);
    }

  return g_string_free (text, FALSE);
}

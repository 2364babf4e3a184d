/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-filter-value-private.h"
#include "lode-findings-private.h"

#include <string.h>

/* What filters offer of findings: values with names and counts. */

static GListModel *
get_record_model (LodeDataset *dataset, LodeQueryField field)
{
  if (field == LODE_QUERY_FIELD_SPEAKER)
    return lode_dataset_get_actors (dataset);
  if (field == LODE_QUERY_FIELD_PLACE)
    return lode_dataset_get_places (dataset);
  if (field == LODE_QUERY_FIELD_TOPIC)
    return lode_dataset_get_topics (dataset);

  return lode_dataset_get_sources (dataset);
}

/* Fills in what is written and shown for the value at @position. */
static void
name_value (LodeFilterValue *value, LodeFindings *self, LodeSearchIndex *index, guint position)
{
  if (lode_findings_get_records (index, value->field) != NULL)
    {
      g_autoptr (LodeRecord) record =
        g_list_model_get_item (get_record_model (self->dataset, value->field), position);

      value->rank = lode_search_records_get_rank (lode_findings_get_records (index, value->field), position);
      lode_filter_value_name_record (value, record);
    }
  else if (value->field == LODE_QUERY_FIELD_KIND)
    {
      lode_filter_value_name_kind (value, position);
    }
  else if (value->field == LODE_QUERY_FIELD_CHECK)
    {
      value->rank = position; /* from good to bad */
      lode_filter_value_name_outcome (value, position);
    }
  else if (value->field == LODE_QUERY_FIELD_GROUP)
    {
      value->value = g_strdup (index->groups->pdata[position]);
      value->name = g_strdup (index->group_names->pdata[position]);
    }
  else
    {
      value->value = g_strdup_printf ("%04u", position);
      value->name = g_strdup (value->value);
    }
}

/**
 * lode_findings_list_values:
 * @field: a field that has a list of values: not the words, nor the bounds of dates
 *
 * Lists the values that a filter on @field offers: those that some statement has, and those that
 * the query has already.
 *
 * Returns: (transfer full) (element-type LodeFilterValue): the values, the most frequent first,
 *   dates in order; a new list that never changes
 */
GListModel *
lode_findings_list_values (LodeFindings *self, LodeQueryField field)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_object_unref);
  LodeSearchIndex *index;
  GListStore *list;
  const guint32 *counts;
  gboolean may_be_active;

  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);
  g_return_val_if_fail (field > LODE_QUERY_FIELD_WORDS && field < N_COUNTED, NULL);

  counts = lode_findings_get_counts (self, field);
  index = lode_dataset_get_search_index (self->dataset);
  may_be_active = lode_query_has_field (self->query, field);
  for (guint i = field == LODE_QUERY_FIELD_GROUP; i < lode_findings_get_n_values (index, field); i++)
    {
      g_autoptr (LodeFilterValue) value = NULL;

      if (counts[i] == 0 && !may_be_active)
        continue;

      value = g_object_new (LODE_TYPE_FILTER_VALUE, NULL);
      value->field = field;
      value->count = counts[i];
      name_value (value, self, index, i);
      value->active = lode_query_has (self->query, field, value->value);
      if (value->count > 0 || value->active)
        g_ptr_array_add (values, g_steal_pointer (&value));
    }

  g_ptr_array_sort (values, lode_filter_value_compare);
  list = g_list_store_new (LODE_TYPE_FILTER_VALUE);
  g_list_store_splice (list, 0, 0, values->pdata, values->len);
  return G_LIST_MODEL (list);
}

/* The position of the value that is written @id; -1: there is none. */
static int
find_position (LodeSearchIndex *index, LodeQueryField field, const char *id)
{
  LodeSearchRecords *records = lode_findings_get_records (index, field);

  if (records != NULL)
    return lode_search_records_find_id (records, id);
  if (field == LODE_QUERY_FIELD_KIND)
    return lode_filter_value_find_kind (id);
  if (field == LODE_QUERY_FIELD_CHECK)
    return lode_filter_value_find_outcome (id);
  if (field == LODE_QUERY_FIELD_GROUP)
    for (guint i = 1; i < index->groups->len; i++)
      if (g_str_equal (index->groups->pdata[i], id))
        return i;
  if (field == LODE_QUERY_FIELD_DATE && strlen (id) == 4)
    return g_ascii_strtoull (id, NULL, 10);

  return -1;
}

static LodeFilterValue *
create_value (LodeFindings *self, const LodeQueryTerm *term)
{
  LodeFilterValue *value = g_object_new (LODE_TYPE_FILTER_VALUE, NULL);
  LodeSearchIndex *index = lode_dataset_get_search_index (self->dataset);
  const int position = find_position (index, term->field, term->value);

  value->field = term->field;
  value->active = lode_query_has (self->query, term->field, term->value);
  if (position >= 0)
    {
      value->count = lode_findings_get_counts (self, value->field)[position];
      name_value (value, self, index, position);
    }
  else
    {
      value->count = G_MAXUINT;
      value->value = g_strdup (term->value);
      value->name = lode_filter_value_dup_term_name (term);
    }

  return value;
}

/**
 * lode_findings_dup_value:
 * @field: not the words
 * @value: what stands behind its colon
 *
 * Returns: (transfer full): the value, named and counted
 */
LodeFilterValue *
lode_findings_dup_value (LodeFindings *self, LodeQueryField field, const char *value)
{
  const LodeQueryTerm term = { .field = field, .value = (char *) value };

  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);
  g_return_val_if_fail (value != NULL, NULL);

  return create_value (self, &term);
}

/**
 * lode_findings_list_active:
 *
 * Returns: (transfer full) (element-type LodeFilterValue): the query's filters, in its order; the
 *   count of one that is no value of a record is not known
 */
GListModel *
lode_findings_list_active (LodeFindings *self)
{
  GListStore *list = g_list_store_new (LODE_TYPE_FILTER_VALUE);
  const LodeQueryTerm *terms;
  guint n_terms;

  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);

  terms = lode_query_get_terms (self->query, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      g_autoptr (LodeFilterValue) value = NULL;

      if (terms[i].field == LODE_QUERY_FIELD_WORDS)
        continue;

      value = create_value (self, &terms[i]);
      g_list_store_append (list, value);
    }

  return G_LIST_MODEL (list);
}

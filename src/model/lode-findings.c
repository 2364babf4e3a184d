/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-findings-private.h"

#include "lode-dataset-private.h"

G_DEFINE_FINAL_TYPE (LodeFindings, lode_findings, G_TYPE_OBJECT)

#define N_YEARS 10000

LodeSearchRecords *
lode_findings_get_records (LodeSearchIndex *index, LodeQueryField field)
{
  switch (field)
    {
    case LODE_QUERY_FIELD_SPEAKER:
      return index->actors;
    case LODE_QUERY_FIELD_PLACE:
      return index->places;
    case LODE_QUERY_FIELD_TOPIC:
      return index->topics;
    case LODE_QUERY_FIELD_SOURCE:
      return index->sources;
    case LODE_QUERY_FIELD_WORDS:
    case LODE_QUERY_FIELD_KIND:
    case LODE_QUERY_FIELD_GROUP:
    case LODE_QUERY_FIELD_CHECK:
    case LODE_QUERY_FIELD_DATE:
    case LODE_QUERY_FIELD_BEFORE:
    case LODE_QUERY_FIELD_AFTER:
    case LODE_QUERY_FIELD_AREA:
    case LODE_N_QUERY_FIELDS:
    default:
      return NULL;
    }
}

guint
lode_findings_get_n_values (LodeSearchIndex *index, LodeQueryField field)
{
  LodeSearchRecords *records = lode_findings_get_records (index, field);

  if (records != NULL)
    return lode_search_records_get_size (records);
  if (field == LODE_QUERY_FIELD_KIND)
    return LODE_STATEMENT_KIND_NO_REPLY + 1;
  if (field == LODE_QUERY_FIELD_CHECK)
    return LODE_N_OUTCOMES;
  if (field == LODE_QUERY_FIELD_GROUP)
    return index->groups->len;

  return field == LODE_QUERY_FIELD_DATE ? N_YEARS : 0;
}

static gboolean
is_left (guint16 failed, LodeQueryField field)
{
  return (failed & ~(1u << field)) == 0;
}

/* What a statement has one of; @divisor makes a year of a day. */
static void
count_single (LodeFindings *self, LodeQueryField field, const guint32 *values, guint divisor)
{
  const guint n = lode_dataset_get_search_index (self->dataset)->n_statements;

  for (guint i = 0; i < n; i++)
    if (is_left (self->failed[i], field))
      self->counts[field][values[i] / divisor]++;
}

/* The same in bytes. */
static void
count_small (LodeFindings *self, LodeQueryField field, const guint8 *values)
{
  const guint n = lode_dataset_get_search_index (self->dataset)->n_statements;

  for (guint i = 0; i < n; i++)
    if (is_left (self->failed[i], field))
      self->counts[field][values[i]]++;
}

/* What is part of something counts for that, too. */
static void
add_to_parents (LodeSearchRecords *records, guint32 *counts)
{
  const guint n = lode_search_records_get_size (records);
  g_autofree guint32 *own = g_memdup2 (counts, (n + 1) * sizeof counts[0]);

  for (guint i = 0; i < n; i++)
    for (int at = i; own[i] > 0 && (at = lode_search_records_get_parent (records, at)) >= 0;)
      counts[at] += own[i];
}

/* A topic counts, and so does what it is part of; each once for a statement, whose number + 1
 * @stamps remembers. */
static void
count_up (LodeSearchRecords *records, guint position, guint32 stamp, guint32 *stamps, guint32 *counts)
{
  for (int at = position; at >= 0 && stamps[at] != stamp;
       at = lode_search_records_get_parent (records, at))
    {
      stamps[at] = stamp;
      counts[at]++;
    }
}

/* Most statements have one topic, and those are quickly counted. */
static void
count_topics (LodeFindings *self, LodeSearchIndex *index)
{
  const guint32 *topics = (const guint32 *) (gpointer) index->statement_topics->data;
  guint32 *counts = self->counts[LODE_QUERY_FIELD_TOPIC];
  const gsize size = lode_search_records_get_size (index->topics) + 1;
  g_autofree guint32 *stamps = g_new0 (guint32, size);
  g_autofree guint32 *of_several = g_new0 (guint32, size);

  for (guint i = 0; i < index->n_statements; i++)
    {
      const guint32 start = index->topic_starts[i];
      const guint32 end = index->topic_starts[i + 1];

      if (!is_left (self->failed[i], LODE_QUERY_FIELD_TOPIC) || start == end)
        continue;
      if (end - start == 1)
        counts[topics[start]]++;
      else
        for (guint32 j = start; j < end; j++)
          count_up (index->topics, topics[j], i + 1, stamps, of_several);
    }

  add_to_parents (index->topics, counts);
  for (gsize i = 0; i < size; i++)
    counts[i] += of_several[i];
}

/* Of statements that have failed in nothing but @but. */
static void
count_places (LodeFindings *self, LodeSearchIndex *index, guint16 but, guint32 *counts)
{
  const guint32 *places = (const guint32 *) (gpointer) index->statement_places->data;

  for (guint i = 0; i < index->n_statements; i++)
    if ((self->failed[i] & ~but) == 0)
      for (guint32 j = index->place_starts[i]; j < index->place_starts[i + 1]; j++)
        counts[places[j]]++;
}

/* A filter's values are counted when they are first shown, which most never are. */
const guint32 *
lode_findings_get_counts (LodeFindings *self, LodeQueryField field)
{
  LodeSearchIndex *index = lode_dataset_get_search_index (self->dataset);

  if (self->counts[field] != NULL)
    return self->counts[field];

  self->counts[field] = g_new0 (guint32, lode_findings_get_n_values (index, field) + 1);
  switch (field)
    {
    case LODE_QUERY_FIELD_SPEAKER:
      count_single (self, field, index->statement_actors, 1);
      add_to_parents (index->actors, self->counts[field]);
      break;
    case LODE_QUERY_FIELD_PLACE:
      count_places (self, index, 1 << field, self->counts[field]);
      break;
    case LODE_QUERY_FIELD_TOPIC:
      count_topics (self, index);
      break;
    case LODE_QUERY_FIELD_KIND:
      count_small (self, field, index->kinds);
      break;
    case LODE_QUERY_FIELD_GROUP:
      count_single (self, field, index->statement_groups, 1);
      break;
    case LODE_QUERY_FIELD_SOURCE:
      count_single (self, field, index->statement_sources, 1);
      break;
    case LODE_QUERY_FIELD_CHECK:
      count_small (self, field, lode_search_index_get_outcomes (index, self->provenance));
      break;
    case LODE_QUERY_FIELD_DATE:
      count_single (self, field, index->days, 10000);
      break;
    case LODE_QUERY_FIELD_WORDS:
    case LODE_QUERY_FIELD_BEFORE:
    case LODE_QUERY_FIELD_AFTER:
    case LODE_QUERY_FIELD_AREA:
    case LODE_N_QUERY_FIELDS:
    default:
      g_assert_not_reached ();
    }

  return self->counts[field];
}

static void
lode_findings_finalize (GObject *object)
{
  LodeFindings *self = LODE_FINDINGS (object);

  for (guint i = 0; i < N_COUNTED; i++)
    g_free (self->counts[i]);
  g_free (self->place_counts);
  g_free (self->failed);
  g_object_unref (self->query);
  g_object_unref (self->dataset);
  g_object_unref (self->statements);
  g_clear_object (&self->provenance);

  G_OBJECT_CLASS (lode_findings_parent_class)->finalize (object);
}

static void
lode_findings_class_init (LodeFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_findings_finalize;
}

static void
lode_findings_init (LodeFindings *self)
{
}

/**
 * lode_findings_new:
 * @query: what to look for
 * @dataset: where
 * @provenance: (nullable): what the quotations of @dataset came to; NULL: what it says itself
 *
 * Looks, and counts what list, map and chips always show; see lode_query_select(). May be called in
 * any thread; the values of a filter belong to one thread from there on.
 *
 * Returns: (transfer full): what is found
 */
LodeFindings *
lode_findings_new (LodeQuery *query, LodeDataset *dataset, LodeProvenance *provenance)
{
  LodeFindings *self = g_object_new (LODE_TYPE_FINDINGS, NULL);
  LodeSearchIndex *index = lode_dataset_get_search_index (dataset);
  GListModel *statements = lode_dataset_get_statements (dataset);

  self->query = g_object_ref (query);
  self->dataset = g_object_ref (dataset);
  g_set_object (&self->provenance, provenance);
  self->failed = g_new0 (guint16, index->n_statements + 1);
  lode_search_index_evaluate (index, query, provenance, self->failed);
  self->statements = lode_query_is_empty (query) ? g_object_ref (statements)
                                                 : lode_query_list_found (statements, self->failed);
  self->place_counts = g_new0 (guint32, lode_search_records_get_size (index->places) + 1);
  /* The map shows as much outside of its view as inside. */
  count_places (self, index, 1 << LODE_QUERY_FIELD_AREA, self->place_counts);
  lode_findings_get_counts (self, LODE_QUERY_FIELD_TOPIC);

  return self;
}

/**
 * lode_findings_new_checked:
 * @former: findings whose query asks nothing of the quotations' checks
 * @provenance: (nullable): what the quotations have come to since
 *
 * The same statements are found, in the same list; what is counted of the checks is another.
 *
 * Returns: (transfer full): what is found
 */
LodeFindings *
lode_findings_new_checked (LodeFindings *former, LodeProvenance *provenance)
{
  LodeFindings *self;
  LodeSearchIndex *index;

  g_return_val_if_fail (LODE_IS_FINDINGS (former), NULL);
  g_return_val_if_fail (!lode_query_has_field (former->query, LODE_QUERY_FIELD_CHECK), NULL);

  self = g_object_new (LODE_TYPE_FINDINGS, NULL);
  index = lode_dataset_get_search_index (former->dataset);
  self->query = g_object_ref (former->query);
  self->dataset = g_object_ref (former->dataset);
  self->statements = g_object_ref (former->statements);
  g_set_object (&self->provenance, provenance);
  self->failed = g_memdup2 (former->failed, (index->n_statements + 1) * sizeof self->failed[0]);
  self->place_counts =
    g_memdup2 (former->place_counts, (lode_search_records_get_size (index->places) + 1)
                                       * sizeof self->place_counts[0]);

  return self;
}

/**
 * lode_findings_get_provenance:
 *
 * Returns: (transfer none) (nullable): what the quotations came to; NULL: what the dataset says
 */
LodeProvenance *
lode_findings_get_provenance (LodeFindings *self)
{
  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);

  return self->provenance;
}

/**
 * lode_findings_get_query:
 *
 * Returns: (transfer none): what was looked for
 */
LodeQuery *
lode_findings_get_query (LodeFindings *self)
{
  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);

  return self->query;
}

/**
 * lode_findings_get_dataset:
 *
 * Returns: (transfer none): where
 */
LodeDataset *
lode_findings_get_dataset (LodeFindings *self)
{
  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);

  return self->dataset;
}

/**
 * lode_findings_get_statements:
 *
 * Returns: (transfer none): the statements found, in the dataset's order, in a list that never
 *   changes
 */
GListModel *
lode_findings_get_statements (LodeFindings *self)
{
  g_return_val_if_fail (LODE_IS_FINDINGS (self), NULL);

  return self->statements;
}

/**
 * lode_findings_count_place:
 * @self: (nullable): findings; NULL: nothing has been looked for, and all statements count
 * @place: a place of the dataset
 *
 * Returns: how many of the statements found, or that would be but for the query's areas, name @place;
 *   for the figure on its marker, which does not depend on where the map looks
 */
guint
lode_findings_count_place (LodeFindings *self, LodePlace *place)
{
  int position;

  g_return_val_if_fail (self == NULL || LODE_IS_FINDINGS (self), 0);

  if (self == NULL)
    return lode_place_get_n_statements (place);

  position = lode_search_records_find (lode_dataset_get_search_index (self->dataset)->places,
                                       place);
  return position >= 0 ? self->place_counts[position] : 0;
}

/* Quotations that differ in it, or quotations and what is none. */
static gboolean
offers_checks (LodeFindings *self, LodeSearchIndex *index)
{
  const guint8 *outcomes = lode_search_index_get_outcomes (index, self->provenance);

  for (guint i = 1; i < index->n_statements; i++)
    if (outcomes[i] != outcomes[0])
      return TRUE;

  return FALSE;
}

/**
 * lode_findings_offers:
 * @field: a field that has a list of values
 *
 * Returns: whether a filter on @field is of any use in this dataset, which has two values of it
 */
gboolean
lode_findings_offers (LodeFindings *self, LodeQueryField field)
{
  LodeSearchIndex *index;

  g_return_val_if_fail (LODE_IS_FINDINGS (self), FALSE);
  g_return_val_if_fail (field < LODE_N_QUERY_FIELDS, FALSE);

  index = lode_dataset_get_search_index (self->dataset);
  return field == LODE_QUERY_FIELD_CHECK ? offers_checks (self, index)
                                         : index->n_values[field] > 1;
}

/**
 * lode_findings_count_without:
 * @field: a field of the query
 *
 * Returns: how many statements would be found without the terms of @field
 */
guint
lode_findings_count_without (LodeFindings *self, LodeQueryField field)
{
  guint n = 0;

  g_return_val_if_fail (LODE_IS_FINDINGS (self), 0);
  g_return_val_if_fail (field < LODE_N_QUERY_FIELDS, 0);

  for (guint i = 0; i < lode_dataset_get_search_index (self->dataset)->n_statements; i++)
    n += is_left (self->failed[i], field);

  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-search-index-private.h"

#include "lode-date.h"
#include "lode-query-private.h"
#include "lode-search-fold.h"

#include <string.h>

/* A name stands in a thousand statements and is searched once: a term first marks the records that
 * it means, then looks through the statements for those that have one. What makes the time is how
 * many statements there are, not how long; so each loop over them does one thing, and only where
 * there is something to be found. */

/* The records that a term means, one byte each. */
typedef struct
{
  guint8 *statements; /* by their own words */
  guint8 *actors;
  guint8 *places;
  guint8 *topics;
  guint8 *sources;
  guint8 *groups;
  gboolean kinds[LODE_STATEMENT_KIND_NO_REPLY + 1];
  gboolean outcomes[LODE_N_OUTCOMES + 1]; /* never the last, which is no quotation's */
} Marks;

static void
marks_clear (Marks *marks)
{
  g_free (marks->statements);
  g_free (marks->actors);
  g_free (marks->places);
  g_free (marks->topics);
  g_free (marks->sources);
  g_free (marks->groups);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marks, marks_clear)

static void
add_words (LodeSearchIndex *self, LodeStatement *statement)
{
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  const LodeSic *sic;
  guint n_sic;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    lode_search_texts_add (self->words, paragraphs[i]);
  sic = lode_statement_get_sic (statement, &n_sic);
  for (guint i = 0; i < n_sic; i++)
    lode_search_texts_add (self->words, sic[i].meant);
  lode_search_texts_add (self->words, lode_statement_get_gloss (statement));
  lode_search_texts_add (self->words, lode_statement_get_note (statement));
  lode_search_texts_add (self->words, lode_statement_get_venue (statement));
  lode_search_texts_end (self->words);
}

/* There are few groups, and as many actors as one likes. */
static guint32
find_group (LodeSearchIndex *self, const char *group)
{
  GPtrArray *groups = self->groups;
  g_autoptr (GString) folded = g_string_new (NULL);

  if (group == NULL)
    return 0;

  lode_search_fold_append (folded, group, NULL);
  g_strchomp (folded->str);
  for (guint i = 1; i < groups->len; i++)
    if (g_str_equal (groups->pdata[i], folded->str))
      return i;

  g_ptr_array_add (groups, g_strdup (folded->str));
  g_ptr_array_add (self->group_names, g_strdup (group));
  return groups->len - 1;
}

static guint32 *
create_actor_groups (LodeSearchIndex *self, GListModel *actors)
{
  guint n = g_list_model_get_n_items (actors);
  guint32 *actor_groups = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LodeActor) actor = g_list_model_get_item (actors, i);

      actor_groups[i] = find_group (self, lode_actor_get_group (actor));
    }

  return actor_groups;
}

static void
add_records (LodeSearchRecords *table, gpointer const *records, guint n, GArray *references)
{
  for (guint i = 0; i < n; i++)
    {
      const guint32 reference = lode_search_records_find (table, records[i]);

      g_array_append_val (references, reference);
    }
}

static void
add_statement (LodeSearchIndex *self,
               guint            i,
               LodeStatement   *statement,
               const guint32   *actor_groups)
{
  LodePlace * const *places;
  LodeTopic * const *topics;
  guint n_places, n_topics;
  guint32 last_day;

  add_words (self, statement);
  self->statement_actors[i] = lode_search_records_find (self->actors,
                                                        lode_statement_get_actor (statement));
  self->statement_sources[i] = lode_search_records_find (self->sources,
                                                         lode_statement_get_source (statement));
  self->statement_groups[i] = actor_groups[self->statement_actors[i]];
  self->kinds[i] = lode_statement_get_kind (statement);
  lode_date_pack (lode_statement_get_date (statement), &self->days[i], &last_day);

  places = lode_statement_get_places (statement, &n_places);
  add_records (self->places, (gpointer const *) places, n_places, self->statement_places);
  self->place_starts[i + 1] = self->statement_places->len;
  topics = lode_statement_get_topics (statement, &n_topics);
  add_records (self->topics, (gpointer const *) topics, n_topics, self->statement_topics);
  self->topic_starts[i + 1] = self->statement_topics->len;
}

static guint
count_distinct (const guint32 *numbers, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (numbers[i] + 1));

  return g_hash_table_size (seen);
}

/* How many values a filter has to offer. */
static void
count_values (LodeSearchIndex *self)
{
  const guint n = self->n_statements;
  g_autofree guint32 *kinds = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    kinds[i] = self->kinds[i];

  self->n_values[LODE_QUERY_FIELD_SPEAKER] = count_distinct (self->statement_actors, n);
  self->n_values[LODE_QUERY_FIELD_PLACE] =
    count_distinct ((guint32 *) (gpointer) self->statement_places->data,
                    self->statement_places->len);
  self->n_values[LODE_QUERY_FIELD_TOPIC] =
    count_distinct ((guint32 *) (gpointer) self->statement_topics->data,
                    self->statement_topics->len);
  self->n_values[LODE_QUERY_FIELD_KIND] = count_distinct (kinds, n);
  self->n_values[LODE_QUERY_FIELD_GROUP] = self->groups->len - 1;
  self->n_values[LODE_QUERY_FIELD_SOURCE] = count_distinct (self->statement_sources, n);
  self->n_values[LODE_QUERY_FIELD_DATE] = count_distinct (self->days, n);
}

LodeSearchIndex *
lode_search_index_new (LodeDataset *dataset)
{
  LodeSearchIndex *self = g_new0 (LodeSearchIndex, 1);
  GListModel *statements = lode_dataset_get_statements (dataset);
  guint n = g_list_model_get_n_items (statements);
  g_autofree guint32 *actor_groups = NULL;

  self->n_statements = n;
  self->words = lode_search_texts_new ();
  self->actors = lode_search_records_new (lode_dataset_get_actors (dataset));
  self->places = lode_search_records_new (lode_dataset_get_places (dataset));
  self->topics = lode_search_records_new (lode_dataset_get_topics (dataset));
  self->sources = lode_search_records_new (lode_dataset_get_sources (dataset));
  self->statement_actors = g_new (guint32, n);
  self->statement_sources = g_new (guint32, n);
  self->statement_groups = g_new (guint32, n);
  self->days = g_new0 (guint32, n);
  self->kinds = g_new (guint8, n);
  self->place_starts = g_new0 (guint32, n + 1);
  self->statement_places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->topic_starts = g_new0 (guint32, n + 1);
  self->statement_topics = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->groups = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->groups, g_strdup (""));
  self->group_names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->group_names, NULL);

  actor_groups = create_actor_groups (self, lode_dataset_get_actors (dataset));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      add_statement (self, i, statement, actor_groups);
    }
  self->outcomes = lode_provenance_dup_outcomes (NULL, dataset);
  lode_search_texts_finish (self->words);
  count_values (self);

  return self;
}

void
lode_search_index_free (LodeSearchIndex *self)
{
  lode_search_texts_free (self->words);
  lode_search_records_free (self->actors);
  lode_search_records_free (self->places);
  lode_search_records_free (self->topics);
  lode_search_records_free (self->sources);
  g_free (self->statement_actors);
  g_free (self->statement_sources);
  g_free (self->statement_groups);
  g_free (self->days);
  g_free (self->kinds);
  g_free (self->outcomes);
  g_free (self->place_starts);
  g_array_unref (self->statement_places);
  g_free (self->topic_starts);
  g_array_unref (self->statement_topics);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->group_names);
  g_free (self);
}

static guint8 *
create_marks (LodeSearchRecords *records)
{
  return g_new0 (guint8, lode_search_records_get_size (records) + 1);
}

static void
marks_init (Marks *marks, LodeSearchIndex *self)
{
  *marks = (Marks) {
    .statements = g_new0 (guint8, self->n_statements + 1),
    .actors = create_marks (self->actors),
    .places = create_marks (self->places),
    .topics = create_marks (self->topics),
    .sources = create_marks (self->sources),
    .groups = g_new0 (guint8, self->groups->len),
  };
}

static void
mark_words (Marks *marks, LodeSearchIndex *self, const char *needle)
{
  lode_search_texts_find (self->words, needle, marks->statements);
  lode_search_records_mark_words (self->actors, needle, marks->actors);
  lode_search_records_mark_words (self->places, needle, marks->places);
  lode_search_records_mark_words (self->topics, needle, marks->topics);
  lode_search_records_mark_words (self->sources, needle, marks->sources);
}

/* The whole of a group's name, or else the beginning of any of its words. */
static void
mark_groups (Marks *marks, LodeSearchIndex *self, const LodeQueryTerm *term)
{
  for (guint i = 1; i < self->groups->len; i++)
    if (g_str_equal (self->groups->pdata[i], term->folded))
      {
        marks->groups[i] = TRUE;
        return;
      }

  for (guint i = 1; i < self->groups->len; i++)
    {
      g_autofree char *words = g_strconcat (" ", self->groups->pdata[i], " ", NULL);

      if (strstr (words, term->needle) != NULL)
        marks->groups[i] = TRUE;
    }
}

/* The format's words for the kinds, from their beginnings; and "quotation" too. */
static void
mark_kinds (Marks *marks, const LodeQueryTerm *term)
{
  static const struct
  {
    const char *word;
    LodeStatementKind kind;
  } words[] = {
    { "quote", LODE_STATEMENT_KIND_QUOTE },
    { "quotation", LODE_STATEMENT_KIND_QUOTE },
    { "paraphrase", LODE_STATEMENT_KIND_PARAPHRASE },
    { "no reply", LODE_STATEMENT_KIND_NO_REPLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (words[i].word, term->folded))
      marks->kinds[words[i].kind] = TRUE;
}

/* The words of LodeOutcome, from their beginnings. */
static void
mark_outcomes (Marks *marks, const LodeQueryTerm *term)
{
  for (guint i = 0; i < LODE_N_OUTCOMES; i++)
    {
      g_autofree char *word = g_strdelimit (g_strdup (lode_outcome_to_string (i)), "-", ' ');

      if (g_str_has_prefix (word, term->folded))
        marks->outcomes[i] = TRUE;
    }
}

static gboolean
has_mark (const guint8 *marks, GArray *references, const guint32 *starts, guint i)
{
  const guint32 *records = (const guint32 *) (gpointer) references->data;

  for (guint32 j = starts[i]; j < starts[i + 1]; j++)
    if (marks[records[j]])
      return TRUE;

  return FALSE;
}

/* The statements that have a marked record of which each has one. */
static void
mark_by_record (Marks             *marks,
                LodeSearchIndex   *self,
                LodeSearchRecords *records,
                const guint8      *record_marks,
                const guint32     *statement_records)
{
  if (memchr (record_marks, TRUE, lode_search_records_get_size (records)) == NULL)
    return;

  for (guint i = 0; i < self->n_statements; i++)
    marks->statements[i] |= record_marks[statement_records[i]];
}

/* The same where each has any number. */
static void
mark_by_records (Marks             *marks,
                 LodeSearchIndex   *self,
                 LodeSearchRecords *records,
                 const guint8      *record_marks,
                 GArray            *references,
                 const guint32     *starts)
{
  if (memchr (record_marks, TRUE, lode_search_records_get_size (records)) == NULL)
    return;

  for (guint i = 0; i < self->n_statements; i++)
    marks->statements[i] |= has_mark (record_marks, references, starts, i);
}

static void
evaluate_words (LodeSearchIndex *self, const LodeQueryTerm *term, guint16 *failed)
{
  g_auto (Marks) marks = { 0 };

  marks_init (&marks, self);
  mark_words (&marks, self, term->needle);
  mark_by_record (&marks, self, self->actors, marks.actors, self->statement_actors);
  mark_by_record (&marks, self, self->sources, marks.sources, self->statement_sources);
  mark_by_records (&marks, self, self->topics, marks.topics, self->statement_topics,
                   self->topic_starts);
  mark_by_records (&marks, self, self->places, marks.places, self->statement_places,
                   self->place_starts);
  for (guint i = 0; i < self->n_statements; i++)
    failed[i] |= (marks.statements[i] == 0) << LODE_QUERY_FIELD_WORDS;
}

static void
evaluate_days (LodeSearchIndex *self, const LodeQueryTerm *term, guint16 *failed)
{
  const gboolean is_before = term->field == LODE_QUERY_FIELD_BEFORE;

  for (guint i = 0; i < self->n_statements; i++)
    if ((self->days[i] < term->first_day) != is_before)
      failed[i] |= 1 << term->field;
}

static gboolean
is_in_days (const LodeQueryTerm *terms, guint n_terms, guint32 day)
{
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].field == LODE_QUERY_FIELD_DATE && day >= terms[i].first_day
        && day <= terms[i].last_day)
      return TRUE;

  return FALSE;
}

static void
mark_value (Marks *marks, LodeSearchIndex *self, const LodeQueryTerm *term)
{
  switch (term->field)
    {
    case LODE_QUERY_FIELD_SPEAKER:
      lode_search_records_mark_value (self->actors, term->value, term->needle, marks->actors);
      break;
    case LODE_QUERY_FIELD_PLACE:
      lode_search_records_mark_value (self->places, term->value, term->needle, marks->places);
      break;
    case LODE_QUERY_FIELD_TOPIC:
      lode_search_records_mark_value (self->topics, term->value, term->needle, marks->topics);
      break;
    case LODE_QUERY_FIELD_SOURCE:
      lode_search_records_mark_value (self->sources, term->value, term->needle, marks->sources);
      break;
    case LODE_QUERY_FIELD_KIND:
      mark_kinds (marks, term);
      break;
    case LODE_QUERY_FIELD_GROUP:
      mark_groups (marks, self, term);
      break;
    case LODE_QUERY_FIELD_CHECK:
      mark_outcomes (marks, term);
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
}

static gboolean
has_value (LodeSearchIndex *self,
           const Marks     *marks,
           const guint8    *outcomes,
           LodeQueryField   field,
           guint            i)
{
  switch (field)
    {
    case LODE_QUERY_FIELD_SPEAKER:
      return marks->actors[self->statement_actors[i]];
    case LODE_QUERY_FIELD_PLACE:
      return has_mark (marks->places, self->statement_places, self->place_starts, i);
    case LODE_QUERY_FIELD_TOPIC:
      return has_mark (marks->topics, self->statement_topics, self->topic_starts, i);
    case LODE_QUERY_FIELD_SOURCE:
      return marks->sources[self->statement_sources[i]];
    case LODE_QUERY_FIELD_KIND:
      return marks->kinds[self->kinds[i]];
    case LODE_QUERY_FIELD_GROUP:
      return marks->groups[self->statement_groups[i]];
    case LODE_QUERY_FIELD_CHECK:
      return marks->outcomes[outcomes[i]];
    case LODE_QUERY_FIELD_WORDS:
    case LODE_QUERY_FIELD_DATE:
    case LODE_QUERY_FIELD_BEFORE:
    case LODE_QUERY_FIELD_AFTER:
    case LODE_QUERY_FIELD_AREA:
    case LODE_N_QUERY_FIELDS:
    default:
      return TRUE;
    }
}

static void
evaluate_areas (LodeSearchIndex     *self,
                const LodeQueryTerm *terms,
                guint                n_terms,
                guint16             *failed)
{
  g_autofree guint8 *found = g_new0 (guint8, lode_search_records_get_size (self->places) + 1);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].field == LODE_QUERY_FIELD_AREA)
      lode_search_records_mark_area (self->places, &terms[i].area, found);
  for (guint i = 0; i < self->n_statements; i++)
    if (!has_mark (found, self->statement_places, self->place_starts, i))
      failed[i] |= 1 << LODE_QUERY_FIELD_AREA;
}

const guint8 *
lode_search_index_get_outcomes (LodeSearchIndex *self, LodeProvenance *provenance)
{
  return provenance != NULL ? lode_provenance_get_outcomes (provenance) : self->outcomes;
}

void
lode_search_index_evaluate (LodeSearchIndex *self,
                            LodeQuery       *query,
                            LodeProvenance  *provenance,
                            guint16         *failed)
{
  g_auto (Marks) marks = { 0 };
  const guint8 *outcomes = NULL;
  gboolean has_field[LODE_N_QUERY_FIELDS] = { FALSE };
  const LodeQueryTerm *terms;
  guint n_terms;

  marks_init (&marks, self);
  terms = lode_query_get_terms (query, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      has_field[terms[i].field] = TRUE;
      if (terms[i].field == LODE_QUERY_FIELD_WORDS)
        evaluate_words (self, &terms[i], failed);
      else if (terms[i].field == LODE_QUERY_FIELD_BEFORE
               || terms[i].field == LODE_QUERY_FIELD_AFTER)
        evaluate_days (self, &terms[i], failed);
      else
        mark_value (&marks, self, &terms[i]);
    }

  if (has_field[LODE_QUERY_FIELD_CHECK])
    outcomes = lode_search_index_get_outcomes (self, provenance);
  for (guint field = LODE_QUERY_FIELD_SPEAKER; field <= LODE_QUERY_FIELD_CHECK; field++)
    for (guint i = 0; has_field[field] && i < self->n_statements; i++)
      if (!has_value (self, &marks, outcomes, field, i))
        failed[i] |= 1 << field;

  for (guint i = 0; has_field[LODE_QUERY_FIELD_DATE] && i < self->n_statements; i++)
    if (!is_in_days (terms, n_terms, self->days[i]))
      failed[i] |= 1 << LODE_QUERY_FIELD_DATE;

  if (has_field[LODE_QUERY_FIELD_AREA])
    evaluate_areas (self, terms, n_terms, failed);
}

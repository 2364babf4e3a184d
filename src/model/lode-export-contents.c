/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-export-private.h"

#include <string.h>

/* What an export asks of the statements that it writes. */

/* Whether an object has a member whose name begins with x-. A quotation mark inside a string has a
 * backslash before it, and one that closes a string no x- behind it. */
static gboolean
has_extension (LodeDataset *dataset, LodeRecord *record)
{
  g_autoptr (GBytes) json = lode_dataset_dup_record_json (dataset, record);
  gsize length;
  const char *start = g_bytes_get_data (json, &length);
  const char *end = start + length;
  const char *at = start;

  while ((at = memchr (at, '"', end - at)) != NULL)
    {
      if (end - at > 2 && at[1] == 'x' && at[2] == '-' && at > start && at[-1] != '\\')
        {
          const char *close = memchr (at + 1, '"', end - at - 1);

          if (close == NULL)
            return FALSE;
          do
            close++;
          while (close < end && g_ascii_isspace (*close));
          if (close < end && *close == ':')
            return TRUE;
        }
      at++;
    }

  return FALSE;
}

static guint
find_in_statement (LodeStatement *statement)
{
  LodeActor *actor = lode_statement_get_actor (statement);
  LodeSource *source = lode_statement_get_source (statement);
  LodeTopic * const *topics;
  guint found = 0;
  guint n;

  lode_statement_get_positions (statement, &n);
  found |= n > 0 ? LODE_EXPORT_POSITIONS : 0;
  lode_statement_get_sic (statement, &n);
  if (n > 0 || lode_statement_get_gloss (statement) != NULL
      || lode_statement_get_note (statement) != NULL)
    found |= LODE_EXPORT_REMARKS;
  if (lode_statement_get_span (statement, NULL, NULL))
    found |= LODE_EXPORT_SPANS;
  if (lode_statement_get_prefix (statement) != NULL
      || lode_statement_get_suffix (statement) != NULL)
    found |= LODE_EXPORT_CONTEXT;
  if (lode_statement_get_venue (statement) != NULL)
    found |= LODE_EXPORT_VENUES;
  lode_statement_get_places (statement, &n);
  found |= n > 0 ? LODE_EXPORT_PLACES | LODE_EXPORT_SHAPES : 0;

  topics = lode_statement_get_topics (statement, &n);
  for (guint i = 0; i < n; i++)
    if (lode_topic_get_broader (topics[i]) != NULL || lode_topic_get_aliases (topics[i])[0] != NULL
        || lode_topic_get_colour (topics[i]) != NULL || lode_topic_get_note (topics[i]) != NULL)
      found |= LODE_EXPORT_TOPICS;
  if (lode_actor_get_url (actor) != NULL || lode_actor_get_wikidata (actor) != NULL)
    found |= LODE_EXPORT_SPEAKERS;
  if (lode_source_get_rights (source) != NULL || lode_source_get_archive (source) != NULL
      || lode_source_get_sha256 (source) != NULL)
    found |= LODE_EXPORT_SOURCES;
  if (lode_source_get_text (source) != NULL)
    found |= LODE_EXPORT_TEXTS;

  return found;
}

/* What there is in the statements, and in what they refer to: a set of LodeExportFeature. */
guint
lode_export_find_features (LodeExport *self)
{
  const guint n_statements = g_list_model_get_n_items (self->statements);
  GListModel *places = lode_dataset_get_places (self->dataset);
  guint found = 0;

  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      found |= find_in_statement (statement);
      if ((found & LODE_EXPORT_EXTENSIONS) == 0
          && has_extension (self->dataset, LODE_RECORD (statement)))
        found |= LODE_EXPORT_EXTENSIONS;
    }

  if (n_statements == g_list_model_get_n_items (lode_dataset_get_statements (self->dataset)))
    for (guint i = 0; i < g_list_model_get_n_items (places); i++)
      {
        g_autoptr (LodePlace) place = g_list_model_get_item (places, i);

        if (lode_place_get_n_statements (place) == 0)
          found |= LODE_EXPORT_BACKGROUND;
      }

  return found;
}

/* What checking the statement came to, as a word of LodeOutcome. */
const char *
lode_export_get_outcome (LodeExport *self, LodeStatement *statement)
{
  LodeVerification verification = lode_provenance_get_verification (self->provenance, statement);

  return lode_outcome_to_string (verification.outcome);
}

/**
 * lode_export_dup_iri:
 *
 * Names a record for the whole world, as linked data must: lode:DATASET/KIND/ID. Of a statement, a
 * place and a speaker that is the link that opens it in Lode (see LodeAddress). Ids are of small
 * letters, digits and hyphens, so that nothing needs escaping (RFC 3986).
 *
 * Returns: (transfer full): the name
 */
char *
lode_export_dup_iri (LodeExport *self, LodeRecord *record)
{
  static const char * const kinds[LODE_N_ARRAYS] = {
    [LODE_ARRAY_SOURCES] = "source",
    [LODE_ARRAY_TOPICS] = "topic",
    [LODE_ARRAY_ACTORS] = "speaker",
    [LODE_ARRAY_PLACES] = "place",
    [LODE_ARRAY_PROPOSITIONS] = "proposition",
    [LODE_ARRAY_STATEMENTS] = "statement",
  };
  LodeDataset *part = lode_dataset_get_part (self->dataset, record);
  const char *kind = "";

  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    {
      GListModel *records = lode_record_table_get_model (part->tables[i]);

      if (G_OBJECT_TYPE (record) == g_list_model_get_item_type (records))
        kind = kinds[i];
    }

  return g_strdup_printf ("lode:%s/%s/%s", lode_dataset_get_id (part), kind,
                          lode_record_get_id (record));
}

/* The words as they are stored, an empty line between paragraphs. */
char *
lode_export_dup_words (LodeStatement *statement)
{
  return g_strjoinv ("\n\n", (char **) lode_statement_get_paragraphs (statement));
}

/* The names of topics or places. */
char **
lode_export_dup_names (gpointer records, guint n_records)
{
  LodeRecord **record = records;
  char **names = g_new0 (char *, n_records + 1);

  for (guint i = 0; i < n_records; i++)
    g_object_get (record[i], "name", &names[i], NULL);

  return names;
}

char **
lode_export_dup_topic_names (LodeStatement *statement)
{
  LodeTopic * const *topics;
  guint n_topics;

  topics = lode_statement_get_topics (statement, &n_topics);

  return lode_export_dup_names ((gpointer) topics, n_topics);
}

char **
lode_export_dup_place_names (LodeStatement *statement)
{
  LodePlace * const *places;
  guint n_places;

  places = lode_statement_get_places (statement, &n_places);

  return lode_export_dup_names ((gpointer) places, n_places);
}

/**
 * lode_export_group_by_place:
 * @placeless: (out) (transfer full): return location for the statements that name no place
 *
 * Returns: (transfer full): arrays of LodeStatement by LodePlace; all borrowed from the dataset
 */
GHashTable *
lode_export_group_by_place (LodeExport *self, GPtrArray **placeless)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL,
                                              (GDestroyNotify) g_ptr_array_unref);

  *placeless = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);
      LodePlace * const *places;
      guint n_places;

      places = lode_statement_get_places (statement, &n_places);
      if (n_places == 0)
        g_ptr_array_add (*placeless, statement);
      for (guint j = 0; j < n_places; j++)
        {
          GPtrArray *group = g_hash_table_lookup (groups, places[j]);

          if (group == NULL)
            {
              group = g_ptr_array_new ();
              g_hash_table_insert (groups, places[j], group);
            }
          g_ptr_array_add (group, statement);
        }
    }

  return groups;
}

/* The format's word for a value of an enumeration. */
const char *
lode_export_get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);

  return g_enum_get_value (values, value)->value_nick;
}

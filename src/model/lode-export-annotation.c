/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"

/* The W3C's Web Annotation Data Model, as JSON-LD. A statement is an annotation: its target is the
 * words in their source, its bodies say who spoke and about what. A paragraph is a target with a
 * TextQuoteSelector of its own, as what stands between paragraphs belongs to the source. */

static void
write_source (LodeExport *self, LodeJsonWriter *json, const char *name, LodeSource *source)
{
  g_autofree char *iri = lode_export_dup_iri (self, LODE_RECORD (source));

  lode_json_writer_string (json, name, lode_source_get_url (source) != NULL
                                       ? lode_source_get_url (source) : iri);
}

/* Where the words are, if that is recorded, or was found just now. */
static gboolean
find_span (LodeExport *self, LodeStatement *statement, guint64 *start, guint64 *end)
{
  LodeVerification verification;

  if (lode_statement_get_span (statement, start, end))
    return TRUE;

  verification = lode_provenance_get_verification (self->provenance, statement);
  *start = verification.start;
  *end = verification.end;

  return verification.outcome == LODE_OUTCOME_VERIFIED && verification.n_found > 0;
}

static void
write_position_selector (LodeJsonWriter *json, guint64 start, guint64 end)
{
  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "type", "TextPositionSelector");
  lode_json_writer_number (json, "start", start);
  lode_json_writer_number (json, "end", end);
  lode_json_writer_end (json);
}

static void
write_quote_selector (LodeJsonWriter *json, LodeStatement *statement, guint index)
{
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "type", "TextQuoteSelector");
  lode_json_writer_string (json, "exact", paragraphs[index]);
  if (index == 0)
    lode_json_writer_string (json, "prefix", lode_statement_get_prefix (statement));
  if (paragraphs[index + 1] == NULL)
    lode_json_writer_string (json, "suffix", lode_statement_get_suffix (statement));
  lode_json_writer_end (json);
}

static void
write_quotation_targets (LodeExport *self, LodeJsonWriter *json, LodeStatement *statement)
{
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  LodeSource *source = lode_statement_get_source (statement);
  guint64 start = 0;
  guint64 end = 0;
  const gboolean has_span = find_span (self, statement, &start, &end);
  const gboolean is_one = paragraphs[1] == NULL;

  lode_json_writer_array (json, "target");
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      lode_json_writer_object (json, NULL);
      write_source (self, json, "source", source);
      lode_json_writer_array (json, "selector");
      write_quote_selector (json, statement, i);
      if (has_span && is_one)
        write_position_selector (json, start, end);
      lode_json_writer_end (json);
      lode_json_writer_end (json);
    }
  if (has_span && !is_one)
    {
      lode_json_writer_object (json, NULL);
      write_source (self, json, "source", source);
      lode_json_writer_array (json, "selector");
      write_position_selector (json, start, end);
      lode_json_writer_end (json);
      lode_json_writer_end (json);
    }
  lode_json_writer_end (json);
}

static void
write_speaker (LodeExport *self, LodeJsonWriter *json, LodeActor *actor)
{
  g_autofree char *iri = lode_export_dup_iri (self, LODE_RECORD (actor));
  const char *wikidata = lode_actor_get_wikidata (actor);
  g_autofree char *entity = NULL;

  if (wikidata != NULL)
    entity = g_strconcat ("http://www.wikidata.org/entity/", wikidata, NULL);

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "type", "SpecificResource");
  lode_json_writer_string (json, "purpose", "identifying");
  lode_json_writer_object (json, "source");
  lode_json_writer_string (json, "id", entity != NULL ? entity : iri);
  lode_json_writer_string (json, "type", lode_actor_get_kind (actor) == LODE_ACTOR_KIND_PERSON
                                         ? "Person" : "Organization");
  lode_json_writer_string (json, "name", lode_actor_get_name (actor));
  lode_json_writer_string (json, "homepage", lode_actor_get_url (actor));
  lode_json_writer_end (json);
  lode_json_writer_end (json);
}

static void
write_text_body (LodeJsonWriter *json, const char *purpose, const char *language, const char *text)
{
  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "type", "TextualBody");
  lode_json_writer_string (json, "purpose", purpose);
  lode_json_writer_string (json, "format", "text/plain");
  lode_json_writer_string (json, "language", language);
  lode_json_writer_string (json, "value", text);
  lode_json_writer_end (json);
}

static void
write_annotation (LodeExport *self, LodeJsonWriter *json, LodeStatement *statement)
{
  LodeDataset *part = lode_dataset_get_part (self->dataset, LODE_RECORD (statement));
  const char *language = lode_dataset_get_language (part);
  const gboolean is_quote = lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_QUOTE;
  g_autofree char *iri = lode_export_dup_iri (self, LODE_RECORD (statement));
  LodeTopic * const *topics;
  guint n_topics;

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "id", iri);
  lode_json_writer_string (json, "type", "Annotation");
  lode_json_writer_string (json, "motivation", is_quote ? "highlighting" : "describing");
  lode_json_writer_array (json, "body");
  write_speaker (self, json, lode_statement_get_actor (statement));
  topics = lode_statement_get_topics (statement, &n_topics);
  for (guint i = 0; i < n_topics; i++)
    write_text_body (json, "tagging", language, lode_topic_get_name (topics[i]));
  if (!is_quote)
    {
      g_autofree char *words = lode_export_dup_words (statement);

      write_text_body (json, "describing", language, words);
    }
  write_text_body (json, "classifying", NULL,
                   lode_export_get_nick (LODE_TYPE_STATEMENT_KIND,
                                         lode_statement_get_kind (statement)));
  write_text_body (json, "assessing", NULL, lode_export_get_outcome (self, statement));
  lode_json_writer_end (json);
  if (is_quote)
    write_quotation_targets (self, json, statement);
  else
    write_source (self, json, "target", lode_statement_get_source (statement));
  lode_json_writer_end (json);
}

gboolean
lode_export_write_annotation (LodeExport *self, LodeExportWriter *out, GError **error)
{
  const guint n_statements = g_list_model_get_n_items (self->statements);
  g_autofree char *collection = g_strconcat ("lode:", lode_dataset_get_id (self->dataset), NULL);
  g_autofree char *page = g_strconcat (collection, "/statements", NULL);
  LodeJsonWriter json;

  lode_json_writer_init (&json, out);
  lode_json_writer_object (&json, NULL);
  lode_json_writer_string (&json, "@context", "http://www.w3.org/ns/anno.jsonld");
  lode_json_writer_string (&json, "id", collection);
  lode_json_writer_string (&json, "type", "AnnotationCollection");
  lode_json_writer_string (&json, "label", lode_dataset_get_title (self->dataset));
  lode_json_writer_number (&json, "total", n_statements);
  lode_json_writer_object (&json, "first");
  lode_json_writer_string (&json, "id", page);
  lode_json_writer_string (&json, "type", "AnnotationPage");
  lode_json_writer_number (&json, "startIndex", 0);
  lode_json_writer_array (&json, "items");
  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      write_annotation (self, &json, statement);
      if (!lode_export_writer_step (out))
        break;
    }
  lode_json_writer_end (&json);
  lode_json_writer_end (&json);
  lode_json_writer_end (&json);

  return TRUE;
}

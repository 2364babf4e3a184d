/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"

#include <string.h>

/* schema.org's vocabulary, as JSON-LD: one graph, in which everything is written once and referred
 * to by its IRI. A quotation is a Quotation; a paraphrase, being somebody else's words, is a Claim
 * that the source makes; that there was no reply is a plain CreativeWork that mentions who was asked.
 */

static const char *
get_source_type (LodeSource *source)
{
  switch (lode_source_get_kind (source))
    {
    case LODE_SOURCE_KIND_ARTICLE_NEWSPAPER:
      return "NewsArticle";
    case LODE_SOURCE_KIND_WEBPAGE:
      return "WebPage";
    case LODE_SOURCE_KIND_BROADCAST:
      return "Episode";
    case LODE_SOURCE_KIND_REPORT:
      return "Report";
    case LODE_SOURCE_KIND_LEGISLATION:
      return "Legislation";
    case LODE_SOURCE_KIND_DOCUMENT:
      return "DigitalDocument";
    case LODE_SOURCE_KIND_SPEECH:
    case LODE_SOURCE_KIND_INTERVIEW:
    case LODE_SOURCE_KIND_HEARING:
    default:
      return "CreativeWork";
    }
}

static void
begin_node (LodeExport *self, LodeJsonWriter *json, LodeRecord *record, const char *type)
{
  g_autofree char *iri = lode_export_dup_iri (self, record);

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "@id", iri);
  lode_json_writer_string (json, "@type", type);
}

static void
write_reference (LodeExport *self, LodeJsonWriter *json, const char *name, gpointer record)
{
  g_autofree char *iri = lode_export_dup_iri (self, record);

  lode_json_writer_object (json, name);
  lode_json_writer_string (json, "@id", iri);
  lode_json_writer_end (json);
}

static void
write_same_as (LodeJsonWriter *json, const char *wikidata)
{
  g_autofree char *entity = NULL;

  if (wikidata != NULL)
    entity = g_strconcat ("http://www.wikidata.org/entity/", wikidata, NULL);
  lode_json_writer_string (json, "sameAs", entity);
}

static void
write_name (LodeJsonWriter *json, const char *name, const char *type, const char *value)
{
  if (value == NULL)
    return;

  lode_json_writer_object (json, name);
  lode_json_writer_string (json, "@type", type);
  lode_json_writer_string (json, "name", value);
  lode_json_writer_end (json);
}

static void
write_source (LodeExport *self, LodeJsonWriter *json, LodeSource *source)
{
  const char * const *authors = lode_source_get_authors (source);

  begin_node (self, json, LODE_RECORD (source), get_source_type (source));
  lode_json_writer_string (json, "name", lode_source_get_title (source));
  lode_json_writer_strings (json, "author", authors);
  write_name (json, "publisher", "Organization", lode_source_get_publisher (source));
  lode_json_writer_string (json, "creditText", lode_source_get_credit (source));
  lode_json_writer_string (json, "datePublished", lode_source_get_published (source));
  lode_json_writer_string (json, "url", lode_source_get_url (source));
  lode_json_writer_string (json, "archivedAt", lode_source_get_archive (source));
  lode_json_writer_string (json, "usageInfo", lode_source_get_rights (source));
  lode_json_writer_end (json);
}

static void
write_actor (LodeExport *self, LodeJsonWriter *json, LodeActor *actor)
{
  const gboolean is_person = lode_actor_get_kind (actor) == LODE_ACTOR_KIND_PERSON;
  LodeActor *organisation = lode_actor_get_organisation (actor);

  begin_node (self, json, LODE_RECORD (actor), is_person ? "Person" : "Organization");
  lode_json_writer_string (json, "name", lode_actor_get_name (actor));
  lode_json_writer_string (json, is_person ? "jobTitle" : "description",
                           lode_actor_get_role (actor));
  if (organisation != NULL)
    write_reference (self, json, is_person ? "affiliation" : "parentOrganization", organisation);
  lode_json_writer_string (json, "url", lode_actor_get_url (actor));
  write_same_as (json, lode_actor_get_wikidata (actor));
  lode_json_writer_end (json);
}

static void
write_topic (LodeExport *self, LodeJsonWriter *json, LodeTopic *topic)
{
  begin_node (self, json, LODE_RECORD (topic), "DefinedTerm");
  lode_json_writer_string (json, "name", lode_topic_get_name (topic));
  lode_json_writer_string (json, "termCode", lode_topic_get_symbol (topic));
  lode_json_writer_strings (json, "alternateName", lode_topic_get_aliases (topic));
  lode_json_writer_string (json, "description", lode_topic_get_note (topic));
  write_same_as (json, lode_topic_get_wikidata (topic));
  lode_json_writer_end (json);
}

static void
write_coordinate (LodeJsonWriter *json, const char *name, double degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", degrees);
  lode_json_writer_raw (json, name, digits, strlen (digits));
}

static void
write_place (LodeExport *self, LodeJsonWriter *json, LodePlace *place)
{
  begin_node (self, json, LODE_RECORD (place), "Place");
  lode_json_writer_string (json, "name", lode_place_get_name (place));
  lode_json_writer_string (json, "alternateName", lode_place_get_name_in (place, "mi"));
  lode_json_writer_string (json, "description", lode_place_get_note (place));
  lode_json_writer_object (json, "geo");
  lode_json_writer_string (json, "@type", "GeoCoordinates");
  write_coordinate (json, "latitude", lode_place_get_latitude (place));
  write_coordinate (json, "longitude", lode_place_get_longitude (place));
  lode_json_writer_end (json);
  lode_json_writer_end (json);
}

/* Writes what is referred to before the first statement that does, once. */
static void
write_once (LodeExport *self, LodeJsonWriter *json, GHashTable *written, gpointer record)
{
  if (record == NULL || !g_hash_table_add (written, record))
    return;

  if (LODE_IS_ACTOR (record))
    {
      write_once (self, json, written, lode_actor_get_organisation (record));
      write_actor (self, json, record);
    }
  else if (LODE_IS_SOURCE (record))
    {
      write_source (self, json, record);
    }
  else if (LODE_IS_TOPIC (record))
    {
      write_topic (self, json, record);
    }
  else
    {
      write_place (self, json, record);
    }
}

static void
write_references (LodeExport     *self,
                  LodeJsonWriter *json,
                  const char     *name,
                  gpointer        records,
                  guint           n_records)
{
  gpointer *record = records;

  if (n_records == 0)
    return;

  lode_json_writer_array (json, name);
  for (guint i = 0; i < n_records; i++)
    write_reference (self, json, NULL, record[i]);
  lode_json_writer_end (json);
}

static void
write_statement (LodeExport *self, LodeJsonWriter *json, LodeStatement *statement)
{
  static const char * const types[] = { "Quotation", "Claim", "CreativeWork" };
  static const char * const source_names[] = { "isPartOf", "appearance", "citation" };
  static const char * const actor_names[] = { "spokenByCharacter", "creator", "mentions" };
  const LodeStatementKind kind = lode_statement_get_kind (statement);
  LodeDataset *part = lode_dataset_get_part (self->dataset, LODE_RECORD (statement));
  g_autofree char *words = lode_export_dup_words (statement);
  LodeTopic * const *topics;
  LodePlace * const *places;
  guint n;

  begin_node (self, json, LODE_RECORD (statement), types[kind]);
  lode_json_writer_string (json, "text", words);
  lode_json_writer_string (json, "inLanguage", lode_dataset_get_language (part));
  write_reference (self, json, actor_names[kind], lode_statement_get_actor (statement));
  write_reference (self, json, source_names[kind], lode_statement_get_source (statement));
  topics = lode_statement_get_topics (statement, &n);
  write_references (self, json, "about", (gpointer) topics, n);
  places = lode_statement_get_places (statement, &n);
  write_references (self, json, "spatialCoverage", (gpointer) places, n);
  lode_json_writer_string (json, "dateCreated", lode_statement_get_date (statement));
  lode_json_writer_string (json, "creativeWorkStatus", lode_export_get_outcome (self, statement));
  lode_json_writer_end (json);
}

gboolean
lode_export_write_schema_org (LodeExport *self, LodeExportWriter *out, GError **error)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  LodeJsonWriter json;

  lode_json_writer_init (&json, out);
  lode_json_writer_object (&json, NULL);
  lode_json_writer_string (&json, "@context", "https://schema.org");
  lode_json_writer_array (&json, "@graph");
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);
      LodeTopic * const *topics;
      LodePlace * const *places;
      guint n;

      write_once (self, &json, written, lode_statement_get_source (statement));
      write_once (self, &json, written, lode_statement_get_actor (statement));
      topics = lode_statement_get_topics (statement, &n);
      for (guint j = 0; j < n; j++)
        write_once (self, &json, written, topics[j]);
      places = lode_statement_get_places (statement, &n);
      for (guint j = 0; j < n; j++)
        write_once (self, &json, written, places[j]);
      write_statement (self, &json, statement);
      if (!lode_export_writer_step (out))
        break;
    }
  lode_json_writer_end (&json);
  lode_json_writer_end (&json);

  return TRUE;
}

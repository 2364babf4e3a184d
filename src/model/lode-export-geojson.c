/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"
#include "lode-json-outline.h"

/* RFC 7946: a feature a place, with the statements that name it, and one feature without a geometry
 * for those that name none. */

static void
write_statement (LodeExport *self, LodeJsonWriter *json, LodeStatement *statement)
{
  LodeActor *actor = lode_statement_get_actor (statement);
  LodeActor *organisation = lode_actor_get_organisation (actor);
  LodeSource *source = lode_statement_get_source (statement);
  const LodeSic *sic;
  g_auto (GStrv) topics = NULL;
  guint n;

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "id", lode_record_get_id (LODE_RECORD (statement)));
  lode_json_writer_string (json, "kind",
                           lode_export_get_nick (LODE_TYPE_STATEMENT_KIND,
                                                 lode_statement_get_kind (statement)));
  lode_json_writer_string (json, "speaker", lode_actor_get_name (actor));
  lode_json_writer_string (json, "role", lode_actor_get_role (actor));
  if (organisation != NULL)
    lode_json_writer_string (json, "organisation", lode_actor_get_name (organisation));
  lode_json_writer_string (json, "group", lode_actor_get_group (actor));
  lode_json_writer_strings (json, "text", lode_statement_get_paragraphs (statement));
  topics = lode_export_dup_topic_names (statement);
  lode_json_writer_strings (json, "topics", (const char * const *) topics);
  lode_json_writer_string (json, "date", lode_statement_get_date (statement));
  lode_json_writer_string (json, "source", lode_source_get_title (source));
  lode_json_writer_string (json, "publisher", lode_source_get_publisher (source));
  lode_json_writer_string (json, "credit", lode_source_get_credit (source));
  lode_json_writer_string (json, "published", lode_source_get_published (source));
  lode_json_writer_string (json, "url", lode_source_get_url (source));
  lode_json_writer_string (json, "verification", lode_export_get_outcome (self, statement));
  lode_json_writer_string (json, "gloss", lode_statement_get_gloss (statement));
  lode_json_writer_string (json, "note", lode_statement_get_note (statement));
  sic = lode_statement_get_sic (statement, &n);
  if (n > 0)
    {
      lode_json_writer_array (json, "sic");
      for (guint i = 0; i < n; i++)
        {
          lode_json_writer_object (json, NULL);
          lode_json_writer_string (json, "printed", sic[i].printed);
          lode_json_writer_string (json, "meant", sic[i].meant);
          lode_json_writer_end (json);
        }
      lode_json_writer_end (json);
    }
  lode_json_writer_end (json);
}

/* The digits of the file, so that no coordinate is rounded. */
static void
write_geometry (LodeExport *self, LodeJsonWriter *json, LodePlace *place)
{
  g_autoptr (GBytes) record = lode_dataset_dup_record_json (self->dataset, LODE_RECORD (place));
  LodeJsonRange range;
  const char *text;
  gsize length;

  text = g_bytes_get_data (record, &length);
  if (lode_json_outline_find_member (text, length, "geometry", &range))
    {
      lode_json_writer_raw (json, "geometry", text + range.start, range.length);
    }
  else if (lode_json_outline_find_member (text, length, "point", &range))
    {
      lode_json_writer_object (json, "geometry");
      lode_json_writer_string (json, "type", "Point");
      lode_json_writer_raw (json, "coordinates", text + range.start, range.length);
      lode_json_writer_end (json);
    }
}

static void
write_properties (LodeExport *self, LodeJsonWriter *json, LodePlace *place)
{
  g_autoptr (GBytes) record = lode_dataset_dup_record_json (self->dataset, LODE_RECORD (place));
  LodePlace *within = lode_place_get_within (place);
  LodeSource *source = lode_place_get_source (place);
  LodeTopic * const *place_topics;
  g_auto (GStrv) topics = NULL;
  LodeJsonRange range;
  const char *text;
  gsize length;
  guint n;

  lode_json_writer_string (json, "name", lode_place_get_name (place));
  text = g_bytes_get_data (record, &length);
  if (lode_json_outline_find_member (text, length, "names", &range))
    lode_json_writer_raw (json, "names", text + range.start, range.length);
  lode_json_writer_string (json, "kind", lode_export_get_nick (LODE_TYPE_PLACE_KIND,
                                                               lode_place_get_kind (place)));
  lode_json_writer_string (json, "precision",
                           lode_export_get_nick (LODE_TYPE_PRECISION,
                                                 lode_place_get_precision (place)));
  if (within != NULL)
    lode_json_writer_string (json, "within", lode_record_get_id (LODE_RECORD (within)));
  place_topics = lode_place_get_topics (place, &n);
  topics = lode_export_dup_names ((gpointer) place_topics, n);
  lode_json_writer_strings (json, "topics", (const char * const *) topics);
  lode_json_writer_string (json, "note", lode_place_get_note (place));
  lode_json_writer_string (json, "as-at", lode_place_get_as_at (place));
  if (source != NULL)
    lode_json_writer_string (json, "note-source", lode_source_get_url (source) != NULL
                                                  ? lode_source_get_url (source)
                                                  : lode_source_get_title (source));
  if (lode_place_is_context (place))
    lode_json_writer_raw (json, "context", "true", 4);
}

static void
write_statements (LodeExport *self, LodeJsonWriter *json, GPtrArray *statements)
{
  lode_json_writer_number (json, "count", statements != NULL ? statements->len : 0);
  lode_json_writer_array (json, "statements");
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      write_statement (self, json, statements->pdata[i]);
      if (!lode_export_writer_step (json->out))
        break;
    }
  lode_json_writer_end (json);
}

static void
write_place (LodeExport *self, LodeJsonWriter *json, LodePlace *place, GPtrArray *statements)
{
  g_autofree char *id = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (place));

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "type", "Feature");
  lode_json_writer_string (json, "id", id);
  write_geometry (self, json, place);
  lode_json_writer_object (json, "properties");
  write_properties (self, json, place);
  write_statements (self, json, statements);
  lode_json_writer_end (json);
  lode_json_writer_end (json);
}

static void
write_placeless (LodeExport *self, LodeJsonWriter *json, GPtrArray *statements)
{
  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "type", "Feature");
  lode_json_writer_raw (json, "geometry", "null", 4);
  lode_json_writer_object (json, "properties");
  lode_json_writer_raw (json, "name", "null", 4);
  write_statements (self, json, statements);
  lode_json_writer_end (json);
  lode_json_writer_end (json);
}

gboolean
lode_export_write_geojson (LodeExport *self, LodeExportWriter *out, GError **error)
{
  g_autoptr (GPtrArray) placeless = NULL;
  g_autoptr (GHashTable) groups = lode_export_group_by_place (self, &placeless);
  GListModel *places = lode_dataset_get_places (self->dataset);
  const gboolean is_whole = g_list_model_get_n_items (self->statements)
                            == g_list_model_get_n_items (lode_dataset_get_statements
                                                           (self->dataset));
  LodeJsonWriter json;

  lode_json_writer_init (&json, out);
  lode_json_writer_object (&json, NULL);
  lode_json_writer_string (&json, "type", "FeatureCollection");
  lode_json_writer_string (&json, "name", lode_dataset_get_id (self->dataset));
  lode_json_writer_string (&json, "title", lode_dataset_get_title (self->dataset));
  lode_json_writer_string (&json, "language", lode_dataset_get_language (self->dataset));
  lode_json_writer_string (&json, "licence", lode_dataset_get_licence (self->dataset));
  lode_json_writer_array (&json, "features");
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);
      GPtrArray *statements = g_hash_table_lookup (groups, place);

      if (statements != NULL || is_whole)
        write_place (self, &json, place, statements);
    }
  if (placeless->len > 0)
    write_placeless (self, &json, placeless);
  lode_json_writer_end (&json);
  lode_json_writer_end (&json);

  return TRUE;
}

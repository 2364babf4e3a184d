/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"
#include "lode-statement-text.h"

#include <stdlib.h>

/* The input data of CSL 1.0.2 (csl-data.json): a statement is an item that cites its source, with
 * the words as its abstract. Names are literal: no program can tell which part of one is the family's.
 */

static void
write_date (LodeJsonWriter *json, const char *name, const char *date)
{
  g_auto (GStrv) parts = NULL;

  if (date == NULL)
    return;

  parts = g_strsplit (date, "-", 3);
  lode_json_writer_object (json, name);
  lode_json_writer_array (json, "date-parts");
  lode_json_writer_array (json, NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    lode_json_writer_number (json, NULL, strtoul (parts[i], NULL, 10));
  lode_json_writer_end (json);
  lode_json_writer_end (json);
  lode_json_writer_end (json);
}

static void
write_literal (LodeJsonWriter *json, const char *name)
{
  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "literal", name);
  lode_json_writer_end (json);
}

/* Without an author, who really reported it. */
static void
write_authors (LodeJsonWriter *json, LodeSource *source)
{
  const char * const *authors = lode_source_get_authors (source);
  const char *credit = lode_source_get_credit (source);

  if (authors[0] == NULL && credit == NULL)
    return;

  lode_json_writer_array (json, "author");
  for (guint i = 0; authors[i] != NULL; i++)
    write_literal (json, authors[i]);
  if (authors[0] == NULL)
    write_literal (json, credit);
  lode_json_writer_end (json);
}

static void
write_custom (LodeExport *self, LodeJsonWriter *json, LodeStatement *statement)
{
  LodeActor *actor = lode_statement_get_actor (statement);
  LodeActor *organisation = lode_actor_get_organisation (actor);
  g_auto (GStrv) places = NULL;

  lode_json_writer_object (json, "custom");
  lode_json_writer_string (json, "speaker", lode_actor_get_name (actor));
  lode_json_writer_string (json, "role", lode_actor_get_role (actor));
  if (organisation != NULL)
    lode_json_writer_string (json, "organisation", lode_actor_get_name (organisation));
  lode_json_writer_string (json, "kind",
                           lode_export_get_nick (LODE_TYPE_STATEMENT_KIND,
                                                 lode_statement_get_kind (statement)));
  lode_json_writer_string (json, "said", lode_statement_get_date (statement));
  lode_json_writer_string (json, "venue", lode_statement_get_venue (statement));
  places = lode_export_dup_place_names (statement);
  lode_json_writer_strings (json, "places", (const char * const *) places);
  lode_json_writer_string (json, "verification", lode_export_get_outcome (self, statement));
  lode_json_writer_end (json);
}

static void
write_item (LodeExport *self, LodeJsonWriter *json, LodeStatement *statement)
{
  LodeDataset *part = lode_dataset_get_part (self->dataset, LODE_RECORD (statement));
  LodeSource *source = lode_statement_get_source (statement);
  g_autofree char *id = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (statement));
  g_autofree char *words = lode_export_dup_words (statement);
  g_autofree char *note = lode_statement_dup_citation (statement);
  g_auto (GStrv) topics = NULL;
  g_autofree char *keywords = NULL;

  topics = lode_export_dup_topic_names (statement);
  keywords = g_strjoinv (", ", topics);

  lode_json_writer_object (json, NULL);
  lode_json_writer_string (json, "id", id);
  lode_json_writer_string (json, "type", lode_source_kind_to_string (lode_source_get_kind (source)));
  lode_json_writer_string (json, "title", lode_source_get_title (source));
  write_authors (json, source);
  lode_json_writer_string (json, "container-title", lode_source_get_publisher (source));
  lode_json_writer_string (json, "publisher", lode_source_get_publisher (source));
  write_date (json, "issued", lode_source_get_published (source));
  write_date (json, "accessed", lode_source_get_accessed (source));
  lode_json_writer_string (json, "URL", lode_source_get_url (source));
  lode_json_writer_string (json, "language", lode_dataset_get_language (part));
  lode_json_writer_string (json, "keyword", keywords);
  lode_json_writer_string (json, "abstract", words);
  lode_json_writer_string (json, "note", note);
  write_custom (self, json, statement);
  lode_json_writer_end (json);
}

gboolean
lode_export_write_csl (LodeExport *self, LodeExportWriter *out, GError **error)
{
  LodeJsonWriter json;

  lode_json_writer_init (&json, out);
  lode_json_writer_array (&json, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      write_item (self, &json, statement);
      if (!lode_export_writer_step (out))
        break;
    }
  lode_json_writer_end (&json);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-export-private.h"

#include <glib/gi18n-lib.h>

/* said-where/1 out of said-where/1: the bytes of the file, less the records that nothing refers to.
 * So formatting, order and members that begin with x- stay as they are, and all statements together
 * are the file itself, byte for byte. */

static void
keep (GHashTable *kept, gpointer record)
{
  if (record == NULL || !g_hash_table_add (kept, record))
    return;

  if (LODE_IS_TOPIC (record))
    {
      keep (kept, lode_topic_get_broader (record));
    }
  else if (LODE_IS_ACTOR (record))
    {
      keep (kept, lode_actor_get_organisation (record));
    }
  else if (LODE_IS_PLACE (record))
    {
      LodeTopic * const *topics;
      guint n_topics;

      topics = lode_place_get_topics (record, &n_topics);
      for (guint i = 0; i < n_topics; i++)
        keep (kept, topics[i]);
      keep (kept, lode_place_get_within (record));
      keep (kept, lode_place_get_source (record));
    }
  else if (LODE_IS_PROPOSITION (record))
    {
      keep (kept, lode_proposition_get_topic (record));
    }
}

static void
keep_statement (GHashTable *kept, LodeStatement *statement)
{
  const LodePosition *positions;
  LodeTopic * const *topics;
  LodePlace * const *places;
  guint n;

  g_hash_table_add (kept, statement);
  keep (kept, lode_statement_get_actor (statement));
  keep (kept, lode_statement_get_source (statement));
  topics = lode_statement_get_topics (statement, &n);
  for (guint i = 0; i < n; i++)
    keep (kept, topics[i]);
  places = lode_statement_get_places (statement, &n);
  for (guint i = 0; i < n; i++)
    keep (kept, places[i]);
  positions = lode_statement_get_positions (statement, &n);
  for (guint i = 0; i < n; i++)
    keep (kept, positions[i].proposition);
}

/* The statements with all that they refer to; NULL: all of the dataset. */
static GHashTable *
find_kept (LodeExport *self, LodeDataset *dataset)
{
  const guint n_statements = g_list_model_get_n_items (self->statements);
  GHashTable *kept;

  if (n_statements == g_list_model_get_n_items (lode_dataset_get_statements (dataset)))
    return NULL;

  kept = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      keep_statement (kept, statement);
    }

  return kept;
}

/* The one file that all statements come from. */
static LodeDataset *
find_dataset (LodeExport *self, GError **error)
{
  LodeDataset *dataset = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeRecord) statement = g_list_model_get_item (self->statements, i);
      LodeDataset *part = lode_dataset_get_part (self->dataset, statement);

      if (dataset != NULL && part != dataset)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("The statements come from several datasets, and %s holds one: export them "
                         "one dataset at a time"), "said-where/1");
          return NULL;
        }
      dataset = part;
    }

  return dataset;
}

/* Writes the kept records of an array with the bytes between them, and those before the first from
 * @cursor on. Gives the byte behind the last record. */
static gsize
write_array (LodeRecordTable  *table,
             LodeArray         array,
             GHashTable       *kept,
             LodeExportWriter *out,
             const char       *json,
             gsize             cursor)
{
  const guint n_records = lode_record_table_get_size (table);
  gsize end = cursor;
  guint n_kept = 0;

  for (guint i = 0; i < n_records; i++)
    {
      const LodeJsonRange range = lode_record_table_get_range (table, i);
      const gsize gap = i == 0 ? cursor : end;

      if (kept == NULL || g_hash_table_contains (kept, lode_record_table_get (table, i)))
        {
          if (n_kept == 0 && i > 0)
            {
              const gsize first = lode_record_table_get_range (table, 0).start;

              lode_export_writer_put_n (out, json + cursor, first - cursor);
            }
          else
            {
              lode_export_writer_put_n (out, json + gap, range.start - gap);
            }
          lode_export_writer_put_n (out, json + range.start, range.length);
          n_kept++;
          if (array == LODE_ARRAY_STATEMENTS && !lode_export_writer_step (out))
            return cursor;
        }
      end = range.start + range.length;
    }

  /* Nothing is left: an empty array, without the room for records. */
  if (n_kept == 0)
    {
      gsize bracket = lode_record_table_get_range (table, 0).start;

      while (json[bracket - 1] != '[')
        bracket--;
      lode_export_writer_put_n (out, json + cursor, bracket - cursor);
      while (json[end] != ']')
        end++;
    }

  return end;
}

gboolean
lode_export_write_said_where (LodeExport *self, LodeExportWriter *out, GError **error)
{
  LodeDataset *dataset = find_dataset (self, error);
  g_autoptr (GHashTable) kept = NULL;
  gboolean is_written[LODE_N_ARRAYS] = { FALSE };
  const char *json;
  gsize cursor = 0;
  gsize length;

  if (dataset == NULL)
    return FALSE;

  kept = find_kept (self, dataset);
  json = g_bytes_get_data (dataset->bytes, &length);

  /* Array by array, as they stand in the file. */
  for (;;)
    {
      guint next = LODE_N_ARRAYS;
      gsize start = length;

      for (guint i = 0; i < LODE_N_ARRAYS; i++)
        if (!is_written[i] && lode_record_table_get_size (dataset->tables[i]) > 0
            && lode_record_table_get_range (dataset->tables[i], 0).start < start)
          {
            next = i;
            start = lode_record_table_get_range (dataset->tables[i], 0).start;
          }
      if (next == LODE_N_ARRAYS)
        break;

      is_written[next] = TRUE;
      cursor = write_array (dataset->tables[next], next, kept, out, json, cursor);
    }
  lode_export_writer_put_n (out, json + cursor, length - cursor);

  return TRUE;
}

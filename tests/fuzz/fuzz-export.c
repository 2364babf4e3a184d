/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"

#include "lode-dataset-parser.h"
#include "lode-export.h"
#include "lode-json-guard.h"
#include "lode-record-list.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Any bytes as a dataset that, if it is a good one, goes out in every format: what is JSON can be
 * read as JSON, and a dataset that goes out is one that comes in again, to the letter. */

static LodeDataset *
read_dataset (GBytes *bytes)
{
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (LodeDataset) dataset = NULL;
  gsize size;
  const char *json = g_bytes_get_data (bytes, &size);

  if (lode_json_guard_check (size > 0 ? json : "", size, problems))
    dataset = lode_dataset_parser_read (bytes, problems, NULL);
  if (lode_problem_list_has_errors (problems))
    return NULL;

  return g_steal_pointer (&dataset);
}

static GBytes *
write_out (LodeDataset *dataset, GListModel *statements, const LodeExportFormat *format)
{
  g_autoptr (LodeExport) out = lode_export_new (dataset, statements, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) losses = lode_export_dup_losses (out, format);

  g_assert_nonnull (losses);
  lode_export_write (out, format, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
check_format (LodeDataset *dataset, const LodeExportFormat *format)
{
  g_autoptr (GBytes) written
    = write_out (dataset, lode_dataset_get_statements (dataset), format);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (written, &size);

  g_assert_true (g_utf8_validate (text, size, NULL));
  if (strstr (format->media_type, "json") == NULL)
    return;

  json_parser_load_from_data (parser, text, size, &error);
  g_assert_no_error (error);
}

/* Every second statement, with what they refer to. */
static GListModel *
choose_some (LodeDataset *dataset)
{
  GListModel *all = lode_dataset_get_statements (dataset);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < g_list_model_get_n_items (all); i += 2)
    g_array_append_val (positions, i);

  return G_LIST_MODEL (lode_record_list_new_chosen (LODE_RECORD_LIST (all), positions));
}

static void
assert_same_statement (LodeDataset *dataset, LodeRecord *statement, LodeDataset *other)
{
  LodeStatement *again = lode_dataset_find_statement (other, lode_record_get_id (statement));
  g_autoptr (GBytes) before = lode_dataset_dup_record_json (dataset, statement);
  g_autoptr (GBytes) after = NULL;

  g_assert_nonnull (again);
  after = lode_dataset_dup_record_json (other, LODE_RECORD (again));
  g_assert_true (g_bytes_equal (before, after));
}

static void
check_round_trip (LodeDataset *dataset)
{
  const LodeExportFormat *format = lode_export_format_find ("said-where");
  g_autoptr (GListModel) some = choose_some (dataset);
  g_autoptr (GBytes) first = write_out (dataset, some, format);
  g_autoptr (LodeDataset) again = read_dataset (first);

  g_assert_nonnull (again);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_statements (again)), ==,
                    g_list_model_get_n_items (some));
  for (guint i = 0; i < g_list_model_get_n_items (some); i++)
    {
      g_autoptr (LodeRecord) statement = g_list_model_get_item (some, i);

      assert_same_statement (dataset, statement, again);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (LodeDataset) dataset = read_dataset (bytes);
  g_autoptr (GBytes) all = NULL;

  if (dataset == NULL
      || g_list_model_get_n_items (lode_dataset_get_statements (dataset)) == 0)
    return 0;

  for (guint i = 0; i < lode_export_format_get_count (); i++)
    check_format (dataset, lode_export_format_get (i));

  all = write_out (dataset, lode_dataset_get_statements (dataset),
                   lode_export_format_find ("said-where"));
  g_assert_true (g_bytes_equal (all, bytes));
  check_round_trip (dataset);

  return 0;
}

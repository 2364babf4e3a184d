/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"

#include "lode-dataset-changes.h"
#include "lode-dataset-parser.h"
#include "lode-json-guard.h"
#include "lode-query.h"

/* Any bytes as a dataset. Good or bad, nothing may crash, hang or be read past its end; of a good
 * one, what the dataset says of itself must be true. */

static void
check_problems (LodeProblemList *list, const char *json, gsize length)
{
  g_autoptr (GListModel) problems = lode_problem_list_to_model (list, json, length);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = lode_problem_to_string (problem, "fuzz");

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

static void
check_statements (LodeDataset *dataset)
{
  GListModel *statements = lode_dataset_get_statements (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (statements, i);
      g_autoptr (GBytes) json = lode_dataset_dup_record_json (dataset, record);
      const char *text = g_bytes_get_data (json, NULL);

      g_assert_cmpint (text[0], ==, '{');
      g_assert_cmpint (text[g_bytes_get_size (json) - 1], ==, '}');
      g_assert_true (lode_dataset_find_statement (dataset, lode_record_get_id (record))
                     == LODE_STATEMENT (record));
    }
}

static void
check_dataset (LodeDataset *dataset)
{
  g_autoptr (LodeQuery) query = lode_query_new ("a \"the\" place:a");
  g_autoptr (GListModel) found = lode_query_select (query, dataset, NULL);
  LodeDataset *twice[] = { dataset, dataset };
  g_autoptr (LodeDataset) merged = lode_dataset_merge (twice, 2);
  LodeDatasetChanges changes = lode_dataset_changes_find (dataset, dataset);

  g_assert_cmpuint (g_list_model_get_n_items (found), <=,
                    g_list_model_get_n_items (lode_dataset_get_statements (dataset)));
  check_statements (dataset);
  g_assert_true (lode_dataset_changes_is_empty (&changes));
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_statements (merged)), ==,
                    2 * g_list_model_get_n_items (lode_dataset_get_statements (dataset)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (LodeDataset) dataset = NULL;
  const char *json = size > 0 ? g_bytes_get_data (bytes, NULL) : "";

  if (lode_json_guard_check (json, size, problems))
    dataset = lode_dataset_parser_read (bytes, problems, NULL);

  check_problems (problems, json, size);
  if (dataset != NULL && !lode_problem_list_has_errors (problems))
    check_dataset (dataset);

  return 0;
}

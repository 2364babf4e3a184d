/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-file-check.h"

#include <json-glib/json-glib.h>

/* The form is written down in lode-dataset(5). */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_problem (JsonBuilder *builder, LodeProblem *problem)
{
  json_builder_begin_object (builder);
  add_string (builder, "severity",
              lode_problem_get_severity (problem) == LODE_SEVERITY_ERROR ? "error" : "warning");
  if (lode_problem_get_line (problem) > 0)
    {
      add_integer (builder, "line", lode_problem_get_line (problem));
      add_integer (builder, "column", lode_problem_get_column (problem));
    }
  add_string (builder, "pointer", lode_problem_get_pointer (problem));
  add_string (builder, "message", lode_problem_get_message (problem));
  add_string (builder, "hint", lode_problem_get_hint (problem));
  json_builder_end_object (builder);
}

static void
add_quotation (JsonBuilder *builder, LodeProvenance *provenance, LodeStatement *statement)
{
  const LodeVerification verification = lode_provenance_get_verification (provenance, statement);
  g_autofree char *explanation = NULL;

  if (verification.is_own_words)
    return;

  explanation = lode_verification_dup_explanation (&verification, statement);
  json_builder_begin_object (builder);
  add_string (builder, "statement", lode_record_get_id (LODE_RECORD (statement)));
  add_string (builder, "source",
              lode_record_get_id (LODE_RECORD (lode_statement_get_source (statement))));
  add_string (builder, "outcome", lode_outcome_to_string (verification.outcome));
  add_string (builder, "explanation", explanation);
  if (verification.n_found > 0)
    {
      add_integer (builder, "occurrences", verification.n_found);
      json_builder_set_member_name (builder, "span");
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, verification.start);
      json_builder_add_int_value (builder, verification.end);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_quotations (JsonBuilder *builder, LodeProvenance *provenance)
{
  GListModel *statements = lode_dataset_get_statements (lode_provenance_get_dataset (provenance));

  json_builder_set_member_name (builder, "outcomes");
  json_builder_begin_object (builder);
  for (guint i = 0; i < LODE_N_OUTCOMES; i++)
    add_integer (builder, lode_outcome_to_string (i), lode_provenance_get_count (provenance, i));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "quotations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      add_quotation (builder, provenance, statement);
    }
  json_builder_end_array (builder);
}

static void
add_check (JsonBuilder *builder, const LodeFileCheck *check)
{
  const char *status = "good";

  if (check->is_unreadable)
    status = "unreadable";
  else if (check->n_problems[LODE_SEVERITY_ERROR] > 0)
    status = "errors";
  else if (check->n_problems[LODE_SEVERITY_WARNING] > 0)
    status = "warnings";

  json_builder_begin_object (builder);
  add_string (builder, "file", check->name);
  add_string (builder, "status", status);
  add_string (builder, "error", check->error);
  json_builder_set_member_name (builder, "recorded");
  json_builder_add_boolean_value (builder, check->is_recorded);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < check->problems->len; i++)
    add_problem (builder, check->problems->pdata[i]);
  json_builder_end_array (builder);
  if (check->provenance != NULL)
    add_quotations (builder, check->provenance);
  json_builder_end_object (builder);
}

/**
 * lode_file_check_to_json:
 * @checks: LodeFileChecks
 *
 * Writes them for programs: `{"format": "lode-check/1", "files": […]}`.
 *
 * Returns: (transfer full): a JSON document without a line feed at the end
 */
char *
lode_file_check_to_json (GPtrArray *checks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "format", "lode-check/1");
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < checks->len; i++)
    add_check (builder, checks->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

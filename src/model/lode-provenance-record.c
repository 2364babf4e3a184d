/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-provenance-record.h"

#include "lode-json-editor.h"

#include <glib/gi18n-lib.h>

static gboolean
check_statement (LodeProvenance *provenance, LodeStatement *statement, GError **error)
{
  const LodeVerification verification = lode_provenance_get_verification (provenance, statement);

  if (verification.is_own_words || verification.outcome == LODE_OUTCOME_VERIFIED ||
      !lode_provenance_has_text (provenance, lode_statement_get_source (statement)))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The quotation “%s” is not verified, and so nothing was recorded"),
               lode_record_get_id (LODE_RECORD (statement)));
  return FALSE;
}

/* The hash goes before the day, which needs it. */
static void
record_source (LodeJsonEditor *editor, gsize object, const char *sha256, const char *day)
{
  const char * const after_text[] = { "text", NULL };
  const char * const after_hash[] = { "sha256", NULL };

  if (sha256 != NULL)
    lode_json_editor_set_string (editor, object, "sha256", sha256, after_text);
  lode_json_editor_set_string (editor, object, "checked", day,
                               sha256 != NULL ? after_text : after_hash);
}

/**
 * lode_provenance_can_record:
 * @provenance: the results of a check
 * @error: return location for a #GError
 *
 * Says whether there is something to record, and whether it may be: every quotation of a source
 * whose text is at hand must be verified word for word.
 *
 * Returns: FALSE with G_IO_ERROR_FAILED and a translated sentence: it may not
 */
gboolean
lode_provenance_can_record (LodeProvenance *provenance, GError **error)
{
  LodeDataset *dataset = lode_provenance_get_dataset (provenance);
  GListModel *sources = lode_dataset_get_sources (dataset);
  GListModel *statements = lode_dataset_get_statements (dataset);
  gboolean has_any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LodeSource) source = g_list_model_get_item (sources, i);

      has_any = has_any || lode_provenance_has_text (provenance, source);
      if (lode_provenance_get_text_state (provenance, source) == LODE_TEXT_STATE_OTHER)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("The text of “%s” has another hash than the one recorded, and so nothing "
                         "was recorded"), lode_record_get_id (LODE_RECORD (source)));
          return FALSE;
        }
    }

  if (!has_any)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("There is no text to record a check against"));
      return FALSE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      if (!check_statement (provenance, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lode_provenance_record:
 * @provenance: the results of a check that can be recorded
 * @json: the bytes that its dataset was read from, ended by a null byte
 * @day: today, as YYYY-MM-DD
 *
 * Writes into each source whose text is at hand the day, and its hash if it has none yet, and into
 * each of its quotations the span. No other byte of the document changes.
 *
 * Returns: (transfer full): the new document
 */
char *
lode_provenance_record (LodeProvenance *provenance, const char *json, const char *day)
{
  const char * const after_words[] = { "suffix", "prefix", "text", NULL };
  LodeDataset *dataset = lode_provenance_get_dataset (provenance);
  GListModel *sources = lode_dataset_get_sources (dataset);
  GListModel *statements = lode_dataset_get_statements (dataset);
  g_autoptr (LodeJsonEditor) editor = lode_json_editor_new (json);
  g_autoptr (GArray) source_objects = lode_json_editor_get_elements (editor, "sources");
  g_autoptr (GArray) statement_objects = lode_json_editor_get_elements (editor, "statements");

  g_return_val_if_fail (source_objects->len == g_list_model_get_n_items (sources), NULL);
  g_return_val_if_fail (statement_objects->len == g_list_model_get_n_items (statements), NULL);

  for (guint i = 0; i < source_objects->len; i++)
    {
      g_autoptr (LodeSource) source = g_list_model_get_item (sources, i);
      LodeSourceText *text = lode_provenance_get_text (provenance, source);

      if (lode_provenance_has_text (provenance, source))
        record_source (editor, g_array_index (source_objects, gsize, i),
                       lode_source_get_sha256 (source) == NULL
                         ? lode_source_text_get_sha256 (text)
                         : NULL,
                       day);
    }

  for (guint i = 0; i < statement_objects->len; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      const LodeVerification verification = lode_provenance_get_verification (provenance,
                                                                              statement);

      if (verification.outcome == LODE_OUTCOME_VERIFIED)
        lode_json_editor_set_span (editor, g_array_index (statement_objects, gsize, i), "span",
                                   verification.start, verification.end, after_words);
    }

  return lode_json_editor_apply (editor);
}

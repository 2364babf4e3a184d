/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-file-check.h"

#include "lode-json-guard.h"
#include "lode-dataset-parser.h"
#include "lode-provenance-record.h"
#include "lode-provenance-report.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static void
add_problem (LodeFileCheck *self, LodeProblem *problem)
{
  g_ptr_array_add (self->problems, g_object_ref (problem));
  self->n_problems[lode_problem_get_severity (problem)]++;
}

static void
add_problems (LodeFileCheck *self, GListModel *problems)
{
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);

      add_problem (self, problem);
    }
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  LodeProblem *one = *(LodeProblem * const *) a;
  LodeProblem *other = *(LodeProblem * const *) b;
  const guint line = lode_problem_get_line (one);
  const guint other_line = lode_problem_get_line (other);

  if (line != other_line)
    return line < other_line ? -1 : 1;

  return (int) lode_problem_get_column (one) - (int) lode_problem_get_column (other);
}

/* What is wrong with the quotations; the bytes are for lines and columns. */
static void
add_provenance_problems (LodeFileCheck *self, const char *json, gsize length)
{
  g_autoptr (LodeProblemList) list = lode_problem_list_new ();
  g_autoptr (GListModel) problems = NULL;

  lode_provenance_report (self->provenance, list);
  problems = lode_problem_list_to_model (list, json, length);
  add_problems (self, problems);
  g_ptr_array_sort (self->problems, compare_problems);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Our own writing is read like anybody's before it takes the place of the file. */
static gboolean
is_good_dataset (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (LodeDataset) dataset = NULL;

  if (!lode_json_guard_check (json, strlen (json), problems))
    return FALSE;

  dataset = lode_dataset_parser_read (bytes, problems, NULL);
  return dataset != NULL && !lode_problem_list_has_errors (problems);
}

/* Replaces the file at once, by renaming; what a symbolic link points to, not the link. */
static gboolean
write_file (GFile *file, const char *former, const char *json, GError **error)
{
  g_autofree char *now = NULL;
  g_autofree char *path = NULL;
  GStatBuf status;

  if (g_file_peek_path (file) != NULL)
    path = realpath (g_file_peek_path (file), NULL);
  if (path == NULL || g_stat (path, &status) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Only a file on this computer can be written"));
      return FALSE;
    }

  if (!g_file_get_contents (path, &now, NULL, error))
    return FALSE;
  if (!g_str_equal (now, former))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                           _("The file changed while it was checked, and so nothing was recorded"));
      return FALSE;
    }

  return g_file_set_contents_full (path, json, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   status.st_mode & 07777, error);
}

static gboolean
record_check (LodeFileCheck *self, GFile *file, const char *json, GError **error)
{
  g_autofree char *today = dup_today ();
  g_autofree char *recorded = NULL;

  if (!lode_provenance_can_record (self->provenance, error))
    return FALSE;

  recorded = lode_provenance_record (self->provenance, json, today);
  if (recorded == NULL || !is_good_dataset (recorded))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                           _("The file changed while it was checked, and so nothing was recorded"));
      return FALSE;
    }

  return write_file (file, json, recorded, error);
}

static gboolean
check_quotations (LodeFileCheck *self,
                  GFile         *file,
                  GHashTable    *texts,
                  gboolean       record,
                  const char    *json,
                  gsize          length,
                  GError       **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  self->provenance = lode_provenance_check (lode_reading_get_dataset (self->reading), folder,
                                            texts, NULL, error);
  if (self->provenance == NULL)
    return FALSE;

  add_provenance_problems (self, json, length);
  if (!record)
    return TRUE;

  self->is_recorded = record_check (self, file, json, error);

  return self->is_recorded;
}

/**
 * lode_file_check_run:
 * @file: a dataset
 * @name: how the user named it
 * @texts: GFiles by the ids of sources, to be used instead of the stored texts
 * @record: whether to write the check into the file, if every quotation is verified
 *
 * Reads a dataset and compares its quotations with the texts at hand. Blocks.
 *
 * Returns: (transfer full): what was found out; free it with lode_file_check_free()
 */
LodeFileCheck *
lode_file_check_run (GFile *file, const char *name, GHashTable *texts, gboolean record)
{
  LodeFileCheck *self = g_new0 (LodeFileCheck, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length = 0;

  self->name = g_strdup (name);
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->reading = lode_dataset_read (file, NULL, &error);
  if (self->reading != NULL)
    add_problems (self, lode_reading_get_problems (self->reading));

  if (self->reading == NULL)
    self->is_unreadable = TRUE;
  else if (lode_reading_get_dataset (self->reading) == NULL)
    return self;
  else if (!g_file_load_contents (file, NULL, &json, &length, NULL, &error))
    self->is_unreadable = TRUE;
  else
    check_quotations (self, file, texts, record, json, length, &error);

  if (error != NULL)
    self->error = g_strdup (error->message);

  return self;
}

void
lode_file_check_free (LodeFileCheck *self)
{
  g_clear_object (&self->reading);
  g_clear_object (&self->provenance);
  g_ptr_array_unref (self->problems);
  g_free (self->name);
  g_free (self->error);
  g_free (self);
}

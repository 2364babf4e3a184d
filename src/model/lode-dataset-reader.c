/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-reader.h"

#include "lode-dataset-parser.h"
#include "lode-json-guard.h"

#include <glib/gi18n-lib.h>

/* Bytes → guard → json-glib → records → references → problems. What the bytes say wrong is a
 * problem; that there are none to be had is a GError. */

#define CHUNK (1024 * 1024) /* bytes */

struct _LodeReading
{
  GObject parent_instance;

  GFile *file;
  LodeDataset *dataset;
  GListModel *problems;
};

G_DEFINE_FINAL_TYPE (LodeReading, lode_reading, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_DATASET,
  PROP_PROBLEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Refuses what is no regular file: a pipe would block, and a device need never end. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, goffset *size, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  GFileType type;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no file “%s”"), name);
      return FALSE;
    }
  if (info == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  type = g_file_info_get_file_type (info);
  *size = g_file_info_get_size (info);
  if (type == G_FILE_TYPE_REGULAR)
    return TRUE;

  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _("“%s” is a folder, not a dataset"), name);
  else if (type == G_FILE_TYPE_SYMBOLIC_LINK) /* that GIO could not follow */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("“%s” is a link that leads nowhere"), name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("“%s” is not a regular file"), name);

  return FALSE;
}

/* Reads at most one byte more than the guard allows: files in /proc do not tell their size, and
 * others may grow. NULL: an error. */
static GBytes *
read_bytes (GFile *file, goffset size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *data = NULL;
  gsize allocated = size + 1; /* one more, to see the end without growing */
  gsize length = 0;
  gsize n_read;

  if (stream == NULL)
    return NULL;

  data = g_malloc (allocated);
  do
    {
      if (length == allocated)
        {
          allocated += MAX (CHUNK, length / 2);
          data = g_realloc (data, allocated);
        }

      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data + length,
                                    MIN (allocated - length, CHUNK), &n_read, cancellable, error))
        return NULL;
      length += n_read;
    }
  while (n_read > 0 && length <= LODE_JSON_GUARD_MAX_SIZE);

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/* @bytes may be NULL, if none were read. */
static LodeReading *
create_reading (GFile *file, LodeDataset *dataset, LodeProblemList *problems, GBytes *bytes)
{
  LodeReading *self = g_object_new (LODE_TYPE_READING, NULL);
  const char *json = "";
  gsize length = 0;

  self->file = g_object_ref (file);
  if (dataset != NULL && !lode_problem_list_has_errors (problems))
    self->dataset = g_object_ref (dataset);
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    json = g_bytes_get_data (bytes, &length);
  self->problems = lode_problem_list_to_model (problems, json, length);

  return self;
}

static void
read_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  LodeReading *reading;
  GError *error = NULL;

  reading = lode_dataset_read (task_data, cancellable, &error);
  if (reading != NULL)
    g_task_return_pointer (task, reading, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
lode_reading_finalize (GObject *object)
{
  LodeReading *self = LODE_READING (object);

  g_clear_object (&self->file);
  g_clear_object (&self->dataset);
  g_clear_object (&self->problems);

  G_OBJECT_CLASS (lode_reading_parent_class)->finalize (object);
}

static void
lode_reading_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeReading *self = LODE_READING (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_PROBLEMS:
      g_value_set_object (value, self->problems);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_reading_class_init (LodeReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = lode_reading_finalize;
  object_class->get_property = lode_reading_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL,
                                                  LODE_TYPE_DATASET, flags);
  properties[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL,
                                                   G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_reading_init (LodeReading *self)
{
}

/**
 * lode_reading_get_file:
 * @self: a reading
 *
 * Gets what was read.
 *
 * Returns: (transfer none): the file
 */
GFile *
lode_reading_get_file (LodeReading *self)
{
  g_return_val_if_fail (LODE_IS_READING (self), NULL);

  return self->file;
}

/**
 * lode_reading_get_dataset:
 * @self: a reading
 *
 * Gets the dataset.
 *
 * Returns: (transfer none) (nullable): a dataset, or NULL: there are errors among the problems
 */
LodeDataset *
lode_reading_get_dataset (LodeReading *self)
{
  g_return_val_if_fail (LODE_IS_READING (self), NULL);

  return self->dataset;
}

/**
 * lode_reading_get_problems:
 * @self: a reading
 *
 * Gets all that is wrong with the file, in the order of the file. If there is too much to list, the
 * last problem says so.
 *
 * Returns: (transfer none): a list model of LodeProblem, perhaps empty; never NULL
 */
GListModel *
lode_reading_get_problems (LodeReading *self)
{
  g_return_val_if_fail (LODE_IS_READING (self), NULL);

  return self->problems;
}

/**
 * lode_dataset_read:
 * @file: a regular file, of any scheme that GIO can read, resource:// included
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Reads a `said-where/1` dataset, and everything that is wrong with it. Blocks.
 *
 * Returns: (transfer full): what was found; NULL with an error of the domain G_IO_ERROR if the
 *   bytes could not be read, as they are not there, may not be read, are a folder or a device, or
 *   as @cancellable was cancelled
 */
LodeReading *
lode_dataset_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (LodeProblemList) problems = NULL;
  g_autoptr (LodeDataset) dataset = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *json;
  gsize length;
  goffset size;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  if (!check_file (file, cancellable, &size, error))
    return NULL;

  problems = lode_problem_list_new ();
  if (size > LODE_JSON_GUARD_MAX_SIZE)
    {
      lode_json_guard_refuse_size (problems);
      return create_reading (file, NULL, problems, NULL);
    }

  bytes = read_bytes (file, size, cancellable, error);
  if (bytes == NULL)
    return NULL;

  json = g_bytes_get_data (bytes, &length);
  if (lode_json_guard_check (length > 0 ? json : "", length, problems) &&
      !g_cancellable_is_cancelled (cancellable))
    dataset = lode_dataset_parser_read (bytes, problems, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return create_reading (file, dataset, problems, bytes);
}

/**
 * lode_dataset_read_async:
 * @file: a regular file
 * @cancellable: (nullable): a cancellable
 * @callback: what to call in the thread-default main context of the caller
 * @user_data: for @callback
 *
 * Does in a thread what lode_dataset_read() does.
 */
void
lode_dataset_read_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lode_dataset_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread_cb);
}

/**
 * lode_dataset_read_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Ends lode_dataset_read_async().
 *
 * Returns: (transfer full): as lode_dataset_read() returns
 */
LodeReading *
lode_dataset_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

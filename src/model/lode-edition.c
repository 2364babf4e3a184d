/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-edition.h"

#include "lode-dataset-folder.h"
#include "lode-dataset-private.h"

#include <glib/gi18n-lib.h>

struct _LodeEdition
{
  GObject parent_instance;

  GPtrArray *files;    /* of GFile */
  GPtrArray *datasets; /* of each file, or NULL */
  LodeDataset *dataset;
  LodeDatasetChanges changes;
  GFile *broken;
  LodeReading *broken_reading;
  LodeReading *warned_reading;
};

G_DEFINE_FINAL_TYPE (LodeEdition, lode_edition, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *files;
  LodeEdition *former;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_ptr_array_unref (order->files);
  g_clear_object (&order->former);
  g_free (order);
}

static void
clear_object (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

/* The dataset of @file in @self; NULL: there is none. */
static LodeDataset *
find_dataset (LodeEdition *self, GFile *file)
{
  guint index;

  if (self == NULL
      || !g_ptr_array_find_with_equal_func (self->files, file, (GEqualFunc) g_file_equal, &index))
    return NULL;

  return g_ptr_array_index (self->datasets, index);
}

static void
note_broken (LodeEdition *self, GFile *file, LodeReading *reading)
{
  /* One of which more can be said goes before one that is only not there. */
  if (self->broken != NULL && (self->broken_reading != NULL || reading == NULL))
    return;

  g_set_object (&self->broken, file);
  g_set_object (&self->broken_reading, reading);
}

/* What @reading gives, or what stays of @file from before. */
static void
add_reading (LodeEdition *self, GFile *file, LodeReading *reading, LodeDataset *before)
{
  LodeDataset *dataset = reading != NULL ? lode_reading_get_dataset (reading) : NULL;

  if (dataset == NULL)
    {
      note_broken (self, file, reading);
      dataset = before;
    }
  else
    {
      if (self->warned_reading == NULL
          && g_list_model_get_n_items (lode_reading_get_problems (reading)) > 0)
        self->warned_reading = g_object_ref (reading);
      /* Not a byte is another: then nor is the object, and whoever shows it need do nothing. */
      if (before != NULL && g_bytes_equal (before->bytes, dataset->bytes))
        dataset = before;
    }

  g_ptr_array_add (self->datasets, dataset != NULL ? g_object_ref (dataset) : NULL);
}

static void
assemble (LodeEdition *self, LodeEdition *former)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  gboolean is_same = former != NULL && former->dataset != NULL
                     && former->files->len == self->files->len;

  for (guint i = 0; i < self->datasets->len; i++)
    {
      if (self->datasets->pdata[i] != NULL)
        g_ptr_array_add (parts, self->datasets->pdata[i]);
      is_same = is_same && former->datasets->pdata[i] == self->datasets->pdata[i];
    }

  if (is_same)
    self->dataset = g_object_ref (former->dataset);
  else if (parts->len == 1)
    self->dataset = g_object_ref (parts->pdata[0]);
  else if (parts->len > 1)
    self->dataset = lode_dataset_merge ((LodeDataset **) parts->pdata, parts->len);

  if (former != NULL && former->dataset != NULL && self->dataset != former->dataset)
    self->changes = lode_dataset_changes_find (former->dataset, self->dataset);

  /* Here, in the thread that reads, and not where it is needed. */
  if (self->dataset != NULL)
    lode_dataset_get_digest (self->dataset);
}

static void
read_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;
  LodeEdition *self = lode_edition_read ((GFile **) order->files->pdata, order->files->len,
                                         order->former, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
lode_edition_finalize (GObject *object)
{
  LodeEdition *self = LODE_EDITION (object);

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->datasets);
  g_clear_object (&self->dataset);
  g_clear_object (&self->broken);
  g_clear_object (&self->broken_reading);
  g_clear_object (&self->warned_reading);

  G_OBJECT_CLASS (lode_edition_parent_class)->finalize (object);
}

static void
lode_edition_class_init (LodeEditionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_edition_finalize;
}

static void
lode_edition_init (LodeEdition *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->datasets = g_ptr_array_new_with_free_func (clear_object);
}

/**
 * lode_edition_read:
 * @files: (array length=n_files): datasets, and folders that hold some
 * @n_files: how many
 * @former: (nullable): the same files as they were before
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Reads the files, each as lode_dataset_read() does, and finds what has changed. Blocks.
 *
 * Returns: (transfer full): the edition, whose dataset is NULL if not one of them is whole; NULL
 *   with an error of the domain G_IO_ERROR if not one could be read
 */
LodeEdition *
lode_edition_read (GFile * const  *files,
                   guint           n_files,
                   LodeEdition    *former,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (LodeEdition) self = g_object_new (LODE_TYPE_EDITION, NULL);
  g_autoptr (GError) first_error = NULL;
  guint n_read = 0;

  g_return_val_if_fail (n_files > 0, NULL);

  for (guint i = 0; i < n_files; i++)
    {
      if (!lode_dataset_add_files (files[i], self->files, cancellable, error))
        return NULL;
    }

  for (guint i = 0; i < self->files->len; i++)
    {
      GFile *file = self->files->pdata[i];
      g_autoptr (GError) read_error = NULL;
      g_autoptr (LodeReading) reading = lode_dataset_read (file, cancellable, &read_error);
      LodeDataset *before = find_dataset (former, file);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (reading != NULL || before != NULL)
        n_read++;
      else if (first_error == NULL)
        first_error = g_steal_pointer (&read_error);
      add_reading (self, file, reading, before);
    }

  if (n_read == 0)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return NULL;
    }

  assemble (self, former);

  return g_steal_pointer (&self);
}

/**
 * lode_edition_read_async:
 * @callback: what to call in the thread-default main context of the caller
 * @user_data: for @callback
 *
 * Does in a thread what lode_edition_read() does.
 */
void
lode_edition_read_async (GFile * const       *files,
                         guint                n_files,
                         LodeEdition         *former,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (order->files, g_object_ref (files[i]));
  if (former != NULL)
    order->former = g_object_ref (former);

  g_task_set_source_tag (task, lode_edition_read_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, read_in_thread_cb);
}

/**
 * lode_edition_read_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full): as lode_edition_read() returns
 */
LodeEdition *
lode_edition_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lode_edition_get_dataset:
 *
 * Returns: (transfer none) (nullable): what the whole files hold together; NULL: none is whole
 */
LodeDataset *
lode_edition_get_dataset (LodeEdition *self)
{
  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  return self->dataset;
}

/**
 * lode_edition_get_files:
 * @n_files: (out): return location for the number of files
 *
 * Returns: (transfer none) (array length=n_files): what was read, no folder among them
 */
GFile * const *
lode_edition_get_files (LodeEdition *self, guint *n_files)
{
  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  *n_files = self->files->len;

  return (GFile * const *) self->files->pdata;
}

/**
 * lode_edition_dup_folder:
 *
 * Returns: (transfer full) (nullable): the folder that all files are in, where the paths of their
 *   texts begin; NULL: there is no one such
 */
GFile *
lode_edition_dup_folder (LodeEdition *self)
{
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      g_autoptr (GFile) parent = g_file_get_parent (self->files->pdata[i]);

      if (parent == NULL || (folder != NULL && !g_file_equal (parent, folder)))
        return NULL;
      g_set_object (&folder, parent);
    }

  return g_steal_pointer (&folder);
}

/**
 * lode_edition_get_changes:
 *
 * Returns: (transfer none): what has changed since the former edition; all 0 if there was none
 */
const LodeDatasetChanges *
lode_edition_get_changes (LodeEdition *self)
{
  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  return &self->changes;
}

GFile *
lode_edition_get_broken (LodeEdition *self)
{
  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  return self->broken;
}

LodeReading *
lode_edition_get_broken_reading (LodeEdition *self)
{
  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  return self->broken_reading;
}

LodeReading *
lode_edition_get_warned_reading (LodeEdition *self)
{
  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  return self->warned_reading;
}

/**
 * lode_edition_dup_complaint:
 * @self: an edition
 *
 * Says which file is broken, and what is shown of it.
 *
 * Returns: (transfer full) (nullable): a sentence or two, translated; NULL: all files are whole
 */
char *
lode_edition_dup_complaint (LodeEdition *self)
{
  g_autofree char *name = NULL;
  gboolean is_kept;

  g_return_val_if_fail (LODE_IS_EDITION (self), NULL);

  if (self->broken == NULL)
    return NULL;

  name = g_file_get_basename (self->broken);
  is_kept = find_dataset (self, self->broken) != NULL;
  if (self->broken_reading == NULL)
    /* Translators: %s is a file name */
    return g_strdup_printf (is_kept ? _("“%s” can no longer be read. You see it as it was.")
                                    : _("“%s” cannot be read, and is left out."), name);

  /* Translators: %s is a file name */
  return g_strdup_printf (is_kept ? _("“%s” was saved with errors. You see it as it was before.")
                                  : _("“%s” has errors, and is left out."), name);
}

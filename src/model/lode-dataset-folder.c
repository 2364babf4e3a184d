/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-folder.h"

#include <glib/gi18n-lib.h>

/* More in one view is a mistake rather than a wish: somebody named the wrong folder. */
#define MAX_FILES 1000

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_file_get_basename (*(GFile * const *) a);
  g_autofree char *other = g_file_get_basename (*(GFile * const *) b);

  return g_strcmp0 (one, other);
}

/* Not those of folders below, and nothing that is hidden. */
static gboolean
list_folder (GFile *folder, GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;

  children = g_file_enumerate_children (folder,
                                        G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                        G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (children == NULL)
    return FALSE;

  while (TRUE)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL || files->len > MAX_FILES)
        return TRUE;

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
          && *g_file_info_get_name (info) != '.'
          && g_str_has_suffix (g_file_info_get_name (info), LODE_DATASET_SUFFIX))
        g_ptr_array_add (files, g_object_ref (child));
    }
}

/**
 * lode_dataset_add_files:
 * @file: a dataset, or a folder
 * @files: (element-type GFile): where to add @file, or the datasets in the folder by their names
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Finds what was meant: in a folder, the files whose names end in LODE_DATASET_SUFFIX. Whether
 * @file is there is left to whoever reads it.
 *
 * Returns: FALSE with an error of the domain G_IO_ERROR if the folder cannot be listed, or there
 *   are no datasets in it, or too many
 */
gboolean
lode_dataset_add_files (GFile         *file,
                        GPtrArray     *files,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *name = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    {
      g_ptr_array_add (files, g_object_ref (file));
      return TRUE;
    }

  found = g_ptr_array_new_with_free_func (g_object_unref);
  if (!list_folder (file, found, cancellable, error))
    return FALSE;

  name = g_file_get_parse_name (file);
  if (found->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no dataset in the folder “%s”: their names end in “%s”"), name,
                   LODE_DATASET_SUFFIX);
      return FALSE;
    }
  if (found->len > MAX_FILES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_OPEN_FILES,
                   _("There are more than %u datasets in the folder “%s”"), MAX_FILES, name);
      return FALSE;
    }

  g_ptr_array_sort (found, compare_names);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));

  return TRUE;
}

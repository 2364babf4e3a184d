/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-stored-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The path that @file really has, with no symbolic link in it; NULL: there is no such file. */
static char *
resolve_path (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? realpath (path, NULL) : NULL;
}

static gboolean
is_below (const char *path, const char *folder)
{
  const gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 &&
         (path[length] == G_DIR_SEPARATOR || g_str_has_suffix (folder, G_DIR_SEPARATOR_S));
}

/**
 * lode_stored_text_locate:
 * @folder: the folder of a dataset
 * @path: where the dataset says that a text is stored: relative, with slashes
 * @error: return location for a #GError
 *
 * Finds the file of a stored text. What a dataset says is not trusted: neither by “..” nor by a
 * symbolic link does it name a file outside its folder.
 *
 * Returns: (transfer full): the file, which need not be there; NULL with
 *   G_IO_ERROR_PERMISSION_DENIED: it is outside the folder
 */
GFile *
lode_stored_text_locate (GFile *folder, const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *real_folder = NULL;
  g_autofree char *real_file = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_resolve_relative_path (folder, path);
  real_folder = resolve_path (folder);
  real_file = resolve_path (file);
  if (!g_file_has_prefix (file, folder) ||
      (real_folder != NULL && real_file != NULL && !is_below (real_file, real_folder)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _("“%s” leads out of the dataset’s folder"), path);
      return NULL;
    }

  return g_steal_pointer (&file);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cli-picture.h"

#include "lode-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

static const LodeCliPicture none = { NULL };
static const LodeCliPicture *pictures = &none;

void
lode_cli_set_pictures (const LodeCliPicture *all)
{
  pictures = all;
}

const LodeCliPicture *
lode_cli_get_pictures (void)
{
  return pictures;
}

const LodeCliPicture *
lode_cli_find_picture (const char *id)
{
  for (const LodeCliPicture *picture = pictures; picture->id != NULL; picture++)
    if (g_strcmp0 (picture->id, id) == 0)
      return picture;
  return NULL;
}

/* What stands in a file's place stays until the picture is whole. */
static gboolean
write_bytes (GBytes *bytes, const char *output, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (output != NULL && !g_str_equal (output, "-"))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                      NULL, error);
    }
  else
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return g_output_stream_write_all (stream, data, size, NULL, NULL, error);
    }
}

/**
 * lode_cli_write_picture:
 * @picture: the format
 * @output: (nullable): a file; %NULL or "-" for the standard output
 * @selection: all of a dataset: a picture counts what it shows, and knows no part of it
 *
 * Returns: the exit status, a LodeExitStatus
 */
int
lode_cli_write_picture (const LodeCliPicture *picture, const char *output,
                        const LodeCliSelection *selection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_list_model_get_n_items (selection->statements)
      < g_list_model_get_n_items (lode_dataset_get_statements (selection->dataset)))
    {
      g_printerr ("lode export: %s\n",
                  _("A picture shows all of a dataset; leave the query out"));
      return LODE_EXIT_UNREADABLE;
    }

  bytes = picture->render (selection->dataset, picture->id, &error);
  if (bytes != NULL && write_bytes (bytes, output, &error))
    return LODE_EXIT_GOOD;

  g_printerr ("lode export: %s\n", error->message);
  return LODE_EXIT_PROBLEMS;
}

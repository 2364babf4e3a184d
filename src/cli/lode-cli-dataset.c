/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cli-dataset.h"

#include "lode-built-in.h"
#include "lode-cli.h"
#include "lode-dataset-reader.h"
#include "lode-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * lode_cli_dup_arguments:
 * @command: the command's name
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments behind the command
 *
 * Returns: (transfer full): them as g_option_context_parse_strv() wants them
 */
char **
lode_cli_dup_arguments (const char *command, int argc, char **argv)
{
  GPtrArray *arguments = g_ptr_array_new ();

  /* The parser expects the name of a program first. */
  g_ptr_array_add (arguments, g_strdup_printf ("lode %s", command));
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (arguments, g_strdup (argv[i]));
  g_ptr_array_add (arguments, NULL);

  return (char **) g_ptr_array_free (arguments, FALSE);
}

/* Whether the first of @words, which may be NULL, is a file and not a word to look for. */
gboolean
lode_cli_takes_dataset (char **words)
{
  return words != NULL && words[0] != NULL
         && (g_file_test (words[0], G_FILE_TEST_EXISTS) || strchr (words[0], '/') != NULL
             || g_str_has_suffix (words[0], ".json"));
}

/**
 * lode_cli_open_dataset:
 * @command: the command, for what is said about errors
 * @name: (nullable): a file; NULL is the built-in dataset
 * @selection: its dataset and folder are set
 *
 * Returns: LODE_EXIT_GOOD; or what is wrong, and then it has been said
 */
int
lode_cli_open_dataset (const char *command, const char *name, LodeCliSelection *selection)
{
  g_autoptr (GFile) file = name != NULL ? g_file_new_for_commandline_arg (name)
                                        : g_file_new_for_uri (LODE_BUILT_IN_URI);
  g_autofree char *display_name = g_filename_display_name (name != NULL ? name : LODE_BUILT_IN_URI);
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = lode_dataset_read (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("lode %s: %s: %s\n", command, display_name, error->message);
      return LODE_EXIT_UNREADABLE;
    }

  if (lode_reading_get_dataset (reading) == NULL)
    {
      /* Translators: what has errors is a file; the rest is a command */
      g_printerr ("lode %s: %s: %s\n", command, display_name,
                  _("The dataset has errors: see “lode check”"));
      return LODE_EXIT_PROBLEMS;
    }

  selection->dataset = g_object_ref (lode_reading_get_dataset (reading));
  selection->folder = name != NULL ? g_file_get_parent (file) : NULL;

  return LODE_EXIT_GOOD;
}

/**
 * lode_cli_select:
 * @command: the command, for what is said about errors
 * @words: (nullable): a dataset's file, or none for the built-in one; behind it a query
 * @selection: (out caller-allocates): all of it is set
 *
 * Returns: LODE_EXIT_GOOD; or what is wrong, and then it has been said
 */
int
lode_cli_select (const char *command, char **words, LodeCliSelection *selection)
{
  const gboolean takes_dataset = lode_cli_takes_dataset (words);
  g_autoptr (LodeQuery) query = NULL;
  g_autoptr (LodeProvenance) provenance = NULL;
  g_autofree char *text = NULL;
  int status;

  *selection = (LodeCliSelection) { NULL };
  status = lode_cli_open_dataset (command, takes_dataset ? words[0] : NULL, selection);
  if (status != LODE_EXIT_GOOD)
    return status;

  text = words != NULL ? g_strjoinv (" ", words + (takes_dataset ? 1 : 0)) : g_strdup ("");
  query = lode_query_new (text);
  if (lode_query_get_unclear (query) != NULL)
    {
      g_printerr ("lode %s: ", command);
      /* Translators: %s is a part of a search, such as "before:" without a date */
      g_printerr (_("“%s” is not understood"), lode_query_get_unclear (query));
      g_printerr ("\n");
      return LODE_EXIT_UNREADABLE;
    }

  if (lode_query_has_field (query, LODE_QUERY_FIELD_CHECK))
    provenance = lode_provenance_check (selection->dataset, selection->folder, NULL, NULL, NULL);
  selection->statements = lode_query_select (query, selection->dataset, provenance);
  if (g_list_model_get_n_items (selection->statements) > 0)
    return LODE_EXIT_GOOD;

  g_printerr ("lode %s: ", command);
  /* Translators: %s is what was searched for */
  g_printerr (_("No statement matches “%s”"), text);
  g_printerr ("\n");

  return LODE_EXIT_PROBLEMS;
}

void
lode_cli_selection_clear (LodeCliSelection *self)
{
  g_clear_object (&self->dataset);
  g_clear_object (&self->folder);
  g_clear_object (&self->statements);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cli-dataset.h"

#include "lode-built-in.h"
#include "lode-cli.h"
#include "lode-edition.h"

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

static gboolean
is_first_dataset (const char *word)
{
  return g_file_test (word, G_FILE_TEST_EXISTS) || strchr (word, '/') != NULL
         || g_str_has_suffix (word, ".json");
}

/* Behind the first stricter: what is looked for may have slashes. */
static gboolean
is_further_dataset (const char *word)
{
  return g_file_test (word, G_FILE_TEST_IS_DIR)
         || (g_str_has_suffix (word, ".json") && g_file_test (word, G_FILE_TEST_EXISTS));
}

/* How many of @words, which may be NULL, are files or folders and not words to look for: the first
 * ones, if any. */
guint
lode_cli_count_datasets (char **words)
{
  guint n = 0;

  if (words == NULL || words[0] == NULL || !is_first_dataset (words[0]))
    return 0;

  do
    n++;
  while (words[n] != NULL && is_further_dataset (words[n]));

  return n;
}

/* A file as it was named, or one of a folder. */
static void
say (const char *command, char **names, guint n_names, GFile *file, const char *what)
{
  g_autofree char *name = g_file_get_parse_name (file);

  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr (GFile) named = g_file_new_for_commandline_arg (names[i]);

      if (g_file_equal (named, file))
        {
          g_free (name);
          name = g_filename_display_name (names[i]);
        }
    }
  g_printerr ("lode %s: %s: %s\n", command, name, what);
}

/**
 * lode_cli_open_datasets:
 * @command: the command, for what is said about errors
 * @names: (array length=n_names): files, and folders with some, which become one view
 * @n_names: how many; 0 is the built-in dataset
 * @selection: its dataset and folder are set
 *
 * Returns: LODE_EXIT_GOOD; or what is wrong, and then it has been said
 */
int
lode_cli_open_datasets (const char *command, char **names, guint n_names,
                        LodeCliSelection *selection)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LodeEdition) edition = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_names; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (names[i]));
  if (n_names == 0)
    g_ptr_array_add (files, g_file_new_for_uri (LODE_BUILT_IN_URI));

  edition = lode_edition_read ((GFile **) files->pdata, files->len, NULL, NULL, &error);
  if (edition == NULL)
    {
      say (command, names, n_names, files->pdata[0], error->message);
      return LODE_EXIT_UNREADABLE;
    }

  /* As the window does: one that has errors is named, and left out. */
  if (lode_edition_get_broken (edition) != NULL)
    /* Translators: what has errors is a file; the rest is a command */
    say (command, names, n_names, lode_edition_get_broken (edition),
         _("The dataset has errors: see “lode check”"));
  if (lode_edition_get_dataset (edition) == NULL)
    return LODE_EXIT_PROBLEMS;

  selection->dataset = g_object_ref (lode_edition_get_dataset (edition));
  selection->folder = lode_edition_dup_folder (edition);

  return LODE_EXIT_GOOD;
}

/**
 * lode_cli_select:
 * @command: the command, for what is said about errors
 * @words: (nullable): files of datasets and folders with some, or none for the built-in one; behind
 *   them a query
 * @selection: (out caller-allocates): all of it is set
 *
 * Returns: LODE_EXIT_GOOD; or what is wrong, and then it has been said
 */
int
lode_cli_select (const char *command, char **words, LodeCliSelection *selection)
{
  const guint n_datasets = lode_cli_count_datasets (words);
  g_autoptr (LodeQuery) query = NULL;
  g_autoptr (LodeProvenance) provenance = NULL;
  g_autofree char *text = NULL;
  int status;

  *selection = (LodeCliSelection) { NULL };
  status = lode_cli_open_datasets (command, words, n_datasets, selection);
  if (status != LODE_EXIT_GOOD)
    return status;

  text = words != NULL ? g_strjoinv (" ", words + n_datasets) : g_strdup ("");
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
  selection->query = g_steal_pointer (&query);
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
  g_clear_object (&self->query);
  g_clear_object (&self->statements);
}

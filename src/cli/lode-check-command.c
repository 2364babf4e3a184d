/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-check-command.h"

#include "lode-cli.h"
#include "lode-dataset-folder.h"
#include "lode-dataset-reader.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define COLOUR_ERROR   "\033[1;31m"
#define COLOUR_WARNING "\033[1;33m"
#define COLOUR_GOOD    "\033[1;32m"
#define COLOUR_RESET   "\033[0m"

/* Colour is for eyes: on a terminal that has it, unless NO_COLOR (no-color.org) says otherwise. */
static gboolean
wants_colour (void)
{
  const char *no_colour = g_getenv ("NO_COLOR");

  return isatty (STDOUT_FILENO) && (no_colour == NULL || *no_colour == '\0') &&
         g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

static void
print_usage (void)
{
  g_print ("%s\n\n%s\n\n%s\n  -h, --help    %s\n\n%s\n  0    %s\n  1    %s\n  2    %s\n",
           _("Usage: lode check [OPTION…] FILE…"),
           _("Checks datasets of the format said-where/1, and prints all that is wrong with them."),
           _("Options:"),
           _("Show this help"),
           _("Exit status:"),
           _("All files are good; there may be warnings"),
           _("A file has errors"),
           _("A file cannot be read, or the command line is wrong"));
}

static void
print_problem (LodeProblem *problem, const char *name, gboolean colour)
{
  g_autofree char *text = lode_problem_to_string (problem, name);
  const gboolean is_error = lode_problem_get_severity (problem) == LODE_SEVERITY_ERROR;
  gsize length;

  if (!colour)
    {
      g_print ("%s\n", text);
      return;
    }

  length = strcspn (text, "\n");
  g_print ("%s%.*s%s%s\n", is_error ? COLOUR_ERROR : COLOUR_WARNING, (int) length, text,
           COLOUR_RESET, text + length);
}

static char *
dup_count (guint n, const char *singular, const char *plural)
{
  return g_strdup_printf ("%u %s", n, g_dngettext (GETTEXT_PACKAGE, singular, plural, n));
}

static char *
dup_contents (LodeDataset *dataset)
{
  guint n_statements = g_list_model_get_n_items (lode_dataset_get_statements (dataset));
  guint n_actors = g_list_model_get_n_items (lode_dataset_get_actors (dataset));
  guint n_places = g_list_model_get_n_items (lode_dataset_get_places (dataset));
  /* Translators: each of these follows a number, in a list. */
  g_autofree char *statements = dup_count (n_statements, N_("statement"), N_("statements"));
  g_autofree char *actors = dup_count (n_actors, N_("actor"), N_("actors"));
  g_autofree char *places = dup_count (n_places, N_("place"), N_("places"));

  return g_strjoin (", ", statements, actors, places, NULL);
}

static void
print_summary (LodeReading *reading, const char *name, guint n_errors, guint n_warnings,
               gboolean colour)
{
  LodeDataset *dataset = lode_reading_get_dataset (reading);
  g_autofree char *errors = dup_count (n_errors, N_("error"), N_("errors"));
  g_autofree char *warnings = dup_count (n_warnings, N_("warning"), N_("warnings"));

  if (dataset != NULL)
    {
      g_autofree char *contents = dup_contents (dataset);

      g_print ("%s: %s%s%s: %s", name, colour ? COLOUR_GOOD : "", _("good"),
               colour ? COLOUR_RESET : "", contents);
      if (n_warnings > 0)
        g_print ("; %s", warnings);
      g_print ("\n");
    }
  else if (n_warnings > 0)
    {
      g_print ("%s: %s, %s\n", name, errors, warnings);
    }
  else
    {
      g_print ("%s: %s\n", name, errors);
    }
}

static LodeExitStatus
check_file (const char *argument, gboolean colour)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autofree char *name = g_filename_display_name (argument);
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *problems;
  guint counts[] = { [LODE_SEVERITY_ERROR] = 0, [LODE_SEVERITY_WARNING] = 0 };

  reading = lode_dataset_read (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s: %s\n", name, error->message);
      return LODE_EXIT_UNREADABLE;
    }

  problems = lode_reading_get_problems (reading);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);

      print_problem (problem, name, colour);
      counts[lode_problem_get_severity (problem)]++;
    }
  print_summary (reading, name, counts[LODE_SEVERITY_ERROR], counts[LODE_SEVERITY_WARNING], colour);

  return lode_reading_get_dataset (reading) != NULL ? LODE_EXIT_GOOD : LODE_EXIT_PROBLEMS;
}

/* A file, or a folder with some: then each is named as a shell's wildcard would have named it. */
static LodeExitStatus
check_argument (const char *argument, gboolean colour)
{
  g_autoptr (GFile) given = g_file_new_for_commandline_arg (argument);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  LodeExitStatus worst = LODE_EXIT_GOOD;

  if (!lode_dataset_add_files (given, files, NULL, &error))
    {
      g_printerr ("%s: %s\n", argument, error->message);
      return LODE_EXIT_UNREADABLE;
    }

  for (guint i = 0; i < files->len; i++)
    {
      /* NULL: it is the argument itself. */
      g_autofree char *below = g_file_get_relative_path (given, files->pdata[i]);
      g_autofree char *path = g_build_filename (argument, below, NULL);
      LodeExitStatus status = check_file (path, colour);

      worst = MAX (worst, status);
    }

  return worst;
}

/* Takes the options out of @arguments; the rest are files, and so is all behind "--". */
static gboolean
parse_options (char ***arguments, gboolean *help, char ***files, GError **error)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, arguments, error);
}

static char **
dup_arguments (int argc, char **argv)
{
  GPtrArray *arguments = g_ptr_array_new ();

  /* The parser expects the name of a program first. */
  g_ptr_array_add (arguments, g_strdup ("lode check"));
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (arguments, g_strdup (argv[i]));
  g_ptr_array_add (arguments, NULL);

  return (char **) g_ptr_array_free (arguments, FALSE);
}

/**
 * lode_check_command:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments behind the word "check"
 *
 * Checks datasets and prints what is wrong with them, as compilers do, so that editors can jump to
 * it. Problems and summaries go to the standard output, what cannot be read to the standard error.
 *
 * Returns: the exit status of the worst file, a LodeExitStatus
 */
int
lode_check_command (int argc, char **argv)
{
  g_auto (GStrv) arguments = dup_arguments (argc, argv);
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean colour = wants_colour ();
  gboolean help = FALSE;
  LodeExitStatus worst = LODE_EXIT_GOOD;

  if (!parse_options (&arguments, &help, &files, &error))
    {
      g_printerr ("lode check: %s\n%s\n", error->message,
                  _("Try “lode check --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  if (help)
    {
      print_usage ();
      return LODE_EXIT_GOOD;
    }

  if (files == NULL)
    {
      g_printerr ("lode check: %s\n%s\n", _("There is no file to check"),
                  _("Try “lode check --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  for (guint i = 0; files[i] != NULL; i++)
    {
      LodeExitStatus status = check_argument (files[i], colour);

      worst = MAX (worst, status);
    }

  return worst;
}

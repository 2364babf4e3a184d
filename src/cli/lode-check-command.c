/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-check-command.h"

#include "lode-built-in.h"
#include "lode-cli.h"
#include "lode-dataset-folder.h"
#include "lode-file-check.h"
#include "lode-nearest-word.h"

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

/* Whatever is asked for on the command line. */
typedef struct
{
  gboolean help;
  gboolean built_in;
  gboolean record;
  gboolean strict;
  gboolean json;
  char **sources;
  char **files;
  GHashTable *texts; /* GFile by the id of a source, out of @sources */
} Options;

static void
print_usage (void)
{
  g_print ("%s\n\n%s\n\n%s\n  --built-in          %s\n  --source=ID=FILE    %s\n"
           "  --record            %s\n  --strict            %s\n  --json              %s\n"
           "  -h, --help          %s\n\n%s\n  0    %s\n  1    %s\n  2    %s\n",
           _("Usage: lode check [OPTION…] FILE…"),
           _("Checks datasets of the format said-where/1, and prints all that is wrong with them. "
             "Quotations\nare compared with their source’s text, where it is stored beside the "
             "dataset or given."),
           _("Options:"),
           _("Check the dataset that is built in"),
           _("Take FILE as the text of the source that has this id"),
           _("Write the day and the places of the words into each dataset,\n"
             "                      if all of its quotations are verified"),
           _("End with status 1 if there are warnings, too"),
           _("Print one JSON document, for programs"),
           _("Show this help"),
           _("Exit status:"),
           _("All files are good; there may be warnings"),
           _("A file has errors, a quotation is not found, or the check cannot be recorded"),
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

/* Of each outcome but the first, in the words of the summary. */
static char *
dup_outcome_count (LodeOutcome outcome, guint n)
{
  switch (outcome)
    {
    case LODE_OUTCOME_TYPOGRAPHY_DIFFERS:
      return dup_count (n, N_("with other typography"), N_("with other typography"));
    case LODE_OUTCOME_NOT_FOUND:
      return dup_count (n, N_("not found"), N_("not found"));
    case LODE_OUTCOME_RECORDED:
      return dup_count (n, N_("checked earlier, as recorded"), N_("checked earlier, as recorded"));
    case LODE_OUTCOME_NOT_CHECKED:
      return dup_count (n, N_("not checked"), N_("not checked"));
    case LODE_OUTCOME_VERIFIED:
    default:
      g_assert_not_reached ();
    }
}

static void
print_quotations (const LodeFileCheck *check)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_verified = lode_provenance_get_count (check->provenance, LODE_OUTCOME_VERIFIED);
  guint n_quotations = 0;

  for (guint i = 0; i < LODE_N_OUTCOMES; i++)
    n_quotations += lode_provenance_get_count (check->provenance, i);
  if (n_quotations == 0)
    return;

  /* Translators: first how many are verified, then how many there are */
  g_string_printf (line, g_dngettext (GETTEXT_PACKAGE, "%u of %u quotation verified",
                                      "%u of %u quotations verified", n_quotations),
                   n_verified, n_quotations);
  for (guint i = LODE_OUTCOME_VERIFIED + 1; i < LODE_N_OUTCOMES; i++)
    {
      guint n = lode_provenance_get_count (check->provenance, i);
      g_autofree char *count = n > 0 ? dup_outcome_count (i, n) : NULL;

      if (count != NULL)
        g_string_append_printf (line, "; %s", count);
    }
  g_print ("%s: %s\n", check->name, line->str);
}

static void
print_summary (const LodeFileCheck *check, gboolean colour)
{
  const guint n_errors = check->n_problems[LODE_SEVERITY_ERROR];
  const guint n_warnings = check->n_problems[LODE_SEVERITY_WARNING];
  g_autofree char *errors = dup_count (n_errors, N_("error"), N_("errors"));
  g_autofree char *warnings = dup_count (n_warnings, N_("warning"), N_("warnings"));

  if (n_errors == 0)
    {
      g_autofree char *contents = dup_contents (lode_reading_get_dataset (check->reading));

      g_print ("%s: %s%s%s: %s", check->name, colour ? COLOUR_GOOD : "", _("good"),
               colour ? COLOUR_RESET : "", contents);
      if (n_warnings > 0)
        g_print ("; %s", warnings);
      g_print ("\n");
    }
  else if (n_warnings > 0)
    {
      g_print ("%s: %s, %s\n", check->name, errors, warnings);
    }
  else
    {
      g_print ("%s: %s\n", check->name, errors);
    }
}

static void
print_check (const LodeFileCheck *check, gboolean colour)
{
  for (guint i = 0; i < check->problems->len; i++)
    print_problem (check->problems->pdata[i], check->name, colour);
  if (!check->is_unreadable)
    print_summary (check, colour);
  if (check->provenance != NULL)
    print_quotations (check);
  if (check->is_recorded)
    g_print ("%s: %s\n", check->name, _("the check is recorded"));
  if (check->error != NULL)
    g_printerr ("%s: %s\n", check->name, check->error);
}

static LodeExitStatus
judge_check (const LodeFileCheck *check, gboolean strict)
{
  if (check->is_unreadable)
    return LODE_EXIT_UNREADABLE;
  if (check->error != NULL || check->n_problems[LODE_SEVERITY_ERROR] > 0 ||
      (strict && check->n_problems[LODE_SEVERITY_WARNING] > 0))
    return LODE_EXIT_PROBLEMS;

  return LODE_EXIT_GOOD;
}

static void
options_clear (Options *options)
{
  g_strfreev (options->sources);
  g_strfreev (options->files);
  g_clear_pointer (&options->texts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Takes the options out of @arguments; the rest are files, and so is all behind "--". */
static gboolean
parse_options (char ***arguments, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, NULL, NULL },
    { "built-in", 0, 0, G_OPTION_ARG_NONE, &options->built_in, NULL, NULL },
    { "source", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->sources, NULL, NULL },
    { "record", 0, 0, G_OPTION_ARG_NONE, &options->record, NULL, NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options->strict, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, arguments, error);
}

/* Takes "ID=FILE" apart: an id has no "=". */
static gboolean
parse_sources (Options *options, GError **error)
{
  options->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; options->sources != NULL && options->sources[i] != NULL; i++)
    {
      const char *equals = strchr (options->sources[i], '=');

      if (equals == NULL || equals == options->sources[i] || equals[1] == '\0')
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("“%s” is not of the form ID=FILE"), options->sources[i]);
          return FALSE;
        }
      g_hash_table_insert (options->texts,
                           g_strndup (options->sources[i], equals - options->sources[i]),
                           g_file_new_for_commandline_arg (equals + 1));
    }

  return TRUE;
}

static gboolean
check_options (Options *options, GError **error)
{
  if (options->help)
    return TRUE;

  if (options->files == NULL && !options->built_in)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("There is no file to check"));
      return FALSE;
    }

  if (options->record && options->built_in)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("The built-in dataset cannot be written: --record needs a file"));
      return FALSE;
    }

  return parse_sources (options, error);
}

/* A source that was named and that no dataset has: it was mistyped. */
static gboolean
report_unknown_source (const char *id, GPtrArray *checks)
{
  LodeNearestWord nearest;

  lode_nearest_word_init (&nearest, id);
  for (guint i = 0; i < checks->len; i++)
    {
      const LodeFileCheck *check = checks->pdata[i];
      GListModel *sources;

      if (check->provenance == NULL)
        return FALSE; /* it may have such a source */

      sources = lode_dataset_get_sources (lode_provenance_get_dataset (check->provenance));
      for (guint j = 0; j < g_list_model_get_n_items (sources); j++)
        {
          g_autoptr (LodeRecord) source = g_list_model_get_item (sources, j);

          if (g_str_equal (lode_record_get_id (source), id))
            return FALSE;
          lode_nearest_word_try (&nearest, lode_record_get_id (source));
        }
    }

  g_printerr ("lode check: ");
  /* Translators: %s is the id of a source */
  g_printerr (_("No dataset has a source “%s”"), id);
  g_printerr ("\n");
  if (nearest.nearest != NULL)
    {
      g_printerr ("lode check: ");
      g_printerr (_("Did you mean “%s”?"), nearest.nearest);
      g_printerr ("\n");
    }

  return TRUE;
}

static gboolean
report_unknown_sources (const Options *options, GPtrArray *checks)
{
  GHashTableIter iter;
  gpointer id;
  gboolean has_unknown = FALSE;

  g_hash_table_iter_init (&iter, options->texts);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    has_unknown = report_unknown_source (id, checks) || has_unknown;

  return has_unknown;
}

static void
take_check (GPtrArray *checks, LodeFileCheck *check, const Options *options, gboolean colour)
{
  g_ptr_array_add (checks, check);
  if (!options->json)
    print_check (check, colour);
}

/* A file, or a folder with some: then each is named as a shell's wildcard would have named it.
 * FALSE: there are none. */
static gboolean
check_argument (GPtrArray *checks, const char *argument, const Options *options, gboolean colour)
{
  g_autoptr (GFile) given = g_file_new_for_commandline_arg (argument);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (!lode_dataset_add_files (given, files, NULL, &error))
    {
      g_printerr ("%s: %s\n", argument, error->message);
      return FALSE;
    }

  for (guint i = 0; i < files->len; i++)
    {
      /* NULL: it is the argument itself. */
      g_autofree char *below = g_file_get_relative_path (given, files->pdata[i]);
      g_autofree char *path = g_build_filename (argument, below, NULL);
      g_autofree char *name = g_filename_display_name (path);

      take_check (checks, lode_file_check_run (files->pdata[i], name, options->texts,
                                               options->record), options, colour);
    }

  return TRUE;
}

static LodeExitStatus
check_all (const Options *options)
{
  g_autoptr (GPtrArray) checks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) lode_file_check_free);
  const gboolean colour = wants_colour ();
  LodeExitStatus worst = LODE_EXIT_GOOD;

  if (options->built_in)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (LODE_BUILT_IN_URI);

      take_check (checks, lode_file_check_run (file, _("built-in dataset"), options->texts, FALSE),
                  options, colour);
    }
  for (guint i = 0; options->files != NULL && options->files[i] != NULL; i++)
    {
      if (!check_argument (checks, options->files[i], options, colour))
        worst = LODE_EXIT_UNREADABLE;
    }

  for (guint i = 0; i < checks->len; i++)
    worst = MAX (worst, judge_check (checks->pdata[i], options->strict));
  if (report_unknown_sources (options, checks))
    worst = LODE_EXIT_UNREADABLE;

  if (options->json)
    {
      g_autofree char *json = lode_file_check_to_json (checks);

      g_print ("%s\n", json);
    }

  return worst;
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
 * it. Problems and summaries go to the standard output, what cannot be read or recorded to the
 * standard error.
 *
 * Returns: the exit status of the worst file, a LodeExitStatus
 */
int
lode_check_command (int argc, char **argv)
{
  g_auto (GStrv) arguments = dup_arguments (argc, argv);
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!parse_options (&arguments, &options, &error) || !check_options (&options, &error))
    {
      g_printerr ("lode check: %s\n%s\n", error->message,
                  _("Try “lode check --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  if (options.help)
    {
      print_usage ();
      return LODE_EXIT_GOOD;
    }

  return check_all (&options);
}

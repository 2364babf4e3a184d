/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-command.h"

#include "lode-cli-dataset.h"
#include "lode-cli-picture.h"
#include "lode-cli.h"
#include "lode-export.h"
#include "lode-nearest-word.h"

#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  gboolean help;
  char *format;
  char *output;
  char **words;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->output);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_usage (void)
{
  g_print ("%s\n\n%s\n\n%s\n  -f, --format=FORMAT   %s\n  -o, --output=FILE     %s\n"
           "  -h, --help            %s\n\n%s\n",
           _("Usage: lode export --format=FORMAT [OPTION…] [DATASET…] [QUERY…]"),
           _("Writes statements in another format: those that the query finds, or all; of the "
             "built-in\ndataset, unless files or folders are named, which become one view. What the "
             "format\ncannot hold is said on the standard error."),
           _("Options:"),
           _("What to write, see below"),
           _("Where to write it; without it, or with “-”, to the standard output"),
           _("Show this help"),
           _("Formats:"));
  for (guint i = 0; i < lode_export_format_get_count (); i++)
    {
      const LodeExportFormat *format = lode_export_format_get (i);

      g_print ("  %-12s  %-14s  %s\n", format->id, lode_export_format_get_name (format),
               _(format->purpose));
    }
  for (const LodeCliPicture *picture = lode_cli_get_pictures (); picture->id != NULL; picture++)
    g_print ("  %-12s  %-14s  %s\n", picture->id, picture->name, _(picture->purpose));
  g_print ("\n%s\n  0    %s\n  1    %s\n  2    %s\n",
           _("Exit status:"),
           _("It is written"),
           _("The dataset has errors, no statement matches, or it could not be written"),
           _("The dataset cannot be read, or the command line is wrong"));
}

static gboolean
parse_options (Options *options, char ***arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, NULL, NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, arguments, error);
}

/* The format of that id; NULL: there is none, which has been said. */
static const LodeExportFormat *
find_format (const char *id)
{
  const LodeExportFormat *format = id != NULL ? lode_export_format_find (id) : NULL;
  LodeNearestWord nearest;

  if (format != NULL)
    return format;

  if (id == NULL)
    {
      g_printerr ("lode export: %s\n%s\n", _("Name a format with --format="),
                  _("Try “lode export --help”"));
      return NULL;
    }

  lode_nearest_word_init (&nearest, id);
  for (guint i = 0; i < lode_export_format_get_count (); i++)
    lode_nearest_word_try (&nearest, lode_export_format_get (i)->id);
  g_printerr ("lode export: ");
  g_printerr (_("There is no format “%s”"), id);
  g_printerr ("\n");
  if (nearest.nearest != NULL)
    {
      g_printerr ("lode export: ");
      /* Translators: %s is a format, such as "geojson" */
      g_printerr (_("Did you mean “%s”?"), nearest.nearest);
      g_printerr ("\n");
    }
  else
    {
      g_printerr ("%s\n", _("Try “lode export --help”"));
    }

  return NULL;
}

static void
print_losses (LodeExport *export, const LodeExportFormat *format)
{
  g_auto (GStrv) losses = lode_export_dup_losses (export, format);
  g_autofree char *list = g_strjoinv ("; ", losses);

  if (losses[0] == NULL)
    return;

  g_printerr ("lode export: ");
  /* Translators: the first %s is a format, the second what is lost, such as "coded positions" */
  g_printerr (_("%s cannot hold: %s"), lode_export_format_get_name (format), list);
  g_printerr ("\n");
}

/* On a terminal that shows nothing else. */
static void
print_progress (double fraction, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3.0f %%%s", fraction * 100, fraction < 1 ? "" : "\r     \r");
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

/* Ctrl+C has to be heard while this thread writes. */
static gpointer
run_signals (gpointer user_data)
{
  g_main_loop_run (user_data);
  return NULL;
}

static gboolean
write_all (LodeExport              *export,
           const LodeExportFormat  *format,
           const char              *output,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (output != NULL && !g_str_equal (output, "-"))
    {
      file = g_file_new_for_commandline_arg (output);
      return lode_export_save (export, format, file, print_progress, NULL, cancellable, error);
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return lode_export_write (export, format, stream, NULL, NULL, cancellable, error);
}

static int
run_export (const LodeExportFormat *format, const char *output, LodeCliSelection *selection)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (LodeProvenance) provenance = NULL;
  g_autoptr (LodeExport) export = NULL;
  g_autoptr (GThread) signals = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_written = FALSE;

  g_unix_signal_add (SIGINT, cancel_cb, cancellable);
  g_unix_signal_add (SIGTERM, cancel_cb, cancellable);
  signals = g_thread_new ("signals", run_signals, loop);

  provenance = lode_provenance_check (selection->dataset, selection->folder, NULL, cancellable,
                                      &error);
  if (provenance != NULL)
    {
      export = lode_export_new (selection->dataset, selection->statements, provenance);
      lode_export_set_query (export, selection->query);
      print_losses (export, format);
      is_written = write_all (export, format, output, cancellable, &error);
    }

  /* Not at once: the loop may not have begun. */
  g_idle_add (quit_cb, loop);
  g_thread_join (g_steal_pointer (&signals));
  if (!is_written)
    g_printerr ("lode export: %s\n", error->message);

  return is_written ? LODE_EXIT_GOOD : LODE_EXIT_PROBLEMS;
}

/**
 * lode_export_command:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments behind the word "export"
 *
 * Writes statements in another format, to a file or to the standard output.
 *
 * Returns: the exit status, a LodeExitStatus
 */
int
lode_export_command (int argc, char **argv)
{
  g_auto (GStrv) arguments = lode_cli_dup_arguments ("export", argc, argv);
  g_auto (LodeCliSelection) selection = { NULL };
  g_auto (Options) options = { FALSE };
  const LodeExportFormat *format = NULL;
  const LodeCliPicture *picture;
  g_autoptr (GError) error = NULL;
  int status;

  if (!parse_options (&options, &arguments, &error))
    {
      g_printerr ("lode export: %s\n%s\n", error->message, _("Try “lode export --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  if (options.help)
    {
      print_usage ();
      return LODE_EXIT_GOOD;
    }

  picture = lode_cli_find_picture (options.format);
  if (picture == NULL)
    format = find_format (options.format);
  if (picture == NULL && format == NULL)
    return LODE_EXIT_UNREADABLE;

  status = lode_cli_select ("export", options.words, &selection);
  if (status == LODE_EXIT_GOOD && picture != NULL)
    return lode_cli_write_picture (picture, options.output, &selection);

  return status == LODE_EXIT_GOOD ? run_export (format, options.output, &selection) : status;
}

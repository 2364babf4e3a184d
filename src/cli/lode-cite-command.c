/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cite-command.h"

#include "lode-citation.h"
#include "lode-cli-dataset.h"
#include "lode-cli.h"
#include "lode-nearest-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* lode cite, and lode list, which tells the ids that it takes. */

static void
print_cite_usage (void)
{
  g_autoptr (GEnumClass) styles = g_type_class_ref (LODE_TYPE_CITATION_STYLE);

  g_print ("%s\n\n%s\n\n%s\n  -s, --style=STYLE   ",
           _("Usage: lode cite [OPTION…] [DATASET…] ID…"),
           _("Cites statements, as “speaker, quoted in source”. “lode list” tells their ids."),
           _("Options:"));
  for (guint i = 0; i < styles->n_values; i++)
    g_print ("%s%s", i > 0 ? ", " : "", styles->values[i].value_nick);
  g_print ("\n  -h, --help          %s\n", _("Show this help"));
}

static void
print_list_usage (void)
{
  g_print ("%s\n\n%s\n\n%s\n  -h, --help    %s\n",
           _("Usage: lode list [OPTION…] [DATASET…] [QUERY…]"),
           _("Lists statements: id, speaker and first words, with a tab between."),
           _("Options:"),
           _("Show this help"));
}

static gboolean
parse_options (char     ***arguments,
               gboolean   *help,
               char      **style,
               char     ***words,
               GError    **error)
{
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, words, NULL, NULL },
    { NULL }
  };
  const GOptionEntry style_entries[] = {
    { "style", 's', 0, G_OPTION_ARG_STRING, style, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (style != NULL)
    g_option_context_add_main_entries (context, style_entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, arguments, error);
}

static gboolean
find_style (const char *nick, LodeCitationStyle *style)
{
  g_autoptr (GEnumClass) styles = g_type_class_ref (LODE_TYPE_CITATION_STYLE);
  GEnumValue *value = g_enum_get_value_by_nick (styles, nick);

  if (value != NULL)
    {
      *style = value->value;
      return TRUE;
    }

  g_printerr ("lode cite: ");
  g_printerr (_("There is no style “%s”"), nick);
  g_printerr ("\n%s\n", _("Try “lode cite --help”"));

  return FALSE;
}

static gboolean
cite (LodeDataset *dataset, const char *id, LodeCitationStyle style)
{
  LodeStatement *statement = lode_dataset_find_statement (dataset, id);
  g_autofree char *citation = NULL;
  LodeNearestWord nearest;

  if (statement != NULL)
    {
      citation = lode_citation_dup (dataset, statement, style);
      g_print ("%s%s", citation, g_str_has_suffix (citation, "\n") ? "" : "\n");
      return TRUE;
    }

  lode_nearest_word_init (&nearest, id);
  for (guint i = 0; i < g_list_model_get_n_items (lode_dataset_get_statements (dataset)); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (lode_dataset_get_statements (dataset),
                                                             i);

      lode_nearest_word_try (&nearest, lode_record_get_id (record));
    }

  g_printerr ("lode cite: ");
  g_printerr (_("There is no statement “%s”"), id);
  if (nearest.nearest != NULL)
    {
      g_printerr (". ");
      /* Translators: %s is the id of a statement */
      g_printerr (_("Did you mean “%s”?"), nearest.nearest);
    }
  g_printerr ("\n");

  return FALSE;
}

/**
 * lode_cite_command:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments behind the word "cite"
 *
 * Prints references to statements.
 *
 * Returns: the exit status, a LodeExitStatus; LODE_EXIT_PROBLEMS if there is no such statement
 */
int
lode_cite_command (int argc, char **argv)
{
  g_auto (GStrv) arguments = lode_cli_dup_arguments ("cite", argc, argv);
  g_auto (LodeCliSelection) selection = { NULL };
  g_auto (GStrv) words = NULL;
  g_autofree char *nick = NULL;
  g_autoptr (GError) error = NULL;
  LodeCitationStyle style = LODE_CITATION_PLAIN;
  gboolean help = FALSE;
  guint first;
  int status;

  if (!parse_options (&arguments, &help, &nick, &words, &error))
    {
      g_printerr ("lode cite: %s\n%s\n", error->message, _("Try “lode cite --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  if (help)
    {
      print_cite_usage ();
      return LODE_EXIT_GOOD;
    }

  if (nick != NULL && !find_style (nick, &style))
    return LODE_EXIT_UNREADABLE;

  first = lode_cli_count_datasets (words);
  if (words == NULL || words[first] == NULL)
    {
      g_printerr ("lode cite: %s\n%s\n", _("Name a statement by its id"),
                  _("Try “lode cite --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  status = lode_cli_open_datasets ("cite", words, first, &selection);
  if (status != LODE_EXIT_GOOD)
    return status;

  for (guint i = first; words[i] != NULL; i++)
    if (!cite (selection.dataset, words[i], style))
      status = LODE_EXIT_PROBLEMS;

  return status;
}

#define MAX_FIRST_WORDS 60 /* characters */

static void
print_statement (LodeDataset *dataset, LodeStatement *statement)
{
  const char *text = lode_statement_get_paragraphs (statement)[0];
  g_autofree char *id = lode_dataset_dup_record_id (dataset, LODE_RECORD (statement));
  g_autofree char *words = NULL;

  if (g_utf8_strlen (text, -1) > MAX_FIRST_WORDS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_FIRST_WORDS - 1);

      words = g_strconcat (start, "…", NULL);
    }
  else
    {
      words = g_strdup (text);
    }

  g_print ("%s\t%s\t%s\n", id, lode_actor_get_name (lode_statement_get_actor (statement)),
           g_strdelimit (words, "\t\r\n", ' '));
}

/**
 * lode_list_command:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments behind the word "list"
 *
 * Prints a line for each statement that a query finds.
 *
 * Returns: the exit status, a LodeExitStatus; LODE_EXIT_PROBLEMS if there is none
 */
int
lode_list_command (int argc, char **argv)
{
  g_auto (GStrv) arguments = lode_cli_dup_arguments ("list", argc, argv);
  g_auto (LodeCliSelection) selection = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  int status;

  if (!parse_options (&arguments, &help, NULL, &words, &error))
    {
      g_printerr ("lode list: %s\n%s\n", error->message, _("Try “lode list --help”"));
      return LODE_EXIT_UNREADABLE;
    }

  if (help)
    {
      print_list_usage ();
      return LODE_EXIT_GOOD;
    }

  status = lode_cli_select ("list", words, &selection);
  for (guint i = 0;
       status == LODE_EXIT_GOOD && i < g_list_model_get_n_items (selection.statements);
       i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (selection.statements, i);

      print_statement (selection.dataset, statement);
    }

  return status;
}

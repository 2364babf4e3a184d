/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cli.h"

#include "lode-check-command.h"
#include "lode-cite-command.h"
#include "lode-export-command.h"
#include "lode-nearest-word.h"
#include "lode-search-provider.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  int (* run) (int argc, char **argv);
} commands[] = {
  { "check", lode_check_command },
  { "cite", lode_cite_command },
  { "export", lode_export_command },
  { "list", lode_list_command },
  { "search-provider", lode_search_provider_command },
};

/* A bare word in small letters is a command that there is not, unless there is such a file. */
static gboolean
is_unknown_command (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_islower (*p))
      return FALSE;

  return *word != '\0' && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static void
print_unknown_command (const char *word)
{
  LodeNearestWord nearest;

  lode_nearest_word_init (&nearest, word);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    lode_nearest_word_try (&nearest, commands[i].name);

  /* Translators: %s is what was typed after "lode" */
  g_printerr (_("lode: “%s” is neither a file nor a command"), word);
  g_printerr ("\n");
  if (nearest.nearest != NULL)
    {
      /* Translators: %s is a command, such as "check" */
      g_printerr (_("lode: did you mean “%s”?"), nearest.nearest);
      g_printerr ("\n");
    }
}

/**
 * lode_cli_run:
 * @argc: as main() was given it
 * @argv: as main() was given it, the program's name first
 * @handled: (out): return location for whether there was a command
 *
 * Runs the command that the first argument names, if it names one, before anything asks for a
 * display; a word that is no command and no file is one that was mistyped. A file that is called
 * like a command can be opened as "./check".
 *
 * Returns: the program's exit status if there was a command
 */
int
lode_cli_run (int argc, char **argv, gboolean *handled)
{
  g_return_val_if_fail (handled != NULL, LODE_EXIT_UNREADABLE);

  *handled = FALSE;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    {
      if (g_strcmp0 (argv[1], commands[i].name) == 0)
        {
          *handled = TRUE;
          return commands[i].run (argc - 2, argv + 2);
        }
    }

  if (argc > 1 && is_unknown_command (argv[1]))
    {
      *handled = TRUE;
      print_unknown_command (argv[1]);
      return LODE_EXIT_UNREADABLE;
    }

  return LODE_EXIT_GOOD;
}

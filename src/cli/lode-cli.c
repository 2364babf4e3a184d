/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cli.h"

#include "lode-check-command.h"

static const struct
{
  const char *name;
  int (* run) (int argc, char **argv);
} commands[] = {
  { "check", lode_check_command },
};

/**
 * lode_cli_run:
 * @argc: as main() was given it
 * @argv: as main() was given it, the program's name first
 * @handled: (out): return location for whether there was a command
 *
 * Runs the command that the first argument names, if it names one, before anything asks for a
 * display. A file that is called like a command can be opened as "./check".
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

  return LODE_EXIT_GOOD;
}

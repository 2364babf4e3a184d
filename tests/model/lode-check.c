/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cli.h"

#include <locale.h>

/* "lode check" without the window, for the tests of the command line. */
int
main (int argc, char **argv)
{
  gboolean handled;
  int status;

  setlocale (LC_ALL, "");
  status = lode_cli_run (argc, argv, &handled);

  return handled ? status : 3;
}

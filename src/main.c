/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-cli.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (LodeApplication) application = NULL;
  const char *localedir;
  gboolean handled = FALSE;
  int status;

  setlocale (LC_ALL, "");
  /* A build that is not installed has its translations elsewhere, and so have the tests. */
  localedir = g_getenv ("LODE_LOCALEDIR");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = lode_cli_run (argc, argv, &handled);
  if (handled)
    return status;

  application = lode_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command line ends with. */
typedef enum
{
  LODE_EXIT_GOOD,       /* all is well; warnings are allowed */
  LODE_EXIT_PROBLEMS,   /* a dataset has errors */
  LODE_EXIT_UNREADABLE, /* a file cannot be read, or the command line is wrong */
} LodeExitStatus;

int lode_cli_run (int argc, char **argv, gboolean *handled);

G_END_DECLS

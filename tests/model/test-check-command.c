/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#define GOOD "good/minimal.said-where.json"
#define TALK "provenance/talk.said-where.json"
#define NO_TEXT "provenance/no-text.said-where.json"
#define BAD "bad/unknown-member.said-where.json"

typedef struct
{
  const char *name;
  const char *arguments[6];
  int status;
  const char *output; /* a part of it */
  const char *errors; /* a part of it; NULL: none at all */
} Run;

static const Run runs[] = {
  { "good", { "check", GOOD }, 0, GOOD ": good: 1 statement, 2 actors, 2 places\n", NULL },
  { "warning", { "check", "bad/warning-sic.said-where.json" }, 0, "1 warning\n", NULL },
  { "bad", { "check", BAD }, 1,
    BAD ":34:7: error: The format has no member “nmae” here (/topics/1/nmae)\n"
    "  hint: Did you mean “name”?\n" BAD ": 1 error\n", NULL },
  { "several", { "check", GOOD, BAD, GOOD }, 1, BAD ": 1 error\n" GOOD ": good", NULL },
  { "worst", { "check", "missing", BAD, GOOD }, 2, GOOD ": good", "missing: " },
  { "folder", { "check", "good" }, 0, GOOD ": good", NULL },
  { "folder-without", { "check", ".." }, 2, "", "no dataset in the folder" },
  { "device", { "check", "/dev/zero" }, 2, "", "regular" },
  { "no-file", { "check" }, 2, "", "no file" },
  { "unknown-option", { "check", "--nonsense", GOOD }, 2, "", "--nonsense" },
  { "help", { "check", "--help" }, 0, "Usage: lode check", NULL },
  { "dashes", { "check", "--", GOOD }, 0, ": good: ", NULL },
  { "verified", { "check", TALK }, 0, TALK ": 2 of 2 quotations verified\n", NULL },
  { "given", { "check", NO_TEXT, "--source=talk-2026-03-03=provenance/talk.txt" }, 0,
    "2 of 2 quotations verified\n", NULL },
  { "not-found", { "check", "provenance/not-found.said-where.json" }, 1,
    ":28:15: error: The quotation is not found in the text of “talk-2026-03-03” "
    "(/statements/0/text)\n"
    "  hint: The nearest words of the text have “it” instead of “that”\n", NULL },
  { "twice", { "check", "provenance/twice.said-where.json" }, 1, "occur in 2 places", NULL },
  { "typography", { "check", "provenance/typography.said-where.json" }, 0,
    "1 of 2 quotations verified; 1 with other typography\n", NULL },
  { "strict", { "check", "--strict", "provenance/typography.said-where.json" }, 1, "1 warning",
    NULL },
  { "other-hash", { "check", "provenance/other-hash.said-where.json" }, 1, "its hash differs",
    NULL },
  { "lost-text", { "check", NO_TEXT }, 0, "lost.txt", NULL },
  { "given-unreadable", { "check", NO_TEXT, "--source=talk-2026-03-03=provenance" }, 1,
    "error: The text given for this source cannot be read", NULL },
  { "unknown-source", { "check", TALK, "--source=talk-2026-03-30=provenance/talk.txt" }, 2, "",
    "talk-2026-03-03" },
  { "source-form", { "check", TALK, "--source=talk.txt" }, 2, "", "ID=FILE" },
  { "json", { "check", "--json", TALK }, 0, "\"outcome\" : \"verified\"", NULL },
  { "json-unreadable", { "check", "--json", "missing" }, 2, "\"status\" : \"unreadable\"", NULL },
  { "record-built-in", { "check", "--built-in", "--record" }, 2, "", "built-in" },
  /* 3: no command, so the window would open it. */
  { "file-of-that-name", { "./check" }, 3, "", NULL },
  { "nothing", { NULL }, 3, "", NULL },
};

static void
test_run (gconstpointer data)
{
  const Run *run = data;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = g_test_build_filename (G_TEST_DIST, "data", NULL);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_ptr_array_add (argv, (char *) g_getenv ("LODE_CHECK"));
  for (guint i = 0; i < G_N_ELEMENTS (run->arguments); i++)
    g_ptr_array_add (argv, (char *) run->arguments[i]);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, data_dir);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);

  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, run->status);
  if (strstr (output, run->output) == NULL)
    g_error ("“%s” is not in “%s”", run->output, output);
  if (run->errors == NULL)
    g_assert_cmpstr (errors, ==, "");
  else if (strstr (errors, run->errors) == NULL)
    g_error ("“%s” is not in “%s”", run->errors, errors);

  /* Not a terminal: no colour. */
  g_assert_null (strchr (output, '\033'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *path = g_strconcat ("/check-command/", runs[i].name, NULL);

      g_test_add_data_func (path, &runs[i], test_run);
    }

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-editor.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Writing a check into a dataset: single members change, and no other byte. */

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
} Case;

/* The day behind "sha256", and the span behind "text". */
static const Case cases[] = {
  { "new-on-lines",
    "{\n  \"s\": [\n    {\n      \"id\": \"a\",\n      \"sha256\": \"b\"\n    }\n  ]\n}\n",
    "{\n  \"s\": [\n    {\n      \"id\": \"a\",\n      \"sha256\": \"b\",\n"
    "      \"checked\": \"2026-11-26\",\n      \"span\": [7, 9]\n    }\n  ]\n}\n" },
  { "crlf",
    "{\r\n\t\"s\": [{\r\n\t\t\"sha256\" : \"b\",\r\n\t\t\"x-own\": null\r\n\t}]\r\n}",
    "{\r\n\t\"s\": [{\r\n\t\t\"sha256\" : \"b\",\r\n\t\t\"checked\" : \"2026-11-26\","
    "\r\n\t\t\"x-own\": null,\r\n\t\t\"span\": [7, 9]\r\n\t}]\r\n}" },
  { "one-line",
    "{ \"s\": [{ \"sha256\": \"b\", \"text\": [\"}\\\"]\"], \"n\": 1e3 }] }",
    "{ \"s\": [{ \"sha256\": \"b\", \"checked\": \"2026-11-26\", \"text\": [\"}\\\"]\"], "
    "\"span\": [7, 9], \"n\": 1e3 }] }" },
  { "dense",
    "{\"s\":[{\"sha256\":\"b\",\"text\":[\"w\"]}]}",
    "{\"s\":[{\"sha256\":\"b\",\"checked\":\"2026-11-26\",\"text\":[\"w\"],\"span\":[7,9]}]}" },
  { "replaced",
    "{\"s\":[{ \"checked\": \"2001-01-01\", \"span\": [\n 1 ,\n 2\n ], \"x-b\": {} }]}",
    "{\"s\":[{ \"checked\": \"2026-11-26\", \"span\": [\n 7 ,\n 9\n ], \"x-b\": {} }]}" },
  { "unchanged",
    "{\"s\":[{ \"checked\": \"2026-11-26\",\"span\":[7,9]  }]}",
    "{\"s\":[{ \"checked\": \"2026-11-26\",\"span\":[7,9]  }]}" },
  { "escaped-name",
    "{\"\\u0073\":[{\"ch\\u0065cked\": \"2001-01-01\",\"span\":[7,1]}]}",
    "{\"\\u0073\":[{\"ch\\u0065cked\": \"2026-11-26\",\"span\":[7,9]}]}" },
  { "no-such-array", "{\"t\":[{}]}", "{\"t\":[{}]}" },
};

static void
test_edit (gconstpointer data)
{
  const Case *test = data;
  const char * const after_hash[] = { "sha256", NULL };
  const char * const after_words[] = { "suffix", "text", NULL };
  g_autoptr (LodeJsonEditor) editor = lode_json_editor_new (test->before);
  g_autoptr (GArray) objects = lode_json_editor_get_elements (editor, "s");
  g_autofree char *json = NULL;

  for (guint i = 0; i < objects->len; i++)
    {
      lode_json_editor_set_string (editor, g_array_index (objects, gsize, i), "checked",
                                   "2026-11-26", after_hash);
      lode_json_editor_set_span (editor, g_array_index (objects, gsize, i), "span", 7, 9,
                                 after_words);
    }
  json = lode_json_editor_apply (editor);

  g_assert_cmpstr (json, ==, test->after);
}

static void
copy_data (const char *folder, const char *name, const char *to)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "provenance", name, NULL);
  g_autofree char *path = g_build_filename (folder, to, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (from, &contents, NULL, NULL));
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

/* A disk that takes no more of a file than this is as good as a full one. */
static void
fill_disk_cb (gpointer data)
{
  const struct rlimit limit = { 100, 100 };

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    _exit (99);
}

/* Nothing is forbidden to root. */
static void
become_nobody_cb (gpointer data)
{
  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    _exit (99);
}

/* Records @name, which is in @folder with its text, after @setup in the new process. Without
 * @output, the program could not be started so. */
static int
record_under (const char *folder, GSpawnChildSetupFunc setup, char **output)
{
  const char *argv[] = { g_getenv ("LODE_CHECK"), "check", "--record", "talk.said-where.json",
                         NULL };
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_set_child_setup (launcher, setup, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  if (setup == become_nobody_cb && process == NULL)
    return -1;
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, NULL, &error);
  g_assert_no_error (error);

  return g_subprocess_get_exit_status (process);
}

static int
record (const char *folder, char **output)
{
  return record_under (folder, NULL, output);
}

static char *
read_dataset (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "talk.said-where.json", NULL);
  char *contents;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));

  return contents;
}

static void
remove_folder (const char *folder)
{
  const char *names[] = { "talk.said-where.json", "talk.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  /* Nothing else was left behind. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_record (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lode-record-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "talk.said-where.json", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "      \"checked\": \"%Y-%m-%d\",\n");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GString) undone = NULL;
  GStatBuf status;

  copy_data (folder, "talk.said-where.json", "talk.said-where.json");
  copy_data (folder, "talk.txt", "talk.txt");
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  before = read_dataset (folder);
  g_assert_cmpint (record (folder, &output), ==, 0);
  after = read_dataset (folder);

  /* Without the three new members it is, byte for byte, what it was. */
  undone = g_string_new (after);
  g_assert_cmpuint (g_string_replace (undone, day, "", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (undone, "\n      \"span\": [94, 251],", "", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (undone, " \"span\": [394, 423],", "", 0), ==, 1);
  g_assert_cmpstr (undone->str, ==, before);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);

  g_clear_pointer (&output, g_free);
  g_assert_cmpint (record (folder, &output), ==, 0);
  again = read_dataset (folder);
  g_assert_cmpstr (again, ==, after);

  remove_folder (folder);
}

/* A quotation that is not verified: nothing is written. */
static void
test_refused (gconstpointer name)
{
  g_autofree char *folder = g_dir_make_tmp ("lode-record-XXXXXX", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *output = NULL;

  copy_data (folder, name, "talk.said-where.json");
  copy_data (folder, "talk.txt", "talk.txt");
  before = read_dataset (folder);
  g_assert_cmpint (record (folder, &output), ==, 1);
  after = read_dataset (folder);
  g_assert_cmpstr (after, ==, before);

  remove_folder (folder);
}

/* All is verified, and nothing can be written: the file is what it was, nothing is beside it, and
 * the reader is told. */
static void
check_unwritable (GSpawnChildSetupFunc setup, int mode, const char *word)
{
  g_autofree char *folder = g_dir_make_tmp ("lode-record-XXXXXX", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *output = NULL;
  int status;

  copy_data (folder, "talk.said-where.json", "talk.said-where.json");
  copy_data (folder, "talk.txt", "talk.txt");
  before = read_dataset (folder);
  g_assert_cmpint (g_chmod (folder, mode), ==, 0);
  status = record_under (folder, setup, &output);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  after = read_dataset (folder);
  g_assert_cmpstr (after, ==, before);
  remove_folder (folder);

  if (output == NULL)
    {
      g_test_skip ("The program is where only its owner can start it");
      return;
    }
  g_assert_cmpint (status, ==, 1);
  if (strstr (output, word) == NULL)
    g_error ("Not a word of “%s”: %s", word, output);
}

static void
test_full_disk (void)
{
  check_unwritable (fill_disk_cb, 0700, "File too large");
}

static void
test_no_permission (void)
{
  check_unwritable (become_nobody_cb, 0555, "Permission denied");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/record/edit/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_edit);
    }
  g_test_add_func ("/record/file", test_record);
  g_test_add_func ("/record/full-disk", test_full_disk);
  g_test_add_func ("/record/no-permission", test_no_permission);
  g_test_add_data_func ("/record/not-found", "not-found.said-where.json", test_refused);
  g_test_add_data_func ("/record/twice", "twice.said-where.json", test_refused);
  g_test_add_data_func ("/record/typography", "typography.said-where.json", test_refused);
  g_test_add_data_func ("/record/other-hash", "other-hash.said-where.json", test_refused);
  g_test_add_data_func ("/record/no-text", "no-text.said-where.json", test_refused);

  return g_test_run ();
}

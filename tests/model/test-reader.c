/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-model.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_MUTATIONS 4000

static void
assert_unreadable (const char *path, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (lode_dataset_read (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_unreadable (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lode-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (dir, "fifo", NULL);
  g_autofree char *missing = g_build_filename (dir, "missing", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);

  assert_unreadable (missing, G_IO_ERROR_NOT_FOUND);
  assert_unreadable (dir, G_IO_ERROR_IS_DIRECTORY);
  assert_unreadable (fifo, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_unreadable ("/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE);

  g_unlink (fifo);
  g_rmdir (dir);
}

static void
test_symlinks (void)
{
  g_autofree char *dir = g_dir_make_tmp ("lode-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (dir, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GFile) good = test_model_get_file ("good", "full");
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("/dev/zero", link), ==, 0);
  assert_unreadable (link, G_IO_ERROR_NOT_REGULAR_FILE);

  g_unlink (link);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  assert_unreadable (link, G_IO_ERROR_NOT_FOUND);

  g_unlink (link);
  g_assert_cmpint (symlink ("link", link), ==, 0);
  g_assert_null (lode_dataset_read (file, NULL, &error));
  g_assert_nonnull (error);

  g_unlink (link);
  g_assert_cmpint (symlink (g_file_peek_path (good), link), ==, 0);
  reading = lode_dataset_read (file, NULL, NULL);
  g_assert_nonnull (lode_reading_get_dataset (reading));

  g_unlink (link);
  g_rmdir (dir);
}

/* Nothing is forbidden to root, so that root becomes somebody else, in a process of its own. */
static void
test_no_permission (void)
{
  g_autofree char *path = NULL;
  int fd;

  if (g_getenv ("LODE_TEST_RUNNER") != NULL)
    {
      g_test_skip ("the program cannot start itself");
      return;
    }

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  fd = g_file_open_tmp ("lode-XXXXXX", &path, NULL);
  g_assert_cmpint (fchmod (fd, 0), ==, 0);
  close (fd);
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_unreadable (path, G_IO_ERROR_PERMISSION_DENIED);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_unlink (path);
}

static gpointer
change_file_cb (gpointer data)
{
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');

  for (guint i = 0; i < 200; i++)
    g_file_set_contents_full (data, blanks, i % 2 == 0 ? 1024 * 1024 : 10,
                              G_FILE_SET_CONTENTS_NONE, 0600, NULL);

  return NULL;
}

/* Cut short and made longer under our hands: some state of it is read, and nothing past its end. */
static void
test_changing_file (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("lode-XXXXXX", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GThread *thread = g_thread_new ("writer", change_file_cb, path);

  close (fd);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, NULL);

      if (reading != NULL)
        g_assert_null (lode_reading_get_dataset (reading));
    }
  g_thread_join (thread);
  g_unlink (path);
}

static void
test_direction (void)
{
  const char *actor = "{\"id\":\"a\",\"name\":\"A\\u202eB <b>&amp;</b>\",\"kind\":\"person\"}";
  const char *topic = "{\"id\":\"t\",\"name\":\"T \342\200\234\"}";
  g_autofree char *json = test_model_dup_text (actor, topic, "", "7");
  g_autoptr (GListModel) problems = test_model_check_text (json, strlen (json));
  g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, 0);

  /* The other one is that a statement is no number. */
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 2);
  g_assert_cmpint (lode_problem_get_severity (problem), ==, LODE_SEVERITY_WARNING);
  g_assert_cmpstr (lode_problem_get_pointer (problem), ==, "/actors/0/name");
  g_assert_nonnull (strstr (lode_problem_get_message (problem), "U+202E"));
}

/* A sparse file: refused by its size, not read. */
static void
test_too_large (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("lode-XXXXXX", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (LodeProblem) problem = NULL;

  g_assert_cmpint (ftruncate (fd, (off_t) LODE_JSON_GUARD_MAX_SIZE * 16), ==, 0);
  close (fd);

  reading = lode_dataset_read (file, NULL, NULL);
  g_unlink (path);
  g_assert_nonnull (reading);
  g_assert_null (lode_reading_get_dataset (reading));
  problem = g_list_model_get_item (lode_reading_get_problems (reading), 0);
  g_assert_cmpuint (lode_problem_get_line (problem), ==, 0);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static LodeReading *
read_async (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lode_dataset_read_async (file, cancellable, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return lode_dataset_read_finish (result, error);
}

/* A record past the limit is named, and the others are read. */
static void
test_large_record (void)
{
  g_autofree char *words = g_strnfill (8 * 1024 * 1024, 'x');
  g_autofree char *topics = g_strconcat ("{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"",
                                         words, "\"},{\"id\":\"c\",\"name\":7}", NULL);
  g_autofree char *json = test_model_dup_text ("", topics, "", "");
  g_autoptr (GListModel) problems = test_model_check_text (json, strlen (json));
  const char * const pointers[] = { "/actors", "/topics/1", "/topics/2/name", "/statements" };

  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, G_N_ELEMENTS (pointers));
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpstr (lode_problem_get_pointer (problem), ==, pointers[i]);
    }
}

static void
test_async (void)
{
  g_autoptr (GFile) file = test_model_get_file ("good", "full");
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = read_async (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_equal (lode_reading_get_file (reading), file));
  g_assert_nonnull (lode_reading_get_dataset (reading));
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) file = test_model_get_file ("good", "full");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) async_error = NULL;

  g_cancellable_cancel (cancellable);

  g_assert_null (lode_dataset_read (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (read_async (file, cancellable, &async_error));
  g_assert_error (async_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_resource (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///test/full.said-where.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lode_reading_get_dataset (reading));
}

/* All problems are counted, a thousand are listed. */
static void
test_many_problems (void)
{
  g_autoptr (GString) topics = g_string_new ("{\"id\":\"t\",\"name\":\"T\"}");
  g_autofree char *json = NULL;
  g_autoptr (GListModel) problems = NULL;
  g_autoptr (LodeProblem) last = NULL;

  for (guint i = 0; i < LODE_PROBLEM_LIST_MAX + 234; i++)
    g_string_append_printf (topics, ",\n{\"id\":\"t%u\"}", i);
  json = test_model_dup_text ("{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}", topics->str, "",
                              "{\"id\":\"x\",\"actor\":\"a\",\"kind\":\"quote\",\"text\":[\"X\"],"
                              "\"source\":\"s\",\"topics\":[\"t\"]}");

  problems = test_model_check_text (json, strlen (json));
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, LODE_PROBLEM_LIST_MAX + 1);
  last = g_list_model_get_item (problems, LODE_PROBLEM_LIST_MAX);
  g_assert_cmpint (lode_problem_get_severity (last), ==, LODE_SEVERITY_ERROR);
  g_assert_nonnull (strstr (lode_problem_get_message (last), "234"));
}

/* What a file says can neither steer a terminal nor turn a line around. */
static void
test_problem_to_string (void)
{
  const char *json = "{\"\\u001b[31m\\u202e\": 1}";
  g_autoptr (GListModel) problems = test_model_check_text (json, strlen (json));
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = lode_problem_to_string (problem, "a\033b");

      g_assert_null (strchr (text, '\033'));
      g_assert_true (g_str_has_prefix (text, "a\\u001Bb:1:"));
      found |= strstr (text, "1:2: error: The format has no member “\\u001B[31m\\u202E” here "
                             "(/\\u001B[31m\\u202E)\n  hint: ") != NULL;
    }
  g_assert_true (found);
}

static void
mutate (GRand *rand, char *json, gsize *length)
{
  const gsize at = g_rand_int_range (rand, 0, *length);
  static const char syntax[] = "{}[]\",:\\0-e.u \n";

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      json[at] = g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      json[at] = syntax[g_rand_int_range (rand, 0, sizeof syntax - 1)];
      break;
    case 2:
      memmove (json + at, json + at + 1, *length - at - 1);
      *length -= 1;
      break;
    default:
      *length = MAX (at, 1);
    }
}

/* Whatever becomes of a good file, there is an answer, and each problem has its line. */
static void
test_mutations (gconstpointer data)
{
  g_autoptr (GFile) file = test_model_get_file ("good", data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260202);
  g_autofree char *json = NULL;
  gsize length;
  guint n_bad = 0;

  g_assert_true (g_file_load_contents (file, NULL, &json, &length, NULL, NULL));

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree char *copy = g_memdup2 (json, length);
      g_autoptr (GListModel) problems = NULL;
      gsize copy_length = length;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        mutate (rand, copy, &copy_length);

      problems = test_model_check_text (copy, copy_length);
      n_bad += g_list_model_get_n_items (problems) > 0;
      for (guint j = 0; j < g_list_model_get_n_items (problems); j++)
        {
          g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, j);

          g_assert_cmpuint (lode_problem_get_line (problem), >, 0);
          g_assert_cmpuint (lode_problem_get_column (problem), >, 0);
        }
    }

  g_assert_cmpuint (n_bad, >, N_MUTATIONS / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/unreadable", test_unreadable);
  g_test_add_func ("/reader/symlinks", test_symlinks);
  g_test_add_func ("/reader/no-permission", test_no_permission);
  g_test_add_func ("/reader/changing-file", test_changing_file);
  g_test_add_func ("/reader/direction", test_direction);
  g_test_add_func ("/reader/too-large", test_too_large);
  g_test_add_func ("/reader/large-record", test_large_record);
  g_test_add_func ("/reader/async", test_async);
  g_test_add_func ("/reader/cancelled", test_cancelled);
  g_test_add_func ("/reader/resource", test_resource);
  g_test_add_func ("/reader/many-problems", test_many_problems);
  g_test_add_func ("/reader/problem-to-string", test_problem_to_string);
  g_test_add_data_func ("/reader/mutations/full", "full", test_mutations);
  g_test_add_data_func ("/reader/mutations/one-line", "one-line", test_mutations);

  return g_test_run ();
}

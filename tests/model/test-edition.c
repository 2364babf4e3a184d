/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-edition.h"
#include "lode-file-watch.h"

#include "test-model.h"

#include <glib/gstdio.h>

/* Files in a folder of their own that change, are broken, are mended, and go. */

#define STATEMENT(id, text) \
  "{\"id\":\"" id "\",\"actor\":\"a\",\"kind\":\"quote\",\"source\":\"s\",\"topics\":[\"t\"]," \
  "\"text\":[\"" text "\"]}"

typedef struct
{
  char *folder;
  GFile *file;
  GFile *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;

  fixture->folder = g_dir_make_tmp ("lode-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "b.said-where.json", NULL);
  other = g_build_filename (fixture->folder, "a.said-where.json", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->other = g_file_new_for_path (other);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_file_delete (fixture->other, NULL, NULL);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_object_unref (fixture->other);
  g_free (fixture->folder);
}

static void
write_text (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (g_file_peek_path (file), text, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                            0600, &error);
  g_assert_no_error (error);
}

static void
write_statements (GFile *file, const char *topic, const char *statements)
{
  g_autofree char *topics = g_strdup_printf ("{\"id\":\"t\",\"name\":\"%s\"}", topic);
  g_autofree char *json = test_model_dup_text ("{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}",
                                               topics, "", statements);

  write_text (file, json);
}

static LodeEdition *
read_files (GFile **files, guint n_files, LodeEdition *former)
{
  g_autoptr (GError) error = NULL;
  LodeEdition *edition = lode_edition_read (files, n_files, former, NULL, &error);

  g_assert_no_error (error);

  return edition;
}

static void
assert_changes (LodeEdition *edition, const char *text)
{
  g_autofree char *found = lode_dataset_changes_dup_text (lode_edition_get_changes (edition));

  g_assert_cmpstr (found, ==, text);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LodeEdition) first = NULL;
  g_autoptr (LodeEdition) same = NULL;
  g_autoptr (LodeEdition) second = NULL;
  g_autoptr (LodeEdition) third = NULL;

  write_statements (fixture->file, "T", STATEMENT ("one", "1") "," STATEMENT ("two", "2"));
  first = read_files (&fixture->file, 1, NULL);
  assert_changes (first, "");
  /* The thread that reads has gone through all statements: the window does not. */
  g_assert_nonnull (lode_edition_get_dataset (first)->digest);
  g_assert_cmpstr (lode_dataset_get_first_date (lode_edition_get_dataset (first)), ==, "2026");

  /* Written again, but the same: not even the object is another. */
  write_statements (fixture->file, "T", STATEMENT ("one", "1") "," STATEMENT ("two", "2"));
  same = read_files (&fixture->file, 1, first);
  g_assert_true (lode_edition_get_dataset (same) == lode_edition_get_dataset (first));

  /* Moved and laid out anew is no change; its words are. */
  write_statements (fixture->file, "T",
                    STATEMENT ("two", "other words") ",\n" STATEMENT ("three", "3") ","
                    "{ \"kind\": \"quote\", \"id\": \"one\", \"actor\": \"a\", \"source\": \"s\","
                    "  \"topics\": [ \"t\" ], \"text\": [ \"1\" ] }," STATEMENT ("four", "4"));
  second = read_files (&fixture->file, 1, same);
  assert_changes (second, "2 new statements, 1 statement changed");

  write_statements (fixture->file, "T", STATEMENT ("three", "3"));
  third = read_files (&fixture->file, 1, second);
  assert_changes (third, "3 statements gone");

  g_clear_object (&same);
  write_statements (fixture->file, "Other name", STATEMENT ("three", "3"));
  same = read_files (&fixture->file, 1, third);
  assert_changes (same, "1 place, speaker or other entry changed");
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LodeEdition) first = NULL;
  g_autoptr (LodeEdition) broken = NULL;
  g_autoptr (LodeEdition) gone = NULL;
  g_autoptr (LodeEdition) whole = NULL;

  write_statements (fixture->file, "T", STATEMENT ("one", "1"));
  first = read_files (&fixture->file, 1, NULL);

  write_text (fixture->file, "{\"format\":");
  broken = read_files (&fixture->file, 1, first);
  g_assert_true (lode_edition_get_dataset (broken) == lode_edition_get_dataset (first));
  g_assert_true (g_file_equal (lode_edition_get_broken (broken), fixture->file));
  g_assert_nonnull (lode_edition_get_broken_reading (broken));

  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  gone = read_files (&fixture->file, 1, broken);
  g_assert_true (lode_edition_get_dataset (gone) == lode_edition_get_dataset (first));
  g_assert_nonnull (lode_edition_get_broken (gone));
  g_assert_null (lode_edition_get_broken_reading (gone));

  write_statements (fixture->file, "T", STATEMENT ("one", "1") "," STATEMENT ("two", "2"));
  whole = read_files (&fixture->file, 1, gone);
  g_assert_null (lode_edition_get_broken (whole));
  assert_changes (whole, "1 new statement");
}

static void
assert_error (GFile *file, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lode_edition_read (&file, 1, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (LodeEdition) first = NULL;
  g_autoptr (LodeEdition) second = NULL;
  LodeDataset *dataset;
  LodeStatement *one;
  g_autofree char *contents = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GBytes) json = NULL;

  assert_error (folder, G_IO_ERROR_NOT_FOUND);
  assert_error (fixture->file, G_IO_ERROR_NOT_FOUND);

  write_statements (fixture->file, "T", STATEMENT ("one", "from b"));
  write_statements (fixture->other, "T", STATEMENT ("one", "from a") "," STATEMENT ("two", "2"));
  g_assert_true (g_file_load_contents (fixture->other, NULL, &contents, NULL, NULL, NULL));
  memcpy (strstr (contents, "\"x\""), "\"y\"", 3);
  write_text (fixture->other, contents);

  first = read_files (&folder, 1, NULL);
  dataset = lode_edition_get_dataset (first);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_statements (dataset)), ==, 3);
  g_assert_cmpstr (lode_dataset_get_title (dataset), ==, "X, and 1 more dataset");

  /* The same id in both stays apart. */
  one = lode_dataset_find_statement (dataset, "x/one");
  g_assert_cmpstr (lode_statement_get_paragraphs (one)[0], ==, "from b");
  g_assert_true (lode_dataset_find_statement (dataset, "y/one") != one);
  g_assert_null (lode_dataset_find_statement (dataset, "x/two"));
  g_assert_null (lode_dataset_find_statement (dataset, "z/one"));
  id = lode_dataset_dup_record_id (dataset, LODE_RECORD (one));
  g_assert_cmpstr (id, ==, "x/one");
  g_assert_cmpstr (lode_dataset_get_id (lode_dataset_get_part (dataset, LODE_RECORD (one))), ==,
                   "x");
  json = lode_dataset_dup_record_json (dataset, LODE_RECORD (one));
  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json),
                   STATEMENT ("one", "from b"), strlen (STATEMENT ("one", "from b")));

  /* One of them broken: the others, and what it was. */
  write_text (fixture->file, "[]");
  second = read_files (&folder, 1, first);
  g_assert_true (lode_edition_get_dataset (second) == dataset);
  g_clear_object (&first);
  first = read_files (&folder, 1, NULL);
  dataset = lode_edition_get_dataset (first);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_statements (dataset)), ==, 2);
  g_assert_true (g_file_equal (lode_edition_get_broken (first), fixture->file));
}

static void
changed_cb (guint *n_changed)
{
  (*n_changed)++;
}

static void
wait_for (const guint *n_changed, guint n)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (*n_changed < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* Written in place, replaced by another file of the name, gone and back. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LodeFileWatch) watch = NULL;
  guint n_changed = 0;
  FILE *stream;

  write_text (fixture->file, "one");
  watch = lode_file_watch_new (&fixture->file, 1);
  g_signal_connect_swapped (watch, "changed", G_CALLBACK (changed_cb), &n_changed);

  stream = g_fopen (g_file_peek_path (fixture->file), "w");
  fputs ("in place", stream);
  fclose (stream);
  wait_for (&n_changed, 1);

  n_changed = 0;
  write_text (fixture->other, "renamed over");
  g_assert_cmpint (g_rename (g_file_peek_path (fixture->other), g_file_peek_path (fixture->file)),
                   ==, 0);
  wait_for (&n_changed, 1);

  n_changed = 0;
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  wait_for (&n_changed, 1);

  n_changed = 0;
  write_text (fixture->file, "back");
  wait_for (&n_changed, 1);
}

#define ADD(name, function) \
  g_test_add ("/edition/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("changes", test_changes);
  ADD ("broken", test_broken);
  ADD ("folder", test_folder);
  ADD ("watch", test_watch);

  return g_test_run ();
}

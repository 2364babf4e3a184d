/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-window.h"
#include "lode-window-private.h"
#include "ui-test.h"

#include <glib/gstdio.h>

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lode-save-XXXXXX", NULL);
  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_built_in (fixture->window);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* From the key to the file on disk, through GTK's own chooser. */
static void
test_through_the_chooser (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.png", NULL);
  g_autoptr (GdkTexture) texture = NULL;
  GtkWindow *dialog;
  GtkWidget *entry, *button;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-map", NULL);
  ui_test_wait_for ((dialog = find_dialog (fixture)) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (dialog));
  entry = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  g_assert_true (g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (entry)), ".png"));
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  ui_test_settle (GTK_WIDGET (dialog));
  button = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save");
  g_assert_nonnull (button);
  ui_test_focus_window (dialog);
  ui_test_click (button);
  ui_test_wait_for (g_file_test (path, G_FILE_TEST_EXISTS), 20000);
  ui_test_wait_for (
    ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                  "The map was saved as “map.png”") != NULL, 20000);
  texture = gdk_texture_new_from_filename (path, NULL);
  g_assert_nonnull (texture);
  /* Twice as fine, and higher than the map by title and legend. */
  g_assert_cmpint (gdk_texture_get_width (texture), ==,
                   2 * gtk_widget_get_width (GTK_WIDGET (fixture->window->map_view)));
  g_assert_cmpint (gdk_texture_get_height (texture), >,
                   2 * gtk_widget_get_height (GTK_WIDGET (fixture->window->map_view)));
}

static void
save (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lode_window_save_map (fixture->window, file, 1);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const char *cases[][2] = { { "a.svg", "<?xml" }, { "b.PDF", "%PDF" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i][0], NULL);
      g_autofree char *contents = NULL;

      save (fixture, path);
      ui_test_wait_for (g_file_test (path, G_FILE_TEST_EXISTS), 20000);
      ui_test_wait_for (fixture->window->saving == NULL, 20000);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, cases[i][1]));
    }
}

static void
expect_failure (Fixture *fixture, const char *path)
{
  GtkWindow *dialog;

  save (fixture, path);
  ui_test_wait_for ((dialog = find_dialog (fixture)) != NULL, 20000);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (dialog);
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gif = g_build_filename (fixture->folder, "map.gif", NULL);
  g_autofree char *bare = g_build_filename (fixture->folder, "map", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no-such-folder", "map.png", NULL);

  expect_failure (fixture, gif);
  expect_failure (fixture, bare);
  expect_failure (fixture, nowhere);
}

/* What stood there stays. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kept.png", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  save (fixture, path);
  g_cancellable_cancel (fixture->window->saving);
  ui_test_wait_for (fixture->window->saving == NULL, 20000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_null (find_dialog (fixture));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(NAME, FUNC) g_test_add ("/save-map/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("through-the-chooser", test_through_the_chooser);
  ADD ("formats", test_formats);
  ADD ("failures", test_failures);
  ADD ("cancel", test_cancel);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-window.h"
#include "ui-test.h"

/* Open…, from the key to the dataset in the window, through GTK's own file chooser. */

static GtkApplication *application;

static GtkWidget *
open_window (void)
{
  GtkWidget *window = lode_window_new (application);

  lode_window_open_built_in (LODE_WINDOW (window));
  ui_test_present (GTK_WINDOW (window));
  ui_test_wait_for (lode_window_get_dataset (LODE_WINDOW (window)) != NULL, 10000);
  ui_test_settle (window);
  return window;
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_assert_finalized (window);
}

static GtkWindow *
find_chooser (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) found = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (found) && gtk_widget_get_mapped (GTK_WIDGET (found))
          && gtk_window_get_transient_for (found) == GTK_WINDOW (window))
        return found;
    }
  return NULL;
}

static GtkWindow *
press_the_key (GtkWidget *window)
{
  GtkWindow *chooser;

  ui_test_key (window, XK_Control_L, XK_o);
  ui_test_wait_for ((chooser = find_chooser (window)) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (chooser));
  return chooser;
}

static void
test_file (void)
{
  GtkWidget *window = open_window ();
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "..", "model", "data", "good", "full.said-where.json",
                             NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *chooser = press_the_key (window);

  g_assert_true (gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL));
  /* It reads the folder before a file in it is selected. */
  ui_test_wait_for (gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (chooser));
  ui_test_focus_window (chooser);
  ui_test_click (ui_test_find (GTK_WIDGET (chooser), GTK_TYPE_BUTTON, "_Open"));
  ui_test_wait_for (
    g_str_equal (lode_dataset_get_id (lode_window_get_dataset (LODE_WINDOW (window))), "full"), 10000);
  ui_test_wait_for (find_chooser (window) == NULL, 10000);

  close_window (window);
}

static void
test_cancel (void)
{
  GtkWidget *window = open_window ();
  LodeDataset *dataset = lode_window_get_dataset (LODE_WINDOW (window));
  GtkWindow *chooser = press_the_key (window);

  ui_test_focus_window (chooser);
  ui_test_key (GTK_WIDGET (chooser), 0, XK_Escape);
  ui_test_wait_for (find_chooser (window) == NULL, 10000);
  g_assert_true (lode_window_get_dataset (LODE_WINDOW (window)) == dataset);
  /* And again, which a chooser that had not gone would prevent. */
  ui_test_focus_window (GTK_WINDOW (window));
  chooser = press_the_key (window);
  ui_test_focus_window (chooser);
  ui_test_key (GTK_WIDGET (chooser), 0, XK_Escape);
  ui_test_wait_for (find_chooser (window) == NULL, 10000);

  close_window (window);
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

  g_test_add_func ("/open-dialog/file", test_file);
  g_test_add_func ("/open-dialog/cancel", test_cancel);

  return g_test_run ();
}

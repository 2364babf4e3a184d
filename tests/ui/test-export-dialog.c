/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-brief-pdf.h"
#include "lode-dataset-reader.h"
#include "lode-export-dialog.h"
#include "lode-statement-row.h"
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
  fixture->folder = g_dir_make_tmp ("lode-export-XXXXXX", NULL);
  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_built_in (fixture->window);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_shown_statements (fixture->window) != NULL, 10000);
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
find_dialog (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static GtkWindow *
open_dialog (Fixture *fixture)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export", NULL);
  ui_test_wait_for ((dialog = find_dialog (GTK_WINDOW (fixture->window))) != NULL, 10000);
  g_assert_true (LODE_IS_EXPORT_DIALOG (dialog));
  ui_test_settle (GTK_WIDGET (dialog));

  return dialog;
}

static LodeReading *
read_back (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LodeReading *reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

/* What the search finds, through the dialogs, and read again. */
static void
test_what_is_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "part.said-where.json", NULL);
  g_autoptr (LodeReading) reading = NULL;
  GtkWindow *dialog, *chooser;
  GListModel *shown;
  guint n_shown;

  lode_window_set_query (fixture->window, "antimony");
  shown = lode_window_get_shown_statements (fixture->window);
  n_shown = g_list_model_get_n_items (shown);
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown, <, g_list_model_get_n_items (
                      lode_dataset_get_statements (lode_window_get_dataset (fixture->window))));

  dialog = open_dialog (fixture);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Nothing is lost.") != NULL,
                    10000);
  ui_test_focus_window (dialog);
  ui_test_click (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Export…"));
  ui_test_wait_for ((chooser = find_dialog (dialog)) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (chooser));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (chooser), GTK_TYPE_ENTRY, NULL)),
                         path);
  ui_test_settle (GTK_WIDGET (chooser));
  ui_test_focus_window (chooser);
  ui_test_click (ui_test_find (GTK_WIDGET (chooser), GTK_TYPE_BUTTON, "_Export"));
  ui_test_wait_for (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                  "Exported to “part.said-where.json”") != NULL, 20000);
  ui_test_wait_for (find_dialog (GTK_WINDOW (fixture->window)) == NULL, 10000);

  reading = read_back (path);
  g_assert_nonnull (lode_reading_get_dataset (reading));
  g_assert_cmpuint (g_list_model_get_n_items (
                      lode_dataset_get_statements (lode_reading_get_dataset (reading))),
                    ==, n_shown);
}

/* With a place selected, what is about it; in another format, which says what it cannot hold. */
static void
test_of_a_place (Fixture *fixture, gconstpointer data)
{
  LodeDataset *dataset = lode_window_get_dataset (fixture->window);
  g_autofree char *path = g_build_filename (fixture->folder, "place.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  GtkWindow *dialog;
  GtkWidget *row;

  lode_window_set_selected_place (fixture->window, lode_dataset_find_place (dataset, "taranaki"));
  dialog = open_dialog (fixture);
  row = ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                  "Spreadsheets and discourse-network tools") != NULL, 10000);
  lode_export_dialog_save (LODE_EXPORT_DIALOG (dialog), file);
  ui_test_wait_for (find_dialog (GTK_WINDOW (fixture->window)) == NULL, 20000);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "vanadium-rich titanomagnetite"));
  g_assert_null (strstr (contents, "brutal self-interest"));
}

/* What main.c tells the model to paint; about a place, and only about it. */
static void
test_brief (Fixture *fixture, gconstpointer data)
{
  LodeDataset *dataset = lode_window_get_dataset (fixture->window);
  g_autofree char *path = g_build_filename (fixture->folder, "brief.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  GtkWindow *dialog;

  lode_window_set_selected_place (fixture->window, lode_dataset_find_place (dataset, "taranaki"));
  dialog = open_dialog (fixture);
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL)),
    lode_export_format_get_count () - 1);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                  "Pages to print and to hand out, with a map") != NULL, 10000);
  lode_export_dialog_save (LODE_EXPORT_DIALOG (dialog), file);
  ui_test_wait_for (find_dialog (GTK_WINDOW (fixture->window)) == NULL, 20000);
  text = ui_test_dup_pdf_text (path);
  g_assert_nonnull (strstr (text, "About Taranaki"));
  g_assert_nonnull (strstr (text, "vanadium-rich"));
  g_assert_nonnull (strstr (text, "Shown: Place: Taranaki"));
  g_assert_null (strstr (text, "brutal self-interest"));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/no/such/folder/out.json");
  GtkWindow *dialog = open_dialog (fixture);
  GtkWindow *message;

  lode_export_dialog_save (LODE_EXPORT_DIALOG (dialog), file);
  ui_test_wait_for ((message = find_dialog (dialog)) != NULL, 10000);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (message));
  gtk_window_destroy (message);
  gtk_window_destroy (dialog);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
copy_citation (Fixture *fixture)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_STATEMENT_ROW, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (row, "statement.copy-reference", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  ui_test_wait_for (text != NULL, 10000);

  return text;
}

/* In the style of the preferences. */
static void
test_citation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = copy_citation (fixture);
  g_autofree char *apa = NULL;
  g_autofree char *bibtex = NULL;

  g_settings_set_string (fixture->window->settings, "citation-style", "apa");
  apa = copy_citation (fixture);
  g_settings_set_string (fixture->window->settings, "citation-style", "bibtex");
  bibtex = copy_citation (fixture);
  g_settings_reset (fixture->window->settings, "citation-style");

  g_assert_nonnull (strstr (plain, "Otago Daily Times (RNZ), "));
  g_assert_nonnull (strstr (apa, " RNZ. (2026, February 2). "));
  g_assert_true (g_str_has_prefix (bibtex, "@article{"));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  adw_init ();
  lode_export_set_painter (lode_brief_paint);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(NAME, FUNC) g_test_add ("/export/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("what-is-shown", test_what_is_shown);
  ADD ("of-a-place", test_of_a_place);
  ADD ("brief", test_brief);
  ADD ("failure", test_failure);
  ADD ("citation", test_citation);
#undef ADD

  return g_test_run ();
}

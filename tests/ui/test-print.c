/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-message.h"
#include "lode-window-private.h"
#include "ui-test.h"

#include <glib/gstdio.h>

/* Print…, up to the printer: GTK's own dialog, and the same pages into a file. */

#define MANY 3000

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  char *folder;
  char *pdf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lode-print-XXXXXX", NULL);
  fixture->pdf = g_build_filename (fixture->folder, "out.pdf", NULL);
  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_built_in (fixture->window);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_findings (fixture->window) != NULL, 10000);
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
  g_free (fixture->pdf);
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

/* The key, GTK's dialog, and out of it again, twice. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *dialog;

      ui_test_focus_window (GTK_WINDOW (fixture->window));
      ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_p);
      ui_test_wait_for ((dialog = find_dialog (fixture)) != NULL, 20000);
      g_assert_nonnull (fixture->window->printing);
      ui_test_settle (GTK_WIDGET (dialog));
      ui_test_focus_window (dialog);
      ui_test_key (GTK_WIDGET (dialog), 0, GDK_KEY_Escape);
      ui_test_wait_for (fixture->window->printing == NULL, 20000);
      ui_test_wait_for (find_dialog (fixture) == NULL, 20000);
    }
}

/* Where one speaker is read, what that speaker said. */
static void
test_speaker (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  lode_window_set_query (fixture->window, "nobodysaidthis");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.read-speaker", "s",
                              "chloe-swarbrick");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  ui_test_wait_for ((dialog = find_dialog (fixture)) != NULL, 20000);
  g_assert_false (ADW_IS_MESSAGE_DIALOG (dialog));
  ui_test_settle (GTK_WIDGET (dialog));
  ui_test_focus_window (dialog);
  ui_test_key (GTK_WIDGET (dialog), 0, GDK_KEY_Escape);
  ui_test_wait_for (fixture->window->printing == NULL, 20000);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  *(int *) user_data = result;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* As the dialog's "Print to File" does. */
static char *
dup_printed (Fixture *fixture, LodeExport *export, gboolean cancel)
{
  g_autoptr (GtkPrintOperation) operation = lode_window_create_print (fixture->window, export);
  guint n_drawn = 0;
  int result = -1;

  gtk_print_operation_set_export_filename (operation, fixture->pdf);
  gtk_print_operation_set_show_progress (operation, FALSE);
  g_signal_connect (operation, "done", G_CALLBACK (print_done_cb), &result);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &n_drawn);
  if (cancel)
    g_signal_connect_swapped (operation, "begin-print", G_CALLBACK (gtk_print_operation_cancel),
                              operation);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), NULL);
  ui_test_wait_for (result != -1, 60000);
  g_assert_cmpint (result, ==, cancel ? GTK_PRINT_OPERATION_RESULT_CANCEL
                                      : GTK_PRINT_OPERATION_RESULT_APPLY);
  if (cancel)
    g_assert_cmpuint (n_drawn, ==, 0);
  else
    g_assert_cmpuint (n_drawn, >, 1);

  return cancel ? NULL : ui_test_dup_pdf_text (fixture->pdf);
}

static LodeExport *
create_export (Fixture *fixture)
{
  LodeExport *export
    = lode_export_new (lode_window_get_dataset (fixture->window),
                       lode_window_get_shown_statements (fixture->window), NULL);

  lode_export_set_query (export, fixture->window->query);
  return export;
}

static void
test_what_is_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LodeExport) export = NULL;
  g_autofree char *text = NULL;

  lode_window_set_query (fixture->window, "topic:antimony");
  export = create_export (fixture);
  text = dup_printed (fixture, export, FALSE);
  g_assert_nonnull (strstr (text, "Shown: Topic: Antimony"));
  g_assert_nonnull (strstr (text, "antinomy, which is associated with gold"));
  g_assert_null (strstr (text, "brutal self-interest"));
  g_assert_nonnull (strstr (text, "Page 1 of"));
}

static void
write_many (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "many.said-where.json", NULL);
  g_autoptr (GString) json = g_string_new (
    "{\"format\":\"said-where/1\",\"id\":\"many\",\"title\":\"Many\",\"language\":\"en\","
    "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\",\"published\":\"2026\"}],"
    "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}],"
    "\"topics\":[{\"id\":\"t\",\"name\":\"T\"}],\"places\":[],\"propositions\":[],"
    "\"statements\":[");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"s%u\",\"actor\":\"a\",\"kind\":\"quote\",\"source\":\"s\","
                            "\"topics\":[\"t\"],\"text\":[\"Words of number %u.\"]}",
                            i > 0 ? "," : "", i, i);
  g_string_append (json, "]}");
  g_assert_true (g_file_set_contents (path, json->str, -1, NULL));
  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != NULL
                    && g_str_equal (lode_dataset_get_id (
                         lode_window_get_dataset (fixture->window)), "many"), 20000);
  ui_test_wait_for (g_list_model_get_n_items (
                      lode_window_get_shown_statements (fixture->window)) == MANY, 20000);
}

static gboolean
count_cb (gpointer user_data)
{
  (*(guint *) user_data)++;
  return G_SOURCE_CONTINUE;
}

/* The reader is asked, and the window goes on living while the pages are laid out: what waits for the
 * main loop has a turn after a few of them. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LodeExport) export = NULL;
  g_autofree char *text = NULL;
  guint n_turns = 0;
  guint counter;
  GtkWindow *dialog;

  write_many (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  ui_test_wait_for ((dialog = find_dialog (fixture)) != NULL, 10000);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_null (fixture->window->printing);
  gtk_window_close (dialog);
  ui_test_wait_for (find_dialog (fixture) == NULL, 10000);
  g_assert_null (fixture->window->printing);

  export = create_export (fixture);
  counter = g_timeout_add (1, count_cb, &n_turns);
  text = dup_printed (fixture, export, FALSE);
  g_source_remove (counter);
  g_assert_nonnull (strstr (text, "Words of number 2999."));
  g_assert_cmpuint (n_turns, >, 30);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LodeExport) export = NULL;

  write_many (fixture);
  export = create_export (fixture);
  g_assert_null (dup_printed (fixture, export, TRUE));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  lode_window_set_query (fixture->window, "nobodysaidthis");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);
  ui_test_wait_for ((dialog = find_dialog (fixture)) != NULL, 10000);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  gtk_window_destroy (dialog);
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

#define ADD(NAME, FUNC) g_test_add ("/print/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("dialog", test_dialog);
  ADD ("speaker", test_speaker);
  ADD ("what-is-shown", test_what_is_shown);
  ADD ("many", test_many);
  ADD ("cancel", test_cancel);
  ADD ("nothing", test_nothing);
#undef ADD

  return g_test_run ();
}

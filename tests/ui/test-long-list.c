/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-panel.h"
#include "lode-window.h"
#include "ui-test.h"

/* A list view takes as long to let go of rows as to make them: of a long list, never are many let
 * go of at once, whatever is selected or opened. */

#define N_STATEMENTS 100
#define MAX_ROWS 200 /* that a list view makes; what is further down has none */
#define FEW 40

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  GFile *file;
  GListModel *shown;
  guint largest_loss;
} Fixture;

static char *
dup_json (void)
{
  GString *json = g_string_new (
    "{\"format\":\"said-where/1\",\"id\":\"long\",\"title\":\"Long\",\"language\":\"en\","
    "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\",\"published\":\"2026\"}],"
    "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}],"
    "\"topics\":[{\"id\":\"t\",\"name\":\"T\"}],"
    "\"places\":[{\"id\":\"p\",\"name\":\"P\",\"kind\":\"region\",\"precision\":\"region\","
    "\"point\":[169.6,-45.2],\"topics\":[\"t\"]},{\"id\":\"q\",\"name\":\"Q\",\"kind\":\"region\","
    "\"precision\":\"region\",\"point\":[175.6,-40.2],\"topics\":[\"t\"]}],\"statements\":[");

  for (guint i = 0; i < N_STATEMENTS; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"s-%u\",\"actor\":\"a\",\"kind\":\"quote\","
                            "\"source\":\"s\",\"text\":[\"%u\"],\"topics\":[\"t\"],"
                            "\"places\":[\"%s\"]}",
                            i > 0 ? "," : "", i, i, i % 2 == 0 ? "p" : "q");
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  const guint n_rows = position < MAX_ROWS ? MIN (removed, MAX_ROWS - position) : 0;

  fixture->largest_loss = MAX (fixture->largest_loss, n_rows);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (fixture->shown);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = dup_json ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "long.said-where.json", NULL);
  GtkWidget *panel, *list;

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  fixture->file = g_file_new_for_path (path);
  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_file (fixture->window, fixture->file);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_findings (fixture->window) != NULL, 30000);

  panel = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_PANEL, NULL);
  list = ui_test_find (panel, GTK_TYPE_LIST_VIEW, NULL);
  fixture->shown = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  ui_test_wait_for (count_shown (fixture) > N_STATEMENTS, 30000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_signal_connect (fixture->shown, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->shown, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  g_object_unref (fixture->file);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  LodeDataset *dataset = lode_window_get_dataset (fixture->window);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_PANEL, NULL);
  LodePlace *place = lode_dataset_find_place (dataset, "p");

  lode_window_set_selected_place (fixture->window, place);
  /* What is to come counts at once. */
  g_assert_true (lode_panel_get_selected_place (LODE_PANEL (panel)) == place);
  ui_test_wait_for (ui_test_find (panel, GTK_TYPE_LABEL, "About this place") != NULL, 10000);
  g_assert_cmpuint (fixture->largest_loss, >, 0);
  g_assert_cmpuint (fixture->largest_loss, <, FEW);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_PANEL, NULL);
  LodeDataset *before = lode_window_get_dataset (fixture->window);

  lode_window_open_built_in (fixture->window);
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != before, 10000);
  g_assert_true (lode_panel_get_dataset (LODE_PANEL (panel))
                 == lode_window_get_dataset (fixture->window));
  ui_test_wait_for (ui_test_find (panel, GTK_TYPE_LABEL, "Josie Vidal") != NULL, 10000);
  g_assert_cmpuint (fixture->largest_loss, >, 0);
  g_assert_cmpuint (fixture->largest_loss, <, FEW);
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

  g_test_add ("/long-list/select", Fixture, NULL, set_up, test_select, tear_down);
  g_test_add ("/long-list/open", Fixture, NULL, set_up, test_open, tear_down);

  return g_test_run ();
}

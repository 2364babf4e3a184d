/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-marker.h"
#include "lode-place-row.h"
#include "lode-places-window.h"
#include "lode-window-private.h"
#include "ui-test.h"

/* The list of all places, by keyboard. */

#define N_PLACES 10000

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  GtkWidget *dialog; /* weak */
} Fixture;

static GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (LODE_IS_PLACES_WINDOW (at->data)
        && gtk_window_get_transient_for (at->data) == GTK_WINDOW (fixture->window))
      return at->data;

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
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
  g_settings_reset (fixture->window->settings, "place-names");
  g_settings_reset (fixture->window->settings, "show-context-places");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static void
open_list (Fixture *fixture)
{
  ui_test_focus_window (GTK_WINDOW (fixture->window));
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_l);
  ui_test_wait_for ((fixture->dialog = find_dialog (fixture)) != NULL, 10000);
  ui_test_wait_for (gtk_widget_get_mapped (fixture->dialog), 10000);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  ui_test_focus_window (GTK_WINDOW (fixture->dialog));
  ui_test_settle (fixture->dialog);
}

static void
close_list (Fixture *fixture)
{
  ui_test_key (fixture->dialog, 0, GDK_KEY_Escape);
  ui_test_assert_finalized (fixture->dialog);
}

static GtkWidget *
find_label (Fixture *fixture, const char *text)
{
  return ui_test_find (fixture->dialog, GTK_TYPE_LABEL, text);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = LODE_IS_PLACE_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

static void
assert_selected (Fixture *fixture, const char *name)
{
  LodePlace *place = lode_window_get_selected_place (fixture->window);

  g_assert_nonnull (place);
  g_assert_cmpstr (lode_place_get_name (place), ==, name);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *focus;

  open_list (fixture);
  g_assert_nonnull (find_label (fixture, "4 places"));
  row = gtk_widget_get_parent (ui_test_find (fixture->dialog, LODE_TYPE_PLACE_ROW, NULL));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Marlborough: antimony. 1 statement");
  g_assert_nonnull (find_label (fixture, "1 statement · Te Tauihu-o-te-waka · region, not an exact point"));

  ui_test_type (fixture->dialog, "tungsten");
  ui_test_wait_for (find_label (fixture, "1 place") != NULL, 5000);
  g_assert_nonnull (find_label (fixture, "Otago"));
  ui_test_key (fixture->dialog, 0, GDK_KEY_Return);
  ui_test_assert_finalized (fixture->dialog);
  assert_selected (fixture, "Otago");
  g_assert_true (lode_window_get_panel_shown (fixture->window));

  /* Who goes on by keyboard is on its marker, as who has pressed it is. */
  ui_test_focus_window (GTK_WINDOW (fixture->window));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (LODE_IS_MARKER (gtk_widget_get_ancestor (focus, LODE_TYPE_MARKER)));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  open_list (fixture);
  ui_test_key (fixture->dialog, 0, GDK_KEY_Tab);
  ui_test_key (fixture->dialog, 0, GDK_KEY_Down);
  ui_test_key (fixture->dialog, 0, GDK_KEY_Return);
  ui_test_assert_finalized (fixture->dialog);
  assert_selected (fixture, "Otago");
}

/* Macrons need not be typed, and either name finds; the other one is shown as well. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_settings_set_string (fixture->window->settings, "place-names", "maori");
  open_list (fixture);
  ui_test_type (fixture->dialog, "otakou");
  ui_test_wait_for (find_label (fixture, "1 place") != NULL, 5000);
  g_assert_nonnull (find_label (fixture, "Ōtākou"));
  g_assert_nonnull (find_label (fixture, "2 statements · Otago · region, not an exact point"));
  close_list (fixture);

  g_settings_set_string (fixture->window->settings, "place-names", "english");
  open_list (fixture);
  g_assert_nonnull (find_label (fixture, "2 statements · region, not an exact point"));
  close_list (fixture);
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  lode_window_set_query (fixture->window, "topic:tungsten");
  ui_test_wait_for (g_list_model_get_n_items (lode_window_get_shown_statements (fixture->window)) < 29,
                    10000);
  open_list (fixture);
  g_assert_nonnull (find_label (fixture, "1 place"));
  g_assert_nonnull (find_label (fixture, "Otago"));

  /* It follows what the query leaves. */
  lode_window_set_query (fixture->window, "\"no such words\"");
  ui_test_wait_for (find_label (fixture, "None of the statements shown names a place.") != NULL,
                    10000);
  close_list (fixture);
  g_assert_null (lode_window_get_selected_place (fixture->window));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  open_list (fixture);
  ui_test_type (fixture->dialog, "zzz");
  ui_test_wait_for (find_label (fixture, "Nothing Found") != NULL, 5000);
  g_assert_null (find_label (fixture, "None of the statements shown names a place."));
  /* There is nothing to choose. */
  ui_test_key (fixture->dialog, 0, GDK_KEY_Return);
  ui_test_settle (fixture->dialog);
  g_assert_nonnull (fixture->dialog);
  close_list (fixture);
}

static void
test_background (Fixture *fixture, gconstpointer data)
{
  g_settings_set_boolean (fixture->window->settings, "show-context-places", TRUE);
  open_list (fixture);
  g_assert_nonnull (find_label (fixture, "8 places"));
  ui_test_type (fixture->dialog, "antimony");
  ui_test_wait_for (find_label (fixture, "5 places") != NULL, 5000);
  g_assert_nonnull (find_label (fixture, "background, not from the statements · "
                                         "locality, not an exact point"));
  /* Last of all, though not by its name. */
  ui_test_key (fixture->dialog, 0, GDK_KEY_Tab);
  ui_test_key (fixture->dialog, 0, GDK_KEY_End);
  ui_test_key (fixture->dialog, 0, GDK_KEY_Return);
  ui_test_assert_finalized (fixture->dialog);
  assert_selected (fixture, "Reefton goldfield");
}

static char *
dup_json (void)
{
  GString *json = g_string_new (
    "{\"format\":\"said-where/1\",\"id\":\"many\",\"title\":\"Many\",\"language\":\"en\","
    "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\",\"published\":\"2026\"}],"
    "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}],"
    "\"topics\":[{\"id\":\"t\",\"name\":\"T\",\"symbol\":\"T\"}],\"places\":[");

  for (guint i = 0; i < N_PLACES; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"p-%u\",\"name\":\"Place %05u\",\"kind\":\"locality\","
                            "\"precision\":\"exact\",\"point\":[%.3f,%.3f],\"topics\":[\"t\"]}",
                            i > 0 ? "," : "", i, i, 168 + i % 100 * 0.1, -46 + i / 100 * 0.1);
  g_string_append (json, "],\"statements\":[{\"id\":\"one\",\"actor\":\"a\",\"kind\":\"quote\","
                         "\"source\":\"s\",\"text\":[\"One\"],\"topics\":[\"t\"],"
                         "\"places\":[\"p-7777\"]}]}");
  return g_string_free (json, FALSE);
}

/* The rows of a list of ten thousand are those in sight, and one that shares a marker with others
 * on the map can be chosen. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = dup_json ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "many.said-where.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LodeDataset *former = lode_window_get_dataset (fixture->window);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != former, 30000);
  ui_test_settle (GTK_WIDGET (fixture->window));

  open_list (fixture);
  g_assert_nonnull (find_label (fixture, "10000 places"));
  g_assert_cmpuint (count_rows (fixture->dialog), >, 5);
  g_assert_cmpuint (count_rows (fixture->dialog), <, 300);
  ui_test_type (fixture->dialog, "place 07777");
  ui_test_wait_for (find_label (fixture, "1 place") != NULL, 10000);
  ui_test_key (fixture->dialog, 0, GDK_KEY_Return);
  ui_test_assert_finalized (fixture->dialog);
  assert_selected (fixture, "Place 07777");
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum, natural;

  open_list (fixture);
  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (fixture->dialog)),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  close_list (fixture);
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

#define ADD(name, function) \
  g_test_add ("/places/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("choose", test_choose);
  ADD ("arrows", test_arrows);
  ADD ("names", test_names);
  ADD ("query", test_query);
  ADD ("nothing", test_nothing);
  ADD ("background", test_background);
  ADD ("many", test_many);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-filter-bar.h"
#include "lode-map-view.h"
#include "lode-window-private.h"
#include "ui-test.h"

/* The filter that follows the map. */

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
} Fixture;

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
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (lode_window_get_shown_statements (fixture->window));
}

static gboolean
is_on (Fixture *fixture)
{
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "only-on-map");

  return g_variant_get_boolean (state);
}

static void
toggle (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "only-on-map", NULL);
}

static LodePlace *
find_place (Fixture *fixture, const char *id)
{
  return lode_dataset_find_place (lode_window_get_dataset (fixture->window), id);
}

/* The chip that says that the list follows the map; NULL: there is none. */
static GtkWidget *
find_chip (Fixture *fixture)
{
  GtkWidget *bar = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_FILTER_BAR, NULL);
  GtkWidget *label = ui_test_find (bar, GTK_TYPE_LABEL, "On the map");

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON) : NULL;
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  LodeMapView *map_view = fixture->window->map_view;

  g_assert_false (is_on (fixture));
  toggle (fixture);
  ui_test_wait_for (count_shown (fixture) == 3, 5000);
  g_assert_true (is_on (fixture));
  ui_test_wait_for (find_chip (fixture) != NULL, 5000);

  /* Taranaki has a statement of its own; the other two are about places in the south. */
  lode_map_view_show_place (map_view, find_place (fixture, "taranaki"));
  ui_test_wait_for (count_shown (fixture) == 1, 10000);
  /* The map goes on showing what is elsewhere. */
  g_assert_cmpuint (g_list_model_get_n_items (lode_map_view_get_places (map_view)), ==, 4);

  /* The chip is pressed, and clicked away. */
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_click (find_chip (fixture));
  ui_test_wait_for (count_shown (fixture) == 29, 5000);
  g_assert_false (is_on (fixture));
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "");

  /* It no longer follows. */
  lode_map_view_go_home (map_view);
  for (gint64 end = g_get_monotonic_time () + 600000; g_get_monotonic_time () < end;)
    ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "");
}

/* A selection stays, words and other filters too, and all the way is one step back. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  LodeMapView *map_view = fixture->window->map_view;
  LodePlace *otago = find_place (fixture, "otago");

  lode_window_set_query (fixture->window, "topic:antimony");
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  lode_window_set_selected_place (fixture->window, otago);
  ui_test_settle (GTK_WIDGET (fixture->window));
  toggle (fixture);
  ui_test_wait_for (g_str_has_prefix (lode_window_get_query (fixture->window), "topic:antimony area:"),
                    5000);
  lode_map_view_show_place (map_view, find_place (fixture, "taranaki"));
  ui_test_wait_for (count_shown (fixture) == 0, 10000);
  g_assert_true (lode_window_get_selected_place (fixture->window) == otago);
  lode_map_view_show_place (map_view, otago);
  ui_test_wait_for (count_shown (fixture) == 1, 10000);
  ui_test_settle (GTK_WIDGET (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "topic:antimony"), 5000);
  g_assert_true (lode_window_get_selected_place (fixture->window) == otago);
}

/* Where an area comes from elsewhere, the map goes there. */
static void
test_go (Fixture *fixture, gconstpointer data)
{
  LodeMapView *map_view = fixture->window->map_view;
  LodeArea area;

  lode_window_set_query (fixture->window, "area:173,-40,175,-38.5");
  ui_test_wait_for ((area = lode_map_view_get_area (map_view)).west > 170 && area.south > -44, 10000);
  g_assert_cmpfloat (area.west, <=, 173.01);
  g_assert_cmpfloat (area.east, >=, 174.99);
  g_assert_cmpfloat (area.south, <=, -39.99);
  g_assert_cmpfloat (area.north, >=, -38.51);
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  g_assert_true (is_on (fixture));
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

#define ADD(name, function) g_test_add ("/area/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("follow", test_follow);
  ADD ("keep", test_keep);
  ADD ("go", test_go);

  return g_test_run ();
}

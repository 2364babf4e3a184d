/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-filter-bar.h"
#include "lode-history.h"
#include "lode-window.h"
#include "ui-test.h"

/* Back and forward. */

#define SECONDS G_USEC_PER_SEC

static GtkApplication *application;

/* "query|place|page" of what is reached. */
static char *
dup_gone (LodeHistory *history, int direction)
{
  const LodeHistoryStep *step = lode_history_go (history, direction);

  return step == NULL ? g_strdup ("nothing")
                      : g_strdup_printf ("%s|%s|%s", step->query,
                                         step->place != NULL ? step->place : "", step->page);
}

static void
assert_gone (LodeHistory *history, int direction, const char *expected)
{
  g_autofree char *gone = dup_gone (history, direction);

  g_assert_cmpstr (gone, ==, expected);
}

/* A filter that follows the map makes one step, however far the map is moved. */
static void
test_areas (void)
{
  g_autoptr (LodeHistory) history = lode_history_new ();

  lode_history_visit (history, "", NULL, "map", 1 * SECONDS);
  lode_history_visit (history, "area:1,2,3,4", NULL, "map", 2 * SECONDS);
  lode_history_visit (history, "area:2,2,3,4", NULL, "map", 9 * SECONDS);
  lode_history_visit (history, "area:2,2,3,4", "otago", "map", 12 * SECONDS);
  lode_history_visit (history, "area:3,2,4,4", "otago", "map", 15 * SECONDS);
  assert_gone (history, -1, "area:2,2,3,4||map");
  lode_history_visit (history, "area:2,2,3.5,4", NULL, "map", 16 * SECONDS);
  assert_gone (history, 1, "area:3,2,4,4|otago|map");
  assert_gone (history, -1, "area:2,2,3.5,4||map");
  assert_gone (history, -1, "||map");
  assert_gone (history, -1, "nothing");
}

static void
test_steps (void)
{
  g_autoptr (LodeHistory) history = lode_history_new ();

  assert_gone (history, -1, "nothing");
  lode_history_visit (history, "", NULL, "map", 1 * SECONDS);
  lode_history_visit (history, "", NULL, "map", 2 * SECONDS);
  g_assert_false (lode_history_can_go (history, -1));
  lode_history_visit (history, "", "otago", "map", 3 * SECONDS);
  lode_history_visit (history, "", "otago", "compare", 4 * SECONDS);
  lode_history_visit (history, "topic:gold", "otago", "compare", 5 * SECONDS);
  assert_gone (history, 1, "nothing");
  assert_gone (history, -1, "|otago|compare");
  assert_gone (history, -1, "|otago|map");
  assert_gone (history, 1, "|otago|compare");

  /* What is shown already is not noted again; something new forgets what was ahead. */
  lode_history_visit (history, "", "otago", "compare", 6 * SECONDS);
  g_assert_true (lode_history_can_go (history, 1));
  lode_history_visit (history, "", NULL, "compare", 7 * SECONDS);
  g_assert_false (lode_history_can_go (history, 1));
  assert_gone (history, -1, "|otago|compare");
  lode_history_clear (history);
  g_assert_false (lode_history_can_go (history, -1));
  g_assert_false (lode_history_can_go (history, 1));
}

static void
test_typing (void)
{
  g_autoptr (LodeHistory) history = lode_history_new ();

  lode_history_visit (history, "topic:gold", "otago", "map", 1 * SECONDS);
  /* One step, with the place that the letters do not find. */
  lode_history_visit (history, "topic:gold a", "otago", "map", 10 * SECONDS);
  lode_history_visit (history, "topic:gold an", NULL, "map", 11 * SECONDS);
  lode_history_visit (history, "topic:gold ant", NULL, "map", 12 * SECONDS);
  /* A rest, and another. */
  lode_history_visit (history, "topic:gold anti", NULL, "map", 20 * SECONDS);
  lode_history_visit (history, "topic:gold antim", NULL, "map", 21 * SECONDS);
  assert_gone (history, -1, "topic:gold ant||map");
  assert_gone (history, -1, "topic:gold|otago|map");
  assert_gone (history, -1, "nothing");
  assert_gone (history, 1, "topic:gold ant||map");

  /* Letters that are taken back leave nothing. */
  lode_history_visit (history, "topic:gold antx", NULL, "map", 30 * SECONDS);
  lode_history_visit (history, "topic:gold ant", NULL, "map", 31 * SECONDS);
  assert_gone (history, -1, "topic:gold|otago|map");
  assert_gone (history, 1, "topic:gold ant||map");
  assert_gone (history, 1, "nothing");
}

static void
test_many (void)
{
  g_autoptr (LodeHistory) history = lode_history_new ();
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i);

      lode_history_visit (history, "", place, "map", i);
    }
  assert_gone (history, -1, "|998|map");
  while (lode_history_go (history, -1) != NULL)
    n++;
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n, <, 200);
}

static gboolean
shows (LodeWindow *window, const char *query, const char *place, const char *page)
{
  LodePlace *selected = lode_window_get_selected_place (window);
  g_autofree char *shown_page = NULL;

  g_object_get (window, "page", &shown_page, NULL);
  return g_str_equal (lode_window_get_query (window), query)
         && g_strcmp0 (selected != NULL ? lode_record_get_id (LODE_RECORD (selected)) : NULL,
                       place) == 0
         && g_str_equal (shown_page, page);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);

  return found;
}

static gboolean
can_go (LodeWindow *window, const char *action)
{
  return gtk_widget_is_sensitive (find_button (GTK_WIDGET (window), action));
}

static void
test_window (void)
{
  LodeWindow *window = LODE_WINDOW (lode_window_new (application));
  LodePlace *otago;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  lode_window_open_built_in (window);
  ui_test_present (GTK_WINDOW (window));
  ui_test_wait_for (lode_window_get_dataset (window) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_false (can_go (window, "win.back"));
  gtk_test_accessible_assert_property (find_button (GTK_WIDGET (window), "win.back"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Back");

  otago = lode_dataset_find_place (lode_window_get_dataset (window), "otago");
  lode_window_set_selected_place (window, otago);
  ui_test_settle (GTK_WIDGET (window));
  ui_test_wait_for (can_go (window, "win.back"), 5000);
  ui_test_key (GTK_WIDGET (window), GDK_KEY_Control_L, GDK_KEY_f);
  ui_test_settle (GTK_WIDGET (window));
  ui_test_type (GTK_WIDGET (window), "antimony");
  ui_test_wait_for (shows (window, "antimony", "otago", "map"), 5000);
  ui_test_settle (GTK_WIDGET (window));
  ui_test_key (GTK_WIDGET (window), GDK_KEY_Alt_L, GDK_KEY_2);
  ui_test_wait_for (shows (window, "antimony", "otago", "compare"), 5000);
  ui_test_settle (GTK_WIDGET (window));

  ui_test_key (GTK_WIDGET (window), GDK_KEY_Alt_L, GDK_KEY_Left);
  ui_test_wait_for (shows (window, "antimony", "otago", "map"), 5000);
  /* All letters at once, and from within the entry. */
  ui_test_key (GTK_WIDGET (window), GDK_KEY_Alt_L, GDK_KEY_Left);
  ui_test_wait_for (shows (window, "", "otago", "map"), 5000);
  ui_test_key (GTK_WIDGET (window), GDK_KEY_Alt_L, GDK_KEY_Left);
  ui_test_wait_for (shows (window, "", NULL, "map"), 5000);
  g_assert_false (can_go (window, "win.back"));
  g_assert_true (can_go (window, "win.forward"));
  ui_test_key (GTK_WIDGET (window), GDK_KEY_Alt_L, GDK_KEY_Right);
  ui_test_wait_for (shows (window, "", "otago", "map"), 5000);

  /* By the buttons of the header bar, and by a mouse that has buttons for it. */
  ui_test_settle (GTK_WIDGET (window));
  ui_test_click (find_button (GTK_WIDGET (window), "win.forward"));
  ui_test_wait_for (shows (window, "antimony", "otago", "map"), 5000);
  ui_test_settle (GTK_WIDGET (window));
  /* Newer GTK loses count of what is pressed with these on X11, and warns. */
  if (gtk_get_minor_version () < 10)
    {
      ui_test_click_at (GTK_WIDGET (window), 0.3, 0.2, 8);
      ui_test_wait_for (shows (window, "", "otago", "map"), 5000);
      ui_test_click_at (GTK_WIDGET (window), 0.3, 0.2, 9);
      ui_test_wait_for (shows (window, "antimony", "otago", "map"), 5000);
    }
  g_assert_true (can_go (window, "win.forward"));

  /* What was ahead is gone with something new. */
  lode_window_set_selected_place (window, NULL);
  ui_test_settle (GTK_WIDGET (window));
  ui_test_wait_for (!can_go (window, "win.forward"), 5000);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_assert_finalized (window);
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

  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/areas", test_areas);
  g_test_add_func ("/history/typing", test_typing);
  g_test_add_func ("/history/many", test_many);
  g_test_add_func ("/history/window", test_window);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-map-view.h"
#include "lode-panel-resizer.h"
#include "lode-panel.h"
#include "lode-problems-window.h"
#include "lode-statement-row.h"
#include "lode-window.h"
#include "ui-test.h"

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
} Fixture;

static LodePlace *
find_place (Fixture *fixture, const char *id)
{
  LodePlace *place = lode_dataset_find_place (lode_window_get_dataset (fixture->window), id);

  g_assert_nonnull (place);
  return place;
}

static GtkWidget *
find_widget (Fixture *fixture, GType type)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (fixture->window), type, NULL);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
shows_label (Fixture *fixture, const char *text)
{
  return ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
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
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  GListModel *statements =
    lode_dataset_get_statements (lode_window_get_dataset (fixture->window));

  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, 29);
  g_assert_true (shows_label (fixture, "New Zealand’s critical minerals"));
  g_assert_true (shows_label (fixture, "29 statements · 2 February 2026"));
  g_assert_true (shows_label (fixture, "About places on the map"));
  g_assert_true (lode_window_get_panel_shown (fixture->window));
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (find_widget (fixture, GTK_TYPE_TOGGLE_BUTTON))));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map_view = find_widget (fixture, LODE_TYPE_MAP_VIEW);
  GtkWidget *panel = find_widget (fixture, LODE_TYPE_PANEL);
  LodePlace *otago = find_place (fixture, "otago");

  /* The map tells the window, the window tells the panel. */
  lode_map_view_set_selected_place (LODE_MAP_VIEW (map_view), otago);
  g_assert_true (lode_window_get_selected_place (fixture->window) == otago);
  g_assert_true (lode_panel_get_selected_place (LODE_PANEL (panel)) == otago);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (shows_label (fixture, "About this place"));
  g_assert_false (shows_label (fixture, "About places on the map"));

  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Escape);
  ui_test_wait_for (lode_window_get_selected_place (fixture->window) == NULL, 5000);
  g_assert_null (lode_map_view_get_selected_place (LODE_MAP_VIEW (map_view)));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static guint
count_items (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

/* The window's query drives panel and map. */
static void
test_query (Fixture *fixture, gconstpointer data)
{
  LodeMapView *map_view = LODE_MAP_VIEW (find_widget (fixture, LODE_TYPE_MAP_VIEW));
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->window, "notify::shown-statements",
                            G_CALLBACK (count_cb), &n_notified);
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "");
  g_assert_cmpuint (count_items (lode_window_get_shown_statements (fixture->window)), ==, 29);
  g_assert_cmpuint (count_items (lode_map_view_get_places (map_view)), ==, 4);

  lode_window_set_query (fixture->window, "antimony");
  lode_window_set_query (fixture->window, "antimony");
  ui_test_wait_for (n_notified == 1, 5000);
  g_assert_cmpuint (count_items (lode_window_get_shown_statements (fixture->window)), ==, 1);
  g_assert_cmpuint (count_items (lode_map_view_get_places (map_view)), ==, 3);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (shows_label (fixture, "About places on the map"));
  g_assert_false (shows_label (fixture, "About critical minerals in general"));

  lode_window_set_query (fixture->window, NULL);
  g_assert_cmpuint (count_items (lode_window_get_shown_statements (fixture->window)), ==, 29);
  g_assert_cmpuint (count_items (lode_map_view_get_places (map_view)), ==, 4);
}

static void
test_selection_shows_the_top (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list_view = find_widget (fixture, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  const char *places[] = { "otago", "taranaki", NULL, "marlborough" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ui_test_wait_for (gtk_adjustment_get_upper (adjustment) > 4000, 5000);
      gtk_adjustment_set_value (adjustment, 2500);
      ui_test_settle (GTK_WIDGET (fixture->window));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 1000);

      lode_window_set_selected_place (fixture->window,
                                      places[i] != NULL ? find_place (fixture, places[i]) : NULL);
      ui_test_settle (GTK_WIDGET (fixture->window));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
    }
}

static void
test_pointing_lights_places (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = find_widget (fixture, LODE_TYPE_PANEL);
  GtkWidget *map_view = find_widget (fixture, LODE_TYPE_MAP_VIEW);
  GListModel *lit = lode_panel_get_lit_places (LODE_PANEL (panel));
  GtkWidget *row = find_widget (fixture, LODE_TYPE_STATEMENT_ROW);
  LodeStatement *statement =
    lode_statement_row_get_statement (LODE_STATEMENT_ROW (row));

  g_assert_true (lode_map_view_get_lit_places (LODE_MAP_VIEW (map_view)) == lit);
  g_assert_cmpstr (lode_record_get_id (LODE_RECORD (statement)), ==, "vidal-vanadium");
  g_assert_cmpuint (g_list_model_get_n_items (lit), ==, 0);

  ui_test_point_at (row, 0.5, 0.2);
  ui_test_wait_for (g_list_model_get_n_items (lit) == 1, 5000);
  ui_test_point_at (map_view, 0.3, 0.9);
  ui_test_wait_for (g_list_model_get_n_items (lit) == 0, 5000);

  /* And the same by keyboard. */
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  ui_test_wait_for (g_list_model_get_n_items (lit) == 1, 5000);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GtkWidget *row = find_widget (fixture, LODE_TYPE_STATEMENT_ROW);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (gtk_widget_activate_action (row, "statement.copy", NULL));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value,
                                                 NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "“We couldn't agree more. "));
  g_assert_true (g_str_has_suffix (g_value_get_string (&value), "off the Taranaki coast.”"));

  g_assert_true (gtk_widget_activate_action (row, "statement.copy-reference", NULL));
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value,
                                                 NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Josie Vidal"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "https://www.odt.co.nz/"));
  ui_test_wait_for (shows_label (fixture, "Copied"), 5000);
}

static GtkWindow *
find_toplevel (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

static char *
dup_groups_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "model", "data", "groups.said-where.json", NULL);
}

static GFile *
write_file (const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, content, -1, &error));
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GtkWidget *
find_with_tooltip (GtkWidget *root, const char *tooltip)
{
  if (gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_with_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a click on @button puts into the clipboard. */
static char *
copy_by_click (GtkWidget *button)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (button);
  GdkContentProvider *before = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  ui_test_click (button);
  ui_test_wait_for (gdk_clipboard_get_content (clipboard) != before, 5000);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value,
                                                 NULL));

  return g_value_dup_string (&value);
}

/* The first label of @root that is seen and says @part, among other things. */
static GtkWidget *
find_containing (GtkWidget *root, const char *part)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_containing (child, part);

  return found;
}

/* A label that @root has shows a line of the file, and of it a mark is where @part begins. */
static void
assert_line_marked (GtkWidget *root, const char *part)
{
  GtkWidget *label = find_containing (root, part);
  PangoAttrList *attributes;
  PangoAttrIterator *iter;
  int start, end;

  g_assert_nonnull (label);
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  iter = pango_attr_list_get_iterator (attributes);
  do
    pango_attr_iterator_range (iter, &start, &end);
  while (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) == NULL
         && pango_attr_iterator_next (iter));
  g_assert_nonnull (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE));
  pango_attr_iterator_destroy (iter);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)) + start, part));
}

static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  LodeDataset *before = lode_window_get_dataset (fixture->window);
  g_autofree char *path = dup_groups_path ();
  g_autofree char *text = NULL;
  g_autoptr (GString) broken = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *copied = NULL;
  GtkWindow *problems;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  broken = g_string_new (text);
  g_assert_cmpuint (g_string_replace (broken, "\"person\"", "\"persn\"", 0), ==, 1);
  file = write_file ("broken.said-where.json", broken->str);

  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (find_toplevel (LODE_TYPE_PROBLEMS_WINDOW) != NULL, 10000);
  problems = find_toplevel (LODE_TYPE_PROBLEMS_WINDOW);
  ui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (problems)), 5000);
  ui_test_settle (GTK_WIDGET (problems));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (problems), GTK_TYPE_LABEL,
                                  "Line 18, column 15: /actors/0/kind"));
  assert_line_marked (GTK_WIDGET (problems), "\"persn\"");
  g_assert_true (lode_window_get_dataset (fixture->window) == before);

  /* One problem is copied as `lode check` prints it. */
  ui_test_focus_window (problems);
  copied = copy_by_click (find_with_tooltip (GTK_WIDGET (problems), "Copy"));
  g_assert_nonnull (strstr (copied, ":18:15: error: "));
  g_assert_nonnull (strstr (copied, "hint: Did you mean “person”?"));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (problems), GTK_TYPE_BUTTON, "_Open File"));

  /* The first closes the toast that said so, the second the window. */
  ui_test_wait_for (ui_test_find (GTK_WIDGET (problems), GTK_TYPE_LABEL, "Copied") != NULL, 5000);
  ui_test_key (GTK_WIDGET (problems), 0, GDK_KEY_Escape);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (problems), GTK_TYPE_LABEL, "Copied") == NULL, 5000);
  ui_test_key (GTK_WIDGET (problems), 0, GDK_KEY_Escape);
  ui_test_wait_for (find_toplevel (LODE_TYPE_PROBLEMS_WINDOW) == NULL, 5000);
}

/* A file with a warning is shown, and the warning offered. */
static void
test_warning (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_groups_path ();
  g_autofree char *text = NULL;
  g_autoptr (GString) warned = NULL;
  g_autoptr (GFile) file = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  warned = g_string_new (text);
  g_assert_cmpuint (g_string_replace (warned, "\"id\": \"first\",",
                                      "\"id\": \"first\", \"sic\": "
                                      "[{ \"printed\": \"tim\", \"meant\": \"tin\" }],", 0),
                    ==, 1);
  file = write_file ("warned.said-where.json", warned->str);

  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (shows_label (fixture, "1 warning"), 10000);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Groups");
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_click (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Show"));
  ui_test_wait_for (find_toplevel (LODE_TYPE_PROBLEMS_WINDOW) != NULL, 5000);
  gtk_window_destroy (find_toplevel (LODE_TYPE_PROBLEMS_WINDOW));
}

static void
test_unreadable_file (Fixture *fixture, gconstpointer data)
{
  LodeDataset *before = lode_window_get_dataset (fixture->window);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.said-where.json");

  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL, 10000);
  g_assert_true (lode_window_get_dataset (fixture->window) == before);
  gtk_window_destroy (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_groups_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  GListModel *controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_object_unref (controllers);

  g_assert_true (taken);
  ui_test_wait_for (g_str_equal (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Groups"),
                    10000);
  g_assert_true (shows_label (fixture, "About places on the map"));
}

static void
test_panel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *resizer = find_widget (fixture, LODE_TYPE_PANEL_RESIZER);
  GtkWidget *panel = find_widget (fixture, LODE_TYPE_PANEL);
  int width = lode_window_get_panel_width (fixture->window);

  gtk_widget_grab_focus (resizer);
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Left);
  ui_test_wait_for (lode_window_get_panel_width (fixture->window) > width, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_width (panel), ==,
                   lode_window_get_panel_width (fixture->window));

  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_F9);
  ui_test_wait_for (!lode_window_get_panel_shown (fixture->window), 5000);
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_F9);
  ui_test_wait_for (lode_window_get_panel_shown (fixture->window), 5000);
  lode_window_set_panel_width (fixture->window, width);
}

/* Only one file can be wanted: the last. What an earlier one gives comes too late. */
static void
test_second_file_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_groups_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lode_window_open_file (fixture->window, file);
  lode_window_open_built_in (fixture->window);
  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (g_str_equal (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Groups"),
                    10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Groups");
}

static void
test_cancel_reading (Fixture *fixture, gconstpointer data)
{
  LodeDataset *before = lode_window_get_dataset (fixture->window);
  g_autofree char *path = dup_groups_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lode_window_open_file (fixture->window, file);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel-reading", NULL);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (lode_window_get_dataset (fixture->window) == before);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
}

/* tear_down() sees whether the reading keeps the window alive for ever. */
static void
test_close_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_groups_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lode_window_open_file (fixture->window, file);
}

static void
test_dataset_replaced_under_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map_view = find_widget (fixture, LODE_TYPE_MAP_VIEW);
  g_autofree char *path = dup_groups_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  lode_window_set_selected_place (fixture->window, find_place (fixture, "otago"));
  g_assert_true (lode_map_view_focus_place (LODE_MAP_VIEW (map_view),
                                            find_place (fixture, "otago")));
  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (g_str_equal (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Groups"),
                    10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (lode_window_get_selected_place (fixture->window));
  g_assert_null (lode_map_view_get_selected_place (LODE_MAP_VIEW (map_view)));
}

static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  LodeWindow *other = LODE_WINDOW (lode_window_new (application));
  int width, height, width_after, height_after;

  lode_window_open_built_in (other);
  ui_test_present (GTK_WINDOW (other));
  ui_test_wait_for (lode_window_get_dataset (other) != NULL, 10000);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);

  gtk_window_set_default_size (GTK_WINDOW (other), 1000, 700);
  lode_window_set_panel_width (other, 500);
  ui_test_settle (GTK_WIDGET (other));
  g_assert_cmpint (lode_window_get_panel_width (fixture->window), ==, 420);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width_after, &height_after);
  g_assert_cmpint (width_after, ==, width);
  g_assert_cmpint (height_after, ==, height);

  /* The next one begins as the last was left; the former sizes are restored for the other tests. */
  lode_window_set_panel_width (other, 420);
  gtk_window_set_default_size (GTK_WINDOW (other), width, height);
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  gtk_window_destroy (GTK_WINDOW (other));
  ui_test_assert_finalized (other);
}

/* One window has at once what was read ahead; the next one reads. */
static void
test_read_ahead (Fixture *fixture, gconstpointer data)
{
  LodeWindow *first, *second;

  lode_window_read_ahead ();
  first = LODE_WINDOW (lode_window_new (application));
  lode_window_open_built_in (first);
  g_assert_nonnull (lode_window_get_dataset (first));
  second = LODE_WINDOW (lode_window_new (application));
  lode_window_open_built_in (second);
  g_assert_null (lode_window_get_dataset (second));
  ui_test_wait_for (lode_window_get_dataset (second) != NULL, 10000);
  lode_window_end_reading_ahead ();

  ui_test_present (GTK_WINDOW (first));
  ui_test_settle (GTK_WIDGET (first));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (first), GTK_TYPE_LABEL, "About places on the map"));

  gtk_window_destroy (GTK_WINDOW (second));
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  gtk_window_destroy (GTK_WINDOW (first));
  ui_test_assert_finalized (first);
}

static void
test_about (Fixture *fixture, gconstpointer data)
{
  GtkWindow *about;

  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  ui_test_wait_for (find_toplevel (ADW_TYPE_ABOUT_WINDOW) != NULL, 5000);
  about = find_toplevel (ADW_TYPE_ABOUT_WINDOW);
  ui_test_settle (GTK_WIDGET (about));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (about), GTK_TYPE_LABEL, "Lode"));
  gtk_window_destroy (about);
}

/* The row of the statement that has this id, if it can be seen. */
static GtkWidget *
find_row_in_sight (GtkWidget *root, const char *id)
{
  if (LODE_IS_STATEMENT_ROW (root))
    {
      LodeStatement *statement = lode_statement_row_get_statement (LODE_STATEMENT_ROW (root));
      GtkWidget *list = gtk_widget_get_ancestor (root, GTK_TYPE_LIST_VIEW);
      graphene_rect_t bounds;

      return statement != NULL && g_str_equal (lode_record_get_id (LODE_RECORD (statement)), id)
                 && gtk_widget_get_mapped (root)
                 && gtk_widget_get_child_visible (gtk_widget_get_parent (root))
                 && gtk_widget_compute_bounds (root, list, &bounds) && bounds.size.height > 50
                 && bounds.origin.y + bounds.size.height > 0
                 && bounds.origin.y < gtk_widget_get_height (list)
               ? root
               : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_in_sight (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As from the command line: the list has not been laid out when it is told where to scroll to. */
static void
test_address_at_the_start (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  /* Known not to hold there: so slow a list comes to rest elsewhere. */
  if (ui_test_slowness () > 3)
    {
      g_test_skip ("the program is slowed down by sanitizers");
      return;
    }

  if (data != NULL)
    lode_window_read_ahead ();
  window = lode_window_new (application);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  lode_window_open_built_in (LODE_WINDOW (window));
  lode_window_show_address (LODE_WINDOW (window),
                            "lode:nz-critical-minerals-2026-02/statement/vidal-geopolitics");
  ui_test_present (GTK_WINDOW (window));
  ui_test_wait_for (find_row_in_sight (window, "vidal-geopolitics") != NULL, 10000);
  ui_test_settle (window);
  g_assert_nonnull (find_row_in_sight (window, "vidal-geopolitics"));

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_assert_finalized (window);
}

static gboolean
has_language_cb (PangoAttribute *attribute, gpointer language)
{
  return attribute->klass->type == PANGO_ATTR_LANGUAGE
         && ((PangoAttrLanguage *) attribute)->value == language;
}

/* The words are in the dataset's language, whatever the interface's is. */
static void
test_words_know_their_language (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_widget (fixture, LODE_TYPE_STATEMENT_ROW);
  GtkWidget *label = ui_test_find (row, GTK_TYPE_LABEL, NULL);
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  g_autoptr (PangoAttrList) found = pango_attr_list_copy (attributes);
  g_autoptr (PangoAttrList) of_language = NULL;

  of_language = pango_attr_list_filter (found, has_language_cb, pango_language_from_string ("en-NZ"));
  g_assert_nonnull (of_language);
}

/* A double click on a word, and Ctrl+C. */
static void
test_words_can_be_copied (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GtkWidget *row = find_widget (fixture, LODE_TYPE_STATEMENT_ROW);
  GtkWidget *words = ui_test_find (row, GTK_TYPE_LABEL, NULL);
  GdkContentProvider *before = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;
  int start, end;

  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (words)), "“We couldn't"));
  ui_test_click_at (words, 0.35, 0.08, 1);
  ui_test_click_at (words, 0.35, 0.08, 1);
  ui_test_wait_for (gtk_label_get_selection_bounds (GTK_LABEL (words), &start, &end)
                      && end - start < 20,
                    5000);
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_c);
  ui_test_wait_for (gdk_clipboard_get_content (clipboard) != before, 5000);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value,
                                                 NULL));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (words)), g_value_get_string (&value)));
}

/* The sum of red, green and blue in the middle of the map, and at its lower start corner. */
static void
read_map (Fixture *fixture, int *land, int *sea)
{
  GtkWidget *map_view = find_widget (fixture, LODE_TYPE_MAP_VIEW);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  int width, height;
  gsize stride;

  ui_test_wait_for (lode_map_view_get_pending_tiles (LODE_MAP_VIEW (map_view)) == 0, 10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_wait_for (lode_map_view_get_pending_tiles (LODE_MAP_VIEW (map_view)) == 0, 10000);
  texture = ui_test_render (map_view);
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  stride = (gsize) width * 4;
  pixels = g_malloc (stride * height);
  gdk_texture_download (texture, pixels, stride);

  *sea = 0;
  *land = 0;
  for (int i = 0; i < 3; i++)
    *sea += pixels[stride * (height - 100) + 40 * 4 + i];
  /* The most unlike the sea of a line through the country: land, whatever its relief. */
  for (int x = 0; x < width; x++)
    {
      const guchar *pixel = pixels + stride * (height / 3) + x * 4;
      int warmth = pixel[2] - pixel[0];

      *land = MAX (*land, warmth);
    }
}

static void
test_dark_style_repaints_the_map (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  int land, sea, dark_land, dark_sea;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  read_map (fixture, &land, &sea);
  g_assert_cmpint (sea, >, 500);
  /* Land is warm, with more red than blue; without tiles all would be sea. */
  g_assert_cmpint (land, >, 5);

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  read_map (fixture, &dark_land, &dark_sea);
  g_assert_cmpint (dark_sea, <, 250);
  g_assert_cmpint (dark_land, >, 5);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_context_places (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map_view = find_widget (fixture, LODE_TYPE_MAP_VIEW);
  GListModel *places = lode_map_view_get_places (LODE_MAP_VIEW (map_view));

  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 4);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-context-places", NULL);
  places = lode_map_view_get_places (LODE_MAP_VIEW (map_view));
  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 8);

  /* What is no longer on the map cannot stay selected. */
  lode_window_set_selected_place (fixture->window, find_place (fixture, "macraes"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-context-places", NULL);
  g_assert_null (lode_window_get_selected_place (fixture->window));
}

static int
get_label_height (Fixture *fixture, const char *text)
{
  GtkWidget *label = ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return gtk_widget_get_height (label);
}

/* Titles and captions grow with the interface's font as all other text does. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  static const char * const texts[] = {
    "Who said what, and where",
    "Choose a place on the map to read what was said about it.",
  };
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  g_autofree char *font = NULL;
  int before[G_N_ELEMENTS (texts)];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    before[i] = get_label_height (fixture, texts[i]);

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Cantarell 22", NULL);
  ui_test_settle (GTK_WIDGET (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ui_test_wait_for (get_label_height (fixture, texts[i]) > 1.7 * before[i], 5000);
  g_object_set (settings, "gtk-font-name", font, NULL);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  /* One application for all tests: a second one cannot take the same place on the bus. */
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(name, function) \
  g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("start", test_start);
  ADD ("selection", test_selection);
  ADD ("query", test_query);
  ADD ("selection-shows-the-top", test_selection_shows_the_top);
  ADD ("pointing-lights-places", test_pointing_lights_places);
  ADD ("copy", test_copy);
  ADD ("broken-file", test_broken_file);
  ADD ("warning", test_warning);
  ADD ("unreadable-file", test_unreadable_file);
  ADD ("drop", test_drop);
  ADD ("panel", test_panel);
  ADD ("context-places", test_context_places);
  ADD ("second-file-while-reading", test_second_file_while_reading);
  ADD ("cancel-reading", test_cancel_reading);
  ADD ("close-while-reading", test_close_while_reading);
  ADD ("dataset-replaced-under-focus", test_dataset_replaced_under_focus);
  ADD ("two-windows", test_two_windows);
  ADD ("large-text", test_large_text);
  ADD ("read-ahead", test_read_ahead);
  ADD ("about", test_about);
  ADD ("address-at-the-start", test_address_at_the_start);
  g_test_add ("/window/address-at-the-start-read-ahead", Fixture, "ahead", set_up,
              test_address_at_the_start, tear_down);
  ADD ("words-know-their-language", test_words_know_their_language);
  ADD ("words-can-be-copied", test_words_can_be_copied);
  ADD ("dark-style-repaints-the-map", test_dark_style_repaints_the_map);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-filter-bar.h"
#include "lode-legend.h"
#include "lode-map-view.h"
#include "lode-panel.h"
#include "lode-filter-popover.h"
#include "lode-nothing-found.h"
#include "lode-statement-row.h"
#include "lode-window-private.h"
#include "ui-test.h"

/* Searching and filtering, by what a reader types and clicks. */

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
} Fixture;

static GtkWidget *
find_widget (Fixture *fixture, GType type, const char *text)
{
  GtkWidget *widget = ui_test_find (GTK_WIDGET (fixture->window), type, text);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
shows_label (Fixture *fixture, const char *text)
{
  GtkWidget *label = ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (lode_window_get_shown_statements (fixture->window));
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return lode_filter_bar_get_entry (
    LODE_FILTER_BAR (find_widget (fixture, LODE_TYPE_FILTER_BAR, NULL)));
}

static GtkWidget *
find_button (Fixture *fixture, GType where, GType type, const char *name)
{
  GtkWidget *root = find_widget (fixture, where, NULL);
  GtkWidget *label = ui_test_find (root, GTK_TYPE_LABEL, name);
  GtkWidget *button;

  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, type);
  g_assert_nonnull (button);
  return button;
}

/* The chip or menu with that label. */
static GtkWidget *
find_chip (Fixture *fixture, GType type, const char *name)
{
  return find_button (fixture, LODE_TYPE_FILTER_BAR, type, name);
}

/* How many pieces of the first statement's words are marked. */
static guint
count_marks (Fixture *fixture)
{
  GtkWidget *row = find_widget (fixture, LODE_TYPE_STATEMENT_ROW, NULL);
  PangoAttrList *attributes = NULL;
  GSList *list;
  guint n = 0;

  for (GtkWidget *box = gtk_widget_get_first_child (row); box != NULL;)
    {
      if (GTK_IS_LABEL (box) && gtk_widget_has_css_class (box, "words"))
        {
          attributes = gtk_label_get_attributes (GTK_LABEL (box));
          break;
        }
      box = GTK_IS_BOX (box) && gtk_widget_get_first_child (box) != NULL
              && !gtk_widget_has_css_class (box, "kind")
            ? gtk_widget_get_first_child (box)
            : gtk_widget_get_next_sibling (box);
    }

  g_assert_nonnull (attributes);
  list = pango_attr_list_get_attributes (attributes);
  for (GSList *at = list; at != NULL; at = at->next)
    n += ((PangoAttribute *) at->data)->klass->type == PANGO_ATTR_BACKGROUND;
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
  return n;
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
type_words (Fixture *fixture, const char *words)
{
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_f);
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_type (GTK_WIDGET (fixture->window), words);
  ui_test_wait_for (g_str_equal (gtk_editable_get_text (get_entry (fixture)), words), 10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
}

/* "What did anyone say about antimony?" */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  type_words (fixture, "antimony");
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "antimony");
  g_assert_true (shows_label (fixture, "1 of 29 statements"));
  g_assert_true (shows_label (fixture, "Josie Vidal"));
  g_assert_false (shows_label (fixture, "Who said what, and where"));

  /* What is printed is "antinomy", and that is what is marked. */
  g_assert_cmpuint (count_marks (fixture), ==, 1);

  /* Escape empties the entry, and then goes on to what it does elsewhere. */
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Escape);
  ui_test_wait_for (count_shown (fixture) == 29, 5000);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (shows_label (fixture, "Who said what, and where"));
}

static void
test_marks_follow (Fixture *fixture, gconstpointer data)
{
  type_words (fixture, "vanad");
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_marks (fixture), ==, 3);
  ui_test_type (GTK_WIDGET (fixture->window), " coast");
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "vanad coast"), 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpuint (count_marks (fixture), ==, 4);
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  GtkWidget *vanadium = find_chip (fixture, GTK_TYPE_TOGGLE_BUTTON, "Vanadium");

  ui_test_click (vanadium);
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "topic:vanadium"), 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (vanadium)));
  gtk_test_accessible_assert_property (vanadium, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Filter: Vanadium, 1 statement");
  /* The entry is for words. */
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");

  /* Another value of the field adds; a word narrows down. */
  ui_test_click (find_chip (fixture, GTK_TYPE_TOGGLE_BUTTON, "Antimony"));
  ui_test_wait_for (count_shown (fixture) == 2, 5000);
  type_words (fixture, "gold");
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==,
                   "topic:vanadium topic:antimony gold");

  /* One by one, and all at once. */
  ui_test_click (vanadium);
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "topic:antimony gold"),
                    5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (vanadium));
  ui_test_click (gtk_widget_get_ancestor (find_widget (fixture, GTK_TYPE_LABEL, "Clear"),
                                          GTK_TYPE_BUTTON));
  ui_test_wait_for (count_shown (fixture) == 29, 5000);
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
}

static void
assert_finger_height (GtkWidget *widget)
{
  graphene_rect_t bounds; /* with the padding */

  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, 44);
}

/* The legend over the map is a filter, too, and says what is one; the panel keeps its width. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = find_widget (fixture, LODE_TYPE_PANEL, NULL);
  GtkWidget *map_view = find_widget (fixture, LODE_TYPE_MAP_VIEW, NULL);
  GtkWidget *tungsten = find_button (fixture, LODE_TYPE_LEGEND, GTK_TYPE_TOGGLE_BUTTON, "Tungsten");
  GtkWidget *fold = find_button (fixture, LODE_TYPE_LEGEND, GTK_TYPE_TOGGLE_BUTTON, "Legend");
  int panel_width = gtk_widget_get_width (panel);
  GListModel *lit;

  gtk_test_accessible_assert_property (tungsten, GTK_ACCESSIBLE_PROPERTY_LABEL, "Filter: Tungsten");
  assert_finger_height (tungsten);
  assert_finger_height (fold);
  ui_test_click (tungsten);
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "topic:tungsten"), 5000);
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_state (tungsten, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (find_chip (fixture, GTK_TYPE_TOGGLE_BUTTON, "Tungsten"))));
  g_assert_cmpint (gtk_widget_get_width (panel), ==, panel_width);

  /* Pressed again, it is as if nobody had looked for anything. */
  ui_test_click (tungsten);
  ui_test_wait_for (count_shown (fixture) == 29, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Clear"));

  /* What is chosen elsewhere is pressed here, and words stay. */
  lode_window_set_query (fixture->window, "gold topic:antimony");
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tungsten)));
  ui_test_click (find_button (fixture, LODE_TYPE_LEGEND, GTK_TYPE_TOGGLE_BUTTON, "Antimony"));
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "gold"), 5000);

  /* Pointed at, it lights the places. */
  lode_window_set_query (fixture->window, "");
  ui_test_point_at (tungsten, 0.5, 0.5);
  ui_test_wait_for ((lit = lode_map_view_get_lit_places (LODE_MAP_VIEW (map_view))) != NULL
                    && g_list_model_get_n_items (lit) == 1, 5000);
  ui_test_point_at (panel, 0.5, 0.02);
  ui_test_wait_for ((lit = lode_map_view_get_lit_places (LODE_MAP_VIEW (map_view))) != NULL
                    && g_list_model_get_n_items (lit) == 0, 5000);

  ui_test_click (fold);
  ui_test_wait_for (!gtk_widget_get_mapped (tungsten), 5000);
  gtk_test_accessible_assert_state (fold, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  ui_test_click (fold);
  ui_test_wait_for (gtk_widget_get_mapped (tungsten), 5000);
}

/* A narrow window's map is not covered from the start; a wide one's is as the reader left it. */
static void
test_legend_width (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *tungsten = find_button (fixture, LODE_TYPE_LEGEND, GTK_TYPE_TOGGLE_BUTTON, "Tungsten");
  GtkWidget *fold = find_button (fixture, LODE_TYPE_LEGEND, GTK_TYPE_TOGGLE_BUTTON, "Legend");
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  gtk_window_set_default_size (window, 360, 640);
  ui_test_wait_for (!gtk_widget_get_mapped (tungsten), 5000);
  g_assert_true (g_settings_get_boolean (fixture->window->settings, "legend-unfolded"));
  ui_test_settle (GTK_WIDGET (window));
  ui_test_click (fold);
  ui_test_wait_for (gtk_widget_get_mapped (tungsten), 5000);
  g_assert_true (g_settings_get_boolean (fixture->window->settings, "legend-unfolded"));
  ui_test_settle (GTK_WIDGET (window));
  ui_test_click (fold);
  ui_test_wait_for (!gtk_widget_get_mapped (tungsten), 5000);
  g_assert_true (g_settings_get_boolean (fixture->window->settings, "legend-unfolded"));

  gtk_window_set_default_size (window, width, height);
  ui_test_wait_for (gtk_widget_get_mapped (tungsten), 5000);
}

static const char *
get_announcement (Fixture *fixture)
{
  return gtk_label_get_text (fixture->window->announcement_label);
}

/* A screen reader is told what came of a selection, and of a search. */
static void
test_announcement (Fixture *fixture, gconstpointer data)
{
  LodeDataset *dataset = lode_window_get_dataset (fixture->window);
  GtkAccessible *label = GTK_ACCESSIBLE (fixture->window->announcement_label);

  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_cmpstr (get_announcement (fixture), ==, "29 statements");
  lode_window_set_selected_place (fixture->window, lode_dataset_find_place (dataset, "otago"));
  g_assert_cmpstr (get_announcement (fixture), ==, "Otago: tungsten, antimony. 2 statements");
  lode_window_set_selected_place (fixture->window, NULL);
  g_assert_cmpstr (get_announcement (fixture), ==, "29 statements");
  lode_window_set_query (fixture->window, "antimony");
  g_assert_cmpstr (get_announcement (fixture), ==, "1 of 29 statements");
}

/* What is typed as a filter becomes a chip with Enter. */
static void
test_typed_filter (Fixture *fixture, gconstpointer data)
{
  type_words (fixture, "accord");
  gtk_editable_set_text (get_entry (fixture), "speaker:shane-jones accord");
  ui_test_wait_for (count_shown (fixture) == 4, 5000);
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Return);
  ui_test_wait_for (g_str_equal (gtk_editable_get_text (get_entry (fixture)), "accord"), 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_shown (fixture), ==, 4);
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (find_chip (fixture, GTK_TYPE_TOGGLE_BUTTON, "Shane Jones"))));
}

static GtkWidget *
find_check (GtkWidget *popover, const char *name)
{
  GtkWidget *label = ui_test_find (popover, GTK_TYPE_LABEL, name);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON) : NULL;
}

/* It is made when it is opened. */
static GtkWidget *
wait_for_popover (GtkWidget *menu)
{
  GtkWidget *popover;

  ui_test_wait_for (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)) != NULL, 5000);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));
  ui_test_wait_for (gtk_widget_get_mapped (popover), 5000);
  return popover;
}

/* A menu's counts follow the other filters, and its values stay where they are. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = find_chip (fixture, GTK_TYPE_MENU_BUTTON, "People");
  GtkWidget *popover;
  GtkWidget *check;

  ui_test_click (menu);
  popover = wait_for_popover (menu);
  ui_test_wait_for (find_check (popover, "Simon Court") != NULL, 5000);
  check = find_check (popover, "Simon Court");
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Simon Court, 3 statements");
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_click (check);
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "speaker:simon-court"),
                    5000);
  g_assert_cmpuint (count_shown (fixture), ==, 3);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_true (find_check (popover, "Simon Court") == check);

  lode_window_set_query (fixture->window, "speaker:simon-court topic:economy");
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Simon Court, 1 statement");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_wait_for (!gtk_widget_get_mapped (popover), 5000);
}

/* What is no quotation has nothing to be checked. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = find_chip (fixture, GTK_TYPE_MENU_BUTTON, "Checks");
  GtkWidget *popover;
  const char *name = "Checked earlier, as recorded";

  gtk_widget_grab_focus (gtk_widget_get_first_child (menu));
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_space);
  popover = wait_for_popover (menu);
  ui_test_wait_for (find_check (popover, name) != NULL, 5000);
  gtk_test_accessible_assert_property (find_check (popover, name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Checked earlier, as recorded, 17 statements");
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_click (find_check (popover, name));
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "check:recorded"), 5000);
  ui_test_wait_for (count_shown (fixture) == 17, 5000);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_wait_for (!gtk_widget_get_mapped (popover), 5000);
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (find_chip (fixture, GTK_TYPE_TOGGLE_BUTTON, name))));
}

static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *nothing;
  GtkWidget *way;

  lode_window_set_query (fixture->window, "topic:vanadium");
  type_words (fixture, "antimnoy");
  ui_test_wait_for (count_shown (fixture) == 0, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  nothing = find_widget (fixture, LODE_TYPE_NOTHING_FOUND, NULL);
  g_assert_true (gtk_widget_get_mapped (nothing));
  g_assert_true (shows_label (fixture, "Nothing Found"));
  g_assert_true (shows_label (fixture, "Without “antimnoy”: 1 statement"));

  /* Antimony is not what the statement on vanadium is about, so that it is no suggestion yet. */
  g_assert_null (ui_test_find (nothing, GTK_TYPE_LABEL, "Did you mean “antimony”?"));
  lode_window_set_query (fixture->window, "antimnoy");
  ui_test_settle (GTK_WIDGET (fixture->window));
  way = gtk_widget_get_ancestor (find_widget (fixture, GTK_TYPE_LABEL, "Did you mean “antimony”?"),
                                 GTK_TYPE_BUTTON);
  ui_test_click (way);
  ui_test_wait_for (count_shown (fixture) == 1, 5000);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "antimony");
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_mapped (nothing));
}

/* The row that a link or a step led to; NULL: there is none in sight. */
static LodeStatement *
find_target (Fixture *fixture)
{
  GtkWidget *list_view = find_widget (fixture, GTK_TYPE_LIST_VIEW, NULL);

  for (GtkWidget *item = gtk_widget_get_first_child (list_view);
       item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (row != NULL && LODE_IS_STATEMENT_ROW (row) && gtk_widget_has_css_class (row, "target")
          && gtk_widget_get_mapped (row))
        return lode_statement_row_get_statement (LODE_STATEMENT_ROW (row));
    }

  return NULL;
}

static gboolean
is_target (Fixture *fixture, const char *id)
{
  LodeStatement *statement = find_target (fixture);

  return statement != NULL && g_str_equal (lode_record_get_id (LODE_RECORD (statement)), id);
}

/* An address leads to a statement from whatever is on screen. */
static void
test_addresses (Fixture *fixture, gconstpointer data)
{
  lode_window_set_query (fixture->window, "antimony");
  lode_window_show_address (fixture->window,
                            "lode:nz-critical-minerals-2026-02/statement/vidal-geopolitics");
  ui_test_wait_for (is_target (fixture, "vidal-geopolitics"), 5000);
  g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "");
  ui_test_wait_for (gtk_root_get_focus (GTK_ROOT (fixture->window)) != NULL
                    && LODE_IS_STATEMENT_ROW (gtk_widget_get_first_child (
                      gtk_root_get_focus (GTK_ROOT (fixture->window)))), 5000);

  lode_window_show_address (fixture->window, "lode:/speaker/simon-court");
  ui_test_wait_for (count_shown (fixture) == 3, 5000);
  lode_window_show_address (fixture->window, "lode:/query/gold%20kind:quote");
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "gold kind:quote"), 5000);
  lode_window_show_address (fixture->window, "lode:/place/otago");
  ui_test_wait_for (lode_window_get_selected_place (fixture->window) != NULL, 5000);
}

/* What is not there is said, and what is on screen stays. */
static void
test_missing_addresses (Fixture *fixture, gconstpointer data)
{
  static const char *missing[][2] = {
    { "lode:/statement/nobody-said-so",
      "There is no statement “nobody-said-so” in “New Zealand’s critical minerals”." },
    { "lode:/place/atlantis",
      "There is no place “atlantis” in “New Zealand’s critical minerals”." },
    { "lode:/speaker/nobody",
      "There is no speaker “nobody” in “New Zealand’s critical minerals”." },
    { "lode:another/place/otago",
      "The link leads to the dataset “another”, which is not open. Open its file, then follow the "
      "link again." },
  };

  lode_window_set_query (fixture->window, "gold");
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      GtkWindow *dialog = NULL;
      GListModel *windows = gtk_window_get_toplevels ();

      lode_window_show_address (fixture->window, missing[i][0]);
      for (guint j = 0; j < g_list_model_get_n_items (windows); j++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, j);

          if (ADW_IS_MESSAGE_DIALOG (window))
            dialog = window;
        }

      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                       missing[i][1]);
      gtk_window_destroy (dialog);
      g_assert_cmpstr (lode_window_get_query (fixture->window), ==, "gold");
    }
}

/* From statement to statement by keyboard. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  lode_window_set_query (fixture->window, "speaker:simon-court");
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_Down);
  ui_test_wait_for (is_target (fixture, "court-expand-mining"), 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_Down);
  ui_test_wait_for (is_target (fixture, "court-more-mining"), 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_Up);
  ui_test_wait_for (is_target (fixture, "court-expand-mining"), 5000);
}

/* Markup in a query is text. */
static void
test_markup (Fixture *fixture, gconstpointer data)
{
  lode_window_set_query (fixture->window, "<b>gold</b> topic:\"<i>x</i>\" &amp;");
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_true (shows_label (fixture, "Topic: <i>x</i>"));
}

/* Nothing of the bar may be wider than the narrowest window. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_widget (fixture, LODE_TYPE_FILTER_BAR, NULL);
  int minimum, natural;

  lode_window_set_query (fixture->window,
                         "speaker:mfat topic:trade kind:quote after:2025-12-31 government words");
  ui_test_settle (GTK_WIDGET (fixture->window));
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (natural, <=, 360);
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
  g_test_add ("/search/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("words", test_words);
  ADD ("marks-follow", test_marks_follow);
  ADD ("chips", test_chips);
  ADD ("legend", test_legend);
  ADD ("legend-width", test_legend_width);
  ADD ("announcement", test_announcement);
  ADD ("typed-filter", test_typed_filter);
  ADD ("menu", test_menu);
  ADD ("checks", test_checks);
  ADD ("nothing-found", test_nothing_found);
  ADD ("addresses", test_addresses);
  ADD ("missing-addresses", test_missing_addresses);
  ADD ("steps", test_steps);
  ADD ("markup", test_markup);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}

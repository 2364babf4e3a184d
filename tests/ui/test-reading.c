/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-panel-resizer.h"
#include "lode-panel.h"
#include "lode-reading-style.h"
#include "lode-statement-row.h"
#include "lode-text-size-control.h"
#include "lode-window-private.h"
#include "ui-test.h"

/* How large and how dense statements are, while they are on the screen; and the page on which one
 * speaker is read. */

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  GSettings *settings;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new (LODE_SETTINGS_ID);
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
  g_settings_reset (fixture->settings, "text-size");
  g_settings_reset (fixture->settings, "card-density");
  g_object_unref (fixture->settings);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static GtkWidget *
find_row (Fixture *fixture)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_STATEMENT_ROW, NULL);

  g_assert_nonnull (row);
  return row;
}

/* Pixels that the font of the first card's words asks for. */
static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return pango_font_description_get_size (pango_context_get_font_description (context));
}

static double
get_words_size (Fixture *fixture)
{
  GtkWidget *words = gtk_widget_get_first_child (gtk_widget_get_first_child (find_row (fixture)));

  while (!gtk_widget_has_css_class (words, "words"))
    words = gtk_widget_get_next_sibling (words);
  return get_font_size (words);
}

/* Ctrl+Alt and @keysym. */
static void
press (Fixture *fixture, KeySym keysym)
{
  Display *display = ui_test_xdisplay (GTK_WIDGET (fixture->window));
  const KeyCode control = XKeysymToKeycode (display, GDK_KEY_Control_L);

  XTestFakeKeyEvent (display, control, True, CurrentTime);
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Alt_L, keysym);
  XTestFakeKeyEvent (display, control, False, CurrentTime);
  XSync (display, False);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const double normal = get_words_size (fixture);

  press (fixture, GDK_KEY_equal);
  ui_test_wait_for (g_settings_get_uint (fixture->settings, "text-size") == 110, 5000);
  ui_test_wait_for (get_words_size (fixture) > normal * 1.09, 5000);
  press (fixture, GDK_KEY_0);
  ui_test_wait_for (get_words_size (fixture) == normal, 5000);
  press (fixture, GDK_KEY_minus);
  ui_test_wait_for (g_settings_get_uint (fixture->settings, "text-size") == 90, 5000);
  ui_test_wait_for (get_words_size (fixture) < normal * 0.91, 5000);
}

/* From one end of the sizes to the other, and no further. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    g_action_group_activate_action (G_ACTION_GROUP (application), "text-larger", NULL);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "text-size"), ==, 200);
  for (guint i = 0; i < 12; i++)
    g_action_group_activate_action (G_ACTION_GROUP (application), "text-smaller", NULL);
  g_assert_cmpuint (g_settings_get_uint (fixture->settings, "text-size"), ==, 80);
}

/* The row of the menu, by keyboard and by clicks; it says how large the text is. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  /* Not in the assertion itself, which puts what it is given into a format. */
  const char *name = "Text size: 100 %";
  GtkWidget *control;
  GtkWidget *button;

  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_F10);
  ui_test_wait_for ((control = ui_test_find (GTK_WIDGET (fixture->window),
                                             LODE_TYPE_TEXT_SIZE_CONTROL, NULL)) != NULL, 5000);
  ui_test_settle (control);
  button = ui_test_find (control, GTK_TYPE_BUTTON, "100 %");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  ui_test_click (gtk_widget_get_next_sibling (button));
  ui_test_wait_for (g_settings_get_uint (fixture->settings, "text-size") == 110, 5000);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "110 %");
  ui_test_click (button);
  ui_test_wait_for (g_settings_get_uint (fixture->settings, "text-size") == 100, 5000);
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Escape);
  ui_test_wait_for (!gtk_widget_get_mapped (control), 5000);
}

static void
test_density (Fixture *fixture, gconstpointer data)
{
  const int before = gtk_widget_get_height (find_row (fixture));

  g_settings_set_enum (fixture->settings, "card-density", LODE_CARD_DENSITY_COMPACT);
  ui_test_wait_for (gtk_widget_get_height (find_row (fixture)) < before * 0.9, 5000);
  g_settings_set_enum (fixture->settings, "card-density", LODE_CARD_DENSITY_COMFORTABLE);
  ui_test_wait_for (gtk_widget_get_height (find_row (fixture)) == before, 5000);
}

/* Twice as large, no card asks for more than the narrowest panel has, and nothing is cut with "…". */
static void
assert_fits (GtkWidget *widget, int width)
{
  if (LODE_IS_STATEMENT_ROW (widget))
    {
      int minimum;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, width);
    }
  if (GTK_IS_LABEL (widget)
      && gtk_widget_get_ancestor (widget, LODE_TYPE_STATEMENT_ROW) != NULL)
    g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (widget)), ==, PANGO_ELLIPSIZE_NONE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_fits (child, width);
}

static void
test_largest_fits (Fixture *fixture, gconstpointer data)
{
  const double normal = get_words_size (fixture);

  g_settings_set_uint (fixture->settings, "text-size", 200);
  ui_test_wait_for (get_words_size (fixture) > normal * 1.99, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  /* Of which the list has twelve at each side. */
  assert_fits (ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_PANEL, NULL),
               LODE_PANEL_MIN_WIDTH - 2 * 12);
}

static LodeSpeakerPage *
find_page (Fixture *fixture)
{
  return (LodeSpeakerPage *) ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_SPEAKER_PAGE,
                                           NULL);
}

static GtkWidget *
find_speaker_button (Fixture *fixture)
{
  GtkWidget *label = ui_test_find (find_row (fixture), GTK_TYPE_LABEL, "Josie Vidal");
  GtkWidget *button;

  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  return button;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
assert_left (Fixture *fixture)
{
  ui_test_wait_for (find_page (fixture) == NULL, 5000);
  g_assert_cmpstr (lode_window_get_page (fixture->window), ==, "map");
  g_assert_false (adw_view_stack_page_get_visible (fixture->window->speaker_stack_page));
}

/* By a click on the name and out by Escape; by keys, and out by Alt+Left; and forward again. */
static void
test_speaker (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *button = find_speaker_button (fixture);
  g_autofree char *link = NULL;
  GtkWidget *first;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Read All by Josie Vidal");
  ui_test_click (button);
  ui_test_wait_for (find_page (fixture) != NULL, 5000);
  g_assert_cmpstr (lode_window_get_page (fixture->window), ==, "speaker:josie-vidal");
  g_assert_cmpuint (g_list_model_get_n_items (
                      lode_speaker_page_get_statements (find_page (fixture))), ==, 11);
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_LABEL, "2 February 2026, Midday Report, RNZ"));
  g_assert_null (ui_test_find (find_row (fixture), ADW_TYPE_AVATAR, NULL));

  ui_test_settle (window);
  first = gtk_root_get_focus (GTK_ROOT (window));
  ui_test_key (window, GDK_KEY_Control_L, GDK_KEY_Down);
  ui_test_wait_for (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_next_sibling (first),
                    5000);
  ui_test_key (window, 0, GDK_KEY_Escape);
  assert_left (fixture);

  gtk_widget_grab_focus (find_speaker_button (fixture));
  ui_test_key (window, 0, GDK_KEY_Return);
  ui_test_wait_for (find_page (fixture) != NULL, 5000);
  ui_test_settle (window);
  gtk_widget_activate_action (window, "win.copy-link", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, text_read_cb, &link);
  ui_test_wait_for (link != NULL, 5000);
  g_assert_true (g_str_has_suffix (link, "/speaker/josie-vidal"));
  ui_test_key (window, GDK_KEY_Alt_L, GDK_KEY_Left);
  assert_left (fixture);
  ui_test_settle (window);
  ui_test_key (window, GDK_KEY_Alt_L, GDK_KEY_Right);
  ui_test_wait_for (find_page (fixture) != NULL, 5000);
  ui_test_settle (window);

  g_settings_set_uint (fixture->settings, "text-size", 200);
  ui_test_settle (window);
  assert_fits (GTK_WIDGET (find_page (fixture)), 360 - 2 * 12);

  /* What is written goes to the search, which is elsewhere. */
  ui_test_key (window, GDK_KEY_Control_L, GDK_KEY_f);
  assert_left (fixture);
}

static GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The name is hidden: so is the way to it. */
static void
test_hidden_name (Fixture *fixture, gconstpointer data)
{
  LodeStatementRow *row = LODE_STATEMENT_ROW (find_row (fixture));
  LodeStatement *statement = g_object_ref (lode_statement_row_get_statement (row));
  GtkWidget *button = find_class (GTK_WIDGET (row), "speaker-button");

  g_assert_true (gtk_widget_is_sensitive (button));
  lode_statement_row_set_alias (row, "Speaker A");
  lode_statement_row_set_statement (row, NULL, NULL);
  lode_statement_row_set_statement (row, statement, NULL);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_null (gtk_widget_get_tooltip_text (button));
  g_object_unref (statement);
}

/* From first to last, also where the file has them otherwise; each day is named once. */
static void
test_first_to_last (Fixture *fixture, gconstpointer data)
{
  static const char *ordered[] = { "d", "b", "c", "a" };
  static const char json[]
    = "{\"format\":\"said-where/1\",\"id\":\"days\",\"title\":\"Days\",\"language\":\"en\","
      "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\",\"published\":\"2026-05-01\"}],"
      "\"actors\":[{\"id\":\"x\",\"name\":\"X\",\"kind\":\"person\"},"
      "{\"id\":\"y\",\"name\":\"Y\",\"kind\":\"person\"}],"
      "\"topics\":[{\"id\":\"t\",\"name\":\"T\"}],\"places\":[],\"propositions\":[],"
      "\"statements\":["
#define SAID(ID, ACTOR, DATE) \
  "{\"id\":\"" ID "\",\"actor\":\"" ACTOR "\",\"kind\":\"quote\",\"source\":\"s\"," \
  "\"topics\":[\"t\"],\"text\":[\"Words.\"]" DATE "}"
      SAID ("a", "x", "") "," SAID ("b", "x", ",\"date\":\"2025-02\"") ","
      SAID ("c", "x", ",\"date\":\"2025-02\"") "," SAID ("e", "y", "") ","
      SAID ("d", "x", ",\"date\":\"2024\"") "]}";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "days.said-where.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GListModel *statements;

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  lode_window_open_file (fixture->window, file);
  ui_test_wait_for (g_str_equal (lode_dataset_get_id (lode_window_get_dataset (fixture->window)),
                                 "days"), 10000);
  lode_window_set_page (fixture->window, "speaker:x");
  ui_test_wait_for (find_page (fixture) != NULL, 5000);
  statements = lode_speaker_page_get_statements (find_page (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, G_N_ELEMENTS (ordered));
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      g_autoptr (LodeRecord) statement = g_list_model_get_item (statements, i);

      g_assert_cmpstr (lode_record_get_id (statement), ==, ordered[i]);
    }
  ui_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "February 2025"));

  /* Who is not in what is opened next is not read any more. */
  lode_window_open_built_in (fixture->window);
  assert_left (fixture);
}

/* Who was being read when the program ended is read again. */
static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  LodeWindow *again = LODE_WINDOW (lode_window_new (application));

  lode_window_set_page (fixture->window, "speaker:shane-jones");
  ui_test_wait_for (find_page (fixture) != NULL, 5000);
  g_assert_true (lode_window_save (fixture->window, key_file, "window"));
  lode_window_restore (again, key_file, "window");
  ui_test_present (GTK_WINDOW (again));
  ui_test_wait_for (g_strcmp0 (lode_window_get_page (again), "speaker:shane-jones") == 0, 10000);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (again), GTK_TYPE_LABEL, "Shane Jones"));
  gtk_window_destroy (GTK_WINDOW (again));
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

#define ADD(NAME, FUNC) g_test_add ("/reading/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("keys", test_keys);
  ADD ("ends", test_ends);
  ADD ("menu", test_menu);
  ADD ("density", test_density);
  ADD ("largest-fits", test_largest_fits);
  ADD ("speaker", test_speaker);
  ADD ("hidden-name", test_hidden_name);
  ADD ("first-to-last", test_first_to_last);
  ADD ("comes-back", test_comes_back);
#undef ADD

  return g_test_run ();
}

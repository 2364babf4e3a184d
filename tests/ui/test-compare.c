/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-compare-page.h"
#include "lode-compare-reader.h"
#include "lode-comparison-cell.h"
#include "lode-comparison-table.h"
#include "lode-statement-row.h"
#include "lode-window.h"
#include "ui-test.h"

/* The compare page in the whole window, by clicks and keys. */

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
} Fixture;

/* The first mapped cell whose words are @words; NULL: there is none. */
static GtkWidget *
find_cell (GtkWidget *root, const char *words)
{
  if (LODE_IS_COMPARISON_CELL (root) && gtk_widget_get_mapped (root)
      && ui_test_find (root, GTK_TYPE_LABEL, words) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = find_cell (child, words);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static guint
count_widgets (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);

  return n;
}

static GtkWidget *
find_page (Fixture *fixture)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_COMPARE_PAGE, NULL);

  g_assert_nonnull (page);
  return page;
}

static gboolean
shows_label (Fixture *fixture, const char *text)
{
  return ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static void
click_cell (Fixture *fixture, const char *words)
{
  ui_test_wait_for (find_cell (GTK_WIDGET (fixture->window), words) != NULL, 5000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  ui_test_click (find_cell (GTK_WIDGET (fixture->window), words));
}

static void
open_compare_page (Fixture *fixture)
{
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Alt_L, GDK_KEY_2);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_COMPARE_PAGE, NULL)
                    != NULL, 5000);
  ui_test_wait_for (count_widgets (GTK_WIDGET (fixture->window), LODE_TYPE_COMPARISON_CELL) > 0,
                    20000);
  ui_test_settle (GTK_WIDGET (fixture->window));
}

static void
present (Fixture *fixture)
{
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != NULL, 30000);
  ui_test_settle (GTK_WIDGET (fixture->window));
}

/* As the last test left them. */
static void
forget_options (void)
{
  static const char *keys[] = { "compare-by", "compare-order", "compare-min-statements",
                                "compare-transposed", "compare-names-hidden" };
  g_autoptr (GSettings) settings = g_settings_new (LODE_APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  forget_options ();
  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  lode_window_open_built_in (fixture->window);
  present (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

/* How do they differ? From the table to the words side by side, and back to the map. */
static void
test_table_to_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_compare_page (fixture);
  g_assert_nonnull (find_cell (window, "Megan Woods"));
  g_assert_nonnull (find_cell (window, "Said nothing in this source"));
  g_assert_true (shows_label (fixture, "Asked, no answer reported: Te Pāti Māori"));

  /* A topic: those who say most about it, side by side. */
  click_cell (fixture, "Critical minerals");
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARE_READER, NULL) != NULL, 5000);
  ui_test_wait_for (shows_label (fixture, "Shane Jones") && shows_label (fixture, "Josie Vidal"),
                    5000);
  g_assert_cmpuint (count_widgets (window, GTK_TYPE_LIST_VIEW), ==, 4);

  ui_test_key (window, 0, GDK_KEY_Escape);
  ui_test_wait_for (find_cell (window, "Megan Woods") != NULL, 5000);

  /* A speaker: everything they said, one column. */
  click_cell (fixture, "Megan Woods");
  ui_test_wait_for (shows_label (fixture, "Everything they said"), 5000);
  ui_test_settle (window);
  g_assert_cmpuint (count_widgets (window, GTK_TYPE_LIST_VIEW), ==, 1);
  g_assert_cmpuint (count_widgets (window, LODE_TYPE_STATEMENT_ROW), ==, 2);

  /* And somebody beside them. */
  gtk_widget_activate_action (ui_test_find (window, LODE_TYPE_STATEMENT_ROW, NULL),
                              "reader.read-beside", "u", 1);
  ui_test_settle (window);
  g_assert_cmpuint (count_widgets (window, GTK_TYPE_LIST_VIEW), ==, 2);

  ui_test_key (window, 0, GDK_KEY_Escape);
  ui_test_wait_for (find_cell (window, "Megan Woods") != NULL, 5000);
  ui_test_key (window, 0, GDK_KEY_Escape);
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARE_PAGE, NULL) == NULL, 5000);
}

/* By the keyboard alone: the cell of Megan Woods on the environment, read and left again. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  static const guint keys[] = { GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Right, GDK_KEY_Right };

  open_compare_page (fixture);
  for (guint i = 0;
       i < 30 && !LODE_IS_COMPARISON_CELL (gtk_root_get_focus (GTK_ROOT (window)));
       i++)
    {
      ui_test_key (window, 0, GDK_KEY_Tab);
      ui_test_settle (window);
    }
  g_assert_true (LODE_IS_COMPARISON_CELL (gtk_root_get_focus (GTK_ROOT (window))));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *before = gtk_root_get_focus (GTK_ROOT (window));

      ui_test_key (window, 0, keys[i]);
      ui_test_wait_for (gtk_root_get_focus (GTK_ROOT (window)) != before, 5000);
    }
  ui_test_key (window, 0, GDK_KEY_Return);
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARE_READER, NULL) != NULL, 5000);
  ui_test_settle (window);
  g_assert_true (shows_label (fixture, "Environment"));
  g_assert_true (shows_label (fixture, "Megan Woods"));
  g_assert_cmpuint (count_widgets (window, LODE_TYPE_STATEMENT_ROW), ==, 2);

  ui_test_key (window, 0, GDK_KEY_Escape);
  ui_test_wait_for (LODE_IS_COMPARISON_CELL (gtk_root_get_focus (GTK_ROOT (window))), 5000);
}

static void
test_hide_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *page;

  open_compare_page (fixture);
  page = find_page (fixture);
  gtk_widget_activate_action (page, "compare.names-hidden", NULL);
  ui_test_wait_for (find_cell (window, "Megan Woods") == NULL, 5000);
  ui_test_settle (window);
  g_assert_nonnull (find_cell (window, "Speaker B"));

  click_cell (fixture, "Critical minerals");
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARE_READER, NULL) != NULL, 5000);
  ui_test_settle (window);
  g_assert_false (shows_label (fixture, "Josie Vidal"));
  g_assert_false (shows_label (fixture, "Chief executive, Minerals Council · industry"));

  /* And revealed again, in place. */
  gtk_widget_activate_action (page, "compare.names-hidden", NULL);
  ui_test_wait_for (shows_label (fixture, "Josie Vidal"), 5000);
  g_assert_true (shows_label (fixture, "Chief executive, Minerals Council · industry"));
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *page;
  GtkWidget *table;
  double x, y;

  open_compare_page (fixture);
  page = find_page (fixture);

  gtk_widget_activate_action (page, "compare.by", "s", "groups");
  ui_test_wait_for (find_cell (window, "opposition") != NULL, 5000);
  gtk_widget_activate_action (page, "compare.by", "s", "speakers");
  gtk_widget_activate_action (page, "compare.order", "s", "words");
  ui_test_wait_for (find_cell (window, "Josie Vidal") != NULL, 5000);
  ui_test_settle (window);

  /* Josie Vidal has most words: first below the headings; then, swapped, first beside them. */
  table = ui_test_find (page, LODE_TYPE_COMPARISON_TABLE, NULL);
  g_assert_true (gtk_widget_translate_coordinates (find_cell (window, "Josie Vidal"), table, 0, 0,
                                                   &x, &y));
  g_assert_cmpfloat (x, <, 50);
  g_assert_cmpfloat (y, >, 50);
  gtk_widget_activate_action (page, "compare.transposed", NULL);
  ui_test_settle (window);
  ui_test_wait_for (find_cell (window, "Josie Vidal") != NULL, 5000);
  ui_test_settle (window);
  g_assert_true (gtk_widget_translate_coordinates (find_cell (window, "Josie Vidal"), table, 0, 0,
                                                   &x, &y));
  g_assert_cmpfloat (x, >, 100);
  g_assert_cmpfloat (y, <, 50);

  /* Christopher Luxon is found with two statements. */
  gtk_widget_activate_action (page, "compare.transposed", NULL);
  gtk_widget_activate_action (page, "compare.order", "s", "first");
  ui_test_wait_for (find_cell (window, "Christopher Luxon") != NULL, 5000);
  gtk_widget_activate_action (page, "compare.min-statements", "u", 5);
  ui_test_wait_for (find_cell (window, "Christopher Luxon") == NULL, 5000);
  ui_test_wait_for (find_cell (window, "Josie Vidal") != NULL, 5000);
}

/* The next window begins as this one was left; one that is open stays as it is. */
static void
test_options_are_kept (Fixture *fixture, gconstpointer data)
{
  Fixture next = { NULL };
  GtkWidget *page;
  LodeComparisonOrder order;
  gboolean hidden;

  open_compare_page (fixture);
  page = find_page (fixture);
  gtk_widget_activate_action (page, "compare.order", "s", "words");
  gtk_widget_activate_action (page, "compare.names-hidden", NULL);

  next.window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (next.window), (gpointer *) &next.window);
  lode_window_open_built_in (next.window);
  present (&next);
  open_compare_page (&next);
  g_object_get (find_page (&next), "order", &order, "names-hidden", &hidden, NULL);
  g_assert_cmpint (order, ==, LODE_COMPARISON_ORDER_WORDS);
  g_assert_true (hidden);

  gtk_widget_activate_action (find_page (&next), "compare.names-hidden", NULL);
  g_object_get (page, "names-hidden", &hidden, NULL);
  g_assert_true (hidden);
  tear_down (&next, NULL);
}

/* Letters that nothing else takes are searched for, here as on the map. */
static void
test_type_to_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_compare_page (fixture);
  gtk_widget_grab_focus (find_cell (window, "Megan Woods"));
  ui_test_settle (window);
  ui_test_type (window, "woods");
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "woods"), 5000);
  ui_test_wait_for (shows_label (fixture, "2 of 29 statements"), 5000);
  ui_test_wait_for (find_cell (window, "Josie Vidal") == NULL, 5000);

  ui_test_key (window, GDK_KEY_Alt_L, GDK_KEY_1);
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARE_PAGE, NULL) == NULL, 5000);
  ui_test_settle (window);
  ui_test_key (window, 0, GDK_KEY_F6);
  ui_test_settle (window);
  /* What was looked for gives way. */
  ui_test_type (window, "vidal");
  ui_test_wait_for (g_str_equal (lode_window_get_query (fixture->window), "vidal"), 5000);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_compare_page (fixture);
  ui_test_click (ui_test_find (window, GTK_TYPE_LABEL, "Words"));
  ui_test_wait_for (shows_label (fixture, "422"), 5000);
  g_assert_true (shows_label (fixture, "47 %"));
  g_assert_true (shows_label (fixture, "Josie Vidal"));
}

/* What is looked for is what is compared. */
static void
test_query (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_compare_page (fixture);
  lode_window_set_query (fixture->window, "speaker:woods");
  ui_test_wait_for (shows_label (fixture, "2 of 29 statements"), 5000);
  ui_test_settle (window);
  g_assert_nonnull (find_cell (window, "Megan Woods"));
  g_assert_null (find_cell (window, "Josie Vidal"));

  lode_window_set_query (fixture->window, "nosuchword");
  ui_test_wait_for (shows_label (fixture, "Nothing to Compare"), 5000);
  lode_window_set_query (fixture->window, "");
  ui_test_wait_for (find_cell (window, "Megan Woods") != NULL, 5000);
}

/* Somebody's coding is shown as that. */
static void
test_positions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "model", "data", "good",
                                                 "minimal.said-where.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = GTK_WIDGET (fixture->window);

  lode_window_open_file (fixture->window, file);
  present (fixture);
  g_assert_true (shows_label (fixture, "On “There should be more mining.”: supports, as coded by "
                                       "A. Coder"));

  open_compare_page (fixture);
  ui_test_click (ui_test_find (window, GTK_TYPE_LABEL, "Positions"));
  ui_test_wait_for (find_cell (window, "supports, as coded by A. Coder") != NULL, 5000);
}

static GFile *
write_large_dataset (void)
{
  g_autoptr (GString) text = g_string_new (
    "{\"format\":\"said-where/1\",\"id\":\"large\",\"title\":\"Large\",\"language\":\"en\","
    "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\",\"published\":\"2026\"}],"
    "\"places\":[],\"propositions\":[],\"actors\":[");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "large.said-where.json", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"Actor %u\",\"kind\":\"person\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"topics\":[");
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%s{\"id\":\"t%u\",\"name\":\"Topic %u\"}", i > 0 ? "," : "", i,
                            i);
  g_string_append (text, "],\"statements\":[");
  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (text, "%s{\"id\":\"q%u\",\"actor\":\"a%u\",\"kind\":\"quote\","
                                  "\"text\":[\"Words %u.\"],\"source\":\"s\",\"topics\":[\"t%u\"]}",
                            i > 0 ? "," : "", i, i / 2, i, i % 200);
  g_string_append (text, "]}");
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* 800,000 cells are a few hundred widgets, wherever one looks. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file = write_large_dataset ();

  lode_window_open_file (fixture->window, file);
  present (fixture);
  open_compare_page (fixture);
  g_assert_nonnull (find_cell (window, "Actor 0"));

  click_cell (fixture, "“Words 0.”");
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARE_READER, NULL) != NULL, 5000);
  ui_test_key (window, 0, GDK_KEY_Escape);
  ui_test_wait_for (LODE_IS_COMPARISON_CELL (gtk_root_get_focus (GTK_ROOT (window))), 5000);

  ui_test_key (window, GDK_KEY_Control_L, GDK_KEY_End);
  ui_test_wait_for (find_cell (window, "Actor 3999") != NULL
                    && find_cell (window, "Topic 199") != NULL, 5000);
  ui_test_settle (window);
  g_assert_null (find_cell (window, "Actor 0"));
  g_assert_cmpuint (count_widgets (window, LODE_TYPE_COMPARISON_CELL), <, 300);
  g_file_delete (file, NULL, NULL);
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

#define ADD(name, set_up_function, function) \
  g_test_add ("/compare/" name, Fixture, NULL, set_up_function, function, tear_down)

  ADD ("table-to-words", set_up, test_table_to_words);
  ADD ("keyboard", set_up, test_keyboard);
  ADD ("hide-names", set_up, test_hide_names);
  ADD ("options", set_up, test_options);
  ADD ("options-are-kept", set_up, test_options_are_kept);
  ADD ("type-to-search", set_up, test_type_to_search);
  ADD ("words", set_up, test_words);
  ADD ("query", set_up, test_query);
  ADD ("positions", set_up_empty, test_positions);
  ADD ("large", set_up_empty, test_large);

  return g_test_run ();
}

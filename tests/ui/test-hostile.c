/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-cluster-marker.h"
#include "lode-cluster-popover.h"
#include "lode-compare-page.h"
#include "lode-comparison-cell.h"
#include "lode-filter-bar.h"
#include "lode-marker.h"
#include "lode-source-window.h"
#include "lode-statement-row.h"
#include "lode-window.h"
#include "ui-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* A dataset whose every text is markup, has an entity, and ends with a character that turns the
 * rest of a line round. Wherever one of them is shown, it stands there to the letter, with
 * something that can be seen in the place of the last character. */

#define TURN "\xe2\x80\xae" /* U+202E */
#define BEFORE "<b>"
#define AFTER "</b> &amp;"
#define N(NAME) BEFORE NAME AFTER TURN
#define SHOWN(NAME) BEFORE NAME AFTER "\xef\xbf\xbd"

static const char json[] =
    "{ \"format\": \"said-where/1\", \"id\": \"hostile\", \"title\": \"" N ("xtitle") "\",\n"
    "\"description\": \"" N ("xdescription") "\", \"language\": \"en\",\n"
    "\"sources\": [{ \"id\": \"s\", \"type\": \"webpage\", \"title\": \"" N ("xsource") "\",\n"
    " \"published\": \"2026-02-02\", \"publisher\": \"" N ("xpublisher") "\",\n"
    " \"author\": [\"" N ("xauthor") "\"], \"url\": \"https://example.org/\",\n"
    " \"text\": \"hostile.txt\", \"sha256\": \"%s\" }],\n"
    "\"actors\": [{ \"id\": \"a\", \"name\": \"" N ("xspeaker") "\", \"kind\": \"person\",\n"
    " \"role\": \"" N ("xrole") "\", \"organisation\": \"b\", \"group\": \"" N ("xgroup") "\" },\n"
    " { \"id\": \"b\", \"name\": \"" N ("xorganisation") "\", \"kind\": \"organisation\",\n"
    " \"group\": \"" N ("xcompany") "\" }],\n"
    "\"topics\": [{ \"id\": \"t\", \"name\": \"" N ("xtopic") "\" }],\n"
    "\"places\": [{ \"id\": \"p\", \"name\": \"" N ("xplace") "\", \"kind\": \"region\",\n"
    " \"precision\": \"region\", \"point\": [169.6, -45.2], \"note\": \"" N ("xremark") "\",\n"
    " \"names\": { \"mi\": \"" N ("xmaori") "\" }, \"topics\": [\"t\"] },\n"
    " { \"id\": \"p2\", \"name\": \"" N ("xsecond") "\", \"kind\": \"region\",\n"
    " \"precision\": \"region\", \"point\": [169.6, -45.2], \"topics\": [\"t\"] }],\n"
    "\"propositions\": [{ \"id\": \"q\", \"text\": \"" N ("xproposition") "\", \"topic\": \"t\" }],\n"
    "\"statements\": [{ \"id\": \"one\", \"actor\": \"a\", \"kind\": \"quote\", \"source\": \"s\",\n"
    " \"text\": [\"" N ("xwords") "\"], \"topics\": [\"t\"], \"places\": [\"p\"],\n"
    " \"gloss\": \"" N ("xgloss") "\", \"note\": \"" N ("xnote") "\\n" N ("xline") "\",\n"
    " \"sic\": [{ \"printed\": \"" N ("xwords") "\", \"meant\": \"" N ("xmeant") "\" }],\n"
    " \"positions\": [{ \"proposition\": \"q\", \"stance\": \"opposes\", \"coder\": \"c\",\n"
    "  \"why\": \"" N ("xwhy") "\" }] },\n"
    " { \"id\": \"two\", \"actor\": \"b\", \"kind\": \"paraphrase\", \"source\": \"s\",\n"
    " \"text\": [\"" N ("xparaphrase") "\"], \"topics\": [\"t\"],\n"
    " \"places\": [\"p2\"] }] }\n";

static const char * const names[] = {
  "xtitle", "xdescription", "xsource", "xpublisher", "xspeaker", "xrole", "xgroup",
  "xorganisation", "xtopic", "xplace", "xremark", "xproposition", "xwords", "xgloss", "xnote",
  "xline", "xmeant", "xparaphrase",
};

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  char *folder;
  GHashTable *seen; /* set of strings that were on the screen, or are said of it */
} Fixture;

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_files (Fixture *fixture)
{
  const char *words = N ("xwords");
  g_autofree char *text = g_strdup_printf ("The words: “%s”, and no other.\n", words);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *contents = g_strdup_printf (json, hash);
  g_autofree char *dataset_path = dup_path (fixture, "hostile.said-where.json");
  g_autofree char *text_path = dup_path (fixture, "hostile.txt");

  g_assert_true (g_file_set_contents (dataset_path, contents, -1, NULL));
  g_assert_true (g_file_set_contents (text_path, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("lode-hostile-XXXXXX", NULL);
  fixture->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  write_files (fixture);
  path = dup_path (fixture, "hostile.said-where.json");
  file = g_file_new_for_path (path);

  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_file (fixture->window, file);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_provenance (fixture->window) != NULL, 30000);
  ui_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dataset_path = dup_path (fixture, "hostile.said-where.json");
  g_autofree char *text_path = dup_path (fixture, "hostile.txt");

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
  g_assert_cmpint (g_remove (dataset_path), ==, 0);
  g_assert_cmpint (g_remove (text_path), ==, 0);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_hash_table_unref (fixture->seen);
}

static void
note (Fixture *fixture, const char *text)
{
  if (text != NULL)
    g_hash_table_add (fixture->seen, g_strdup (text));
}

/* What @widget shows and what is said of it: no answer can be this one, so it is told. */
static void
look_at (Fixture *fixture, GtkWidget *widget)
{
  g_autofree char *name = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\x01", NULL);
  g_autofree char *description = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\x01", NULL);

  note (fixture, name);
  note (fixture, description);
  note (fixture, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    note (fixture, gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_WINDOW (widget))
    note (fixture, gtk_window_get_title (GTK_WINDOW (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      note (fixture, text);
    }
}

static void
look_into (Fixture *fixture, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  look_at (fixture, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_into (fixture, child);
}

static void
look_around (Fixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  ui_test_settle (GTK_WIDGET (fixture->window));
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      look_into (fixture, window);
    }
}

/* All that was seen of one text is that text to the letter; gives how often. */
static guint
check_name (Fixture *fixture, const char *name)
{
  g_autofree char *whole = g_strconcat (BEFORE, name, AFTER, "\xef\xbf\xbd", NULL);
  GHashTableIter iter;
  gpointer text;
  guint n = 0;

  g_hash_table_iter_init (&iter, fixture->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (text, whole, -1);

      n += g_strv_length (parts) - 1;
      for (guint i = 0; parts[i] != NULL; i++)
        if (strstr (parts[i], name) != NULL)
          g_error ("“%s” is not shown to the letter: %s", name, (char *) text);
    }

  return n;
}

static void
check_seen (Fixture *fixture)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, fixture->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      if (strstr (text, TURN) != NULL)
        g_error ("This turns what is beside it round: %s", (char *) text);
    }
}

static void
select_place (Fixture *fixture)
{
  LodeDataset *dataset = lode_window_get_dataset (fixture->window);

  lode_window_set_selected_place (fixture->window, lode_dataset_find_place (dataset, "p"));
}

/* Map, markers, cards, place, filters, comparison, and a search that finds nothing. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ui_test_wait_for (ui_test_find (window, LODE_TYPE_STATEMENT_ROW, NULL) != NULL, 5000);
  look_around (fixture);
  select_place (fixture);
  look_around (fixture);
  lode_window_set_query (fixture->window, "xwords");
  look_around (fixture);
  lode_window_set_query (fixture->window, "topic:t nothing-has-this");
  look_around (fixture);
  lode_window_set_query (fixture->window, "");
  ui_test_key (window, GDK_KEY_Alt_L, GDK_KEY_2);
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_COMPARISON_CELL, NULL) != NULL, 20000);
  look_around (fixture);
  gtk_widget_activate_action (window, "win.export", NULL);
  look_around (fixture);

  check_seen (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (check_name (fixture, names[i]) == 0)
      g_error ("“%s” is shown nowhere", names[i]);
}

/* Opens and closes each menu below @widget, and looks at what is in it. */
static guint
look_into_menus (Fixture *fixture, GtkWidget *widget)
{
  guint n_menus = 0;

  if (GTK_IS_MENU_BUTTON (widget))
    {
      GtkPopover *popover;

      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      ui_test_settle (GTK_WIDGET (fixture->window));
      /* Menus are made when they are opened. */
      popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
      look_into (fixture, GTK_WIDGET (popover));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
      ui_test_wait_for (!gtk_widget_get_mapped (GTK_WIDGET (popover)), 5000);
      ui_test_settle (GTK_WIDGET (fixture->window));
      return 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_menus += look_into_menus (fixture, child);

  return n_menus;
}

/* The filters' menus, and the list of the places that share a marker. */
static void
test_popovers (Fixture *fixture, gconstpointer data)
{
  static const char * const in_menus[] = { "xgroup", "xcompany", "xspeaker", "xplace", "xsecond" };
  static const char * const in_list[] = { "xplace", "xsecond" };
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *marker, *list;

  g_assert_cmpuint (look_into_menus (fixture, ui_test_find (window, LODE_TYPE_FILTER_BAR, NULL)),
                    >, 0);
  check_seen (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (in_menus); i++)
    if (check_name (fixture, in_menus[i]) == 0)
      g_error ("“%s” is in no menu", in_menus[i]);

  g_hash_table_remove_all (fixture->seen);
  ui_test_settle (window);
  ui_test_wait_for ((marker = ui_test_find (window, LODE_TYPE_CLUSTER_MARKER, NULL)) != NULL, 5000);
  g_assert_true (gtk_widget_activate (lode_marker_get_button (LODE_MARKER (marker))));
  ui_test_wait_for ((list = ui_test_find (window, LODE_TYPE_CLUSTER_POPOVER, NULL)) != NULL, 5000);
  ui_test_settle (window);
  look_into (fixture, list);
  check_seen (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (in_list); i++)
    if (check_name (fixture, in_list[i]) == 0)
      g_error ("“%s” is not in the list of the places", in_list[i]);

  /* GDK asks a surface that is gone for the pointer if the window goes while this is open. */
  gtk_popover_popdown (GTK_POPOVER (list));
  ui_test_wait_for (!gtk_widget_get_mapped (list), 5000);
  ui_test_settle (window);
}

static GtkWidget *
find_source_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (LODE_IS_SOURCE_WINDOW (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_cb, &text);
  ui_test_wait_for (text != NULL, 5000);
  return text;
}

/* In its source, and copied from there to the letter, not as it is shown. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *copied = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-in-source", "s", "one");
  ui_test_wait_for (find_source_window () != NULL, 5000);
  ui_test_settle (find_source_window ());
  look_around (fixture);
  check_seen (fixture);
  g_assert_cmpuint (check_name (fixture, "xwords"), >, 0);
  g_assert_cmpuint (check_name (fixture, "xsource"), >, 0);

  view = ui_test_find (find_source_window (), GTK_TYPE_TEXT_VIEW, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, strlen ("The words: ") + 1);
  end = start;
  gtk_text_iter_forward_chars (&end, g_utf8_strlen (N ("xwords"), -1));
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_emit_by_name (view, "copy-clipboard");
  copied = read_clipboard (view);
  g_assert_cmpstr (copied, ==, N ("xwords"));
}

/* From a card: what somebody has selected, and the whole statement. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *label, *row;
  g_autofree char *selected = NULL;
  g_autofree char *whole = NULL;

  ui_test_wait_for (ui_test_find (window, GTK_TYPE_LABEL, "“" SHOWN ("xwords") "”") != NULL, 5000);
  label = ui_test_find (window, GTK_TYPE_LABEL, "“" SHOWN ("xwords") "”");
  gtk_label_select_region (GTK_LABEL (label), 1, 1 + (int) g_utf8_strlen (N ("xwords"), -1));
  g_signal_emit_by_name (label, "copy-clipboard");
  selected = read_clipboard (label);
  g_assert_cmpstr (selected, ==, N ("xwords"));

  row = gtk_widget_get_ancestor (label, LODE_TYPE_STATEMENT_ROW);
  gtk_widget_activate_action (row, "statement.copy", NULL);
  whole = read_clipboard (row);
  g_assert_nonnull (strstr (whole, N ("xwords")));
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

  g_test_add ("/hostile/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/hostile/popovers", Fixture, NULL, set_up, test_popovers, tear_down);
  g_test_add ("/hostile/source", Fixture, NULL, set_up, test_source, tear_down);
  g_test_add ("/hostile/copy", Fixture, NULL, set_up, test_copy, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-basemap.h"
#include "lode-first-hint.h"
#include "lode-guide-page.h"
#include "lode-guide-window.h"
#include "lode-preferences-window.h"
#include "lode-window.h"
#include "ui-test.h"

static GtkApplication *application;

static LodeGuidePage *
parse (const char *content)
{
  g_autofree char *text = g_strdup_printf ("<page xmlns=\"http://projectmallard.org/1.0/\">"
                                           "<title>A</title>%s</page>", content);
  g_autoptr (GError) error = NULL;
  LodeGuidePage *page = lode_guide_page_parse ("a", text, -1, &error);

  g_assert_no_error (error);
  return page;
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *content;
    LodeGuideBlockKind kind;
    guint number;
    const char *text;
  } cases[] = {
    { "<p>One &amp;\n   two</p>", LODE_GUIDE_PARAGRAPH, 0, "One &amp; two" },
    { "<p>The <gui>A &amp; B</gui>, <em>so</em></p>", LODE_GUIDE_PARAGRAPH, 0,
      "The <b>A &amp; B</b>, <i>so</i>" },
    { "<p><keyseq><key>Ctrl</key><key>F</key></keyseq> or <key>F1</key></p>", LODE_GUIDE_PARAGRAPH,
      0, "<tt>Ctrl</tt>+<tt>F</tt> or <tt>F1</tt>" },
    { "<p><link xref=\"map\">the map</link></p>", LODE_GUIDE_PARAGRAPH, 0,
      "<a href=\"page:map\">the map</a>" },
    { "<section id=\"s\"><title>T</title></section>", LODE_GUIDE_HEADING, 0, "T" },
    { "<steps><item><p>x</p></item><item><p>y</p></item></steps>", LODE_GUIDE_STEP, 2, "y" },
    { "<list><item><p>x</p></item></list>", LODE_GUIDE_ITEM, 0, "x" },
    { "<terms><item><title>x</title></item></terms>", LODE_GUIDE_TERM, 0, "x" },
    { "<terms><item><title>x</title><p>y</p></item></terms>", LODE_GUIDE_DETAIL, 0, "y" },
    { "<note><p>x</p></note>", LODE_GUIDE_NOTE, 0, "x" },
    { "<code>{\n  \"a\": 1 &lt; 2\n}</code>", LODE_GUIDE_CODE, 0, "{\n  \"a\": 1 < 2\n}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LodeGuidePage) page = parse (cases[i].content);
      LodeGuideBlock *block = g_ptr_array_index (page->blocks, page->blocks->len - 1);

      g_assert_cmpint (block->kind, ==, cases[i].kind);
      g_assert_cmpuint (block->number, ==, cases[i].number);
      g_assert_cmpstr (block->text, ==, cases[i].text);
    }
}

static void
test_errors (void)
{
  static const char *const texts[] = {
    "<page><title>A</title>",
    "<page><table/></page>",
    "<page><p>a <b>b</b></p></page>",
    "<page><p>a <link>b</link></p></page>",
    "<page><list><item><title>a</title></item></list></page>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lode_guide_page_parse ("a", texts[i], -1, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_MARKUP_ERROR);
    }
}

/* Each page can be read, has a title and a summary, and its links lead to pages. */
static void
test_pages (void)
{
  g_auto (GStrv) files =
    g_resources_enumerate_children (LODE_RESOURCE_PATH "/guide", 0, NULL);

  g_assert_cmpuint (g_strv_length (files), >=, 10);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (files[i], strlen (files[i]) - strlen (".page"));
      g_autoptr (GError) error = NULL;
      g_autoptr (LodeGuidePage) page = lode_guide_page_load (id, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (page->title, !=, "");
      g_assert_cmpstr (page->summary, !=, "");
      for (guint b = 0; b < page->blocks->len; b++)
        {
          const LodeGuideBlock *block = g_ptr_array_index (page->blocks, b);
          const char *link = strstr (block->text, "href=\"" LODE_GUIDE_PAGE_SCHEME);

          if (block->kind != LODE_GUIDE_CODE)
            g_assert_true (pango_parse_markup (block->text, -1, 0, NULL, NULL, NULL, &error));
          if (link != NULL)
            {
              g_auto (GStrv) parts = g_strsplit_set (link, ":\"", 4);
              g_autoptr (LodeGuidePage) target = lode_guide_page_load (parts[2], &error);

              g_assert_no_error (error);
              g_assert_cmpstr (target->title, !=, "");
            }
        }
    }
}

static LodeGuideWindow *
find_guide (void)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (LODE_IS_GUIDE_WINDOW (at->data) && gtk_widget_get_mapped (at->data))
      return at->data;

  return NULL;
}

static gboolean
shows (LodeGuideWindow *guide, const char *text)
{
  return ui_test_find (GTK_WIDGET (guide), GTK_TYPE_LABEL, text) != NULL;
}

/* From the program's window with F1, to each page with Enter, and back, all by keys. */
static void
test_window (void)
{
  GtkWidget *window = lode_window_new (application);
  GtkWidget *row;
  LodeGuideWindow *guide;
  guint n_rows = 0;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  lode_window_open_built_in (LODE_WINDOW (window));
  ui_test_present (GTK_WINDOW (window));
  ui_test_wait_for (lode_window_get_dataset (LODE_WINDOW (window)) != NULL, 10000);

  ui_test_key (window, 0, GDK_KEY_F1);
  ui_test_wait_for ((guide = find_guide ()) != NULL, 10000);
  g_object_add_weak_pointer (G_OBJECT (guide), (gpointer *) &guide);
  ui_test_focus_window (GTK_WINDOW (guide));
  ui_test_settle (GTK_WIDGET (guide));
  g_assert_true (shows (guide, "Lode"));

  row = ui_test_find (GTK_WIDGET (guide), ADW_TYPE_ACTION_ROW, NULL);
  for (GtkWidget *at = row; at != NULL; at = gtk_widget_get_next_sibling (at))
    n_rows++;
  g_assert_cmpuint (n_rows, ==, 10);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = NULL;

      row = gtk_window_get_focus (GTK_WINDOW (guide));
      g_assert_true (ADW_IS_ACTION_ROW (row));
      for (guint down = 0; down < i; down++)
        ui_test_key (GTK_WIDGET (guide), 0, GDK_KEY_Down);
      ui_test_settle (GTK_WIDGET (guide));
      row = gtk_window_get_focus (GTK_WINDOW (guide));
      title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

      ui_test_key (GTK_WIDGET (guide), 0, GDK_KEY_Return);
      ui_test_wait_for (shows (guide, title)
                          && ui_test_find (GTK_WIDGET (guide), ADW_TYPE_ACTION_ROW, NULL) == NULL,
                        10000);
      ui_test_key (GTK_WIDGET (guide), GDK_KEY_Alt_L, GDK_KEY_Left);
      ui_test_wait_for (ui_test_find (GTK_WIDGET (guide), ADW_TYPE_ACTION_ROW, NULL) != NULL,
                        10000);
    }

  ui_test_key (GTK_WIDGET (guide), 0, GDK_KEY_Escape);
  ui_test_wait_for (guide == NULL, 10000);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_assert_finalized (window);
}

/* The bar of the first start leads to the guide, and goes for good when a place is chosen. */
static void
test_hint (void)
{
  int min_height;
  g_autoptr (GSettings) settings = g_settings_new (LODE_SETTINGS_ID);
  GtkWidget *window;
  GtkWidget *hint;
  GtkWindow *guide;
  g_autoptr (LodePlace) place = NULL;

  g_settings_set_boolean (settings, "show-hint", TRUE);
  window = lode_window_new (application);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  lode_window_open_built_in (LODE_WINDOW (window));
  ui_test_present (GTK_WINDOW (window));
  ui_test_wait_for (lode_window_get_dataset (LODE_WINDOW (window)) != NULL, 10000);
  ui_test_settle (window);

  hint = ui_test_find (window, LODE_TYPE_FIRST_HINT, NULL);
  g_assert_nonnull (hint);
  /* It breaks its line, and the window can still be low. */
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  g_assert_cmpint (min_height, <, 400);
  ui_test_click (ui_test_find (hint, GTK_TYPE_BUTTON, "Open _Guide"));
  ui_test_wait_for ((guide = GTK_WINDOW (find_guide ())) != NULL, 10000);
  g_object_add_weak_pointer (G_OBJECT (guide), (gpointer *) &guide);
  gtk_window_destroy (guide);
  ui_test_wait_for (guide == NULL, 10000);
  g_assert_true (gtk_widget_get_mapped (hint));

  place = g_list_model_get_item (
    lode_dataset_get_places (lode_window_get_dataset (LODE_WINDOW (window))), 0);
  g_object_set (window, "selected-place", place, NULL);
  ui_test_wait_for (!gtk_widget_get_mapped (hint), 10000);
  g_assert_false (g_settings_get_boolean (settings, "show-hint"));

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_assert_finalized (window);
}

/* F1 in a dialog shows its page, which can be read while the dialog stays open. */
static void
test_dialog (void)
{
  GtkWidget *dialog = lode_preferences_window_new (NULL);
  GtkWindow *guide;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  ui_test_present (GTK_WINDOW (dialog));
  ui_test_key (dialog, 0, GDK_KEY_F1);
  ui_test_wait_for ((guide = GTK_WINDOW (find_guide ())) != NULL, 10000);
  g_object_add_weak_pointer (G_OBJECT (guide), (gpointer *) &guide);
  g_assert_true (shows (LODE_GUIDE_WINDOW (guide), "Move about the map"));

  ui_test_focus_window (guide);
  ui_test_key (GTK_WIDGET (guide), GDK_KEY_Alt_L, GDK_KEY_Left);
  ui_test_wait_for (shows (LODE_GUIDE_WINDOW (guide), "Lode"), 10000);
  gtk_window_destroy (guide);
  ui_test_wait_for (guide == NULL, 10000);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_assert_finalized (dialog);
}

/* Of the program's windows the guide is none that a dataset could be opened in. */
static void
test_alone (void)
{
  GtkWindow *guide;

  lode_guide_window_show (application, "map");
  ui_test_wait_for ((guide = GTK_WINDOW (find_guide ())) != NULL, 10000);
  g_object_add_weak_pointer (G_OBJECT (guide), (gpointer *) &guide);
  g_assert_true (shows (LODE_GUIDE_WINDOW (guide), "Move about the map"));
  g_application_activate (G_APPLICATION (application));
  ui_test_wait_for (g_list_length (gtk_application_get_windows (application)) == 2, 10000);

  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  ui_test_wait_for (guide == NULL, 10000);
}

int
main (int argc, char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/guide/blocks", test_blocks);
  g_test_add_func ("/guide/errors", test_errors);
  g_test_add_func ("/guide/pages", test_pages);
  g_test_add_func ("/guide/window", test_window);
  g_test_add_func ("/guide/hint", test_hint);
  g_test_add_func ("/guide/dialog", test_dialog);
  g_test_add_func ("/guide/alone", test_alone);

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}

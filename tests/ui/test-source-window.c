/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-source-window.h"
#include "lode-statement-row.h"
#include "lode-window.h"
#include "lode-wordings-box.h"
#include "ui-test.h"

/* The badge of a quotation, and the window that a click on it opens. */

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
} Fixture;

static GFile *
get_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "model", "data", "provenance",
                                                 name, NULL);

  return g_file_new_for_path (path);
}

static void
open (Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = get_file (name);

  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_file (fixture->window, file);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_provenance (fixture->window) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  return ui_test_find (root, GTK_TYPE_LABEL, text);
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

/* Clicks on the badge that says @title, and gives the window that comes. */
static GtkWidget *
click_badge (Fixture *fixture, const char *title)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->window), title);

  g_assert_nonnull (label);
  ui_test_click (label);
  ui_test_wait_for (find_source_window () != NULL, 5000);
  ui_test_settle (find_source_window ());

  return find_source_window ();
}

static GtkTextView *
find_text_view (GtkWidget *window)
{
  return GTK_TEXT_VIEW (ui_test_find (window, GTK_TYPE_TEXT_VIEW, NULL));
}

/* What the text view has marked by that tag. */
static char *
dup_tagged (GtkTextView *view, const char *tag_name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), tag_name);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_starts_tag (&start, tag) && !gtk_text_iter_forward_to_tag_toggle (&start, tag))
    return NULL;
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_in_sight (GtkTextView *view)
{
  GtkTextIter iter;
  GdkRectangle place, sight;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_get_visible_rect (view, &sight);

  return place.y >= sight.y && place.y + place.height <= sight.y + sight.height;
}

/* Whether @second is at the end of @first, on the same height. */
static gboolean
is_beside (GtkWidget *first, GtkWidget *second, GtkWidget *box)
{
  graphene_rect_t a, b;

  g_assert_true (gtk_widget_compute_bounds (first, box, &a));
  g_assert_true (gtk_widget_compute_bounds (second, box, &b));

  return b.origin.x >= a.origin.x + a.size.width && b.origin.y == a.origin.y;
}

static void
test_verified (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  g_autofree char *words = NULL;
  g_autofree char *paragraph = NULL;

  open (fixture, "talk.said-where.json");
  window = click_badge (fixture, "Verified word for word");
  words = dup_tagged (find_text_view (window), "quotation");
  g_assert_true (g_str_has_prefix (words, "There is gold in these hills"));
  g_assert_true (g_str_has_suffix (words, "carries the water down afterwards,"));
  paragraph = dup_tagged (find_text_view (window), "paragraph");
  g_assert_true (g_str_has_prefix (paragraph, "\"There is gold"));
  ui_test_wait_for (is_in_sight (find_text_view (window)), 5000);
  g_assert_null (ui_test_find (window, LODE_TYPE_WORDINGS_BOX, NULL));

  ui_test_key (window, 0, GDK_KEY_Escape);
  ui_test_wait_for (find_source_window () == NULL, 5000);
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *box;
  g_autofree char *nearest = NULL;

  open (fixture, "not-found.said-where.json");
  window = click_badge (fixture, "Not found in the source’s text");
  /* In a thread; meanwhile the window says so. */
  ui_test_wait_for (ui_test_find (window, LODE_TYPE_WORDINGS_BOX, NULL) != NULL, 10000);
  ui_test_settle (window);
  g_assert_null (find_label (window, "Looking for the nearest words…"));
  box = ui_test_find (window, LODE_TYPE_WORDINGS_BOX, NULL);
  g_assert_nonnull (find_label (box, "The quotation in the dataset"));
  g_assert_true (is_beside (find_label (box, "The quotation in the dataset"),
                            find_label (box, "The nearest words in the text"), box));
  nearest = dup_tagged (find_text_view (window), "nearest");
  g_assert_true (g_str_has_prefix (nearest, "There is gold in these hills"));
  g_assert_null (dup_tagged (find_text_view (window), "quotation"));
}

static void
test_typography (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  g_autofree char *words = NULL;

  open (fixture, "typography.said-where.json");
  window = click_badge (fixture, "Verified, but the typography differs");
  words = dup_tagged (find_text_view (window), "quotation");
  g_assert_true (g_str_has_prefix (words, "There is gold in these hills"));
}

/* No text at hand; then one is chosen, and the open window shows the words in it. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_file ("talk.txt");
  g_autoptr (LodeSource) source = NULL;
  GtkWidget *window;

  open (fixture, "no-text.said-where.json");
  window = click_badge (fixture, "Not checked");
  g_assert_nonnull (ui_test_find (window, GTK_TYPE_BUTTON, "_Choose Source Text…"));
  g_assert_null (find_text_view (window));

  /* What the file chooser calls; the chooser itself is the desktop's. */
  source = g_list_model_get_item (
    lode_dataset_get_sources (lode_window_get_dataset (fixture->window)), 0);
  lode_window_choose_source_text (fixture->window, source, file);
  ui_test_wait_for (find_text_view (window) != NULL, 5000);
  g_assert_nonnull (find_label (window, "Verified word for word"));
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "Verified word for word"));

  /* A new window of the same dataset remembers it. */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
  open (fixture, "no-text.said-where.json");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), "Verified word for word"));
}

static void
test_other_text (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  open (fixture, "other-hash.said-where.json");
  window = click_badge (fixture, "Not checked");
  g_assert_nonnull (find_label (window, "The text at hand has another hash than the one recorded, "
                                        "so that it proves nothing."));
}

/* A paraphrase has no badge. */
static void
test_own_words (Fixture *fixture, gconstpointer data)
{
  open (fixture, "talk.said-where.json");
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window),
                                "She says that nobody asks about the water."));
  g_assert_null (find_label (GTK_WIDGET (fixture->window), "Not a quotation"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (* run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/source-window/verified", test_verified },
    { "/source-window/not-found", test_not_found },
    { "/source-window/typography", test_typography },
    { "/source-window/other-text", test_other_text },
    { "/source-window/choose", test_choose },
    { "/source-window/own-words", test_own_words },
  };

  ui_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, NULL, tests[i].run, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-built-in.h"
#include "lode-dataset-reader.h"
#include "lode-desktop-search.h"

/* The dataset that is compiled in, as far as it can be checked without the article, which is not
 * ours to ship: `lode check` is happy with it, each source can be looked up, and each quotation is
 * as long as the stretch of the article that it says it is. */

static LodeDataset *
read_built_in (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LODE_BUILT_IN"));
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (lode_reading_get_problems (reading)), ==, 0);
  g_assert_nonnull (lode_reading_get_dataset (reading));
  return g_object_ref (lode_reading_get_dataset (reading));
}

static void
test_kinds (void)
{
  g_autoptr (LodeDataset) dataset = read_built_in ();
  GListModel *statements = lode_dataset_get_statements (dataset);
  guint n[LODE_STATEMENT_KIND_NO_REPLY + 1] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      n[lode_statement_get_kind (statement)]++;
    }

  g_assert_cmpuint (n[LODE_STATEMENT_KIND_QUOTE], ==, 17);
  g_assert_cmpuint (n[LODE_STATEMENT_KIND_PARAPHRASE], ==, 11);
  g_assert_cmpuint (n[LODE_STATEMENT_KIND_NO_REPLY], ==, 1);
}

/* Between two paragraphs of a running quotation the article has two line breaks and a mark. */
static void
test_spans (void)
{
  g_autoptr (LodeDataset) dataset = read_built_in ();
  GListModel *statements = lode_dataset_get_statements (dataset);
  guint64 last_end = 0;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      const char * const *paragraphs = lode_statement_get_paragraphs (statement);
      guint64 start, end;
      guint64 length = 0;

      if (lode_statement_get_kind (statement) != LODE_STATEMENT_KIND_QUOTE)
        continue;

      for (guint j = 0; paragraphs[j] != NULL; j++)
        length += g_utf8_strlen (paragraphs[j], -1) + (j > 0 ? strlen ("\n\n\"") : 0);

      g_assert_true (lode_statement_get_span (statement, &start, &end));
      g_assert_cmpuint (end - start, ==, length);
      g_assert_cmpuint (start, >=, last_end);
      last_end = end;
    }
}

static void
test_sources (void)
{
  g_autoptr (LodeDataset) dataset = read_built_in ();
  GListModel *sources = lode_dataset_get_sources (dataset);
  GListModel *places = lode_dataset_get_places (dataset);
  guint n_on_map = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LodeSource) source = g_list_model_get_item (sources, i);

      g_assert_nonnull (lode_source_get_url (source));
    }

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);

      /* What does not come from the statements says whence, and when it was so. */
      if (lode_place_get_note (place) != NULL)
        {
          g_assert_nonnull (lode_place_get_source (place));
          g_assert_nonnull (lode_place_get_as_at (place));
        }
      g_assert_cmpint (lode_place_is_context (place), ==, lode_place_get_n_statements (place) == 0);
      n_on_map += !lode_place_is_context (place);
    }
  g_assert_cmpuint (n_on_map, ==, 4);
}

/* An address can name it without reading it. */
static void
test_id (void)
{
  g_autoptr (LodeDataset) dataset = read_built_in ();

  g_assert_cmpstr (lode_dataset_get_id (dataset), ==, LODE_BUILT_IN_ID);
}

#define ADDRESS(WHERE) "lode:" LODE_BUILT_IN_ID "/" WHERE

/* What is typed into the desktop's search, what comes first, and what is said of it. */
static void
test_desktop_search (void)
{
  static const struct
  {
    const char *terms[3];
    const char *first; /* NULL: nothing is found */
    const char *name;
    const char *description; /* a part of it */
  } cases[] = {
    { { "antinomy" }, ADDRESS ("statement/vidal-antimony"), "Josie Vidal", "“There's also interest" },
    { { "Antimony" }, ADDRESS ("statement/vidal-antimony"), "Josie Vidal", "antinomy" },
    { { "otago" }, ADDRESS ("place/otago"), "Otago", "2 statements" },
    { { "Ōtākou" }, ADDRESS ("place/otago"), "Otago", "2 statements" },
    { { "west", "coast" }, ADDRESS ("place/west-coast"), "West Coast", "1 statement" },
    { { "chloe", "swar" }, ADDRESS ("speaker/chloe-swarbrick"), "Chlöe Swarbrick", "statement" },
    { { "tago" }, NULL },
    { { "" }, NULL },
    { { "nobody", "says" }, NULL },
    { { "topic:" }, NULL },
  };
  g_autoptr (LodeDataset) dataset = read_built_in ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) results = lode_desktop_search_find (dataset, cases[i].terms);
      g_autoptr (LodeDesktopResult) result = NULL;

      g_assert_cmpstr (results[0], ==, cases[i].first);
      if (cases[i].first == NULL)
        continue;
      result = lode_desktop_search_describe (dataset, results[0]);
      g_assert_cmpstr (result->name, ==, cases[i].name);
      g_assert_nonnull (strstr (result->description, cases[i].description));
      g_assert_null (strchr (result->description, '\n'));
    }

  g_assert_null (lode_desktop_search_describe (dataset, "lode:elsewhere/place/otago"));
  g_assert_null (lode_desktop_search_describe (dataset, ADDRESS ("place/nowhere")));
  g_assert_null (lode_desktop_search_describe (dataset, "no address"));
}

int
main (int argc, char **argv)
{
  (g_test_init) (&argc, &argv, NULL);

  g_test_add_func ("/built-in/id", test_id);
  g_test_add_func ("/built-in/desktop-search", test_desktop_search);
  g_test_add_func ("/built-in/kinds", test_kinds);
  g_test_add_func ("/built-in/spans", test_spans);
  g_test_add_func ("/built-in/sources", test_sources);

  return g_test_run ();
}

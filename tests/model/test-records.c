/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-model.h"

static gpointer
get_record (GListModel *records, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (lode_record_get_id (record), id))
        return record; /* the dataset holds it */
    }

  g_assert_not_reached ();
}

static void
test_dataset (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  g_autoptr (LodeRecord) first = NULL;
  GListModel *statements = lode_dataset_get_statements (dataset);

  g_assert_cmpstr (lode_dataset_get_id (dataset), ==, "full");
  g_assert_cmpstr (lode_dataset_get_title (dataset), ==, "Every member that there is");
  g_assert_cmpstr (lode_dataset_get_description (dataset), ==, "Two\nlines.");
  g_assert_cmpstr (lode_dataset_get_modified (dataset), ==, "2026-02");
  g_assert_cmpstr (lode_dataset_get_licence (dataset), ==, "CC0-1.0");
  g_assert_cmpstr (lode_dataset_get_maintainer (dataset), ==, "A. Maintainer");
  g_assert_cmpstr (lode_dataset_get_language (dataset), ==, "en-NZ");

  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_sources (dataset)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_actors (dataset)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_topics (dataset)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_places (dataset)), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (lode_dataset_get_propositions (dataset)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (statements), ==, 3);
  g_assert_true (g_list_model_get_item_type (statements) == LODE_TYPE_STATEMENT);
  g_assert_null (g_list_model_get_item (statements, 3));

  first = g_list_model_get_item (statements, 0);
  g_assert_cmpstr (lode_record_get_id (first), ==, "doe-antimony");
  g_assert_true (LODE_RECORD (lode_dataset_find_statement (dataset, "doe-antimony")) == first);
  g_assert_null (lode_dataset_find_statement (dataset, "otago"));
  g_assert_nonnull (lode_dataset_find_place (dataset, "otago"));
  g_assert_null (lode_dataset_find_place (dataset, "doe-antimony"));
}

static void
test_source (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeSource *source = get_record (lode_dataset_get_sources (dataset), "article");
  LodeSource *bare = get_record (lode_dataset_get_sources (dataset), "hearing");

  g_assert_cmpint (lode_source_get_kind (source), ==, LODE_SOURCE_KIND_ARTICLE_NEWSPAPER);
  g_assert_cmpstr (lode_source_kind_to_string (LODE_SOURCE_KIND_HEARING), ==, "hearing");
  g_assert_null (lode_source_kind_to_string (99));
  g_assert_cmpstr (lode_source_get_title (source), ==, "Talks “slammed”");
  g_assert_cmpstr (lode_source_get_published (source), ==, "2026-02-02");
  g_assert_cmpstr (lode_source_get_authors (source)[0], ==, "A. Reporter");
  g_assert_cmpstr (lode_source_get_authors (source)[1], ==, "B. Reporter");
  g_assert_null (lode_source_get_authors (source)[2]);
  g_assert_cmpstr (lode_source_get_publisher (source), ==, "Otago Daily Times");
  g_assert_cmpstr (lode_source_get_credit (source), ==, "RNZ");
  g_assert_cmpstr (lode_source_get_url (source), ==, "https://example.org/talks?a=1#top");
  g_assert_cmpstr (lode_source_get_archive (source), ==, "http://archive.example/Ōtākou");
  g_assert_cmpstr (lode_source_get_accessed (source), ==, "2026-02-03");
  g_assert_cmpstr (lode_source_get_rights (source), ==, "Theirs.");
  g_assert_cmpstr (lode_source_get_text (source), ==, "sources/article.txt");
  g_assert_true (g_str_has_prefix (lode_source_get_sha256 (source), "4bb87841"));
  g_assert_cmpstr (lode_source_get_checked (source), ==, "2026-02-04");

  g_assert_nonnull (lode_source_get_authors (bare));
  g_assert_null (lode_source_get_authors (bare)[0]);
  g_assert_null (lode_source_get_publisher (bare));
  g_assert_null (lode_source_get_url (bare));
  g_assert_null (lode_source_get_checked (bare));
}

static void
test_actor (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  GListModel *actors = lode_dataset_get_actors (dataset);
  LodeActor *jane = get_record (actors, "jane-doe");
  LodeActor *council = get_record (actors, "council");

  g_assert_cmpstr (lode_actor_get_name (jane), ==, "Jane Doe");
  g_assert_cmpint (lode_actor_get_kind (jane), ==, LODE_ACTOR_KIND_PERSON);
  g_assert_cmpint (lode_actor_get_kind (council), ==, LODE_ACTOR_KIND_ORGANISATION);
  g_assert_cmpstr (lode_actor_get_role (jane), ==, "Chief executive");
  g_assert_true (lode_actor_get_organisation (jane) == council);
  g_assert_null (lode_actor_get_organisation (council));
  g_assert_cmpstr (lode_actor_get_wikidata (jane), ==, "Q42");
  g_assert_cmpstr (lode_actor_get_url (jane), ==, "https://example.org/");

  /* Her organisation's; her own would count first; and there may be none. */
  g_assert_cmpstr (lode_actor_get_group (jane), ==, "industry");
  g_assert_cmpstr (lode_actor_get_group (get_record (actors, "john-roe")), ==, "government");
  g_assert_null (lode_actor_get_group (get_record (actors, "nobody")));
}

static void
test_topic (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeTopic *antimony = get_record (lode_dataset_get_topics (dataset), "antimony");
  LodeTopic *minerals = get_record (lode_dataset_get_topics (dataset), "minerals");

  g_assert_cmpstr (lode_topic_get_name (antimony), ==, "Antimony");
  g_assert_cmpstr (lode_topic_get_symbol (antimony), ==, "Sb");
  g_assert_true (lode_topic_get_broader (antimony) == minerals);
  g_assert_cmpstr (lode_topic_get_aliases (antimony)[1], ==, "stibnite");
  g_assert_null (lode_topic_get_aliases (minerals)[0]);
  g_assert_cmpstr (lode_topic_get_colour (antimony), ==, "#1A5fb4");
  g_assert_cmpstr (lode_topic_get_note (antimony), ==, "A metal.");
  g_assert_cmpstr (lode_topic_get_wikidata (antimony), ==, "Q1099");
  g_assert_null (lode_topic_get_broader (minerals));
  g_assert_null (lode_topic_get_symbol (minerals));
}

static void
test_place (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodePlace *otago = lode_dataset_find_place (dataset, "otago");
  LodePlace *square = lode_dataset_find_place (dataset, "square");
  guint n_topics;

  g_assert_cmpstr (lode_place_get_name (otago), ==, "Otago");
  g_assert_cmpstr (lode_place_get_name_in (otago, "mi"), ==, "Ōtākou");
  g_assert_cmpstr (lode_place_get_name_in (otago, "mi-NZ"), ==, "Ōtākou");
  g_assert_cmpstr (lode_place_get_name_in (otago, "zh-hant-TW"), ==, "奧塔哥");
  g_assert_null (lode_place_get_name_in (otago, "zh"));
  g_assert_null (lode_place_get_name_in (square, "mi"));
  g_assert_cmpint (lode_place_get_kind (otago), ==, LODE_PLACE_KIND_REGION);
  g_assert_cmpint (lode_place_get_precision (otago), ==, LODE_PRECISION_REGION);
  g_assert_cmpfloat (lode_place_get_longitude (otago), ==, 170.2);
  g_assert_cmpfloat (lode_place_get_latitude (otago), ==, -45.4);
  g_assert_null (lode_place_get_geometry (otago));
  g_assert_cmpstr (lode_record_get_id (LODE_RECORD (lode_place_get_topics (otago, &n_topics)[0])),
                   ==, "antimony");
  g_assert_cmpuint (n_topics, ==, 1);
  g_assert_cmpstr (lode_source_get_credit (lode_place_get_source (otago)), ==, "RNZ");
  g_assert_cmpstr (lode_place_get_note (otago), ==, "In the south.");
  g_assert_cmpstr (lode_place_get_as_at (otago), ==, "2026-02");
  g_assert_false (lode_place_is_context (otago));
  g_assert_null (lode_place_get_within (otago));
  g_assert_cmpuint (lode_place_get_n_statements (otago), ==, 2);

  g_assert_true (lode_place_get_within (square) == otago);
  g_assert_true (lode_place_is_context (square));
  g_assert_nonnull (lode_place_get_geometry (square));
  g_assert_cmpuint (lode_place_get_n_statements (square), ==, 1);
  g_assert_cmpuint (lode_place_get_n_statements (lode_dataset_find_place (dataset, "line")), ==, 0);
  lode_place_get_topics (square, &n_topics);
  g_assert_cmpuint (n_topics, ==, 0);
}

static void
test_statement (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeStatement *statement = lode_dataset_find_statement (dataset, "doe-antimony");
  LodeStatement *bare = lode_dataset_find_statement (dataset, "nobody-asked");
  const LodePosition *positions;
  const LodeSic *sic;
  guint64 start = 7, end = 7;
  guint n;

  g_assert_cmpstr (lode_actor_get_name (lode_statement_get_actor (statement)), ==, "Jane Doe");
  g_assert_cmpint (lode_statement_get_kind (statement), ==, LODE_STATEMENT_KIND_QUOTE);
  g_assert_cmpstr (lode_statement_get_paragraphs (statement)[1], ==, "It is found in Otago.");
  g_assert_null (lode_statement_get_paragraphs (statement)[2]);
  g_assert_cmpstr (lode_topic_get_name (lode_statement_get_topics (statement, &n)[1]), ==,
                   "Critical minerals");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (lode_place_get_name (lode_statement_get_places (statement, &n)[1]), ==,
                   "Square");
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (lode_statement_names_place (statement, lode_dataset_find_place (dataset,
                                                                                 "square")));
  g_assert_false (lode_statement_names_place (statement, lode_dataset_find_place (dataset,
                                                                                  "line")));
  g_assert_cmpstr (lode_statement_get_date (statement), ==, "2026-01-30");
  g_assert_cmpstr (lode_statement_get_venue (statement), ==, "Morning Report");
  g_assert_cmpstr (lode_statement_get_prefix (statement), ==, "She said: ");
  g_assert_cmpstr (lode_statement_get_suffix (statement), ==, "");
  g_assert_true (lode_statement_get_span (statement, &start, &end));
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 51);
  sic = lode_statement_get_sic (statement, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (sic[0].printed, ==, "antinomy");
  g_assert_cmpstr (sic[0].meant, ==, "antimony");
  g_assert_cmpstr (lode_statement_get_gloss (statement), ==, "There is interest.");
  g_assert_cmpstr (lode_statement_get_note (statement), ==, "A note.");
  positions = lode_statement_get_positions (statement, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (positions[0].stance, ==, LODE_STANCE_CONDITIONAL);
  g_assert_cmpstr (positions[0].coder, ==, "A. Coder");
  g_assert_cmpstr (positions[0].why, ==, "If.");
  g_assert_cmpstr (lode_proposition_get_text (positions[0].proposition), ==,
                   "There should be more mining.");
  g_assert_cmpstr (lode_topic_get_name (lode_proposition_get_topic (positions[0].proposition)), ==,
                   "Critical minerals");

  g_assert_cmpint (lode_statement_get_kind (bare), ==, LODE_STATEMENT_KIND_NO_REPLY);
  g_assert_cmpstr (lode_statement_get_date (bare), ==, "2026-02-02");
  g_assert_false (lode_statement_get_span (bare, &start, &end));
  g_assert_cmpuint (end, ==, 51);
  lode_statement_get_places (bare, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Each property reads, is read-only, and those of strings say what the getters say. */
static void
test_properties (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  GListModel *lists[] = {
    lode_dataset_get_sources (dataset), lode_dataset_get_actors (dataset),
    lode_dataset_get_topics (dataset), lode_dataset_get_places (dataset),
    lode_dataset_get_propositions (dataset), lode_dataset_get_statements (dataset),
  };
  static const char * const names[] = { "title", "name", "name", "name", "text", "gloss" };
  static const char * const values[] = {
    "Talks “slammed”", "Jane Doe", "Antimony", "Otago", "There should be more mining.",
    "There is interest.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (lists[i], 0);
      g_autofree GParamSpec **specs = NULL;
      g_autofree char *value = NULL;
      guint n_specs;

      g_object_get (record, names[i], &value, NULL);
      g_assert_cmpstr (value, ==, values[i]);

      specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_specs);
      g_assert_cmpuint (n_specs, >=, 3);
      for (guint j = 0; j < n_specs; j++)
        {
          g_auto (GValue) any = G_VALUE_INIT;

          g_assert_cmpint (specs[j]->flags & G_PARAM_WRITABLE, ==, 0);
          g_object_get_property (record, specs[j]->name, &any);
          g_assert_true (G_VALUE_HOLDS (&any, specs[j]->value_type));
        }
    }
}

/* Records live on without their dataset, and so do those that they name. */
static void
test_outlives_dataset (void)
{
  LodeDataset *dataset = test_model_read_good ("full");
  g_autoptr (LodeStatement) statement = NULL;

  statement = g_object_ref (lode_dataset_find_statement (dataset, "doe-antimony"));
  g_assert_finalize_object (dataset);

  g_assert_cmpstr (lode_actor_get_group (lode_statement_get_actor (statement)), ==, "industry");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/dataset", test_dataset);
  g_test_add_func ("/records/source", test_source);
  g_test_add_func ("/records/actor", test_actor);
  g_test_add_func ("/records/topic", test_topic);
  g_test_add_func ("/records/place", test_place);
  g_test_add_func ("/records/statement", test_statement);
  g_test_add_func ("/records/properties", test_properties);
  g_test_add_func ("/records/outlives-dataset", test_outlives_dataset);

  return g_test_run ();
}

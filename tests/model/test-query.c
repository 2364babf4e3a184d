/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-area.h"
#include "lode-findings.h"
#include "lode-query-marks.h"
#include "lode-query-suggestion.h"
#include "lode-search-fold.h"
#include "lode-search-texts.h"
#include "test-model.h"

#define ACTORS \
  "{\"id\":\"greens\",\"name\":\"Green Party\",\"kind\":\"organisation\",\"group\":\"opposition\"}," \
  "{\"id\":\"chloe\",\"name\":\"Chlöe Swarbrick\",\"kind\":\"person\",\"role\":\"Co-leader\"," \
  "\"organisation\":\"greens\"}," \
  "{\"id\":\"tpm\",\"name\":\"Te Pāti Māori\",\"kind\":\"organisation\"," \
  "\"group\":\"non-parliamentary opposition\"}," \
  "{\"id\":\"green\",\"name\":\"Jo Black\",\"kind\":\"person\"}"
#define TOPICS \
  "{\"id\":\"minerals\",\"name\":\"Minerals\"}," \
  "{\"id\":\"antimony\",\"name\":\"Antimony\",\"symbol\":\"Sb\",\"broader\":\"minerals\"," \
  "\"aliases\":[\"antinomy\",\"stibnite\"]}," \
  "{\"id\":\"gold\",\"name\":\"Gold\",\"broader\":\"minerals\"}," \
  "{\"id\":\"gold-rush\",\"name\":\"Gold rush\"}"
#define PLACES \
  "{\"id\":\"otago\",\"name\":\"Otago\",\"names\":{\"mi\":\"Ōtākou\"},\"kind\":\"region\"," \
  "\"precision\":\"region\",\"point\":[170,-45]}," \
  "{\"id\":\"macraes\",\"name\":\"Macrae’s\",\"kind\":\"mine\",\"within\":\"otago\"," \
  "\"precision\":\"exact\",\"point\":[170.4,-45.3]}"
#define STATEMENTS \
  "{\"id\":\"one\",\"actor\":\"chloe\",\"kind\":\"quote\",\"source\":\"s\",\"topics\":[\"minerals\"]," \
  "\"text\":[\"Our own brutal self-interest, in fact.\",\"They don’t act.\"]," \
  "\"date\":\"2026-02-02\"}," \
  "{\"id\":\"two\",\"actor\":\"tpm\",\"kind\":\"no-reply\",\"source\":\"s\",\"topics\":[\"antimony\"]," \
  "\"text\":[\"Asked.\"],\"date\":\"2026-02\",\"note\":\"On the ﬁrst day\"}," \
  "{\"id\":\"three\",\"actor\":\"green\",\"kind\":\"paraphrase\",\"source\":\"s\",\"topics\":[\"gold\"]," \
  "\"text\":[\"Says there is 金属 in lead veins.\"],\"places\":[\"otago\"],\"date\":\"2025-12-31\"," \
  "\"sic\":[{\"printed\":\"lead\",\"meant\":\"quartz\"}]}," \
  "{\"id\":\"four\",\"actor\":\"greens\",\"kind\":\"quote\",\"source\":\"s\"," \
  "\"topics\":[\"gold-rush\",\"antimony\"],\"text\":[\"The interest itself.\"],\"places\":[\"macraes\"]}"

static LodeDataset *
read_dataset (void)
{
  g_autofree char *json = test_model_dup_text (ACTORS, TOPICS, PLACES, STATEMENTS);
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (LodeDataset) dataset = NULL;

  g_assert_true (lode_json_guard_check (json, strlen (json), problems));
  dataset = test_model_parse (json, strlen (json), problems);
  g_assert_nonnull (dataset);
  return g_steal_pointer (&dataset);
}

/* The ids of what is found, "one two". */
static char *
dup_found (LodeDataset *dataset, const char *text)
{
  g_autoptr (LodeQuery) query = lode_query_new (text);
  g_autoptr (GListModel) found = lode_query_select (query, dataset, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_true (g_list_model_get_item_type (found) == LODE_TYPE_STATEMENT);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (found, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", lode_record_get_id (record));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static const char *cases[][2] = {
  /* everything */
  { "", "one two three four" },
  { "  ", "one two three four" },
  { "…!", "one two three four" },
  /* folding */
  { "SELF interest", "one" },
  { "self-interest", "one" },
  { "self‑interest", "one" },
  { "maori", "two" },
  { "ma\xCC\x84ori", "two" },
  { "Chloe", "one" },
  { "CHLÖE", "one" },
  { "first", "two" },
  { "don't", "one" },
  { "don’t", "one" },
  { "dont", "one" },
  { "otakou", "three" },
  { "Macraes", "four" },
  { "Macrae's", "four" },
  /* words begin where words begin, but not where none are marked */
  { "act", "one" },
  { "fac", "one" },
  { "elf", "" },
  { "属", "three" },
  { "金属", "three" },
  /* several words: all of them, wherever each stands */
  { "brutal chloe", "one" },
  { "brutal maori", "" },
  { "interest self", "one" },
  /* phrases: in order and whole, or whole so far */
  { "\"self interest\"", "one" },
  { "“self interest”", "one" },
  { "\"interest self\"", "" },
  { "\"own brut\"", "" },
  { "\"own brut", "one" },
  { "\"own brutal\" they", "one" },
  { "\"in fact\" \"they dont\"", "one" },
  { "\"fact they\"", "one" },
  /* topics, their aliases, and what is meant by a slip */
  { "antinomy", "two four" },
  { "stibnite", "two four" },
  { "quartz", "three" },
  { "co-leader", "one" },
  { "opposition", "one two four" },
  /* fields */
  { "speaker:chloe", "one" },
  { "speaker:swarbrick", "one" },
  { "speaker:\"Chlöe Swarbrick\"", "one" },
  { "speaker:greens", "one four" },
  { "speaker:green", "three" },
  { "speaker:Gree", "one four" },
  { "SPEAKER:tpm", "two" },
  { "place:otago", "three" },
  { "place:Ōtākou", "three" },
  { "place:macraes", "four" },
  { "topic:minerals", "one two three four" },
  { "topic:antimony", "two four" },
  { "topic:gold", "three" },
  { "topic:Gol", "three four" },
  { "topic:sb", "two four" },
  { "kind:quote", "one four" },
  { "kind:quotation", "one four" },
  { "kind:no-reply", "two" },
  { "kind:p", "three" },
  { "kind:song", "" },
  { "group:opposition", "one four" },
  { "group:opposit", "one two four" },
  { "group:\"non-parliamentary opposition\"", "two" },
  { "source:s", "one two three four" },
  { "source:nothing", "" },
  /* a quotation that nobody has checked; a paraphrase is none */
  { "check:not-checked", "one four" },
  { "check:not", "one four" },
  { "check:verified", "" },
  { "check:nonsense", "" },
  /* one field several times: any of them; several fields: all of them */
  { "speaker:tpm speaker:green", "two three" },
  { "speaker:tpm speaker:green place:otago", "three" },
  { "kind:quote interest", "one four" },
  /* dates: the first day that they can mean; that of the last statement is its source's, 2026 */
  { "after:2026-02-02", "one" },
  { "after:2026-02", "one two" },
  { "before:2026", "three" },
  { "before:2026-02-02", "two three four" },
  { "after:2026-01 before:2026-02-02", "two four" },
  { "date:2026-02", "one two" },
  { "date:2025", "three" },
  { "date:2025 date:2026-02-02", "one three" },
  /* not whole yet, or not ours */
  { "topic:", "one two three four" },
  { "before:soon", "one two three four" },
  { "before:2026-13", "one two three four" },
  { "topic:\"", "one two three four" },
  { "\"", "one two three four" },
  { "http://x", "" },
  { "\xFF", "one two three four" },
};

static void
test_select (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_found (dataset, cases[i][0]);
      g_autofree char *shown = g_utf8_make_valid (cases[i][0], -1);

      g_test_message ("%s", shown);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_empty (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeQuery) query = lode_query_new (NULL);
  g_autoptr (LodeQuery) space = lode_query_new (" topic: ");
  g_autoptr (GListModel) found = lode_query_select (query, dataset, NULL);

  g_assert_true (found == lode_dataset_get_statements (dataset));
  g_assert_cmpstr (lode_query_get_text (query), ==, "");
  g_assert_true (lode_query_is_empty (query));
  g_assert_true (lode_query_is_empty (space));
  g_assert_cmpstr (lode_query_get_text (space), ==, " topic: ");
}

static void
test_unclear (void)
{
  static const char *texts[][2] = {
    { "gold", NULL },
    { "gold topic: after:2026", "topic:" },
    { "after:2026 before:\"next week\" gold", "before:\"next week\"" },
    { "date:2026-02-30", "date:2026-02-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (texts[i][0]);

      g_assert_cmpstr (lode_query_get_unclear (query), ==, texts[i][1]);
    }
}

static void
test_fold_origins (void)
{
  const char *text = "“Ma\xCC\x84ori’s” ﬁne";
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (LodeFoldOrigin));
  const LodeFoldOrigin *origin;

  lode_search_fold_append (folded, text, origins);
  g_assert_cmpstr (folded->str, ==, "maoris fine");
  g_assert_cmpuint (origins->len, ==, folded->len);

  /* The macron is part of the a before it, the apostrophe of the i. */
  origin = &g_array_index (origins, LodeFoldOrigin, 1);
  g_assert_cmpuint (origin->start, ==, strlen ("“M"));
  g_assert_cmpuint (origin->end, ==, strlen ("“Ma\xCC\x84"));
  origin = &g_array_index (origins, LodeFoldOrigin, 4);
  g_assert_cmpuint (origin->end, ==, strlen ("“Ma\xCC\x84ori’"));
  origin = &g_array_index (origins, LodeFoldOrigin, 8);
  g_assert_cmpuint (origin->start, ==, strlen ("“Ma\xCC\x84ori’s” "));
  g_assert_cmpuint (origin->end, ==, strlen ("“Ma\xCC\x84ori’s” ﬁ"));
}

static void
test_areas (void)
{
  static const char *areas[][2] = {
    { "area:170.2,-46,171,-45", "four" },
    { "area:169,-46,171,-44.5", "three four" },
    { "area:169,-45.1,170.2,-44.5 area:170.3,-45.5,170.5,-45", "three four" },
    { "area:169,-46,171,-44.5 topic:gold", "three" },
    { "area:170.3,-46,-176,-44", "four" }, /* over the antimeridian */
    { "area:0,0,1,1", "" },
    { "area:170,-46,171", "one two three four" },
    { "area:170,-44,171,-46", "one two three four" },
    { "area:170,-46,171,infinity", "one two three four" },
    { "area:170,-46,171,-45,3", "one two three four" },
    { "area:1700,-46,171,-45", "one two three four" },
  };
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeQuery) query = lode_query_new ("gold area:170.2,-46,171,-45");
  g_autoptr (LodeFindings) findings = NULL;
  const LodeArea area = { -176.5, -44.25, 166.123456, 0 };
  g_autofree char *written = lode_area_dup_string (&area);

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *found = dup_found (dataset, areas[i][0]);

      g_test_message ("%s", areas[i][0]);
      g_assert_cmpstr (found, ==, areas[i][1]);
    }

  g_assert_cmpstr (lode_query_get_value (query, LODE_QUERY_FIELD_AREA), ==, "170.2,-46,171,-45");
  g_assert_null (lode_query_get_value (query, LODE_QUERY_FIELD_TOPIC));
  g_assert_cmpstr (written, ==, "-176.5000,-44.2500,166.1235,0.0000");

  /* What stands on the markers is the same wherever the map is moved to. */
  findings = lode_findings_new (query, dataset, NULL);
  g_assert_cmpuint (lode_findings_count_place (findings, lode_dataset_find_place (dataset, "otago")),
                    ==, 1);
}

/* Taking a query apart, and putting one term in or out. */
static void
test_terms (void)
{
  g_autoptr (LodeQuery) query = lode_query_new (" gold  topic:sb \"own  brutal\" group:\"a b\" kind: x ");
  g_autofree char *words = lode_query_dup_words (query);
  g_autofree char *filters = lode_query_dup_filters (query);
  g_autoptr (LodeQuery) more = lode_query_with (query, LODE_QUERY_FIELD_GROUP, "c d", TRUE);
  g_autoptr (LodeQuery) less = lode_query_with (more, LODE_QUERY_FIELD_GROUP, "a b", FALSE);
  g_autoptr (LodeQuery) same = lode_query_with (more, LODE_QUERY_FIELD_TOPIC, "sb", TRUE);
  g_autoptr (LodeQuery) none = lode_query_without (more, LODE_QUERY_FIELD_GROUP);
  g_autoptr (LodeQuery) wordless = lode_query_without (query, LODE_QUERY_FIELD_WORDS);

  g_assert_cmpstr (words, ==, "gold \"own  brutal\" kind: x");
  g_assert_cmpstr (filters, ==, "topic:sb group:\"a b\"");
  g_assert_true (lode_query_has (query, LODE_QUERY_FIELD_GROUP, "a b"));
  g_assert_false (lode_query_has (query, LODE_QUERY_FIELD_GROUP, "a"));
  g_assert_cmpstr (lode_query_get_text (more), ==,
                   "gold  topic:sb \"own  brutal\" group:\"a b\" kind: x group:\"c d\"");
  g_assert_cmpstr (lode_query_get_text (less), ==,
                   "gold  topic:sb \"own  brutal\" kind: x group:\"c d\"");
  g_assert_true (same == more);
  g_assert_cmpstr (lode_query_get_text (none), ==, "gold  topic:sb \"own  brutal\" kind: x");
  g_assert_cmpstr (lode_query_get_text (wordless), ==, "topic:sb group:\"a b\" kind:");
}

/* "[gold] mine": what of a text is marked. */
static void
test_marks (void)
{
  static const struct
  {
    const char *query;
    const char *statement; /* NULL: the text is not its words */
    const char *text;
    const char *marked;
  } marks[] = {
    { "gold", NULL, "Marigold, Gold and goldfield", "Marigold, [Gold] and [gold]field" },
    { "maori", NULL, "Te Pāti Ma\xCC\x84ori’s", "Te Pāti [Ma\xCC\x84ori’]s" },
    { "\"self interest\" self", NULL, "Self‑interest.", "[Self‑interest]." },
    { "金", NULL, "属金", "属[金]" },
    { "topic:antimony", NULL, "antimony", "antimony" },
    { "topic:antimony", "two", "Antinomy is antimony, <b>not</b> antimonial",
      "[Antinomy] is [antimony], <b>not</b> antimonial" },
    { "stibn", "two", "antimony and stibnite", "[antimony] and [stibnite]" },
    { "a", "two", "antimony", "[a]ntimony" },
    { "topic:gold", "two", "gold and antimony", "gold and antimony" },
    { "quartz", "three", "in lead veins", "in [lead] veins" },
    { "speaker:gold kind:quote", "three", "gold", "gold" },
  };
  g_autoptr (LodeDataset) dataset = read_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (marks[i].query);
      LodeStatement *statement = marks[i].statement != NULL
        ? lode_dataset_find_statement (dataset, marks[i].statement) : NULL;
      g_autoptr (GArray) ranges = lode_query_find_marks (query, marks[i].text, statement);
      g_autoptr (GString) marked = g_string_new (marks[i].text);

      for (guint j = ranges->len; j > 0; j--)
        {
          const LodeTextRange *range = &g_array_index (ranges, LodeTextRange, j - 1);

          g_string_insert_c (marked, range->end, ']');
          g_string_insert_c (marked, range->start, '[');
        }
      g_assert_cmpstr (marked->str, ==, marks[i].marked);
    }
}

/* "antimony 2* gold 1": the values of a field, with a star those that the query has. */
static char *
dup_values (LodeFindings *findings, LodeQueryField field)
{
  g_autoptr (GListModel) values = lode_findings_list_values (findings, field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (LodeFilterValue) value = g_list_model_get_item (values, i);

      g_assert_cmpint (lode_filter_value_get_field (value), ==, field);
      g_string_append_printf (text, "%s%s %u%s", i > 0 ? ", " : "",
                              lode_filter_value_get_value (value),
                              lode_filter_value_get_count (value),
                              lode_filter_value_is_active (value) ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_findings (void)
{
  static const struct
  {
    const char *query;
    LodeQueryField field;
    const char *values;
  } counts[] = {
    { "", LODE_QUERY_FIELD_TOPIC, "minerals 4, antimony 2, gold 1, gold-rush 1" },
    { "", LODE_QUERY_FIELD_SPEAKER, "greens 2, chloe 1, green 1, tpm 1" },
    { "", LODE_QUERY_FIELD_PLACE, "macraes 1, otago 1" },
    { "", LODE_QUERY_FIELD_KIND, "quote 2, no-reply 1, paraphrase 1" },
    { "", LODE_QUERY_FIELD_GROUP, "opposition 2, non parliamentary opposition 1" },
    { "", LODE_QUERY_FIELD_SOURCE, "s 4" },
    { "", LODE_QUERY_FIELD_CHECK, "not-checked 2" },
    { "interest check:verified", LODE_QUERY_FIELD_CHECK, "not-checked 2, verified 0*" },
    { "brutal", LODE_QUERY_FIELD_CHECK, "not-checked 1" },
    { "", LODE_QUERY_FIELD_DATE, "2025 1, 2026 3" },
    /* the others follow a filter, its own field does not */
    { "topic:antimony", LODE_QUERY_FIELD_TOPIC, "minerals 4, antimony 2*, gold 1, gold-rush 1" },
    { "topic:antimony", LODE_QUERY_FIELD_SPEAKER, "greens 1, tpm 1" },
    { "topic:antimony", LODE_QUERY_FIELD_DATE, "2026 2" },
    { "topic:antimony kind:quote", LODE_QUERY_FIELD_TOPIC,
      "minerals 2, antimony 1*, gold-rush 1" },
    { "topic:antimony kind:quote", LODE_QUERY_FIELD_KIND, "no-reply 1, quote 1*" },
    { "maori", LODE_QUERY_FIELD_TOPIC, "antimony 1, minerals 1" },
    /* what is chosen stays, so that it can be let go */
    { "maori topic:gold", LODE_QUERY_FIELD_TOPIC, "antimony 1, minerals 1, gold 0*" },
    { "group:\"non parliamentary opposition\"", LODE_QUERY_FIELD_GROUP,
      "opposition 2, non parliamentary opposition 1*" },
    { "before:2026", LODE_QUERY_FIELD_DATE, "2025 1" },
  };
  g_autoptr (LodeDataset) dataset = read_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (counts[i].query);
      g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset, NULL);
      g_autoptr (GListModel) selected = lode_query_select (query, dataset, NULL);
      g_autofree char *values = dup_values (findings, counts[i].field);

      g_test_message ("%s", counts[i].query);
      g_assert_cmpstr (values, ==, counts[i].values);
      g_assert_cmpuint (g_list_model_get_n_items (lode_findings_get_statements (findings)), ==,
                        g_list_model_get_n_items (selected));
      g_assert_true (lode_findings_get_query (findings) == query);
      g_assert_true (lode_findings_get_dataset (findings) == dataset);
    }
}

/* A count beside a value is what choosing it alone brings. */
static void
test_counts_are_kept (void)
{
  static const char *queries[] = { "", "kind:quote", "interest", "topic:gold place:otago" };
  g_autoptr (LodeDataset) dataset = read_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (queries[i]);
      g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset, NULL);

      for (guint field = LODE_QUERY_FIELD_SPEAKER; field <= LODE_QUERY_FIELD_DATE; field++)
        {
          g_autoptr (GListModel) values = lode_findings_list_values (findings, field);
          g_autoptr (LodeQuery) others = lode_query_without (query, field);
          g_autoptr (GListModel) without = lode_query_select (others, dataset, NULL);

          g_assert_cmpuint (lode_findings_count_without (findings, field), ==,
                            g_list_model_get_n_items (without));
          for (guint j = 0; j < g_list_model_get_n_items (values); j++)
            {
              g_autoptr (LodeFilterValue) value = g_list_model_get_item (values, j);
              g_autoptr (LodeQuery) with =
                lode_query_with (others, field, lode_filter_value_get_value (value), TRUE);
              g_autoptr (GListModel) found = lode_query_select (with, dataset, NULL);

              g_assert_cmpuint (lode_filter_value_get_count (value), ==,
                                g_list_model_get_n_items (found));
            }
        }
    }
}

/* What the quotations came to is another thing once there is a text to look in. */
static void
test_checks (void)
{
  static const struct
  {
    const char *query;
    guint n;
  } checks[] = { { "check:verified", 1 }, { "check:not-found", 1 }, { "check:not-checked", 0 },
                 { "check:verified check:not-found", 2 }, { "check:verified kind:paraphrase", 0 } };
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (GHashTable) chosen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                         g_object_unref);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) text = g_file_new_tmp (NULL, &stream, &error);
  g_autoptr (LodeProvenance) provenance = NULL;
  g_autoptr (LodeQuery) empty = lode_query_new (NULL);
  g_autoptr (LodeFindings) unchecked = lode_findings_new (empty, dataset, NULL);
  g_autoptr (LodeFindings) checked = NULL;
  g_autofree char *values = NULL;

  g_assert_no_error (error);
  g_file_set_contents (g_file_peek_path (text), "“The interest itself.” No more.", -1, &error);
  g_assert_no_error (error);
  g_hash_table_insert (chosen, (char *) "s", g_object_ref (text));
  provenance = lode_provenance_check (dataset, NULL, chosen, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (checks[i].query);
      g_autoptr (GListModel) found = lode_query_select (query, dataset, provenance);

      g_assert_cmpuint (g_list_model_get_n_items (found), ==, checks[i].n);
    }

  checked = lode_findings_new_checked (unchecked, provenance);
  values = dup_values (checked, LODE_QUERY_FIELD_CHECK);
  g_assert_cmpstr (values, ==, "verified 1, not-found 1");
  g_assert_true (lode_findings_get_statements (checked) == lode_findings_get_statements (unchecked));
  g_assert_true (lode_findings_offers (checked, LODE_QUERY_FIELD_CHECK));
  g_assert_cmpuint (
    lode_findings_count_place (checked, lode_dataset_find_place (dataset, "otago")), ==, 1);
  g_file_delete (text, NULL, NULL);
}

static void
test_active (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeQuery) query =
    lode_query_new ("x topic:gold speaker:gre kind:quote group:opposition after:2026-02 date:2026");
  g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset, NULL);
  g_autoptr (GListModel) active = lode_findings_list_active (findings);
  static const char *names[] = { "Gold", "Speaker: gre", "Quotations", "opposition",
                                 "From February 2026 on", "2026" };

  g_assert_cmpuint (g_list_model_get_n_items (active), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LodeFilterValue) value = g_list_model_get_item (active, i);

      g_assert_cmpstr (lode_filter_value_get_name (value), ==, names[i]);
      g_assert_true (lode_filter_value_is_active (value));
      g_assert_true (lode_query_has (query, lode_filter_value_get_field (value),
                                     lode_filter_value_get_value (value)));
      g_assert_true ((lode_filter_value_get_count (value) == G_MAXUINT) == (i == 1 || i == 4));
    }

  g_assert_true (lode_findings_offers (findings, LODE_QUERY_FIELD_TOPIC));
  g_assert_true (lode_findings_offers (findings, LODE_QUERY_FIELD_DATE));
  g_assert_false (lode_findings_offers (findings, LODE_QUERY_FIELD_SOURCE));
}

static void
test_suggestion (void)
{
  static const char *suggestions[][2] = {
    { "antymony", "antimony" },
    { "antimoni topic:gold", NULL }, /* would find nothing either */
    { "brutel chloe", "brutal chloe" },
    { "Swarbrik  interest", "swarbrick  interest" },
    { "zzzzzzzz", NULL },
    { "\"interest self\"", NULL },
  };
  g_autoptr (LodeDataset) dataset = read_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (suggestions[i][0]);
      g_autofree char *suggestion = lode_query_dup_suggestion (query, dataset, NULL);

      g_assert_cmpstr (suggestion, ==, suggestions[i][1]);
    }
}

static void
test_place_counts (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeQuery) query = lode_query_new ("place:otago gold");
  g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset, NULL);

  g_assert_cmpuint (lode_findings_count_place (findings, lode_dataset_find_place (dataset, "otago")),
                    ==, 1);
  g_assert_cmpuint (
    lode_findings_count_place (findings, lode_dataset_find_place (dataset, "macraes")), ==, 0);
}

/* A folded text of few letters, so that everything is somewhere; or what one looks for in it, which
 * begins and ends with or without a space. */
static char *
dup_random_words (GRand *rand, guint max_length, gboolean is_needle)
{
  g_autoptr (GString) text = g_string_new (is_needle ? "a" : " ");
  const guint length = g_rand_int_range (rand, 0, max_length);

  for (guint i = 0; i < length; i++)
    {
      const char c = "aaabc "[g_rand_int_range (rand, 0, 6)];

      if (c != ' ' || text->str[text->len - 1] != ' ')
        g_string_append_c (text, c);
    }
  if (is_needle && g_rand_boolean (rand))
    g_string_prepend_c (text, ' ');
  if (!is_needle && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Words looked up in a list of words find what a search through the letters would. */
static void
test_texts (void)
{
  g_autoptr (LodeSearchTexts) texts = lode_search_texts_new ();
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  GRand *rand = g_rand_new_with_seed (2026);
  guint n_found = 0;

  for (guint i = 0; i < 500; i++)
    {
      char *text = dup_random_words (rand, 40, FALSE);

      lode_search_texts_add (texts, text);
      lode_search_texts_end (texts);
      g_ptr_array_add (expected, text);
    }
  lode_search_texts_finish (texts);
  g_assert_cmpuint (lode_search_texts_get_length (texts), ==, 500);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *needle = dup_random_words (rand, 9, TRUE);
      guint8 found[500] = { 0 };

      lode_search_texts_find (texts, needle, found);
      for (guint j = 0; j < 500; j++)
        {
          g_assert_cmpint (found[j], ==, strstr (expected->pdata[j], needle) != NULL);
          n_found += found[j];
        }
    }
  g_assert_cmpuint (n_found, >, 2000);
  g_rand_free (rand);
}

/* As a person reads it, on paper: names for ids, and what is no id as it was written. */
static void
test_in_words (void)
{
  static const char *texts[][2] = {
    { "", "" },
    { "interest \"self interest\"", "“interest” · “self interest”" },
    { "speaker:chloe topic:gold", "Speaker: Chlöe Swarbrick · Topic: Gold" },
    { "speaker:swar place:otago", "Speaker: swar · Place: Otago" },
    { "kind:quote check:verified", "Kind: Quotations · Check: Verified word for word" },
    { "group:OPPOSITION after:2026-02", "opposition · From February 2026 on" },
    { "group:none", "none" },
    { "date:2025 before:2026-02-02", "2025 · Before 2 February 2026" },
  };
  g_autoptr (LodeDataset) dataset = read_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LodeQuery) query = lode_query_new (texts[i][0]);
      g_autofree char *words = lode_query_dup_in_words (query, dataset);

      g_assert_cmpstr (words, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
  (g_test_init) (&argc, &argv, NULL);

  g_test_add_func ("/query/select", test_select);
  g_test_add_func ("/query/empty", test_empty);
  g_test_add_func ("/query/unclear", test_unclear);
  g_test_add_func ("/query/fold-origins", test_fold_origins);
  g_test_add_func ("/query/areas", test_areas);
  g_test_add_func ("/query/terms", test_terms);
  g_test_add_func ("/query/marks", test_marks);
  g_test_add_func ("/query/findings", test_findings);
  g_test_add_func ("/query/counts-are-kept", test_counts_are_kept);
  g_test_add_func ("/query/checks", test_checks);
  g_test_add_func ("/query/active", test_active);
  g_test_add_func ("/query/suggestion", test_suggestion);
  g_test_add_func ("/query/place-counts", test_place_counts);
  g_test_add_func ("/query/texts", test_texts);
  g_test_add_func ("/query/in-words", test_in_words);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-query.h"
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
  g_autoptr (GListModel) found = lode_query_select (query, dataset);
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

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_empty (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeQuery) query = lode_query_new (NULL);
  g_autoptr (LodeQuery) space = lode_query_new (" topic: ");
  g_autoptr (GListModel) found = lode_query_select (query, dataset);

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

/* Many texts of all lengths around a block's, against a search by hand. */
static void
test_texts (void)
{
  static const char *needles[] = { " a", "ab", " ab ", " abc", "cab", "b", " aab", "aaaaaaaaaaaaaaaaaa" };
  g_autoptr (LodeSearchTexts) texts = lode_search_texts_new ();
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  GRand *rand = g_rand_new_with_seed (2026);

  for (guint i = 0; i < 500; i++)
    {
      GString *text = g_string_new (NULL);
      const guint length = g_rand_int_range (rand, 0, 40);

      for (guint j = 0; j < length; j++)
        g_string_append_c (text, "aaabc "[g_rand_int_range (rand, 0, 6)]);
      lode_search_texts_add (texts, text->str);
      lode_search_texts_end (texts);
      g_string_prepend_c (text, ' ');
      g_string_append_c (text, ' ');
      g_ptr_array_add (expected, g_string_free (text, FALSE));
    }
  lode_search_texts_finish (texts);
  g_rand_free (rand);
  g_assert_cmpuint (lode_search_texts_get_length (texts), ==, 500);

  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      guint8 found[500] = { 0 };

      lode_search_texts_find (texts, needles[i], found);
      for (guint j = 0; j < 500; j++)
        g_assert_cmpint (found[j], ==, strstr (expected->pdata[j], needles[i]) != NULL);
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
  g_test_add_func ("/query/texts", test_texts);

  return g_test_run ();
}

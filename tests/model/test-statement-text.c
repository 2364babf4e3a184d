/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-statement-text.h"
#include "test-model.h"

#include <locale.h>

static void
test_quoted (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeStatement *quote = lode_dataset_find_statement (dataset, "doe-antimony");
  static const char * const expected[][2] = {
    { "en-NZ", "“There's interest in antinomy.\n\n“It is found in Otago.”" },
    { "mi", "“There's interest in antinomy.\n\n“It is found in Otago.”" },
    { "zh-Hant", "“There's interest in antinomy.\n\n“It is found in Otago.”" },
    { NULL, "“There's interest in antinomy.\n\n“It is found in Otago.”" },
    { "de", "„There's interest in antinomy.\n\n„It is found in Otago.“" },
    { "DE-at", "„There's interest in antinomy.\n\n„It is found in Otago.“" },
    { "de-CH", "«There's interest in antinomy.\n\n«It is found in Otago.»" },
    { "fr", "«\302\240There's interest in antinomy.\n\n«\302\240It is found in Otago.\302\240»" },
    { "frr", "“There's interest in antinomy.\n\n“It is found in Otago.”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = lode_statement_dup_quoted (quote, expected[i][0]);

      g_assert_cmpstr (text, ==, expected[i][1]);
    }
}

/* Words that are not the speaker's have no marks. */
static void
test_unquoted (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  g_autofree char *paraphrase = NULL;
  g_autofree char *no_reply = NULL;

  paraphrase = lode_statement_dup_quoted (lode_dataset_find_statement (dataset, "roe-paraphrase"),
                                          "en");
  g_assert_cmpstr (paraphrase, ==, "He is against it.");
  no_reply = lode_statement_dup_quoted (lode_dataset_find_statement (dataset, "nobody-asked"), "de");
  g_assert_cmpstr (no_reply, ==, "Asked, and did not answer.");
}

static void
test_citation (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  static const char * const expected[][2] = {
    { "doe-antimony",
      "Jane Doe, 30 January 2026, quoted in “Talks “slammed””, Otago Daily Times (RNZ), "
      "2 February 2026, https://example.org/talks?a=1#top" },
    { "roe-paraphrase", "John Roe, paraphrased from “A hearing”, 2025" },
    { "nobody-asked",
      "N. Obody, no reply reported in “Talks “slammed””, Otago Daily Times (RNZ), "
      "2 February 2026, https://example.org/talks?a=1#top" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = NULL;

      text = lode_statement_dup_citation (lode_dataset_find_statement (dataset, expected[i][0]));
      g_assert_cmpstr (text, ==, expected[i][1]);
    }
}

static char *
dup_in_language (const char *topic, const char *language)
{
  g_autofree char *english = test_model_dup_text ("", topic, "", "");
  g_autofree char *member = g_strdup_printf ("\"language\":\"%s\"", language);
  GString *json = g_string_new (english);

  g_assert_cmpuint (g_string_replace (json, "\"language\":\"en\"", member, 0), ==, 1);

  return g_string_free (json, FALSE);
}

static void
test_topic_in_sentence (void)
{
  static const char * const expected[][3] = {
    { "Critical minerals", "en-NZ", "critical minerals" },
    { "Critical minerals", "en", "critical minerals" },
    { "REE", "en", "REE" },
    { "V", "en", "V" },
    { "Ōtākou", "en", "ōtākou" },
    { "gold", "en", "gold" },
    { "Gold", "de", "Gold" },
    { "Gold", "eng", "Gold" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *topic = g_strdup_printf ("{\"id\":\"t\",\"name\":\"%s\"}", expected[i][0]);
      g_autofree char *json = dup_in_language (topic, expected[i][1]);
      g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
      g_autoptr (LodeDataset) dataset = NULL;
      g_autoptr (LodeTopic) record = NULL;
      g_autofree char *name = NULL;

      dataset = test_model_parse (json, strlen (json), problems);
      record = g_list_model_get_item (lode_dataset_get_topics (dataset), 0);
      name = lode_topic_dup_in_sentence (record);
      g_assert_cmpstr (name, ==, expected[i][2]);
    }
}

/* Of two datasets in one view, each goes by the rules of its own language. */
static void
test_two_languages (void)
{
  g_autofree char *english = dup_in_language ("{\"id\":\"t\",\"name\":\"Gold\"}", "en");
  g_autofree char *german = dup_in_language ("{\"id\":\"t\",\"name\":\"Gold\"}", "de");
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (LodeDataset) one = test_model_parse (english, strlen (english), problems);
  g_autoptr (LodeDataset) other = test_model_parse (german, strlen (german), problems);
  LodeDataset *parts[] = { one, other };
  g_autoptr (LodeDataset) both = lode_dataset_merge (parts, 2);
  const char * const expected[] = { "gold", "Gold" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (LodeTopic) topic = g_list_model_get_item (lode_dataset_get_topics (both), i);
      g_autofree char *name = lode_topic_dup_in_sentence (topic);

      g_assert_cmpstr (name, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statement-text/quoted", test_quoted);
  g_test_add_func ("/statement-text/unquoted", test_unquoted);
  g_test_add_func ("/statement-text/citation", test_citation);
  g_test_add_func ("/statement-text/two-languages", test_two_languages);
  g_test_add_func ("/statement-text/topic-in-sentence", test_topic_in_sentence);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-other-wordings.h"
#include "test-model.h"

typedef struct
{
  const char *name;
  const char *actor;
  const char *kind;
  const char *source;
  const char *words;
  gboolean is_other;
} Case;

/* Beside: Jane in source s: "We dig here, or we do not dig at all." */
static const Case cases[] = {
  { "comma", "jane", "quote", "t", "We dig here or we do not dig at all.", TRUE },
  { "word", "jane", "quote", "t", "We dig here, or we never dig at all.", TRUE },
  { "equal", "jane", "quote", "t", "We dig here, or we do not dig at all.", TRUE },
  { "same-source", "jane", "quote", "s", "We dig here or we do not dig at all.", FALSE },
  { "other-actor", "john", "quote", "t", "We dig here or we do not dig at all.", FALSE },
  { "paraphrase", "jane", "paraphrase", "t", "We dig here or we do not dig at all.", FALSE },
  { "part", "jane", "quote", "t", "We dig here", FALSE },
  { "other-order", "jane", "quote", "t", "At all, dig not do we or, here dig we.", FALSE },
  { "other-words", "jane", "quote", "t", "They swim there and they never come home again.", FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *json =
    g_strdup_printf ("{\"format\":\"said-where/1\",\"id\":\"x\",\"title\":\"X\",\"language\":\"en\","
                     "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\","
                     "\"published\":\"2026\"},{\"id\":\"t\",\"type\":\"speech\",\"title\":\"T\","
                     "\"published\":\"2026\"}],\"actors\":["
                     "{\"id\":\"jane\",\"name\":\"Jane\",\"kind\":\"person\"},"
                     "{\"id\":\"john\",\"name\":\"John\",\"kind\":\"person\"}],"
                     "\"topics\":[{\"id\":\"t\",\"name\":\"T\"}],\"places\":[],\"statements\":["
                     "{\"id\":\"one\",\"actor\":\"jane\",\"kind\":\"quote\",\"source\":\"s\","
                     "\"topics\":[\"t\"],\"text\":[\"We dig here, or we do not dig at all.\"]},"
                     "{\"id\":\"two\",\"actor\":\"%s\",\"kind\":\"%s\",\"source\":\"%s\","
                     "\"topics\":[\"t\"],\"text\":[\"%s\"]}]}",
                     test->actor, test->kind, test->source, test->words);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (LodeDataset) dataset = lode_dataset_parser_read (bytes, problems, NULL);
  g_autoptr (GPtrArray) others = NULL;

  g_assert_false (lode_problem_list_has_errors (problems));
  others = lode_other_wordings_find (dataset, lode_dataset_find_statement (dataset, "one"));
  g_assert_cmpuint (others->len, ==, test->is_other);
  if (test->is_other)
    g_assert_true (others->pdata[0] == (gpointer) lode_dataset_find_statement (dataset, "two"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/other-wordings/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-nearest-word.h"
#include "test-model.h"

#define STATEMENT \
  "{\"id\":\"x\",\"actor\":\"a\",\"kind\":\"quote\",\"text\":[\"X\"],\"source\":\"s\"," \
  "\"topics\":[\"t0\"]}"
#define ACTOR "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}"

/* Topics t0 → t1 → …; the last leads to @target, if there is one. */
static char *
dup_chain (guint n_topics, const char *target)
{
  GString *topics = g_string_new (NULL);

  for (guint i = 0; i < n_topics; i++)
    {
      g_string_append_printf (topics, "%s{\"id\":\"t%u\",\"name\":\"T\"", i > 0 ? ",\n" : "", i);
      if (i + 1 < n_topics)
        g_string_append_printf (topics, ",\"broader\":\"t%u\"", i + 1);
      else if (target != NULL)
        g_string_append_printf (topics, ",\"broader\":\"%s\"", target);
      g_string_append_c (topics, '}');
    }

  return g_string_free (topics, FALSE);
}

static GListModel *
check_chain (guint n_topics, const char *target)
{
  g_autofree char *topics = dup_chain (n_topics, target);
  g_autofree char *json = test_model_dup_text (ACTOR, topics, "", STATEMENT);

  return test_model_check_text (json, strlen (json));
}

static void
test_long_chain (void)
{
  g_autoptr (GListModel) problems = check_chain (50000, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
}

/* A circle is one error, however long it is and however many lead into it. */
static void
test_long_cycle (void)
{
  static const char * const targets[] = { "t0", "t2500", "t4999" };
  static const guint lines[] = { 1, 2501, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GListModel) problems = check_chain (5000, targets[i]);
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, 0);

      g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
      g_assert_cmpuint (lode_problem_get_line (problem), ==, lines[i]);
      g_assert_nonnull (strstr (lode_problem_get_message (problem), targets[i]));
    }
}

static void
test_nearest_word (void)
{
  static const char * const words[] = { "otago", "west-coast", "taranaki" };
  static const char * const expected[][2] = {
    { "otgao", "otago" },      { "otag", "otago" },       { "westcoast", "west-coast" },
    { "taranki", "taranaki" }, { "marlborough", NULL },   { "", NULL },
    { "x", NULL },             { "west-coats", "west-coast" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LodeNearestWord nearest;

      lode_nearest_word_init (&nearest, expected[i][0]);
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        lode_nearest_word_try (&nearest, words[j]);
      g_assert_cmpstr (nearest.nearest, ==, expected[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resolver/long-chain", test_long_chain);
  g_test_add_func ("/resolver/long-cycle", test_long_cycle);
  g_test_add_func ("/resolver/nearest-word", test_nearest_word);

  return g_test_run ();
}

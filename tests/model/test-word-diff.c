/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-passage-finder.h"
#include "lode-word-diff.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *first;
  const char *second;
  const char *runs; /* "=same", "-only in the first", "+only in the second", joined by "|" */
} Case;

static const Case cases[] = {
  { "same", "There is gold.", "There is gold.", "=There is gold." },
  { "both-empty", "", "", "" },
  { "first-empty", "", "gold", "+gold" },
  { "second-empty", "gold", "", "-gold" },
  { "changed", "the MineraIs Strategy", "the Minerals Strategy",
    "=the|-MineraIs|+Minerals|=Strategy" },
  { "comma", "not against mining, as", "not against mining as", "=not against mining|-,|=as" },
  { "added", "it is gold", "it is all gold", "=it is|+all|=gold" },
  { "space-only", "it is\ngold", "it  is gold", "=it is\ngold" },
  { "at-start", "A b c", "X b c", "-A|+X|=b c" },
  { "at-end", "a b C", "a b X", "=a b|-C|+X" },
  { "two-places", "a b c d e f", "a x c d y f", "=a|-b|+x|=c d|-e|+y|=f" },
  { "moved", "a b c", "b c a", "-a|=b c|+a" },
  { "nothing-common", "a b", "c d", "-a b|+c d" },
  { "macron", "Ōtākou gold", "Otakou gold", "-Ōtākou|+Otakou|=gold" },
  { "hyphen", "brutal self-interest now", "brutal self interest now",
    "=brutal|-self-interest|+self interest|=now" },
  { "apostrophe", "we can't", "we can’t", "=we|-can't|+can’t" },
  { "astral", "dig 💎 here", "dig 💎💎 here", "=dig 💎|+💎|=here" },
  { "repeated", "a a a", "a a", "=a a|-a" },
};

static void
test_diff (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) runs = lode_word_diff (test->first, test->second);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const LodeWordRun *run = &g_array_index (runs, LodeWordRun, i);
      const gboolean in_second = run->kind == LODE_WORD_RUN_SECOND_ONLY;
      const LodeWord bytes = in_second ? run->second : run->first;

      if (i > 0)
        g_string_append_c (text, '|');
      g_string_append_c (text, "=-+"[run->kind]);
      g_string_append_len (text, (in_second ? test->second : test->first) + bytes.start,
                           bytes.end - bytes.start);
    }

  g_assert_cmpstr (text->str, ==, test->runs);
}

/* Too long for the table: shown as different throughout, at once. */
static void
test_diff_huge (void)
{
  g_autoptr (GString) first = g_string_new ("same ");
  g_autoptr (GString) second = g_string_new ("same ");
  g_autoptr (GArray) runs = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (first, "a%u ", i);
      g_string_append_printf (second, "b%u ", i);
    }

  runs = lode_word_diff (first->str, second->str);
  g_assert_cmpuint (runs->len, ==, 3);
  g_assert_cmpint (g_array_index (runs, LodeWordRun, 1).kind, ==, LODE_WORD_RUN_FIRST_ONLY);
  g_assert_cmpuint (g_array_index (runs, LodeWordRun, 1).first.start, ==, 5);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *paragraphs[3];
  const char *passage; /* NULL: none */
} Passage;

static const Passage passages[] = {
  { "one-word-off", "He said: \"There is a lot of gold in these hills.\" He left.",
    { "There is a lot of silver in these hills." }, "There is a lot of gold in these hills." },
  { "first-word-off", "Well, these hills hold a lot of gold, he said, and left.",
    { "those hills hold a lot of gold" }, "these hills hold a lot of gold" },
  { "last-word-off", "We dig a lot of gold. And more.", { "We dig a lot of silver" },
    "We dig a lot of gold" },
  { "case-and-mark", "It’S all GOLD, they say", { "it's all gold" }, "It’S all GOLD" },
  { "paragraphs", "\"One is first of all.\n\n\"Two is last of all.\"",
    { "One is first of all.", "Two is last of them all." },
    "One is first of all.\n\n\"Two is last of all." },
  { "nothing-like-it", "There is a lot of gold in these hills.", { "Nobody ever mined tungsten" },
    NULL },
  { "no-text", "", { "gold" }, NULL },
};

static void
test_passage (gconstpointer data)
{
  const Passage *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->text, strlen (test->text));
  g_autoptr (LodeSourceText) text = lode_source_text_new (bytes, NULL);
  g_autoptr (LodePassageFinder) finder = lode_passage_finder_new (text);
  g_autofree char *passage = NULL;
  gsize start, end;

  if (lode_passage_finder_find (finder, test->paragraphs, &start, &end))
    passage = lode_source_text_dup_part (text, start, end);

  g_assert_cmpstr (passage, ==, test->passage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/word-diff/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_diff);
    }
  g_test_add_func ("/word-diff/huge", test_diff_huge);
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      g_autofree char *path = g_strconcat ("/passage/", passages[i].name, NULL);

      g_test_add_data_func (path, &passages[i], test_passage);
    }

  return g_test_run ();
}

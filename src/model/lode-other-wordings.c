/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-other-wordings.h"

#include "lode-word-diff.h"

#include <string.h>

/* Fewer words than these are alike by chance: "We do not." */
#define MIN_COMMON 4

static guint
count_words (const char *text, gsize length)
{
  g_autoptr (GArray) words = lode_words_split (text, length);

  return words->len;
}

static char *
dup_words (LodeStatement *statement)
{
  return g_strjoinv ("\n\n", (char **) lode_statement_get_paragraphs (statement));
}

/* Three quarters of the longer one's words, in the same order. */
static gboolean
is_near (const char *first, const char *second)
{
  const guint n_first = count_words (first, strlen (first));
  const guint n_second = count_words (second, strlen (second));
  const guint n_longer = MAX (n_first, n_second);
  g_autoptr (GArray) runs = NULL;
  guint n_common = 0;

  if (4 * MIN (n_first, n_second) < 3 * n_longer)
    return FALSE;

  runs = lode_word_diff (first, second);
  for (guint i = 0; i < runs->len; i++)
    {
      const LodeWordRun *run = &g_array_index (runs, LodeWordRun, i);

      if (run->kind == LODE_WORD_RUN_SAME)
        n_common += count_words (first + run->first.start, run->first.end - run->first.start);
    }

  return n_common >= MIN_COMMON && 4 * n_common >= 3 * n_longer;
}

/**
 * lode_other_wordings_find:
 * @dataset: a dataset
 * @statement: a quotation of it
 *
 * Finds quotations that have the same actor in another source and nearly the same words, in the same
 * order: at least three quarters of the longer one's, and four. Whether they are one remark is not
 * for software to say; they are worth a look side by side.
 *
 * Returns: (transfer full): an array of LodeStatement, in the order of the file
 */
GPtrArray *
lode_other_wordings_find (LodeDataset *dataset, LodeStatement *statement)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *statements = lode_dataset_get_statements (dataset);
  g_autofree char *words = dup_words (statement);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) other = g_list_model_get_item (statements, i);
      g_autofree char *other_words = NULL;

      if (lode_statement_get_actor (other) != lode_statement_get_actor (statement) ||
          lode_statement_get_source (other) == lode_statement_get_source (statement) ||
          lode_statement_get_kind (other) != LODE_STATEMENT_KIND_QUOTE)
        continue;

      other_words = dup_words (other);
      if (is_near (words, other_words))
        g_ptr_array_add (others, g_object_ref (other));
    }

  return others;
}

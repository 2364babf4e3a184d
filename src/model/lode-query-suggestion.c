/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-query-suggestion.h"

#include "lode-dataset-private.h"
#include "lode-nearest-word.h"
#include "lode-query-private.h"
#include "lode-search-index-private.h"

#include <string.h>

static void
try_words (LodeNearestWord *nearest, LodeSearchTexts *texts)
{
  guint n_words;
  const char * const *words = lode_search_texts_get_words (texts, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i]) > 2)
      lode_nearest_word_try (nearest, words[i]);
}

/* Whether @term alone finds anything. */
static gboolean
finds_something (const LodeQueryTerm *term, LodeDataset *dataset, const char *text)
{
  g_autofree char *part = g_strndup (text + term->start, term->end - term->start);
  g_autoptr (LodeQuery) query = lode_query_new (part);
  g_autoptr (GListModel) found = lode_query_select (query, dataset, NULL);

  return g_list_model_get_n_items (found) > 0;
}

static char *
dup_replaced (LodeQuery *query, const LodeQueryTerm *term, const char *word)
{
  const char *text = lode_query_get_text (query);

  return g_strdup_printf ("%.*s%s%s", (int) term->start, text, word, text + term->end);
}

/* The word of the dataset that is nearest to @term; names come before words. */
static char *
dup_nearest (const LodeQueryTerm *term, LodeSearchIndex *index)
{
  LodeNearestWord nearest;

  lode_nearest_word_init (&nearest, term->folded);
  try_words (&nearest, lode_search_records_get_names (index->topics));
  try_words (&nearest, lode_search_records_get_names (index->places));
  try_words (&nearest, lode_search_records_get_names (index->actors));
  try_words (&nearest, index->words);

  return g_strdup (nearest.nearest);
}

/**
 * lode_query_dup_suggestion:
 * @query: a query that finds nothing
 * @dataset: where it was looked for
 * @provenance: (nullable): see lode_query_select()
 *
 * Guesses what was meant: a word that is nowhere may be one that is, with a letter or two wrong.
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the text of a query that finds something; NULL: no idea
 */
char *
lode_query_dup_suggestion (LodeQuery *query, LodeDataset *dataset, LodeProvenance *provenance)
{
  const LodeQueryTerm *terms;
  guint n_terms;

  g_return_val_if_fail (LODE_IS_QUERY (query), NULL);
  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);

  terms = lode_query_get_terms (query, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *word = NULL;
      g_autofree char *text = NULL;
      g_autoptr (LodeQuery) suggested = NULL;
      g_autoptr (GListModel) found = NULL;

      if (terms[i].field != LODE_QUERY_FIELD_WORDS || strchr (terms[i].folded, ' ') != NULL
          || finds_something (&terms[i], dataset, lode_query_get_text (query)))
        continue;

      word = dup_nearest (&terms[i], lode_dataset_get_search_index (dataset));
      if (word == NULL)
        continue;

      text = dup_replaced (query, &terms[i], word);
      suggested = lode_query_new (text);
      found = lode_query_select (suggested, dataset, provenance);
      if (g_list_model_get_n_items (found) > 0)
        return g_steal_pointer (&text);
    }

  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-query-marks.h"

#include "lode-query-private.h"
#include "lode-search-fold.h"

#include <string.h>

/* Where in a text a query is found: what a reader wants to see marked. */

/* Words of fewer letters mean too many topics to mark them all. */
#define MIN_TOPIC_LETTERS 3

/* A folded text with a space at each end, and where each of its bytes is from. */
typedef struct
{
  GString *folded;
  GArray *origins;
} Text;

static void
text_init (Text *text, const char *words)
{
  const LodeFoldOrigin start = { 0, 0 };
  const LodeFoldOrigin end = { strlen (words), strlen (words) };

  text->folded = g_string_new (" ");
  text->origins = g_array_new (FALSE, FALSE, sizeof (LodeFoldOrigin));
  g_array_append_val (text->origins, start);
  lode_search_fold_append (text->folded, words, text->origins);
  g_string_append_c (text->folded, ' ');
  g_array_append_val (text->origins, end);
}

static void
text_clear (Text *text)
{
  g_string_free (text->folded, TRUE);
  g_array_unref (text->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static void
mark_needle (const Text *text, const char *needle, GArray *ranges)
{
  const gsize length = strlen (needle);
  const gsize skipped = needle[0] == ' ';
  const gsize left_out = length > 1 && needle[length - 1] == ' ';

  for (const char *at = strstr (text->folded->str, needle);
       at != NULL;
       at = strstr (at + 1, needle))
    {
      const gsize start = at - text->folded->str + skipped;
      const gsize last = at - text->folded->str + length - left_out - 1;
      const LodeTextRange range = {
        g_array_index (text->origins, LodeFoldOrigin, start).start,
        g_array_index (text->origins, LodeFoldOrigin, last).end,
      };

      g_array_append_val (ranges, range);
    }
}

/* All of @words, as whole words. */
static void
mark_phrase (const Text *text, const char *words, GArray *ranges)
{
  g_auto (Text) phrase = { 0 };

  text_init (&phrase, words);
  if (phrase.folded->len > 2)
    mark_needle (text, phrase.folded->str, ranges);
}

static gboolean
has_needle (const char *words, const char *needle)
{
  g_auto (Text) text = { 0 };

  if (words == NULL)
    return FALSE;

  text_init (&text, words);
  return strstr (text.folded->str, needle) != NULL;
}

static gboolean
means_topic (const LodeQueryTerm *term, LodeTopic *topic)
{
  const char * const *aliases = lode_topic_get_aliases (topic);

  if (term->field == LODE_QUERY_FIELD_TOPIC)
    {
      if (g_str_equal (term->value, lode_record_get_id (LODE_RECORD (topic))))
        return TRUE;
    }
  else if (g_utf8_strlen (term->folded, -1) < MIN_TOPIC_LETTERS)
    {
      return FALSE;
    }

  if (has_needle (lode_topic_get_name (topic), term->needle))
    return TRUE;
  for (guint i = 0; aliases[i] != NULL; i++)
    if (has_needle (aliases[i], term->needle))
      return TRUE;

  return FALSE;
}

/* Whoever looks for a topic finds it by each of its names. */
static void
mark_topics (const Text *text, const LodeQueryTerm *term, LodeStatement *statement, GArray *ranges)
{
  LodeTopic * const *topics;
  guint n_topics;

  topics = lode_statement_get_topics (statement, &n_topics);
  for (guint i = 0; i < n_topics; i++)
    {
      const char * const *aliases = lode_topic_get_aliases (topics[i]);

      if (!means_topic (term, topics[i]))
        continue;

      mark_phrase (text, lode_topic_get_name (topics[i]), ranges);
      for (guint j = 0; aliases[j] != NULL; j++)
        mark_phrase (text, aliases[j], ranges);
    }
}

/* What was meant is found; what was printed is marked. */
static void
mark_slips (const Text *text, const LodeQueryTerm *term, LodeStatement *statement, GArray *ranges)
{
  const LodeSic *sic;
  guint n_sic;

  sic = lode_statement_get_sic (statement, &n_sic);
  for (guint i = 0; i < n_sic; i++)
    if (has_needle (sic[i].meant, term->needle))
      mark_phrase (text, sic[i].printed, ranges);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const LodeTextRange *range_a = a;
  const LodeTextRange *range_b = b;

  return range_a->start < range_b->start ? -1 : range_a->start > range_b->start;
}

/* Puts the ranges in order, and those that touch together. */
static void
join_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const LodeTextRange range = g_array_index (ranges, LodeTextRange, i);
      LodeTextRange *before = n > 0 ? &g_array_index (ranges, LodeTextRange, n - 1) : NULL;

      if (before != NULL && range.start <= before->end)
        before->end = MAX (before->end, range.end);
      else
        g_array_index (ranges, LodeTextRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

/**
 * lode_query_find_marks:
 * @query: a query
 * @text: a text that belongs to a statement, UTF-8
 * @statement: (nullable): the statement whose words @text is; NULL for another text of it
 *
 * Finds what of @text fulfils the query. In a statement's words that is also each name of a topic
 * that the query means, and a slip whose meaning it means.
 *
 * Returns: (transfer full) (element-type LodeTextRange): the pieces, in order, apart from each other
 */
GArray *
lode_query_find_marks (LodeQuery *query, const char *text, LodeStatement *statement)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (LodeTextRange));
  g_auto (Text) folded = { 0 };
  const LodeQueryTerm *terms;
  guint n_terms;

  g_return_val_if_fail (LODE_IS_QUERY (query), ranges);
  g_return_val_if_fail (text != NULL, ranges);

  text_init (&folded, text);
  terms = lode_query_get_terms (query, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].field != LODE_QUERY_FIELD_WORDS && terms[i].field != LODE_QUERY_FIELD_TOPIC)
        continue;

      if (terms[i].field == LODE_QUERY_FIELD_WORDS)
        mark_needle (&folded, terms[i].needle, ranges);
      if (statement == NULL)
        continue;

      mark_topics (&folded, &terms[i], statement, ranges);
      if (terms[i].field == LODE_QUERY_FIELD_WORDS)
        mark_slips (&folded, &terms[i], statement, ranges);
    }

  join_ranges (ranges);
  return ranges;
}

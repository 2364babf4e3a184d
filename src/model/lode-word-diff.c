/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-word-diff.h"

#include <string.h>

/* The longest common subsequence of two texts' words, by the table of Wagner and Fischer once what
 * begins and ends alike is taken off. */

/* Cells of the table. Texts whose middles need more than this are shown as different throughout. */
#define MAX_CELLS (16 * 1024 * 1024)

typedef struct
{
  const char *text;
  GArray *words;
} Side;

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* An apostrophe or a hyphen between two letters is a part of the word. */
static gboolean
is_joint (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011;
}

static const char *
skip_word (const char *at, const char *end)
{
  while (at < end)
    {
      const gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (!is_word_char (c) &&
          !(is_joint (c) && next < end && is_word_char (g_utf8_get_char (next))))
        break;
      at = next;
    }

  return at;
}

static gboolean
is_same (const Side *first, guint i, const Side *second, guint j)
{
  const LodeWord *a = &g_array_index (first->words, LodeWord, i);
  const LodeWord *b = &g_array_index (second->words, LodeWord, j);

  return a->end - a->start == b->end - b->start &&
         memcmp (first->text + a->start, second->text + b->start, a->end - a->start) == 0;
}

/* The bytes of the words @from up to, but without, @to. */
static LodeWord
get_bytes (const Side *side, guint from, guint to)
{
  LodeWord bytes = { 0, 0 };

  if (from < to)
    {
      bytes.start = g_array_index (side->words, LodeWord, from).start;
      bytes.end = g_array_index (side->words, LodeWord, to - 1).end;
    }
  else if (from > 0)
    {
      bytes.start = bytes.end = g_array_index (side->words, LodeWord, from - 1).end;
    }

  return bytes;
}

static void
add_run (GArray          *runs,
         LodeWordRunKind  kind,
         const Side      *first,
         guint            first_from,
         guint            first_to,
         const Side      *second,
         guint            second_from,
         guint            second_to)
{
  LodeWordRun run = {
    .kind = kind,
    .first = get_bytes (first, first_from, first_to),
    .second = get_bytes (second, second_from, second_to),
  };

  if (first_from < first_to || second_from < second_to)
    g_array_append_val (runs, run);
}

/* In cell [i][j]: how many words the rests from @i and from @j have in common. */
static guint16 *
create_table (const Side *first, guint first_from, guint n, const Side *second, guint second_from,
              guint m)
{
  guint16 *table = g_new0 (guint16, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    {
      guint16 *row = table + (gsize) i * (m + 1);
      const guint16 *below = row + m + 1;

      for (guint j = m; j-- > 0;)
        row[j] = is_same (first, first_from + i, second, second_from + j)
          ? below[j + 1] + 1
          : MAX (below[j], row[j + 1]);
    }

  return table;
}

/* Adds what differs, and then what is the same, as far as both go. */
static void
add_block (GArray     *runs,
           const Side *first,
           const guint first_bounds[3],
           const Side *second,
           const guint second_bounds[3])
{
  add_run (runs, LODE_WORD_RUN_FIRST_ONLY, first, first_bounds[0], first_bounds[1],
           second, second_bounds[0], second_bounds[0]);
  add_run (runs, LODE_WORD_RUN_SECOND_ONLY, first, first_bounds[1], first_bounds[1],
           second, second_bounds[0], second_bounds[1]);
  add_run (runs, LODE_WORD_RUN_SAME, first, first_bounds[1], first_bounds[2],
           second, second_bounds[1], second_bounds[2]);
}

/* Walks the table along the longest way. */
static void
add_middle (GArray     *runs,
            const Side *first,
            guint       first_from,
            guint       first_to,
            const Side *second,
            guint       second_from,
            guint       second_to)
{
  const guint n = first_to - first_from;
  const guint m = second_to - second_from;
  g_autofree guint16 *table = NULL;
  guint i = 0;
  guint j = 0;

  if ((guint64) (n + 1) * (m + 1) <= MAX_CELLS && MAX (n, m) < G_MAXUINT16)
    table = create_table (first, first_from, n, second, second_from, m);

  while (i < n || j < m)
    {
      guint first_bounds[3] = { first_from + i };
      guint second_bounds[3] = { second_from + j };

      while ((i < n || j < m) &&
             (table == NULL || i == n || j == m ||
              !is_same (first, first_from + i, second, second_from + j)))
        {
          if (j == m || (i < n && (table == NULL || table[(gsize) (i + 1) * (m + 1) + j] >=
                                                    table[(gsize) i * (m + 1) + j + 1])))
            i++;
          else
            j++;
        }
      first_bounds[1] = first_from + i;
      second_bounds[1] = second_from + j;

      while (i < n && j < m && is_same (first, first_from + i, second, second_from + j))
        i++, j++;
      first_bounds[2] = first_from + i;
      second_bounds[2] = second_from + j;

      add_block (runs, first, first_bounds, second, second_bounds);
    }
}

/**
 * lode_words_split:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Splits a text into words: letters, digits and marks, with the apostrophes and hyphens between
 * them, are one; every other sign is one of its own; white space is none.
 *
 * Returns: (transfer full): an array of LodeWord
 */
GArray *
lode_words_split (const char *text, gsize length)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LodeWord));
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      const gunichar c = g_utf8_get_char (at);
      const char *next = is_word_char (c) ? skip_word (at, end) : g_utf8_next_char (at);
      LodeWord word = { at - text, next - text };

      if (!g_unichar_isspace (c))
        g_array_append_val (words, word);
      at = next;
    }

  return words;
}

/**
 * lode_word_diff:
 * @first: a text
 * @second: another one
 *
 * Compares two texts word by word, code points for what they are; white space is not compared.
 *
 * Returns: (transfer full): an array of LodeWordRun, in order
 */
GArray *
lode_word_diff (const char *first, const char *second)
{
  g_autoptr (GArray) first_words = lode_words_split (first, strlen (first));
  g_autoptr (GArray) second_words = lode_words_split (second, strlen (second));
  const Side a = { first, first_words };
  const Side b = { second, second_words };
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (LodeWordRun));
  guint n = first_words->len;
  guint m = second_words->len;
  guint n_before = 0;
  guint n_after = 0;

  while (n_before < MIN (n, m) && is_same (&a, n_before, &b, n_before))
    n_before++;
  while (n_after < MIN (n, m) - n_before && is_same (&a, n - n_after - 1, &b, m - n_after - 1))
    n_after++;

  add_run (runs, LODE_WORD_RUN_SAME, &a, 0, n_before, &b, 0, n_before);
  add_middle (runs, &a, n_before, n - n_after, &b, n_before, m - n_after);
  add_run (runs, LODE_WORD_RUN_SAME, &a, n - n_after, n, &b, m - n_after, m);

  return runs;
}

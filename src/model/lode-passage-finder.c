/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-passage-finder.h"

#include "lode-word-diff.h"

/* A window as long as the quotation, and a quarter more, slides over the text's words, and counts
 * how many of the quotation's are in it, in whatever order. What the best window has too much at
 * its ends is cut off by comparing it word by word. */

struct _LodePassageFinder
{
  LodeSourceText *text;
  GArray *words;   /* of LodeWord */
  guint32 *hashes; /* of the words, with the case of ASCII and the form of apostrophes folded */
};

/* How often a word is wanted, and how often the window has it. */
typedef struct
{
  guint wanted;
  guint present;
} Need;

static guint32
hash_word (const char *text, const LodeWord *word)
{
  guint32 hash = 2166136261u; /* FNV-1a */

  for (const char *at = text + word->start; at < text + word->end; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      hash ^= c == 0x2019 ? '\'' : c < 128 ? (guint32) g_ascii_tolower (c) : c;
      hash *= 16777619u;
    }

  return hash;
}

static guint32 *
hash_words (const char *text, GArray *words)
{
  guint32 *hashes = g_new (guint32, MAX (words->len, 1));

  for (guint i = 0; i < words->len; i++)
    hashes[i] = hash_word (text, &g_array_index (words, LodeWord, i));

  return hashes;
}

static GHashTable *
count_needs (const guint32 *hashes, guint n)
{
  GHashTable *needs = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < n; i++)
    {
      Need *need = g_hash_table_lookup (needs, GUINT_TO_POINTER (hashes[i]));

      if (need == NULL)
        {
          need = g_new0 (Need, 1);
          g_hash_table_insert (needs, GUINT_TO_POINTER (hashes[i]), need);
        }
      need->wanted++;
    }

  return needs;
}

/* The first word of the best window of @width words, and how many of its words are wanted. */
static guint
find_window (LodePassageFinder *self, GHashTable *needs, guint width, guint *n_best)
{
  guint best = 0;
  guint n = 0;

  *n_best = 0;
  for (guint i = 0; i < self->words->len; i++)
    {
      Need *need = g_hash_table_lookup (needs, GUINT_TO_POINTER (self->hashes[i]));

      if (i >= width)
        {
          Need *left = g_hash_table_lookup (needs, GUINT_TO_POINTER (self->hashes[i - width]));

          if (left != NULL && left->present-- <= left->wanted)
            n--;
        }
      if (need != NULL && need->present++ < need->wanted)
        n++;

      if (n > *n_best)
        {
          *n_best = n;
          best = i + 1 >= width ? i + 1 - width : 0;
        }
    }

  return best;
}

static guint
count_words (const char *text, LodeWord bytes)
{
  g_autoptr (GArray) words = lode_words_split (text + bytes.start, bytes.end - bytes.start);

  return words->len;
}

/* How many words at one end of the window are none of the quotation's, not even changed ones: more
 * of them than the quotation has there. */
static guint
count_surplus (GArray *runs, const char *quotation, const char *window, gboolean at_end)
{
  const guint n = runs->len;
  guint n_first = 0;
  guint n_second = 0;

  for (guint i = 0; i < n; i++)
    {
      const LodeWordRun *run = &g_array_index (runs, LodeWordRun, at_end ? n - 1 - i : i);

      if (run->kind == LODE_WORD_RUN_SAME)
        break;
      if (run->kind == LODE_WORD_RUN_FIRST_ONLY)
        n_first += count_words (quotation, run->first);
      else
        n_second += count_words (window, run->second);
    }

  return n_second > n_first ? n_second - n_first : 0;
}

static void
trim_window (LodePassageFinder *self, const char *quotation, guint *from, guint *to)
{
  gsize length;
  const char *text = lode_source_text_get_bytes (self->text, &length);
  const gsize start = g_array_index (self->words, LodeWord, *from).start;
  const gsize end = g_array_index (self->words, LodeWord, *to - 1).end;
  g_autofree char *window = g_strndup (text + start, end - start);
  g_autoptr (GArray) runs = lode_word_diff (quotation, window);
  const guint before = count_surplus (runs, quotation, window, FALSE);
  const guint after = count_surplus (runs, quotation, window, TRUE);

  if (before + after < *to - *from)
    {
      *from += before;
      *to -= after;
    }
}

/**
 * lode_passage_finder_new:
 * @text: (transfer none): where to look; kept
 *
 * Returns: (transfer full): a finder for any number of quotations; free it with
 *   lode_passage_finder_free()
 */
LodePassageFinder *
lode_passage_finder_new (LodeSourceText *text)
{
  LodePassageFinder *self = g_new0 (LodePassageFinder, 1);
  const char *bytes;
  gsize length;

  bytes = lode_source_text_get_bytes (text, &length);
  self->text = g_object_ref (text);
  self->words = lode_words_split (bytes, length);
  self->hashes = hash_words (bytes, self->words);

  return self;
}

void
lode_passage_finder_free (LodePassageFinder *self)
{
  g_object_unref (self->text);
  g_array_unref (self->words);
  g_free (self->hashes);
  g_free (self);
}

/**
 * lode_passage_finder_find:
 * @self: a finder
 * @paragraphs: the paragraphs of a quotation, NULL-terminated
 * @start: (out): the first position of the passage, in code points of the text
 * @end: (out): the position after the last
 *
 * Finds the passage that has most of the quotation's words.
 *
 * Returns: FALSE: there is none that has even half of them
 */
gboolean
lode_passage_finder_find (LodePassageFinder  *self,
                          const char * const *paragraphs,
                          gsize              *start,
                          gsize              *end)
{
  g_autofree char *quotation = g_strjoinv ("\n\n", (char **) paragraphs);
  g_autoptr (GArray) words = lode_words_split (quotation, strlen (quotation));
  g_autofree guint32 *hashes = hash_words (quotation, words);
  g_autoptr (GHashTable) needs = count_needs (hashes, words->len);
  LodeCodePointMap *map = lode_source_text_get_map (self->text);
  const guint width = words->len + words->len / 4 + 2;
  guint n_common;
  guint from;
  guint to;

  from = find_window (self, needs, width, &n_common);
  if (n_common == 0 || n_common < (words->len + 1) / 2)
    return FALSE;

  to = MIN (from + width, self->words->len);
  trim_window (self, quotation, &from, &to);
  *start = lode_code_point_map_get_position (map, g_array_index (self->words, LodeWord,
                                                                 from).start);
  *end = lode_code_point_map_get_position (map, g_array_index (self->words, LodeWord,
                                                               to - 1).end);

  return TRUE;
}

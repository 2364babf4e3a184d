/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-search-texts.h"

#include "lode-search-fold.h"

#include <string.h>

/* What is there only while texts are added. */
typedef struct
{
  GString *part;
  GHashTable *numbers; /* word → its number + 1, in the order in which they come */
} Writing;

struct _LodeSearchTexts
{
  Writing *writing;       /* NULL once finished */
  GStringChunk *letters;  /* of the words */
  GPtrArray *words;       /* of char *, sorted once finished */
  GArray *tokens;         /* guint32: the words of all texts in order, by their number */
  GArray *starts;         /* guint32: where in the tokens each text begins, and where the last ends */
  guint32 *posting_starts; /* those of word i are from [i] to [i + 1] */
  guint32 *postings;      /* the texts that have the word, each once */
};

/* So many numbers are looked at in one go; a vector in the sense of GCC and Clang, who make of it
 * what the processor has. */
#define BLOCK_LENGTH 4
typedef guint32 Block __attribute__ ((vector_size (BLOCK_LENGTH * sizeof (guint32))));

/* The words that one word of a needle may be: those with the same beginning stand together. */
typedef struct
{
  guint32 first;
  guint32 n;
  guint8 *only; /* by number: of these, the ones that fit; NULL: all */
} Choice;

LodeSearchTexts *
lode_search_texts_new (void)
{
  LodeSearchTexts *self = g_new0 (LodeSearchTexts, 1);
  const guint32 start = 0;

  self->writing = g_new0 (Writing, 1);
  self->writing->part = g_string_new (NULL);
  self->writing->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->letters = g_string_chunk_new (1024);
  self->words = g_ptr_array_new ();
  self->tokens = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->starts, start);

  return self;
}

static void
writing_free (Writing *writing)
{
  g_string_free (writing->part, TRUE);
  g_hash_table_unref (writing->numbers);
  g_free (writing);
}

void
lode_search_texts_free (LodeSearchTexts *self)
{
  g_clear_pointer (&self->writing, writing_free);
  g_string_chunk_free (self->letters);
  g_ptr_array_unref (self->words);
  g_array_unref (self->tokens);
  g_array_unref (self->starts);
  g_free (self->posting_starts);
  g_free (self->postings);
  g_free (self);
}

static void
add_word (LodeSearchTexts *self, const char *word)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->writing->numbers, word));

  if (number == 0)
    {
      char *kept = g_string_chunk_insert (self->letters, word);

      g_ptr_array_add (self->words, kept);
      number = self->words->len;
      g_hash_table_insert (self->writing->numbers, kept, GUINT_TO_POINTER (number));
    }

  number--;
  g_array_append_val (self->tokens, number);
}

void
lode_search_texts_add (LodeSearchTexts *self, const char *text)
{
  GString *part;
  char *next;

  g_return_if_fail (self->writing != NULL);

  if (text == NULL)
    return;

  part = self->writing->part;
  g_string_truncate (part, 0);
  lode_search_fold_append (part, text, NULL);
  for (char *at = part->str; *at != '\0'; at = next)
    {
      const gsize length = strcspn (at, " ");

      next = at[length] != '\0' ? at + length + 1 : at + length;
      at[length] = '\0';
      if (length > 0)
        add_word (self, at);
    }
}

void
lode_search_texts_end (LodeSearchTexts *self)
{
  g_array_append_val (self->starts, self->tokens->len);
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char ** const words = user_data;

  return strcmp (words[*(const guint32 *) a], words[*(const guint32 *) b]);
}

/* Sorts the words, and gives them their new numbers wherever they stand. */
static void
sort_words (LodeSearchTexts *self)
{
  const guint n = self->words->len;
  guint32 *tokens = (guint32 *) (gpointer) self->tokens->data;
  g_autofree guint32 *order = g_new (guint32, n + 1);
  g_autofree guint32 *ranks = g_new (guint32, n + 1);
  GPtrArray *sorted = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof order[0], compare_words, self->words->pdata);
  for (guint i = 0; i < n; i++)
    {
      ranks[order[i]] = i;
      g_ptr_array_add (sorted, self->words->pdata[order[i]]);
    }
  for (guint i = 0; i < self->tokens->len; i++)
    tokens[i] = ranks[tokens[i]];

  g_ptr_array_unref (self->words);
  self->words = sorted;
}

/* Goes through the texts: first only to count each word's texts, then to write them down where
 * @at[word] says. */
static void
visit_postings (LodeSearchTexts *self, guint32 *at, gboolean write)
{
  const guint32 *tokens = (const guint32 *) (gpointer) self->tokens->data;
  g_autofree guint32 *seen = g_new0 (guint32, self->words->len + 1); /* number of the text + 1 */

  for (guint text = 0; text < lode_search_texts_get_length (self); text++)
    for (guint i = g_array_index (self->starts, guint32, text);
         i < g_array_index (self->starts, guint32, text + 1); i++)
      {
        if (seen[tokens[i]] == text + 1)
          continue;

        seen[tokens[i]] = text + 1;
        if (write)
          self->postings[at[tokens[i]]] = text;
        at[tokens[i]]++;
      }
}

static void
create_postings (LodeSearchTexts *self)
{
  const guint n = self->words->len;
  g_autofree guint32 *at = g_new0 (guint32, n + 1);
  guint32 sum = 0;

  visit_postings (self, at, FALSE);
  self->posting_starts = g_new (guint32, n + 1);
  for (guint i = 0; i <= n; i++)
    {
      self->posting_starts[i] = sum;
      sum += at[i];
      at[i] = self->posting_starts[i];
    }
  self->postings = g_new (guint32, sum + 1);
  visit_postings (self, at, TRUE);
}

void
lode_search_texts_finish (LodeSearchTexts *self)
{
  g_return_if_fail (self->writing != NULL);

  g_clear_pointer (&self->writing, writing_free);
  sort_words (self);
  create_postings (self);
  /* A block may be read that begins behind the last word. */
  g_array_set_size (self->tokens, self->tokens->len + BLOCK_LENGTH);
}

guint
lode_search_texts_get_length (LodeSearchTexts *self)
{
  return self->starts->len - 1;
}

const char * const *
lode_search_texts_get_words (LodeSearchTexts *self, guint *n_words)
{
  *n_words = self->words->len;
  return (const char * const *) self->words->pdata;
}

/* The first word that is not before @word. */
static guint
find_word (LodeSearchTexts *self, const char *word)
{
  guint low = 0;
  guint high = self->words->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (self->words->pdata[middle], word) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
choice_clear (gpointer data)
{
  g_free (((Choice *) data)->only);
}

static inline gboolean
is_chosen (const Choice *choice, guint32 word)
{
  return word - choice->first < choice->n && (choice->only == NULL || choice->only[word]);
}

/* The words that begin with @text; if @whole, the one that is it. */
static void
choose_by_start (LodeSearchTexts *self, Choice *choice, const char *text, gboolean whole)
{
  guint end;

  choice->first = find_word (self, text);
  for (end = choice->first; end < self->words->len; end++)
    if (whole ? !g_str_equal (self->words->pdata[end], text)
              : !g_str_has_prefix (self->words->pdata[end], text))
      break;
  choice->n = end - choice->first;
}

/* The words that have @text in them; if @at_end, at their end. */
static void
choose_by_part (LodeSearchTexts *self, Choice *choice, const char *text, gboolean at_end)
{
  choice->n = self->words->len;
  choice->only = g_new0 (guint8, choice->n + 1);
  for (guint i = 0; i < choice->n; i++)
    choice->only[i] = at_end ? g_str_has_suffix (self->words->pdata[i], text)
                             : strstr (self->words->pdata[i], text) != NULL;
}

/* Marks the texts that have any of the words. */
static void
mark_texts (LodeSearchTexts *self, const Choice *choice, guint8 *found)
{
  for (guint i = choice->first; i < choice->first + choice->n; i++)
    for (guint j = self->posting_starts[i];
         is_chosen (choice, i) && j < self->posting_starts[i + 1]; j++)
      found[self->postings[j]] = TRUE;
}

/* Which of the words from @token on are between the first and the last of @choice. Not returned as a
 * value: machines do not agree on how. */
static inline void
compare_block (const guint32 *token, const Choice *choice, Block *among)
{
  Block block;

  memcpy (&block, token, sizeof block);
  *among = (Block) (block - choice->first < choice->n);
}

/* Whether two words in order may be the first two of the phrase. In most texts none are, and to look
 * at all without a decision in between is several times as fast as to stop. */
static gboolean
may_have_phrase (const guint32 *token, const guint32 *end, const Choice *phrase)
{
  Block any = { 0 };
  guint64 halves[2];

  for (; token < end; token += BLOCK_LENGTH)
    {
      Block first, second;

      compare_block (token, &phrase[0], &first);
      compare_block (token + 1, &phrase[1], &second);
      any |= first & second;
    }

  memcpy (halves, &any, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

static gboolean
has_phrase (LodeSearchTexts *self, guint text, const Choice *phrase, guint n_words)
{
  const guint32 *tokens = (const guint32 *) (gpointer) self->tokens->data;
  const guint32 start = g_array_index (self->starts, guint32, text);
  const guint32 end = g_array_index (self->starts, guint32, text + 1);

  if (!may_have_phrase (tokens + start, tokens + end, phrase))
    return FALSE;

  for (guint32 i = start; i + n_words <= end; i++)
    {
      guint j = 0;

      while (j < n_words && is_chosen (&phrase[j], tokens[i + j]))
        j++;
      if (j == n_words)
        return TRUE;
    }

  return FALSE;
}

/* Only texts that have all of the words are looked into for their order. */
static void
find_phrase (LodeSearchTexts *self, const Choice *phrase, guint n_words, guint8 *found)
{
  const guint n = lode_search_texts_get_length (self);
  g_autofree guint8 *candidates = g_new0 (guint8, n + 1);
  g_autofree guint8 *marks = g_new (guint8, n + 1);

  mark_texts (self, &phrase[0], candidates);
  for (guint i = 1; i < n_words; i++)
    {
      memset (marks, 0, n + 1);
      mark_texts (self, &phrase[i], marks);
      for (guint j = 0; j < n; j++)
        candidates[j] &= marks[j];
    }

  for (guint i = 0; i < n; i++)
    if (candidates[i] && !found[i])
      found[i] = has_phrase (self, i, phrase, n_words);
}

void
lode_search_texts_find (LodeSearchTexts *self, const char *needle, guint8 *found)
{
  g_autofree char *text = g_strstrip (g_strdup (needle));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const guint n_words = g_strv_length (words);
  g_autoptr (GArray) choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  const Choice *phrase;

  g_return_if_fail (self->writing == NULL);
  g_return_if_fail (*text != '\0');

  g_array_set_clear_func (choices, choice_clear);
  g_array_set_size (choices, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      Choice *choice = &g_array_index (choices, Choice, i);
      const gboolean at_end = i + 1 < n_words || g_str_has_suffix (needle, " ");

      if (i > 0 || g_str_has_prefix (needle, " "))
        choose_by_start (self, choice, words[i], at_end);
      else
        choose_by_part (self, choice, words[i], at_end);
    }

  phrase = (const Choice *) (gpointer) choices->data;
  if (n_words == 1)
    mark_texts (self, phrase, found);
  else
    find_phrase (self, phrase, n_words, found);
}

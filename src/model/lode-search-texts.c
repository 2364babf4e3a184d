/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-search-texts.h"

#include "lode-search-fold.h"

#include <string.h>

struct _LodeSearchTexts
{
  GString *writing; /* NULL once finished */
  GString *part;
  GArray *ends;     /* gsize: where each text ends in bytes */
  char *bytes;      /* NULL until finished */
  gsize size;
};

/* Between two texts: in no needle. */
#define SEPARATOR '\n'

/* As many bytes as are compared at once; a vector in the sense of GCC and Clang, who make of it
 * what the processor has. */
#define BLOCK_SIZE 16
typedef guint8 Block __attribute__ ((vector_size (BLOCK_SIZE)));

LodeSearchTexts *
lode_search_texts_new (void)
{
  LodeSearchTexts *self = g_new0 (LodeSearchTexts, 1);

  self->writing = g_string_new (" ");
  self->part = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
lode_search_texts_free (LodeSearchTexts *self)
{
  if (self->writing != NULL)
    g_string_free (self->writing, TRUE);
  if (self->part != NULL)
    g_string_free (self->part, TRUE);
  g_array_unref (self->ends);
  g_free (self->bytes);
  g_free (self);
}

void
lode_search_texts_add (LodeSearchTexts *self, const char *text)
{
  if (text == NULL)
    return;

  g_string_truncate (self->part, 0);
  lode_search_fold_append (self->part, text, NULL);
  g_string_append_len (self->writing, self->part->str, self->part->len);
  if (self->writing->str[self->writing->len - 1] != ' ')
    g_string_append_c (self->writing, ' ');
}

void
lode_search_texts_end (LodeSearchTexts *self)
{
  gsize end = self->writing->len + 1;

  g_array_append_val (self->ends, end);
  g_string_append_c (self->writing, SEPARATOR);
  g_string_append_c (self->writing, ' ');
}

void
lode_search_texts_finish (LodeSearchTexts *self)
{
  self->size = self->writing->len;
  self->bytes = g_string_free (self->writing, FALSE);
  /* A block may be read that begins at the last byte, and one that many bytes on as a needle has. */
  self->bytes = g_realloc (self->bytes, self->size + BLOCK_SIZE);
  memset (self->bytes + self->size, 0, BLOCK_SIZE);
  self->writing = NULL;
  g_string_free (self->part, TRUE);
  self->part = NULL;
}

guint
lode_search_texts_get_length (LodeSearchTexts *self)
{
  return self->ends->len;
}

const char *
lode_search_texts_get_bytes (LodeSearchTexts *self, gsize *size)
{
  *size = self->size;
  return self->bytes;
}

/* The first text that ends after @offset, from @from on: mostly the next, or one not far on. */
static guint
find_text (LodeSearchTexts *self, gsize offset, guint from)
{
  const gsize *ends = (const gsize *) (gpointer) self->ends->data;
  guint step = 1;
  guint low = from;
  guint high;

  while (low + step < self->ends->len && ends[low + step] <= offset)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, self->ends->len - 1);
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (ends[middle] <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Of the block at @at, which bytes are @byte: 0xFF in their places. */
static inline Block
compare_block (const char *at, Block byte)
{
  Block block;

  memcpy (&block, at, BLOCK_SIZE);
  return (Block) (block == byte);
}

static inline gboolean
is_zero (Block block)
{
  guint64 halves[2];

  memcpy (halves, &block, BLOCK_SIZE);
  return (halves[0] | halves[1]) == 0;
}

/* The first @needle from @at on; NULL: there is none. memmem() is no part of POSIX, and slower with
 * short needles. Looks for two of its bytes at their distance, in a block at once, and compares the
 * rest only where both are. A space at the beginning is too frequent to be one of them. */
static const char *
find_needle (LodeSearchTexts *self, const char *at, const char *needle, gsize length)
{
  const gsize first = needle[0] == ' ' && length > 2 ? 1 : 0;
  const gsize last = length - 1;
  const char *end; /* where none can begin */
  Block first_byte, last_byte;

  if (length > self->size)
    return NULL;

  end = self->bytes + self->size - length + 1;
  memset (&first_byte, needle[first], BLOCK_SIZE);
  memset (&last_byte, needle[last], BLOCK_SIZE);
  for (; at < end; at += BLOCK_SIZE)
    {
      const Block both = compare_block (at + first, first_byte)
                         & compare_block (at + last, last_byte);

      if (is_zero (both))
        continue;
      for (guint i = 0; i < BLOCK_SIZE && at + i < end; i++)
        if (both[i] != 0 && memcmp (at + i, needle, length) == 0)
          return at + i;
    }

  return NULL;
}

void
lode_search_texts_find (LodeSearchTexts *self, const char *needle, guint8 *found)
{
  const gsize needle_length = strlen (needle);
  const char *at = self->bytes;
  guint text = 0;

  g_return_if_fail (self->bytes != NULL);
  g_return_if_fail (needle_length > 0);

  while ((at = find_needle (self, at, needle, needle_length)) != NULL)
    {
      text = find_text (self, at - self->bytes, text);
      found[text] = TRUE;
      at = self->bytes + g_array_index (self->ends, gsize, text);
    }
}

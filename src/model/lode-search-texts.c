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

/* What find_needle() looks for: two bytes of the needle, each in all places of a block. A space at
 * the beginning is too frequent to be one of them. */
typedef struct
{
  const char *needle;
  gsize length;
  gsize first;
  Block first_byte;
  Block last_byte;
} Probe;

static void
probe_init (Probe *probe, const char *needle)
{
  probe->needle = needle;
  probe->length = strlen (needle);
  probe->first = needle[0] == ' ' && probe->length > 2 ? 1 : 0;
  memset (&probe->first_byte, needle[probe->first], BLOCK_SIZE);
  memset (&probe->last_byte, needle[probe->length - 1], BLOCK_SIZE);
}

static inline Block
probe_block (const Probe *probe, const char *at)
{
  return compare_block (at + probe->first, probe->first_byte)
         & compare_block (at + probe->length - 1, probe->last_byte);
}

/* The first needle that begins in the block at @at where @both is set, and before @end. */
static const char *
check_block (const Probe *probe, const char *at, const char *end, Block both)
{
  guint64 halves[2];

  memcpy (halves, &both, BLOCK_SIZE);
  for (guint half = 0; half < 2; half++)
    for (guint64 bits = GUINT64_FROM_LE (halves[half]); bits != 0;)
      {
        const guint byte = __builtin_ctzll (bits) / 8;
        const char *start = at + half * 8 + byte;

        if (start < end && memcmp (start, probe->needle, probe->length) == 0)
          return start;
        bits &= ~((guint64) 0xFF << (byte * 8));
      }

  return NULL;
}

/* The first needle from @at on; NULL: there is none. memmem() is no part of POSIX, and slower with
 * short needles. Four blocks at once while there is nothing in them. */
static const char *
find_needle (LodeSearchTexts *self, const Probe *probe, const char *at)
{
  const char *end; /* where none can begin */

  if (probe->length > self->size)
    return NULL;

  end = self->bytes + self->size - probe->length + 1;
  while (at < end)
    {
      const char *start;
      Block both;

      while (end - at > 4 * BLOCK_SIZE
             && is_zero (probe_block (probe, at) | probe_block (probe, at + BLOCK_SIZE)
                         | probe_block (probe, at + 2 * BLOCK_SIZE)
                         | probe_block (probe, at + 3 * BLOCK_SIZE)))
        at += 4 * BLOCK_SIZE;

      both = probe_block (probe, at);
      if (!is_zero (both) && (start = check_block (probe, at, end, both)) != NULL)
        return start;
      at += BLOCK_SIZE;
    }

  return NULL;
}

void
lode_search_texts_find (LodeSearchTexts *self, const char *needle, guint8 *found)
{
  const char *at = self->bytes;
  guint text = 0;
  Probe probe;

  g_return_if_fail (self->bytes != NULL);
  g_return_if_fail (*needle != '\0');

  probe_init (&probe, needle);
  while ((at = find_needle (self, &probe, at)) != NULL)
    {
      text = find_text (self, at - self->bytes, text);
      found[text] = TRUE;
      at = self->bytes + g_array_index (self->ends, gsize, text);
    }
}

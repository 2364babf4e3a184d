/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-quotation-finder.h"

#include "lode-typography.h"

#include <string.h>

/* All quotations are looked for in one pass. Each is filed under its first bytes, as many of them
 * as fit into a machine word; the pass looks up the bytes at each place of the text, and compares in
 * full only where they are those of a quotation. Most places are turned away by a single bit. */

#define N_WIDTHS 4 /* of the first bytes: 1, 2, 4, 8 */
#define N_BITS 16
#define STRIDE (64 * 1024) /* bytes between two looks at the cancellable */

typedef struct
{
  guint64 key;
  const char *words; /* of the first paragraph */
  gsize length;
  guint index; /* of the quotation */
  guint next;  /* entry with the same hash, plus one; 0: none */
} Entry;

/* The quotations that are filed under the same number of bytes. */
typedef struct
{
  gsize width;
  GArray *entries;
  guint *heads;   /* entry by hash, plus one; 0: none */
  guint64 *taken; /* a bit by hash: small enough to stay in the nearest cache */
} Shelf;

typedef struct
{
  const char *text;
  const char *end;
  LodeSoughtQuotation *sought;
} Finder;

static inline guint64
load_key (const char *at, gsize width)
{
  guint64 key = 0;

  memcpy (&key, at, width);

  return key;
}

static inline guint
hash_key (guint64 key)
{
  return (key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - N_BITS);
}

static void
file_quotation (Shelf *shelves, const LodeSoughtQuotation *sought, guint index)
{
  const gsize length = strlen (sought->paragraphs[0]);
  guint i = N_WIDTHS - 1;
  Shelf *shelf;
  Entry entry;
  guint hash;

  while (i > 0 && (gsize) 1 << i > length)
    i--;

  shelf = &shelves[i];
  if (shelf->entries == NULL)
    {
      shelf->width = (gsize) 1 << i;
      shelf->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      shelf->heads = g_new0 (guint, 1 << N_BITS);
      shelf->taken = g_new0 (guint64, (1 << N_BITS) / 64);
    }

  entry.key = load_key (sought->paragraphs[0], shelf->width);
  entry.words = sought->paragraphs[0];
  entry.length = length;
  entry.index = index;
  hash = hash_key (entry.key);
  entry.next = shelf->heads[hash];
  g_array_append_val (shelf->entries, entry);
  shelf->heads[hash] = shelf->entries->len;
  shelf->taken[hash / 64] |= G_GUINT64_CONSTANT (1) << hash % 64;
}

static void
clear_shelves (Shelf *shelves)
{
  for (guint i = 0; i < N_WIDTHS; i++)
    {
      g_clear_pointer (&shelves[i].entries, g_array_unref);
      g_free (shelves[i].heads);
      g_free (shelves[i].taken);
    }
}

static gunichar
get_char_before (Finder *self, const char *at)
{
  return at > self->text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gunichar
get_char_at (Finder *self, const char *at)
{
  return at < self->end ? g_utf8_get_char (at) : 0;
}

/* The end of @paragraph if it stands at @at; NULL: it does not. */
static const char *
match_paragraph (Finder *self, const char *at, const char *paragraph)
{
  const gsize length = strlen (paragraph);

  if ((gsize) (self->end - at) < length || memcmp (at, paragraph, length) != 0)
    return NULL;
  if (lode_typography_joins_word (get_char_before (self, at), get_char_at (self, at)) ||
      lode_typography_joins_word (get_char_before (self, at + length),
                                  get_char_at (self, at + length)))
    return NULL;

  return at + length;
}

/* The end of the paragraph that follows @at over nothing but white space and quotation marks. It
 * may begin with a mark itself, and so every place of the gap is tried. */
static const char *
match_next_paragraph (Finder *self, const char *at, const char *paragraph)
{
  for (;;)
    {
      const char *end = match_paragraph (self, at, paragraph);

      if (end != NULL)
        return end;
      if (at >= self->end || !lode_typography_is_gap (g_utf8_get_char (at)))
        return NULL;

      at = g_utf8_next_char (at);
    }
}

/* Whether @prefix stands before @at, but for the white space and the marks between. */
static gboolean
has_prefix (Finder *self, const char *at, const char *prefix)
{
  gsize length = strlen (prefix);

  if ((gsize) (at - self->text) >= length && memcmp (at - length, prefix, length) == 0)
    return TRUE;

  while (length > 0)
    {
      const char *last = g_utf8_prev_char (prefix + length);

      if (!lode_typography_is_gap (g_utf8_get_char (last)))
        break;
      length = last - prefix;
    }
  while (lode_typography_is_gap (get_char_before (self, at)))
    at = g_utf8_prev_char (at);

  return length > 0 && (gsize) (at - self->text) >= length &&
         memcmp (at - length, prefix, length) == 0;
}

/* The same on the other side. */
static gboolean
has_suffix (Finder *self, const char *at, const char *suffix)
{
  gsize length = strlen (suffix);

  if ((gsize) (self->end - at) >= length && memcmp (at, suffix, length) == 0)
    return TRUE;

  while (lode_typography_is_gap (g_utf8_get_char (suffix)))
    suffix = g_utf8_next_char (suffix);
  while (at < self->end && lode_typography_is_gap (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  length = strlen (suffix);
  return length > 0 && (gsize) (self->end - at) >= length && memcmp (at, suffix, length) == 0;
}

static void
note_occurrence (Finder *self, LodeSoughtQuotation *sought, const char *start, const char *end)
{
  const gboolean asks_context = sought->prefix != NULL || sought->suffix != NULL;
  const gboolean in_context =
    asks_context &&
    (sought->prefix == NULL || has_prefix (self, start, sought->prefix)) &&
    (sought->suffix == NULL || has_suffix (self, end, sought->suffix));

  if (sought->n_found == 0 || (in_context && sought->n_in_context == 0))
    {
      sought->start = start - self->text;
      sought->end = end - self->text;
    }

  sought->n_found++;
  sought->n_in_context += in_context;
}

static inline gboolean
is_taken (const Shelf *shelf, guint hash)
{
  return shelf->taken[hash / 64] >> hash % 64 & 1;
}

static void
compare_at (Finder *self, const char *at, LodeSoughtQuotation *sought)
{
  const char *end = match_paragraph (self, at, sought->paragraphs[0]);

  for (guint i = 1; end != NULL && sought->paragraphs[i] != NULL; i++)
    end = match_next_paragraph (self, end, sought->paragraphs[i]);

  if (end != NULL)
    note_occurrence (self, sought, at, end);
}

static void
look_up (Finder *self, const Shelf *shelf, guint64 key, const char *at)
{
  guint next = shelf->heads[hash_key (key)];

  while (next != 0)
    {
      const Entry *entry = &g_array_index (shelf->entries, Entry, next - 1);

      if (entry->key == key && (gsize) (self->end - at) >= entry->length &&
          memcmp (at, entry->words, entry->length) == 0)
        compare_at (self, at, &self->sought[entry->index]);
      next = entry->next;
    }
}

/* @width is a constant where this is called, so that a key is one load. */
static inline gboolean
walk (Finder *self, const Shelf *shelf, gsize width, GCancellable *cancellable)
{
  const char *last = self->end - width;
  const char *at = self->text;

  if ((gsize) (self->end - self->text) < width)
    return TRUE;

  while (at <= last)
    {
      const char *stop = at + MIN (STRIDE, last - at + 1);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      for (; at < stop; at++)
        {
          const guint64 key = load_key (at, width);

          if (G_UNLIKELY (is_taken (shelf, hash_key (key))))
            look_up (self, shelf, key, at);
        }
    }

  return TRUE;
}

static gboolean
walk_shelf (Finder *self, const Shelf *shelf, GCancellable *cancellable)
{
  switch (shelf->width)
    {
    case 1:
      return walk (self, shelf, 1, cancellable);
    case 2:
      return walk (self, shelf, 2, cancellable);
    case 4:
      return walk (self, shelf, 4, cancellable);
    default:
      return walk (self, shelf, 8, cancellable);
    }
}

/**
 * lode_quotation_finder_run:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @sought: (inout) (array length=n_sought): what to look for
 * @n_sought: how many
 * @cancellable: (nullable): if it is cancelled, the answers are of no use
 *
 * Looks for quotations, code point by code point. The paragraphs of one must follow each other over
 * nothing but white space and quotation marks: each paragraph of a running quotation opens with a
 * mark, and only the last one closes. A quotation neither begins nor ends inside a word (see
 * lode_typography_joins_word()). A prefix or suffix is compared likewise, the marks and the white
 * space between it and the words left aside.
 *
 * Returns: FALSE: it was cancelled
 */
gboolean
lode_quotation_finder_run (const char          *text,
                           gsize                length,
                           LodeSoughtQuotation *sought,
                           guint                n_sought,
                           GCancellable        *cancellable)
{
  Finder self = { .text = text, .end = text + length, .sought = sought };
  Shelf shelves[N_WIDTHS] = { 0 };
  gboolean is_done = TRUE;

  for (guint i = 0; i < n_sought; i++)
    {
      sought[i].n_found = 0;
      sought[i].n_in_context = 0;
      sought[i].start = 0;
      sought[i].end = 0;
      if (sought[i].paragraphs[0] != NULL && *sought[i].paragraphs[0] != '\0')
        file_quotation (shelves, &sought[i], i);
    }

  for (guint i = 0; i < N_WIDTHS && is_done; i++)
    {
      if (shelves[i].entries != NULL)
        is_done = walk_shelf (&self, &shelves[i], cancellable);
    }

  clear_shelves (shelves);

  return is_done;
}

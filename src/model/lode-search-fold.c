/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-search-fold.h"

#include <string.h>

/* What somebody types is seldom what was printed: no macron, straight quotes, a space for a hyphen.
 * Folding makes both the same. Letters lose their case and their marks, by the compatibility
 * decomposition of Unicode; apostrophes go, so that "Macraes" is "Macrae's"; whatever else is
 * neither letter nor digit is a space, and of spaces there is one between words. */

/* Longest decomposition of one character. */
#define MAX_PARTS G_UNICHAR_MAX_DECOMPOSITION_LENGTH

typedef struct
{
  gunichar letter;
  const char *folded;
} Letter;

/* Letters with a stroke or joined, which no decomposition takes apart. */
static const Letter letters[] = {
  { 0x00DF, "ss" }, /* ß */
  { 0x00E6, "ae" }, /* æ */
  { 0x00F0, "d" },  /* ð */
  { 0x00F8, "o" },  /* ø */
  { 0x00FE, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x03C2, "σ" },  /* ς */
};

/* Those that stand inside a word or do not show: apostrophes, the ʻokina, soft hyphen, joiners. */
static gboolean
is_dropped (gunichar c)
{
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC || c == 0x00AD
         || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/* A space, but never two. */
static void
append_space (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

static void
append_letter (GString *folded, gunichar c)
{
  gunichar lower = g_unichar_tolower (c);

  for (guint i = 0; lower > 0x7F && i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == lower)
      {
        g_string_append (folded, letters[i].folded);
        return;
      }

  g_string_append_unichar (folded, lower);
}

static void
append_character (GString *folded, gunichar c)
{
  gunichar parts[MAX_PARTS];
  gsize n_parts;

  if (is_dropped (c))
    return;

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, MAX_PARTS);
  for (gsize i = 0; i < n_parts; i++)
    {
      if (g_unichar_ismark (parts[i]))
        continue;
      if (g_unichar_isalnum (parts[i]))
        append_letter (folded, parts[i]);
      else
        append_space (folded);
    }
}

static void
append_ascii (GString *folded, char c)
{
  if (g_ascii_isalnum (c))
    g_string_append_c (folded, g_ascii_tolower (c));
  else if (c != '\'')
    append_space (folded);
}

/* Notes where the bytes that have come since @before are from. */
static void
note_origins (GArray *origins, GString *folded, gsize before, gsize start, gsize end)
{
  const LodeFoldOrigin origin = { start, end };

  /* A mark, or a character that folds to nothing, belongs to the letter before. */
  if (folded->len == before && origins->len > 0)
    g_array_index (origins, LodeFoldOrigin, origins->len - 1).end = end;
  for (gsize i = before; i < folded->len; i++)
    g_array_append_val (origins, origin);
}

/**
 * lode_search_fold_append:
 * @folded: where to append
 * @text: UTF-8
 * @origins: (nullable) (element-type LodeFoldOrigin): one for each byte of @folded; takes those of
 *   what is appended
 *
 * Folds @text for searching: words of small letters without marks, with one space between. What
 * stands between words at the beginning of @folded is left out.
 */
void
lode_search_fold_append (GString *folded, const char *text, GArray *origins)
{
  for (const char *at = text, *next; *at != '\0'; at = next)
    {
      const gsize before = folded->len;
      const unsigned char byte = *at;

      if (byte < 0x80)
        {
          next = at + 1;
          append_ascii (folded, *at);
        }
      else
        {
          next = g_utf8_next_char (at);
          append_character (folded, g_utf8_get_char (at));
        }

      if (origins != NULL)
        note_origins (origins, folded, before, at - text, next - text);
    }
}

/**
 * lode_search_fold_needs_start:
 * @folded: a folded word
 *
 * A search finds words by their beginnings ("act" is not in "fact"), but not in scripts that write
 * no spaces between words.
 *
 * Returns: whether @folded is only looked for at the beginning of words
 */
gboolean
lode_search_fold_needs_start (const char *folded)
{
  switch ((int) g_unichar_get_script (g_utf8_get_char (folded)))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_THAI:
      return FALSE;
    default:
      return TRUE;
    }
}

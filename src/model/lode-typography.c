/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-typography.h"

static gunichar
fold_one (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201A: /* ‚ */
    case 0x201B: /* ‛ */
      return '\'';
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x201F: /* ‟ */
      return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
    case 0x2015: /* horizontal bar */
      return '-';
    case 0x00A0: /* no-break space */
    case 0x2007: /* figure space, which does not break either */
    case 0x202F: /* narrow no-break space */
      return ' ';
    default:
      return c;
    }
}

/* In these scripts words are not kept apart, so that a letter beside a letter says nothing. */
static gboolean
is_written_without_spaces (gunichar c)
{
  if (c < 0x0E00)
    return FALSE;

  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * lode_typography_is_quotation_mark:
 * @c: a code point
 *
 * Returns: whether @c opens or closes a quotation, outer or inner, in some language
 */
gboolean
lode_typography_is_quotation_mark (gunichar c)
{
  switch (c)
    {
    case '"':
    case '\'':
    case 0x00AB: /* « */
    case 0x00BB: /* » */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201A: /* ‚ */
    case 0x201B: /* ‛ */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x201F: /* ‟ */
    case 0x2039: /* ‹ */
    case 0x203A: /* › */
    case 0x300C: /* 「 */
    case 0x300D: /* 」 */
    case 0x300E: /* 『 */
    case 0x300F: /* 』 */
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
lode_typography_is_gap (gunichar c)
{
  return g_unichar_isspace (c) || lode_typography_is_quotation_mark (c);
}

/**
 * lode_typography_joins_word:
 * @before: a code point; 0: the text begins
 * @after: the next one; 0: the text ends
 *
 * Says whether the two belong to one word, so that no quotation may begin or end between them:
 * “responsible mining” does not occur in “irresponsible mining”, nor “Ma” before a combining
 * macron.
 *
 * Returns: TRUE if they do
 */
gboolean
lode_typography_joins_word (gunichar before, gunichar after)
{
  if (before == 0 || after == 0)
    return FALSE;
  if (g_unichar_ismark (after))
    return TRUE;

  return (g_unichar_isalnum (before) || g_unichar_ismark (before)) && g_unichar_isalnum (after) &&
         !is_written_without_spaces (before) && !is_written_without_spaces (after);
}

/**
 * lode_typography_fold:
 * @text: UTF-8
 * @length: its length in bytes
 * @folded_length: (out) (optional): the length of the result in bytes
 *
 * Returns: (transfer full): @text with its curly quotes, dashes and non-breaking spaces made plain
 */
char *
lode_typography_fold (const char *text, gsize length, gsize *folded_length)
{
  const char *end = text + length;
  char *folded = g_malloc (length + 1);
  char *to = folded;

  for (const char *at = text; at < end;)
    {
      const guchar byte = *at;

      /* All that is folded begins with one of these two bytes. */
      if (byte != 0xC2 && byte != 0xE2)
        {
          *to++ = *at++;
        }
      else
        {
          to += g_unichar_to_utf8 (fold_one (g_utf8_get_char (at)), to);
          at = g_utf8_next_char (at);
        }
    }

  *to = '\0';
  if (folded_length != NULL)
    *folded_length = to - folded;

  return folded;
}

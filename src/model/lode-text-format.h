/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the strings of a dataset can be. */
typedef enum
{
  LODE_TEXT_FREE,     /* anything, line feeds and nothing at all included */
  LODE_TEXT_LINE,     /* one line that is not empty */
  LODE_TEXT_ID,       /* kebab-case, at most 80 letters */
  LODE_TEXT_DATE,     /* YYYY, YYYY-MM or YYYY-MM-DD */
  LODE_TEXT_DAY,      /* YYYY-MM-DD */
  LODE_TEXT_LANGUAGE, /* BCP 47 */
  LODE_TEXT_URL,      /* http or https */
  LODE_TEXT_WIKIDATA, /* Q and a number */
  LODE_TEXT_COLOUR,   /* #rrggbb */
  LODE_TEXT_PATH,     /* relative, and staying below its folder */
  LODE_TEXT_SHA256,   /* 64 hexadecimal digits */
} LodeTextFormat;

/* Gives what is wrong with @text, translated, or NULL if it is of that format; and in @hint, which
 * may be NULL afterwards, what would be right. */
const char *lode_text_format_check (LodeTextFormat format, const char *text, const char **hint);

G_END_DECLS

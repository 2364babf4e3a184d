/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word, or a sign that is no part of one: bytes of the text. */
typedef struct
{
  gsize start;
  gsize end;
} LodeWord;

typedef enum
{
  LODE_WORD_RUN_SAME,
  LODE_WORD_RUN_FIRST_ONLY,
  LODE_WORD_RUN_SECOND_ONLY,
} LodeWordRunKind;

/* Words in a row that are alike in this: in both texts, or in one of them only. The bytes of the
 * text that has none of them are empty, and say where they would stand. */
typedef struct
{
  LodeWordRunKind kind;
  LodeWord        first;
  LodeWord        second;
} LodeWordRun;

GArray *lode_words_split (const char *text, gsize length); /* of LodeWord */
GArray *lode_word_diff   (const char *first, const char *second); /* of LodeWordRun */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeNearestWord:
 *
 * Looks among words for the one that somebody may have meant. Lives on the stack; the words stay
 * the caller's.
 */
typedef struct
{
  const char *wanted;
  const char *nearest; /* NULL: none is near enough */
  guint       distance;
} LodeNearestWord;

void lode_nearest_word_init (LodeNearestWord *self, const char *wanted);
void lode_nearest_word_try  (LodeNearestWord *self, const char *word);

G_END_DECLS

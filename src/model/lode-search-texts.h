/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeSearchTexts:
 *
 * Many folded texts as the words that they are made of: each different word is kept once, sorted,
 * with the texts that have it. To look for a word's beginning is to go through the words and not
 * through the texts. A needle that begins (ends) with a space begins (ends) where a word does; one
 * that does not is found inside words, too. Does not change once it is filled.
 */
typedef struct _LodeSearchTexts LodeSearchTexts;

LodeSearchTexts *lode_search_texts_new        (void);
void             lode_search_texts_free       (LodeSearchTexts *self);
/* Folds @text into the text that is being written. NULL adds nothing. */
void             lode_search_texts_add        (LodeSearchTexts *self, const char *text);
/* Ends the text that is being written; its number is how many were ended before. */
void             lode_search_texts_end        (LodeSearchTexts *self);
/* No text comes any more; from here on it can be searched, from any thread. */
void             lode_search_texts_finish     (LodeSearchTexts *self);
guint            lode_search_texts_get_length (LodeSearchTexts *self);
/* The different words, sorted; borrowed. */
const char * const *lode_search_texts_get_words (LodeSearchTexts *self, guint *n_words);
/* Sets found[i] to TRUE for each text i that has @needle, which is folded; leaves the others. */
void             lode_search_texts_find       (LodeSearchTexts *self,
                                               const char      *needle,
                                               guint8          *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeSearchTexts, lode_search_texts_free)

G_END_DECLS

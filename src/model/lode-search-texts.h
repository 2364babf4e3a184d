/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeSearchTexts:
 *
 * Many folded texts in one piece of memory, to be searched as one: it costs about what memchr()
 * costs over the same bytes. Each text begins and ends with a space, so that a needle that does so
 * too is found at the borders of words only. Does not change once it is filled.
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
/* All the bytes, for benchmarks. */
const char      *lode_search_texts_get_bytes  (LodeSearchTexts *self, gsize *size);
/* Sets found[i] to TRUE for each text i that has @needle, which is folded; leaves the others. */
void             lode_search_texts_find       (LodeSearchTexts *self,
                                               const char      *needle,
                                               guint8          *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeSearchTexts, lode_search_texts_free)

G_END_DECLS

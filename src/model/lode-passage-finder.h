/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-source-text.h"

G_BEGIN_DECLS

/**
 * LodePassageFinder:
 *
 * Finds the passage of a text that has most words in common with a quotation that is not in it: for
 * an editor's eye, never as a result.
 */
typedef struct _LodePassageFinder LodePassageFinder;

LodePassageFinder *lode_passage_finder_new  (LodeSourceText     *text);
void               lode_passage_finder_free (LodePassageFinder  *self);
gboolean           lode_passage_finder_find (LodePassageFinder  *self,
                                             const char * const *paragraphs,
                                             gsize              *start,
                                             gsize              *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodePassageFinder, lode_passage_finder_free)

G_END_DECLS

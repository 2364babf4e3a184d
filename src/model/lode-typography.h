/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a typesetter may change in a text without changing a word of it. */

gboolean lode_typography_is_quotation_mark (gunichar c);
/* White space or a quotation mark: what may stand between two paragraphs of a quotation. */
gboolean lode_typography_is_gap            (gunichar c);
/* Whether a word goes on from @before to @after. */
gboolean lode_typography_joins_word        (gunichar before,
                                            gunichar after);
/* Curly quotes, dashes and non-breaking spaces in their plain form, and nothing else. One code
 * point becomes one code point, so that positions in code points stay what they are. */
char    *lode_typography_fold              (const char *text,
                                            gsize       length,
                                            gsize      *folded_length);

G_END_DECLS

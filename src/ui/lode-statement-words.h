/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is not plain in the words of a statement: room between paragraphs, slips of the copy, and what
 * a search has found. */
PangoAttrList *lode_statement_words_create_attributes (LodeStatement *statement,
                                                       const char    *text,
                                                       const char    *language,
                                                       LodeQuery     *query);
void           lode_statement_words_mark_label        (GtkLabel      *label,
                                                       LodeQuery     *query);

G_END_DECLS

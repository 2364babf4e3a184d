/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-query.h"

G_BEGIN_DECLS

/* A piece of a text, in bytes; the end is not part of it. */
typedef struct
{
  guint start;
  guint end;
} LodeTextRange;

GArray *lode_query_find_marks (LodeQuery *query, const char *text, LodeStatement *statement);

G_END_DECLS

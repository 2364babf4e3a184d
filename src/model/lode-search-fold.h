/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a byte of a folded text comes from: a byte of the text that was folded. */
typedef struct
{
  guint32 start; /* of the character */
  guint32 end;   /* of it and of the marks on it */
} LodeFoldOrigin;

void     lode_search_fold_append      (GString    *folded,
                                       const char *text,
                                       GArray     *origins);
gboolean lode_search_fold_needs_start (const char *folded);

G_END_DECLS

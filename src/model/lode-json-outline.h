/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeJsonRange:
 * @start: the first byte, from 0
 * @length: how many bytes
 *
 * Where a value stands in a file. Four bytes each, as there are as many as records, and the guard
 * lets no file through that they could not count.
 */
typedef struct
{
  guint32 start;
  guint32 length;
} LodeJsonRange;

/**
 * LodeJsonOutline:
 *
 * Where the elements of an object's arrays stand in the bytes, so that each can be parsed on its
 * own and the whole document never stands in memory as a tree.
 */
typedef struct _LodeJsonOutline LodeJsonOutline;

LodeJsonOutline     *lode_json_outline_new          (const char          *json,
                                                     gsize                length,
                                                     const char * const  *names,
                                                     guint                n_names);
void                 lode_json_outline_free         (LodeJsonOutline     *self);
const char          *lode_json_outline_get_frame    (LodeJsonOutline     *self);
const LodeJsonRange *lode_json_outline_get_elements (LodeJsonOutline     *self,
                                                     guint                array,
                                                     guint               *n_elements);

/* Where the value of a member stands in the object @json; FALSE: it has no such member. */
gboolean             lode_json_outline_find_member  (const char          *json,
                                                     gsize                length,
                                                     const char          *name,
                                                     LodeJsonRange       *range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeJsonOutline, lode_json_outline_free)

G_END_DECLS

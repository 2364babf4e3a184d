/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeJsonPath:
 * @parent: the value around it; NULL: the document
 * @member: the name of the member, or NULL: an element of an array
 * @index: the index of the element
 *
 * Where a value stands in a JSON document. The steps live on the stack of whoever walks down, and
 * become a pointer by RFC 6901 only when there is a problem to report. A NULL path is the document.
 */
typedef struct _LodeJsonPath LodeJsonPath;
struct _LodeJsonPath
{
  const LodeJsonPath *parent;
  const char         *member;
  guint               index;
};

char *lode_json_path_dup_pointer      (const LodeJsonPath *self);
/* Appends "/" and @member, escaped by RFC 6901, to @pointer. */
void  lode_json_pointer_append_member (GString *pointer, const char *member);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeJsonLocation:
 * @pointer: a JSON Pointer by RFC 6901
 * @at_key: whether the name of the member is wanted, not its value
 * @line: (out): its line, from 1; 0 if the document has no such value
 * @column: (out): its column, from 1, in code points; 0 as above
 *
 * A question to lode_json_locate(), and its answer.
 */
typedef struct
{
  const char *pointer;
  gboolean    at_key;
  guint       line;
  guint       column;
} LodeJsonLocation;

void lode_json_locate (const char       *json,
                       gsize             length,
                       LodeJsonLocation *locations,
                       guint             n_locations);

G_END_DECLS

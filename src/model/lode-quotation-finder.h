/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeSoughtQuotation:
 * @paragraphs: its paragraphs, in order, NULL-terminated
 * @prefix: (nullable): what stands before it
 * @suffix: (nullable): what stands after it
 * @n_found: how often the words occur
 * @n_in_context: how often they occur between @prefix and @suffix
 * @start: the first byte of the first occurrence; of the first in context, if there is one
 * @end: the byte after the last
 *
 * A question to lode_quotation_finder_run(), and its answer.
 */
typedef struct
{
  const char * const *paragraphs;
  const char         *prefix;
  const char         *suffix;
  guint               n_found;
  guint               n_in_context;
  gsize               start;
  gsize               end;
} LodeSoughtQuotation;

gboolean lode_quotation_finder_run (const char           *text,
                                    gsize                 length,
                                    LodeSoughtQuotation  *sought,
                                    guint                 n_sought,
                                    GCancellable         *cancellable);

G_END_DECLS

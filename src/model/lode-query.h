/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"
#include "lode-provenance.h"

G_BEGIN_DECLS

/* What a term of a query looks at. */
typedef enum
{
  LODE_QUERY_FIELD_WORDS,   /* everything that can be read of a statement */
  LODE_QUERY_FIELD_SPEAKER, /* an actor, or the organisation it belongs to */
  LODE_QUERY_FIELD_PLACE,   /* a place that the words name */
  LODE_QUERY_FIELD_TOPIC,   /* a topic, or what it is broader than */
  LODE_QUERY_FIELD_KIND,
  LODE_QUERY_FIELD_GROUP,
  LODE_QUERY_FIELD_SOURCE,
  LODE_QUERY_FIELD_CHECK,   /* what comparing a quotation with its source came to */
  LODE_QUERY_FIELD_DATE,    /* in a year, in a month, on a day */
  LODE_QUERY_FIELD_BEFORE,  /* before the first day of a year, before a day … */
  LODE_QUERY_FIELD_AFTER,   /* from that day on */
  LODE_QUERY_FIELD_AREA,    /* about a place that lies in an area, see LodeArea */
  LODE_N_QUERY_FIELDS
} LodeQueryField;

/**
 * LodeQuery:
 *
 * What somebody looks for, read from one line of text; immutable. Words are joined by AND and found
 * by their beginnings; "words in quotation marks" are found whole and in order. `speaker:`,
 * `place:`, `topic:`, `kind:`, `group:`, `source:`, `check:`, `date:`, `before:`, `after:` and `area:`
 * look at one thing only: at the id of a record or the group that is written after the colon, or else at the
 * beginnings of the words in its names. Several of one of them are joined by OR, save `before:` and
 * `after:`. Case, marks on letters, apostrophes and all punctuation are folded on both sides.
 *
 * Any text is a query: a term that is not whole yet, such as "topic:", asks for nothing.
 */
#define LODE_TYPE_QUERY (lode_query_get_type ())
G_DECLARE_FINAL_TYPE (LodeQuery, lode_query, LODE, QUERY, GObject)

LodeQuery  *lode_query_new         (const char *text);
const char *lode_query_get_text    (LodeQuery *self);
gboolean    lode_query_is_empty    (LodeQuery *self);
const char *lode_query_get_unclear (LodeQuery *self);
GListModel *lode_query_select      (LodeQuery *self, LodeDataset *dataset,
                                    LodeProvenance *provenance);

const char *lode_query_get_field_name (LodeQueryField field);
gboolean    lode_query_has            (LodeQuery *self, LodeQueryField field, const char *value);
gboolean    lode_query_has_field      (LodeQuery *self, LodeQueryField field);
const char *lode_query_get_value      (LodeQuery *self, LodeQueryField field);
LodeQuery  *lode_query_with           (LodeQuery *self, LodeQueryField field, const char *value,
                                       gboolean present);
LodeQuery  *lode_query_without        (LodeQuery *self, LodeQueryField field);
char       *lode_query_dup_words      (LodeQuery *self);
char       *lode_query_dup_filters    (LodeQuery *self);
char       *lode_query_dup_in_words   (LodeQuery *self, LodeDataset *dataset);

G_END_DECLS

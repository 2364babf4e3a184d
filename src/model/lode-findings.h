/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-query.h"

G_BEGIN_DECLS

/**
 * LodeFilterValue:
 *
 * One choice of a filter: what can be written behind a field's colon, its name, and how many
 * statements there would be.
 */
#define LODE_TYPE_FILTER_VALUE (lode_filter_value_get_type ())
G_DECLARE_FINAL_TYPE (LodeFilterValue, lode_filter_value, LODE, FILTER_VALUE, GObject)

LodeQueryField lode_filter_value_get_field     (LodeFilterValue *self);
const char    *lode_filter_value_get_value     (LodeFilterValue *self);
const char    *lode_filter_value_get_name      (LodeFilterValue *self); /* for people */
guint          lode_filter_value_get_count     (LodeFilterValue *self);
gboolean       lode_filter_value_is_active     (LodeFilterValue *self); /* in the query */

/**
 * LodeFindings:
 *
 * What a query finds in a dataset, counted in all the ways in which it can be narrowed down.
 * Immutable; may be made in one thread and read in another.
 *
 * The counts of a field are of what all *other* fields leave: beside "Vanadium" stands how many
 * statements there are if that topic is chosen, also when another topic is chosen already.
 */
#define LODE_TYPE_FINDINGS (lode_findings_get_type ())
G_DECLARE_FINAL_TYPE (LodeFindings, lode_findings, LODE, FINDINGS, GObject)

LodeFindings *lode_findings_new            (LodeQuery *query, LodeDataset *dataset,
                                            LodeProvenance *provenance);
LodeFindings *lode_findings_new_checked    (LodeFindings *former, LodeProvenance *provenance);
LodeProvenance *lode_findings_get_provenance (LodeFindings *self);
LodeQuery    *lode_findings_get_query      (LodeFindings *self);
LodeDataset  *lode_findings_get_dataset    (LodeFindings *self);
GListModel   *lode_findings_get_statements (LodeFindings *self);
guint         lode_findings_count_place    (LodeFindings *self, LodePlace *place);
guint         lode_findings_count_without  (LodeFindings *self, LodeQueryField field);
gboolean      lode_findings_offers         (LodeFindings *self, LodeQueryField field);
GListModel   *lode_findings_list_active    (LodeFindings *self);
LodeFilterValue *lode_findings_dup_value   (LodeFindings *self, LodeQueryField field,
                                            const char *value);
GListModel   *lode_findings_list_values    (LodeFindings *self, LodeQueryField field);

G_END_DECLS

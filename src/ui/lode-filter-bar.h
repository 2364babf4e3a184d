/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeFilterBar:
 *
 * Where a query is written, and put together from filters: an entry for the words, a chip for each
 * filter that is set and for the topics that have a symbol, a menu for each field that has values to
 * choose from, and how much is found.
 *
 * Properties (all notify): "query" (its text, never NULL), "findings" (nullable): what the query of
 * a moment ago found.
 */
#define LODE_TYPE_FILTER_BAR (lode_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LodeFilterBar, lode_filter_bar, LODE, FILTER_BAR, AdwBin)

const char   *lode_filter_bar_get_query    (LodeFilterBar *self);
void          lode_filter_bar_set_query    (LodeFilterBar *self, const char *query);
LodeFindings *lode_filter_bar_get_findings (LodeFilterBar *self);
void          lode_filter_bar_set_findings (LodeFilterBar *self, LodeFindings *findings);
GtkEditable  *lode_filter_bar_get_entry    (LodeFilterBar *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeDateBounds:
 *
 * Where the dates of a query begin and end: two entries for a day, a month or a year, as the format
 * writes them. What is entered is told by the action "filter.replace", whose parameter is the field
 * and the value, "(us)"; an empty value takes the bound away.
 */
#define LODE_TYPE_DATE_BOUNDS (lode_date_bounds_get_type ())
G_DECLARE_FINAL_TYPE (LodeDateBounds, lode_date_bounds, LODE, DATE_BOUNDS, GtkGrid)

GtkWidget *lode_date_bounds_new          (void);
void       lode_date_bounds_set_findings (LodeDateBounds *self, LodeFindings *findings);

G_END_DECLS

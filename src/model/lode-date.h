/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates of the dataset: YYYY, YYYY-MM or YYYY-MM-DD (a subset of ISO 8601), proleptic Gregorian. */
gboolean lode_date_is_valid   (const char *date);
/* As 20260202, the first and the last day that it can mean; FALSE: no date. */
gboolean lode_date_pack       (const char *date, guint32 *first, guint32 *last);
/* "2 February 2026", "February 2026", "2026", in the locale's order and words. */
char    *lode_date_format     (const char *date);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-area.h"
#include "lode-query.h"

G_BEGIN_DECLS

/* One condition of a query. */
typedef struct
{
  LodeQueryField field;
  gsize start;   /* where it stands in the query's text, bytes */
  gsize end;
  char *value;   /* as written, without quotation marks */
  char *folded;  /* the value, folded, for what is compared whole */
  char *needle;  /* for LodeSearchTexts */
  guint32 first_day; /* of a date, by lode_date_pack() */
  guint32 last_day;
  LodeArea area;
} LodeQueryTerm;

const LodeQueryTerm *lode_query_get_terms  (LodeQuery *self, guint *n_terms);
GListModel          *lode_query_list_found (GListModel *statements, const guint16 *failed);

G_END_DECLS

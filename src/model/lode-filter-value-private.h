/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"
#include "lode-query-private.h"
#include "lode-verification.h"

G_BEGIN_DECLS

struct _LodeFilterValue
{
  GObject parent_instance;

  LodeQueryField field;
  char *value;
  char *name;
  guint count; /* G_MAXUINT: not counted */
  guint rank;  /* among those with the same count; where it is equal, too, names decide */
  gboolean active;
};

/* These fill in what is written and what is shown. */
void  lode_filter_value_name_record   (LodeFilterValue     *self,
                                       gpointer             record);
void  lode_filter_value_name_kind     (LodeFilterValue     *self,
                                       LodeStatementKind    kind);
void  lode_filter_value_name_outcome  (LodeFilterValue     *self,
                                       LodeOutcome          outcome);
/* -1: @word is none. */
int   lode_filter_value_find_kind     (const char          *word);
int   lode_filter_value_find_outcome  (const char          *word);
/* What is shown for a term that is no value that has a name. */
char *lode_filter_value_dup_term_name (const LodeQueryTerm *term);
/* For g_ptr_array_sort(). */
int   lode_filter_value_compare       (gconstpointer        a,
                                       gconstpointer        b);

G_END_DECLS

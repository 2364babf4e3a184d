/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the rows or the columns of a comparison are. The nicks of the GEnum are words of settings. */
typedef enum
{
  LODE_COMPARISON_AXIS_SPEAKERS,
  LODE_COMPARISON_AXIS_GROUPS,       /* the speakers' groups, such as "opposition" */
  LODE_COMPARISON_AXIS_TOPICS,
  LODE_COMPARISON_AXIS_PROPOSITIONS, /* only what somebody coded */
} LodeComparisonAxis;

#define LODE_TYPE_COMPARISON_AXIS (lode_comparison_axis_get_type ())
GType lode_comparison_axis_get_type (void);

typedef enum
{
  LODE_COMPARISON_ORDER_FIRST,      /* as each first appears among the statements */
  LODE_COMPARISON_ORDER_NAME,       /* by the locale's collation */
  LODE_COMPARISON_ORDER_STATEMENTS, /* most statements first */
  LODE_COMPARISON_ORDER_WORDS,      /* most quoted words first */
} LodeComparisonOrder;

#define LODE_TYPE_COMPARISON_ORDER (lode_comparison_order_get_type ())
GType lode_comparison_order_get_type (void);

/**
 * LodeComparisonHeading:
 *
 * A row or a column. Statements that only say that somebody was asked are in @n_no_replies and not
 * in @n_statements; words are those of quotations, since a paraphrase has none of the speaker's.
 */
typedef struct
{
  GObject    *item;         /* LodeActor, LodeTopic or LodeProposition; NULL for a group */
  const char *name;         /* NULL: the speakers that have no group */
  guint       n_statements;
  guint       n_no_replies;
  guint       n_words;
} LodeComparisonHeading;

/**
 * LodeComparison:
 *
 * Statements as a table: who said how much, and what, about which topic. Immutable; it can be made
 * in any thread. It keeps only cells with something in them, so that it grows with the statements
 * and not with rows × columns.
 */
#define LODE_TYPE_COMPARISON (lode_comparison_get_type ())
G_DECLARE_FINAL_TYPE (LodeComparison, lode_comparison, LODE, COMPARISON, GObject)

LodeComparison *lode_comparison_new (GListModel          *statements,
                                     LodeComparisonAxis   rows,
                                     LodeComparisonAxis   columns,
                                     LodeComparisonOrder  order,
                                     guint                min_statements);

LodeComparisonAxis           lode_comparison_get_rows_axis    (LodeComparison *self);
LodeComparisonAxis           lode_comparison_get_columns_axis (LodeComparison *self);
guint                        lode_comparison_get_n_rows       (LodeComparison *self);
guint                        lode_comparison_get_n_columns    (LodeComparison *self);
const LodeComparisonHeading *lode_comparison_get_row          (LodeComparison *self, guint row);
const LodeComparisonHeading *lode_comparison_get_column       (LodeComparison *self, guint column);
guint                        lode_comparison_get_n_hidden     (LodeComparison *self);
guint                        lode_comparison_get_n_words      (LodeComparison *self);

LodeStatement * const *lode_comparison_get_cell (LodeComparison *self,
                                                 guint           row,
                                                 guint           column,
                                                 guint          *n_statements);

guint lode_statement_count_words (LodeStatement *statement);

G_END_DECLS

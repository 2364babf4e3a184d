/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-comparison-cell.h"

G_BEGIN_DECLS

/* Where a cell of a table stands. Row LODE_COMPARISON_HEADING is the headings of the columns, and
 * that column those of the rows. */
typedef struct
{
  int row;
  int column;
} LodeComparisonPlace;

#define LODE_COMPARISON_HEADING -1

/**
 * LodeComparisonPool:
 *
 * The cells of a table that can be seen, by their places, and those that were seen before and can be
 * used again: a table of thousands of rows has as many widgets as fit on a screen. The cells are
 * children of the table, which takes them away at its end.
 */
typedef struct _LodeComparisonPool LodeComparisonPool;

/* Called once for each cell that is made. */
typedef GtkWidget *(* LodeComparisonCreate) (gpointer table);
/* Called for each cell in use. */
typedef void (* LodeComparisonVisit) (GtkWidget           *cell,
                                      LodeComparisonPlace  place,
                                      gpointer             user_data);

LodeComparisonPool *lode_comparison_pool_new           (LodeComparisonCreate       create,
                                                        gpointer                   table);
void                lode_comparison_pool_free          (LodeComparisonPool        *self);
/* @is_new: the cell has just come to that place, and must be filled. */
GtkWidget          *lode_comparison_pool_ensure        (LodeComparisonPool        *self,
                                                        LodeComparisonPlace        place,
                                                        gboolean                  *is_new);
/* Puts aside what is neither between the two places nor a heading of what is; a cell that has the
 * focus stays, wherever it is. */
void                lode_comparison_pool_spare_outside (LodeComparisonPool        *self,
                                                        LodeComparisonPlace        first,
                                                        LodeComparisonPlace        last);
void                lode_comparison_pool_spare_all     (LodeComparisonPool        *self);
void                lode_comparison_pool_foreach       (LodeComparisonPool        *self,
                                                        LodeComparisonVisit        visit,
                                                        gpointer                   user_data);
/* Of a cell in use. */
LodeComparisonPlace lode_comparison_pool_get_place     (GtkWidget                 *cell);

G_END_DECLS

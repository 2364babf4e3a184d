/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

G_BEGIN_DECLS

/**
 * LodeStatementHeading:
 *
 * The line above a group of statements.
 */
#define LODE_TYPE_STATEMENT_HEADING (lode_statement_heading_get_type ())
G_DECLARE_FINAL_TYPE (LodeStatementHeading, lode_statement_heading, LODE, STATEMENT_HEADING,
                      GObject)

const char *lode_statement_heading_get_title (LodeStatementHeading *self);
const char *lode_statement_heading_get_note  (LodeStatementHeading *self);
guint       lode_statement_heading_get_count (LodeStatementHeading *self);

/**
 * LodeStatementGroups:
 *
 * A dataset's statements, or those that a query found, in the groups that the panel shows, as one
 * list: a LodeStatementHeading, then its LodeStatements in the file's order, then the next heading.
 *
 * Only a statement whose own words name a place belongs to that place. With a place selected, the
 * groups are what names it, what is said in general, and who was asked and did not answer; what
 * names other places only is left out. Without one, the first group is what names any place. Who
 * was asked about a place is found at that place.
 */
#define LODE_TYPE_STATEMENT_GROUPS (lode_statement_groups_get_type ())
G_DECLARE_FINAL_TYPE (LodeStatementGroups, lode_statement_groups, LODE, STATEMENT_GROUPS, GObject)

LodeStatementGroups *lode_statement_groups_new         (void);
LodeDataset         *lode_statement_groups_get_dataset (LodeStatementGroups *self);
void                 lode_statement_groups_set_dataset (LodeStatementGroups *self,
                                                        LodeDataset         *dataset);
GListModel          *lode_statement_groups_get_statements (LodeStatementGroups *self);
void                 lode_statement_groups_set_statements (LodeStatementGroups *self,
                                                           GListModel          *statements);
LodePlace           *lode_statement_groups_get_place   (LodeStatementGroups *self);
void                 lode_statement_groups_set_place   (LodeStatementGroups *self,
                                                        LodePlace           *place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-filter-bar.h"
#include "lode-list-anchor.h"
#include "lode-list-growth.h"
#include "lode-nothing-found.h"
#include "lode-panel.h"
#include "lode-statement-groups.h"
#include "lode-statement-row.h"

G_BEGIN_DECLS

struct _LodePanel
{
  AdwBin parent_instance;

  LodeStatementGroups *groups;
  LodeFindings *findings;
  /* What comes when the list has shrunk. */
  LodeDataset *next_dataset;   /* NULL: the same as now */
  LodeFindings *next_findings; /* NULL: the same */
  LodePlace *next_place;       /* if there is a next one; NULL: all places */
  gboolean has_next_place;
  GHashTable *rows; /* set of the LodeStatementRows that show a statement */
  GListStore *overview;
  GListStore *lit_places;
  LodeProvenance *provenance;
  GListModel *items;
  LodeListGrowth *growth;
  gboolean is_held;
  LodeListAnchor *anchor; /* NULL: not held, or at the list's beginning */
  LodeStatement *target; /* the statement that a link or a step leads to */
  guint n_target_frames; /* for which it has been waited to come into sight */
  guint n_calm_frames;   /* of these, how many it has been in sight, one after the other */
  LodeStatementRow *pointed_row;
  LodeStatementRow *focused_row;
  GtkRoot *root;

  LodeFilterBar *filter_bar;
  GtkStack *stack;
  LodeNothingFound *nothing_found; /* NULL until nothing was found */
  GtkListView *list_view;
};

/* What the query marks in the statements; NULL: nothing has been found yet. */
LodeQuery *lode_panel_get_found_query  (LodePanel *self);

/* lode-panel-rows.c */
void       lode_panel_init_rows        (LodePanel *self);
void       lode_panel_follow_focus     (LodePanel *self);
void       lode_panel_stop_following   (LodePanel *self);
void       lode_panel_show_marks       (LodePanel *self);

/* lode-panel-target.c */
void       lode_panel_show_target      (LodePanel *self, GtkWidget *row);

G_END_DECLS

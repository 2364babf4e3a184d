/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a window showed at one moment. */
typedef struct
{
  char *query;
  char *place; /* its id; NULL: none was selected */
  char *page;
} LodeHistoryStep;

/**
 * LodeHistory:
 *
 * Where a reader has been in a window, to go back and forward. What is typed letter by letter is one
 * step.
 */
typedef struct _LodeHistory LodeHistory;

LodeHistory           *lode_history_new     (void);
void                   lode_history_free    (LodeHistory *self);
void                   lode_history_clear   (LodeHistory *self);
/* The window shows this now; @place may be NULL. @now: µs of the monotonic clock. If it was shown
 * before, nothing is noted; what was ahead is forgotten otherwise. */
void                   lode_history_visit   (LodeHistory *self,
                                             const char  *query,
                                             const char  *place,
                                             const char  *page,
                                             gint64       now);
gboolean               lode_history_can_go  (LodeHistory *self,
                                             int          direction);
/* -1: back, 1: forward. Borrowed; NULL: there is nothing. */
const LodeHistoryStep *lode_history_go      (LodeHistory *self,
                                             int          direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeHistory, lode_history_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-projection.h"
#include "lode-place.h"

G_BEGIN_DECLS

/**
 * LodeMarkerChoice:
 *
 * Which of many places have a marker: those in view, and a little around it; a couple of hundred
 * at most, the most important ones.
 */
typedef struct _LodeMarkerChoice LodeMarkerChoice;

LodeMarkerChoice *lode_marker_choice_new        (void);
void              lode_marker_choice_free       (LodeMarkerChoice *self);
/* Of LodePlace, as the model is now; NULL: none. Keeps references to the places only. */
void              lode_marker_choice_set_places (LodeMarkerChoice *self, GListModel *places);
/* The next choice is made even if the view is the same. */
void              lode_marker_choice_expire     (LodeMarkerChoice *self);
/* The chosen places (LodePlace, borrowed), the most important first, and before all the selected
 * one, which may be NULL. Free with g_ptr_array_unref(). NULL: the last choice still serves. */
GPtrArray        *lode_marker_choice_make       (LodeMarkerChoice        *self,
                                                 const LodeMapProjection *projection,
                                                 LodePlace               *selected);
/* It is one of the places, in view or not. */
gboolean          lode_marker_choice_knows      (LodeMarkerChoice *self, LodePlace *place);
/* The nearest place left, right, up or down of a point, in view or not. Borrowed; NULL: nothing
 * lies there, or it is another direction. */
LodePlace        *lode_marker_choice_find_next  (LodeMarkerChoice *self,
                                                 LodeWorldPoint    from,
                                                 GtkDirectionType  direction);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-projection.h"
#include "lode-marker-levels.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeMarkerChoice:
 *
 * Which of many places and clusters have a marker: those in view and a little around it.
 */
typedef struct _LodeMarkerChoice LodeMarkerChoice;

/* changed_cb is called, in the main thread, when another choice can be made. */
LodeMarkerChoice *lode_marker_choice_new        (GSourceOnceFunc          changed_cb,
                                                 gpointer                 user_data);
void              lode_marker_choice_free       (LodeMarkerChoice        *self);
/* As lode_marker_levels_set_places(). */
void              lode_marker_choice_set_places (LodeMarkerChoice        *self,
                                                 GListModel              *places,
                                                 LodeFindings         *findings);
/* The next choice is made anew, even if the view stands still. */
void              lode_marker_choice_expire     (LodeMarkerChoice        *self);
/* The items chosen, borrowed, the weightiest first; free with g_ptr_array_unref(). The selected
 * place is one of them, even if it is in a cluster; NULL: none. NULL: the last choice still
 * holds. */
GPtrArray        *lode_marker_choice_make       (LodeMarkerChoice        *self,
                                                 const LodeMapProjection *projection,
                                                 LodePlace               *selected);
/* Whether it is one of the places. */
gboolean          lode_marker_choice_knows      (LodeMarkerChoice        *self, LodePlace *place);
/* The item that shows the place, in view or not, borrowed; NULL: none does. */
GObject          *lode_marker_choice_find_item  (LodeMarkerChoice        *self, LodePlace *place);
/* The nearest item in that direction, in view or not, borrowed; NULL: nothing lies there. */
GObject          *lode_marker_choice_find_next  (LodeMarkerChoice        *self,
                                                 LodeWorldPoint           from,
                                                 GtkDirectionType         direction);

G_END_DECLS

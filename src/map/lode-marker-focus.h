/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker.h"

G_BEGIN_DECLS

/**
 * LodeMarkerFocus:
 *
 * The keyboard's focus among a layer's markers: which of them has it, which has it next, and the
 * place that gets it as soon as its marker is in view.
 */
typedef struct _LodeMarkerFocus LodeMarkerFocus;

/* Of the markers on this plane, their parent; borrowed, it outlives all calls but forget, free. */
LodeMarkerFocus *lode_marker_focus_new         (GtkWidget *plane);
void             lode_marker_focus_free        (LodeMarkerFocus *self);
/* Its button has the focus. */
gboolean         lode_marker_focus_is_on       (LodeMarker *marker);
/* Borrowed; NULL: no marker has the focus. */
LodeMarker      *lode_marker_focus_get_focused (LodeMarkerFocus *self);
/* Puts markers (LodeMarker) in the order of Tab: from north to south. */
void             lode_marker_focus_sort        (GPtrArray *markers);
/* The next of sorted markers for Tab, either way, among those in view. Borrowed; NULL: there is
 * none. */
LodeMarker      *lode_marker_focus_find_next   (LodeMarkerFocus *self, GPtrArray *markers,
                                                GtkDirectionType direction);
/* The place gets the focus later, unless it goes elsewhere before. Keeps a reference. */
void             lode_marker_focus_want        (LodeMarkerFocus *self, LodePlace *place);
/* The place that gets the focus later, borrowed; NULL: none. */
LodePlace       *lode_marker_focus_get_wanted  (LodeMarkerFocus *self);
void             lode_marker_focus_forget      (LodeMarkerFocus *self);
/* To what holds the plane: what is not in view cannot keep the keyboard. */
void             lode_marker_focus_give_away   (LodeMarkerFocus *self);

G_END_DECLS

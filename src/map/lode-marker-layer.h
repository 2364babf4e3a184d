/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeMarkerLayer:
 *
 * Places with a marker each, or one for several where they stand too near to each other, as many of
 * them as are in view and a couple of hundred at most. Widgets are used again as the map moves, so
 * that ten thousand places cost what two hundred do.
 *
 * Signals:
 * - "place-activated" (LodePlace)
 * - "cluster-activated" (LodeCluster)
 * - "reveal-place" (LodePlace): the keyboard goes there; please move the map so that it is in view.
 */
#define LODE_TYPE_MARKER_LAYER (lode_marker_layer_get_type ())
G_DECLARE_FINAL_TYPE (LodeMarkerLayer, lode_marker_layer, LODE, MARKER_LAYER, ShumateLayer)

/* Floating; the viewport is that of the map the layer is added to. */
LodeMarkerLayer *lode_marker_layer_new          (ShumateViewport  *viewport);
/* Of LodePlace; NULL: none. Keeps a reference, and follows the model's changes. */
void             lode_marker_layer_set_places   (LodeMarkerLayer  *self, GListModel *places);
/* How many statements name each place; NULL: all that do. Keeps a reference. */
void             lode_marker_layer_set_findings   (LodeMarkerLayer  *self, LodeFindings *findings);
/* The place whose marker stands out and lies above the others; NULL: none. It need not be one of
 * the places. Keeps a reference. */
void             lode_marker_layer_set_selected (LodeMarkerLayer  *self, LodePlace *place);
/* Places (LodePlace) that are pointed at elsewhere; NULL: none. What the model holds now counts,
 * later changes do not. */
void             lode_marker_layer_set_lit      (LodeMarkerLayer  *self, GListModel *places);
/* What of the view is covered by something else, widget pixels from its edges: at its lower
 * end, and in the corner at its lower right. */
void             lode_marker_layer_reserve      (LodeMarkerLayer  *self, int bottom,
                                                 int corner_width, int corner_height);
/* The place's marker, or that of its cluster, borrowed; NULL: it is not in view. */
LodeMarker      *lode_marker_layer_find         (LodeMarkerLayer  *self, LodePlace *place);
/* From the focused marker to the nearest place in that direction, in view or not. FALSE: no marker
 * has the focus, or nothing lies there. */
gboolean         lode_marker_layer_move_focus   (LodeMarkerLayer  *self,
                                                 GtkDirectionType  direction);
/* FALSE: the place has no marker in view. The focus follows when it has one, unless it goes
 * elsewhere or the places change before. */
gboolean         lode_marker_layer_focus_place  (LodeMarkerLayer  *self, LodePlace *place);

G_END_DECLS

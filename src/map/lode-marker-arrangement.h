/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-projection.h"
#include "lode-marker.h"

G_BEGIN_DECLS

/**
 * LodeMarkerArrangement:
 *
 * Where the callouts of a view stand, and how much they say: settled once for a zoom level and a
 * size, so that nothing jumps while the map moves.
 */
typedef struct _LodeMarkerArrangement LodeMarkerArrangement;

LodeMarkerArrangement *lode_marker_arrangement_new      (void);
void                   lode_marker_arrangement_free     (LodeMarkerArrangement *self);
/* What of the view is covered by something else, pixels from its edges: at its lower end, and in
 * the corner at its lower right. FALSE: as before. */
gboolean               lode_marker_arrangement_reserve  (LodeMarkerArrangement *self, int bottom,
                                                         int corner_width, int corner_height);
/* All callouts choose anew. */
void                   lode_marker_arrangement_forget   (LodeMarkerArrangement *self);
/* This item (LodePlace or LodeCluster) has no marker any more. */
void                   lode_marker_arrangement_drop     (LodeMarkerArrangement *self,
                                                         gpointer               item);
/* The zoom has changed so much that all should choose anew. */
gboolean               lode_marker_arrangement_is_stale (LodeMarkerArrangement *self, double zoom);
/* None of the markers (LodeMarker) needs to be settled. */
gboolean               lode_marker_arrangement_has_settled (LodeMarkerArrangement *self,
                                                            GPtrArray             *markers);
/* Settles those of the markers (LodeMarker) that are not yet. */
void                   lode_marker_arrangement_settle   (LodeMarkerArrangement   *self,
                                                         GPtrArray               *markers,
                                                         const LodeMapProjection *projection);
/* Where in the view a marker stands, with the placement it has now; on whole device pixels. */
LodeBox                lode_marker_arrangement_get_box  (LodeMarker              *marker,
                                                         const LodeMapProjection *projection);
/* So much of any other of the markers (LodeMarker) that this one should rather stay small. */
gboolean               lode_marker_arrangement_covers_others (LodeMarker              *marker,
                                                              GPtrArray               *markers,
                                                              const LodeMapProjection *projection);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-projection.h"
#include "lode-marker.h"

G_BEGIN_DECLS

/**
 * LodeMarkerPlane:
 *
 * The parent of all markers (LodeMarker), which stand on it as on a sheet of glass. While the map is
 * panned, the sheet is moved as a whole: no marker is allocated, and GTK draws from the nodes that it
 * has. It is laid anew for another zoom, size or scale, on the way half round the world, and when a
 * marker is new or stands elsewhere.
 */
#define LODE_TYPE_MARKER_PLANE (lode_marker_plane_get_type ())
G_DECLARE_FINAL_TYPE (LodeMarkerPlane, lode_marker_plane, LODE, MARKER_PLANE, GtkWidget)

/* Floating; empty until markers are given it as their parent. */
GtkWidget *lode_marker_plane_new  (void);
/* For its parent's size_allocate: puts the plane, and so the markers, where they belong as the map
 * stands now. Markers out of view are no longer visible as children. */
void       lode_marker_plane_move (LodeMarkerPlane         *self,
                                   const LodeMapProjection *projection);
/* A marker comes into view, or leaves it. */
void       lode_marker_plane_show (LodeMarkerPlane *self, LodeMarker *marker, gboolean in_view);

G_END_DECLS

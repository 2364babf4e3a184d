/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap.h"
#include "lode-marker-placement.h"
#include "lode-place.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeMarker:
 *
 * A place's callout: its topics as tiles, its name, its count of statements, and a tip that points
 * at the place from wherever the callout stands. A real button, so that it has a role, a name and
 * the keyboard; but the pointer's part is done here, as a drag that begins on a marker is meant
 * for the map.
 *
 * Signal "activated": clicked, or Enter or Space pressed.
 */
#define LODE_TYPE_MARKER (lode_marker_get_type ())
G_DECLARE_FINAL_TYPE (LodeMarker, lode_marker, LODE, MARKER, ShumateMarker)

/* Floating; without a place. */
LodeMarker                *lode_marker_new           (void);
/* Borrowed; NULL: not in use. */
LodePlace                 *lode_marker_get_place     (LodeMarker *self);
/* Keeps a reference. NULL: not in use. A marker is used again for one place after another. */
void                       lode_marker_set_place     (LodeMarker *self, LodePlace *place);
/* Of its place, in the copy of the world that New Zealand is continuous in. */
LodeWorldPoint             lode_marker_get_world_point (LodeMarker *self);
/* Its natural size, widget pixels; neither may be NULL. */
void                       lode_marker_measure_size  (LodeMarker *self, int *width, int *height);
/* Tiles and tip only: there is no room for all names. */
gboolean                   lode_marker_get_compact   (LodeMarker *self);
void                       lode_marker_set_compact   (LodeMarker *self, gboolean compact);
/* Shows its name even if it is compact. */
void                       lode_marker_set_expanded  (LodeMarker *self, gboolean expanded);
/* Its place is the one that the statements are shown of; a screen reader says "pressed". */
gboolean                   lode_marker_get_selected  (LodeMarker *self);
void                       lode_marker_set_selected  (LodeMarker *self, gboolean selected);
/* Pointed at for a moment. */
void                       lode_marker_set_lit       (LodeMarker *self, gboolean lit);
/* Where the callout stands, seen from the place; the layer allocates it there. Copied. */
void                       lode_marker_set_placement (LodeMarker                *self,
                                                      const LodeMarkerPlacement *placement);
/* Borrowed, never NULL; valid until it is set again. */
const LodeMarkerPlacement *lode_marker_get_placement (LodeMarker *self);
/* What takes the focus, and what a screen reader meets. Borrowed. */
GtkWidget                 *lode_marker_get_button    (LodeMarker *self);
/* What a screen reader says of a place's marker, "Otago: tungsten, antimony. 2 statements", in the
 * user's language. Free with g_free(). */
char                      *lode_marker_dup_label     (LodePlace *place);

G_END_DECLS

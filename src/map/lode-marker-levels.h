/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-camera-pose.h"
#include "lode-cluster.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeMarkerLevel:
 *
 * What has a marker at a zoom level: places that stand alone, and clusters of those that do not.
 * An item is a LodePlace or a LodeCluster. Immutable and reference counted.
 */
typedef struct _LodeMarkerLevel LodeMarkerLevel;

LodeMarkerLevel *lode_marker_level_ref       (LodeMarkerLevel    *self);
void             lode_marker_level_unref     (LodeMarkerLevel    *self);
/* The items in a box, borrowed, the weightiest first. Free with g_ptr_array_unref(). */
GPtrArray       *lode_marker_level_query     (LodeMarkerLevel    *self, const LodeWorldBox *box);
/* The item that shows the place, borrowed; NULL: the place is none of the level's. */
GObject         *lode_marker_level_find_item (LodeMarkerLevel    *self, LodePlace *place);
/* As lode_place_index_find_next(), borrowed; NULL: nothing lies there. */
GObject         *lode_marker_level_find_next (LodeMarkerLevel    *self, LodeWorldPoint from,
                                              int dx, int dy);

/**
 * LodeMarkerLevels:
 *
 * The levels of one set of places, made when they are asked for: at once if there are few places,
 * in another thread if there are many.
 */
typedef struct _LodeMarkerLevels LodeMarkerLevels;

/* changed_cb is called, in the main thread, when a level has come from another one. */
LodeMarkerLevels *lode_marker_levels_new        (GSourceOnceFunc     changed_cb,
                                                 gpointer            user_data);
void              lode_marker_levels_free       (LodeMarkerLevels   *self);
/* Of LodePlace; NULL: none. What the model holds now counts. findings: how many statements name each,
 * nullable. */
void              lode_marker_levels_set_places (LodeMarkerLevels   *self, GListModel *places,
                                                 LodeFindings    *findings);
/* The level for a whole zoom level, with items that many pixels apart at least; or what there is
 * until it is made, which may be of former places. Borrowed; NULL: nothing yet. With few places the
 * spacing is less: they keep a marker each. */
LodeMarkerLevel  *lode_marker_levels_get        (LodeMarkerLevels   *self, int zoom, int spacing);
gboolean          lode_marker_levels_knows      (LodeMarkerLevels   *self, LodePlace *place);

/* Where an item stands, in the copy of the world that New Zealand is continuous in. */
LodeWorldPoint    lode_marker_item_get_point    (GObject            *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeMarkerLevel, lode_marker_level_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-camera-pose.h"

G_BEGIN_DECLS

/**
 * LodePlaceIndex:
 *
 * Finds those of many points that lie in a box, without looking at the others: a grid over the
 * points' extent. Immutable.
 */
typedef struct _LodePlaceIndex LodePlaceIndex;

/* Points are world coordinates, copied; x in the copy of the world of lode_world_wrap_x(). */
LodePlaceIndex       *lode_place_index_new      (const LodeWorldPoint *points, guint n_points);
void                  lode_place_index_free     (LodePlaceIndex *self);
guint                 lode_place_index_get_size (const LodePlaceIndex *self);
const LodeWorldPoint *lode_place_index_get      (const LodePlaceIndex *self, guint position);
/* Appends the positions (guint) of the points in the box to found, in no particular order. */
void                  lode_place_index_query    (const LodePlaceIndex *self,
                                                 const LodeWorldBox   *box,
                                                 GArray               *found);
/* The nearest point in a direction, which is (-1, 0), (1, 0), (0, -1) or (0, 1): west, east, north
 * or south. -1: there is none. Looks at all points. */
int                   lode_place_index_find_next (const LodePlaceIndex *self,
                                                  LodeWorldPoint        from,
                                                  int                   dx,
                                                  int                   dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodePlaceIndex, lode_place_index_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker.h"

G_BEGIN_DECLS

/**
 * LodeMarkerPool:
 *
 * The markers of a layer, by their items (LodePlace or LodeCluster), and those that wait to be used
 * again: making a widget costs more than giving it another item.
 */
typedef struct _LodeMarkerPool LodeMarkerPool;

/* activated_cb (owner, marker) is called for "activated" of each marker while the owner lives. */
LodeMarkerPool *lode_marker_pool_new      (GObject *owner, GCallback activated_cb);
void            lode_marker_pool_free     (LodeMarkerPool *self);
/* Drops all markers, which must have no parent any more. */
void            lode_marker_pool_clear    (LodeMarkerPool *self);
/* A marker for an item that has none; it has no parent yet. Borrowed. */
LodeMarker     *lode_marker_pool_take     (LodeMarkerPool *self, GObject *item,
                                           const LodeMarkerWords *words);
/* It is used no more, and has no parent any more. */
void            lode_marker_pool_put_back (LodeMarkerPool *self, LodeMarker *marker);
/* Borrowed; NULL: the item, which may be NULL, has no marker. */
LodeMarker     *lode_marker_pool_find     (LodeMarkerPool *self, gpointer item);
/* All markers in use, borrowed, in no particular order. Free with g_ptr_array_unref(). */
GPtrArray      *lode_marker_pool_list     (LodeMarkerPool *self);

G_END_DECLS

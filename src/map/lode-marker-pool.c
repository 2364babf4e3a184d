/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-pool.h"

#include "lode-cluster-marker.h"
#include "lode-place-marker.h"

struct _LodeMarkerPool
{
  GObject    *owner;          /* outlives the pool */
  GCallback   activated_cb;
  GHashTable *markers;        /* LodePlace or LodeCluster to LodeMarker, both in use */
  GPtrArray  *spare_places;   /* of LodePlaceMarker */
  GPtrArray  *spare_clusters; /* of LodeClusterMarker */
};

static LodeMarker *
take_spare_or_new (LodeMarkerPool *self, gboolean cluster)
{
  GPtrArray *spare = cluster ? self->spare_clusters : self->spare_places;
  LodeMarker *marker;

  if (spare->len > 0)
    return g_ptr_array_steal_index_fast (spare, spare->len - 1);

  marker = g_object_ref_sink (cluster ? lode_cluster_marker_new () : lode_place_marker_new ());
  g_signal_connect_object (marker, "activated", self->activated_cb, self->owner,
                           G_CONNECT_SWAPPED);
  return marker;
}

LodeMarkerPool *
lode_marker_pool_new (GObject *owner, GCallback activated_cb)
{
  LodeMarkerPool *self = g_new0 (LodeMarkerPool, 1);

  self->owner = owner;
  self->activated_cb = activated_cb;
  self->markers = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->spare_places = g_ptr_array_new_with_free_func (g_object_unref);
  self->spare_clusters = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
lode_marker_pool_free (LodeMarkerPool *self)
{
  g_ptr_array_unref (self->spare_places);
  g_ptr_array_unref (self->spare_clusters);
  g_hash_table_unref (self->markers);
  g_free (self);
}

void
lode_marker_pool_clear (LodeMarkerPool *self)
{
  g_hash_table_remove_all (self->markers);
  g_ptr_array_set_size (self->spare_places, 0);
  g_ptr_array_set_size (self->spare_clusters, 0);
}

LodeMarker *
lode_marker_pool_take (LodeMarkerPool *self, GObject *item, const LodeMarkerWords *words)
{
  LodeMarker *marker = take_spare_or_new (self, LODE_IS_CLUSTER (item));

  lode_marker_set_item (marker, item, words);
  g_hash_table_insert (self->markers, g_object_ref (item), marker);
  return marker;
}

void
lode_marker_pool_put_back (LodeMarkerPool *self, LodeMarker *marker)
{
  GPtrArray *spare = LODE_IS_CLUSTER_MARKER (marker) ? self->spare_clusters : self->spare_places;

  g_ptr_array_add (spare, g_object_ref (marker));
  g_hash_table_remove (self->markers, lode_marker_get_item (marker));
  lode_marker_set_item (marker, NULL, NULL);
}

LodeMarker *
lode_marker_pool_find (LodeMarkerPool *self, gpointer item)
{
  return g_hash_table_lookup (self->markers, item);
}

GPtrArray *
lode_marker_pool_list (LodeMarkerPool *self)
{
  GPtrArray *markers = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer marker;

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, NULL, &marker))
    g_ptr_array_add (markers, marker);
  return markers;
}

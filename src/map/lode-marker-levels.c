/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-levels.h"

#include "lode-cluster-level.h"
#include "lode-place-index.h"
#include "lode-tile-source.h"

#include <math.h>

/* So few places keep a marker each, unless they are at one point, pixels. */
#define FEW_PLACES 16
#define FEW_SPACING 10
/* So few are gathered faster than a thread begins. */
#define MAX_AT_ONCE 300

/* The places that levels are made of; only the points are seen in another thread. */
typedef struct
{
  GPtrArray       *places;    /* of LodePlace */
  GHashTable      *positions; /* LodePlace to its position */
  GArray          *points;    /* of LodeClusterPoint */
  LodeFindings *findings;
} Batch;

struct _LodeMarkerLevel
{
  Batch            *batch;
  LodeClusterLevel *clusters;
  LodePlaceIndex   *index; /* of the nodes */
  GObject         **items; /* of the nodes; NULL: not made yet */
};

struct _LodeMarkerLevels
{
  GSourceOnceFunc  changed_cb;
  gpointer         user_data;
  Batch           *batch;
  int              spacing;                        /* of all levels, pixels */
  LodeMarkerLevel *levels[LODE_TILE_MAX_ZOOM + 1];
  LodeMarkerLevel *last;                           /* that was got */
  int              pending_zoom;
  GCancellable    *pending;                        /* NULL: none */
};

typedef struct
{
  GArray *points;
  double  spacing;
} Order;

static void
batch_clear (gpointer data)
{
  Batch *self = data;

  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->places);
  g_array_unref (self->points);
  g_clear_object (&self->findings);
}

static void
batch_unref (Batch *self)
{
  g_rc_box_release_full (self, batch_clear);
}

static LodeWorldPoint
get_place_point (LodePlace *place)
{
  LodeWorldPoint point = {
    .x = lode_world_wrap_x (lode_world_x_from_longitude (lode_place_get_longitude (place))),
    .y = lode_world_y_from_latitude (lode_place_get_latitude (place)),
  };

  return point;
}

static Batch *
batch_new (GListModel *places, LodeFindings *findings)
{
  Batch *self = g_rc_box_new0 (Batch);
  guint n_places = places != NULL ? g_list_model_get_n_items (places) : 0;

  self->places = g_ptr_array_new_full (n_places, g_object_unref);
  self->positions = g_hash_table_new (NULL, NULL);
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (LodeClusterPoint), n_places);
  g_set_object (&self->findings, findings);
  for (guint i = 0; i < n_places; i++)
    {
      LodePlace *place = g_list_model_get_item (places, i);
      LodeWorldPoint at = get_place_point (place);
      LodeClusterPoint point = { at.x, at.y, lode_findings_count_place (findings, place) };

      g_ptr_array_add (self->places, place);
      g_hash_table_insert (self->positions, place, GUINT_TO_POINTER (i));
      g_array_append_val (self->points, point);
    }

  return self;
}

static LodeMarkerLevel *
level_new (Batch *batch, LodeClusterLevel *clusters)
{
  LodeMarkerLevel *self = g_rc_box_new0 (LodeMarkerLevel);
  g_autofree LodeWorldPoint *points = NULL;
  const LodeClusterNode *nodes;
  guint n_nodes;

  nodes = lode_cluster_level_get_nodes (clusters, &n_nodes);
  points = g_new (LodeWorldPoint, n_nodes + 1);
  for (guint i = 0; i < n_nodes; i++)
    points[i] = (LodeWorldPoint) { nodes[i].x, nodes[i].y };

  self->batch = g_rc_box_acquire (batch);
  self->clusters = clusters;
  self->index = lode_place_index_new (points, n_nodes);
  self->items = g_new0 (GObject *, n_nodes + 1);
  return self;
}

LodeMarkerLevel *
lode_marker_level_ref (LodeMarkerLevel *self)
{
  return g_rc_box_acquire (self);
}

static void
level_clear (gpointer data)
{
  LodeMarkerLevel *self = data;

  for (guint i = 0; i < lode_place_index_get_size (self->index); i++)
    g_clear_object (&self->items[i]);
  g_free (self->items);
  lode_place_index_free (self->index);
  lode_cluster_level_free (self->clusters);
  batch_unref (self->batch);
}

void
lode_marker_level_unref (LodeMarkerLevel *self)
{
  g_rc_box_release_full (self, level_clear);
}

/* Clusters are made when they come into view: at the finest level there are thousands. */
static GObject *
ensure_item (LodeMarkerLevel *self, guint position)
{
  const guint *members = lode_cluster_level_get_members (self->clusters);
  guint n_nodes;
  const LodeClusterNode *node
      = &lode_cluster_level_get_nodes (self->clusters, &n_nodes)[position];
  g_autofree LodePlace **places = NULL;

  if (self->items[position] != NULL)
    return self->items[position];

  places = g_new (LodePlace *, node->n_members);
  for (guint i = 0; i < node->n_members; i++)
    places[i] = g_ptr_array_index (self->batch->places, members[node->first_member + i]);

  self->items[position] = node->n_members == 1
    ? g_object_ref (G_OBJECT (places[0]))
    : G_OBJECT (lode_cluster_new (places, node->n_members, self->batch->findings));
  return self->items[position];
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint position_a = *(const guint *) a;
  guint position_b = *(const guint *) b;

  return position_a < position_b ? -1 : position_a > position_b;
}

GPtrArray *
lode_marker_level_query (LodeMarkerLevel *self, const LodeWorldBox *box)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *items;

  lode_place_index_query (self->index, box, found);
  g_array_sort (found, compare_positions);
  items = g_ptr_array_sized_new (found->len);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, ensure_item (self, g_array_index (found, guint, i)));
  return items;
}

GObject *
lode_marker_level_find_item (LodeMarkerLevel *self, LodePlace *place)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (self->batch->positions, place, NULL, &position))
    return NULL;
  return ensure_item (self, lode_cluster_level_find_node (self->clusters,
                                                          GPOINTER_TO_UINT (position)));
}

GObject *
lode_marker_level_find_next (LodeMarkerLevel *self, LodeWorldPoint from, int dx, int dy)
{
  int position = lode_place_index_find_next (self->index, from, dx, dy);

  return position >= 0 ? ensure_item (self, (guint) position) : NULL;
}

static double
get_world_spacing (LodeMarkerLevels *self, int zoom)
{
  int spacing = self->batch->points->len <= FEW_PLACES ? FEW_SPACING : self->spacing;

  return spacing / (LODE_TILE_SIZE * exp2 (zoom));
}

static void
drop_levels (LodeMarkerLevels *self)
{
  g_cancellable_cancel (self->pending);
  g_clear_object (&self->pending);
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    g_clear_pointer (&self->levels[i], lode_marker_level_unref);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->points);
  g_free (order);
}

static void
gather_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  LodeClusterLevel *clusters
      = lode_cluster_level_new ((const LodeClusterPoint *) order->points->data, order->points->len,
                                order->spacing, cancellable);

  if (clusters != NULL)
    g_task_return_pointer (task, clusters, (GDestroyNotify) lode_cluster_level_free);
  else
    g_task_return_error_if_cancelled (task);
}

/* Whoever has cancelled may be gone. */
static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LodeClusterLevel *clusters = g_task_propagate_pointer (G_TASK (result), NULL);
  LodeMarkerLevels *self = user_data;

  if (clusters == NULL)
    return;

  g_clear_object (&self->pending);
  self->levels[self->pending_zoom] = level_new (self->batch, clusters);
  self->changed_cb (self->user_data);
}

static void
start_gathering (LodeMarkerLevels *self, int zoom)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (self->pending != NULL && self->pending_zoom == zoom)
    return;

  g_cancellable_cancel (self->pending);
  g_clear_object (&self->pending);
  self->pending = g_cancellable_new ();
  self->pending_zoom = zoom;

  order = g_new (Order, 1);
  order->points = g_array_ref (self->batch->points);
  order->spacing = get_world_spacing (self, zoom);
  task = g_task_new (NULL, self->pending, gathered_cb, self);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, gather_thread);
}

static void
gather_now (LodeMarkerLevels *self, int zoom)
{
  GArray *points = self->batch->points;
  LodeClusterLevel *clusters
      = lode_cluster_level_new ((const LodeClusterPoint *) points->data, points->len,
                                get_world_spacing (self, zoom), NULL);

  self->levels[zoom] = level_new (self->batch, clusters);
}

LodeMarkerLevels *
lode_marker_levels_new (GSourceOnceFunc changed_cb, gpointer user_data)
{
  LodeMarkerLevels *self = g_new0 (LodeMarkerLevels, 1);

  self->changed_cb = changed_cb;
  self->user_data = user_data;
  self->batch = batch_new (NULL, NULL);
  return self;
}

void
lode_marker_levels_free (LodeMarkerLevels *self)
{
  drop_levels (self);
  g_clear_pointer (&self->last, lode_marker_level_unref);
  batch_unref (self->batch);
  g_free (self);
}

void
lode_marker_levels_set_places (LodeMarkerLevels *self, GListModel *places, LodeFindings *findings)
{
  g_return_if_fail (self != NULL);

  drop_levels (self);
  batch_unref (self->batch);
  self->batch = batch_new (places, findings);
}

LodeMarkerLevel *
lode_marker_levels_get (LodeMarkerLevels *self, int zoom, int spacing)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (spacing > 0, NULL);

  zoom = CLAMP (zoom, 0, LODE_TILE_MAX_ZOOM);
  if (self->spacing != spacing)
    {
      self->spacing = spacing;
      drop_levels (self);
    }

  if (self->levels[zoom] == NULL && self->batch->points->len <= MAX_AT_ONCE)
    gather_now (self, zoom);
  if (self->levels[zoom] == NULL)
    start_gathering (self, zoom);
  else if (self->levels[zoom] != self->last)
    {
      g_clear_pointer (&self->last, lode_marker_level_unref);
      self->last = lode_marker_level_ref (self->levels[zoom]);
    }

  return self->last;
}

gboolean
lode_marker_levels_knows (LodeMarkerLevels *self, LodePlace *place)
{
  return g_hash_table_contains (self->batch->positions, place);
}

LodeWorldPoint
lode_marker_item_get_point (GObject *item)
{
  guint n_places;

  if (LODE_IS_CLUSTER (item))
    return get_place_point (lode_cluster_get_places (LODE_CLUSTER (item), &n_places)[0]);
  return get_place_point (LODE_PLACE (item));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-layer.h"

#include "lode-map-projection.h"
#include "lode-marker-arrangement.h"
#include "lode-marker-choice.h"
#include "lode-marker-focus.h"
#include "lode-marker-plane.h"
#include "lode-marker-pool.h"

/* ShumateMarkerLayer looks at all markers several times a frame and never goes the short way over
 * the antimeridian. */

/* How long the zoom must rest before callouts choose their sides anew. */
#define ZOOM_REST_MS 150

struct _LodeMarkerLayer
{
  ShumateLayer           parent_instance;

  GListModel            *places;
  LodeFindings       *findings;
  LodePlace             *selected;
  GHashTable            *lit;         /* set of LodePlace */
  GHashTable            *lit_items;   /* set of what shows them, borrowed */

  LodeMarkerChoice      *choice;
  LodeMarkerPool        *pool;
  LodeMarkerArrangement *arrangement;
  LodeMarkerFocus       *focus;
  GtkWidget             *plane;       /* LodeMarkerPlane, the markers' parent */

  int                    width;
  int                    height;
  gboolean               updated;     /* in a frame of its own */
  gboolean               must_fit;    /* whether there is room for the selected one's name */
  gboolean               cramped;     /* no room for the selected one's name */
  guint                  rest_id;     /* waits for the zoom to come to rest */
  guint                  update_id;   /* waits for the next frame */
};

enum
{
  PLACE_ACTIVATED,
  CLUSTER_ACTIVATED,
  REVEAL_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodeMarkerLayer, lode_marker_layer, SHUMATE_TYPE_LAYER)

static LodeMapProjection
get_projection (LodeMarkerLayer *self)
{
  return lode_map_projection_new (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                                  GTK_WIDGET (self));
}

static LodePlace *
get_first_place (GObject *item)
{
  guint n_places;

  return LODE_IS_CLUSTER (item) ? lode_cluster_get_places (LODE_CLUSTER (item), &n_places)[0]
                                : LODE_PLACE (item);
}

static void
update_state (LodeMarkerLayer *self, LodeMarker *marker)
{
  GObject *item = lode_marker_get_item (marker);
  gboolean selected = item == (gpointer) self->selected;

  lode_marker_set_selected (marker, selected);
  lode_marker_set_expanded (marker, selected && !self->cramped);
  lode_marker_set_lit (marker, g_hash_table_contains (self->lit_items, item));
}

/* A cluster is lit for its places. */
static void
find_lit_items (LodeMarkerLayer *self)
{
  GHashTableIter iter;
  gpointer place;

  g_hash_table_remove_all (self->lit_items);
  g_hash_table_iter_init (&iter, self->lit);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      GObject *item = lode_marker_choice_find_item (self->choice, place);

      if (item != NULL)
        g_hash_table_add (self->lit_items, item);
      g_hash_table_add (self->lit_items, place);
    }
}

static void
bind_item (LodeMarkerLayer *self, GObject *item)
{
  LodeMarkerWords words = { self->findings };
  LodeMarker *marker = lode_marker_pool_take (self->pool, item, &words);

  update_state (self, marker);
  gtk_widget_set_parent (GTK_WIDGET (marker), self->plane);
}

/* The keyboard stays with the place, whatever shows it next. */
static void
release_marker (LodeMarkerLayer *self, LodeMarker *marker)
{
  if (lode_marker_focus_is_on (marker))
    {
      lode_marker_focus_give_away (self->focus);
      if (self->places != NULL && lode_marker_focus_get_wanted (self->focus) == NULL)
        lode_marker_focus_want (self->focus, get_first_place (lode_marker_get_item (marker)));
    }
  gtk_widget_unparent (GTK_WIDGET (marker));
  lode_marker_arrangement_drop (self->arrangement, lode_marker_get_item (marker));
  lode_marker_pool_put_back (self->pool, marker);
}

static void
release_all (LodeMarkerLayer *self)
{
  g_autoptr (GPtrArray) markers = lode_marker_pool_list (self->pool);

  for (guint i = 0; i < markers->len; i++)
    release_marker (self, g_ptr_array_index (markers, i));
}

/* Markers for what is in view, and a little around it. */
static void
gather (LodeMarkerLayer *self, const LodeMapProjection *projection)
{
  g_autoptr (GPtrArray) chosen
      = lode_marker_choice_make (self->choice, projection, self->selected);
  g_autoptr (GPtrArray) markers = NULL;
  g_autoptr (GHashTable) wanted = NULL;

  if (chosen == NULL)
    return;

  find_lit_items (self);
  wanted = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (chosen, i));

  markers = lode_marker_pool_list (self->pool);
  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);

      if (!g_hash_table_contains (wanted, lode_marker_get_item (marker)))
        release_marker (self, marker);
      else
        update_state (self, marker);
    }

  for (guint i = 0; i < chosen->len; i++)
    {
      GObject *item = g_ptr_array_index (chosen, i);

      if (lode_marker_pool_find (self->pool, item) == NULL)
        bind_item (self, item);
    }
}

/* Surely: on the plane, it may stand a pixel farther out. */
static gboolean
is_in_view (LodeMarkerLayer *self, const LodeBox *box)
{
  LodeBox view = { 1, 1, self->width - 2, self->height - 2 };

  return lode_box_overlap (box, &view) > 0;
}

static void
raise_selected (LodeMarkerLayer *self)
{
  LodeMarker *marker = lode_marker_pool_find (self->pool, self->selected);

  if (marker != NULL
      && gtk_widget_get_next_sibling (GTK_WIDGET (marker)) != NULL)
    gtk_widget_insert_before (GTK_WIDGET (marker), self->plane, NULL);
}

/* What shows the place, in view or not: its own marker, or that of its cluster. */
static LodeMarker *
find_marker (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker = lode_marker_pool_find (self->pool, place);

  if (marker == NULL)
    marker = lode_marker_pool_find (self->pool, lode_marker_choice_find_item (self->choice, place));
  return marker;
}

/* Before the marker is allocated, which may be the last that happens in a while. */
static void
serve_wanted_focus (LodeMarkerLayer *self, const LodeMapProjection *projection)
{
  LodePlace *wanted = lode_marker_focus_get_wanted (self->focus);
  LodeMarker *marker = wanted != NULL ? find_marker (self, wanted) : NULL;
  LodeBox box;

  if (marker == NULL)
    return;

  box = lode_marker_arrangement_get_box (marker, projection);
  if (is_in_view (self, &box))
    {
      lode_marker_focus_forget (self->focus);
      lode_marker_plane_show (LODE_MARKER_PLANE (self->plane), marker, TRUE);
      gtk_widget_grab_focus (lode_marker_get_button (marker));
    }
}

/* Which markers there are, and where they stand. */
static void
settle (LodeMarkerLayer *self, const LodeMapProjection *projection)
{
  g_autoptr (GPtrArray) markers = NULL;
  LodeMarker *marker = NULL;

  gather (self, projection);
  markers = lode_marker_pool_list (self->pool);
  if (self->must_fit)
    marker = lode_marker_pool_find (self->pool, self->selected);
  if (marker == NULL && lode_marker_arrangement_has_settled (self->arrangement, markers))
    return;

  lode_marker_focus_sort (markers);
  if (marker != NULL)
    update_state (self, marker);
  lode_marker_arrangement_settle (self->arrangement, markers, projection);
  if (marker == NULL)
    return;

  self->must_fit = FALSE;
  if (lode_marker_get_form (marker) != LODE_MARKER_FULL
      && lode_marker_arrangement_covers_others (marker, markers, projection))
    {
      self->cramped = TRUE;
      update_state (self, marker);
      lode_marker_arrangement_drop (self->arrangement, self->selected);
      lode_marker_arrangement_settle (self->arrangement, markers, projection);
    }
}

/* The name of the selected one is tried again, in the next frame. */
static void
try_to_fit (LodeMarkerLayer *self)
{
  self->cramped = FALSE;
  self->must_fit = TRUE;
}

/* Not while the layer is allocated, as GTK forgets what children ask for then, but before the
 * frame's layout. */
static gboolean
update_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (widget);
  LodeMapProjection projection = get_projection (self);
  LodeMarker *focused = lode_marker_focus_get_focused (self->focus);

  self->update_id = 0;
  if (self->width <= 0)
    return G_SOURCE_REMOVE;

  if (focused != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (focused)))
    lode_marker_focus_give_away (self->focus);
  self->updated = TRUE;
  settle (self, &projection);
  raise_selected (self);
  serve_wanted_focus (self, &projection);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LodeMarkerLayer *self)
{
  if (self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
forget_placements (LodeMarkerLayer *self)
{
  lode_marker_arrangement_forget (self->arrangement);
  try_to_fit (self);
  queue_update (self);
}

static void
update_states (LodeMarkerLayer *self)
{
  g_autoptr (GPtrArray) markers = lode_marker_pool_list (self->pool);

  find_lit_items (self);
  for (guint i = 0; i < markers->len; i++)
    update_state (self, g_ptr_array_index (markers, i));
  queue_update (self);
}

/* A compact marker changes its size with the selection. */
static void
place_anew (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker = lode_marker_pool_find (self->pool, place);

  if (marker != NULL && lode_marker_get_form (marker) != LODE_MARKER_FULL)
    lode_marker_arrangement_drop (self->arrangement, place);
}

static void
choose_anew (LodeMarkerLayer *self)
{
  lode_marker_choice_set_places (self->choice, self->places, self->findings);
  lode_marker_focus_forget (self->focus);
  forget_placements (self);
}

/* Clusters have counted already, and are made anew with their level. */
static void
say_anew (LodeMarkerLayer *self)
{
  LodeMarkerWords words = { self->findings };
  g_autoptr (GPtrArray) markers = lode_marker_pool_list (self->pool);

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);

      lode_marker_set_item (marker, lode_marker_get_item (marker), &words);
    }
  choose_anew (self);
}

static void
activated_cb (LodeMarkerLayer *self, LodeMarker *marker)
{
  GObject *item = lode_marker_get_item (marker);

  /* Of former places, while the next ones are gathered. */
  if (!lode_marker_choice_knows (self->choice, get_first_place (item)))
    return;

  if (LODE_IS_CLUSTER (item))
    g_signal_emit (self, signals[CLUSTER_ACTIVATED], 0, item);
  else
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, item);
}

static void
levels_changed_cb (gpointer user_data)
{
  LodeMarkerLayer *self = user_data;

  lode_marker_choice_expire (self->choice);
  queue_update (self);
}

static void
viewport_changed_cb (LodeMarkerLayer *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  queue_update (self);
}

static gboolean
zoom_rested_cb (gpointer user_data)
{
  LodeMarkerLayer *self = user_data;
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  self->rest_id = 0;
  if (lode_marker_arrangement_is_stale (self->arrangement,
                                        shumate_viewport_get_zoom_level (viewport)))
    forget_placements (self);
  return G_SOURCE_REMOVE;
}

static void
zoom_changed_cb (LodeMarkerLayer *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (ZOOM_REST_MS, zoom_rested_cb, self);
}

static void
lode_marker_layer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lode_marker_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (widget);
  LodeMapProjection projection = get_projection (self);

  projection.width = width;
  projection.height = height;
  if (width > 0 && height > 0 && (self->width != width || self->height != height))
    {
      self->width = width;
      self->height = height;
      lode_marker_choice_expire (self->choice);
      forget_placements (self);
      /* Before the first frame is over, markers are new, and measured and allocated below:
       * nothing of them can be forgotten. */
      if (!self->updated)
        settle (self, &projection);
    }

  lode_marker_plane_move (LODE_MARKER_PLANE (self->plane), &projection);
}

/* Tab goes from north to south whatever the order in which markers are drawn. */
static gboolean
lode_marker_layer_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (widget);
  g_autoptr (GPtrArray) markers = NULL;
  LodeMarker *next;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return lode_marker_layer_move_focus (self, direction);

  markers = lode_marker_pool_list (self->pool);
  lode_marker_focus_sort (markers);
  next = lode_marker_focus_find_next (self->focus, markers, direction);
  if (next == NULL)
    return FALSE;

  g_signal_emit (self, signals[REVEAL_PLACE], 0, get_first_place (lode_marker_get_item (next)));
  return gtk_widget_grab_focus (lode_marker_get_button (next));
}

static void
lode_marker_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (lode_marker_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (zoom_changed_cb), object,
                           G_CONNECT_SWAPPED);
}

static void
lode_marker_layer_dispose (GObject *object)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (object);

  lode_marker_layer_set_places (self, NULL);
  lode_marker_focus_forget (self->focus);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->plane, gtk_widget_unparent);
  lode_marker_pool_clear (self->pool);
  g_hash_table_remove_all (self->lit);
  g_hash_table_remove_all (self->lit_items);

  G_OBJECT_CLASS (lode_marker_layer_parent_class)->dispose (object);
}

static void
lode_marker_layer_finalize (GObject *object)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (object);

  lode_marker_focus_free (self->focus);
  lode_marker_arrangement_free (self->arrangement);
  lode_marker_pool_free (self->pool);
  lode_marker_choice_free (self->choice);
  g_hash_table_unref (self->lit);
  g_hash_table_unref (self->lit_items);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (lode_marker_layer_parent_class)->finalize (object);
}

static void
lode_marker_layer_class_init (LodeMarkerLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lode_marker_layer_constructed;
  object_class->dispose = lode_marker_layer_dispose;
  object_class->finalize = lode_marker_layer_finalize;

  widget_class->measure = lode_marker_layer_measure;
  widget_class->size_allocate = lode_marker_layer_size_allocate;
  widget_class->focus = lode_marker_layer_focus;

  signals[PLACE_ACTIVATED]
      = g_signal_new ("place-activated", LODE_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, LODE_TYPE_PLACE);
  signals[CLUSTER_ACTIVATED]
      = g_signal_new ("cluster-activated", LODE_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, LODE_TYPE_CLUSTER);
  signals[REVEAL_PLACE]
      = g_signal_new ("reveal-place", LODE_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, LODE_TYPE_PLACE);
}

static void
lode_marker_layer_init (LodeMarkerLayer *self)
{
  self->lit = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->lit_items = g_hash_table_new (NULL, NULL);
  self->choice = lode_marker_choice_new (levels_changed_cb, self);
  self->pool = lode_marker_pool_new (G_OBJECT (self), G_CALLBACK (activated_cb));
  self->arrangement = lode_marker_arrangement_new ();
  self->plane = lode_marker_plane_new ();
  gtk_widget_set_parent (self->plane, GTK_WIDGET (self));
  self->focus = lode_marker_focus_new (self->plane);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

LodeMarkerLayer *
lode_marker_layer_new (ShumateViewport *viewport)
{
  return g_object_new (LODE_TYPE_MARKER_LAYER, "viewport", viewport, NULL);
}

void
lode_marker_layer_set_places (LodeMarkerLayer *self, GListModel *places)
{
  g_return_if_fail (LODE_IS_MARKER_LAYER (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  if (self->places == places)
    return;

  if (self->places != NULL)
    g_signal_handlers_disconnect_by_func (self->places, choose_anew, self);
  g_set_object (&self->places, places);
  if (places != NULL)
    g_signal_connect_object (places, "items-changed", G_CALLBACK (choose_anew), self,
                             G_CONNECT_SWAPPED);
  else
    release_all (self);

  /* Of many, the former ones stay until the next are gathered: nothing flickers. */
  choose_anew (self);
}

void
lode_marker_layer_set_findings (LodeMarkerLayer *self, LodeFindings *findings)
{
  g_return_if_fail (LODE_IS_MARKER_LAYER (self));

  if (self->findings == findings)
    return;

  g_set_object (&self->findings, findings);
  say_anew (self);
}

void
lode_marker_layer_set_selected (LodeMarkerLayer *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_MARKER_LAYER (self));
  g_return_if_fail (place == NULL || LODE_IS_PLACE (place));

  if (self->selected == place)
    return;

  place_anew (self, self->selected);
  place_anew (self, place);
  g_set_object (&self->selected, place);
  lode_marker_choice_expire (self->choice);
  try_to_fit (self);
  update_states (self);
}

void
lode_marker_layer_set_lit (LodeMarkerLayer *self, GListModel *places)
{
  guint n_places;

  g_return_if_fail (LODE_IS_MARKER_LAYER (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  g_hash_table_remove_all (self->lit);
  n_places = places != NULL ? g_list_model_get_n_items (places) : 0;
  for (guint i = 0; i < n_places; i++)
    g_hash_table_add (self->lit, g_list_model_get_item (places, i));
  update_states (self);
}

void
lode_marker_layer_reserve (LodeMarkerLayer *self, int bottom, int corner_width, int corner_height)
{
  g_return_if_fail (LODE_IS_MARKER_LAYER (self));

  if (lode_marker_arrangement_reserve (self->arrangement, bottom, corner_width, corner_height))
    forget_placements (self);
}

LodeMarker *
lode_marker_layer_find (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker;

  g_return_val_if_fail (LODE_IS_MARKER_LAYER (self), NULL);

  marker = place != NULL ? find_marker (self, place) : NULL;
  if (marker != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (marker)))
    return NULL;
  return marker;
}

gboolean
lode_marker_layer_move_focus (LodeMarkerLayer *self, GtkDirectionType direction)
{
  LodeMarker *focused;
  GObject *next;

  g_return_val_if_fail (LODE_IS_MARKER_LAYER (self), FALSE);

  focused = lode_marker_focus_get_focused (self->focus);
  if (focused == NULL)
    return FALSE;

  next = lode_marker_choice_find_next (self->choice, lode_marker_get_world_point (focused),
                                       direction);
  if (next == NULL)
    return FALSE;

  lode_marker_layer_focus_place (self, get_first_place (next));
  g_signal_emit (self, signals[REVEAL_PLACE], 0, get_first_place (next));
  return TRUE;
}

gboolean
lode_marker_layer_focus_place (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker;

  g_return_val_if_fail (LODE_IS_MARKER_LAYER (self), FALSE);
  g_return_val_if_fail (LODE_IS_PLACE (place), FALSE);

  lode_marker_focus_forget (self->focus);
  marker = lode_marker_layer_find (self, place);
  if (marker != NULL)
    return gtk_widget_grab_focus (lode_marker_get_button (marker));

  if (lode_marker_choice_knows (self->choice, place))
    {
      lode_marker_focus_want (self->focus, place);
      lode_marker_choice_expire (self->choice);
      queue_update (self);
    }
  return FALSE;
}

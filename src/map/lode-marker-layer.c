/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-layer.h"

#include "lode-map-projection.h"
#include "lode-marker-arrangement.h"
#include "lode-place-index.h"

#include <math.h>

/* ShumateMarkerLayer looks at all markers several times a frame and never goes the short way over
 * the antimeridian. */

#define MAX_MARKERS 200
/* Pixels around the view in which markers are kept ready: the largest callout, and some way. */
#define KEEP_MARGIN 320
#define NEED_MARGIN 160
/* How long the zoom must rest before callouts choose their sides anew. */
#define ZOOM_REST_MS 150
/* How much of another marker the selected one may cover to show its name. */
#define MAX_COVERED 0.06

struct _LodeMarkerLayer
{
  ShumateLayer    parent_instance;

  GListModel     *places;
  GPtrArray      *known;        /* of LodePlace, by the index's positions */
  LodePlaceIndex *index;
  LodePlace      *selected;
  GHashTable     *lit;          /* set of LodePlace */

  GHashTable     *markers;      /* LodePlace to LodeMarker, both in use */
  GPtrArray      *spare;        /* of LodeMarker */
  LodeWorldBox    gathered;     /* what the markers in use were gathered for */
  double          gathered_zoom;
  gboolean        must_gather;

  LodeMarkerArrangement *arrangement;
  int             width;
  int             height;
  gboolean        updated;      /* in a frame of its own */
  gboolean        must_fit;     /* whether there is room for the selected one's name */
  gboolean        cramped;      /* no room for the selected one's name */
  guint           rest_id;      /* waits for the zoom to come to rest */
  guint           update_id;    /* waits for the next frame */
  LodePlace      *focus_wanted; /* as soon as its marker is in view */
  GtkWidget      *focus_from;   /* had the focus then; weak, nullable */
  GSignalGroup   *focus_window; /* tells where the focus goes; none unless it is wanted */
};

enum
{
  PLACE_ACTIVATED,
  REVEAL_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodeMarkerLayer, lode_marker_layer, SHUMATE_TYPE_LAYER)

static LodeWorldPoint
get_world_point (LodePlace *place)
{
  LodeWorldPoint point = {
    .x = lode_world_wrap_x (lode_world_x_from_longitude (lode_place_get_longitude (place))),
    .y = lode_world_y_from_latitude (lode_place_get_latitude (place)),
  };

  return point;
}

static LodeMapProjection
get_projection (LodeMarkerLayer *self)
{
  return lode_map_projection_new (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                                  GTK_WIDGET (self));
}

static gboolean
marker_has_focus (LodeMarker *marker)
{
  return gtk_widget_has_focus (lode_marker_get_button (marker));
}

static LodeMarker *
get_focused (LodeMarkerLayer *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && marker_has_focus (LODE_MARKER (child)) ? LODE_MARKER (child) : NULL;
}

static void
want_focus (LodeMarkerLayer *self, LodePlace *place)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_object (&self->focus_wanted, place);
  g_set_weak_pointer (&self->focus_from, root != NULL ? gtk_root_get_focus (root) : NULL);
  g_signal_group_set_target (self->focus_window, GTK_IS_WINDOW (root) ? root : NULL);
}

static void
forget_wanted_focus (LodeMarkerLayer *self)
{
  g_signal_group_set_target (self->focus_window, NULL);
  g_clear_weak_pointer (&self->focus_from);
  g_clear_object (&self->focus_wanted);
}

/* Somebody has gone elsewhere; but a focus that fell from something that is gone was not moved. */
static void
focus_moved_cb (LodeMarkerLayer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || focus == self->focus_from)
    return;

  if (self->focus_from != NULL && gtk_widget_get_mapped (self->focus_from))
    forget_wanted_focus (self);
  else
    g_set_weak_pointer (&self->focus_from, focus);
}

/* What is not in view cannot keep the keyboard. */
static void
give_focus_away (LodeMarkerLayer *self)
{
  GtkWidget *ancestor = gtk_widget_get_parent (GTK_WIDGET (self));

  g_clear_weak_pointer (&self->focus_from);
  while (ancestor != NULL && !gtk_widget_get_focusable (ancestor))
    ancestor = gtk_widget_get_parent (ancestor);
  if (ancestor != NULL)
    gtk_widget_grab_focus (ancestor);
}

static void
activated_cb (LodeMarkerLayer *self, LodeMarker *marker)
{
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, lode_marker_get_place (marker));
}

static LodeMarker *
take_marker (LodeMarkerLayer *self)
{
  LodeMarker *marker;

  if (self->spare->len > 0)
    marker = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      marker = g_object_ref_sink (lode_marker_new ());
      g_signal_connect_object (marker, "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
    }

  return marker;
}

static void
update_state (LodeMarkerLayer *self, LodeMarker *marker)
{
  LodePlace *place = lode_marker_get_place (marker);

  lode_marker_set_selected (marker, place == self->selected);
  lode_marker_set_expanded (marker, place == self->selected && !self->cramped);
  lode_marker_set_lit (marker, g_hash_table_contains (self->lit, place));
}

static void
bind_place (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker = take_marker (self);

  lode_marker_set_place (marker, place);
  update_state (self, marker);
  gtk_widget_set_parent (GTK_WIDGET (marker), GTK_WIDGET (self));
  g_hash_table_insert (self->markers, g_object_ref (place), marker);
}

static void
release_marker (LodeMarkerLayer *self, LodeMarker *marker)
{
  if (marker_has_focus (marker))
    give_focus_away (self);
  gtk_widget_unparent (GTK_WIDGET (marker));
  lode_marker_arrangement_drop (self->arrangement, lode_marker_get_place (marker));
  lode_marker_set_place (marker, NULL);
  g_ptr_array_add (self->spare, g_object_ref (marker));
}

static void
release_all (LodeMarkerLayer *self)
{
  GHashTableIter iter;
  gpointer marker;

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, NULL, &marker))
    {
      release_marker (self, marker);
      g_hash_table_iter_remove (&iter);
    }
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  LodeMarkerLayer *self = user_data;
  guint position_a = *(const guint *) a;
  guint position_b = *(const guint *) b;
  LodePlace *place_a = g_ptr_array_index (self->known, position_a);
  LodePlace *place_b = g_ptr_array_index (self->known, position_b);
  guint count_a = lode_place_get_n_statements (place_a);
  guint count_b = lode_place_get_n_statements (place_b);

  if ((place_a == self->selected) != (place_b == self->selected))
    return place_a == self->selected ? -1 : 1;
  if (count_a != count_b)
    return count_a > count_b ? -1 : 1;
  return position_a < position_b ? -1 : position_a > position_b;
}

static gboolean
box_is_within (const LodeWorldBox *box, const LodeWorldBox *outer)
{
  return box->west >= outer->west && box->east <= outer->east && box->north >= outer->north
         && box->south <= outer->south;
}

/* Markers for what is in view, and a little around it. */
static void
gather (LodeMarkerLayer *self, const LodeMapProjection *projection)
{
  LodeWorldBox needed = lode_map_projection_get_box (projection, NEED_MARGIN);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  GHashTableIter iter;
  gpointer place, marker;

  if (!self->must_gather && self->gathered_zoom == projection->pose.zoom
      && box_is_within (&needed, &self->gathered))
    return;

  self->must_gather = FALSE;
  self->gathered = lode_map_projection_get_box (projection, KEEP_MARGIN);
  self->gathered_zoom = projection->pose.zoom;

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->index != NULL)
    lode_place_index_query (self->index, &self->gathered, found);
  g_array_sort_with_data (found, compare_importance, self);
  g_array_set_size (found, MIN (found->len, MAX_MARKERS));

  wanted = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (wanted,
                      g_ptr_array_index (self->known, g_array_index (found, guint, i)));

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, &place, &marker))
    if (!g_hash_table_contains (wanted, place))
      {
        release_marker (self, marker);
        g_hash_table_iter_remove (&iter);
      }

  for (guint i = 0; i < found->len; i++)
    {
      place = g_ptr_array_index (self->known, g_array_index (found, guint, i));
      if (!g_hash_table_contains (self->markers, place))
        bind_place (self, place);
    }
}

static int
compare_north_to_south (gconstpointer a, gconstpointer b)
{
  LodeMarker *marker_a = *(LodeMarker *const *) a;
  LodeMarker *marker_b = *(LodeMarker *const *) b;
  LodeWorldPoint point_a = lode_marker_get_world_point (marker_a);
  LodeWorldPoint point_b = lode_marker_get_world_point (marker_b);

  if (point_a.y != point_b.y)
    return point_a.y < point_b.y ? -1 : 1;
  if (point_a.x != point_b.x)
    return point_a.x < point_b.x ? -1 : 1;
  return g_strcmp0 (lode_record_get_id (LODE_RECORD (lode_marker_get_place (marker_a))),
                    lode_record_get_id (LODE_RECORD (lode_marker_get_place (marker_b))));
}

/* All markers in use, borrowed, in the order of Tab. */
static GPtrArray *
list_markers (LodeMarkerLayer *self)
{
  GPtrArray *markers = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer marker;

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, NULL, &marker))
    g_ptr_array_add (markers, marker);
  g_ptr_array_sort (markers, compare_north_to_south);
  return markers;
}

static LodeBox
get_marker_box (LodeMarker *marker, const LodeMapProjection *projection)
{
  const LodeMarkerPlacement *placement = lode_marker_get_placement (marker);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (marker));
  LodeBox box;
  int width, height;
  double x, y;

  lode_marker_measure_size (marker, &width, &height);
  lode_map_projection_project (projection, lode_marker_get_world_point (marker), &x, &y);

  /* On whole device pixels, so that text stays sharp. */
  box.x = round ((x + placement->dx) * scale) / scale;
  box.y = round ((y + placement->dy) * scale) / scale;
  box.width = width;
  box.height = height;
  return box;
}

static gboolean
is_in_view (LodeMarkerLayer *self, const LodeBox *box)
{
  LodeBox view = { 0, 0, self->width, self->height };

  return lode_box_overlap (box, &view) > 0;
}

static void
allocate_marker (LodeMarkerLayer *self, LodeMarker *marker, const LodeMapProjection *projection)
{
  GtkWidget *widget = GTK_WIDGET (marker);
  LodeBox box = get_marker_box (marker, projection);

  gtk_widget_set_child_visible (widget, is_in_view (self, &box));
  gtk_widget_allocate (widget, (int) box.width, (int) box.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (box.x, box.y)));
}

static void
raise_selected (LodeMarkerLayer *self)
{
  LodeMarker *marker = NULL;

  if (self->selected != NULL)
    marker = g_hash_table_lookup (self->markers, self->selected);
  if (marker != NULL
      && gtk_widget_get_next_sibling (GTK_WIDGET (marker)) != NULL)
    gtk_widget_insert_before (GTK_WIDGET (marker), GTK_WIDGET (self), NULL);
}

/* Before the marker is allocated, which may be the last that happens in a while. */
static void
serve_wanted_focus (LodeMarkerLayer *self, const LodeMapProjection *projection)
{
  LodeMarker *marker;
  LodeBox box;

  if (self->focus_wanted == NULL)
    return;

  marker = g_hash_table_lookup (self->markers, self->focus_wanted);
  if (marker == NULL)
    return;

  box = get_marker_box (marker, projection);
  if (is_in_view (self, &box))
    {
      forget_wanted_focus (self);
      gtk_widget_set_child_visible (GTK_WIDGET (marker), TRUE);
      gtk_widget_grab_focus (lode_marker_get_button (marker));
    }
}

static gboolean
covers_others (LodeMarker *marker, GPtrArray *markers, const LodeMapProjection *projection)
{
  LodeBox box = get_marker_box (marker, projection);

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *other = g_ptr_array_index (markers, i);
      LodeBox other_box = get_marker_box (other, projection);

      if (other != marker
          && lode_box_overlap (&box, &other_box) > MAX_COVERED * other_box.width * other_box.height)
        return TRUE;
    }

  return FALSE;
}

/* Which markers there are, and where they stand. */
static void
settle (LodeMarkerLayer *self, const LodeMapProjection *projection)
{
  g_autoptr (GPtrArray) markers = NULL;
  LodeMarker *marker = NULL;

  gather (self, projection);
  markers = list_markers (self);
  if (self->selected != NULL && self->must_fit)
    marker = g_hash_table_lookup (self->markers, self->selected);
  if (marker != NULL)
    update_state (self, marker);
  lode_marker_arrangement_settle (self->arrangement, markers, projection);
  if (marker == NULL)
    return;

  self->must_fit = FALSE;
  if (lode_marker_get_compact (marker) && covers_others (marker, markers, projection))
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
  LodeMarker *focused = get_focused (self);

  self->update_id = 0;
  if (self->width <= 0)
    return G_SOURCE_REMOVE;

  if (focused != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (focused)))
    give_focus_away (self);
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
rebuild_index (LodeMarkerLayer *self)
{
  guint n_places = self->places != NULL ? g_list_model_get_n_items (self->places) : 0;
  g_autoptr (GArray) points = g_array_sized_new (FALSE, FALSE, sizeof (LodeWorldPoint), n_places);

  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; i < n_places; i++)
    {
      LodePlace *place = g_list_model_get_item (self->places, i);
      LodeWorldPoint point = get_world_point (place);

      g_ptr_array_add (self->known, place);
      g_array_append_val (points, point);
    }

  g_clear_pointer (&self->index, lode_place_index_free);
  self->index = lode_place_index_new ((LodeWorldPoint *) points->data, n_places);
  self->must_gather = TRUE;
  forget_wanted_focus (self);
  forget_placements (self);
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
  GHashTableIter iter;
  gpointer marker;

  if (width <= 0 || height <= 0)
    return;

  projection.width = width;
  projection.height = height;
  if (self->width != width || self->height != height)
    {
      self->width = width;
      self->height = height;
      self->must_gather = TRUE;
      forget_placements (self);
      /* Before the first frame is over, markers are new, and measured and allocated below:
       * nothing of them can be forgotten. */
      if (!self->updated)
        settle (self, &projection);
    }

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, NULL, &marker))
    allocate_marker (self, marker, &projection);
}

/* Tab goes from north to south whatever the order in which markers are drawn. */
static gboolean
lode_marker_layer_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (widget);
  g_autoptr (GPtrArray) markers = NULL;
  LodeMarker *focused = get_focused (self);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  guint start = 0;
  int position;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return lode_marker_layer_move_focus (self, direction);

  markers = list_markers (self);
  position = step > 0 ? 0 : (int) markers->len - 1;
  if (focused != NULL && g_ptr_array_find (markers, focused, &start))
    position = (int) start + step;

  for (; position >= 0 && position < (int) markers->len; position += step)
    {
      LodeMarker *marker = g_ptr_array_index (markers, position);

      if (gtk_widget_get_child_visible (GTK_WIDGET (marker)))
        {
          g_signal_emit (self, signals[REVEAL_PLACE], 0, lode_marker_get_place (marker));
          return gtk_widget_grab_focus (lode_marker_get_button (marker));
        }
    }

  return FALSE;
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
  GtkWidget *child;

  lode_marker_layer_set_places (self, NULL);
  forget_wanted_focus (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->selected);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_hash_table_remove_all (self->markers);
  g_hash_table_remove_all (self->lit);
  g_ptr_array_set_size (self->spare, 0);

  G_OBJECT_CLASS (lode_marker_layer_parent_class)->dispose (object);
}

static void
lode_marker_layer_finalize (GObject *object)
{
  LodeMarkerLayer *self = LODE_MARKER_LAYER (object);

  g_clear_pointer (&self->index, lode_place_index_free);
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->spare);
  g_hash_table_unref (self->markers);
  lode_marker_arrangement_free (self->arrangement);
  g_hash_table_unref (self->lit);
  g_object_unref (self->focus_window);

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
  signals[REVEAL_PLACE]
      = g_signal_new ("reveal-place", LODE_TYPE_MARKER_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, LODE_TYPE_PLACE);
}

static void
lode_marker_layer_init (LodeMarkerLayer *self)
{
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  self->markers = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->arrangement = lode_marker_arrangement_new ();
  self->lit = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->focus_window = g_signal_group_new (GTK_TYPE_WINDOW);
  g_signal_group_connect_swapped (self->focus_window, "notify::focus-widget",
                                  G_CALLBACK (focus_moved_cb), self);
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
    g_signal_handlers_disconnect_by_func (self->places, rebuild_index, self);
  g_set_object (&self->places, places);
  if (places != NULL)
    g_signal_connect_object (places, "items-changed", G_CALLBACK (rebuild_index), self,
                             G_CONNECT_SWAPPED);

  release_all (self);
  rebuild_index (self);
}

static void
update_states (LodeMarkerLayer *self)
{
  GHashTableIter iter;
  gpointer marker;

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, NULL, &marker))
    update_state (self, marker);
  queue_update (self);
}

/* A compact marker changes its size with the selection. */
static void
place_anew (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker = place != NULL ? g_hash_table_lookup (self->markers, place) : NULL;

  if (marker != NULL && lode_marker_get_compact (marker))
    lode_marker_arrangement_drop (self->arrangement, place);
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
  self->must_gather = TRUE;
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

  marker = g_hash_table_lookup (self->markers, place);
  if (marker != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (marker)))
    return NULL;
  return marker;
}

gboolean
lode_marker_layer_move_focus (LodeMarkerLayer *self, GtkDirectionType direction)
{
  LodeMarker *focused;
  LodePlace *next;
  int dx = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  int dy = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;
  int position;

  g_return_val_if_fail (LODE_IS_MARKER_LAYER (self), FALSE);

  focused = get_focused (self);
  if (focused == NULL || (dx == 0 && dy == 0))
    return FALSE;

  position = lode_place_index_find_next (self->index, lode_marker_get_world_point (focused), dx,
                                         dy);
  if (position < 0)
    return FALSE;

  next = g_ptr_array_index (self->known, position);
  lode_marker_layer_focus_place (self, next);
  g_signal_emit (self, signals[REVEAL_PLACE], 0, next);
  return TRUE;
}

gboolean
lode_marker_layer_focus_place (LodeMarkerLayer *self, LodePlace *place)
{
  LodeMarker *marker;

  g_return_val_if_fail (LODE_IS_MARKER_LAYER (self), FALSE);
  g_return_val_if_fail (LODE_IS_PLACE (place), FALSE);

  forget_wanted_focus (self);
  marker = lode_marker_layer_find (self, place);
  if (marker != NULL)
    return gtk_widget_grab_focus (lode_marker_get_button (marker));

  if (g_ptr_array_find (self->known, place, NULL))
    {
      want_focus (self, place);
      self->must_gather = TRUE;
      queue_update (self);
    }
  return FALSE;
}

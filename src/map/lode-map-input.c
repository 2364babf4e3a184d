/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-input.h"

#include "lode-cluster-popover.h"
#include "lode-map-projection.h"
#include "lode-marker-levels.h"
#include "lode-tile-source.h"

#include <math.h>

/* Pixels that an arrow key moves the map. */
#define PAN_STEP 80
/* Pixels to keep free around a marker that is moved into view. */
#define REVEAL_PADDING 16
/* Places that are not further from each other than this at the highest zoom level, pixels, are not
 * told apart by zooming. */
#define MIN_APART 24

struct _LodeMapInput
{
  LodeMapView     *view; /* owns this */
  ShumateMap      *map;
  LodeMarkerLayer *marker_layer;
  LodeShapeLayer  *shape_layer;
  LodeMapCamera   *camera;

  GtkEventController *click;
  GtkEventController *any;
  GtkEventController *keys;
  GtkEventController *motion;
  double              press_x;
  double              press_y;
  gboolean            pressed_on_map; /* not on a marker */
  GtkWidget          *popover;        /* of a cluster's places; NULL: not asked for yet */
};

static ShumateViewport *
get_viewport (LodeMapInput *self)
{
  return shumate_map_get_viewport (self->map);
}

static void
pressed_cb (LodeMapInput *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->map), x, y, GTK_PICK_DEFAULT);

  self->press_x = x;
  self->press_y = y;
  self->pressed_on_map
      = picked == NULL || gtk_widget_get_ancestor (picked, LODE_TYPE_MARKER) == NULL;
}

static void
released_cb (LodeMapInput *self, int n_press, double x, double y)
{
  LodePlace *place;

  if (!self->pressed_on_map || n_press > 1
      || gtk_drag_check_threshold (GTK_WIDGET (self->map), (int) self->press_x,
                                   (int) self->press_y, (int) x, (int) y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  place = lode_shape_layer_find_at (self->shape_layer, x, y);
  if (place != NULL)
    lode_map_view_activate_place (self->view, place);
  else
    lode_map_view_set_selected_place (self->view, NULL);
}

/* A shape can be pressed, and looks like it: the markers' layer is what is under the pointer. */
static void
motion_cb (LodeMapInput *self, double x, double y)
{
  gboolean can_press = lode_shape_layer_find_at (self->shape_layer, x, y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->marker_layer), can_press ? "pointer" : NULL);
}

/* A person takes hold of the map: our own movement ends where it is. */
static gboolean
event_cb (LodeMapInput *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_SCROLL
      || type == GDK_TOUCHPAD_PINCH || type == GDK_TOUCHPAD_SWIPE)
    {
      lode_map_camera_stop (self->camera);
      /* The keys go where the hand is; a marker that is pressed takes them after that. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->view)) == NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }

  return GDK_EVENT_PROPAGATE;
}

/* Moves no further than it must. */
static void
reveal_place_cb (LodeMapInput *self, LodePlace *place)
{
  LodeMarker *marker = lode_marker_layer_find (self->marker_layer, place);
  LodeMapProjection projection
      = lode_map_projection_new (get_viewport (self), GTK_WIDGET (self->map));
  LodeWorldPoint at = { lode_world_x_from_longitude (lode_place_get_longitude (place)),
                        lode_world_y_from_latitude (lode_place_get_latitude (place)) };
  LodeBox box = { 0 };
  double dx = 0, dy = 0;
  double right, bottom;

  lode_map_projection_project (&projection, at, &box.x, &box.y);
  if (marker != NULL)
    {
      const LodeMarkerPlacement *placement = lode_marker_get_placement (marker);

      box.width = gtk_widget_get_width (GTK_WIDGET (marker));
      box.height = gtk_widget_get_height (GTK_WIDGET (marker));
      box.x += placement->dx;
      box.y += placement->dy;
    }
  else
    {
      /* As large as a callout will be, on whichever side. */
      box = (LodeBox) { box.x - 80, box.y - 80, 160, 160 };
    }

  right = box.x + box.width + REVEAL_PADDING - projection.width;
  bottom = box.y + box.height + REVEAL_PADDING + LODE_MAP_BOTTOM_RESERVED - projection.height;
  dx = right > 0 ? right : MIN (box.x - REVEAL_PADDING, 0);
  dy = bottom > 0 ? bottom : MIN (box.y - REVEAL_PADDING, 0);
  if (fabs (dx) > 0.5 || fabs (dy) > 0.5)
    lode_map_camera_pan_by (self->camera, dx, dy);
}

static LodeWorldBox
get_box (LodeCluster *cluster)
{
  LodeWorldBox box = { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
  guint n_places;
  LodePlace * const *places = lode_cluster_get_places (cluster, &n_places);
  LodeWorldPoint first = lode_marker_item_get_point (G_OBJECT (places[0]));

  for (guint i = 0; i < n_places; i++)
    {
      LodeWorldPoint at = lode_marker_item_get_point (G_OBJECT (places[i]));

      at.x = first.x + lode_world_wrap_delta (at.x - first.x);
      box.west = MIN (box.west, at.x);
      box.east = MAX (box.east, at.x);
      box.north = MIN (box.north, at.y);
      box.south = MAX (box.south, at.y);
    }

  return box;
}

static void
list_places (LodeMapInput *self, LodeCluster *cluster)
{
  LodeMarkerWords words = { lode_map_view_get_findings (self->view) };
  guint n_places;
  LodePlace *first = lode_cluster_get_places (cluster, &n_places)[0];
  LodeMarker *marker = lode_marker_layer_find (self->marker_layer, first);
  graphene_rect_t bounds;

  if (marker == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (marker), GTK_WIDGET (self->view), &bounds))
    return;

  if (self->popover == NULL)
    {
      self->popover = lode_cluster_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
      g_signal_connect_swapped (self->popover, "place-activated",
                                G_CALLBACK (lode_map_view_activate_place), self->view);
    }

  lode_cluster_popover_open (LODE_CLUSTER_POPOVER (self->popover), cluster, &words,
                             &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                               (int) bounds.size.width,
                                               (int) bounds.size.height });
}

/* In to where its places are, by a level at least; those that no level takes apart are listed. */
static void
cluster_activated_cb (LodeMapInput *self, LodeCluster *cluster)
{
  LodeWorldBox box = get_box (cluster);
  double extent = MAX (box.east - box.west, box.south - box.north);
  double zoom = shumate_viewport_get_zoom_level (get_viewport (self));
  LodeCameraPose pose;

  if (zoom > LODE_TILE_MAX_ZOOM - 0.01
      || extent * LODE_TILE_SIZE * exp2 (LODE_TILE_MAX_ZOOM) < MIN_APART)
    {
      list_places (self, cluster);
      return;
    }

  pose = lode_camera_pose_fit (&box, gtk_widget_get_width (GTK_WIDGET (self->view)),
                               gtk_widget_get_height (GTK_WIDGET (self->view)),
                               LODE_MAP_SHOW_PADDING);
  pose.zoom = CLAMP (floor (pose.zoom), floor (zoom) + 1, LODE_TILE_MAX_ZOOM);
  lode_map_camera_move_to (self->camera, pose);
}

/* Before libshumate 1.2 the map has no keys; since then it has some, which are not ours. */
static gboolean
key_pressed_cb (LodeMapInput *self, guint keyval, guint keycode, GdkModifierType state)
{
  static const struct
  {
    guint            keyval, keypad;
    GtkDirectionType direction;
    int              dx, dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT, -PAN_STEP, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT, PAN_STEP, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP, 0, -PAN_STEP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN, 0, PAN_STEP },
  };

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (keyval == arrows[i].keyval || keyval == arrows[i].keypad)
      {
        if (!lode_marker_layer_move_focus (self->marker_layer, arrows[i].direction))
          lode_map_camera_pan_by (self->camera, arrows[i].dx, arrows[i].dy);
        return GDK_EVENT_STOP;
      }

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      lode_map_view_zoom_in (self->view);
      return GDK_EVENT_STOP;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      lode_map_view_zoom_out (self->view);
      return GDK_EVENT_STOP;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      lode_map_view_go_home (self->view);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      /* With nothing to clear, Escape belongs to the window. */
      if (lode_map_view_get_selected_place (self->view) == NULL)
        return GDK_EVENT_PROPAGATE;
      lode_map_view_set_selected_place (self->view, NULL);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LodeMapView *view = LODE_MAP_VIEW (widget);

  if (g_str_equal (action, "map.zoom-in"))
    lode_map_view_zoom_in (view);
  else if (g_str_equal (action, "map.zoom-out"))
    lode_map_view_zoom_out (view);
  else if (g_str_equal (action, "map.home"))
    lode_map_view_go_home (view);
  else
    lode_map_view_set_selected_place (view, NULL);
}

static void
add_controllers (LodeMapInput *self)
{
  self->click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  g_signal_connect_swapped (self->click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), self->click);

  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), self->motion);

  self->any = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->any, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->any, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), self->any);

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), self->keys);
}

LodeMapInput *
lode_map_input_new (LodeMapView *view, ShumateMap *map, LodeMarkerLayer *marker_layer,
                    LodeShapeLayer *shape_layer, LodeMapCamera *camera)
{
  LodeMapInput *self = g_new0 (LodeMapInput, 1);

  self->view = view;
  self->map = map;
  self->marker_layer = marker_layer;
  self->shape_layer = shape_layer;
  self->camera = camera;
  g_signal_connect_swapped (marker_layer, "cluster-activated", G_CALLBACK (cluster_activated_cb),
                            self);
  g_signal_connect_swapped (marker_layer, "reveal-place", G_CALLBACK (reveal_place_cb), self);
  add_controllers (self);
  return self;
}

void
lode_map_input_free (LodeMapInput *self)
{
  g_signal_handlers_disconnect_by_data (self->marker_layer, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_remove_controller (GTK_WIDGET (self->map), self->click);
  gtk_widget_remove_controller (GTK_WIDGET (self->map), self->motion);
  gtk_widget_remove_controller (GTK_WIDGET (self->map), self->any);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->keys);
  g_free (self);
}

void
lode_map_input_present (LodeMapInput *self)
{
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

void
lode_map_input_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "map.home", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "map.clear-selection", NULL, action_cb);
}

void
lode_map_input_update_actions (LodeMapView *view, ShumateViewport *viewport)
{
  double zoom = shumate_viewport_get_zoom_level (viewport);
  GtkWidget *widget = GTK_WIDGET (view);

  gtk_widget_action_set_enabled (widget, "map.zoom-in", zoom < LODE_TILE_MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "map.zoom-out",
                                 zoom > shumate_viewport_get_min_zoom_level (viewport));
  gtk_widget_action_set_enabled (widget, "map.clear-selection",
                                 lode_map_view_get_selected_place (view) != NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-input.h"

#include "lode-tile-source.h"

/* Pixels that an arrow key moves the map. */
#define PAN_STEP 80

struct _LodeMapInput
{
  LodeMapView     *view; /* owns this */
  ShumateMap      *map;
  LodeMarkerLayer *marker_layer;
  LodeMapCamera   *camera;

  GtkEventController *click;
  GtkEventController *any;
  GtkEventController *keys;
  double              press_x;
  double              press_y;
  gboolean            pressed_on_map; /* not on a marker */
};

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
  if (!self->pressed_on_map || n_press > 1
      || gtk_drag_check_threshold (GTK_WIDGET (self->map), (int) self->press_x,
                                   (int) self->press_y, (int) x, (int) y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  lode_map_view_set_selected_place (self->view, NULL);
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
                    LodeMapCamera *camera)
{
  LodeMapInput *self = g_new0 (LodeMapInput, 1);

  self->view = view;
  self->map = map;
  self->marker_layer = marker_layer;
  self->camera = camera;
  add_controllers (self);
  return self;
}

void
lode_map_input_free (LodeMapInput *self)
{
  gtk_widget_remove_controller (GTK_WIDGET (self->map), self->click);
  gtk_widget_remove_controller (GTK_WIDGET (self->map), self->any);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->keys);
  g_free (self);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-camera.h"

#include "lode-map-projection.h"

#include <math.h>

#define DURATION_US (300 * 1000)
/* A person's movement has come to an end when nothing moved for so long. */
#define REST_MS 150

struct _LodeMapCamera
{
  GObject parent_instance;

  ShumateViewport *viewport;
  GtkWidget       *widget; /* weak */
  int              width;
  int              height;
  gboolean         at_home;
  gboolean         applying; /* the viewport's notifications are answers to us */

  LodeCameraPose   from;
  LodeCameraPose   target;
  gint64           start_time;  /* frame time, 0: not yet known */
  gint64           first_frame; /* in which the view was given its first size */
  guint            tick_id;
  guint            pace_id;
  guint            rest_id;
};

enum
{
  SIGNAL_REST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodeMapCamera, lode_map_camera, G_TYPE_OBJECT)

static void
apply (LodeMapCamera *self, LodeCameraPose pose)
{
  double longitude = lode_longitude_from_world_x (pose.x);
  double latitude = lode_latitude_from_world_y (pose.y);

  longitude -= 360 * floor ((longitude + 180) / 360);

  self->applying = TRUE;
  shumate_viewport_set_zoom_level (self->viewport, pose.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), latitude, longitude);
  self->applying = FALSE;
}

static void
announce_rest (LodeMapCamera *self, double zoom)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_REST], 0, zoom);
}

static gboolean
rest_cb (gpointer user_data)
{
  LodeMapCamera *self = user_data;
  LodeCameraPose pose = lode_camera_pose_from_viewport (self->viewport);
  LodeCameraPose settled = lode_camera_pose_settle (pose, self->width, self->height);

  self->rest_id = 0;
  if (!lode_camera_pose_equal (pose, settled))
    apply (self, settled);
  announce_rest (self, settled.zoom);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (LodeMapCamera *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* -1: no frame yet. */
static gint64
get_frame (LodeMapCamera *self)
{
  GdkFrameClock *clock = self->widget != NULL ? gtk_widget_get_frame_clock (self->widget) : NULL;

  return clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;
}

static double
ease_out (double progress)
{
  double left = 1 - progress;

  return 1 - left * left * left;
}

static gboolean
motion_is_reduced (LodeMapCamera *self)
{
  gboolean enabled = TRUE;

  if (self->widget == NULL || !gtk_widget_get_mapped (self->widget))
    return TRUE;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &enabled, NULL);
  return !enabled;
}

static gboolean
pace_cb (gpointer user_data)
{
  LodeMapCamera *self = user_data;

  self->pace_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LodeMapCamera *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double progress;

  /* The map layer asks for tiles in an idle of its own. A frame that comes before it had its turn
   * is left out, or no tile would be painted until the movement ends. */
  if (self->pace_id != 0)
    return G_SOURCE_CONTINUE;

  if (self->start_time == 0)
    self->start_time = now;

  progress = CLAMP ((now - self->start_time) / (double) DURATION_US, 0, 1);
  if (progress < 1)
    {
      apply (self, lode_camera_pose_interpolate (self->from, self->target, ease_out (progress)));
      self->pace_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 1, pace_cb, self, NULL);
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  apply (self, self->target);
  return G_SOURCE_REMOVE;
}

static void
viewport_moved_cb (LodeMapCamera *self)
{
  LodeCameraPose pose, clamped;

  if (self->applying)
    return;

  self->at_home = FALSE;
  if (self->tick_id != 0 || self->width <= 0)
    return;

  pose = lode_camera_pose_from_viewport (self->viewport);
  clamped = lode_camera_pose_clamp (pose, self->width, self->height);
  if (!lode_camera_pose_equal (pose, clamped))
    apply (self, clamped);
  wait_for_rest (self);
}

static void
viewport_rotated_cb (LodeMapCamera *self)
{
  if (self->applying)
    return;

  /* Two fingers that zoom turn the map as well: text on tiles would turn with it. */
  self->applying = TRUE;
  shumate_viewport_set_rotation (self->viewport, 0);
  self->applying = FALSE;
}

static void
lode_map_camera_dispose (GObject *object)
{
  LodeMapCamera *self = LODE_MAP_CAMERA (object);

  lode_map_camera_stop (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (lode_map_camera_parent_class)->dispose (object);
}

static void
lode_map_camera_class_init (LodeMapCameraClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lode_map_camera_dispose;

  signals[SIGNAL_REST] = g_signal_new ("rest", LODE_TYPE_MAP_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
lode_map_camera_init (LodeMapCamera *self)
{
  self->at_home = TRUE;
}

LodeMapCamera *
lode_map_camera_new (ShumateViewport *viewport, GtkWidget *widget)
{
  LodeMapCamera *self;
  static const char *const moves[]
      = { "notify::longitude", "notify::latitude", "notify::zoom-level" };

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (LODE_TYPE_MAP_CAMERA, NULL);
  self->viewport = g_object_ref (viewport);
  g_set_weak_pointer (&self->widget, widget);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (viewport, moves[i], G_CALLBACK (viewport_moved_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::rotation", G_CALLBACK (viewport_rotated_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

LodeCameraPose
lode_map_camera_get_target (LodeMapCamera *self)
{
  LodeCameraPose none = { 0 };

  g_return_val_if_fail (LODE_IS_MAP_CAMERA (self), none);

  return self->tick_id != 0 ? self->target : lode_camera_pose_from_viewport (self->viewport);
}

gboolean
lode_map_camera_is_at_home (LodeMapCamera *self)
{
  g_return_val_if_fail (LODE_IS_MAP_CAMERA (self), FALSE);

  return self->at_home;
}

gboolean
lode_map_camera_is_moving (LodeMapCamera *self)
{
  g_return_val_if_fail (LODE_IS_MAP_CAMERA (self), FALSE);

  return self->tick_id != 0;
}

void
lode_map_camera_stop (LodeMapCamera *self)
{
  g_return_if_fail (LODE_IS_MAP_CAMERA (self));

  if (self->tick_id != 0)
    wait_for_rest (self);
  if (self->tick_id != 0 && self->widget != NULL)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->pace_id, g_source_remove);
}

void
lode_map_camera_jump_to (LodeMapCamera *self, LodeCameraPose pose)
{
  g_return_if_fail (LODE_IS_MAP_CAMERA (self));

  lode_map_camera_stop (self);
  self->at_home = FALSE;
  if (self->width > 0)
    {
      pose = lode_camera_pose_clamp (pose, self->width, self->height);
      pose = lode_camera_pose_settle (pose, self->width, self->height);
    }
  apply (self, pose);
  announce_rest (self, pose.zoom);
}

void
lode_map_camera_move_to (LodeMapCamera *self, LodeCameraPose pose)
{
  g_return_if_fail (LODE_IS_MAP_CAMERA (self));

  if (motion_is_reduced (self))
    {
      lode_map_camera_jump_to (self, pose);
      return;
    }

  lode_map_camera_stop (self);
  self->at_home = FALSE;
  self->from = lode_camera_pose_from_viewport (self->viewport);
  self->target = lode_camera_pose_clamp (pose, self->width, self->height);
  self->target = lode_camera_pose_settle (self->target, self->width, self->height);
  self->start_time = 0;
  if (!lode_camera_pose_equal (self->from, self->target))
    self->tick_id = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
  /* Already now: tiles that come into view on the way are painted as they shall stay. */
  announce_rest (self, self->target.zoom);
}

void
lode_map_camera_go_home (LodeMapCamera *self)
{
  g_return_if_fail (LODE_IS_MAP_CAMERA (self));

  lode_map_camera_move_to (self, lode_camera_pose_home (self->width, self->height));
  self->at_home = TRUE;
}

void
lode_map_camera_zoom_by (LodeMapCamera *self, int levels)
{
  LodeCameraPose pose;

  g_return_if_fail (LODE_IS_MAP_CAMERA (self));

  pose = lode_map_camera_get_target (self);
  if (levels > 0)
    pose.zoom = floor (pose.zoom + 1e-6) + levels;
  else
    pose.zoom = ceil (pose.zoom - 1e-6) + levels;
  lode_map_camera_move_to (self, pose);
}

void
lode_map_camera_pan_by (LodeMapCamera *self, double dx, double dy)
{
  g_return_if_fail (LODE_IS_MAP_CAMERA (self));

  lode_map_camera_move_to (self, lode_camera_pose_pan (lode_map_camera_get_target (self), dx, dy));
}

gboolean
lode_map_camera_set_size (LodeMapCamera *self, int width, int height)
{
  gboolean is_first;
  LodeCameraPose pose;
  double min_zoom;

  g_return_val_if_fail (LODE_IS_MAP_CAMERA (self), FALSE);

  if (width <= 0 || height <= 0 || (self->width == width && self->height == height))
    return FALSE;

  if (self->width <= 0)
    self->first_frame = get_frame (self);
  /* Within its first frame a window may be laid out more than once. */
  is_first = get_frame (self) == self->first_frame;
  self->width = width;
  self->height = height;

  min_zoom = lode_camera_min_zoom (width, height);
  self->applying = TRUE;
  shumate_viewport_set_min_zoom_level (self->viewport, (guint) min_zoom);
  self->applying = FALSE;

  if (self->at_home)
    pose = lode_camera_pose_home (width, height);
  else
    pose = lode_camera_pose_clamp (lode_map_camera_get_target (self), width, height);

  lode_map_camera_stop (self);
  apply (self, pose);
  /* What is seen first is painted at once as it stays; in a window that is being resized, tiles
   * are not painted anew with every step. */
  if (is_first)
    announce_rest (self, pose.zoom);
  else
    wait_for_rest (self);
  return TRUE;
}

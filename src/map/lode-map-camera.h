/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-camera-pose.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeMapCamera:
 *
 * Moves a viewport: keeps it within the limits of the country, and animates it. libshumate's own
 * movement has no limits, and flies round the world to get over the antimeridian. Where a movement
 * ends, the map stands on whole pixels.
 *
 * Signal "rest" (double): the zoom level at which the map rests, or will when a movement that has
 * just begun has ended.
 */
#define LODE_TYPE_MAP_CAMERA (lode_map_camera_get_type ())
G_DECLARE_FINAL_TYPE (LodeMapCamera, lode_map_camera, LODE, MAP_CAMERA, GObject)

/* The widget gives frames to animate with, the size of the view, and is not kept alive. */
LodeMapCamera *lode_map_camera_new        (ShumateViewport *viewport, GtkWidget *widget);
/* Where it is going, or where it stands. */
LodeCameraPose lode_map_camera_get_target (LodeMapCamera *self);
/* Whether nobody has moved it: it follows the size of the view. */
gboolean       lode_map_camera_is_at_home (LodeMapCamera *self);
gboolean       lode_map_camera_is_moving  (LodeMapCamera *self);
/* Clamped; animated unless motion is reduced. */
void           lode_map_camera_move_to    (LodeMapCamera *self, LodeCameraPose pose);
/* Clamped; at once. Before the view has a size it is clamped when it gets one. */
void           lode_map_camera_jump_to    (LodeMapCamera *self, LodeCameraPose pose);
void           lode_map_camera_go_home    (LodeMapCamera *self);
/* To the next whole zoom level up (1) or down (-1). */
void           lode_map_camera_zoom_by    (LodeMapCamera *self, int levels);
/* Moves the view by that many pixels. */
void           lode_map_camera_pan_by     (LodeMapCamera *self, double dx, double dy);
/* A person took hold of the map. */
void           lode_map_camera_stop       (LodeMapCamera *self);
/* The view's size in pixels. Until somebody moves the map, it shows the whole country. FALSE: the
 * size is the same as before. */
gboolean       lode_map_camera_set_size   (LodeMapCamera *self, int width, int height);

G_END_DECLS

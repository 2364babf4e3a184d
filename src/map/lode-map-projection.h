/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-camera-pose.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeMapProjection:
 * @pose: where the viewport looks
 * @world: width of the world in widget pixels
 * @width: of the widget, pixels
 * @height: of the widget, pixels
 * @scale: device pixels for one of the widget's
 *
 * From world coordinates to a widget's pixels, as the viewport stands now. libshumate's own
 * shumate_viewport_location_to_widget_coords() does not go the short way over the antimeridian.
 */
typedef struct
{
  LodeCameraPose pose;
  double world;
  int width;
  int height;
  int scale;
} LodeMapProjection;

LodeCameraPose    lode_camera_pose_from_viewport (ShumateViewport         *viewport);
LodeMapProjection lode_map_projection_new        (ShumateViewport         *viewport,
                                                  GtkWidget               *widget);
void              lode_map_projection_project    (const LodeMapProjection *self,
                                                  LodeWorldPoint           at,
                                                  double                  *x,
                                                  double                  *y);
/* The other way round; x may be anywhere. */
LodeWorldPoint    lode_map_projection_unproject  (const LodeMapProjection *self,
                                                  double                   x,
                                                  double                   y);
/* What the widget shows, grown by that many pixels on each side. west and east may be anywhere. */
LodeWorldBox      lode_map_projection_get_box    (const LodeMapProjection *self,
                                                  double                   margin);

G_END_DECLS

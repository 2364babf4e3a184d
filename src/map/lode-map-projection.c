/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-projection.h"

#include "lode-tile-source.h"

#include <math.h>

LodeCameraPose
lode_camera_pose_from_viewport (ShumateViewport *viewport)
{
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  double longitude = shumate_location_get_longitude (location);
  double latitude = shumate_location_get_latitude (location);
  LodeCameraPose pose = {
    .x = lode_world_wrap_x (lode_world_x_from_longitude (longitude)),
    .y = lode_world_y_from_latitude (latitude),
    .zoom = shumate_viewport_get_zoom_level (viewport),
  };

  return pose;
}

LodeMapProjection
lode_map_projection_new (ShumateViewport *viewport, GtkWidget *widget)
{
  LodeMapProjection self;

  self.pose = lode_camera_pose_from_viewport (viewport);
  self.world = LODE_TILE_SIZE * exp2 (self.pose.zoom);
  self.width = gtk_widget_get_width (widget);
  self.height = gtk_widget_get_height (widget);
  self.scale = gtk_widget_get_scale_factor (widget);
  return self;
}

void
lode_map_projection_project (const LodeMapProjection *self, LodeWorldPoint at, double *x,
                             double *y)
{
  *x = lode_world_wrap_delta (at.x - self->pose.x) * self->world + self->width / 2.0;
  *y = (at.y - self->pose.y) * self->world + self->height / 2.0;
}

LodeWorldPoint
lode_map_projection_unproject (const LodeMapProjection *self, double x, double y)
{
  LodeWorldPoint at = {
    .x = self->pose.x + (x - self->width / 2.0) / self->world,
    .y = self->pose.y + (y - self->height / 2.0) / self->world,
  };

  return at;
}

LodeWorldBox
lode_map_projection_get_box (const LodeMapProjection *self, double margin)
{
  double half_width = (self->width / 2.0 + margin) / self->world;
  double half_height = (self->height / 2.0 + margin) / self->world;
  LodeWorldBox box = {
    .west = self->pose.x - half_width,
    .north = self->pose.y - half_height,
    .east = self->pose.x + half_width,
    .south = self->pose.y + half_height,
  };

  return box;
}

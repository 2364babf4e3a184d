/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-camera-pose.h"

#include <math.h>

#define TILE_SIZE 256.0
#define MIN_ZOOM 3.0
#define MAX_ZOOM 12.0
#define HOME_PADDING 20.0
/* Pixels of a tile. */
#define HOME_TILE_STEP 8
/* The mainland is not made smaller than this share of its size for the Chathams to be in view. */
#define MIN_SHARE 0.8

/* Degrees. All islands that the map shows, and the North, South and Stewart Islands. */
static const struct
{
  double west, south, east, north;
} country = { 165.5, -47.8, 184.3, -33.8 }, mainland = { 166.0, -47.8, 179.2, -33.8 },
  limits = { 158.0, -54.0, 192.0, -26.0 };

double
lode_world_wrap_delta (double delta)
{
  return delta - floor (delta + 0.5);
}

double
lode_world_wrap_x (double x)
{
  return 1 + lode_world_wrap_delta (x - 1);
}

LodeWorldBox
lode_world_box_new (double west, double south, double east, double north)
{
  LodeWorldBox box = {
    .west = lode_world_wrap_x (lode_world_x_from_longitude (west)),
    .north = lode_world_y_from_latitude (north),
    .east = lode_world_wrap_x (lode_world_x_from_longitude (east)),
    .south = lode_world_y_from_latitude (south),
  };

  return box;
}

LodeCameraPose
lode_camera_pose_fit (const LodeWorldBox *box, double width, double height, double padding)
{
  double across = MAX (box->east - box->west, 1e-9) * TILE_SIZE;
  double down = MAX (box->south - box->north, 1e-9) * TILE_SIZE;
  double free_width = MAX (width - 2 * padding, 1);
  double free_height = MAX (height - 2 * padding, 1);
  double zoom = log2 (MIN (free_width / across, free_height / down));
  LodeCameraPose pose = {
    .x = (box->west + box->east) / 2,
    .y = (box->north + box->south) / 2,
    .zoom = CLAMP (zoom, 0, MAX_ZOOM),
  };

  return pose;
}

LodeCameraPose
lode_camera_pose_settle (LodeCameraPose pose, double width, double height)
{
  double whole = floor (pose.zoom);
  double tile = round (TILE_SIZE * exp2 (pose.zoom - whole));
  double world = tile * exp2 (whole);

  pose.zoom = whole + log2 (tile / TILE_SIZE);
  pose.x = (round (pose.x * world - width / 2) + width / 2) / world;
  pose.y = (round (pose.y * world - height / 2) + height / 2) / world;
  return pose;
}

/* As large as fits, in steps: of views that differ by a few pixels, most have the same tiles, so that
 * they can be painted before it is known which it is. */
static double
round_home_zoom (double zoom)
{
  double whole = floor (zoom);
  double tile = floor (TILE_SIZE * exp2 (zoom - whole) / HOME_TILE_STEP) * HOME_TILE_STEP;

  return whole + log2 (tile / TILE_SIZE);
}

LodeCameraPose
lode_camera_pose_home (double width, double height)
{
  LodeWorldBox all = lode_world_box_new (country.west, country.south, country.east, country.north);
  LodeWorldBox most
      = lode_world_box_new (mainland.west, mainland.south, mainland.east, mainland.north);
  LodeCameraPose with_all = lode_camera_pose_fit (&all, width, height, HOME_PADDING);
  LodeCameraPose with_most = lode_camera_pose_fit (&most, width, height, HOME_PADDING);
  gboolean has_room = exp2 (with_all.zoom - with_most.zoom) >= MIN_SHARE;
  LodeCameraPose pose = has_room ? with_all : with_most;

  pose.zoom = round_home_zoom (MAX (pose.zoom, MIN_ZOOM));
  return lode_camera_pose_settle (pose, width, height);
}

double
lode_camera_min_zoom (double width, double height)
{
  LodeWorldBox all = lode_world_box_new (country.west, country.south, country.east, country.north);

  return MAX (floor (lode_camera_pose_fit (&all, width, height, HOME_PADDING).zoom), MIN_ZOOM);
}

LodeCameraPose
lode_camera_pose_clamp (LodeCameraPose pose, double width, double height)
{
  LodeWorldBox box = lode_world_box_new (limits.west, limits.south, limits.east, limits.north);
  double half_height;

  pose.zoom = CLAMP (pose.zoom, lode_camera_min_zoom (width, height), MAX_ZOOM);
  pose.x = CLAMP (lode_world_wrap_x (pose.x), box.west, box.east);
  pose.y = CLAMP (pose.y, box.north, box.south);

  half_height = height / 2 / (TILE_SIZE * exp2 (pose.zoom));
  if (half_height < 0.5)
    pose.y = CLAMP (pose.y, half_height, 1 - half_height);
  else
    pose.y = 0.5;

  return pose;
}

LodeCameraPose
lode_camera_pose_pan (LodeCameraPose pose, double dx, double dy)
{
  double world = TILE_SIZE * exp2 (pose.zoom);

  pose.x = lode_world_wrap_x (pose.x + dx / world);
  pose.y += dy / world;
  return pose;
}

LodeCameraPose
lode_camera_pose_interpolate (LodeCameraPose from, LodeCameraPose to, double progress)
{
  double from_size = exp2 (-from.zoom);
  double to_size = exp2 (-to.zoom);
  LodeCameraPose pose;
  double way = progress;

  pose.zoom = from.zoom + (to.zoom - from.zoom) * progress;
  /* In proportion to what the view shows, not to the level: the path then is a straight zoom. */
  if (fabs (to.zoom - from.zoom) > 1e-6)
    way = (exp2 (-pose.zoom) - from_size) / (to_size - from_size);

  pose.x = lode_world_wrap_x (from.x + lode_world_wrap_delta (to.x - from.x) * way);
  pose.y = from.y + (to.y - from.y) * way;
  return pose;
}

gboolean
lode_camera_pose_equal (LodeCameraPose a, LodeCameraPose b)
{
  /* A hundredth of a pixel at the highest level. */
  const double epsilon = 1e-8;

  return fabs (lode_world_wrap_delta (a.x - b.x)) < epsilon && fabs (a.y - b.y) < epsilon
         && fabs (a.zoom - b.zoom) < 1e-6;
}

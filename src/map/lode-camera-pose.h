/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap.h"

G_BEGIN_DECLS

/**
 * LodeCameraPose:
 * @x: centre of the view, world coordinates, in the copy of the world that New Zealand is
 *   continuous in (0.5 to 1.5)
 * @y: centre of the view, world coordinates
 * @zoom: zoom level, may be fractional; the world is 256 px wide at 0
 *
 * Where the map looks. All functions on it are pure, so that they are tested without a display.
 */
typedef struct
{
  double x;
  double y;
  double zoom;
} LodeCameraPose;

/* A box in world coordinates. */
typedef struct
{
  double west;
  double north;
  double east;
  double south;
} LodeWorldBox;

/* The short way round the world from one x to another: -0.5 to 0.5. */
double lode_world_wrap_delta (double delta);
/* The same meridian in the copy of the world that New Zealand is continuous in. */
double lode_world_wrap_x     (double x);

/* Degrees; east may be smaller than west, or beyond 180: the box then crosses the antimeridian. */
LodeWorldBox   lode_world_box_new             (double west, double south, double east,
                                               double north);
/* The pose in which the box just fits into a view of that size, padding pixels free all round.
 * A box without size gives the highest zoom level. */
LodeCameraPose lode_camera_pose_fit           (const LodeWorldBox *box, double width, double height,
                                               double padding);
/* The nearest pose in which tiles are a whole number of pixels wide, and stand on whole pixels, in
 * a view of that size: the map is then drawn pixel by pixel as it was painted. */
LodeCameraPose lode_camera_pose_settle        (LodeCameraPose pose, double width, double height);
/* The whole country. In a narrow view the mainland, with the Chathams to be panned to. Settled. */
LodeCameraPose lode_camera_pose_home          (double width, double height);
/* The lowest zoom level a view of that size may have: a whole number at which all islands fit. */
double         lode_camera_min_zoom           (double width, double height);
/* The nearest pose from which New Zealand can be found again, and the map does not repeat. */
LodeCameraPose lode_camera_pose_clamp         (LodeCameraPose pose, double width, double height);
/* Moves the centre by that many pixels. */
LodeCameraPose lode_camera_pose_pan           (LodeCameraPose pose, double dx, double dy);
/* Between two poses, progress 0 to 1; the short way over the antimeridian. A change of zoom keeps
 * one point of the map still, as a person's pinch does. */
LodeCameraPose lode_camera_pose_interpolate   (LodeCameraPose from, LodeCameraPose to,
                                               double progress);
gboolean       lode_camera_pose_equal         (LodeCameraPose a, LodeCameraPose b);

G_END_DECLS

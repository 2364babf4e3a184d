/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lode-camera-pose.h"

#include <math.h>

static const int sizes[][2] = { { 360, 600 }, { 850, 750 }, { 1280, 300 }, { 1920, 1080 },
                                { 3840, 2160 }, { 200, 900 } };

/* Pixels from the view's centre, the short way. */
static void
project (LodeCameraPose pose, double longitude, double latitude, double *x, double *y)
{
  double world = 256 * exp2 (pose.zoom);

  *x = lode_world_wrap_delta (lode_world_x_from_longitude (longitude) - pose.x) * world;
  *y = (lode_world_y_from_latitude (latitude) - pose.y) * world;
}

static gboolean
is_in_view (LodeCameraPose pose, double longitude, double latitude, int width, int height)
{
  double x, y;

  project (pose, longitude, latitude, &x, &y);
  return fabs (x) <= width / 2.0 && fabs (y) <= height / 2.0;
}

static void
test_wrap (void)
{
  g_assert_cmpfloat_with_epsilon (lode_world_wrap_delta (0.9), -0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (lode_world_wrap_delta (-0.9), 0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (lode_world_wrap_delta (2.2), 0.2, 1e-12);
  /* The Chathams, by either name of their meridian. */
  g_assert_cmpfloat_with_epsilon (lode_world_wrap_x (lode_world_x_from_longitude (-176.5)),
                                  lode_world_wrap_x (lode_world_x_from_longitude (183.5)), 1e-12);
  g_assert_cmpfloat (lode_world_wrap_x (lode_world_x_from_longitude (-176.5)), >, 1);
}

/* At most half a pixel away, tiles are a whole number of pixels wide and stand on whole pixels. */
static void
test_settle (void)
{
  for (double zoom = 3; zoom <= 12; zoom += 0.13)
    for (int width = 800; width <= 801; width++)
      {
        LodeCameraPose pose = { 0.98765, 0.61234, zoom };
        LodeCameraPose settled = lode_camera_pose_settle (pose, width, 601);
        double tile = 256 * exp2 (settled.zoom - floor (settled.zoom));
        double world = tile * exp2 (floor (settled.zoom));
        double left = settled.x * world - width / 2.0, top = settled.y * world - 601 / 2.0;

        g_assert_cmpfloat (fabs (tile - round (tile)), <, 1e-6);
        g_assert_cmpfloat (fabs (left - round (left)), <, 1e-6);
        g_assert_cmpfloat (fabs (top - round (top)), <, 1e-6);
        g_assert_cmpfloat (fabs (exp2 (settled.zoom - zoom) - 1) * 256, <=, 0.5 + 1e-9);
        g_assert_cmpfloat (fabs (settled.x - pose.x) * world, <=, 0.5 + 1e-6);
        g_assert_cmpfloat (fabs (settled.y - pose.y) * world, <=, 0.5 + 1e-6);
        pose = lode_camera_pose_settle (settled, width, 601);
        g_assert_true (lode_camera_pose_equal (settled, pose));
      }

  for (double zoom = 5.9999; zoom < 6.0002; zoom += 0.0001)
    {
      LodeCameraPose pose = { 1, 0.6, zoom };

      g_assert_cmpfloat (lode_camera_pose_settle (pose, 800, 600).zoom, ==, 6);
    }
}

static void
test_home (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i][0], height = sizes[i][1];
      LodeCameraPose home = lode_camera_pose_home (width, height);

      g_test_message ("%d x %d: zoom %.1f", width, height, home.zoom);
      /* Cape Reinga, East Cape, Stewart Island. */
      g_assert_true (is_in_view (home, 172.7, -34.4, width, height));
      g_assert_true (is_in_view (home, 178.5, -37.7, width, height));
      g_assert_true (is_in_view (home, 167.5, -47.3, width, height));
      g_assert_true (lode_camera_pose_equal (home, lode_camera_pose_clamp (home, width, height)));
    }

  /* In a wide view the Chathams stand beside the mainland; a narrow one is not shrunk for them. */
  g_assert_true (is_in_view (lode_camera_pose_home (850, 750), -176.5, -44, 850, 750));
  g_assert_false (is_in_view (lode_camera_pose_home (360, 600), -176.5, -44, 360, 600));
}

/* As large as there is room for, but for a small margin: on two sides it is near the edges. */
static void
test_home_fills (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i][0], height = sizes[i][1];
      LodeCameraPose home = lode_camera_pose_home (width, height);
      double west, east, north, south;

      project (home, 166.0, -33.8, &west, &north);
      project (home, 179.2, -47.8, &east, &south);
      g_assert_true (south - north > 0.85 * height || east - west > 0.75 * width);
    }
}

static void
test_clamp (void)
{
  LodeCameraPose london = { lode_world_x_from_longitude (0), lode_world_y_from_latitude (51), 9 };
  LodeCameraPose clamped = lode_camera_pose_clamp (london, 850, 750);

  g_assert_cmpfloat_with_epsilon (lode_latitude_from_world_y (clamped.y), -26, 1e-6);
  g_assert_cmpfloat (clamped.x, >=, lode_world_x_from_longitude (158) - 1e-9);
  g_assert_cmpfloat (clamped.x, <=, lode_world_x_from_longitude (192) + 1e-9);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i][0], height = sizes[i][1];
      LodeCameraPose far_out = { lode_world_x_from_longitude (174),
                                 lode_world_y_from_latitude (-41), 0 };
      LodeCameraPose far_in = { far_out.x, far_out.y, 19 };
      double half;

      clamped = lode_camera_pose_clamp (far_out, width, height);
      g_assert_cmpfloat (clamped.zoom, >=, 3);
      g_assert_cmpfloat (clamped.zoom, ==, floor (clamped.zoom));
      half = height / 2.0 / (256 * exp2 (clamped.zoom));
      g_assert_cmpfloat (clamped.y - half, >=, -1e-9); /* the world does not repeat */
      g_assert_cmpfloat (clamped.y + half, <=, 1 + 1e-9);
      g_assert_cmpfloat (lode_camera_pose_clamp (far_in, width, height).zoom, ==, 12);
    }
}

static void
test_fit (void)
{
  LodeWorldBox box = lode_world_box_new (176, -45, -176, -40);
  LodeCameraPose pose = lode_camera_pose_fit (&box, 800, 600, 50);
  double x, y;

  /* Over the antimeridian, not round the world. */
  g_assert_cmpfloat_with_epsilon (pose.x, 1, 1e-9);
  project (pose, 176, -40, &x, &y);
  g_assert_cmpfloat (x, >=, -350 - 1e-6);
  g_assert_cmpfloat (y, >=, -250 - 1e-6);
  g_assert_true (fabs (x + 350) < 1e-6 || fabs (y + 250) < 1e-6);

  box = lode_world_box_new (170, -45, 170, -45);
  g_assert_cmpfloat (lode_camera_pose_fit (&box, 800, 600, 50).zoom, ==, 12);
}

static void
test_interpolate (void)
{
  LodeCameraPose from = { lode_world_x_from_longitude (178), 0.62, 7 };
  LodeCameraPose to = { lode_world_x_from_longitude (-177), 0.62, 7 };
  LodeCameraPose half = lode_camera_pose_interpolate (from, to, 0.5);
  double x, y, first_x, first_y;

  g_assert_cmpfloat_with_epsilon (half.x, lode_world_x_from_longitude (180.5), 1e-9);
  g_assert_true (lode_camera_pose_equal (lode_camera_pose_interpolate (from, to, 0), from));
  g_assert_true (lode_camera_pose_equal (lode_camera_pose_interpolate (from, to, 1), to));

  /* Zooming in on a point that stands still: it stands still all the time. */
  from = (LodeCameraPose) { 0.98, 0.62, 5 };
  to = (LodeCameraPose) { 0.985, 0.622, 6 };
  /* x of the fixed point: (x - from.x) 2^5 = (x - to.x) 2^6 */
  x = 2 * to.x - from.x;
  y = 2 * to.y - from.y;
  first_x = (x - from.x) * exp2 (from.zoom);
  first_y = (y - from.y) * exp2 (from.zoom);
  for (double progress = 0.1; progress < 1; progress += 0.2)
    {
      half = lode_camera_pose_interpolate (from, to, progress);
      g_assert_cmpfloat_with_epsilon ((x - half.x) * exp2 (half.zoom), first_x, 1e-9);
      g_assert_cmpfloat_with_epsilon ((y - half.y) * exp2 (half.zoom), first_y, 1e-9);
    }
}

static void
test_pan (void)
{
  LodeCameraPose pose = { lode_world_x_from_longitude (179.9), 0.62, 8 };
  double x, y;

  pose = lode_camera_pose_pan (pose, 100, -30);
  project (pose, 179.9, lode_latitude_from_world_y (0.62), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, -100, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 30, 1e-6);
  g_assert_cmpfloat (pose.x, >, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-camera/wrap", test_wrap);
  g_test_add_func ("/map-camera/settle", test_settle);
  g_test_add_func ("/map-camera/home", test_home);
  g_test_add_func ("/map-camera/home-fills", test_home_fills);
  g_test_add_func ("/map-camera/clamp", test_clamp);
  g_test_add_func ("/map-camera/fit", test_fit);
  g_test_add_func ("/map-camera/interpolate", test_interpolate);
  g_test_add_func ("/map-camera/pan", test_pan);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lode-marker-placement.h"

#include <math.h>

static const LodeBox view = { 0, 0, 800, 600 };

static LodeMarkerRequest
request_at (double x, double y)
{
  LodeMarkerRequest request = { .x = x, .y = y, .width = 90, .height = 78 };

  return request;
}

static void
test_sides (void)
{
  /* Nowhere does a callout stand on its place, and near ones are within a tip's reach. */
  for (guint i = 0; i < 2 * LODE_N_SIDES; i++)
    {
      LodeMarkerRequest request = request_at (0, 0);
      LodeBox box, place = { -8, -8, 16, 16 };
      double dx, dy;

      request.placement = lode_marker_placement_at (i % LODE_N_SIDES, i >= LODE_N_SIDES, 90, 78);
      box = lode_marker_request_get_box (&request);
      g_assert_cmpfloat (lode_box_overlap (&box, &place), ==, 0);
      g_assert_cmpfloat (box.x, ==, round (box.x));

      dx = MAX (MAX (box.x, -(box.x + box.width)), 0);
      dy = MAX (MAX (box.y, -(box.y + box.height)), 0);
      if (i < LODE_N_SIDES)
        g_assert_cmpfloat (hypot (dx, dy), <=, 12);
      else
        g_assert_cmpfloat (hypot (dx, dy), >, 20);
    }
}

static void
test_alone (void)
{
  LodeMarkerRequest request = request_at (400, 300);

  lode_marker_placement_choose (&request, 1, NULL, 0, &view);
  g_assert_true (request.placed);
  g_assert_cmpint (request.placement.side, ==, LODE_SIDE_ABOVE);
  g_assert_false (request.placement.distant);
}

static void
test_edges (void)
{
  static const double corners[][2] = { { 5, 5 }, { 795, 5 }, { 5, 595 }, { 795, 595 },
                                       { 400, 2 }, { 2, 300 } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      LodeMarkerRequest request = request_at (corners[i][0], corners[i][1]);
      LodeBox box;

      lode_marker_placement_choose (&request, 1, NULL, 0, &view);
      box = lode_marker_request_get_box (&request);
      g_test_message ("corner %u: side %d", i, request.placement.side);
      g_assert_cmpfloat (lode_box_overlap (&box, &view), >, 0.85 * box.width * box.height);
    }
}

static void
test_apart (void)
{
  /* As close to each other as Taranaki, Marlborough, the West Coast and Otago are on the screen. */
  LodeMarkerRequest requests[] = { request_at (383, 309), request_at (383, 402),
                                   request_at (306, 440), request_at (264, 553) };
  LodeMarkerRequest again[] = { request_at (383, 309), request_at (383, 402),
                                request_at (306, 440), request_at (264, 553) };
  guint n = G_N_ELEMENTS (requests);

  lode_marker_placement_choose (requests, n, NULL, 0, &view);
  g_assert_cmpfloat (lode_marker_placement_crowding (requests, n), ==, 0);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        LodeBox box = lode_marker_request_get_box (&requests[i]);
        LodeBox place = { requests[j].x - 4, requests[j].y - 4, 8, 8 };

        g_assert_cmpfloat (lode_box_overlap (&box, &place), ==, 0);
      }

  lode_marker_placement_choose (again, n, NULL, 0, &view);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (again[i].placement.side, ==, requests[i].placement.side);
      g_assert_cmpint (again[i].placement.distant, ==, requests[i].placement.distant);
    }
}

static void
test_town (void)
{
  LodeMarkerObstacle town = { { 380, 230, 70, 16 }, 1 };
  LodeMarkerRequest request = request_at (400, 300);
  LodeBox box;

  lode_marker_placement_choose (&request, 1, &town, 1, &view);
  box = lode_marker_request_get_box (&request);
  g_assert_cmpfloat (lode_box_overlap (&box, &town.box), ==, 0);
}

static void
test_settled (void)
{
  LodeMarkerRequest requests[] = { request_at (400, 300), request_at (410, 290) };
  LodeBox a, b;

  requests[0].placement = lode_marker_placement_at (LODE_SIDE_BELOW, FALSE, 90, 78);
  requests[0].placed = TRUE;
  lode_marker_placement_choose (requests, 2, NULL, 0, &view);
  /* The first stays where it was although another side would be better; the second gives way. */
  g_assert_cmpint (requests[0].placement.side, ==, LODE_SIDE_BELOW);
  a = lode_marker_request_get_box (&requests[0]);
  b = lode_marker_request_get_box (&requests[1]);
  g_assert_cmpfloat (lode_box_overlap (&a, &b), ==, 0);
}

static void
test_crowding (void)
{
  LodeMarkerRequest requests[] = { request_at (400, 300), request_at (445, 300) };

  requests[0].placement = lode_marker_placement_at (LODE_SIDE_ABOVE, FALSE, 90, 78);
  requests[1].placement = requests[0].placement;
  g_assert_cmpfloat_with_epsilon (lode_marker_placement_crowding (requests, 2), 0.5, 1e-9);
  g_assert_cmpfloat (lode_marker_placement_crowding (requests, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marker-placement/sides", test_sides);
  g_test_add_func ("/marker-placement/alone", test_alone);
  g_test_add_func ("/marker-placement/edges", test_edges);
  g_test_add_func ("/marker-placement/apart", test_apart);
  g_test_add_func ("/marker-placement/town", test_town);
  g_test_add_func ("/marker-placement/settled", test_settled);
  g_test_add_func ("/marker-placement/crowding", test_crowding);

  return g_test_run ();
}

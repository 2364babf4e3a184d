/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lode-place-index.h"

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint position_a = *(const guint *) a;
  guint position_b = *(const guint *) b;

  return position_a < position_b ? -1 : position_a > position_b;
}

static GArray *
query (LodePlaceIndex *index, LodeWorldBox box)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  lode_place_index_query (index, &box, found);
  g_array_sort (found, compare_positions);
  return found;
}

/* Against looking at every point. */
static void
test_same_as_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree LodeWorldPoint *points = g_new (LodeWorldPoint, 5000);
  g_autoptr (LodePlaceIndex) index = NULL;
  guint total = 0;

  for (guint i = 0; i < 5000; i++)
    points[i] = (LodeWorldPoint) { g_rand_double_range (random, 0.95, 1.02),
                                   g_rand_double_range (random, 0.6, 0.66) };
  index = lode_place_index_new (points, 5000);

  for (guint i = 0; i < 200; i++)
    {
      LodeWorldBox box;
      g_autoptr (GArray) found = NULL;
      guint n = 0;

      box.west = g_rand_double_range (random, 0.94, 1.02);
      box.east = box.west + g_rand_double_range (random, 0, 0.03);
      box.north = g_rand_double_range (random, 0.59, 0.66);
      box.south = box.north + g_rand_double_range (random, 0, 0.03);
      found = query (index, box);
      for (guint j = 0; j < 5000; j++)
        if (points[j].x >= box.west && points[j].x <= box.east && points[j].y >= box.north
            && points[j].y <= box.south)
          {
            g_assert_cmpuint (n, <, found->len);
            g_assert_cmpuint (g_array_index (found, guint, n), ==, j);
            n++;
          }
      g_assert_cmpuint (n, ==, found->len);
      total += n;
    }
  g_assert_cmpuint (total, >, 1000);
}

static void
test_wraps (void)
{
  LodeWorldPoint points[] = { { 1.01, 0.6 }, { 0.98, 0.6 } };
  g_autoptr (LodePlaceIndex) index = lode_place_index_new (points, 2);
  g_autoptr (GArray) found = NULL;

  /* The Chathams seen from a view that counts its meridians from the other side. */
  found = query (index, (LodeWorldBox) { 0, 0.5, 0.02, 0.7 });
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, 0);
}

static void
test_small (void)
{
  LodeWorldPoint point = { 1, 0.6 };
  g_autoptr (LodePlaceIndex) none = lode_place_index_new (NULL, 0);
  g_autoptr (LodePlaceIndex) one = lode_place_index_new (&point, 1);
  g_autoptr (GArray) found_none = query (none, (LodeWorldBox) { 0, 0, 2, 1 });
  g_autoptr (GArray) found_one = query (one, (LodeWorldBox) { 0.9, 0.5, 1.1, 0.7 });
  g_autoptr (GArray) found_off = query (one, (LodeWorldBox) { 0.9, 0.5, 0.99, 0.7 });

  g_assert_cmpuint (found_none->len, ==, 0);
  g_assert_cmpuint (found_one->len, ==, 1);
  g_assert_cmpuint (found_off->len, ==, 0);
  g_assert_cmpuint (lode_place_index_get_size (one), ==, 1);
  g_assert_cmpfloat (lode_place_index_get (one, 0)->y, ==, 0.6);
}

static void
test_next (void)
{
  /* Taranaki, the West Coast, Otago, the Chathams. */
  LodeWorldPoint points[] = { { 0.982, 0.62 }, { 0.975, 0.632 }, { 0.972, 0.642 },
                              { 1.0097, 0.637 } };
  g_autoptr (LodePlaceIndex) index = lode_place_index_new (points, G_N_ELEMENTS (points));

  g_assert_cmpint (lode_place_index_find_next (index, points[0], 0, 1), ==, 1);
  g_assert_cmpint (lode_place_index_find_next (index, points[1], 0, 1), ==, 2);
  g_assert_cmpint (lode_place_index_find_next (index, points[2], 0, -1), ==, 1);
  g_assert_cmpint (lode_place_index_find_next (index, points[2], 0, 1), ==, -1);
  /* Over the antimeridian; what lies more ahead than aside goes before what is nearer. */
  g_assert_cmpint (lode_place_index_find_next (index, points[1], 1, 0), ==, 3);
  g_assert_cmpint (lode_place_index_find_next (index, points[3], -1, 0), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place-index/same-as-all", test_same_as_all);
  g_test_add_func ("/place-index/wraps", test_wraps);
  g_test_add_func ("/place-index/small", test_small);
  g_test_add_func ("/place-index/next", test_next);

  return g_test_run ();
}

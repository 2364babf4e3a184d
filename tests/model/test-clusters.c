/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-model.h"

#include "lode-cluster-level.h"
#include "lode-cluster.h"

#include <math.h>

#define N_POINTS 3000

static double
get_distance (double x0, double y0, double x1, double y1)
{
  double dx = x1 - x0;

  return hypot (dx - floor (dx + 0.5), y1 - y0);
}

static LodeClusterPoint *
make_points (double west, double east)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  LodeClusterPoint *points = g_new (LodeClusterPoint, N_POINTS);

  for (guint i = 0; i < N_POINTS; i++)
    {
      points[i].x = g_rand_double_range (random, west, east);
      points[i].y = g_rand_double_range (random, 0.6, 0.66);
      points[i].weight = g_rand_int_range (random, 0, 10);
    }

  return points;
}

/* Against looking at every pair. */
static void
assert_level (const LodeClusterPoint *points, double spacing)
{
  g_autoptr (LodeClusterLevel) level
      = lode_cluster_level_new (points, N_POINTS, spacing, NULL);
  g_autofree gboolean *seen = g_new0 (gboolean, N_POINTS);
  const guint *members = lode_cluster_level_get_members (level);
  const LodeClusterNode *nodes;
  guint n_nodes, n_members = 0;

  nodes = lode_cluster_level_get_nodes (level, &n_nodes);
  g_assert_cmpuint (n_nodes, >, 1);
  for (guint i = 0; i < n_nodes; i++)
    {
      for (guint j = i + 1; j < n_nodes; j++)
        g_assert_cmpfloat (get_distance (nodes[i].x, nodes[i].y, nodes[j].x, nodes[j].y), >=,
                           spacing);

      for (guint j = 0; j < nodes[i].n_members; j++)
        {
          guint member = members[nodes[i].first_member + j];

          g_assert_false (seen[member]);
          seen[member] = TRUE;
          n_members++;
          g_assert_cmpuint (lode_cluster_level_find_node (level, member), ==, i);
          g_assert_cmpuint (points[member].weight, <=,
                            points[members[nodes[i].first_member]].weight);
          g_assert_cmpfloat (get_distance (points[member].x, points[member].y, nodes[i].x,
                                           nodes[i].y),
                             <, spacing);
        }
    }
  g_assert_cmpuint (n_members, ==, N_POINTS);
}

static void
test_level (void)
{
  g_autofree LodeClusterPoint *points = make_points (0.95, 1.02);

  assert_level (points, 0.02);
  assert_level (points, 0.004);
  assert_level (points, 1e-5);
}

/* Where the world's two ends meet, in whichever copy of it the points are. */
static void
test_ends_of_world (void)
{
  g_autofree LodeClusterPoint *points = make_points (0.5, 1.5);
  const LodeClusterPoint pair[] = { { 0.5001, 0.6, 1 }, { 1.4999, 0.6, 2 } };
  g_autoptr (LodeClusterLevel) level = lode_cluster_level_new (pair, 2, 0.001, NULL);
  guint n_nodes;

  assert_level (points, 0.01);
  lode_cluster_level_get_nodes (level, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 1);
}

static void
test_same_point (void)
{
  g_autofree LodeClusterPoint *points = g_new (LodeClusterPoint, N_POINTS);
  g_autoptr (LodeClusterLevel) level = NULL;
  g_autoptr (LodeClusterLevel) none = lode_cluster_level_new (NULL, 0, 1, NULL);
  guint n_nodes;

  for (guint i = 0; i < N_POINTS; i++)
    points[i] = (LodeClusterPoint){ 0.98, 0.62, i };
  level = lode_cluster_level_new (points, N_POINTS, 1e-6, NULL);
  g_assert_cmpuint (lode_cluster_level_get_nodes (level, &n_nodes)->n_members, ==, N_POINTS);
  g_assert_cmpuint (n_nodes, ==, 1);
  g_assert_cmpuint (lode_cluster_level_get_members (level)[0], ==, N_POINTS - 1);

  lode_cluster_level_get_nodes (none, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 0);
}

static void
test_cancelled (void)
{
  g_autofree LodeClusterPoint *points = make_points (0.95, 1.02);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (lode_cluster_level_new (points, N_POINTS, 0.01, cancellable));
}

static LodeDataset *
read_built_in (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LODE_BUILT_IN"));
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, NULL);

  g_assert_nonnull (reading);
  return g_object_ref (lode_reading_get_dataset (reading));
}

static void
test_cluster (void)
{
  g_autoptr (LodeDataset) dataset = read_built_in ();
  g_autoptr (LodeQuery) query = lode_query_new ("topic:tungsten place:otago");
  g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset, NULL);
  g_autoptr (LodeCluster) all = NULL;
  g_autoptr (LodeCluster) some = NULL;
  LodePlace *places[3];
  const LodeClusterShare *shares;
  guint n_shares, n_places;

  places[0] = lode_dataset_find_place (dataset, "otago");
  places[1] = lode_dataset_find_place (dataset, "marlborough");
  places[2] = lode_dataset_find_place (dataset, "taranaki");
  g_assert_cmpuint (lode_findings_count_place (findings, places[0]), ==, 1);
  g_assert_cmpuint (lode_findings_count_place (findings, places[2]), ==, 0);
  g_assert_cmpuint (lode_findings_count_place (NULL, places[0]), ==, 2);

  all = lode_cluster_new (places, 3, NULL);
  some = lode_cluster_new (places, 3, findings);
  g_assert_true (lode_cluster_get_places (all, &n_places)[0] == places[0]);
  g_assert_cmpuint (n_places, ==, 3);
  g_assert_cmpuint (lode_cluster_get_n_statements (all), ==, 4);
  g_assert_cmpuint (lode_cluster_get_n_statements (some), ==, 1);

  /* Antimony twice, tungsten and vanadium once. */
  shares = lode_cluster_get_shares (all, &n_shares);
  g_assert_cmpuint (n_shares, ==, 3);
  g_assert_cmpstr (lode_record_get_id (LODE_RECORD (shares[0].topic)), ==, "antimony");
  g_assert_cmpuint (shares[0].n_places, ==, 2);
  g_assert_cmpstr (lode_record_get_id (LODE_RECORD (shares[1].topic)), ==, "tungsten");
  g_assert_cmpuint (shares[2].n_places, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clusters/level", test_level);
  g_test_add_func ("/clusters/ends-of-world", test_ends_of_world);
  g_test_add_func ("/clusters/same-point", test_same_point);
  g_test_add_func ("/clusters/cancelled", test_cancelled);
  g_test_add_func ("/clusters/cluster", test_cluster);

  return g_test_run ();
}

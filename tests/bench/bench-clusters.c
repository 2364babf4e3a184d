/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster-level.h"

#include <math.h>

/* Gathering 10,000 places into clusters, and a tenth of them, at each zoom level. Prints medians,
 * and how many times as long a place takes where there are ten times as many: 1 if the time grows
 * with the number of places and no faster. */

#define MANY 10000
#define FEW 1000
#define N_RUNS 21
#define SPACING 96 /* pixels */
#define MIN_ZOOM 4
#define MAX_ZOOM 12

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 one = *(const gint64 *) a;
  const gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* The median, in milliseconds. */
static double
measure (const LodeClusterPoint *points, guint n_points, double spacing, guint *n_nodes)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (LodeClusterLevel) level
          = lode_cluster_level_new (points, n_points, spacing, NULL);

      times[i] = g_get_monotonic_time () - start;
      lode_cluster_level_get_nodes (level, n_nodes);
    }
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  return times[N_RUNS / 2] / 1e3;
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  g_autofree LodeClusterPoint *points = g_new (LodeClusterPoint, MANY);

  /* As large as New Zealand. */
  for (guint i = 0; i < MANY; i++)
    {
      points[i].x = g_rand_double_range (random, 0.962, 0.996);
      points[i].y = g_rand_double_range (random, 0.604, 0.648);
      points[i].weight = (guint) g_rand_int_range (random, 0, 10);
    }

  g_print ("medians of %d\n%4s %14s %9s %14s %14s\n", N_RUNS, "zoom", "10,000: ms", "clusters",
           "1,000: ms", "a place, ratio");
  for (int zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom++)
    {
      double spacing = SPACING / (256 * exp2 (zoom));
      guint n_nodes = 0, n_few = 0;
      double many = measure (points, MANY, spacing, &n_nodes);
      double few = measure (points, FEW, spacing, &n_few);

      g_print ("%4d %14.2f %9u %14.2f %14.2f\n", zoom, many, n_nodes, few,
               many / few * FEW / MANY);
    }

  return 0;
}

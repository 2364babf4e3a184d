/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster-level.h"

#include <math.h>

/* A grid of cells as wide as the spacing finds who is near. Only its cells that hold points exist,
 * sorted by row and column, as the finest grid over the whole world would not fit into memory. */

/* How many nodes are made before somebody who has given up is noticed. */
#define CANCEL_STRIDE 256
#define NO_NODE G_MAXUINT

struct _LodeClusterLevel
{
  GArray *nodes;   /* of LodeClusterNode */
  guint  *members;
  guint  *node_of; /* by the points' positions */
};

typedef struct
{
  guint64 cell;
  guint   point;
} Filed;

typedef struct
{
  const LodeClusterPoint *points;
  guint                   n_points;
  double                  spacing;
  Filed                  *filed; /* sorted by cell */
  guint                  *order; /* of points by weight */
  LodeClusterLevel       *level;
  guint                   n_members;
} Gathering;

/* Rows above columns, so that the neighbours in a row lie side by side. */
static guint64
get_cell (double x, double y, double spacing)
{
  guint64 column = (guint64) (floor (x / spacing) + G_MAXINT32);
  guint64 row = (guint64) (floor (y / spacing) + G_MAXINT32);

  return row << 32 | column;
}

static int
compare_filed (gconstpointer a, gconstpointer b)
{
  const Filed *filed_a = a;
  const Filed *filed_b = b;

  if (filed_a->cell != filed_b->cell)
    return filed_a->cell < filed_b->cell ? -1 : 1;
  return filed_a->point < filed_b->point ? -1 : filed_a->point > filed_b->point;
}

static int
compare_weight (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const LodeClusterPoint *points = user_data;
  guint point_a = *(const guint *) a;
  guint point_b = *(const guint *) b;

  if (points[point_a].weight != points[point_b].weight)
    return points[point_a].weight > points[point_b].weight ? -1 : 1;
  return point_a < point_b ? -1 : point_a > point_b;
}

static void
file_points (Gathering *self)
{
  self->filed = g_new (Filed, self->n_points + 1);
  self->order = g_new (guint, self->n_points + 1);
  for (guint i = 0; i < self->n_points; i++)
    {
      self->filed[i].cell = get_cell (self->points[i].x, self->points[i].y, self->spacing);
      self->filed[i].point = i;
      self->order[i] = i;
    }

  qsort (self->filed, self->n_points, sizeof *self->filed, compare_filed);
  g_qsort_with_data (self->order, self->n_points, sizeof *self->order, compare_weight,
                     (gpointer) self->points);
}

/* The first of those filed that is in this cell or one after it. */
static guint
find_first (const Gathering *self, guint64 cell)
{
  guint from = 0, to = self->n_points;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (self->filed[middle].cell < cell)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

static void
take (Gathering *self, guint node, guint point)
{
  self->level->node_of[point] = node;
  self->level->members[self->n_members++] = point;
}

/* Takes what is near a place, which need not be in the copy of the world that the points are in. */
static void
take_near (Gathering *self, guint node, double x, double y)
{
  for (int row = -1; row <= 1; row++)
    {
      guint64 first = get_cell (x - self->spacing, y + row * self->spacing, self->spacing);
      guint64 last = get_cell (x + self->spacing, y + row * self->spacing, self->spacing);

      for (guint i = find_first (self, first);
           i < self->n_points && self->filed[i].cell <= last; i++)
        {
          guint point = self->filed[i].point;
          const LodeClusterPoint *at = &self->points[point];

          if (self->level->node_of[point] == NO_NODE
              && hypot (at->x - x, at->y - y) < self->spacing)
            take (self, node, point);
        }
    }
}

static void
gather_around (Gathering *self, guint point)
{
  const LodeClusterPoint *at = &self->points[point];
  LodeClusterNode node = { .x = at->x, .y = at->y, .first_member = self->n_members };
  guint position = self->level->nodes->len;

  take (self, position, point);
  for (int copy = -1; copy <= 1; copy++)
    take_near (self, position, at->x + copy, at->y);

  node.n_members = self->n_members - node.first_member;
  g_qsort_with_data (self->level->members + node.first_member, node.n_members, sizeof (guint),
                     compare_weight, (gpointer) self->points);
  g_array_append_val (self->level->nodes, node);
}

/**
 * lode_cluster_level_new:
 * @points: (array length=n_points): what to gather; not kept
 * @n_points: how many
 * @spacing: how far nodes stand apart, in the points' units; above 0
 * @cancellable: (nullable): for whoever does not want it any more
 *
 * Gathers points into nodes.
 *
 * Returns: (transfer full) (nullable): the nodes, or NULL: cancelled
 */
LodeClusterLevel *
lode_cluster_level_new (const LodeClusterPoint *points, guint n_points, double spacing,
                        GCancellable *cancellable)
{
  g_autoptr (LodeClusterLevel) level = NULL;
  g_autofree Filed *filed = NULL;
  g_autofree guint *order = NULL;
  Gathering self = { .points = points, .n_points = n_points, .spacing = spacing };

  g_return_val_if_fail (points != NULL || n_points == 0, NULL);
  g_return_val_if_fail (spacing > 0, NULL);

  level = g_new0 (LodeClusterLevel, 1);
  level->nodes = g_array_new (FALSE, FALSE, sizeof (LodeClusterNode));
  level->members = g_new (guint, n_points + 1);
  level->node_of = g_new (guint, n_points + 1);
  for (guint i = 0; i < n_points; i++)
    level->node_of[i] = NO_NODE;

  self.level = level;
  file_points (&self);
  filed = self.filed;
  order = self.order;
  for (guint i = 0; i < n_points; i++)
    {
      if (i % CANCEL_STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (level->node_of[order[i]] == NO_NODE)
        gather_around (&self, order[i]);
    }

  return g_steal_pointer (&level);
}

void
lode_cluster_level_free (LodeClusterLevel *self)
{
  g_array_unref (self->nodes);
  g_free (self->members);
  g_free (self->node_of);
  g_free (self);
}

const LodeClusterNode *
lode_cluster_level_get_nodes (const LodeClusterLevel *self, guint *n_nodes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_nodes != NULL, NULL);

  *n_nodes = self->nodes->len;
  return (const LodeClusterNode *) self->nodes->data;
}

const guint *
lode_cluster_level_get_members (const LodeClusterLevel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->members;
}

guint
lode_cluster_level_find_node (const LodeClusterLevel *self, guint point)
{
  g_return_val_if_fail (self != NULL, NO_NODE);

  return self->node_of[point];
}

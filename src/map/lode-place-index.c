/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-index.h"

#include <math.h>

#define MAX_CELLS_A_SIDE 128

struct _LodePlaceIndex
{
  LodeWorldPoint *points;
  guint           n_points;
  LodeWorldBox    extent;
  guint           n_cells;    /* a side */
  guint          *cell_start; /* n_cells * n_cells + 1, into order */
  guint          *order;
};

static guint
cell_of (double at, double from, double to, guint n_cells)
{
  double cell = (at - from) / MAX (to - from, 1e-12) * n_cells;

  return (guint) CLAMP (cell, 0, n_cells - 1);
}

static guint
column_of (const LodePlaceIndex *self, double x)
{
  return cell_of (x, self->extent.west, self->extent.east, self->n_cells);
}

static guint
row_of (const LodePlaceIndex *self, double y)
{
  return cell_of (y, self->extent.north, self->extent.south, self->n_cells);
}

static void
measure_extent (LodePlaceIndex *self)
{
  self->extent = (LodeWorldBox) { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
  for (guint i = 0; i < self->n_points; i++)
    {
      self->extent.west = MIN (self->extent.west, self->points[i].x);
      self->extent.east = MAX (self->extent.east, self->points[i].x);
      self->extent.north = MIN (self->extent.north, self->points[i].y);
      self->extent.south = MAX (self->extent.south, self->points[i].y);
    }
}

/* A counting sort of the points by their cell. */
static void
fill_cells (LodePlaceIndex *self)
{
  guint n_cells = self->n_cells * self->n_cells;
  g_autofree guint *cells = g_new (guint, self->n_points + 1);
  g_autofree guint *filled = g_new0 (guint, n_cells);

  self->cell_start = g_new0 (guint, n_cells + 1);
  self->order = g_new (guint, self->n_points + 1);

  for (guint i = 0; i < self->n_points; i++)
    {
      cells[i] = row_of (self, self->points[i].y) * self->n_cells
                 + column_of (self, self->points[i].x);
      self->cell_start[cells[i] + 1]++;
    }

  for (guint i = 0; i < n_cells; i++)
    self->cell_start[i + 1] += self->cell_start[i];

  for (guint i = 0; i < self->n_points; i++)
    self->order[self->cell_start[cells[i]] + filled[cells[i]]++] = i;
}

LodePlaceIndex *
lode_place_index_new (const LodeWorldPoint *points, guint n_points)
{
  LodePlaceIndex *self = g_new0 (LodePlaceIndex, 1);

  self->points = g_memdup2 (points, n_points * sizeof *points);
  self->n_points = n_points;
  self->n_cells = CLAMP ((guint) sqrt (n_points), 1, MAX_CELLS_A_SIDE);
  measure_extent (self);
  fill_cells (self);
  return self;
}

void
lode_place_index_free (LodePlaceIndex *self)
{
  g_free (self->points);
  g_free (self->cell_start);
  g_free (self->order);
  g_free (self);
}

guint
lode_place_index_get_size (const LodePlaceIndex *self)
{
  return self->n_points;
}

const LodeWorldPoint *
lode_place_index_get (const LodePlaceIndex *self, guint position)
{
  g_return_val_if_fail (position < self->n_points, NULL);

  return &self->points[position];
}

static gboolean
box_holds (const LodeWorldBox *box, const LodeWorldPoint *point, double shift)
{
  return point->x + shift >= box->west && point->x + shift <= box->east && point->y >= box->north
         && point->y <= box->south;
}

/* shift: which copy of the world is meant. */
static void
query_copy (const LodePlaceIndex *self, const LodeWorldBox *box, double shift, GArray *found)
{
  guint first_row, last_row, first_column, last_column;

  if (box->west - shift > self->extent.east || box->east - shift < self->extent.west
      || box->north > self->extent.south || box->south < self->extent.north)
    return;

  first_row = row_of (self, box->north);
  last_row = row_of (self, box->south);
  first_column = column_of (self, box->west - shift);
  last_column = column_of (self, box->east - shift);

  for (guint row = first_row; row <= last_row; row++)
    {
      guint start = self->cell_start[row * self->n_cells + first_column];
      guint end = self->cell_start[row * self->n_cells + last_column + 1];

      for (guint i = start; i < end; i++)
        if (box_holds (box, &self->points[self->order[i]], shift))
          g_array_append_val (found, self->order[i]);
    }
}

void
lode_place_index_query (const LodePlaceIndex *self, const LodeWorldBox *box, GArray *found)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (box != NULL);

  if (self->n_points == 0)
    return;

  /* The copies do not overlap as long as the box is less wide than the world. */
  for (int copy = -1; copy <= 1; copy++)
    query_copy (self, box, copy, found);
}

/* How far a point lies in a direction; what lies aside counts twice, and more than 45 degrees aside
 * only if nothing else is there. Infinite: not there. */
static double
get_distance (LodeWorldPoint from, LodeWorldPoint to, int dx, int dy)
{
  double east = lode_world_wrap_delta (to.x - from.x);
  double south = to.y - from.y;
  double ahead = east * dx + south * dy;
  double aside = fabs (east * dy) + fabs (south * dx);

  if (ahead <= 0 || aside > 2 * ahead)
    return HUGE_VAL;
  return ahead + 2 * aside + (aside > ahead ? 1 : 0);
}

int
lode_place_index_find_next (const LodePlaceIndex *self, LodeWorldPoint from, int dx, int dy)
{
  double nearest_distance = HUGE_VAL;
  int nearest = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_points; i++)
    {
      double distance = get_distance (from, self->points[i], dx, dy);

      if (distance < nearest_distance)
        {
          nearest = (int) i;
          nearest_distance = distance;
        }
    }

  return nearest;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-placement.h"

#include <math.h>
#include <string.h>

/* Pixels between a callout's edge and its place: the length of its tip, or of a leading line. */
#define NEAR_GAP 11.0
#define DISTANT_GAP 38.0
/* How far a diagonal callout's nearest corner is shifted past its place, so that its tip has a
 * straight edge to stand on. */
#define CORNER 20.0
/* What must be free around each place. */
#define PLACE_RADIUS 9.0
/* Pixels between two callouts. */
#define SPACING 2.0
#define N_CANDIDATES (2 * LODE_N_SIDES)
#define N_ROUNDS 4
/* Orders and pairs are tried with a few callouts only: their number grows with the square. */
#define MAX_THOROUGH 16
#define N_PAIR_ROUNDS 2
#define LEADER_SAMPLES 6

#define COST_CALLOUT 4.0
#define COST_PLACE 1.5
#define COST_OUTSIDE 8.0
#define COST_DISTANT 0.2
#define COST_LEADER 0.6

/* Small against any overlap: an order of preference among free sides. */
static const double side_costs[LODE_N_SIDES] = {
  0, 0.02, 0.02, 0.04, 0.05, 0.05, 0.07, 0.07, 0.06, 0.06, 0.06, 0.06,
};

double
lode_box_overlap (const LodeBox *a, const LodeBox *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

/* From the place to the near end of a callout of that length in that direction. */
static double
get_offset (int direction, double length, double gap)
{
  if (direction == 0)
    return -length / 2;
  return direction < 0 ? -gap - length : gap;
}

LodeMarkerPlacement
lode_marker_placement_at (LodeSide side, gboolean distant, double width, double height)
{
  /* -1: before the place, 0: level with it, 1: after it; and whether the tip is on a vertical
   * edge. */
  static const struct
  {
    int      x, y;
    gboolean beside;
  } directions[LODE_N_SIDES] = {
    [LODE_SIDE_ABOVE] = { 0, -1, FALSE },       [LODE_SIDE_RIGHT] = { 1, 0, TRUE },
    [LODE_SIDE_LEFT] = { -1, 0, TRUE },         [LODE_SIDE_BELOW] = { 0, 1, FALSE },
    [LODE_SIDE_ABOVE_RIGHT] = { 1, -1, FALSE }, [LODE_SIDE_ABOVE_LEFT] = { -1, -1, FALSE },
    [LODE_SIDE_BELOW_RIGHT] = { 1, 1, FALSE },  [LODE_SIDE_BELOW_LEFT] = { -1, 1, FALSE },
    [LODE_SIDE_RIGHT_LOWER] = { 1, 1, TRUE },   [LODE_SIDE_RIGHT_UPPER] = { 1, -1, TRUE },
    [LODE_SIDE_LEFT_LOWER] = { -1, 1, TRUE },   [LODE_SIDE_LEFT_UPPER] = { -1, -1, TRUE },
  };
  double gap = distant ? DISTANT_GAP : NEAR_GAP;
  gboolean beside = directions[side].beside;
  double past_x = distant ? -DISTANT_GAP / 2 : MIN (CORNER, width / 2);
  double past_y = distant ? -DISTANT_GAP / 2 : MIN (CORNER, height / 2);
  /* Whole pixels: text is sharp, and the tip does not tremble. */
  LodeMarkerPlacement placement = {
    .side = side,
    .distant = distant,
    .dx = round (get_offset (directions[side].x, width, beside ? gap : -past_x)),
    .dy = round (get_offset (directions[side].y, height, beside ? -past_y : gap)),
  };

  return placement;
}

LodeBox
lode_marker_request_get_box (const LodeMarkerRequest *self)
{
  LodeBox box = {
    .x = self->x + self->placement.dx,
    .y = self->y + self->placement.dy,
    .width = self->width,
    .height = self->height,
  };

  return box;
}

static LodeBox
get_place_box (const LodeMarkerRequest *self)
{
  LodeBox box = { self->x - PLACE_RADIUS, self->y - PLACE_RADIUS, 2 * PLACE_RADIUS,
                  2 * PLACE_RADIUS };

  return box;
}

/* How much of the line that leads to a place is covered by a box: 0 to 1. */
static double
get_leader_share (const LodeMarkerRequest *self, const LodeBox *box)
{
  LodeBox own = lode_marker_request_get_box (self);
  double foot_x = CLAMP (self->x, own.x, own.x + own.width);
  double foot_y = CLAMP (self->y, own.y, own.y + own.height);
  guint covered = 0;

  if (!self->placement.distant)
    return 0;

  for (guint i = 0; i < LEADER_SAMPLES; i++)
    {
      double along = (i + 0.5) / LEADER_SAMPLES;
      double x = self->x + (foot_x - self->x) * along;
      double y = self->y + (foot_y - self->y) * along;

      if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
        covered++;
    }

  return (double) covered / LEADER_SAMPLES;
}

/* What a callout costs where it stands, whatever the others do. */
static double
get_own_cost (const LodeMarkerRequest *self, const LodeMarkerObstacle *obstacles,
              guint n_obstacles, const LodeBox *view)
{
  LodeBox box = lode_marker_request_get_box (self);
  double area = MAX (box.width * box.height, 1);
  double cost = side_costs[self->placement.side];

  if (self->placement.distant)
    cost += COST_DISTANT;

  cost += COST_OUTSIDE * (1 - lode_box_overlap (&box, view) / area);

  for (guint i = 0; i < n_obstacles; i++)
    {
      const LodeBox *other = &obstacles[i].box;
      double smaller = MIN (area, MAX (other->width * other->height, 1));

      cost += obstacles[i].weight * lode_box_overlap (&box, other) / smaller;
    }

  return cost;
}

/* Whether two callouts can get in each other's way. */
static gboolean
are_neighbours (const LodeMarkerRequest *a, const LodeMarkerRequest *b)
{
  return fabs (a->x - b->x) < a->width + b->width + 2 * DISTANT_GAP
         && fabs (a->y - b->y) < a->height + b->height + 2 * DISTANT_GAP;
}

/* What a callout costs because of the others, as far as they have been placed. */
static double
get_shared_cost (const LodeMarkerRequest *requests, guint n_requests, guint index)
{
  const LodeMarkerRequest *self = &requests[index];
  LodeBox box = lode_marker_request_get_box (self);
  LodeBox own_place = get_place_box (self);
  double place_area = own_place.width * own_place.height;
  double area = MAX (box.width * box.height, 1);
  double cost = 0;

  for (guint i = 0; i < n_requests; i++)
    {
      LodeBox place = get_place_box (&requests[i]);
      LodeBox other;

      if (i == index || !are_neighbours (self, &requests[i]))
        continue;

      cost += COST_PLACE * lode_box_overlap (&box, &place) / place_area;
      if (!requests[i].placed)
        continue;

      other = lode_marker_request_get_box (&requests[i]);
      other = (LodeBox) { other.x - SPACING, other.y - SPACING, other.width + 2 * SPACING,
                          other.height + 2 * SPACING };
      cost += COST_CALLOUT * lode_box_overlap (&box, &other) / area;
      cost += COST_PLACE * lode_box_overlap (&own_place, &other) / place_area;
      cost += COST_LEADER * get_leader_share (self, &other);
      cost += COST_LEADER * get_leader_share (&requests[i], &box);
    }

  return cost;
}

static LodeMarkerPlacement
get_candidate (const LodeMarkerRequest *self, guint candidate)
{
  return lode_marker_placement_at (candidate % LODE_N_SIDES, candidate >= LODE_N_SIDES,
                                   self->width, self->height);
}

/* The own costs of all candidates of all requests, one after the other; 0 if already placed. */
static double *
make_own_costs (LodeMarkerRequest *requests, guint n_requests,
                const LodeMarkerObstacle *obstacles, guint n_obstacles, const LodeBox *view)
{
  double *costs = g_new0 (double, n_requests * N_CANDIDATES + 1);

  for (guint i = 0; i < n_requests; i++)
    for (guint j = 0; j < N_CANDIDATES && !requests[i].placed; j++)
      {
        LodeMarkerRequest copy = requests[i];

        copy.placement = get_candidate (&copy, j);
        costs[i * N_CANDIDATES + j] = get_own_cost (&copy, obstacles, n_obstacles, view);
      }

  return costs;
}

/* Whether a better placement than the present one was found. */
static gboolean
choose_one (LodeMarkerRequest *requests, guint n_requests, guint index, const double *own_costs)
{
  LodeMarkerRequest *self = &requests[index];
  LodeMarkerPlacement before = self->placement, best = self->placement;
  gboolean was_placed = self->placed;
  double best_cost = HUGE_VAL;

  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      double cost = own_costs[index * N_CANDIDATES + i];

      self->placement = get_candidate (self, i);
      if (cost < best_cost)
        cost += get_shared_cost (requests, n_requests, index);
      if (cost < best_cost - 1e-9)
        {
          best = self->placement;
          best_cost = cost;
        }
    }

  self->placement = best;
  self->placed = TRUE;
  return !was_placed || best.side != before.side || best.distant != before.distant;
}

/* Where two callouts compete, each alone is in its best place and yet both could be in a better
 * one: tries all sides of both. */
static void
choose_pair (LodeMarkerRequest *requests, guint n_requests, guint first, guint second,
             const double *own_costs)
{
  LodeMarkerRequest *a = &requests[first], *b = &requests[second];
  LodeMarkerPlacement best_a = a->placement, best_b = b->placement;
  double best_cost = HUGE_VAL;

  for (guint i = 0; i < N_CANDIDATES; i++)
    for (guint j = 0; j < N_CANDIDATES; j++)
      {
        double cost
            = own_costs[first * N_CANDIDATES + i] + own_costs[second * N_CANDIDATES + j];

        if (cost >= best_cost)
          continue;

        a->placement = get_candidate (a, i);
        b->placement = get_candidate (b, j);
        cost += get_shared_cost (requests, n_requests, first);
        if (cost < best_cost)
          cost += get_shared_cost (requests, n_requests, second);
        if (cost < best_cost - 1e-9)
          {
            best_a = a->placement;
            best_b = b->placement;
            best_cost = cost;
          }
      }

  a->placement = best_a;
  b->placement = best_b;
}

/* All choose one after the other, beginning with that one and going through them by that step, then
 * again knowing where the others stand. */
static void
choose_in_order (LodeMarkerRequest *requests, guint n_requests, guint first, guint step,
                 const gboolean *settled, const double *own_costs)
{
  gboolean changed = TRUE;

  for (guint round = 0; round < N_ROUNDS && changed; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < n_requests; i++)
        {
          guint index = (first + i * step) % n_requests;

          if (!settled[index])
            changed |= choose_one (requests, n_requests, index, own_costs);
        }
    }
}

static void
choose_in_pairs (LodeMarkerRequest *requests, guint n_requests, const gboolean *settled,
                 const double *own_costs)
{
  for (guint round = 0; round < N_PAIR_ROUNDS; round++)
    for (guint i = 0; i < n_requests; i++)
      for (guint j = i + 1; j < n_requests; j++)
        if (!settled[i] && !settled[j] && are_neighbours (&requests[i], &requests[j]))
          choose_pair (requests, n_requests, i, j, own_costs);
}

static double
get_total_cost (const LodeMarkerRequest *requests, guint n_requests, const double *own_costs)
{
  double cost = 0;

  for (guint i = 0; i < n_requests; i++)
    {
      const LodeMarkerPlacement *placement = &requests[i].placement;
      guint candidate = placement->side + (placement->distant ? LODE_N_SIDES : 0);

      cost += own_costs[i * N_CANDIDATES + candidate];
      cost += get_shared_cost (requests, n_requests, i);
    }

  return cost;
}

/* Whoever chooses first decides much: with few, each may be first, both ways round. */
static void
choose_best_order (LodeMarkerRequest *requests, guint n_requests, const gboolean *settled,
                   const double *own_costs)
{
  gsize size = n_requests * sizeof *requests;
  g_autofree LodeMarkerRequest *start = g_memdup2 (requests, size);
  g_autofree LodeMarkerRequest *best = g_memdup2 (requests, size);
  double best_cost = HUGE_VAL;

  for (guint i = 0; i < 2 * n_requests; i++)
    {
      double cost;

      memcpy (requests, start, size);
      choose_in_order (requests, n_requests, i / 2, i % 2 == 0 ? 1 : n_requests - 1, settled,
                       own_costs);
      cost = get_total_cost (requests, n_requests, own_costs);
      if (cost < best_cost - 1e-9)
        {
          memcpy (best, requests, size);
          best_cost = cost;
        }
    }

  memcpy (requests, best, size);
}

void
lode_marker_placement_choose (LodeMarkerRequest *requests, guint n_requests,
                              const LodeMarkerObstacle *obstacles, guint n_obstacles,
                              const LodeBox *view)
{
  g_autofree gboolean *settled = g_new (gboolean, n_requests + 1);
  g_autofree double *own_costs = NULL;

  g_return_if_fail (view != NULL);

  if (n_requests == 0)
    return;

  own_costs = make_own_costs (requests, n_requests, obstacles, n_obstacles, view);
  for (guint i = 0; i < n_requests; i++)
    settled[i] = requests[i].placed;

  if (n_requests > MAX_THOROUGH)
    {
      choose_in_order (requests, n_requests, 0, 1, settled, own_costs);
      return;
    }

  choose_best_order (requests, n_requests, settled, own_costs);
  choose_in_pairs (requests, n_requests, settled, own_costs);
}

double
lode_marker_placement_crowding (const LodeMarkerRequest *requests, guint n_requests)
{
  double worst = 0;

  for (guint i = 0; i < n_requests; i++)
    for (guint j = i + 1; j < n_requests; j++)
      {
        LodeBox a = lode_marker_request_get_box (&requests[i]);
        LodeBox b = lode_marker_request_get_box (&requests[j]);
        double smaller = MIN (a.width * a.height, b.width * b.height);

        worst = MAX (worst, lode_box_overlap (&a, &b) / MAX (smaller, 1));
      }

  return worst;
}

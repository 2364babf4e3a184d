/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-placement.h"

#include <math.h>

/* Pixels between a callout's edge and its place: the length of its tip, or of a leading line. */
#define NEAR_GAP 11.0
#define DISTANT_GAP 38.0
/* How far a diagonal callout's nearest corner is shifted past its place, so that its tip has a
 * straight edge to stand on. */
#define CORNER 20.0
/* What must be free around each place. */
#define PLACE_RADIUS 9.0
#define N_ROUNDS 4
#define LEADER_SAMPLES 6

#define COST_CALLOUT 4.0
#define COST_PLACE 1.5
#define COST_OUTSIDE 8.0
#define COST_DISTANT 0.09
#define COST_LEADER 0.6

/* Small against any overlap: an order of preference among free sides. */
static const double side_costs[LODE_N_SIDES] = { 0, 0.02, 0.02, 0.04, 0.05, 0.05, 0.07, 0.07 };

double
lode_box_overlap (const LodeBox *a, const LodeBox *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

LodeMarkerPlacement
lode_marker_placement_at (LodeSide side, gboolean distant, double width, double height)
{
  double gap = distant ? DISTANT_GAP : NEAR_GAP;
  double corner = distant ? -DISTANT_GAP / 2 : MIN (CORNER, width / 2);
  LodeMarkerPlacement placement = {
    .side = side,
    .distant = distant,
    .dx = -width / 2,
    .dy = -height / 2,
  };

  switch (side)
    {
    case LODE_SIDE_ABOVE:
    case LODE_SIDE_ABOVE_LEFT:
    case LODE_SIDE_ABOVE_RIGHT:
      placement.dy = -gap - height;
      break;

    case LODE_SIDE_BELOW:
    case LODE_SIDE_BELOW_LEFT:
    case LODE_SIDE_BELOW_RIGHT:
      placement.dy = gap;
      break;

    case LODE_SIDE_LEFT:
      placement.dx = -gap - width;
      break;

    case LODE_SIDE_RIGHT:
      placement.dx = gap;
      break;

    default:
      g_assert_not_reached ();
    }

  if (side == LODE_SIDE_ABOVE_LEFT || side == LODE_SIDE_BELOW_LEFT)
    placement.dx = corner - width;
  else if (side == LODE_SIDE_ABOVE_RIGHT || side == LODE_SIDE_BELOW_RIGHT)
    placement.dx = -corner;

  /* Whole pixels: text is sharp, and the tip does not tremble. */
  placement.dx = round (placement.dx);
  placement.dy = round (placement.dy);
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

/* What a callout costs where it stands; others count as far as they have been placed. */
static double
get_cost (const LodeMarkerRequest *requests, guint n_requests, guint index,
          const LodeMarkerObstacle *obstacles, guint n_obstacles, const LodeBox *view)
{
  const LodeMarkerRequest *self = &requests[index];
  LodeBox box = lode_marker_request_get_box (self);
  double area = MAX (box.width * box.height, 1);
  double cost = side_costs[self->placement.side];

  if (self->placement.distant)
    cost += COST_DISTANT;

  cost += COST_OUTSIDE * (1 - lode_box_overlap (&box, view) / area);

  for (guint i = 0; i < n_requests; i++)
    {
      LodeBox place = { requests[i].x - PLACE_RADIUS, requests[i].y - PLACE_RADIUS,
                        2 * PLACE_RADIUS, 2 * PLACE_RADIUS };

      if (i == index)
        continue;

      cost += COST_PLACE * lode_box_overlap (&box, &place) / (place.width * place.height);
      if (requests[i].placed)
        {
          LodeBox other = lode_marker_request_get_box (&requests[i]);
          LodeBox own_place = { self->x - PLACE_RADIUS, self->y - PLACE_RADIUS, 2 * PLACE_RADIUS,
                                2 * PLACE_RADIUS };

          cost += COST_CALLOUT * lode_box_overlap (&box, &other) / area;
          cost += COST_LEADER * get_leader_share (self, &other);
          cost += COST_LEADER * get_leader_share (&requests[i], &box);
          cost += COST_PLACE * lode_box_overlap (&own_place, &other)
                  / (own_place.width * own_place.height);
        }
    }

  for (guint i = 0; i < n_obstacles; i++)
    {
      const LodeBox *other = &obstacles[i].box;
      double smaller = MIN (area, MAX (other->width * other->height, 1));

      cost += obstacles[i].weight * lode_box_overlap (&box, other) / smaller;
    }

  return cost;
}

/* Whether a better placement than the present one was found. */
static gboolean
choose_one (LodeMarkerRequest *requests, guint n_requests, guint index,
            const LodeMarkerObstacle *obstacles, guint n_obstacles, const LodeBox *view)
{
  LodeMarkerRequest *self = &requests[index];
  LodeMarkerPlacement best = self->placement;
  double best_cost = HUGE_VAL;
  gboolean changed = FALSE;

  if (self->placed)
    best_cost = get_cost (requests, n_requests, index, obstacles, n_obstacles, view);

  for (guint i = 0; i < 2 * LODE_N_SIDES; i++)
    {
      double cost;

      self->placement = lode_marker_placement_at (i % LODE_N_SIDES, i >= LODE_N_SIDES,
                                                  self->width, self->height);
      cost = get_cost (requests, n_requests, index, obstacles, n_obstacles, view);
      if (cost < best_cost - 1e-9)
        {
          best = self->placement;
          best_cost = cost;
          changed = TRUE;
        }
    }

  self->placement = best;
  self->placed = TRUE;
  return changed;
}

void
lode_marker_placement_choose (LodeMarkerRequest *requests, guint n_requests,
                              const LodeMarkerObstacle *obstacles, guint n_obstacles,
                              const LodeBox *view)
{
  g_autofree gboolean *settled = g_new (gboolean, n_requests + 1);
  gboolean changed = TRUE;

  g_return_if_fail (view != NULL);

  for (guint i = 0; i < n_requests; i++)
    settled[i] = requests[i].placed;

  for (guint round = 0; round < N_ROUNDS && changed; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < n_requests; i++)
        if (!settled[i])
          changed |= choose_one (requests, n_requests, i, obstacles, n_obstacles, view);
    }
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

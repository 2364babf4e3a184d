/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A box in pixels. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LodeBox;

/* The places that a callout can have around what it names, in order of preference. */
typedef enum
{
  LODE_SIDE_ABOVE,
  LODE_SIDE_RIGHT,
  LODE_SIDE_LEFT,
  LODE_SIDE_BELOW,
  LODE_SIDE_ABOVE_RIGHT,
  LODE_SIDE_ABOVE_LEFT,
  LODE_SIDE_BELOW_RIGHT,
  LODE_SIDE_BELOW_LEFT,
  LODE_SIDE_RIGHT_LOWER, /* beside it, and further down than up */
  LODE_SIDE_RIGHT_UPPER,
  LODE_SIDE_LEFT_LOWER,
  LODE_SIDE_LEFT_UPPER,
} LodeSide;

#define LODE_N_SIDES 12

/**
 * LodeMarkerPlacement:
 * @side: where the callout stands
 * @distant: it stands further away than its tip reaches: a line leads to the place
 * @dx: from the place to the callout's left edge, pixels
 * @dy: from the place to the callout's upper edge, pixels
 */
typedef struct
{
  LodeSide side;
  gboolean distant;
  double   dx;
  double   dy;
} LodeMarkerPlacement;

/**
 * LodeMarkerRequest:
 * @x: the place, pixels
 * @y: the place, pixels
 * @width: of the callout, pixels
 * @height: of the callout, pixels
 * @placed: the placement is settled already and only stands in the way of others
 * @placement: the answer
 *
 * A callout that looks for its place.
 */
typedef struct
{
  double              x;
  double              y;
  double              width;
  double              height;
  gboolean            placed;
  LodeMarkerPlacement placement;
} LodeMarkerRequest;

/* Something that callouts would rather not cover; a weight of 1 is as bad as covering another
 * callout of the same size altogether. */
typedef struct
{
  LodeBox box;
  double  weight;
} LodeMarkerObstacle;

double              lode_box_overlap             (const LodeBox *a, const LodeBox *b);
LodeMarkerPlacement lode_marker_placement_at     (LodeSide side, gboolean distant,
                                                  double width, double height);
LodeBox             lode_marker_request_get_box  (const LodeMarkerRequest *self);
/* Places all requests that are not placed yet; with many, those that come first choose first. The
 * same input gives the same answer. */
void                lode_marker_placement_choose (LodeMarkerRequest        *requests,
                                                  guint                     n_requests,
                                                  const LodeMarkerObstacle *obstacles,
                                                  guint                     n_obstacles,
                                                  const LodeBox            *view);
/* The largest share of a callout that another one covers: 0 to 1. */
double              lode_marker_placement_crowding (const LodeMarkerRequest *requests,
                                                    guint                    n_requests);

G_END_DECLS

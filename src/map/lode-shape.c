/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-shape.h"

#include "lode-topic-colour.h"

#include <math.h>

#define FILL_ALPHA 0.14
#define LINE_ALPHA 0.85

struct _LodeShape
{
  LodePlace      *place;
  LodeWorldPoint *points; /* of all parts */
  guint          *ends;   /* the index behind the last point of each part */
  guint           n_parts;
  gboolean        filled;
  LodeWorldBox    box;
  double          area;
};

static double
get_ring_area (const LodeWorldPoint *points, guint n_points)
{
  double twice = 0;

  for (guint i = 0; i < n_points; i++)
    {
      const LodeWorldPoint *next = &points[(i + 1) % n_points];

      /* From the first point, as the coordinates are large beside a shape. */
      twice += (points[i].x - points[0].x) * (next->y - points[0].y)
               - (next->x - points[0].x) * (points[i].y - points[0].y);
    }

  return fabs (twice) / 2;
}

static void
add_point (LodeShape *self, guint index, LodeLonLat at, double near_x)
{
  LodeWorldPoint point = { lode_world_x_from_longitude (at.longitude),
                           lode_world_y_from_latitude (at.latitude) };

  point.x = near_x + lode_world_wrap_delta (point.x - near_x);
  self->points[index] = point;
  self->box.west = MIN (self->box.west, point.x);
  self->box.east = MAX (self->box.east, point.x);
  self->box.north = MIN (self->box.north, point.y);
  self->box.south = MAX (self->box.south, point.y);
}

/* A part's points follow each other the short way round the world, and its first one is near the
 * first of all. */
static void
add_parts (LodeShape *self, const LodeGeometryPart *parts)
{
  const double first_x = lode_world_wrap_x (
    lode_world_x_from_longitude (parts[0].points[0].longitude));
  guint index = 0;
  guint n_holes = 0;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const guint start = index;
      double area;

      for (guint j = 0; j < parts[i].n_points; j++, index++)
        add_point (self, index, parts[i].points[j], j == 0 ? first_x : self->points[index - 1].x);
      self->ends[i] = index;
      if (!self->filled)
        continue;

      area = get_ring_area (self->points + start, index - start);
      self->area += n_holes > 0 ? -area : area;
      n_holes = n_holes > 0 ? n_holes - 1 : parts[i].n_holes;
    }
}

LodeShape *
lode_shape_new (LodePlace *place)
{
  LodeGeometry *geometry;
  const LodeGeometryPart *parts;
  LodeShape *self;
  guint n_points = 0;
  guint n_parts;

  g_return_val_if_fail (LODE_IS_PLACE (place), NULL);

  geometry = lode_place_get_geometry (place);
  if (geometry == NULL || lode_geometry_get_kind (geometry) == LODE_GEOMETRY_POINT)
    return NULL;

  parts = lode_geometry_get_parts (geometry, &n_parts);
  for (guint i = 0; i < n_parts; i++)
    n_points += parts[i].n_points;

  self = g_new0 (LodeShape, 1);
  self->place = g_object_ref (place);
  self->filled = lode_geometry_get_kind (geometry) == LODE_GEOMETRY_POLYGON;
  self->box = (LodeWorldBox) { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
  self->points = g_new (LodeWorldPoint, n_points);
  self->ends = g_new (guint, n_parts);
  self->n_parts = n_parts;
  add_parts (self, parts);
  return self;
}

void
lode_shape_free (LodeShape *self)
{
  g_object_unref (self->place);
  g_free (self->points);
  g_free (self->ends);
  g_free (self);
}

LodePlace *
lode_shape_get_place (LodeShape *self)
{
  return self->place;
}

const LodeWorldBox *
lode_shape_get_box (LodeShape *self)
{
  return &self->box;
}

gboolean
lode_shape_is_filled (LodeShape *self)
{
  return self->filled;
}

double
lode_shape_get_area (LodeShape *self)
{
  return self->area;
}

static double
get_distance (LodeWorldPoint at, LodeWorldPoint from, LodeWorldPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? ((at.x - from.x) * dx + (at.y - from.y) * dy) / length : 0;

  along = CLAMP (along, 0, 1);
  return hypot (at.x - from.x - along * dx, at.y - from.y - along * dy);
}

/* Whether the edge is crossed on the way from @at to the east. */
static gboolean
is_crossed (LodeWorldPoint at, LodeWorldPoint from, LodeWorldPoint to)
{
  return (from.y > at.y) != (to.y > at.y)
         && at.x < from.x + (at.y - from.y) / (to.y - from.y) * (to.x - from.x);
}

gboolean
lode_shape_is_hit (LodeShape *self, LodeWorldPoint at, double distance)
{
  const double middle = (self->box.west + self->box.east) / 2;
  gboolean inside = FALSE;
  guint start = 0;

  at.x = middle + lode_world_wrap_delta (at.x - middle);
  if (at.x < self->box.west - distance || at.x > self->box.east + distance
      || at.y < self->box.north - distance || at.y > self->box.south + distance)
    return FALSE;

  for (guint i = 0; i < self->n_parts; start = self->ends[i], i++)
    for (guint j = start; j < self->ends[i]; j++)
      {
        const gboolean is_last = j + 1 == self->ends[i];
        LodeWorldPoint next = self->points[is_last ? start : j + 1];

        /* A line does not go back to where it began. */
        if (is_last && !self->filled)
          break;
        if (get_distance (at, self->points[j], next) <= distance)
          return TRUE;
        inside ^= self->filled && is_crossed (at, self->points[j], next);
      }

  return inside;
}

void
lode_shape_trace (LodeShape *self, cairo_t *cr, LodeWorldPoint corner, double world)
{
  guint start = 0;

  for (guint i = 0; i < self->n_parts; start = self->ends[i], i++)
    {
      double last_x = -HUGE_VAL, last_y = -HUGE_VAL;

      cairo_new_sub_path (cr);
      for (guint j = start; j < self->ends[i]; j++)
        {
          double x = (self->points[j].x - corner.x) * world;
          double y = (self->points[j].y - corner.y) * world;

          /* What cannot be seen only costs time. */
          if (j + 1 < self->ends[i] && fabs (x - last_x) < 0.7 && fabs (y - last_y) < 0.7)
            continue;
          cairo_line_to (cr, x, y);
          last_x = x;
          last_y = y;
        }
      if (self->filled)
        cairo_close_path (cr);
    }
}

void
lode_shape_paint (LodeShape *self, cairo_t *cr, LodeWorldPoint corner, double world,
                  double line_width, const GdkRGBA *colour)
{
  GdkRGBA background = *colour;
  GdkRGBA text;
  guint n_topics;
  LodeTopic * const *topics = lode_place_get_topics (self->place, &n_topics);

  if (n_topics > 0 && !lode_place_is_context (self->place))
    lode_topic_get_colours (topics[0], &background, &text);

  cairo_new_path (cr);
  lode_shape_trace (self, cr, corner, world);
  if (self->filled)
    {
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_set_source_rgba (cr, background.red, background.green, background.blue, FILL_ALPHA);
      cairo_fill_preserve (cr);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, line_width);
  cairo_set_source_rgba (cr, background.red, background.green, background.blue, LINE_ALPHA);
  cairo_stroke (cr);
}

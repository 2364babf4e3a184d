/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-geometry-private.h"

#include <math.h>
#include <stdlib.h>

struct _LodeGeometry
{
  gatomicrefcount ref_count;
  LodeGeometryKind kind;
  LodeLonLat *points; /* of all parts, one after the other */
  LodeGeometryPart *parts;
  guint n_parts;
};

G_DEFINE_BOXED_TYPE (LodeGeometry, lode_geometry, lode_geometry_ref, lode_geometry_unref)

/* Degrees of longitude shrink towards the poles: comparing lengths must know. */
static double
measure_segment (LodeLonLat a, LodeLonLat b)
{
  double width = (b.longitude - a.longitude) * cos ((a.latitude + b.latitude) / 2 * G_PI / 180);

  return hypot (width, b.latitude - a.latitude);
}

static double
measure_line (const LodeGeometryPart *part)
{
  double length = 0;

  for (guint i = 1; i < part->n_points; i++)
    length += measure_segment (part->points[i - 1], part->points[i]);

  return length;
}

/* Twice the area in square degrees: good enough to tell the largest of a few. */
static double
measure_ring (const LodeGeometryPart *part)
{
  double area = 0;

  for (guint i = 1; i < part->n_points; i++)
    area += part->points[i - 1].longitude * part->points[i].latitude -
            part->points[i].longitude * part->points[i - 1].latitude;

  return fabs (area);
}

/* The index of the part for which @measure is largest; holes do not count. */
static guint
find_largest (const LodeGeometry *self, double (* measure) (const LodeGeometryPart *part))
{
  double largest_size = -1;
  guint largest = 0;

  for (guint i = 0; i < self->n_parts; i += 1 + self->parts[i].n_holes)
    {
      double size = measure (&self->parts[i]);

      if (size > largest_size)
        {
          largest_size = size;
          largest = i;
        }
    }

  return largest;
}

static LodeLonLat
find_line_middle (const LodeGeometryPart *part)
{
  double left = measure_line (part) / 2;

  for (guint i = 1; i < part->n_points; i++)
    {
      LodeLonLat a = part->points[i - 1];
      LodeLonLat b = part->points[i];
      double length = measure_segment (a, b);

      if (length > 0 && length >= left)
        return (LodeLonLat) {
          .longitude = a.longitude + (b.longitude - a.longitude) * left / length,
          .latitude = a.latitude + (b.latitude - a.latitude) * left / length,
        };
      left -= length;
    }

  return part->points[0];
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* A point that is inside for certain, which a centroid is not: the middle of the widest stretch of
 * land on the parallel through the middle of the outer ring. */
static LodeLonLat
find_polygon_inside (const LodeGeometryPart *rings)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  double south = 90, north = -90, widest = -1;
  LodeLonLat inside = rings[0].points[0];

  for (guint i = 0; i < rings[0].n_points; i++)
    {
      south = MIN (south, rings[0].points[i].latitude);
      north = MAX (north, rings[0].points[i].latitude);
    }
  inside.latitude = (south + north) / 2;

  for (guint r = 0; r <= rings[0].n_holes; r++)
    {
      for (guint i = 1; i < rings[r].n_points; i++)
        {
          LodeLonLat a = rings[r].points[i - 1];
          LodeLonLat b = rings[r].points[i];

          if ((a.latitude > inside.latitude) != (b.latitude > inside.latitude))
            {
              double share = (inside.latitude - a.latitude) / (b.latitude - a.latitude);
              double crossing = a.longitude + (b.longitude - a.longitude) * share;

              g_array_append_val (crossings, crossing);
            }
        }
    }

  if (crossings->len > 0)
    qsort (crossings->data, crossings->len, sizeof (double), compare_doubles);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double west = g_array_index (crossings, double, i);
      double east = g_array_index (crossings, double, i + 1);

      if (east - west > widest)
        {
          widest = east - west;
          inside.longitude = (west + east) / 2;
        }
    }

  return inside;
}

/* Of several points, the one next to the middle of them all. */
static LodeLonLat
find_central_point (const LodeGeometry *self)
{
  LodeLonLat middle = { 0, 0 };
  LodeLonLat central = self->parts[0].points[0];
  double least = INFINITY;

  for (guint i = 0; i < self->n_parts; i++)
    {
      middle.longitude += self->parts[i].points[0].longitude / self->n_parts;
      middle.latitude += self->parts[i].points[0].latitude / self->n_parts;
    }

  for (guint i = 0; i < self->n_parts; i++)
    {
      double distance = measure_segment (self->parts[i].points[0], middle);

      if (distance < least)
        {
          least = distance;
          central = self->parts[i].points[0];
        }
    }

  return central;
}

/*
 * lode_geometry_new:
 * @kind: what the parts are
 * @points: (array length=n_points): the points of all parts, one part after the other
 * @n_points: how many, at least one
 * @parts: (array length=n_parts): the parts; what their points are set to does not matter
 * @n_parts: how many, at least one
 *
 * Returns: (transfer full): a geometry that has copies of all
 */
LodeGeometry *
lode_geometry_new (LodeGeometryKind        kind,
                   const LodeLonLat       *points,
                   guint                   n_points,
                   const LodeGeometryPart *parts,
                   guint                   n_parts)
{
  LodeGeometry *self = g_new0 (LodeGeometry, 1);
  const LodeLonLat *next;

  g_assert (n_points > 0 && n_parts > 0);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->points = g_memdup2 (points, n_points * sizeof (LodeLonLat));
  self->parts = g_memdup2 (parts, n_parts * sizeof (LodeGeometryPart));
  self->n_parts = n_parts;

  next = self->points;
  for (guint i = 0; i < n_parts; i++)
    {
      self->parts[i].points = next;
      next += self->parts[i].n_points;
    }
  g_assert (next == self->points + n_points);

  return self;
}

/**
 * lode_geometry_ref:
 * @self: a geometry
 *
 * Adds a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
LodeGeometry *
lode_geometry_ref (LodeGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * lode_geometry_unref:
 * @self: (transfer full): a geometry
 *
 * Drops a reference; from any thread. The last one frees the geometry.
 */
void
lode_geometry_unref (LodeGeometry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->points);
  g_free (self->parts);
  g_free (self);
}

/**
 * lode_geometry_get_kind:
 * @self: a geometry
 *
 * Gets what the parts are.
 *
 * Returns: the kind
 */
LodeGeometryKind
lode_geometry_get_kind (const LodeGeometry *self)
{
  g_return_val_if_fail (self != NULL, LODE_GEOMETRY_POINT);

  return self->kind;
}

/**
 * lode_geometry_get_parts:
 * @self: a geometry
 * @n_parts: (out): return location for the number of parts
 *
 * Gets the points, lines, or rings. Rings are closed: their last point is their first one.
 *
 * Returns: (transfer none) (array length=n_parts): the parts, at least one
 */
const LodeGeometryPart *
lode_geometry_get_parts (const LodeGeometry *self, guint *n_parts)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_parts != NULL, NULL);

  *n_parts = self->n_parts;

  return self->parts;
}

/**
 * lode_geometry_get_representative:
 * @self: a geometry
 *
 * Finds a point for a marker: of points the most central one, of lines the middle of the longest,
 * of polygons one that lies inside the largest.
 *
 * Returns: a position in degrees, WGS 84
 */
LodeLonLat
lode_geometry_get_representative (const LodeGeometry *self)
{
  g_return_val_if_fail (self != NULL, (LodeLonLat) { 0 });

  switch (self->kind)
    {
    case LODE_GEOMETRY_LINE:
      return find_line_middle (&self->parts[find_largest (self, measure_line)]);
    case LODE_GEOMETRY_POLYGON:
      return find_polygon_inside (&self->parts[find_largest (self, measure_ring)]);
    case LODE_GEOMETRY_POINT:
    default:
      return find_central_point (self);
    }
}

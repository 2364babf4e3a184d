/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"

#include "lode-basemap-data.h"

#include <math.h>

/* The border of the regions is coarser than the coast, so a town on the shore may lie just outside:
 * so much water (in worlds; about 1.5 km here) still belongs to the nearest region. */
#define SHORE_TOLERANCE 5e-5

static gboolean
ring_crosses (const LodeGeo *geo, const LodeGeoPath *ring, double x, double y)
{
  const LodeGeoPoint *points = geo->points + ring->first_point;
  gboolean inside = FALSE;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      const LodeGeoPoint *a = &points[i], *b = &points[i + 1];

      if ((a->y > y) != (b->y > y)
          && x < a->x + (y - a->y) * ((double) b->x - a->x) / ((double) b->y - a->y))
        inside = !inside;
    }
  return inside;
}

/* Square of the distance to the ring's line. */
static double
measure_distance (const LodeGeo *geo, const LodeGeoPath *ring, double x, double y)
{
  const LodeGeoPoint *points = geo->points + ring->first_point;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < ring->n_points; i++)
    {
      double dx = (double) points[i + 1].x - points[i].x;
      double dy = (double) points[i + 1].y - points[i].y;
      double length = dx * dx + dy * dy;
      double along = length > 0 ? ((x - points[i].x) * dx + (y - points[i].y) * dy) / length : 0;
      double ex = points[i].x + CLAMP (along, 0, 1) * dx - x;
      double ey = points[i].y + CLAMP (along, 0, 1) * dy - y;

      nearest = MIN (nearest, ex * ex + ey * ey);
    }
  return nearest;
}

/**
 * lode_world_x_from_longitude:
 * @longitude: in degrees east of Greenwich
 *
 * Linear and without bounds: 180 is 1, 183.5 (the Chathams) is beyond 1, and -176.5, the same
 * meridian, is one world west of it.
 *
 * Returns: the world coordinate
 */
double
lode_world_x_from_longitude (double longitude)
{
  return (longitude + 180) / 360;
}

/**
 * lode_world_y_from_latitude:
 * @latitude: in degrees north, WGS 84
 *
 * Spherical Mercator (EPSG:3857). Latitudes beyond its square world (85.0511 degrees) are taken as
 * its edge.
 *
 * Returns: the world coordinate, 0 in the north to 1 in the south
 */
double
lode_world_y_from_latitude (double latitude)
{
  double sine = sin (latitude * G_PI / 180);
  double y;

  if (fabs (latitude) >= 90)
    return latitude > 0 ? 0 : 1;

  y = 0.5 - log ((1 + sine) / (1 - sine)) / (4 * G_PI);
  return CLAMP (y, 0, 1);
}

/**
 * lode_longitude_from_world_x:
 * @x: world coordinate
 *
 * Returns: degrees; beyond 180 where @x is beyond 1
 */
double
lode_longitude_from_world_x (double x)
{
  return x * 360 - 180;
}

/**
 * lode_latitude_from_world_y:
 * @y: world coordinate
 *
 * Returns: degrees north
 */
double
lode_latitude_from_world_y (double y)
{
  return atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI;
}

/**
 * lode_basemap_find_region:
 * @longitude: degrees; -176.5 and 183.5 are the same meridian
 * @latitude: degrees
 *
 * Finds the region that holds a point. A point up to about 1.5 km off its shore belongs to it.
 *
 * Returns: the region's index, or -1 for the open sea, another country, or no place on Earth
 */
int
lode_basemap_find_region (double longitude, double latitude)
{
  const LodeGeo *geo = lode_geo_get ();
  const LodeGeoRange *layer = &geo->path_layers[LODE_GEO_REGIONS];
  double tolerance = SHORE_TOLERANCE * LODE_GEO_UNIT;
  double nearest = tolerance * tolerance;
  double x, y;
  int found = -1;

  if (!isfinite (longitude) || !isfinite (latitude) || fabs (latitude) > 90)
    return -1;

  longitude -= 360 * floor (longitude / 360);
  x = lode_world_x_from_longitude (longitude) * LODE_GEO_UNIT;
  y = lode_world_y_from_latitude (latitude) * LODE_GEO_UNIT;

  for (guint i = 0; i < layer->count;)
    {
      int region = geo->paths[layer->first + i].rank;
      gboolean inside = FALSE;

      for (; i < layer->count && geo->paths[layer->first + i].rank == region; i++)
        {
          const LodeGeoPath *ring = &geo->paths[layer->first + i];
          double distance;

          if (x < ring->box.x0 - tolerance || x > ring->box.x1 + tolerance
              || y < ring->box.y0 - tolerance || y > ring->box.y1 + tolerance)
            continue;

          /* Even-odd over all rings, so that a hole is outside. */
          if (ring_crosses (geo, ring, x, y))
            inside = !inside;
          distance = measure_distance (geo, ring, x, y);
          if (distance < nearest)
            {
              nearest = distance;
              found = region;
            }
        }

      if (inside)
        return region;
    }
  return found;
}

/* Whether the rings of a layer, or those of one rank in it, hold the point; even-odd. */
static gboolean
layer_holds (LodeGeoPathLayer layer, int rank, double x, double y)
{
  const LodeGeo *geo = lode_geo_get ();
  const LodeGeoPath *rings = geo->paths + geo->path_layers[layer].first;
  gboolean inside = FALSE;

  for (guint i = 0; i < geo->path_layers[layer].count; i++)
    if ((rank < 0 || rings[i].rank == rank) && x > rings[i].box.x0 && x < rings[i].box.x1
        && y > rings[i].box.y0 && y < rings[i].box.y1 && ring_crosses (geo, &rings[i], x, y))
      inside = !inside;

  return inside;
}

/**
 * lode_basemap_is_on_land:
 * @region: an index from lode_basemap_find_region()
 * @x: world coordinate; 1 more or less is the same meridian
 * @y: world coordinate
 *
 * Returns: whether the point is on the region's land, and not in a lake
 */
gboolean
lode_basemap_is_on_land (int region, double x, double y)
{
  /* The country reaches beyond 180 degrees, where the world begins again. */
  x = (x - floor (x - 0.5)) * LODE_GEO_UNIT;
  y *= LODE_GEO_UNIT;

  return layer_holds (LODE_GEO_REGIONS, region, x, y) && !layer_holds (LODE_GEO_LAKES, -1, x, y);
}

/**
 * lode_basemap_get_region_name:
 * @region: an index from lode_basemap_find_region()
 *
 * Returns: (nullable) (transfer none): the name in English, as in "Otago"; %NULL for no region
 */
const char *
lode_basemap_get_region_name (int region)
{
  const LodeGeo *geo = lode_geo_get ();
  const LodeGeoRange *layer = &geo->spot_layers[LODE_GEO_REGION_LABELS];

  if (region < 0 || (guint) region >= layer->count)
    return NULL;

  return lode_geo_get_string (geo, geo->spots[layer->first + region].name.english);
}

/**
 * lode_basemap_visit_region:
 * @region: an index from lode_basemap_find_region()
 * @visit: (scope call): is called for each ring, the last point being the first
 * @user_data: for @visit
 *
 * Visits the rings of a region, islands and holes alike: fill them together with the even-odd rule.
 */
void
lode_basemap_visit_region (int region, LodeRingFunc visit, gpointer user_data)
{
  const LodeGeo *geo = lode_geo_get ();
  const LodeGeoRange *layer = &geo->path_layers[LODE_GEO_REGIONS];
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (LodeWorldPoint));

  g_return_if_fail (visit != NULL);

  for (guint i = 0; i < layer->count; i++)
    {
      const LodeGeoPath *path = &geo->paths[layer->first + i];

      if (path->rank != region)
        continue;

      g_array_set_size (ring, path->n_points);
      for (guint j = 0; j < path->n_points; j++)
        {
          const LodeGeoPoint *point = &geo->points[path->first_point + j];

          g_array_index (ring, LodeWorldPoint, j).x = (double) point->x / LODE_GEO_UNIT;
          g_array_index (ring, LodeWorldPoint, j).y = (double) point->y / LODE_GEO_UNIT;
        }
      visit ((const LodeWorldPoint *) (gpointer) ring->data, ring->len, user_data);
    }
}

/**
 * lode_basemap_visit_towns:
 * @max_rank: 1 for cities only, to 5 for all
 * @visit: (scope call): is called for each town, the most important first
 * @user_data: for @visit
 *
 * Visits the towns that are at least so important.
 */
void
lode_basemap_visit_towns (int max_rank, LodeTownFunc visit, gpointer user_data)
{
  const LodeGeo *geo = lode_geo_get ();
  const LodeGeoRange *layer = &geo->spot_layers[LODE_GEO_TOWNS];

  g_return_if_fail (visit != NULL);

  for (guint i = 0; i < layer->count; i++)
    {
      const LodeGeoSpot *town = &geo->spots[layer->first + i];
      LodeWorldPoint at = { (double) town->at.x / LODE_GEO_UNIT,
                            (double) town->at.y / LODE_GEO_UNIT };

      if (town->rank <= max_rank)
        visit (lode_geo_get_string (geo, town->name.english), town->rank, at, user_data);
    }
}

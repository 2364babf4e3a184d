/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-arrangement.h"

#include <math.h>

/* Below this width of the map, markers show no names. */
#define COMPACT_WIDTH 500
/* How much of a callout may be covered by another before names are given up. */
#define MAX_CROWDING 0.06
/* Levels of zoom after which callouts choose their sides anew. */
#define ZOOM_STEP 0.26
/* Pixels to keep free along the edges of the view. */
#define EDGE 6
/* From here on the map names towns of the second rank; before, only a few. */
#define RANK_2_ZOOM 5.9
/* A few callouts rather stand in the sea than on the land: pixels between samples, and what a
 * sample costs. */
#define LAND_STEP 24
#define LAND_COST 0.008
#define MAX_FOR_LAND 16

enum
{
  COMPACT_NONE,
  COMPACT_CONTEXT, /* context places show no names */
  COMPACT_ALL
};

struct _LodeMarkerArrangement
{
  GHashTable *settled; /* set of LodePlace */
  int         compactness;
  double      zoom;
  int         bottom;
  int         corner_width;
  int         corner_height;
};

typedef struct
{
  const LodeMapProjection *projection;
  GArray                  *obstacles;
} Collector;

static void
add_town_cb (const char *name, int rank, LodeWorldPoint at, gpointer user_data)
{
  Collector *collector = user_data;
  const LodeMapProjection *projection = collector->projection;
  /* Tiles are drawn larger up to the next whole level. */
  double growth = exp2 (projection->pose.zoom - floor (projection->pose.zoom));
  double letter = (rank <= 1 ? 6.6 : 5.6) * growth;
  LodeMarkerObstacle town = { .weight = rank <= 1 ? 1 : 0.7 };
  double x, y;

  if (rank > 1 && projection->pose.zoom < RANK_2_ZOOM)
    return;

  lode_map_projection_project (projection, at, &x, &y);
  if (x < -200 || y < -50 || x > projection->width + 50 || y > projection->height + 50)
    return;

  /* The dot, and its name on the right of it. */
  town.box = (LodeBox) { x - 5, y - 8 * growth, 16 + letter * g_utf8_strlen (name, -1),
                         16 * growth };
  g_array_append_val (collector->obstacles, town);
}

static void
add_land (Collector *collector)
{
  const LodeMapProjection *projection = collector->projection;

  for (int y = LAND_STEP / 2; y < projection->height; y += LAND_STEP)
    for (int x = LAND_STEP / 2; x < projection->width; x += LAND_STEP)
      {
        LodeWorldPoint at = lode_map_projection_unproject (projection, x, y);
        LodeMarkerObstacle land = {
          .box = { x - LAND_STEP / 2, y - LAND_STEP / 2, LAND_STEP, LAND_STEP },
          .weight = LAND_COST,
        };

        if (lode_basemap_find_region (lode_longitude_from_world_x (at.x),
                                      lode_latitude_from_world_y (at.y)) >= 0)
          g_array_append_val (collector->obstacles, land);
      }
}

static GArray *
collect_obstacles (LodeMarkerArrangement *self, const LodeMapProjection *projection,
                   guint n_markers)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (LodeMarkerObstacle));
  Collector collector = { projection, obstacles };
  LodeMarkerObstacle corner = {
    .box = { projection->width - self->corner_width, projection->height - self->corner_height,
             self->corner_width, self->corner_height },
    .weight = 3,
  };

  lode_basemap_visit_towns (2, add_town_cb, &collector);
  g_array_append_val (obstacles, corner);
  if (n_markers <= MAX_FOR_LAND)
    add_land (&collector);
  return obstacles;
}

static GArray *
make_requests (LodeMarkerArrangement *self, GPtrArray *markers,
               const LodeMapProjection *projection)
{
  GArray *requests = g_array_new (FALSE, TRUE, sizeof (LodeMarkerRequest));

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);
      LodeMarkerRequest request = { .placement = *lode_marker_get_placement (marker) };
      LodeWorldPoint at = lode_marker_get_world_point (marker);
      int width, height;

      lode_marker_measure_size (marker, &width, &height);
      lode_map_projection_project (projection, at, &request.x, &request.y);
      request.width = width;
      request.height = height;
      request.placed = g_hash_table_contains (self->settled, lode_marker_get_place (marker));
      g_array_append_val (requests, request);
    }

  return requests;
}

static GArray *
choose (LodeMarkerArrangement *self, GPtrArray *markers, GArray *obstacles,
        const LodeMapProjection *projection)
{
  GArray *requests = make_requests (self, markers, projection);
  LodeBox view = { EDGE, EDGE, projection->width - 2 * EDGE,
                   projection->height - self->bottom - 2 * EDGE };

  lode_marker_placement_choose ((LodeMarkerRequest *) requests->data, requests->len,
                                (LodeMarkerObstacle *) obstacles->data, obstacles->len, &view);
  return requests;
}

static void
apply_compactness (LodeMarkerArrangement *self, GPtrArray *markers)
{
  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);
      gboolean context = lode_place_is_context (lode_marker_get_place (marker));

      lode_marker_set_compact (
          marker, self->compactness >= (context ? COMPACT_CONTEXT : COMPACT_ALL));
    }
}

static gboolean
is_crowded (GArray *requests)
{
  return lode_marker_placement_crowding ((LodeMarkerRequest *) requests->data, requests->len)
         > MAX_CROWDING;
}

LodeMarkerArrangement *
lode_marker_arrangement_new (void)
{
  LodeMarkerArrangement *self = g_new0 (LodeMarkerArrangement, 1);

  self->settled = g_hash_table_new (NULL, NULL);
  return self;
}

void
lode_marker_arrangement_free (LodeMarkerArrangement *self)
{
  g_hash_table_unref (self->settled);
  g_free (self);
}

gboolean
lode_marker_arrangement_reserve (LodeMarkerArrangement *self, int bottom, int corner_width,
                                 int corner_height)
{
  if (self->bottom == bottom && self->corner_width == corner_width
      && self->corner_height == corner_height)
    return FALSE;

  self->bottom = bottom;
  self->corner_width = corner_width;
  self->corner_height = corner_height;
  return TRUE;
}

void
lode_marker_arrangement_forget (LodeMarkerArrangement *self)
{
  g_hash_table_remove_all (self->settled);
}

void
lode_marker_arrangement_drop (LodeMarkerArrangement *self, LodePlace *place)
{
  g_hash_table_remove (self->settled, place);
}

gboolean
lode_marker_arrangement_is_stale (LodeMarkerArrangement *self, double zoom)
{
  return fabs (zoom - self->zoom) > ZOOM_STEP;
}

void
lode_marker_arrangement_settle (LodeMarkerArrangement *self, GPtrArray *markers,
                                const LodeMapProjection *projection)
{
  g_autoptr (GArray) obstacles = NULL;
  g_autoptr (GArray) requests = NULL;
  gboolean anew = g_hash_table_size (self->settled) == 0;

  if (g_hash_table_size (self->settled) == markers->len)
    return;

  if (anew)
    {
      self->zoom = projection->pose.zoom;
      self->compactness = projection->width < COMPACT_WIDTH ? COMPACT_ALL : COMPACT_NONE;
    }

  obstacles = collect_obstacles (self, projection, markers->len);
  apply_compactness (self, markers);
  requests = choose (self, markers, obstacles, projection);
  while (anew && self->compactness < COMPACT_ALL && is_crowded (requests))
    {
      self->compactness++;
      apply_compactness (self, markers);
      g_array_unref (g_steal_pointer (&requests));
      requests = choose (self, markers, obstacles, projection);
    }

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);

      if (g_hash_table_add (self->settled, lode_marker_get_place (marker)))
        lode_marker_set_placement (marker,
                                   &g_array_index (requests, LodeMarkerRequest, i).placement);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-arrangement.h"

#include "lode-basemap-data.h"
#include "lode-tile-labels.h"
#include "lode-tile-path.h"
#include "lode-tile-source.h"

#include <math.h>

/* Below this width of the map, markers show no names. */
#define COMPACT_WIDTH 500
/* How much of a callout may be covered by another before names are given up. */
#define MAX_CROWDING 0.06
/* How much of another marker the selected one may cover to show its name. */
#define MAX_COVERED 0.06
/* Levels of zoom after which callouts choose their sides anew. */
#define ZOOM_STEP 0.26
/* Pixels to keep free along the edges of the view. */
#define EDGE 6
/* A few callouts rather stand in the sea than on the land: pixels of a cell, and what one
 * of land costs. */
#define LAND_STEP 24
#define LAND_COST 0.014
#define MAX_FOR_LAND 16
/* With more markers than that, those that no name has room for are pins; and with so many that ask
 * for a name, all are. */
#define MAX_CALLOUTS 16
#define MAX_NAMES 60
/* Pixels around a name in the map that a callout leaves free. */
#define LABEL_SPACING 3

enum
{
  COMPACT_NONE,
  COMPACT_CONTEXT, /* context places show no names */
  COMPACT_ALL
};

struct _LodeMarkerArrangement
{
  GHashTable *settled; /* set of LodePlace or LodeCluster */
  int         compactness;
  double      zoom;
  int         bottom;
  int         corner_width;
  int         corner_height;
};

/* How much is lost with a name that is covered. */
static double
get_label_weight (LodeLabelKind kind)
{
  switch (kind)
    {
    case LODE_LABEL_CITY:
      return 1;

    case LODE_LABEL_LARGE_TOWN:
      return 0.8;

    case LODE_LABEL_TOWN:
    case LODE_LABEL_REGION:
      return 0.4;

    case LODE_LABEL_OCEAN:
    case LODE_LABEL_STRAIT:
    case LODE_LABEL_BIGHT:
      return 0.3;

    case LODE_LABEL_SMALL_TOWN:
    case LODE_LABEL_LOCALITY:
    case LODE_LABEL_LAKE:
    case LODE_LABEL_RIVER:
    case LODE_LABEL_PEAK:
    case LODE_LABEL_PARK:
    case LODE_LABEL_REGION_AGAIN:
    case LODE_LABEL_GRATICULE:
    case LODE_N_LABELS:
    default:
      return 0.1;
    }
}

static void
add_label_box (const LodeMapProjection *projection, GArray *obstacles, LodeLabelBox box,
               double weight)
{
  LodeWorldPoint at = { box.x0 / projection->world, box.y0 / projection->world };
  LodeMarkerObstacle obstacle = { .weight = weight };

  lode_map_projection_project (projection, at, &obstacle.box.x, &obstacle.box.y);
  obstacle.box.x -= LABEL_SPACING;
  obstacle.box.y -= LABEL_SPACING;
  obstacle.box.width = box.x1 - box.x0 + 2 * LABEL_SPACING;
  obstacle.box.height = box.y1 - box.y0 + 2 * LABEL_SPACING;
  if (obstacle.box.x < projection->width && obstacle.box.x + obstacle.box.width > 0
      && obstacle.box.y < projection->height && obstacle.box.y + obstacle.box.height > 0)
    g_array_append_val (obstacles, obstacle);
}

/* The names and dots that the tiles show: those of the whole level below, as large as there. */
static void
add_labels (const LodeMapProjection *projection, GArray *obstacles)
{
  int zoom = CLAMP ((int) floor (projection->pose.zoom), 0, LODE_TILE_MAX_ZOOM);
  GArray *labels = lode_tile_labels_get (zoom, LODE_MAP_NAMES_BOTH);

  for (guint i = 0; i < labels->len; i++)
    {
      LodeLabel label = lode_tile_labels_magnify (&g_array_index (labels, LodeLabel, i),
                                                  exp2 (projection->pose.zoom - zoom));
      double weight = get_label_weight (label.kind);

      if (label.text != NULL)
        add_label_box (projection, obstacles, lode_tile_labels_get_text_box (&label), weight);
      if (label.symbol_size > 0)
        add_label_box (projection, obstacles, lode_tile_labels_get_symbol_box (&label), weight);
    }
}

/* The land in view, one pixel for each cell of LAND_STEP. */
static cairo_surface_t *
paint_land (const LodeMapProjection *projection, int n_columns, int n_rows)
{
  const LodeGeo *geo = lode_geo_get ();
  double world = projection->world / LAND_STEP;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, n_columns, n_rows);
  cairo_t *cr = cairo_create (surface);
  LodeTileFrame frame;

  lode_tile_frame_init (&frame, world,
                        projection->pose.x * world - projection->width / 2.0 / LAND_STEP,
                        projection->pose.y * world - projection->height / 2.0 / LAND_STEP,
                        n_columns, n_rows, 1);
  if (lode_tile_frame_find_world (&frame, &geo->box, world))
    {
      lode_tile_frame_add_rings (&frame, cr, geo, LODE_GEO_LAND_COARSE);
      cairo_fill (cr);
    }

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
add_land (const LodeMapProjection *projection, GArray *obstacles)
{
  int n_columns = (projection->width + LAND_STEP - 1) / LAND_STEP;
  int n_rows = (projection->height + LAND_STEP - 1) / LAND_STEP;
  cairo_surface_t *surface = paint_land (projection, n_columns, n_rows);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int row = 0; row < n_rows; row++)
    for (int column = 0; column < n_columns; column++)
      {
        LodeMarkerObstacle land = {
          .box = { column * LAND_STEP, row * LAND_STEP, LAND_STEP, LAND_STEP },
          .weight = LAND_COST,
        };

        if (pixels[row * stride + column] >= 128)
          g_array_append_val (obstacles, land);
      }

  cairo_surface_destroy (surface);
}

static GArray *
collect_obstacles (LodeMarkerArrangement *self, const LodeMapProjection *projection,
                   guint n_markers)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (LodeMarkerObstacle));
  LodeMarkerObstacle corner = {
    .box = { projection->width - self->corner_width, projection->height - self->corner_height,
             self->corner_width, self->corner_height },
    .weight = 3,
  };

  add_labels (projection, obstacles);
  g_array_append_val (obstacles, corner);
  if (n_markers <= MAX_FOR_LAND)
    add_land (projection, obstacles);
  return obstacles;
}

/* Stands on its place, wherever the others are. */
static gboolean
is_fixed (LodeMarker *marker)
{
  return LODE_IS_CLUSTER (lode_marker_get_item (marker))
         || lode_marker_get_shown_form (marker) == LODE_MARKER_PIN;
}

static gboolean
is_settled (LodeMarkerArrangement *self, LodeMarker *marker)
{
  return g_hash_table_contains (self->settled, lode_marker_get_item (marker));
}

static LodeMarkerRequest
make_request (LodeMarkerArrangement *self, LodeMarker *marker, const LodeMapProjection *projection)
{
  LodeMarkerRequest request = { .placement = *lode_marker_get_placement (marker),
                                .placed = is_settled (self, marker) };
  int width, height;

  lode_marker_measure_size (marker, &width, &height);
  request.width = width;
  request.height = height;
  lode_map_projection_project (projection, lode_marker_get_world_point (marker), &request.x,
                               &request.y);
  if (!request.placed && is_fixed (marker))
    {
      request.placement = (LodeMarkerPlacement){ .dx = -width / 2, .dy = -height / 2 };
      request.placed = TRUE;
    }

  return request;
}

static GArray *
make_requests (LodeMarkerArrangement *self, GPtrArray *markers,
               const LodeMapProjection *projection)
{
  GArray *requests = g_array_new (FALSE, TRUE, sizeof (LodeMarkerRequest));

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarkerRequest request
          = make_request (self, g_ptr_array_index (markers, i), projection);

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

/* Those that are settled stay as they are. */
static void
apply_compactness (LodeMarkerArrangement *self, GPtrArray *markers)
{
  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);
      LodePlace *place = lode_marker_get_place (marker);

      if (place != NULL && !is_settled (self, marker))
        lode_marker_set_form (marker, self->compactness >= (lode_place_is_context (place)
                                                                ? COMPACT_CONTEXT
                                                                : COMPACT_ALL)
                                          ? LODE_MARKER_COMPACT
                                          : LODE_MARKER_FULL);
    }
}

/* Many markers: all that are new ask for a name, unless there are too many for it to be of use. */
static void
apply_names (LodeMarkerArrangement *self, GPtrArray *markers)
{
  guint n_places = 0;

  for (guint i = 0; i < markers->len; i++)
    n_places += lode_marker_get_place (g_ptr_array_index (markers, i)) != NULL;

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);

      if (!is_settled (self, marker))
        lode_marker_set_form (marker,
                              n_places > MAX_NAMES || self->compactness == COMPACT_ALL
                                  ? LODE_MARKER_PIN
                                  : LODE_MARKER_FULL);
    }
}

static gboolean
covers_any (GArray *requests, guint index)
{
  LodeBox box = lode_marker_request_get_box (&g_array_index (requests, LodeMarkerRequest, index));

  for (guint i = 0; i < requests->len; i++)
    {
      LodeBox other = lode_marker_request_get_box (&g_array_index (requests, LodeMarkerRequest, i));

      if (i != index && lode_box_overlap (&box, &other) > 0)
        return TRUE;
    }

  return FALSE;
}

/* What found no room for its name becomes a pin; pins never cover each other, so that nothing does
 * in the end. */
static void
turn_into_pins (LodeMarkerArrangement *self, GPtrArray *markers, GArray *requests,
                const LodeMapProjection *projection)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < markers->len; i++)
        {
          LodeMarker *marker = g_ptr_array_index (markers, i);

          if (is_settled (self, marker) || is_fixed (marker)
              || lode_marker_get_form (marker) == LODE_MARKER_PIN || !covers_any (requests, i))
            continue;

          lode_marker_set_form (marker, LODE_MARKER_PIN);
          if (is_fixed (marker))
            g_array_index (requests, LodeMarkerRequest, i)
                = make_request (self, marker, projection);
          changed = TRUE;
        }
    }
}

static gboolean
is_crowded (GArray *requests)
{
  return lode_marker_placement_crowding ((LodeMarkerRequest *) requests->data, requests->len)
         > MAX_CROWDING;
}

/* With the fewer names the more crowded they are. */
static GArray *
arrange_few (LodeMarkerArrangement *self, GPtrArray *markers, GArray *obstacles,
             const LodeMapProjection *projection, gboolean anew)
{
  GArray *requests;

  apply_compactness (self, markers);
  requests = choose (self, markers, obstacles, projection);
  while (anew && self->compactness < COMPACT_ALL && is_crowded (requests))
    {
      self->compactness++;
      apply_compactness (self, markers);
      g_array_unref (requests);
      requests = choose (self, markers, obstacles, projection);
    }

  return requests;
}

static GArray *
arrange_many (LodeMarkerArrangement *self, GPtrArray *markers, GArray *obstacles,
              const LodeMapProjection *projection)
{
  GArray *requests;

  apply_names (self, markers);
  requests = choose (self, markers, obstacles, projection);
  turn_into_pins (self, markers, requests, projection);
  return requests;
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
lode_marker_arrangement_drop (LodeMarkerArrangement *self, gpointer item)
{
  g_hash_table_remove (self->settled, item);
}

gboolean
lode_marker_arrangement_is_stale (LodeMarkerArrangement *self, double zoom)
{
  return fabs (zoom - self->zoom) > ZOOM_STEP;
}

gboolean
lode_marker_arrangement_has_settled (LodeMarkerArrangement *self, GPtrArray *markers)
{
  return g_hash_table_size (self->settled) == markers->len;
}

void
lode_marker_arrangement_settle (LodeMarkerArrangement *self, GPtrArray *markers,
                                const LodeMapProjection *projection)
{
  g_autoptr (GArray) obstacles = NULL;
  g_autoptr (GArray) requests = NULL;
  gboolean anew = g_hash_table_size (self->settled) == 0;

  if (lode_marker_arrangement_has_settled (self, markers))
    return;

  if (anew)
    {
      self->zoom = projection->pose.zoom;
      self->compactness = projection->width < COMPACT_WIDTH ? COMPACT_ALL : COMPACT_NONE;
    }

  obstacles = collect_obstacles (self, projection, markers->len);
  if (markers->len > MAX_CALLOUTS)
    requests = arrange_many (self, markers, obstacles, projection);
  else
    requests = arrange_few (self, markers, obstacles, projection, anew);

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *marker = g_ptr_array_index (markers, i);

      if (g_hash_table_add (self->settled, lode_marker_get_item (marker)))
        lode_marker_set_placement (marker,
                                   &g_array_index (requests, LodeMarkerRequest, i).placement);
    }
}

LodeBox
lode_marker_arrangement_get_box (LodeMarker *marker, const LodeMapProjection *projection)
{
  const LodeMarkerPlacement *placement = lode_marker_get_placement (marker);
  LodeBox box;
  int width, height;
  double x, y;

  lode_marker_measure_size (marker, &width, &height);
  lode_map_projection_project (projection, lode_marker_get_world_point (marker), &x, &y);

  /* On whole device pixels, so that text stays sharp. */
  box.x = round ((x + placement->dx) * projection->scale) / projection->scale;
  box.y = round ((y + placement->dy) * projection->scale) / projection->scale;
  box.width = width;
  box.height = height;
  return box;
}

gboolean
lode_marker_arrangement_covers_others (LodeMarker *marker, GPtrArray *markers,
                                       const LodeMapProjection *projection)
{
  LodeBox box = lode_marker_arrangement_get_box (marker, projection);

  for (guint i = 0; i < markers->len; i++)
    {
      LodeMarker *other = g_ptr_array_index (markers, i);
      LodeBox other_box = lode_marker_arrangement_get_box (other, projection);

      if (other != marker
          && lode_box_overlap (&box, &other_box) > MAX_COVERED * other_box.width * other_box.height)
        return TRUE;
    }

  return FALSE;
}

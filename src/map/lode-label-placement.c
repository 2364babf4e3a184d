/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-label-placement.h"

#include "lode-basemap-data.h"
#include "lode-basemap.h"
#include "lode-tile-source.h"
#include "lode-tile-text.h"

#include <math.h>

#define SYMBOL_GAP 4.0 /* between a symbol and its name */
#define RIVER_INTERVAL 620.0
/* A region's name again: as far apart as about one is in sight, with so much room around it. */
#define REGION_INTERVAL_X 640.0
#define REGION_INTERVAL_Y 420.0
#define REGION_ROOM 50.0

typedef struct
{
  LodeLabelBox box;
  gconstpointer owner; /* does not hide itself */
} Obstacle;

typedef struct
{
  int zoom;
  LodeMapNames names;
  double world; /* widget pixels */
  const LodeGeo *geo;
  cairo_t *cr;
  GArray *labels;    /* of LodeLabel */
  GArray *obstacles; /* of Obstacle */
} Placement;

typedef struct
{
  double x;
  double y;
} Offset;

static gboolean
is_free (const Placement *placement, LodeLabelBox box, gconstpointer owner)
{
  for (guint i = 0; i < placement->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (placement->obstacles, Obstacle, i);

      if (obstacle->owner != owner && lode_label_box_overlaps (&obstacle->box, &box))
        return FALSE;
    }
  return TRUE;
}

static void
add_obstacle (Placement *placement, LodeLabelBox box, gconstpointer owner)
{
  Obstacle obstacle = { box, owner };

  g_array_append_val (placement->obstacles, obstacle);
}

static gboolean
place_at (Placement *placement, LodeLabel *label, double x, double y, gconstpointer owner)
{
  LodeLabelBox box;

  label->x = x;
  label->y = y;
  if (label->angle == 0)
    lode_label_settle (label);
  box = lode_tile_labels_get_text_box (label);
  if (!is_free (placement, lode_label_box_grow (box, LODE_LABEL_PADDING), owner))
    return FALSE;

  add_obstacle (placement, box, owner);
  if (label->symbol_size > 0)
    add_obstacle (placement, lode_tile_labels_get_symbol_box (label), owner);
  g_array_append_val (placement->labels, *label);
  return TRUE;
}

/* Beside the symbol: right, left, above, below, then the corners. */
static gboolean
place_beside (Placement *placement, LodeLabel *label, gconstpointer owner)
{
  static const Offset directions[] = { { 1, 0 },  { -1, 0 },  { 0, -1 },  { 0, 1 },
                                       { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };
  double gap = label->symbol_size + SYMBOL_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gboolean corner = directions[i].x != 0 && directions[i].y != 0;
      double away_x = label->width / 2 + (corner ? gap * 0.5 : gap);
      double away_y = label->height / 2;

      /* The line's own spacing is gap enough above and below. */
      if (corner)
        away_y -= gap * 0.4;
      else if (directions[i].x == 0)
        away_y += label->symbol_size;

      if (place_at (placement, label, label->symbol_x + directions[i].x * away_x,
                    label->symbol_y + directions[i].y * away_y, owner))
        return TRUE;
    }
  return FALSE;
}

static gboolean
place_centred (Placement *placement, LodeLabel *label, double x, double y, gconstpointer owner)
{
  label->anchor_x = x;
  label->anchor_y = y;
  return place_at (placement, label, x, y, owner);
}

/* As near to where it belongs as there is room. */
static gboolean
place_around (Placement *placement, LodeLabel *label, double x, double y, double reach,
              gconstpointer owner)
{
  if (place_centred (placement, label, x, y, owner))
    return TRUE;

  for (double radius = 8; radius <= reach; radius += 8)
    for (int i = 0; i < 12; i++)
      if (place_centred (placement, label, x + radius * 1.4 * sin (i * G_PI / 6),
                         y - radius * cos (i * G_PI / 6), owner))
        return TRUE;
  return FALSE;
}

static double
to_pixels (const Placement *placement, gint32 coordinate)
{
  return coordinate * (placement->world / LODE_GEO_UNIT);
}

/* The name that is written large, and the one for below it or NULL. */
static const char *
choose_name (const Placement *placement, LodeGeoName name, const char **below)
{
  gboolean is_dual = name.official != name.english;

  *below = NULL;
  if (placement->names == LODE_MAP_NAMES_MAORI && name.maori != 0)
    return lode_geo_get_string (placement->geo, name.maori);
  if (placement->names == LODE_MAP_NAMES_ENGLISH)
    return lode_geo_get_string (placement->geo, name.english);

  if (placement->names == LODE_MAP_NAMES_BOTH && !is_dual)
    *below = lode_geo_get_string (placement->geo, name.maori);
  return lode_geo_get_string (placement->geo, name.official);
}

static LodeLabel
create_label (const Placement *placement, const LodeGeoSpot *spot, LodeLabelKind kind)
{
  LodeLabel label = {
    .kind = kind,
    .symbol_x = to_pixels (placement, spot->at.x),
    .symbol_y = to_pixels (placement, spot->at.y),
    .symbol_size = lode_map_style_get_label (kind)->dot,
  };

  label.text = choose_name (placement, spot->name, &label.below);
  if (placement->zoom < lode_map_style_get_second_name_zoom (kind))
    label.below = NULL;
  label.anchor_x = label.symbol_x;
  label.anchor_y = label.symbol_y;
  return label;
}

static gboolean
town_is_shown (const Placement *placement, const LodeGeoSpot *town)
{
  return lode_map_style_get_town_zoom (town->rank, town->value) <= placement->zoom;
}

/* The dots of larger towns are drawn whether there is room for the name or not. */
static void
reserve_dots (Placement *placement)
{
  const LodeGeoRange *layer = &placement->geo->spot_layers[LODE_GEO_TOWNS];

  for (guint i = 0; i < layer->count; i++)
    {
      const LodeGeoSpot *town = &placement->geo->spots[layer->first + i];

      if (town->rank <= 2 && town_is_shown (placement, town))
        {
          LodeLabel label = create_label (placement, town, LODE_LABEL_CITY + town->rank - 1);

          add_obstacle (placement, lode_tile_labels_get_symbol_box (&label), town);
        }
    }
}

/* With both names, or where there is no room for them with the first. */
static gboolean
place_town (Placement *placement, LodeLabel *label, const LodeGeoSpot *town)
{
  lode_tile_text_measure (placement->cr, label, placement->zoom);
  if (place_beside (placement, label, town))
    return TRUE;
  if (label->below == NULL)
    return FALSE;

  label->below = NULL;
  lode_tile_text_measure (placement->cr, label, placement->zoom);
  return place_beside (placement, label, town);
}

static void
place_towns (Placement *placement, int rank)
{
  const LodeGeoRange *layer = &placement->geo->spot_layers[LODE_GEO_TOWNS];

  for (guint i = 0; i < layer->count; i++)
    {
      const LodeGeoSpot *town = &placement->geo->spots[layer->first + i];
      LodeLabel label = create_label (placement, town, LODE_LABEL_CITY + rank - 1);

      if (town->rank != rank || !town_is_shown (placement, town)
          || !is_free (placement,
                       lode_label_box_grow (lode_tile_labels_get_symbol_box (&label), 2), town))
        continue;

      if (!place_town (placement, &label, town) && rank <= 2)
        {
          label.text = label.below = NULL;
          g_array_append_val (placement->labels, label);
        }
    }
}

static gboolean
kind_is_shown (const Placement *placement, LodeLabelKind kind)
{
  const LodeLabelStyle *style = lode_map_style_get_label (kind);

  return placement->zoom >= style->from_zoom && placement->zoom <= style->to_zoom;
}

/* Where a region is called like its city, the city's name says it all until there is room. */
static gboolean
is_named_by_town (const Placement *placement, const char *region)
{
  if (placement->zoom >= 8)
    return FALSE;

  for (guint i = 0; i < placement->labels->len; i++)
    {
      const LodeLabel *label = &g_array_index (placement->labels, LodeLabel, i);

      if (label->kind <= LODE_LABEL_LARGE_TOWN && g_strcmp0 (label->text, region) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
place_spots (Placement *placement, LodeGeoSpotLayer layer, LodeLabelKind kind, int rank)
{
  const LodeGeoRange *range = &placement->geo->spot_layers[layer];

  for (guint i = 0; i < range->count && kind_is_shown (placement, kind); i++)
    {
      const LodeGeoSpot *spot = &placement->geo->spots[range->first + i];
      LodeLabel label = create_label (placement, spot, kind);

      if ((rank != 0 && spot->rank != rank)
          || (layer == LODE_GEO_LAKE_LABELS
              && lode_map_style_get_lake_zoom (spot->value) > placement->zoom)
          || (layer == LODE_GEO_REGION_LABELS && is_named_by_town (placement, label.text)))
        continue;

      lode_tile_text_measure (placement->cr, &label, placement->zoom);
      place_around (placement, &label, label.symbol_x, label.symbol_y,
                    layer == LODE_GEO_LAKE_LABELS ? 16 : 48, spot);
    }
}

static void
place_peaks (Placement *placement)
{
  const LodeGeoRange *range = &placement->geo->spot_layers[LODE_GEO_PEAKS];

  for (guint i = 0; i < range->count && kind_is_shown (placement, LODE_LABEL_PEAK); i++)
    {
      const LodeGeoSpot *spot = &placement->geo->spots[range->first + i];
      LodeLabel label = create_label (placement, spot, LODE_LABEL_PEAK);
      g_autofree char *height = g_strdup_printf ("%d m", spot->value);

      if (lode_map_style_get_peak_zoom (spot->value) > placement->zoom
          || !is_free (placement,
                       lode_label_box_grow (lode_tile_labels_get_symbol_box (&label), 2), spot))
        continue;

      label.below = g_intern_string (height);
      lode_tile_text_measure (placement->cr, &label, placement->zoom);
      place_beside (placement, &label, spot);
    }
}

/* Where a line is after so many pixels; advances from the last answer. */
typedef struct
{
  const LodeGeoPoint *points;
  guint n_points;
  double unit; /* pixels for one unit of geometry */
  guint at;
  double passed;
} Walk;

static double
walk_step (const Walk *walk, guint i)
{
  return hypot ((double) walk->points[i + 1].x - walk->points[i].x,
                (double) walk->points[i + 1].y - walk->points[i].y)
         * walk->unit;
}

static Offset
walk_to (Walk *walk, double length)
{
  const LodeGeoPoint *from;
  double step, part;

  walk->at = 0;
  walk->passed = 0;
  step = walk_step (walk, 0);
  while (walk->passed + step < length && walk->at + 2 < walk->n_points)
    {
      walk->passed += step;
      walk->at++;
      step = walk_step (walk, walk->at);
    }
  part = step > 0 ? CLAMP ((length - walk->passed) / step, 0, 1) : 0;
  from = &walk->points[walk->at];
  return (Offset){ (from[0].x + part * ((double) from[1].x - from[0].x)) * walk->unit,
                   (from[0].y + part * ((double) from[1].y - from[0].y)) * walk->unit };
}

/* Along the river where it is straight enough, above it as the text runs. */
static gboolean
place_on_line (Placement *placement, LodeLabel *label, Walk *walk, double middle,
               gconstpointer owner)
{
  Offset from = walk_to (walk, middle - label->width / 2);
  Offset to = walk_to (walk, middle + label->width / 2);
  Offset anchor = walk_to (walk, middle);
  double length = hypot (to.x - from.x, to.y - from.y);
  double lift = label->height / 2 + 1;

  if (length < label->width * 0.93)
    return FALSE;

  for (int i = 1; i < 8; i++)
    {
      Offset point = walk_to (walk, middle + label->width * (i / 8.0 - 0.5));
      double away = ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
                    / length;

      if (fabs (away) > label->height * 0.45)
        return FALSE;
    }

  label->angle = atan2 (to.y - from.y, to.x - from.x);
  if (fabs (label->angle) > G_PI / 2)
    label->angle -= copysign (G_PI, label->angle);
  label->anchor_x = anchor.x;
  label->anchor_y = anchor.y;
  return place_at (placement, label, (from.x + to.x) / 2 + lift * sin (label->angle),
                   (from.y + to.y) / 2 - lift * cos (label->angle), owner);
}

static void
place_rivers (Placement *placement)
{
  const LodeGeoRange *range = &placement->geo->path_layers[LODE_GEO_RIVERS];

  for (guint i = 0; i < range->count && kind_is_shown (placement, LODE_LABEL_RIVER); i++)
    {
      const LodeGeoPath *path = &placement->geo->paths[range->first + i];
      LodeLabel label = { .kind = LODE_LABEL_RIVER };
      Walk walk = { .points = placement->geo->points + path->first_point,
                    .n_points = path->n_points,
                    .unit = placement->world / LODE_GEO_UNIT };
      double length = 0, next;

      label.text = choose_name (placement, path->name, &label.below);
      label.below = NULL;
      if (label.text == NULL)
        continue;

      lode_tile_text_measure (placement->cr, &label, placement->zoom);
      for (guint j = 0; j + 1 < walk.n_points; j++)
        length += walk_step (&walk, j);
      next = MIN (length / 2, RIVER_INTERVAL / 2);
      while (next + label.width / 2 < length && next > label.width / 2)
        {
          gboolean placed = place_on_line (placement, &label, &walk, next, path);

          next += placed ? RIVER_INTERVAL : 24;
        }
    }
}

/* Whether all that is around it is the region's land: by its middle alone, a name could lie across a
 * border, or out at sea. */
static gboolean
has_room_on_land (const Placement *placement, int region, LodeLabelBox box)
{
  for (int i = 0; i < 9; i++)
    if (!lode_basemap_is_on_land (region,
                                  (box.x0 + i % 3 / 2.0 * (box.x1 - box.x0)) / placement->world,
                                  (box.y0 + i / 3 / 2.0 * (box.y1 - box.y0)) / placement->world))
      return FALSE;

  return TRUE;
}

/* Once in a cell of the grid, as near to its corner as there is room. */
static void
repeat_region (Placement *placement, LodeLabel *label, int region, double x, double y)
{
  static const Offset offsets[] = { { 0, 0 }, { 0.25, 0.25 }, { -0.25, 0.25 }, { -0.25, -0.25 },
                                    { 0.25, -0.25 } };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      LodeLabelBox box;

      label->x = x + offsets[i].x * REGION_INTERVAL_X;
      label->y = y + offsets[i].y * REGION_INTERVAL_Y;
      box = lode_label_box_grow (lode_tile_labels_get_text_box (label), REGION_ROOM);
      if (has_room_on_land (placement, region, box) && is_free (placement, box, NULL))
        {
          place_centred (placement, label, label->x, label->y, placement);
          return;
        }
    }
}

/* Close up, there is often nothing else in sight by which one could tell where one is. */
static void
repeat_regions (Placement *placement)
{
  const LodeGeoRange *range = &placement->geo->path_layers[LODE_GEO_REGIONS];
  const LodeGeoRange *spots = &placement->geo->spot_layers[LODE_GEO_REGION_LABELS];
  const LodeGeoPath *rings = placement->geo->paths + range->first;

  if (!kind_is_shown (placement, LODE_LABEL_REGION_AGAIN))
    return;

  for (guint i = 0; i < range->count;)
    {
      const int region = rings[i].rank;
      const LodeGeoSpot *spot = &placement->geo->spots[spots->first + region];
      LodeLabel label = create_label (placement, spot, LODE_LABEL_REGION_AGAIN);
      LodeLabelBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

      for (; i < range->count && rings[i].rank == region; i++)
        {
          box.x0 = MIN (box.x0, to_pixels (placement, rings[i].box.x0));
          box.y0 = MIN (box.y0, to_pixels (placement, rings[i].box.y0));
          box.x1 = MAX (box.x1, to_pixels (placement, rings[i].box.x1));
          box.y1 = MAX (box.y1, to_pixels (placement, rings[i].box.y1));
        }

      lode_tile_text_measure (placement->cr, &label, placement->zoom);
      for (double row = ceil (box.y0 / REGION_INTERVAL_Y); row * REGION_INTERVAL_Y < box.y1; row++)
        for (double column = ceil (box.x0 / REGION_INTERVAL_X);
             column * REGION_INTERVAL_X < box.x1; column++)
          repeat_region (placement, &label, region, column * REGION_INTERVAL_X,
                         row * REGION_INTERVAL_Y);
    }
}

/**
 * lode_label_placement_make:
 * @zoom: zoom level, 0 to %LODE_TILE_MAX_ZOOM
 * @names: in which language
 *
 * Places all names of the country at a zoom level, the most important first, each where it hides
 * nothing. Any thread.
 *
 * Returns: (transfer full) (element-type LodeLabel): the names
 */
GArray *
lode_label_placement_make (int zoom, LodeMapNames names)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  Placement placement = {
    .zoom = zoom,
    .names = names,
    .world = ldexp (LODE_TILE_SIZE, zoom),
    .geo = lode_geo_get (),
    .cr = cairo_create (surface),
    .labels = g_array_new (FALSE, FALSE, sizeof (LodeLabel)),
    .obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle)),
  };

  reserve_dots (&placement);
  place_towns (&placement, 1);
  place_towns (&placement, 2);
  place_spots (&placement, LODE_GEO_SEAS, LODE_LABEL_OCEAN, 1);
  place_spots (&placement, LODE_GEO_REGION_LABELS, LODE_LABEL_REGION, 0);
  place_towns (&placement, 3);
  place_spots (&placement, LODE_GEO_SEAS, LODE_LABEL_STRAIT, 2);
  place_spots (&placement, LODE_GEO_SEAS, LODE_LABEL_BIGHT, 3);
  place_spots (&placement, LODE_GEO_LAKE_LABELS, LODE_LABEL_LAKE, 0);
  place_peaks (&placement);
  place_towns (&placement, 4);
  place_towns (&placement, 5);
  place_spots (&placement, LODE_GEO_PARKS, LODE_LABEL_PARK, 0);
  place_rivers (&placement);
  repeat_regions (&placement);

  g_array_unref (placement.obstacles);
  cairo_destroy (placement.cr);
  cairo_surface_destroy (surface);
  return placement.labels;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-region-light.h"

#include "lode-shape.h"
#include "lode-surface-node.h"
#include "lode-tile-source.h"

#include <math.h>

/* The earth's radius in metres, and the radius of a glow on it. */
#define EARTH_RADIUS 6371008.8
#define GLOW_RADIUS 60000.0
/* Pixels: a smaller one would be hidden by its marker. */
#define MIN_GLOW_RADIUS 48.0
/* What is shown of a place at sea, across. */
#define SEA_EXTENT 150000.0
#define LINE_WIDTH 2.0
#define FILL_ALPHA 0.2
#define LINE_ALPHA 0.95
#define GLOW_ALPHA 0.55
/* Device pixels a side of what is painted: a view of 4K with its margin is the most. */
#define MAX_PAINTED_SIZE 6144
/* How far around the view is painted, as a share of the view. */
#define PAINTED_MARGIN 0.4

struct _LodeRegionLight
{
  LodePlace     *place;
  int            region; /* -1: none */
  LodeShape     *shape;  /* NULL: none; the place's own, which goes before the region */
  LodeWorldBox   extent; /* of the shape or the region */

  GskRenderNode *painted;
  LodeWorldBox   painted_box;
  int            painted_zoom;
  int            painted_scale;
  GdkRGBA        painted_colour;
};

static void
extend_box_cb (const LodeWorldPoint *points, guint n_points, gpointer user_data)
{
  LodeWorldBox *box = user_data;

  for (guint i = 0; i < n_points; i++)
    {
      /* Rings are continuous: the box is too, whichever copy of the world they are in. */
      box->west = MIN (box->west, points[i].x);
      box->east = MAX (box->east, points[i].x);
      box->north = MIN (box->north, points[i].y);
      box->south = MAX (box->south, points[i].y);
    }
}

int
lode_region_light_find_region (LodePlace *place)
{
  g_return_val_if_fail (LODE_IS_PLACE (place), -1);

  if (lode_place_get_precision (place) != LODE_PRECISION_REGION
      || lode_place_get_kind (place) == LODE_PLACE_KIND_SEA_AREA)
    return -1;

  return lode_basemap_find_region (lode_place_get_longitude (place),
                                   lode_place_get_latitude (place));
}

/* Metres at that latitude as a length in world coordinates. */
static double
get_world_length (double metres, double latitude)
{
  return metres / (2 * G_PI * EARTH_RADIUS * cos (latitude * G_PI / 180));
}

gboolean
lode_region_light_get_box (LodePlace *place, LodeWorldBox *box)
{
  g_autoptr (LodeShape) shape = lode_shape_new (place);
  int region = lode_region_light_find_region (place);
  double latitude = lode_place_get_latitude (place);
  double x, y, half;

  if (shape != NULL)
    {
      *box = *lode_shape_get_box (shape);
      return TRUE;
    }

  if (region >= 0)
    {
      *box = (LodeWorldBox) { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
      lode_basemap_visit_region (region, extend_box_cb, box);
      return box->west < box->east;
    }

  if (lode_place_get_kind (place) != LODE_PLACE_KIND_SEA_AREA
      && lode_place_get_precision (place) != LODE_PRECISION_REGION)
    return FALSE;

  x = lode_world_wrap_x (lode_world_x_from_longitude (lode_place_get_longitude (place)));
  y = lode_world_y_from_latitude (latitude);
  half = get_world_length (SEA_EXTENT / 2, latitude);
  *box = (LodeWorldBox) { x - half, y - half, x + half, y + half };
  return TRUE;
}

LodeRegionLight *
lode_region_light_new (LodePlace *place)
{
  LodeRegionLight *self = g_new0 (LodeRegionLight, 1);

  self->place = g_object_ref (place);
  self->shape = lode_shape_new (place);
  self->region = self->shape == NULL ? lode_region_light_find_region (place) : -1;
  if (self->shape != NULL)
    self->extent = *lode_shape_get_box (self->shape);
  else if (self->region >= 0 && !lode_region_light_get_box (place, &self->extent))
    self->region = -1;
  return self;
}

void
lode_region_light_free (LodeRegionLight *self)
{
  g_clear_object (&self->place);
  g_clear_pointer (&self->painted, gsk_render_node_unref);
  g_clear_pointer (&self->shape, lode_shape_free);
  g_free (self);
}

LodePlace *
lode_region_light_get_place (LodeRegionLight *self)
{
  return self->place;
}

typedef struct
{
  cairo_t     *cr;
  LodeWorldBox box;
  double       pixels; /* a world */
} RingTracer;

static void
trace_ring_cb (const LodeWorldPoint *points, guint n_points, gpointer user_data)
{
  RingTracer *tracer = user_data;
  double last_x = -HUGE_VAL, last_y = -HUGE_VAL;

  cairo_new_sub_path (tracer->cr);
  for (guint i = 0; i < n_points; i++)
    {
      double x = (points[i].x - tracer->box.west) * tracer->pixels;
      double y = (points[i].y - tracer->box.north) * tracer->pixels;

      /* What cannot be seen only costs time. */
      if (fabs (x - last_x) < 0.7 && fabs (y - last_y) < 0.7)
        continue;
      cairo_line_to (tracer->cr, x, y);
      last_x = x;
      last_y = y;
    }
  cairo_close_path (tracer->cr);
}

static void
paint_anew (LodeRegionLight *self, const GdkRGBA *colour, GtkWidget *widget)
{
  const int scale = self->painted_scale;
  double world = LODE_TILE_SIZE * exp2 (self->painted_zoom) * scale;
  RingTracer tracer = { .box = self->painted_box, .pixels = world };
  int width = (int) ceil ((tracer.box.east - tracer.box.west) * world);
  int height = (int) ceil ((tracer.box.south - tracer.box.north) * world);
  cairo_surface_t *surface;

  width = CLAMP (width, 1, MAX_PAINTED_SIZE);
  height = CLAMP (height, 1, MAX_PAINTED_SIZE);
  self->painted_box.east = tracer.box.west + width / world;
  self->painted_box.south = tracer.box.north + height / world;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  tracer.cr = cairo_create (surface);
  cairo_set_fill_rule (tracer.cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (tracer.cr, CAIRO_LINE_JOIN_ROUND);
  if (self->shape != NULL)
    lode_shape_trace (self->shape, tracer.cr,
                      (LodeWorldPoint) { tracer.box.west, tracer.box.north }, world);
  else
    lode_basemap_visit_region (self->region, trace_ring_cb, &tracer);

  cairo_set_source_rgba (tracer.cr, colour->red, colour->green, colour->blue, FILL_ALPHA);
  if (self->shape == NULL || lode_shape_is_filled (self->shape))
    cairo_fill_preserve (tracer.cr);
  cairo_set_source_rgba (tracer.cr, colour->red, colour->green, colour->blue, LINE_ALPHA);
  cairo_set_line_width (tracer.cr, LINE_WIDTH * scale);
  cairo_stroke (tracer.cr);
  cairo_destroy (tracer.cr);

  g_clear_pointer (&self->painted, gsk_render_node_unref);
  self->painted = lode_surface_node_new (surface, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                         widget);
}

/* The view, and from which side of the antimeridian the region is meant. */
static LodeWorldBox
get_view_box (LodeRegionLight *self, const LodeMapProjection *projection, double margin)
{
  LodeWorldBox view = lode_map_projection_get_box (projection, margin);
  double middle = (self->extent.west + self->extent.east) / 2;
  double shift = projection->pose.x + lode_world_wrap_delta (middle - projection->pose.x) - middle;

  view.west -= shift;
  view.east -= shift;
  return view;
}

static LodeWorldBox
intersect (LodeWorldBox a, LodeWorldBox b)
{
  LodeWorldBox box = {
    .west = MAX (a.west, b.west),
    .north = MAX (a.north, b.north),
    .east = MIN (a.east, b.east),
    .south = MIN (a.south, b.south),
  };

  return box;
}

static gboolean
box_is_empty (LodeWorldBox box)
{
  return box.west >= box.east || box.north >= box.south;
}

/* FALSE: nothing of the region is in view. */
static gboolean
ensure_painted (LodeRegionLight *self, const LodeMapProjection *projection, const GdkRGBA *colour,
                GtkWidget *widget)
{
  const int scale = gtk_widget_get_scale_factor (widget);
  int zoom = (int) round (projection->pose.zoom);
  double line = 2 * LINE_WIDTH / projection->world;
  LodeWorldBox grown = { self->extent.west - line, self->extent.north - line,
                         self->extent.east + line, self->extent.south + line };
  LodeWorldBox needed = intersect (grown, get_view_box (self, projection, 0));
  LodeWorldBox covered;

  if (box_is_empty (needed))
    return FALSE;

  covered = intersect (needed, self->painted_box);
  if (self->painted != NULL && self->painted_zoom == zoom && self->painted_scale == scale
      && gdk_rgba_equal (&self->painted_colour, colour)
      && covered.west - needed.west < line && needed.east - covered.east < line
      && covered.north - needed.north < line && needed.south - covered.south < line)
    return TRUE;

  self->painted_box = intersect (
      grown, get_view_box (self, projection,
                           PAINTED_MARGIN * MAX (projection->width, projection->height)));
  self->painted_zoom = zoom;
  self->painted_scale = scale;
  self->painted_colour = *colour;
  paint_anew (self, colour, widget);
  return TRUE;
}

static void
snapshot_region (LodeRegionLight *self, GtkSnapshot *snapshot,
                 const LodeMapProjection *projection)
{
  LodeWorldPoint corner = { self->painted_box.west, self->painted_box.north };
  double middle = (self->extent.west + self->extent.east) / 2;
  double delta = lode_world_wrap_delta (middle - projection->pose.x) - (middle - corner.x);
  double x = delta * projection->world + projection->width / 2.0;
  double y = (corner.y - projection->pose.y) * projection->world + projection->height / 2.0;
  double width = (self->painted_box.east - corner.x) * projection->world;
  double height = (self->painted_box.south - corner.y) * projection->world;

  lode_surface_node_append (self->painted, snapshot,
                            &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
snapshot_glow (LodeRegionLight *self, GtkSnapshot *snapshot, const LodeMapProjection *projection,
               const GdkRGBA *colour)
{
  double latitude = lode_place_get_latitude (self->place);
  LodeWorldPoint at = { lode_world_x_from_longitude (lode_place_get_longitude (self->place)),
                        lode_world_y_from_latitude (latitude) };
  double radius
      = MAX (get_world_length (GLOW_RADIUS, latitude) * projection->world, MIN_GLOW_RADIUS);
  GskColorStop stops[5];
  double x, y;

  lode_map_projection_project (projection, at, &x, &y);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      double out = i / (G_N_ELEMENTS (stops) - 1.0);

      stops[i].offset = out;
      stops[i].color = *colour;
      stops[i].color.alpha = GLOW_ALPHA * (1 - out) * (1 - out);
    }

  gtk_snapshot_append_radial_gradient (
      snapshot, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius),
      &GRAPHENE_POINT_INIT (x, y), radius, radius, 0, 1, stops, G_N_ELEMENTS (stops));
}

void
lode_region_light_snapshot (LodeRegionLight *self, GtkSnapshot *snapshot,
                            const LodeMapProjection *projection, const GdkRGBA *colour,
                            double strength, GtkWidget *widget)
{
  const gboolean is_glow = self->region < 0 && self->shape == NULL;
  gboolean in_view = is_glow || ensure_painted (self, projection, colour, widget);

  if (!in_view || strength <= 0)
    return;

  gtk_snapshot_push_opacity (snapshot, strength);
  if (is_glow)
    snapshot_glow (self, snapshot, projection, colour);
  else
    snapshot_region (self, snapshot, projection);
  gtk_snapshot_pop (snapshot);
}

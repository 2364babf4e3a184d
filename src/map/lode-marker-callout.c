/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-callout.h"

#include "lode-surface-node.h"

#include <cairo.h>
#include <math.h>

/* Painted once into a texture whenever the marker changes, not with CSS: a tip cannot be said in
 * CSS, and a blurred CSS shadow costs more than all tiles when GTK draws without a GPU. */

#define RADIUS 9.0
#define TIP_HALF_WIDTH 8.0
#define DOT_RADIUS 3.5
#define SHADOW_SIZE 7
#define SHADOW_DROP 1.5
#define MARGIN (SHADOW_SIZE + 5.0)

typedef struct
{
  double x;
  double y;
} Point;

/* The place, from the box's corner. */
static Point
get_place (const LodeMarkerCallout *self)
{
  Point place = { -self->placement.dx, -self->placement.dy };

  return place;
}

/* Where on a side of that length, from the box's corner, the tip stands. */
static double
clamp_to_side (double at, double length, double inset)
{
  double margin = inset + RADIUS + TIP_HALF_WIDTH;

  return length > 2 * margin ? CLAMP (at, margin, length - margin) : length / 2;
}

static double
side_to_angle (LodeSide side)
{
  switch (side)
    {
    case LODE_SIDE_BELOW:
    case LODE_SIDE_BELOW_LEFT:
    case LODE_SIDE_BELOW_RIGHT:
      return -G_PI / 2; /* the tip is on the box's upper side */

    case LODE_SIDE_LEFT:
    case LODE_SIDE_LEFT_LOWER:
    case LODE_SIDE_LEFT_UPPER:
      return 0;

    case LODE_SIDE_RIGHT:
    case LODE_SIDE_RIGHT_LOWER:
    case LODE_SIDE_RIGHT_UPPER:
      return G_PI;

    case LODE_SIDE_ABOVE:
    case LODE_SIDE_ABOVE_LEFT:
    case LODE_SIDE_ABOVE_RIGHT:
      return G_PI / 2;

    default:
      g_assert_not_reached ();
    }
}

/* The middle of the tip's foot on the box's edge. */
static Point
get_foot (const LodeMarkerCallout *self)
{
  Point place = get_place (self);
  double angle = side_to_angle (self->placement.side);
  Point foot;

  if (fabs (sin (angle)) > 0.5)
    {
      foot.x = clamp_to_side (place.x, self->width, self->inset);
      foot.y = sin (angle) > 0 ? self->height - self->inset : self->inset;
    }
  else
    {
      foot.x = cos (angle) > 0 ? self->width - self->inset : self->inset;
      foot.y = clamp_to_side (place.y, self->height, self->inset);
    }

  return foot;
}

/* Clockwise from the upper left; the tip is put in when its side comes. */
static void
trace_box (const LodeMarkerCallout *self, cairo_t *cr)
{
  double left = self->inset;
  double top = self->inset;
  double right = self->width - self->inset;
  double bottom = self->height - self->inset;
  const Point corners[] = { { right - RADIUS, top + RADIUS },
                            { right - RADIUS, bottom - RADIUS },
                            { left + RADIUS, bottom - RADIUS },
                            { left + RADIUS, top + RADIUS } };
  Point foot = get_foot (self);
  Point place = get_place (self);
  double tip_angle = side_to_angle (self->placement.side);

  cairo_new_path (cr);
  for (int i = 0; i < 4; i++)
    {
      double angle = (i - 1) * G_PI / 2; /* of the side that ends in this corner */

      if (!self->placement.distant && fabs (angle - tip_angle) < 0.1)
        {
          Point along = { -sin (angle) * TIP_HALF_WIDTH, cos (angle) * TIP_HALF_WIDTH };

          cairo_line_to (cr, foot.x - along.x, foot.y - along.y);
          cairo_line_to (cr, place.x, place.y);
          cairo_line_to (cr, foot.x + along.x, foot.y + along.y);
        }
      cairo_arc (cr, corners[i].x, corners[i].y, RADIUS, angle, angle + G_PI / 2);
    }
  cairo_close_path (cr);
}

/* Cairo has no blur: rings that add up to one. */
static void
paint_shadow (const LodeMarkerCallout *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, 0, SHADOW_DROP);
  trace_box (self, cr);
  cairo_restore (cr);
  for (int i = SHADOW_SIZE; i > 0; i--)
    {
      double fall = 1 - (i - 1.0) / SHADOW_SIZE;

      cairo_set_source_rgba (cr, 0, 0, 0, self->shadow * fall * fall / SHADOW_SIZE * 2);
      cairo_set_line_width (cr, 2 * i);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_leader (const LodeMarkerCallout *self, cairo_t *cr)
{
  Point foot = get_foot (self);
  Point place = get_place (self);

  for (int pass = 0; pass < 2; pass++)
    {
      double halo = pass == 0 ? 1.5 : 0;

      gdk_cairo_set_source_rgba (cr, pass == 0 ? &self->background : &self->line);
      cairo_move_to (cr, foot.x, foot.y);
      cairo_line_to (cr, place.x, place.y);
      cairo_set_line_width (cr, 1.5 + 2 * halo);
      cairo_stroke (cr);
      cairo_arc (cr, place.x, place.y, DOT_RADIUS + halo, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
paint_box (const LodeMarkerCallout *self, cairo_t *cr)
{
  static const double dashes[] = { 3, 3 };

  trace_box (self, cr);
  if (self->dashed)
    {
      gdk_cairo_set_source_rgba (cr, &self->background);
      cairo_fill_preserve (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      gdk_cairo_set_source_rgba (cr, &self->outline);
      cairo_set_line_width (cr, self->outline_width);
      cairo_stroke (cr);
      return;
    }

  /* The inner half of the line goes under the box. */
  gdk_cairo_set_source_rgba (cr, &self->outline);
  cairo_set_line_width (cr, 2 * self->outline_width);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &self->background);
  cairo_fill (cr);
}

void
lode_marker_callout_draw (const LodeMarkerCallout *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  paint_shadow (self, cr);
  if (self->placement.distant)
    paint_leader (self, cr);
  paint_box (self, cr);
  cairo_restore (cr);
}

GskRenderNode *
lode_marker_callout_paint (const LodeMarkerCallout *self, GtkWidget *widget)
{
  Point place = get_place (self);
  double left = floor (MIN (0, place.x) - MARGIN);
  double top = floor (MIN (0, place.y) - MARGIN);
  double right = ceil (MAX (self->width, place.x) + MARGIN);
  double bottom = ceil (MAX (self->height, place.y) + MARGIN);
  int width = (int) (right - left) * self->scale;
  int height = (int) (bottom - top) * self->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -left, -top);
  lode_marker_callout_draw (self, cr);
  cairo_destroy (cr);

  return lode_surface_node_new (
    surface, &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top), widget);
}

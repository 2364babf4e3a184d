/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap.h"
#include "lode-camera-pose.h"
#include "lode-place.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * LodeShape:
 *
 * The lines or polygons of a place that is more than a point, in world coordinates: to be drawn, and
 * to be hit by a pointer. It is continuous, also over the antimeridian.
 */
typedef struct _LodeShape LodeShape;

/* NULL: the place is a point, or points. Keeps a reference to it. */
LodeShape          *lode_shape_new       (LodePlace *place);
void                lode_shape_free      (LodeShape *self);
LodePlace          *lode_shape_get_place (LodeShape *self); /* borrowed */
/* What holds all of it, in the copy of the world that New Zealand is continuous in. */
const LodeWorldBox *lode_shape_get_box   (LodeShape *self);
gboolean            lode_shape_is_filled (LodeShape *self); /* polygons, not lines */
/* In world coordinates squared; 0 for lines. */
double              lode_shape_get_area  (LodeShape *self);
/* Whether a polygon holds the point, or a line or border passes at that distance or nearer. In world
 * coordinates; at.x may be in any copy of the world. */
gboolean            lode_shape_is_hit    (LodeShape *self, LodeWorldPoint at, double distance);
/* Adds it to the path of @cr, for the rule CAIRO_FILL_RULE_EVEN_ODD. Points are drawn from
 * the corner of the world that is given, in that many units a world. */
void                lode_shape_trace     (LodeShape *self, cairo_t *cr, LodeWorldPoint corner,
                                          double world);
/* Fills it faintly and outlines it, in the colour of its place's first topic, or else in @colour. */
void                lode_shape_paint     (LodeShape *self, cairo_t *cr, LodeWorldPoint corner,
                                          double world, double line_width, const GdkRGBA *colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeShape, lode_shape_free)

G_END_DECLS

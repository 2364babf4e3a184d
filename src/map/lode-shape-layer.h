/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-place.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeShapeLayer:
 *
 * The lines and polygons of those places that are more than a point, below their markers. They are
 * painted into one texture, larger than the view, once per zoom level: panning draws that.
 */
#define LODE_TYPE_SHAPE_LAYER (lode_shape_layer_get_type ())
G_DECLARE_FINAL_TYPE (LodeShapeLayer, lode_shape_layer, LODE, SHAPE_LAYER, ShumateLayer)

LodeShapeLayer *lode_shape_layer_new        (ShumateViewport *viewport);
/* Of LodePlace; NULL: none. It is looked at once. */
void            lode_shape_layer_set_places (LodeShapeLayer *self, GListModel *places);
/* Whose shape is at that point of the widget: of several the smallest, lines first. Borrowed; NULL:
 * no one's. */
LodePlace      *lode_shape_layer_find_at    (LodeShapeLayer *self, double x, double y);

G_END_DECLS

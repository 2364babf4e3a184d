/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-camera.h"
#include "lode-map-view.h"
#include "lode-marker-layer.h"
#include "lode-shape-layer.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Pixels to keep free around what is shown, and at the lower end of the view. */
#define LODE_MAP_SHOW_PADDING 60
#define LODE_MAP_BOTTOM_RESERVED 40

/* What a person does with a map view: keys, clicks and actions. Holds no references: it belongs to
 * the view, and is freed before its parts are. */
typedef struct _LodeMapInput LodeMapInput;

LodeMapInput *lode_map_input_new             (LodeMapView *view, ShumateMap *map,
                                              LodeMarkerLayer *marker_layer,
                                              LodeShapeLayer *shape_layer,
                                              LodeMapCamera *camera);
void          lode_map_input_free            (LodeMapInput *self);
/* The view has been allocated: what lies over it goes along. */
void          lode_map_input_present         (LodeMapInput *self);
/* The actions that LodeMapView's documentation names. */
void          lode_map_input_install_actions (GtkWidgetClass *widget_class);
/* Enables those that can do something now. */
void          lode_map_input_update_actions  (LodeMapView *view, ShumateViewport *viewport);

G_END_DECLS

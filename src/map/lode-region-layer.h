/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-place.h"

#include <gio/gio.h>
#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeRegionLayer:
 *
 * Lights the regions of the selected place and, more faintly, of those that are pointed at.
 */
#define LODE_TYPE_REGION_LAYER (lode_region_layer_get_type ())
G_DECLARE_FINAL_TYPE (LodeRegionLayer, lode_region_layer, LODE, REGION_LAYER, ShumateLayer)

/* Floating; the viewport is that of the map the layer is added to. */
LodeRegionLayer *lode_region_layer_new          (ShumateViewport *viewport);
/* NULL: none. Keeps a reference. */
void             lode_region_layer_set_selected (LodeRegionLayer *self, LodePlace *place);
/* Of LodePlace; NULL: none. What it holds now counts, later changes do not. */
void             lode_region_layer_set_lit      (LodeRegionLayer *self, GListModel *places);
/* How strongly the place is lit, or will be when it has faded in: 0 (not) to 1. */
double           lode_region_layer_get_strength (LodeRegionLayer *self, LodePlace *place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-projection.h"
#include "lode-place.h"

G_BEGIN_DECLS

/**
 * LodeRegionLight:
 *
 * The light on one place: its own shape or its region filled and outlined, painted once per zoom
 * level; or where the place lies in no region, a soft glow.
 */
typedef struct _LodeRegionLight LodeRegionLight;

LodeRegionLight *lode_region_light_new          (LodePlace *place);
void             lode_region_light_free         (LodeRegionLight *self);
LodePlace       *lode_region_light_get_place    (LodeRegionLight *self);
/* The region's index for lode_basemap_visit_region(), or -1: a glow. */
int              lode_region_light_find_region  (LodePlace *place);
/* In the snapshot of the widget, whose colour the light has. */
void             lode_region_light_snapshot     (LodeRegionLight         *self,
                                                 GtkSnapshot             *snapshot,
                                                 const LodeMapProjection *projection,
                                                 const GdkRGBA           *colour,
                                                 double                   strength,
                                                 GtkWidget               *widget);
/* What it would take to hold the place in view, and how large it is at least: the region, or the
 * surroundings of a place at sea. FALSE: the place is a point. */
gboolean         lode_region_light_get_box      (LodePlace *place, LodeWorldBox *box);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap-data.h"
#include "lode-map-style.h"
#include "lode-tile-painter.h"

G_BEGIN_DECLS

gboolean lode_tile_paint_sea (cairo_t *cr, const LodeTileArea *area, const LodeGeo *geo,
                              LodeGeoPathLayer land, const LodeMapStyle *style);

G_END_DECLS

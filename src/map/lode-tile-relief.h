/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap-data.h"
#include "lode-map-style.h"
#include "lode-tile-painter.h"

G_BEGIN_DECLS

void lode_tile_set_relief_source (cairo_t *cr, const LodeTileArea *area, const LodeGeo *geo,
                                  const LodeMapStyle *style);

G_END_DECLS

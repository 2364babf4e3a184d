/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-style.h"
#include "lode-tile-painter.h"

G_BEGIN_DECLS

void lode_tile_graticule_paint (cairo_t *cr, const LodeTileArea *area, const LodeMapStyle *style);

G_END_DECLS

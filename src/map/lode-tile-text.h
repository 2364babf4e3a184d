/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-labels.h"

G_BEGIN_DECLS

void lode_tile_text_measure (cairo_t *cr, LodeLabel *label, int zoom);
void lode_tile_text_paint   (cairo_t *cr, const LodeLabel *label, const LodeTileArea *area,
                             gint64 left, const LodeMapStyle *style);

G_END_DECLS

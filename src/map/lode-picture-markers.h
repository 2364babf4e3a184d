/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-place.h"
#include "lode-tile-painter.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Places on a picture of the map: callouts as in the window where there is room for them, and dots
 * for the others. places: of LodePlace. counts: of statements by place; NULL: as the places say. The context's unit is a widget pixel, its origin the map's
 * corner. */
void lode_picture_markers_draw    (cairo_t *cr, GPtrArray *places, GHashTable *counts,
                                   const LodeTileArea *area, int width, int height);
/* The topic's tile, with its upper left corner there. size: of each side. */
void lode_picture_draw_topic_tile (cairo_t *cr, LodeTopic *topic, double x, double y, double size);

G_END_DECLS

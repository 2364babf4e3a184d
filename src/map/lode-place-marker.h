/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker.h"

G_BEGIN_DECLS

/**
 * LodePlaceMarker:
 *
 * A place's callout: its topics as tiles, its name, its count of statements, and a tip that points
 * at the place from wherever the callout stands. As a pin, a tile on the place itself.
 */
#define LODE_TYPE_PLACE_MARKER (lode_place_marker_get_type ())
G_DECLARE_FINAL_TYPE (LodePlaceMarker, lode_place_marker, LODE, PLACE_MARKER, LodeMarker)

/* Floating; without a place. */
LodeMarker *lode_place_marker_new (void);

G_END_DECLS

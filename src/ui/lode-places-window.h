/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodePlacesWindow:
 *
 * All that the map shows, as a list to search: for whoever does not see the map, or knows the name.
 * It follows the map's places.
 *
 * Signal "place-activated" (LodePlace): one was chosen; the window has closed.
 */
#define LODE_TYPE_PLACES_WINDOW (lode_places_window_get_type ())
G_DECLARE_FINAL_TYPE (LodePlacesWindow, lode_places_window, LODE, PLACES_WINDOW, AdwWindow)

GtkWidget *lode_places_window_new (GtkWindow   *parent,
                                   LodeMapView *map_view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-area.h"
#include "lode-background.h"
#include "lode-camera-pose.h"
#include "lode-map-picture.h"
#include "lode-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LODE_TYPE_MAP_NAMES (lode_map_names_get_type ())
GType lode_map_names_get_type (void);

/**
 * LodeMapView:
 *
 * The map with its markers, the lit region, buttons, scale bar and credit line.
 *
 * Properties (all notify):
 * - "places" (GListModel of LodePlace, nullable): what has a marker.
 * - "selected-place" (LodePlace, nullable, read and write): its region is lit, its marker shown as
 *   selected. A click on the sea or Escape sets it to NULL. Setting it does not move the map.
 * - "lit-places" (GListModel of LodePlace, nullable): places to point at for a moment, because
 *   their statement is under the pointer.
 * - "findings" (LodeFindings, nullable): how many statements name each place; NULL: all
 *   that do.
 * - "dark", "high-contrast", "graticule" (boolean), "place-names" (LodeMapNames): the base map's
 *   look.
 * - "background" (LodeBackground, nullable): the reader's own map, over the built-in one.
 * - "pending-tiles" (uint, read only): 0 when the map is complete.
 *
 * Signal "place-activated" (LodePlace): a marker was clicked, or Enter pressed on it, also when it
 * was selected already.
 * Signal "moved": another part of the country is in view; with each frame while it moves.
 *
 * Actions: "map.zoom-in", "map.zoom-out", "map.home", "map.clear-selection".
 */
#define LODE_TYPE_MAP_VIEW (lode_map_view_get_type ())
G_DECLARE_FINAL_TYPE (LodeMapView, lode_map_view, LODE, MAP_VIEW, GtkWidget)

GtkWidget  *lode_map_view_new                (void);
GListModel *lode_map_view_get_places         (LodeMapView *self);
void        lode_map_view_set_places         (LodeMapView *self, GListModel *places);
LodePlace  *lode_map_view_get_selected_place (LodeMapView *self);
void        lode_map_view_set_selected_place (LodeMapView *self, LodePlace *place);
GListModel *lode_map_view_get_lit_places     (LodeMapView *self);
void        lode_map_view_set_lit_places     (LodeMapView *self, GListModel *places);
LodeFindings *lode_map_view_get_findings (LodeMapView *self);
void        lode_map_view_set_findings   (LodeMapView *self, LodeFindings *findings);
gboolean    lode_map_view_get_dark           (LodeMapView *self);
void        lode_map_view_set_dark           (LodeMapView *self, gboolean dark);
/* The look of the base map: all of the above, and what is set by properties alone. */
LodeMapTheme lode_map_view_get_theme         (LodeMapView *self);
/* What is seen now, for saving: those places that have markers, and whose dataset this is. */
LodeMapPicture *lode_map_view_create_picture (LodeMapView *self, LodeDataset *dataset);
guint       lode_map_view_get_pending_tiles  (LodeMapView *self);
/* Whether the last frame showed a tile in all parts of the view. */
gboolean    lode_map_view_is_painted         (LodeMapView *self);
/* Begins to paint what will be seen first, before the map itself is on screen. The size, in widget
 * pixels, may be a guess: a wrong one costs time, nothing else. */
void        lode_map_view_prepare            (LodeMapView *self, int width, int height);
/* The same before there is a view, or a display: what is guessed right is there when it is prepared.
 * Once in a process. */
void        lode_map_view_guess              (int width, int height, LodeMapTheme theme);
/* Moves so that the place and what is around it are in view; animated unless motion is reduced. */
void        lode_map_view_show_place         (LodeMapView *self, LodePlace *place);
/* What is in view now. */
LodeArea    lode_map_view_get_area           (LodeMapView *self);
/* Moves so that the area just fits; it must be on screen. */
void        lode_map_view_show_area          (LodeMapView *self, const LodeArea *area);
/* Where the map looks, or will when it has come to rest. FALSE: nobody has moved it, and it shows
 * the whole country. */
gboolean    lode_map_view_get_pose           (LodeMapView *self, LodeCameraPose *pose);
/* At once; also before the map is on screen, which then begins there. */
void        lode_map_view_set_pose           (LodeMapView *self, LodeCameraPose pose);
/* The whole country, the Chathams included. */
void        lode_map_view_go_home            (LodeMapView *self);
void        lode_map_view_zoom_in            (LodeMapView *self);
void        lode_map_view_zoom_out           (LodeMapView *self);
/* Selects the place, and emits "place-activated". */
void        lode_map_view_activate_place     (LodeMapView *self, LodePlace *place);
/* Moves the keyboard focus to that place's marker; FALSE: it has none in view. */
gboolean    lode_map_view_focus_place        (LodeMapView *self, LodePlace *place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LODE_PANEL_MIN_WIDTH 320
#define LODE_PANEL_MAX_WIDTH 900

/**
 * LodePanelResizer:
 *
 * The line between map and panel, which can be dragged or moved with the arrow keys.
 *
 * Property "panel-width" (int, widget pixels): the width that the panel has.
 * Signal "resize" (int, widget pixels): the reader asks for another width; whoever owns the panel
 * decides, and sets the property.
 */
#define LODE_TYPE_PANEL_RESIZER (lode_panel_resizer_get_type ())
G_DECLARE_FINAL_TYPE (LodePanelResizer, lode_panel_resizer, LODE, PANEL_RESIZER, GtkWidget)

int  lode_panel_resizer_get_panel_width (LodePanelResizer *self);
void lode_panel_resizer_set_panel_width (LodePanelResizer *self, int panel_width);

G_END_DECLS

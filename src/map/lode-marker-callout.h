/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker-placement.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeMarkerCallout:
 * @width: of the box, pixels
 * @height: of the box, pixels
 * @inset: how much smaller the box is drawn on each side, pixels
 * @placement: where the place lies
 * @background: of the box
 * @outline: of its edge
 * @line: of a leading line
 * @outline_width: pixels, outside of the box
 * @dashed: the outline is
 * @shadow: opacity of the shadow around the box
 * @scale: device pixels a pixel
 *
 * The shape that a marker's content stands on: a rounded box with a tip, in one piece.
 */
typedef struct
{
  double              width;
  double              height;
  double              inset;
  LodeMarkerPlacement placement;
  GdkRGBA             background;
  GdkRGBA             outline;
  GdkRGBA             line;
  double              outline_width;
  gboolean            dashed;
  double              shadow;
  int                 scale;
} LodeMarkerCallout;

/* Draws it with its shadow, the box's upper left corner at the origin. */
void           lode_marker_callout_draw  (const LodeMarkerCallout *self, cairo_t *cr);
/* Paints it, with its shadow, to be drawn by the widget, at whose origin the box's upper left corner
 * is: a node that the caller owns. */
GskRenderNode *lode_marker_callout_paint (const LodeMarkerCallout *self, GtkWidget *widget);

G_END_DECLS

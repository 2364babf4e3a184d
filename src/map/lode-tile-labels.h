/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-style.h"
#include "lode-tile-painter.h"

G_BEGIN_DECLS

/* A name with its place on the map, in widget pixels from the world's corner at one zoom level.
 * When the map is magnified, the anchor stays where it is on the map and all else keeps its
 * distance from it in pixels: a name stays beside its dot. */
typedef struct
{
  LodeLabelKind kind;
  const char *text;  /* NULL: only the symbol is drawn */
  const char *below; /* a second, smaller line, or NULL */
  double x;          /* the text's centre */
  double y;
  double width;
  double height;
  double angle;    /* clockwise, in radians */
  double anchor_x; /* the symbol, the point of the river, or the text's centre */
  double anchor_y;
  double symbol_x;
  double symbol_y;
  double symbol_size; /* radius, 0: no symbol */
} LodeLabel;

typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} LodeLabelBox;

/* Around a name, to the next; widget pixels. */
#define LODE_LABEL_PADDING 3.0

gboolean     lode_label_box_overlaps       (const LodeLabelBox *a, const LodeLabelBox *b);
LodeLabelBox lode_label_box_grow           (LodeLabelBox box, double by);
/* Moves it to whole pixels, so that a name looks the same wherever it stands. */
void         lode_label_settle             (LodeLabel *label);
GArray      *lode_tile_labels_get          (int zoom, LodeMapNames names);
LodeLabelBox lode_tile_labels_get_text_box (const LodeLabel *label);
LodeLabelBox lode_tile_labels_get_symbol_box (const LodeLabel *label);
LodeLabel    lode_tile_labels_magnify      (const LodeLabel *label, double magnification);
void         lode_tile_labels_paint        (cairo_t *cr, const LodeTileArea *area,
                                            const LodeMapStyle *style);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-style.h"
#include "lode-tile-painter.h"

G_BEGIN_DECLS

/* A name with its place on the map, in widget pixels from the world's corner at one zoom level. */
typedef struct
{
  LodeLabelKind kind;
  const char *text;  /* NULL: only the symbol is drawn */
  const char *below; /* a second, smaller line, or NULL */
  double x;          /* the text's centre */
  double y;
  double width;
  double height;
  double angle; /* clockwise, in radians */
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

GArray      *lode_tile_labels_get          (int zoom);
LodeLabelBox lode_tile_labels_get_text_box (const LodeLabel *label);
void         lode_tile_labels_paint        (cairo_t *cr, const LodeTileArea *area,
                                            const LodeMapStyle *style);

G_END_DECLS

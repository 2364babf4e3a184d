/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* How a piece of text in a picture is set. */
typedef struct
{
  double size; /* pixels */
  int weight;  /* as PangoWeight */
  int width;   /* pixels, where lines are broken; 0: not at all */
  GdkRGBA colour;
} LodePictureText;

/* text is plain, never markup. Returns the height, in pixels; width may be NULL. */
double lode_picture_text_measure (cairo_t *cr, const LodePictureText *self, const char *text,
                                  double *width);
/* With its upper left corner there. */
double lode_picture_text_draw    (cairo_t *cr, const LodePictureText *self, const char *text,
                                  double x, double y);

G_END_DECLS

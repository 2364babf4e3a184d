/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-labels.h"

#include "lode-label-placement.h"
#include "lode-tile-source.h"
#include "lode-tile-text.h"

#include <math.h>

/* Names are placed for the whole country at once, the most important first, each where it hides
 * nothing: so they do not depend on which tile asks. A tile then paints those that touch it, and a
 * name across a border is painted, whole, by both. */

/* On whole pixels, so that a name looks the same wherever it stands. */
void
lode_label_settle (LodeLabel *label)
{
  label->x = floor (label->x - label->width / 2) + label->width / 2;
  label->y = floor (label->y - label->height / 2) + label->height / 2;
}

gboolean
lode_label_box_overlaps (const LodeLabelBox *a, const LodeLabelBox *b)
{
  return a->x0 < b->x1 && a->x1 > b->x0 && a->y0 < b->y1 && a->y1 > b->y0;
}

LodeLabelBox
lode_label_box_grow (LodeLabelBox box, double by)
{
  return (LodeLabelBox){ box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by };
}

static void
paint_symbol (cairo_t *cr, const LodeLabel *label, const LodeMapStyle *style)
{
  double x = label->symbol_x, y = label->symbol_y, size = label->symbol_size;

  cairo_new_path (cr);
  if (label->kind == LODE_LABEL_PEAK)
    {
      cairo_move_to (cr, x - size, y + size * 0.75);
      cairo_line_to (cr, x, y - size);
      cairo_line_to (cr, x + size, y + size * 0.75);
      cairo_close_path (cr);
      lode_map_style_set_source (cr, style->peak);
    }
  else
    {
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
      lode_map_style_set_source (cr, style->dot);
    }
  cairo_save (cr);
  lode_map_style_set_source (cr, style->dot_rim);
  cairo_set_line_width (cr, 2);
  cairo_stroke_preserve (cr);
  cairo_restore (cr);
  lode_map_style_set_source (cr, label->kind == LODE_LABEL_PEAK ? style->peak : style->dot);
  cairo_fill (cr);
}

/**
 * lode_tile_labels_get:
 * @zoom: zoom level, 0 to %LODE_TILE_MAX_ZOOM
 * @names: in which language
 *
 * All names of the country at a zoom level, the most important first. The first call for a zoom
 * level and a language places them; others wait for it. Any thread.
 *
 * Returns: (transfer none) (element-type LodeLabel): never changes
 */
GArray *
lode_tile_labels_get (int zoom, LodeMapNames names)
{
  static gsize all[LODE_MAP_N_NAMES][LODE_TILE_MAX_ZOOM + 1];
  gsize *placed;

  g_return_val_if_fail (zoom >= 0 && zoom <= LODE_TILE_MAX_ZOOM, NULL);
  g_return_val_if_fail (names < LODE_MAP_N_NAMES, NULL);

  placed = &all[names][zoom];
  if (g_once_init_enter (placed))
    g_once_init_leave (placed, GPOINTER_TO_SIZE (lode_label_placement_make (zoom, names)));
  return GSIZE_TO_POINTER (*placed);
}

/**
 * lode_tile_labels_get_text_box:
 * @label: a name
 *
 * Returns: the box around the text, turned if it is; without the halo
 */
LodeLabelBox
lode_tile_labels_get_text_box (const LodeLabel *label)
{
  double cosine = fabs (cos (label->angle)), sine = fabs (sin (label->angle));
  double x = (label->width * cosine + label->height * sine) / 2;
  double y = (label->width * sine + label->height * cosine) / 2;

  return (LodeLabelBox){ label->x - x, label->y - y, label->x + x, label->y + y };
}

/**
 * lode_tile_labels_get_symbol_box:
 * @label: a name
 *
 * Returns: the box around the symbol, empty if there is none; without its rim
 */
LodeLabelBox
lode_tile_labels_get_symbol_box (const LodeLabel *label)
{
  return (LodeLabelBox){ label->symbol_x - label->symbol_size, label->symbol_y - label->symbol_size,
                         label->symbol_x + label->symbol_size,
                         label->symbol_y + label->symbol_size };
}

/**
 * lode_tile_labels_magnify:
 * @label: a name
 * @magnification: how much larger the map is than at the label's zoom level, 1 to 2
 *
 * Names are as far apart, or farther, as they are not magnified with the map.
 *
 * Returns: the name where it stands then, in widget pixels from the corner of the magnified world,
 *   on a whole pixel if it is not turned
 */
LodeLabel
lode_tile_labels_magnify (const LodeLabel *label, double magnification)
{
  double dx = label->anchor_x * (magnification - 1), dy = label->anchor_y * (magnification - 1);
  LodeLabel moved = *label;

  moved.anchor_x += dx;
  moved.anchor_y += dy;
  moved.symbol_x += dx;
  moved.symbol_y += dy;
  moved.x += dx;
  moved.y += dy;
  if (magnification != 1 && moved.angle == 0)
    lode_label_settle (&moved);
  return moved;
}

/**
 * lode_tile_labels_paint:
 * @cr: a cairo context in device pixels of the area
 * @area: what to paint
 * @style: colours
 *
 * Paints the names and symbols that touch the area, the least important first.
 */
void
lode_tile_labels_paint (cairo_t *cr, const LodeTileArea *area, const LodeMapStyle *style)
{
  double magnification = lode_tile_area_get_magnification (area), scale = area->scale;
  GArray *labels = lode_tile_labels_get (area->zoom, area->theme.names);

  for (int copy = -1; copy <= 1; copy++)
    {
      gint64 left = area->left - copy * (gint64) lode_tile_area_get_world (area);
      LodeLabelBox view = { left / scale, area->top / scale, (left + area->width) / scale,
                            (area->top + area->height) / scale };

      for (guint i = labels->len; i > 0; i--)
        {
          const LodeLabel label = lode_tile_labels_magnify (
              &g_array_index (labels, LodeLabel, i - 1), magnification);
          LodeLabelBox text = lode_label_box_grow (lode_tile_labels_get_text_box (&label),
                                                   LODE_LABEL_PADDING);
          LodeLabelBox symbol = lode_label_box_grow (lode_tile_labels_get_symbol_box (&label), 2);

          if (label.symbol_size > 0 && lode_label_box_overlaps (&symbol, &view))
            {
              cairo_save (cr);
              cairo_scale (cr, scale, scale);
              cairo_translate (cr, -view.x0, -view.y0);
              paint_symbol (cr, &label, style);
              cairo_restore (cr);
            }
          if (label.text != NULL && lode_label_box_overlaps (&text, &view))
            lode_tile_text_paint (cr, &label, area, left, style);
        }
    }
}

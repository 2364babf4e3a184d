/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-graticule.h"

#include "lode-basemap.h"
#include "lode-tile-labels.h"
#include "lode-tile-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lines of longitude and latitude: straight in Mercator. A number stands where two lines cross and
 * no name is; whether one is does not depend on the tile, so that neighbours agree. */

#define GAP 3 /* from a line to its number, widget pixels */

/* Degrees between two lines, by zoom level. */
static const double steps[] = { 30, 30, 20, 10, 10, 5, 2, 1, 1, 0.5, 0.2, 0.1, 0.1 };

typedef struct
{
  cairo_t *cr;
  const LodeTileArea *area;
  const LodeMapStyle *style;
  double world; /* device pixels */
  double step;
} Graticule;

static double
get_x (const Graticule *self, double longitude)
{
  return lode_world_x_from_longitude (longitude) * self->world;
}

static double
get_y (const Graticule *self, double latitude)
{
  return lode_world_y_from_latitude (latitude) * self->world;
}

/* Number of the first line at or east of, or north of, a place. */
static int
find_line (const Graticule *self, double degrees)
{
  return (int) ceil (degrees / self->step);
}

static char *
format_longitude (double longitude)
{
  double folded = longitude - 360 * floor ((longitude + 180) / 360);

  if (folded == -180)
    return g_strdup ("180°");
  /* Translators: a longitude on the map: degrees east, degrees west */
  return g_strdup_printf (folded < 0 ? _("%g° W") : _("%g° E"), fabs (folded));
}

static char *
format_latitude (double latitude)
{
  /* Translators: a latitude on the map: degrees south, degrees north */
  return g_strdup_printf (latitude < 0 ? _("%g° S") : _("%g° N"), fabs (latitude));
}

static gboolean
hits_name (const Graticule *self, LodeLabelBox box)
{
  GArray *labels = lode_tile_labels_get (self->area->zoom, self->area->theme.names);
  double magnification = lode_tile_area_get_magnification (self->area);
  double width = self->world / self->area->scale;

  for (guint i = 0; i < labels->len; i++)
    {
      LodeLabel label
          = lode_tile_labels_magnify (&g_array_index (labels, LodeLabel, i), magnification);
      LodeLabelBox text = lode_tile_labels_get_text_box (&label);
      double shift = width * floor ((box.x0 - label.anchor_x) / width + 0.5);

      if (label.text != NULL && box.x0 < text.x1 + shift + GAP && box.x1 > text.x0 + shift - GAP
          && box.y0 < text.y1 + GAP && box.y1 > text.y0 - GAP)
        return TRUE;
    }
  return FALSE;
}

/* x, y: the crossing, in widget pixels. Beside the meridian, above or below the parallel. */
static void
paint_number (const Graticule *self, const char *text, double x, double y, gboolean above)
{
  LodeLabel label = { .kind = LODE_LABEL_GRATICULE, .text = text };
  LodeLabelBox box;

  lode_tile_text_measure (self->cr, &label, self->area->zoom);
  label.x = round (x) + GAP + label.width / 2;
  label.y = round (y) + (above ? -1 : 1) * (label.height / 2 + 1);
  box = lode_tile_labels_get_text_box (&label);
  if (!hits_name (self, box))
    lode_tile_text_paint (self->cr, &label, self->area, self->area->left, self->style);
}

static void
paint_crossing (const Graticule *self, double longitude, double latitude)
{
  g_autofree char *across = format_latitude (latitude);
  g_autofree char *along = format_longitude (longitude);
  double x = get_x (self, longitude) / self->area->scale;
  double y = get_y (self, latitude) / self->area->scale;

  paint_number (self, across, x, y, TRUE);
  paint_number (self, along, x, y, FALSE);
}

static void
stroke_lines (const Graticule *self, int west, int east, int south, int north)
{
  double width = lode_map_style_get_line_width (LODE_LINE_GRATICULE, self->area->zoom)
                 * self->style->line_width * self->area->scale;

  cairo_new_path (self->cr);
  for (int i = west; i <= east; i++)
    {
      double x = floor (get_x (self, i * self->step)) - self->area->left + 0.5;

      cairo_move_to (self->cr, x, 0);
      cairo_line_to (self->cr, x, self->area->height);
    }
  for (int i = south; i <= north; i++)
    {
      double y = floor (get_y (self, i * self->step)) - self->area->top + 0.5;

      cairo_move_to (self->cr, 0, y);
      cairo_line_to (self->cr, self->area->width, y);
    }
  lode_map_style_set_source (self->cr, self->style->lines[LODE_LINE_GRATICULE]);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

/**
 * lode_tile_graticule_paint:
 * @cr: a cairo context in device pixels of the area
 * @area: what to paint
 * @style: colours
 *
 * Paints the lines of longitude and latitude and their numbers. Degrees are WGS 84.
 */
void
lode_tile_graticule_paint (cairo_t *cr, const LodeTileArea *area, const LodeMapStyle *style)
{
  Graticule self = {
    .cr = cr,
    .area = area,
    .style = style,
    .world = lode_tile_area_get_world (area),
    .step = steps[MIN (area->zoom, (int) G_N_ELEMENTS (steps) - 1)],
  };
  /* As far as a number reaches into the area from beyond it. */
  double reach = 80 * area->scale;
  double left = area->left - reach, right = area->left + area->width;
  double top = area->top - reach / 2, bottom = area->top + area->height + reach / 2;
  int west = find_line (&self, lode_longitude_from_world_x (left / self.world));
  int east = find_line (&self, lode_longitude_from_world_x (right / self.world));
  int south = find_line (&self, lode_latitude_from_world_y (bottom / self.world));
  int north = find_line (&self, lode_latitude_from_world_y (top / self.world));

  stroke_lines (&self, west, east, south, north);
  for (int i = west; i <= east; i++)
    for (int j = south; j <= north; j++)
      paint_crossing (&self, i * self.step, j * self.step);
}

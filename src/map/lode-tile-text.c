/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* A name is filled once into a mask, and its halo is that mask grown: stroking the outlines of the
 * letters takes three times as long. The mask lies on whole device pixels of the world, not of the
 * tile, so that all tiles paint the same. */

#define FONT_FAMILY "Cantarell, Noto Sans, DejaVu Sans, sans"
#define BELOW_SIZE 0.82 /* of the second line, to the first */

/* In widget pixels: where the halo ends. It is solid for a good half of that. */
#define HALO_RADIUS 2.5
#define HALO_GAIN 1.5
#define MAX_REACH 16

/* Capitals by Unicode alone: the reader's locale must not change a name. */
static char *
make_upper_case (const char *text)
{
  GString *upper = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (upper, g_unichar_toupper (g_utf8_get_char (text)));
  return g_string_free (upper, FALSE);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start)
{
  attribute->start_index = start;
  pango_attr_list_insert (list, attribute);
}

/* Metrics are not hinted: a name is as wide at any scale, and drawn as it was measured. */
static PangoLayout *
create_layout (cairo_t *cr, LodeLabelKind kind, const char *text, const char *below, int zoom)
{
  const LodeLabelStyle *style = lode_map_style_get_label (kind);
  double size = lode_map_style_get_label_size (kind, zoom) * PANGO_SCALE;
  g_autofree char *first = style->upper_case ? make_upper_case (text) : g_strdup (text);
  g_autofree char *both = g_strjoin ("\n", first, below, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, FONT_FAMILY);
  pango_font_description_set_absolute_size (font, size);
  pango_font_description_set_weight (font, style->weight);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (style->letter_spacing > 0)
    add_attribute (attributes,
                   pango_attr_letter_spacing_new ((int) (style->letter_spacing * PANGO_SCALE)), 0);
  if (below != NULL)
    {
      add_attribute (attributes, pango_attr_size_new_absolute ((int) (size * BELOW_SIZE)),
                     strlen (first));
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), strlen (first));
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, both, -1);
  return layout;
}

/* Grey-scale dilation of a line of bytes with a parabola, which makes round what two passes, along
 * and across, grow. */
static void
grow_line (guint8 *line, int length, int stride, const int *fall, int reach, guint8 *copy)
{
  for (int i = 0; i < length; i++)
    copy[i] = line[i * stride];
  for (int i = 0; i < length; i++)
    {
      int most = copy[i];

      for (int away = 1; away <= reach; away++)
        {
          int before = i >= away ? copy[i - away] : 0;
          int after = i + away < length ? copy[i + away] : 0;

          most = MAX (most, MAX (before, after) - fall[away]);
        }
      line[i * stride] = (guint8) most;
    }
}

static cairo_surface_t *
create_halo (cairo_surface_t *text, double radius)
{
  int width = cairo_image_surface_get_width (text);
  int height = cairo_image_surface_get_height (text);
  int stride = cairo_image_surface_get_stride (text);
  cairo_surface_t *halo = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  g_autofree guint8 *copy = g_malloc (MAX (width, height));
  int reach = MIN ((int) ceil (radius), MAX_REACH);
  guint8 *pixels = cairo_image_surface_get_data (halo);
  int fall[MAX_REACH + 1];

  for (int i = 0; i <= reach; i++)
    fall[i] = (int) (255 * (i / radius) * (i / radius));

  memcpy (pixels, cairo_image_surface_get_data (text), (gsize) stride * height);
  for (int y = 0; y < height; y++)
    grow_line (pixels + y * stride, width, 1, fall, reach, copy);
  for (int x = 0; x < width; x++)
    grow_line (pixels + x, height, stride, fall, reach, copy);
  for (int i = 0; i < stride * height; i++)
    pixels[i] = (guint8) MIN (pixels[i] * HALO_GAIN, 255);
  cairo_surface_mark_dirty (halo);
  return halo;
}

static gboolean
is_on_water (LodeLabelKind kind)
{
  return (kind >= LODE_LABEL_OCEAN && kind <= LODE_LABEL_LAKE) || kind == LODE_LABEL_GRATICULE;
}

static void
paint_pixels (cairo_t *cr, const LodeLabel *label, const LodeTileArea *area, gint64 left,
              const LodeMapStyle *style)
{
  int scale = area->scale;
  LodeLabelBox box = lode_tile_labels_get_text_box (label);
  double radius = HALO_RADIUS * scale;
  double x = floor (box.x0 * scale - radius), y = floor (box.y0 * scale - radius);
  int width = (int) (ceil (box.x1 * scale + radius) - x);
  int height = (int) (ceil (box.y1 * scale + radius) - y);
  cairo_surface_t *text = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_surface_t *halo;
  cairo_t *mask = cairo_create (text);
  g_autoptr (PangoLayout) layout = NULL;

  cairo_set_tolerance (mask, 0.25);
  cairo_translate (mask, -x, -y);
  cairo_scale (mask, scale, scale);
  cairo_translate (mask, label->x, label->y);
  cairo_rotate (mask, label->angle);
  cairo_move_to (mask, -label->width / 2, -label->height / 2);
  layout = create_layout (mask, label->kind, label->text, label->below, area->zoom);
  pango_cairo_layout_path (mask, layout);
  cairo_fill (mask);
  cairo_destroy (mask);
  cairo_surface_flush (text);

  halo = create_halo (text, radius);
  lode_map_style_set_source (cr, is_on_water (label->kind) ? style->sea_halo : style->land_halo);
  cairo_mask_surface (cr, halo, x - left, y - area->top);
  lode_map_style_set_source (cr, style->texts[label->kind]);
  cairo_mask_surface (cr, text, x - left, y - area->top);

  cairo_surface_destroy (halo);
  cairo_surface_destroy (text);
}

/* Letters stay letters. */
static void
paint_shapes (cairo_t *cr, const LodeLabel *label, const LodeTileArea *area, gint64 left,
              const LodeMapStyle *style)
{
  g_autoptr (PangoLayout) layout = NULL;

  cairo_save (cr);
  cairo_translate (cr, label->x - left, label->y - area->top);
  cairo_rotate (cr, label->angle);
  layout = create_layout (cr, label->kind, label->text, label->below, area->zoom);

  cairo_move_to (cr, -label->width / 2, -label->height / 2);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.4 * HALO_RADIUS);
  lode_map_style_set_source (cr, is_on_water (label->kind) ? style->sea_halo : style->land_halo);
  cairo_stroke (cr);

  cairo_move_to (cr, -label->width / 2, -label->height / 2);
  lode_map_style_set_source (cr, style->texts[label->kind]);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/**
 * lode_tile_text_measure:
 * @cr: any cairo context
 * @label: a name; its width and height are set
 * @zoom: zoom level
 *
 * Measures the text, in widget pixels; it is as large at any scale.
 */
void
lode_tile_text_measure (cairo_t *cr, LodeLabel *label, int zoom)
{
  g_autoptr (PangoLayout) layout
      = create_layout (cr, label->kind, label->text, label->below, zoom);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  label->width = (double) logical.width / PANGO_SCALE;
  label->height = (double) logical.height / PANGO_SCALE;
}

/**
 * lode_tile_text_paint:
 * @cr: a cairo context in device pixels of the area
 * @label: a name
 * @area: what is painted
 * @left: of the context, in device pixels from the corner of the world that @label is in
 * @style: colours
 *
 * Paints the text and its halo.
 */
void
lode_tile_text_paint (cairo_t *cr, const LodeLabel *label, const LodeTileArea *area, gint64 left,
                      const LodeMapStyle *style)
{
  if (area->vector)
    paint_shapes (cr, label, area, left, style);
  else
    paint_pixels (cr, label, area, left, style);
}

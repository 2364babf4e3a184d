/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-picture-text.h"

#include "lode-shown-text.h"

static PangoLayout *
create_layout (cairo_t *cr, const LodePictureText *self, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autofree char *shown = lode_shown_text_dup (text);

  /* As wide on paper and at any scale as on the screen. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, "Cantarell, Noto Sans, DejaVu Sans, sans");
  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_font_description_set_weight (font, self->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (self->width > 0)
    {
      pango_layout_set_width (layout, self->width * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (layout, shown, -1);
  return layout;
}

double
lode_picture_text_measure (cairo_t *cr, const LodePictureText *self, const char *text,
                           double *width)
{
  g_autoptr (PangoLayout) layout = create_layout (cr, self, text);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  return (double) logical.height / PANGO_SCALE;
}

double
lode_picture_text_draw (cairo_t *cr, const LodePictureText *self, const char *text, double x,
                        double y)
{
  g_autoptr (PangoLayout) layout = create_layout (cr, self, text);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  gdk_cairo_set_source_rgba (cr, &self->colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  return (double) logical.height / PANGO_SCALE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-style.h"

#include <math.h>

/* Contrast as WCAG 2.1 defines it (relative luminance, success criteria 1.4.3 and 1.4.6). */

static const LodeMapTheme themes[] = {
  { .dark = FALSE },
  { .dark = TRUE },
  { .dark = FALSE, .high_contrast = TRUE },
  { .dark = TRUE, .high_contrast = TRUE },
};

static double
get_luminance (guint32 colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (int i = 0; i < 3; i++)
    {
      double part = (colour >> (24 - 8 * i) & 0xff) / 255.0;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (guint32 a, guint32 b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static guint32
blend (guint32 below, guint32 above)
{
  double alpha = (above & 0xff) / 255.0;
  guint32 mixed = 0;

  for (int shift = 24; shift >= 8; shift -= 8)
    mixed |= (guint32) ((below >> shift & 0xff) * (1 - alpha) + (above >> shift & 0xff) * alpha)
             << shift;
  return mixed | 0xff;
}

/* A name's letters stand on its halo, and that on the worst of what may be below. */
static double
find_worst_contrast (const LodeMapStyle *style, LodeLabelKind kind)
{
  gboolean on_water = kind >= LODE_LABEL_OCEAN && kind <= LODE_LABEL_LAKE;
  double worst = G_MAXDOUBLE;

  if (on_water)
    {
      const guint32 waters[] = { style->sea, style->lake };

      for (guint i = 0; i < G_N_ELEMENTS (waters); i++)
        worst = MIN (worst, get_contrast (style->texts[kind],
                                          blend (waters[i], style->sea_halo)));
      return worst;
    }

  for (guint i = 0; i < LODE_N_ELEVATIONS; i++)
    {
      guint32 halo = kind == LODE_LABEL_GRATICULE ? style->sea_halo : style->land_halo;

      worst = MIN (worst, get_contrast (style->texts[kind], blend (style->elevations[i], halo)));
    }
  return worst;
}

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    for (int kind = 0; kind < LODE_N_LABELS; kind++)
      {
        double contrast = find_worst_contrast (lode_map_style_get (themes[i]), kind);

        g_test_message ("theme %u, kind %d: %.2f", i, kind, contrast);
        g_assert_cmpfloat (contrast, >=, themes[i].high_contrast ? 7 : 4.5);
      }
}

/* Graphical objects: the shore and the dots (WCAG 1.4.11), 3 : 1. */
static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const LodeMapStyle *style = lode_map_style_get (themes[i]);
      double coast = get_contrast (style->lines[LODE_LINE_COAST], style->elevations[0]);
      double dot = get_contrast (style->dot, style->elevations[0]);

      g_test_message ("theme %u: coast %.2f, dot %.2f", i, coast, dot);
      g_assert_cmpfloat (coast, >=, themes[i].high_contrast ? 7 : 2.4);
      g_assert_cmpfloat (dot, >=, 4.5);
    }
}

static void
test_high_contrast_is_another (void)
{
  for (guint i = 0; i < 2; i++)
    {
      const LodeMapStyle *plain = lode_map_style_get (themes[i]);
      const LodeMapStyle *strong = lode_map_style_get (themes[i + 2]);

      g_assert_true (plain != strong);
      for (int kind = 0; kind < LODE_N_LABELS; kind++)
        g_assert_cmpfloat (find_worst_contrast (strong, kind), >,
                           find_worst_contrast (plain, kind));
      g_assert_cmpfloat (strong->line_width, >, plain->line_width);
      g_assert_cmpfloat (strong->relief, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-style/text", test_text);
  g_test_add_func ("/map-style/lines", test_lines);
  g_test_add_func ("/map-style/high-contrast-is-another", test_high_contrast_is_another);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-topic-colour.h"

#include <gtk/gtk.h>
#include <math.h>

#define MIN_CONTRAST 4.5

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA nearly_black = { 0.1f, 0.1f, 0.12f, 1 };

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance by WCAG 2.1. */
static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * linearise (colour->red) + 0.7152 * linearise (colour->green)
         + 0.0722 * linearise (colour->blue);
}

double
lode_colour_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double luminance_a = get_luminance (a) + 0.05;
  double luminance_b = get_luminance (b) + 0.05;

  return MAX (luminance_a, luminance_b) / MIN (luminance_a, luminance_b);
}

void
lode_colour_choose_text (GdkRGBA *background, GdkRGBA *text)
{
  g_return_if_fail (background != NULL);
  g_return_if_fail (text != NULL);

  background->alpha = 1;
  if (lode_colour_contrast (background, &white) < MIN_CONTRAST
      && lode_colour_contrast (background, &nearly_black) >= MIN_CONTRAST)
    {
      *text = nearly_black;
      return;
    }

  *text = white;
  while (lode_colour_contrast (background, &white) < MIN_CONTRAST)
    {
      background->red *= 0.96f;
      background->green *= 0.96f;
      background->blue *= 0.96f;
    }
}

void
lode_topic_get_colours (LodeTopic *topic, GdkRGBA *background, GdkRGBA *text)
{
  const char *given;

  g_return_if_fail (topic == NULL || LODE_IS_TOPIC (topic));

  given = topic != NULL ? lode_topic_get_colour (topic) : NULL;
  if (given == NULL || !gdk_rgba_parse (background, given))
    {
      guint hash = topic != NULL ? g_str_hash (lode_record_get_id (LODE_RECORD (topic))) : 0;
      float red, green, blue;

      gtk_hsv_to_rgb ((hash % 360) / 360.0f, topic != NULL ? 0.65f : 0, 0.62f, &red, &green,
                      &blue);
      *background = (GdkRGBA) { red, green, blue, 1 };
    }

  lode_colour_choose_text (background, text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lode-topic-colour.h"

static void
test_contrast (void)
{
  GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey;

  g_assert_cmpfloat_with_epsilon (lode_colour_contrast (&black, &white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (lode_colour_contrast (&white, &white), 1, 1e-6);
  /* The grey that is known as the lightest to pass on white. */
  g_assert_true (gdk_rgba_parse (&grey, "#767676"));
  g_assert_cmpfloat (lode_colour_contrast (&grey, &white), >=, 4.5);
  g_assert_true (gdk_rgba_parse (&grey, "#777777"));
  g_assert_cmpfloat (lode_colour_contrast (&grey, &white), <, 4.5);
}

static void
test_text (void)
{
  /* A cube of colours: all are legible, and those that were stay as they are. */
  for (int i = 0; i < 9 * 9 * 9; i++)
    {
      GdkRGBA given = { i % 9 / 8.0f, i / 9 % 9 / 8.0f, i / 81 / 8.0f, 1 };
      GdkRGBA background = given, text;

      lode_colour_choose_text (&background, &text);
      g_assert_cmpfloat (lode_colour_contrast (&background, &text), >=, 4.5);
      if (lode_colour_contrast (&given, &text) >= 4.5)
        g_assert_true (gdk_rgba_equal (&given, &background));
    }
}

static void
test_no_topic (void)
{
  GdkRGBA background, text;

  lode_topic_get_colours (NULL, &background, &text);
  g_assert_cmpfloat (background.red, ==, background.green);
  g_assert_cmpfloat (background.green, ==, background.blue);
  g_assert_cmpfloat (lode_colour_contrast (&background, &text), >=, 4.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic-colour/contrast", test_contrast);
  g_test_add_func ("/topic-colour/text", test_text);
  g_test_add_func ("/topic-colour/no-topic", test_no_topic);

  return g_test_run ();
}

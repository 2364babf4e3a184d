/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-shown-text.h"

#include <string.h>

/* U+202A to U+202E and U+2066 to U+2069, the explicit directional formatting of Unicode's Annex 9,
 * can make a screen say something else than the text does, and turn round what stands beside it.
 * They stay in the data, and on a screen something that can be seen stands for each. */

#define LENGTH 3 /* bytes of each of them, and of what stands for it */
#define STAND_IN "\xef\xbf\xbd" /* U+FFFD, replacement character */

static const char *
find_direction (const char *text)
{
  /* All of them, and little else, begin with this byte. */
  for (const char *at = strchr (text, '\xe2'); at != NULL; at = strchr (at + 1, '\xe2'))
    {
      const gunichar c = g_utf8_get_char (at);

      if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        return at;
    }

  return NULL;
}

/**
 * lode_shown_text_has_directions:
 * @text: UTF-8
 *
 * Returns: whether a character in it changes the direction of text
 */
gboolean
lode_shown_text_has_directions (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return find_direction (text) != NULL;
}

/**
 * lode_shown_text_dup:
 * @text: UTF-8
 *
 * Gets the text for a screen: invisible characters that change the direction of text can be seen in
 * it, and do nothing.
 *
 * Returns: (transfer full): as many bytes and as many code points, each where it was
 */
char *
lode_shown_text_dup (const char *text)
{
  char *shown;

  g_return_val_if_fail (text != NULL, NULL);

  shown = g_strdup (text);
  for (const char *at = find_direction (shown); at != NULL; at = find_direction (at))
    memcpy (shown + (at - shown), STAND_IN, LENGTH);

  return shown;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-string.h"

#include <string.h>

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit << 4 | (gunichar) g_ascii_xdigit_value (digits[i]);

  return unit;
}

/* Appends what the escape behind the backslash at @at stands for; gives its last byte. */
static const char *
append_escaped (GString *string, const char *at)
{
  static const char letters[] = "bfnrt";
  const char *letter;
  gunichar c;

  at++;
  if (*at == 'u')
    {
      c = read_unit (at + 1);
      at += 4;
      if ((c & 0xFC00) == 0xD800)
        {
          c = 0x10000 + ((c & 0x3FF) << 10) + (read_unit (at + 3) & 0x3FF);
          at += 6;
        }
      g_string_append_unichar (string, c);
      return at;
    }

  letter = strchr (letters, *at);
  g_string_append_c (string, letter != NULL ? "\b\f\n\r\t"[letter - letters] : *at);

  return at;
}

/**
 * lode_json_string_dup:
 * @start: the bytes between the quotation marks of a string that is right by RFC 8259
 * @length: how many
 *
 * Undoes the escapes of a JSON string.
 *
 * Returns: (transfer full): what the string means
 */
char *
lode_json_string_dup (const char *start, gsize length)
{
  const char *end = start + length;
  GString *string;

  if (memchr (start, '\\', length) == NULL)
    return g_strndup (start, length);

  string = g_string_sized_new (length);
  for (const char *at = start; at < end; at++)
    {
      if (*at == '\\')
        at = append_escaped (string, at);
      else
        g_string_append_c (string, *at);
    }

  return g_string_free (string, FALSE);
}

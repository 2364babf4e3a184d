/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Integers of so many digits fit 64 bits for certain. */
#define SAFE_DIGITS 18

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

static gboolean
is_representable (const char *start, gsize length, gboolean is_integer)
{
  g_autofree char *number = g_strndup (start, length);
  gint64 ignored;

  if (is_integer)
    return g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, &ignored, NULL);

  return isfinite (g_ascii_strtod (number, NULL));
}

/* What a person may have meant by a number that is none. */
static const char *
explain (const char *at, const char *end, const char **hint)
{
  if (at < end && *at == '+')
    {
      *hint = _("Write the number without the plus sign");
      return _("A number cannot begin with a plus sign");
    }
  if (at < end && *at == '.')
    {
      *hint = _("Write a zero before the decimal point");
      return _("A number cannot begin with a decimal point");
    }

  *hint = _("Leave the member out if there is no number");
  return _("Not a number, and infinity, cannot be written in JSON");
}

/**
 * lode_json_number_begins:
 * @at: where to look
 * @end: the end of the text
 *
 * Tells whether what is at @at is a number, right or wrong, so that lode_json_number_scan() can
 * tell which.
 *
 * Returns: TRUE if it is meant as a number
 */
gboolean
lode_json_number_begins (const char *at, const char *end)
{
  if (at >= end)
    return FALSE;

  if (g_ascii_isdigit (*at) || *at == '-' || *at == '+' || *at == '.')
    return TRUE;

  return (end - at >= 3 && memcmp (at, "NaN", 3) == 0) ||
         (end - at >= 8 && memcmp (at, "Infinity", 8) == 0);
}

/**
 * lode_json_number_scan:
 * @start: the first byte of what is meant as a number
 * @end: the end of the text
 * @message: (out): if it is wrong: what is wrong, translated
 * @hint: (out): if it is wrong: what would be right, translated
 *
 * Checks a number by RFC 8259, and that a double or, for an integer, 64 bits can hold it.
 *
 * Returns: its length in bytes, or 0 if it is wrong
 */
gsize
lode_json_number_scan (const char  *start,
                       const char  *end,
                       const char **message,
                       const char **hint)
{
  const char *at = start;
  const char *integer;
  const char *digits;
  gboolean is_integer = TRUE;

  if (*at == '-')
    at++;
  integer = at;
  at = skip_digits (at, end);
  if (at == integer)
    {
      *message = explain (at, end, hint);
      return 0;
    }
  if (*integer == '0' && at - integer > 1)
    {
      *message = _("A number cannot begin with a zero");
      *hint = _("Remove the zero, or write the value as a string");
      return 0;
    }

  *message = _("A digit is missing in this number");
  *hint = _("Numbers look like 174.5, -41 or 1e3");
  if (at < end && *at == '.')
    {
      is_integer = FALSE;
      digits = at + 1;
      at = skip_digits (digits, end);
      if (at == digits)
        return 0;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      is_integer = FALSE;
      digits = at + 1;
      if (digits < end && (*digits == '+' || *digits == '-'))
        digits++;
      at = skip_digits (digits, end);
      if (at == digits)
        return 0;
    }

  if (at < end && (g_ascii_isalnum (*at) || *at == '.' || *at == '_'))
    {
      *message = _("This is not a number");
      return 0;
    }

  if ((!is_integer || at - start > SAFE_DIGITS) &&
      !is_representable (start, at - start, is_integer))
    {
      *message = _("This number is too large");
      *hint = _("Write it as a string if all its digits matter");
      return 0;
    }

  return at - start;
}

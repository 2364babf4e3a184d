/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads @n digits at @text; -1 if they are not digits. */
static int
read_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

/* Gives 1 as the month or day that the date leaves open. */
static gboolean
split_date (const char *date, int *year, int *month, int *day)
{
  const gsize length = strlen (date);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  if ((length >= 7 && date[4] != '-') || (length == 10 && date[7] != '-'))
    return FALSE;

  *year = read_digits (date, 4);
  *month = length >= 7 ? read_digits (date + 5, 2) : 1;
  *day = length == 10 ? read_digits (date + 8, 2) : 1;

  return *year >= 1 && *month >= 1 && *day >= 1 && g_date_valid_dmy (*day, *month, *year);
}

/**
 * lode_date_is_valid:
 * @date: a string
 *
 * Checks that @date is YYYY, YYYY-MM or YYYY-MM-DD, as ISO 8601 has them, and that the proleptic
 * Gregorian calendar has such a year (from 0001), month or day.
 *
 * Returns: TRUE if it is a date
 */
gboolean
lode_date_is_valid (const char *date)
{
  int year, month, day;

  g_return_val_if_fail (date != NULL, FALSE);

  return split_date (date, &year, &month, &day);
}

/**
 * lode_date_pack:
 * @date: a string
 * @first: (out): the first day that @date can mean
 * @last: (out): the last of them
 *
 * Packs a date into numbers that sort as days do, 20260202 for 2 February 2026; to compare many.
 *
 * Returns: FALSE if lode_date_is_valid() does not accept @date
 */
gboolean
lode_date_pack (const char *date, guint32 *first, guint32 *last)
{
  int year, month, day;

  g_return_val_if_fail (date != NULL, FALSE);

  if (!split_date (date, &year, &month, &day))
    return FALSE;

  *first = year * 10000 + month * 100 + day;
  if (strlen (date) == strlen ("YYYY-MM-DD"))
    *last = *first;
  else if (strlen (date) == strlen ("YYYY-MM"))
    *last = year * 10000 + month * 100 + g_date_get_days_in_month (month, year);
  else
    *last = year * 10000 + 1231;
  return TRUE;
}

/**
 * lode_date_format:
 * @date: a date that lode_date_is_valid() accepts; anything else is given back as it is
 *
 * Writes a date for people, in the locale's order and words: "2 February 2026", "February 2026",
 * "2026".
 *
 * Returns: (transfer full): the date in words
 */
char *
lode_date_format (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  const char *pattern;
  char *text;
  int year, month, day;

  g_return_val_if_fail (date != NULL, NULL);

  if (!split_date (date, &year, &month, &day))
    return g_strdup (date);

  if (strlen (date) == strlen ("YYYY-MM-DD"))
    /* Translators: a day, as in "2 February 2026"; see g_date_time_format() for the letters. */
    pattern = _("%-d %B %Y");
  else if (strlen (date) == strlen ("YYYY-MM"))
    /* Translators: a month, as in "February 2026"; see g_date_time_format() for the letters. */
    pattern = _("%OB %Y");
  else
    /* Translators: a year, as in "2026"; see g_date_time_format() for the letters. */
    pattern = C_("date", "%Y");

  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  text = g_date_time_format (time, pattern);

  return text != NULL ? text : g_strdup (date);
}

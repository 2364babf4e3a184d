/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-text-format.h"

#include "lode-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID_LENGTH 80

static gboolean
is_hexadecimal (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789abcdefABCDEF") == length;
}

static const char *
check_line (const char *text, const char **hint)
{
  if (strpbrk (text, "\n\r") != NULL)
    {
      *hint = _("Write it on one line");
      return _("This must be one line, but has a line feed");
    }

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return NULL;
    }

  *hint = _("Write something, or leave the member out if it is not needed");
  return _("This must not be empty");
}

static const char *
check_id (const char *text, const char **hint)
{
  gboolean is_start = TRUE;

  if (strlen (text) > MAX_ID_LENGTH)
    {
      *hint = _("Ids have at most 80 letters");
      return _("This id is too long");
    }

  *hint = _("Ids are small letters a to z and digits, in words joined by single hyphens, "
            "as in “west-coast-2”");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '-' ? is_start : !(g_ascii_islower (*at) || g_ascii_isdigit (*at)))
        return _("This is not an id");
      is_start = *at == '-';
    }

  return is_start ? _("This is not an id") : NULL;
}

static const char *
check_date (const char *text, const char **hint)
{
  if (lode_date_is_valid (text))
    return NULL;

  *hint = _("Write the date as 2026-02-28, 2026-02 or 2026");
  return _("This is not a date of the calendar");
}

static const char *
check_day (const char *text, const char **hint)
{
  if (strlen (text) == strlen ("YYYY-MM-DD") && lode_date_is_valid (text))
    return NULL;

  *hint = _("Write the day as 2026-02-28");
  return _("This is not a day of the calendar");
}

static const char *
check_language (const char *text, const char **hint)
{
  g_auto (GStrv) subtags = g_strsplit (text, "-", -1);
  gboolean is_good = subtags[0] != NULL;

  for (guint i = 0; is_good && subtags[i] != NULL; i++)
    {
      const gsize length = strlen (subtags[i]);
      gsize n_good = 0;

      while (i == 0 ? g_ascii_islower (subtags[i][n_good]) : g_ascii_isalnum (subtags[i][n_good]))
        n_good++;

      is_good = n_good == length && (i == 0 ? length == 2 || length == 3 : length <= 8) &&
                (length >= 2 || (length == 1 && subtags[i + 1] != NULL));
    }

  if (is_good)
    return NULL;

  *hint = _("Write the tag of BCP 47, as “en-NZ”, “mi” or “zh-Hant”");
  return _("This is not a language tag");
}

static const char *
check_url (const char *text, const char **hint)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  *hint = _("Write the whole address, beginning with https:// or http://");
  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || strpbrk (text, " \t\n\r<>\"") != NULL)
    return _("This is not the address of a web page");

  scheme = g_uri_get_scheme (uri);
  if ((g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return _("This is not the address of a web page");

  return NULL;
}

static const char *
check_wikidata (const char *text, const char **hint)
{
  if (text[0] == 'Q' && text[1] >= '1' && text[1] <= '9' &&
      strspn (text + 1, "0123456789") == strlen (text + 1))
    return NULL;

  *hint = _("Write the item's number as Wikidata does: “Q1096”");
  return _("This is not an item of Wikidata");
}

static const char *
check_colour (const char *text, const char **hint)
{
  if (text[0] == '#' && is_hexadecimal (text + 1, 6))
    return NULL;

  *hint = _("Write red, green and blue as hexadecimal digits: “#1a5fb4”");
  return _("This is not a colour");
}

static const char *
check_path (const char *text, const char **hint)
{
  *hint = _("Write a path below the folder of the dataset, as “sources/article.txt”");
  if (*text == '\0' || strpbrk (text, "\n\r") != NULL)
    return _("This is not a path");
  if (*text == '/' || strchr (text, '\\') != NULL || strchr (text, ':') != NULL)
    return _("The path must be relative, with slashes between its parts");
  if (strstr (text, "..") != NULL)
    return _("The path must not contain “..”");

  return NULL;
}

static const char *
check_sha256 (const char *text, const char **hint)
{
  if (is_hexadecimal (text, 64) && strpbrk (text, "ABCDEF") == NULL)
    return NULL;

  *hint = _("Write the 64 hexadecimal digits, in small letters, that sha256sum prints");
  return _("This is not a SHA-256 hash");
}

const char *
lode_text_format_check (LodeTextFormat format, const char *text, const char **hint)
{
  *hint = NULL;

  switch (format)
    {
    case LODE_TEXT_FREE:
      return NULL;
    case LODE_TEXT_LINE:
      return check_line (text, hint);
    case LODE_TEXT_ID:
      return check_id (text, hint);
    case LODE_TEXT_DATE:
      return check_date (text, hint);
    case LODE_TEXT_DAY:
      return check_day (text, hint);
    case LODE_TEXT_LANGUAGE:
      return check_language (text, hint);
    case LODE_TEXT_URL:
      return check_url (text, hint);
    case LODE_TEXT_WIKIDATA:
      return check_wikidata (text, hint);
    case LODE_TEXT_COLOUR:
      return check_colour (text, hint);
    case LODE_TEXT_PATH:
      return check_path (text, hint);
    case LODE_TEXT_SHA256:
      return check_sha256 (text, hint);
    default:
      g_assert_not_reached ();
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background-settings.h"

const char *
lode_background_settings_get_location_key (LodeBackgroundKind kind)
{
  switch (kind)
    {
    case LODE_BACKGROUND_MBTILES:
      return "background-file";
    case LODE_BACKGROUND_FOLDER:
      return "background-folder";
    case LODE_BACKGROUND_ADDRESS:
      return "background-address";
    case LODE_BACKGROUND_BUILT_IN:
    default:
      return NULL;
    }
}

LodeBackground *
lode_background_settings_open (GSettings *settings, GError **error)
{
  LodeBackgroundKind kind = g_settings_get_enum (settings, "background-kind");
  const char *key = lode_background_settings_get_location_key (kind);
  g_autofree char *location = key != NULL ? g_settings_get_string (settings, key) : NULL;
  g_autofree char *attribution = g_settings_get_string (settings, "background-attribution");

  if (location == NULL || *location == '\0')
    return NULL;

  return lode_background_new (kind, location, attribution, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* g_set_str() came with GLib 2.76; the floor is 2.74. */
static inline gboolean
lode_set_string (char **string, const char *value)
{
  if (g_strcmp0 (*string, value) == 0)
    return FALSE;

  g_free (*string);
  *string = g_strdup (value);
  return TRUE;
}

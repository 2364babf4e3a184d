/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-background.h"

G_BEGIN_DECLS

/* The background that the settings name. NULL without an error: the built-in map, or nothing has
 * been chosen yet. */
LodeBackground *lode_background_settings_open (GSettings *settings, GError **error);
/* The key that says where a background of that kind is; NULL: none does. */
const char     *lode_background_settings_get_location_key (LodeBackgroundKind kind);

G_END_DECLS

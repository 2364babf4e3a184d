/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeBackgroundGroup:
 *
 * The preferences about a map of the reader's own, and what is wrong with what was chosen.
 */
#define LODE_TYPE_BACKGROUND_GROUP (lode_background_group_get_type ())
G_DECLARE_FINAL_TYPE (LodeBackgroundGroup, lode_background_group, LODE, BACKGROUND_GROUP,
                      AdwPreferencesGroup)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-background.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * LodeBackgroundSource:
 *
 * A background as libshumate wants it. A tile that is not there is clear, so that the built-in map
 * below shows.
 */
#define LODE_TYPE_BACKGROUND_SOURCE (lode_background_source_get_type ())
G_DECLARE_FINAL_TYPE (LodeBackgroundSource, lode_background_source, LODE, BACKGROUND_SOURCE,
                      ShumateMapSource)

LodeBackgroundSource *lode_background_source_new (LodeBackground *background);

G_END_DECLS

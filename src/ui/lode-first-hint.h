/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeFirstHint:
 *
 * What somebody who is here for the first time needs to know, in a bar that goes for good when it is
 * closed, or when they have done it: chosen a place.
 */
#define LODE_TYPE_FIRST_HINT (lode_first_hint_get_type ())
G_DECLARE_FINAL_TYPE (LodeFirstHint, lode_first_hint, LODE, FIRST_HINT, AdwBin)

G_END_DECLS

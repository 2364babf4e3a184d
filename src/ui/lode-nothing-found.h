/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeNothingFound:
 *
 * What stands in the panel when a query finds no statement: that it does, and what would help: the
 * word that may have been meant, and each filter to let go. Sets the window's query by the action
 * "win.search".
 */
#define LODE_TYPE_NOTHING_FOUND (lode_nothing_found_get_type ())
G_DECLARE_FINAL_TYPE (LodeNothingFound, lode_nothing_found, LODE, NOTHING_FOUND, AdwBin)

void lode_nothing_found_set_findings (LodeNothingFound *self, LodeFindings *findings);

G_END_DECLS

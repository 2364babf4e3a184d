/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-speaker-aliases.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeWordShares:
 *
 * Who has how many of the quoted words: a bar chart that is a table, with the numbers beside the
 * bars, so that it says the same to the eye and to a screen reader. A click on a column's heading
 * sorts by it.
 */
#define LODE_TYPE_WORD_SHARES (lode_word_shares_get_type ())
G_DECLARE_FINAL_TYPE (LodeWordShares, lode_word_shares, LODE, WORD_SHARES, AdwBin)

void lode_word_shares_set_comparison (LodeWordShares     *self,
                                      LodeComparison     *comparison,
                                      LodeSpeakerAliases *aliases);

G_END_DECLS

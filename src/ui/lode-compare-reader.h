/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-provenance.h"
#include "lode-speaker-aliases.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeCompareReader:
 *
 * Statements of a comparison in full, side by side: a column for each of its rows that is read, at
 * most four, with a scroll bar of its own. Where the window is narrow the columns go on to the side.
 *
 * Actions: "reader.read-beside" (a row) adds a column. The button back has the action
 * "compare.back".
 */
#define LODE_TYPE_COMPARE_READER (lode_compare_reader_get_type ())
G_DECLARE_FINAL_TYPE (LodeCompareReader, lode_compare_reader, LODE, COMPARE_READER, AdwBin)

void lode_compare_reader_read        (LodeCompareReader  *self,
                                      LodeComparison     *comparison,
                                      LodeSpeakerAliases *aliases,
                                      int                 row,
                                      int                 column);
void lode_compare_reader_set_aliases (LodeCompareReader *self, LodeSpeakerAliases *aliases);
void lode_compare_reader_set_provenance (LodeCompareReader *self, LodeProvenance *provenance);
void lode_compare_reader_clear       (LodeCompareReader *self);

G_END_DECLS

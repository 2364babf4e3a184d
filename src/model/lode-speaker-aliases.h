/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-comparison.h"

G_BEGIN_DECLS

/**
 * LodeSpeakerAliases:
 *
 * "Speaker A", "Group B": what speakers and their groups are called while names are hidden. The
 * letters follow a dataset's order, so that they stay the same however a table is sorted.
 *
 * Where aliases can be given, NULL stands for none: names are shown.
 */
#define LODE_TYPE_SPEAKER_ALIASES (lode_speaker_aliases_get_type ())
G_DECLARE_FINAL_TYPE (LodeSpeakerAliases, lode_speaker_aliases, LODE, SPEAKER_ALIASES, GObject)

LodeSpeakerAliases *lode_speaker_aliases_new         (GListModel *actors);
char               *lode_speaker_aliases_dup_speaker (LodeSpeakerAliases *self, LodeActor *actor);
char               *lode_speaker_aliases_dup_heading (LodeSpeakerAliases          *self,
                                                      LodeComparisonAxis           axis,
                                                      const LodeComparisonHeading *heading);

G_END_DECLS

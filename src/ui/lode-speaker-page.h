/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"
#include "lode-provenance.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeSpeakerPage:
 *
 * Everything that one speaker said, from first to last, in one column to read: each statement in
 * large letters, with its day, what it was an answer to, and its source.
 */
#define LODE_TYPE_SPEAKER_PAGE (lode_speaker_page_get_type ())
G_DECLARE_FINAL_TYPE (LodeSpeakerPage, lode_speaker_page, LODE, SPEAKER_PAGE, AdwBin)

/* Both NULL: nobody. Shows it from its beginning. */
void        lode_speaker_page_set_speaker    (LodeSpeakerPage *self,
                                              LodeDataset     *dataset,
                                              LodeActor       *speaker);
LodeActor  *lode_speaker_page_get_speaker    (LodeSpeakerPage *self); /* nullable */
/* In the order in which they are read, in a LodeRecordList; NULL: there is no speaker. */
GListModel *lode_speaker_page_get_statements (LodeSpeakerPage *self);
/* What the quotations came to; NULL: they have not been compared. */
void        lode_speaker_page_set_provenance (LodeSpeakerPage *self,
                                              LodeProvenance  *provenance);
void        lode_speaker_page_focus          (LodeSpeakerPage *self);
/* To the next statement, or the one before: 1, -1. */
void        lode_speaker_page_step           (LodeSpeakerPage *self,
                                              int              direction);

G_END_DECLS

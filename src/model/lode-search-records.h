/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-area.h"
#include "lode-record.h"

#include "lode-search-texts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeSearchRecords:
 *
 * The actors, places, topics or sources of a dataset, to be searched: by name or id, or by all that
 * can be read of them. A record is known by its position in the dataset. Immutable.
 */
typedef struct _LodeSearchRecords LodeSearchRecords;

/* @records is of LodeActor, LodePlace, LodeTopic or LodeSource, and must live as long. */
LodeSearchRecords *lode_search_records_new      (GListModel        *records);
void               lode_search_records_free     (LodeSearchRecords *self);
guint              lode_search_records_get_size (LodeSearchRecords *self);
/* -1: @record is NULL. */
int                lode_search_records_find     (LodeSearchRecords *self,
                                                 gpointer           record);
/* -1: none has that id. */
int                lode_search_records_find_id  (LodeSearchRecords *self,
                                                 const char        *id);
/* The record that a record is part of: an actor's organisation, a broader topic; -1: none. */
int                lode_search_records_get_parent (LodeSearchRecords *self,
                                                   guint              position);
/* Where the record stands among all by its name, as lists for people have it. */
guint              lode_search_records_get_rank   (LodeSearchRecords *self,
                                                   guint              position);
/* Their names, one text each. */
LodeSearchTexts   *lode_search_records_get_names  (LodeSearchRecords *self);
/* Set found[i] to TRUE for each record i that fits; leave the others. */
void               lode_search_records_mark_words (LodeSearchRecords *self,
                                                   const char        *needle,
                                                   guint8            *found);
void               lode_search_records_mark_value (LodeSearchRecords *self,
                                                   const char        *value,
                                                   const char        *needle,
                                                   guint8            *found);
/* The places whose point, or the one that stands for their geometry, lies in the area. */
void               lode_search_records_mark_area  (LodeSearchRecords *self,
                                                   const LodeArea    *area,
                                                   guint8            *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeSearchRecords, lode_search_records_free)

G_END_DECLS

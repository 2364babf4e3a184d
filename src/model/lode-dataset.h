/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-actor.h"
#include "lode-place.h"
#include "lode-proposition.h"
#include "lode-source.h"
#include "lode-statement.h"
#include "lode-topic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeDataset:
 *
 * A whole `said-where/1` file: immutable, free of errors, all references resolved.
 */
#define LODE_TYPE_DATASET (lode_dataset_get_type ())
G_DECLARE_FINAL_TYPE (LodeDataset, lode_dataset, LODE, DATASET, GObject)

const char *lode_dataset_get_id          (LodeDataset *self);
const char *lode_dataset_get_title       (LodeDataset *self);
const char *lode_dataset_get_description (LodeDataset *self); /* nullable, as are the next three */
const char *lode_dataset_get_modified    (LodeDataset *self);
const char *lode_dataset_get_licence     (LodeDataset *self);
const char *lode_dataset_get_maintainer  (LodeDataset *self);
const char *lode_dataset_get_language    (LodeDataset *self); /* BCP 47 */

/* In the file's order; owned by the dataset; never NULL. */
GListModel *lode_dataset_get_sources      (LodeDataset *self); /* of LodeSource */
GListModel *lode_dataset_get_actors       (LodeDataset *self); /* of LodeActor */
GListModel *lode_dataset_get_topics       (LodeDataset *self); /* of LodeTopic */
GListModel *lode_dataset_get_places       (LodeDataset *self); /* of LodePlace */
GListModel *lode_dataset_get_propositions (LodeDataset *self); /* of LodeProposition */
GListModel *lode_dataset_get_statements   (LodeDataset *self); /* of LodeStatement */

/* Of the statements; NULL: there is none. */
const char    *lode_dataset_get_first_date (LodeDataset *self);
const char    *lode_dataset_get_last_date  (LodeDataset *self);

/* The record of that id in that array, borrowed; NULL if there is none. */
LodeActor     *lode_dataset_find_actor     (LodeDataset *self, const char *id);
LodePlace     *lode_dataset_find_place     (LodeDataset *self, const char *id);
LodeStatement *lode_dataset_find_statement (LodeDataset *self, const char *id);

/* Several datasets can be shown as one: then each record comes from a part, and is known by the
 * part's id too. */
LodeDataset   *lode_dataset_merge           (LodeDataset **parts, guint n_parts);
LodeDataset   *lode_dataset_get_part        (LodeDataset *self, LodeRecord *record);
char          *lode_dataset_dup_record_id   (LodeDataset *self, LodeRecord *record);

/* The JSON of @record as it stands in the file, to the letter; @record is one of this dataset. */
GBytes        *lode_dataset_dup_record_json (LodeDataset *self, LodeRecord *record);

G_END_DECLS

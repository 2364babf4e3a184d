/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

G_BEGIN_DECLS

/**
 * LodeDatasetChanges:
 * @n_new: statements whose ids the former dataset did not have
 * @n_changed: statements that say something else than under the same id before
 * @n_gone: statements whose ids are no longer there
 * @n_others: sources, actors, topics, places and propositions that are new, changed or gone
 *
 * What became of a dataset. How a record is laid out in its file makes no difference.
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_gone;
  guint n_others;
} LodeDatasetChanges;

LodeDatasetChanges lode_dataset_changes_find     (LodeDataset              *former,
                                                  LodeDataset              *dataset);
gboolean           lode_dataset_changes_is_empty (const LodeDatasetChanges *self);
char              *lode_dataset_changes_dup_text (const LodeDatasetChanges *self);

G_END_DECLS

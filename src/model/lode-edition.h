/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset-changes.h"
#include "lode-dataset-reader.h"

G_BEGIN_DECLS

/**
 * LodeEdition:
 *
 * One or several files as they stood at one moment, and the dataset that they make together. Of a
 * file that was whole in the edition before and is broken now, the former dataset stays. Immutable.
 */
#define LODE_TYPE_EDITION (lode_edition_get_type ())
G_DECLARE_FINAL_TYPE (LodeEdition, lode_edition, LODE, EDITION, GObject)

LodeEdition              *lode_edition_read        (GFile * const       *files,
                                                    guint                n_files,
                                                    LodeEdition         *former,
                                                    GCancellable        *cancellable,
                                                    GError             **error);
void                      lode_edition_read_async  (GFile * const       *files,
                                                    guint                n_files,
                                                    LodeEdition         *former,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
LodeEdition              *lode_edition_read_finish (GAsyncResult        *result,
                                                    GError             **error);

LodeDataset              *lode_edition_get_dataset (LodeEdition         *self);
GFile * const            *lode_edition_get_files   (LodeEdition         *self,
                                                    guint               *n_files);
const LodeDatasetChanges *lode_edition_get_changes (LodeEdition         *self);
/* The first file that is broken now; NULL: they are all whole. */
GFile                    *lode_edition_dup_folder  (LodeEdition         *self);
GFile                    *lode_edition_get_broken  (LodeEdition         *self);
/* What is wrong with it; NULL if it could not even be read. */
LodeReading              *lode_edition_get_broken_reading (LodeEdition  *self);
/* A sentence about it, translated; NULL: there is nothing to complain of. */
char                     *lode_edition_dup_complaint (LodeEdition       *self);
/* A reading with warnings, of a file that is whole; NULL: there are none. */
LodeReading              *lode_edition_get_warned_reading (LodeEdition  *self);

G_END_DECLS

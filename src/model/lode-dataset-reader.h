/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"
#include "lode-problem.h"

G_BEGIN_DECLS

/**
 * LodeReading:
 *
 * What reading a file gave: the dataset, and every problem found on the way. A file with errors
 * gives no dataset.
 */
#define LODE_TYPE_READING (lode_reading_get_type ())
G_DECLARE_FINAL_TYPE (LodeReading, lode_reading, LODE, READING, GObject)

GFile       *lode_reading_get_file     (LodeReading *self);
LodeDataset *lode_reading_get_dataset  (LodeReading *self); /* NULL: there are errors */
GListModel  *lode_reading_get_problems (LodeReading *self); /* of LodeProblem; never NULL */

/* The one road from a file to a dataset, for the window and the command line alike.
 * A GError (domain G_IO_ERROR) means that the bytes could not be read at all. */
LodeReading *lode_dataset_read        (GFile               *file,
                                       GCancellable        *cancellable,
                                       GError             **error);
void         lode_dataset_read_async  (GFile               *file,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
LodeReading *lode_dataset_read_finish (GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS

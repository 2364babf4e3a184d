/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

G_BEGIN_DECLS

/* Where a statement belongs as long as no place is selected. */
typedef enum
{
  LODE_STATEMENT_GROUP_PLACE,    /* its words name a place */
  LODE_STATEMENT_GROUP_GENERAL,
  LODE_STATEMENT_GROUP_NO_REPLY,
} LodeStatementGroup;

/* What a window asks of all statements as soon as it shows them. To read it from a hundred thousand
 * records takes longer than a frame, so the thread that reads the file has it made. */
typedef struct
{
  guint8 *groups;         /* a LodeStatementGroup for each statement, in the dataset's order */
  const char *first_date; /* borrowed of a statement or a source; NULL: there is no statement */
  const char *last_date;
} LodeDatasetDigest;

LodeDatasetDigest *lode_dataset_digest_new  (LodeDataset *dataset);
void               lode_dataset_digest_free (LodeDatasetDigest *self);

G_END_DECLS

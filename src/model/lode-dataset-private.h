/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset-digest.h"
#include "lode-dataset.h"
#include "lode-record-table.h"
#include "lode-search-index.h"

G_BEGIN_DECLS

/* In an order in which each array only needs those before it, and itself. */
typedef enum
{
  LODE_ARRAY_SOURCES,
  LODE_ARRAY_TOPICS,
  LODE_ARRAY_ACTORS,
  LODE_ARRAY_PLACES,
  LODE_ARRAY_PROPOSITIONS,
  LODE_ARRAY_STATEMENTS,
  LODE_N_ARRAYS
} LodeArray;

struct _LodeDataset
{
  GObject parent_instance;

  GBytes *bytes;    /* of the file; NULL where there are parts */
  GPtrArray *parts; /* the datasets that are shown as this one; NULL: it is of one file */
  char *id;
  char *title;
  char *description;
  char *modified;
  char *licence;
  char *maintainer;
  char *language;
  LodeRecordTable *tables[LODE_N_ARRAYS];
  LodeSearchIndex *search_index; /* NULL until somebody searches */
  LodeDatasetDigest *digest;     /* NULL until somebody asks */
};

/* Borrowed; made by the first who asks, in whatever thread. */
LodeSearchIndex *lode_dataset_get_search_index (LodeDataset *self);
/* The same. */
const LodeDatasetDigest *lode_dataset_get_digest (LodeDataset *self);
LodeDataset *lode_dataset_new            (GBytes   *bytes);
gpointer     lode_dataset_find_record    (LodeDataset *self, LodeArray array, const char *id);
/* The member of the file that is @array. */
const char  *lode_dataset_get_array_name (LodeArray array);

G_END_DECLS

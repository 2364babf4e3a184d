/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"
#include "lode-problem-list.h"

G_BEGIN_DECLS

LodeDataset *lode_dataset_parser_read (GBytes          *bytes,
                                       LodeProblemList *problems,
                                       GCancellable    *cancellable);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

G_BEGIN_DECLS

GPtrArray *lode_other_wordings_find (LodeDataset *dataset, LodeStatement *statement);

G_END_DECLS

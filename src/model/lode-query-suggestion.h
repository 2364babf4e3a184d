/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-query.h"

G_BEGIN_DECLS

char *lode_query_dup_suggestion (LodeQuery *query, LodeDataset *dataset, LodeProvenance *provenance);

G_END_DECLS

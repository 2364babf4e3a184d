/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a dataset's name ends in, so that it is found in a folder. */
#define LODE_DATASET_SUFFIX ".said-where.json"

gboolean lode_dataset_add_files (GFile         *file,
                                 GPtrArray     *files,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-tile-labels.h"

G_BEGIN_DECLS

/* Where the map's names stand. Use lode_tile_labels_get(), which keeps them. */
GArray *lode_label_placement_make (int zoom, LodeMapNames names);

G_END_DECLS

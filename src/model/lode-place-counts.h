/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-place.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodePlaceCounts:
 *
 * How many of some statements name each place: what a search has found, say. Immutable and
 * reference counted.
 */
typedef struct _LodePlaceCounts LodePlaceCounts;
#define LODE_TYPE_PLACE_COUNTS (lode_place_counts_get_type ())
GType            lode_place_counts_get_type (void);
/* statements: of LodeStatement; counted now, later changes do not matter. */
LodePlaceCounts *lode_place_counts_new      (GListModel      *statements);
LodePlaceCounts *lode_place_counts_ref      (LodePlaceCounts *self);
void             lode_place_counts_unref    (LodePlaceCounts *self);
/* self may be NULL: all statements of the place's dataset count. */
guint            lode_place_counts_get      (LodePlaceCounts *self, LodePlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodePlaceCounts, lode_place_counts_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker.h"

G_BEGIN_DECLS

/**
 * LodeClusterMarker:
 *
 * Several places in one: how many they are, in a ring of their topics' shares.
 */
#define LODE_TYPE_CLUSTER_MARKER (lode_cluster_marker_get_type ())
G_DECLARE_FINAL_TYPE (LodeClusterMarker, lode_cluster_marker, LODE, CLUSTER_MARKER, LodeMarker)

/* Floating; without a cluster. */
LodeMarker *lode_cluster_marker_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-place.h"
#include "lode-findings.h"

G_BEGIN_DECLS

/* What part of a cluster's places has a topic. */
typedef struct
{
  LodeTopic *topic;
  guint      n_places;
} LodeClusterShare;

/**
 * LodeCluster:
 *
 * Places that stand too near to each other to have a marker each. Immutable.
 */
#define LODE_TYPE_CLUSTER (lode_cluster_get_type ())
G_DECLARE_FINAL_TYPE (LodeCluster, lode_cluster, LODE, CLUSTER, GObject)

LodeCluster            *lode_cluster_new              (LodePlace * const *places, guint n_places,
                                                       LodeFindings *findings);
/* The weightiest first; where that one is, the cluster stands. Borrowed. */
LodePlace * const      *lode_cluster_get_places       (LodeCluster *self, guint *n_places);
/* How many statements name one of its places; one that names two counts twice. */
guint                   lode_cluster_get_n_statements (LodeCluster *self);
/* From the commonest topic down. Borrowed. */
const LodeClusterShare *lode_cluster_get_shares       (LodeCluster *self, guint *n_shares);

G_END_DECLS

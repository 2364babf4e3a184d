/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that clusters gather: where it is, in a world that is 1 wide and joins itself at its
 * sides, and how much it counts. */
typedef struct
{
  double x;
  double y;
  guint  weight;
} LodeClusterPoint;

/* One point or several; it stands where the weightiest of them does. */
typedef struct
{
  double x;
  double y;
  guint  n_members;
  guint  first_member; /* into lode_cluster_level_get_members() */
} LodeClusterNode;

/**
 * LodeClusterLevel:
 *
 * Many points gathered, so that what is left stands apart: no two nodes are nearer to each other
 * than the spacing, and no point is further from its node than that. The weightiest points are
 * asked first, and the same points always give the same nodes. Immutable, and made in whatever
 * thread.
 */
typedef struct _LodeClusterLevel LodeClusterLevel;

LodeClusterLevel      *lode_cluster_level_new         (const LodeClusterPoint *points,
                                                       guint                   n_points,
                                                       double                  spacing,
                                                       GCancellable           *cancellable);
void                   lode_cluster_level_free        (LodeClusterLevel       *self);
/* Borrowed, in the order of their weight. */
const LodeClusterNode *lode_cluster_level_get_nodes   (const LodeClusterLevel *self,
                                                       guint                  *n_nodes);
/* Positions among the points, each once, node by node, the weightiest first. Borrowed. */
const guint           *lode_cluster_level_get_members (const LodeClusterLevel *self);
/* The position of the node that has gathered the point at that position. */
guint                  lode_cluster_level_find_node   (const LodeClusterLevel *self,
                                                       guint                   point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeClusterLevel, lode_cluster_level_free)

G_END_DECLS

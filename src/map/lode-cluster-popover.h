/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-marker-label.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeClusterPopover:
 *
 * The places of a cluster in a list, for those that no zoom takes apart.
 *
 * Signal "place-activated" (LodePlace): one was chosen; the popover has closed.
 */
#define LODE_TYPE_CLUSTER_POPOVER (lode_cluster_popover_get_type ())
G_DECLARE_FINAL_TYPE (LodeClusterPopover, lode_cluster_popover, LODE, CLUSTER_POPOVER, GtkPopover)

/* Floating; it is to be given a parent. */
GtkWidget *lode_cluster_popover_new  (void);
/* Opens it beside a part of its parent. */
void       lode_cluster_popover_open (LodeClusterPopover *self, LodeCluster *cluster,
                                      const LodeMarkerWords *words, const GdkRectangle *beside);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-cluster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeClusterRing:
 * @cluster: what it is of; lent
 * @layout: the count to write in it; lent
 * @size: its diameter, widget pixels
 * @background: of the disc
 * @text: of the count
 * @outline: around the ring
 * @outline_width: pixels
 * @shadow: how dark the shadow is: 0 to 1
 * @scale: device pixels a pixel
 *
 * A disc with a count, and around it a ring of its topics' shares.
 */
typedef struct
{
  LodeCluster *cluster;
  PangoLayout *layout;
  int          size;
  GdkRGBA      background;
  GdkRGBA      text;
  GdkRGBA      outline;
  double       outline_width;
  double       shadow;
  int          scale;
} LodeClusterRing;

/* Painted once, to be drawn by the widget, at whose origin its upper left corner is: a node that the
 * caller owns. In GTK's thread. */
GskRenderNode *lode_cluster_ring_paint (const LodeClusterRing *self, GtkWidget *widget);

G_END_DECLS

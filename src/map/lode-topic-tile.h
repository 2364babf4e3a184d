/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-topic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeTopicTile:
 *
 * A topic as an element's tile of the periodic table: its symbol on its colour, square, with a
 * text colour of enough contrast (WCAG 2.1, 4.5 : 1). A topic without symbol shows the first
 * letter of its name, one without colour gets one from its id.
 *
 * Properties: "topic", "tile-size" (widget pixels, default 32).
 */
#define LODE_TYPE_TOPIC_TILE (lode_topic_tile_get_type ())
G_DECLARE_FINAL_TYPE (LodeTopicTile, lode_topic_tile, LODE, TOPIC_TILE, GtkWidget)

/* Floating. topic: NULL shows an empty grey tile; a reference is kept. tile_size: of each side,
 * widget pixels, 8 to 256. */
GtkWidget *lode_topic_tile_new           (LodeTopic *topic, int tile_size);
/* Borrowed, nullable. */
LodeTopic *lode_topic_tile_get_topic     (LodeTopicTile *self);
/* NULL: an empty grey tile. Keeps a reference; what it is called is the topic's name. */
void       lode_topic_tile_set_topic     (LodeTopicTile *self, LodeTopic *topic);
/* Of each side, widget pixels, 8 to 256. */
int        lode_topic_tile_get_tile_size (LodeTopicTile *self);
void       lode_topic_tile_set_tile_size (LodeTopicTile *self, int tile_size);

G_END_DECLS

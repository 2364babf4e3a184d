/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-topic.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, 1.4.3). */
double lode_colour_contrast    (const GdkRGBA *a, const GdkRGBA *b);
/* White or nearly black, whichever is legible on the background: at least 4.5 : 1. A background on
 * which neither is, is darkened until white is. */
void   lode_colour_choose_text (GdkRGBA *background, GdkRGBA *text);
/* The topic's own colour; where it has none (or one that cannot be read) one that follows from its
 * id, the same at each start. NULL gives grey. */
void   lode_topic_get_colours  (LodeTopic *topic, GdkRGBA *background, GdkRGBA *text);

G_END_DECLS

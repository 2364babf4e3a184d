/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeLegend:
 *
 * The topics that the map's markers show, each beside its name, and each a filter: pressed, it is in
 * the query. It can be folded, which is remembered.
 *
 * Properties:
 * - "findings" (LodeFindings, nullable, write only): whose dataset's topics are listed, and what is
 *   in the query now. NULL, which means that somebody is searching, changes nothing.
 * - "query" (string, read and write, notifies): the window's whole query.
 * - "narrow" (boolean, read and write, notifies): there is little room, so that it is folded until it
 *   is asked for, whatever is remembered.
 *
 * Signal "topic-hovered" (LodeTopic, nullable): the pointer came onto that topic, or left it.
 */
#define LODE_TYPE_LEGEND (lode_legend_get_type ())
G_DECLARE_FINAL_TYPE (LodeLegend, lode_legend, LODE, LEGEND, AdwBin)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-source.h"
#include "lode-wrap-box.h"

G_BEGIN_DECLS

/**
 * LodeSourceLink:
 *
 * Where something stands: a link to the source's address, or plain text where it has none. The
 * source's title is the tooltip.
 */
#define LODE_TYPE_SOURCE_LINK (lode_source_link_get_type ())
G_DECLARE_FINAL_TYPE (LodeSourceLink, lode_source_link, LODE, SOURCE_LINK, LodeWrapBox)

void lode_source_link_set_source (LodeSourceLink *self, LodeSource *source, const char *date);
void lode_source_link_open       (LodeSourceLink *self);

G_END_DECLS

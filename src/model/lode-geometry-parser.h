/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-geometry.h"
#include "lode-member-reader.h"

G_BEGIN_DECLS

/* Reads [longitude, latitude]; FALSE: it is wrong, which has been reported. */
gboolean      lode_geometry_parser_read_point (JsonNode           *node,
                                               const LodeJsonPath *path,
                                               LodeProblemList    *problems,
                                               LodeLonLat         *point);
/* Reads a geometry of RFC 7946; NULL: it is wrong, which has been reported. */
LodeGeometry *lode_geometry_parser_read       (JsonNode           *node,
                                               const LodeJsonPath *path,
                                               LodeProblemList    *problems);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-geometry.h"

G_BEGIN_DECLS

LodeGeometry *lode_geometry_new (LodeGeometryKind        kind,
                                 const LodeLonLat       *points,
                                 guint                   n_points,
                                 const LodeGeometryPart *parts,
                                 guint                   n_parts);

G_END_DECLS

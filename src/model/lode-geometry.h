/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  LODE_GEOMETRY_POINT,
  LODE_GEOMETRY_LINE,
  LODE_GEOMETRY_POLYGON,
} LodeGeometryKind;

typedef struct
{
  double longitude;
  double latitude;
} LodeLonLat;

/* One point, one line, or one polygon ring. In a polygon the first ring of each part is its outer
 * boundary; n_holes of the following parts are its holes. */
typedef struct
{
  const LodeLonLat *points;
  guint             n_points;
  guint             n_holes;
} LodeGeometryPart;

/**
 * LodeGeometry:
 *
 * The geometry of RFC 7946 reduced to what is drawn and hit: points, lines or polygons, in WGS 84
 * degrees. Immutable and reference counted.
 */
typedef struct _LodeGeometry LodeGeometry;
#define LODE_TYPE_GEOMETRY (lode_geometry_get_type ())
GType                   lode_geometry_get_type           (void);
LodeGeometry           *lode_geometry_ref                (LodeGeometry *self);
void                    lode_geometry_unref              (LodeGeometry *self);
LodeGeometryKind        lode_geometry_get_kind           (const LodeGeometry *self);
const LodeGeometryPart *lode_geometry_get_parts          (const LodeGeometry *self, guint *n_parts);
LodeLonLat              lode_geometry_get_representative (const LodeGeometry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeGeometry, lode_geometry_unref)

G_END_DECLS

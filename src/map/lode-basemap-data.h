/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The base map as build-aux/basemap/compile-basemap.py packs it: structures of fixed size in the
 * machine's byte order, read in place. Coordinates are world coordinates (see lode-basemap.h) in
 * fixed point: LODE_GEO_UNIT is one world, 3.7 cm on the equator a step. */
#define LODE_GEO_UNIT (1 << 30)
#define LODE_GEO_VERSION 2

/* A path's index has a bounding box for each run of so many points and the one after them. */
#define LODE_GEO_CHUNK 32

typedef enum
{
  LODE_GEO_LAND_COARSE, /* 700 m, up to zoom level 6 */
  LODE_GEO_LAND_MEDIUM, /* 150 m, up to zoom level 8 */
  LODE_GEO_LAND_FINE,   /* 20 m */
  LODE_GEO_REGIONS,     /* rings; rank is the region's index */
  LODE_GEO_REGION_LINES,
  LODE_GEO_LAKES,
  LODE_GEO_RIVERS, /* lines; rank 1 to 3 */
  LODE_GEO_RELIEF, /* rings, even-odd; rank is the band, 0 the lowest */
  LODE_GEO_N_PATH_LAYERS
} LodeGeoPathLayer;

typedef enum
{
  LODE_GEO_TOWNS,         /* rank 1 to 5, value: inhabitants, 0 if not known */
  LODE_GEO_PEAKS,         /* value: metres */
  LODE_GEO_PARKS,
  LODE_GEO_REGION_LABELS, /* in the order of the regions' indices; value: square kilometres */
  LODE_GEO_LAKE_LABELS,   /* value: square kilometres */
  LODE_GEO_SEAS,          /* rank 1 ocean, 2 strait or gulf, 3 bay or bight */
  LODE_GEO_N_SPOT_LAYERS
} LodeGeoSpotLayer;

typedef struct
{
  gint32 x;
  gint32 y;
} LodeGeoPoint;

typedef struct
{
  gint32 x0;
  gint32 y0;
  gint32 x1;
  gint32 y1;
} LodeGeoBox;

/* Offsets of strings, 0: none. */
typedef struct
{
  guint32 official; /* which may be both: "Aoraki / Mount Cook" */
  guint32 english;
  guint32 maori; /* 0: the English name is Māori already, or there is no other */
} LodeGeoName;

/* A line, or a ring whose last point is its first. */
typedef struct
{
  LodeGeoBox box;
  guint32 first_point;
  guint32 n_points;
  guint32 first_chunk;
  LodeGeoName name;
  gint32 rank;
  gint32 value;
} LodeGeoPath;

typedef struct
{
  LodeGeoPoint at;
  LodeGeoName name;
  gint32 rank;
  gint32 value;
} LodeGeoSpot;

typedef struct
{
  guint32 first;
  guint32 count;
} LodeGeoRange;

/* Grey levels, 128 is flat; rows from north to south, evenly spaced in Web Mercator. */
typedef struct
{
  LodeGeoBox box;
  guint32 width;
  guint32 height;
} LodeGeoShade;

typedef struct
{
  const LodeGeoPoint *points;
  const LodeGeoBox *chunks;
  const LodeGeoPath *paths;
  const LodeGeoSpot *spots;
  const char *strings;
  const guint8 *shade_pixels;
  const LodeGeoRange *path_layers;
  const LodeGeoRange *spot_layers;
  const LodeGeoShade *shade;
  LodeGeoBox box; /* around all land */
} LodeGeo;

const LodeGeo *lode_geo_get        (void);
gboolean       lode_geo_read       (LodeGeo *geo, const void *data, gsize size, GError **error);
const char    *lode_geo_get_string (const LodeGeo *geo, guint32 offset);

/* Chunks of a path of so many points. */
static inline guint
lode_geo_count_chunks (const LodeGeoPath *path)
{
  return (path->n_points - 2) / LODE_GEO_CHUNK + 1;
}

static inline gboolean
lode_geo_box_intersects (const LodeGeoBox *a, const LodeGeoBox *b)
{
  return a->x0 <= b->x1 && a->x1 >= b->x0 && a->y0 <= b->y1 && a->y1 >= b->y0;
}

G_END_DECLS

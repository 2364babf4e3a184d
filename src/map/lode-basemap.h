/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whose data the map is drawn from, for wherever it is shown: names, which no language changes. */
#define LODE_BASEMAP_CREDIT "GSHHG · Natural Earth · Stats NZ · GeoNames"

/* World coordinates: Web Mercator (EPSG:3857) scaled to 0..1 from west to east and from north to
 * south. New Zealand is continuous: x of the Chathams is beyond 1 (longitudes east of 180). */
typedef struct
{
  double x;
  double y;
} LodeWorldPoint;

/* Linear: longitude -176.5 is one world west of 183.5; who compares x of both folds them. */
double lode_world_x_from_longitude (double longitude);
double lode_world_y_from_latitude  (double latitude);
double lode_longitude_from_world_x (double x);
double lode_latitude_from_world_y  (double y);

/* The region (by index) whose polygons hold the point, or -1: open sea, or another country. */
int         lode_basemap_find_region     (double longitude, double latitude);
/* World coordinates. */
gboolean    lode_basemap_is_on_land      (int region, double x, double y);
const char *lode_basemap_get_region_name (int region); /* "Otago" */

/* Calls visit for each ring of the region; points are world coordinates, valid for the call. */
typedef void (*LodeRingFunc) (const LodeWorldPoint *points, guint n_points, gpointer user_data);
void        lode_basemap_visit_region    (int region, LodeRingFunc visit, gpointer user_data);

/* Towns of at least that importance, for markers that would rather not cover them.
 * rank: 1 (cities) to 5. */
typedef void (*LodeTownFunc) (const char *name, int rank, LodeWorldPoint at, gpointer user_data);
void        lode_basemap_visit_towns     (int max_rank, LodeTownFunc visit, gpointer user_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"

#include "lode-basemap-data.h"
#include "lode-basemap-resources.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double longitude;
  double latitude;
  const char *region; /* NULL: none */
} RegionCase;

static const RegionCase region_cases[] = {
  { 170.503, -45.874, "Otago" },            /* Dunedin */
  { 171.208, -42.450, "West Coast" },       /* Greymouth */
  { 173.961, -41.514, "Marlborough" },      /* Blenheim */
  { 174.075, -39.057, "Taranaki" },         /* New Plymouth */
  { 174.763, -36.848, "Auckland" },
  { 174.777, -41.289, "Wellington" },
  { 173.284, -41.271, "Nelson" },
  { -176.560, -43.950, "Chatham Islands" }, /* Waitangi */
  { 183.440, -43.950, "Chatham Islands" },  /* the same */
  { 168.660, -45.030, "Otago" },            /* Queenstown */
  { 172.000, -39.000, NULL },               /* Tasman Sea */
  { 179.500, -44.000, NULL },               /* Pacific Ocean */
  { 151.200, -33.870, NULL },               /* Sydney */
  { 173.000, -91.000, NULL },
};

static void
test_projection (void)
{
  static const double longitudes[] = { -180, -176.5, 0, 166.4, 174.7633, 180, 183.5 };
  static const double latitudes[] = { -85, -47.3, -36.8485, 0, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (longitudes); i++)
    g_assert_cmpfloat_with_epsilon (
        lode_longitude_from_world_x (lode_world_x_from_longitude (longitudes[i])), longitudes[i],
        1e-9);
  for (guint i = 0; i < G_N_ELEMENTS (latitudes); i++)
    g_assert_cmpfloat_with_epsilon (
        lode_latitude_from_world_y (lode_world_y_from_latitude (latitudes[i])), latitudes[i],
        1e-9);

  g_assert_cmpfloat_with_epsilon (lode_world_x_from_longitude (180), 1, 1e-12);
  g_assert_cmpfloat (lode_world_x_from_longitude (183.5), >, 1);
  g_assert_cmpfloat_with_epsilon (lode_world_y_from_latitude (0), 0.5, 1e-12);
  /* EPSG:3857 of 41 degrees south is 5012341.66 m on a world of 40075016.69 m. */
  g_assert_cmpfloat_with_epsilon (lode_world_y_from_latitude (-41), 0.5 + 5012341.66 / 40075016.69,
                                  1e-8);
  g_assert_cmpfloat (lode_world_y_from_latitude (90), ==, 0);
  g_assert_cmpfloat (lode_world_y_from_latitude (-90), ==, 1);
}

static void
test_regions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (region_cases); i++)
    {
      const RegionCase *c = &region_cases[i];
      int region = lode_basemap_find_region (c->longitude, c->latitude);

      g_test_message ("%g %g", c->longitude, c->latitude);
      g_assert_cmpstr (lode_basemap_get_region_name (region), ==, c->region);
      g_assert_true ((region == -1) == (c->region == NULL));
    }
  g_assert_null (lode_basemap_get_region_name (1000));
}

typedef struct
{
  guint n_rings;
  double x0;
  double y0;
  double x1;
  double y1;
} Extent;

static void
visit_ring_cb (const LodeWorldPoint *points, guint n_points, gpointer user_data)
{
  Extent *extent = user_data;

  g_assert_cmpuint (n_points, >=, 4);
  g_assert_cmpfloat (points[0].x, ==, points[n_points - 1].x);
  g_assert_cmpfloat (points[0].y, ==, points[n_points - 1].y);
  extent->n_rings++;
  for (guint i = 0; i < n_points; i++)
    {
      extent->x0 = MIN (extent->x0, points[i].x);
      extent->y0 = MIN (extent->y0, points[i].y);
      extent->x1 = MAX (extent->x1, points[i].x);
      extent->y1 = MAX (extent->y1, points[i].y);
    }
}

static void
test_visit_region (void)
{
  Extent taranaki = { 0, 9, 9, -9, -9 }, chathams = taranaki, none = taranaki;

  lode_basemap_visit_region (lode_basemap_find_region (174.2, -39.3), visit_ring_cb, &taranaki);
  g_assert_cmpuint (taranaki.n_rings, >, 0);
  g_assert_cmpfloat_with_epsilon (lode_longitude_from_world_x (taranaki.x0), 173.75, 0.05);
  g_assert_cmpfloat (lode_longitude_from_world_x (taranaki.x1), <, 175.2);
  g_assert_cmpfloat (lode_latitude_from_world_y (taranaki.y1), >, -40.0);

  lode_basemap_visit_region (lode_basemap_find_region (-176.5, -44.05), visit_ring_cb, &chathams);
  g_assert_cmpuint (chathams.n_rings, >, 1);
  g_assert_cmpfloat (chathams.x0, >, 1);
  g_assert_cmpfloat (chathams.x1, <, 1.02);

  lode_basemap_visit_region (-1, visit_ring_cb, &none);
  g_assert_cmpuint (none.n_rings, ==, 0);
}

static void
visit_town_cb (const char *name, int rank, LodeWorldPoint at, gpointer user_data)
{
  GHashTable *towns = user_data;

  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpint (rank, >=, 1);
  g_assert_cmpfloat (at.x, >, 0.95);
  g_hash_table_insert (towns, (gpointer) name, GINT_TO_POINTER (rank));
}

static void
test_towns (void)
{
  g_autoptr (GHashTable) cities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) towns = g_hash_table_new (g_str_hash, g_str_equal);

  lode_basemap_visit_towns (1, visit_town_cb, cities);
  g_assert_cmpuint (g_hash_table_size (cities), ==, 3);
  g_assert_true (g_hash_table_contains (cities, "Wellington"));

  lode_basemap_visit_towns (5, visit_town_cb, towns);
  g_assert_cmpuint (g_hash_table_size (towns), >, 190);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (towns, "Whangārei")), ==, 2);
  g_assert_true (g_hash_table_contains (towns, "Ōtorohanga"));
}

/* Every byte that is checked, changed once: none may be taken for a base map. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *copy = NULL;
  LodeGeoPath *path, good;
  LodeGeo geo;
  gsize size;

  bytes = g_resource_lookup_data (lode_basemap_get_resource (), LODE_RESOURCE_PATH "/basemap.bin",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  size = g_bytes_get_size (bytes);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  g_assert_true (lode_geo_read (&geo, copy, size, NULL));

  for (gsize i = 0; i < 72; i++)
    {
      g_autoptr (GError) error = NULL;

      copy[i] ^= 0x40;
      if (lode_geo_read (&geo, copy, size, &error))
        /* A table's count may shrink by so many and still hold all that is used. */
        g_assert_cmpuint (i, >=, 24);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      copy[i] ^= 0x40;
    }

  g_assert_false (lode_geo_read (&geo, copy, size - 1, NULL));
  g_assert_false (lode_geo_read (&geo, copy, 16, NULL));
  g_assert_false (lode_geo_read (&geo, copy, 0, NULL));

  /* A path that would be read beyond the points, one too short to have a chunk, a name that ends
   * beyond the table. */
  g_assert_true (lode_geo_read (&geo, copy, size, NULL));
  path = (LodeGeoPath *) &geo.paths[3];
  good = *path;
  path->n_points = G_MAXUINT32;
  g_assert_false (lode_geo_read (&geo, copy, size, NULL));
  *path = good;
  path->n_points = 1;
  g_assert_false (lode_geo_read (&geo, copy, size, NULL));
  *path = good;
  path->name.maori = G_MAXUINT32;
  g_assert_false (lode_geo_read (&geo, copy, size, NULL));
  *path = good;
  g_assert_true (lode_geo_read (&geo, copy, size, NULL));
}

static void
test_land (void)
{
  static const struct
  {
    double longitude, latitude;
    const char *region; /* of which it is no land: "" */
  } points[] = {
    { 172.5, -43.5, "Canterbury" },
    { 169.4, -45.2, "Otago" },
    /* In Lake Taupo, and beside it. */
    { 175.9, -38.8, "" },
    { 175.5, -38.2, "Waikato" },
    /* A kilometre off the coast, which is the region's, but no land. */
    { 172.85, -43.35, "" },
    { 160, -40, "" },
    { -176.55, -44.03, "Chatham Islands" },
    { 183.45, -44.03, "Chatham Islands" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    for (int region = 0; lode_basemap_get_region_name (region) != NULL; region++)
      {
        const gboolean is_here
          = g_str_equal (lode_basemap_get_region_name (region), points[i].region);

        g_test_message ("%g %g %s", points[i].longitude, points[i].latitude,
                        lode_basemap_get_region_name (region));
        g_assert_cmpint (
          lode_basemap_is_on_land (region, lode_world_x_from_longitude (points[i].longitude),
                                   lode_world_y_from_latitude (points[i].latitude)),
          ==, is_here);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/basemap/projection", test_projection);
  g_test_add_func ("/basemap/regions", test_regions);
  g_test_add_func ("/basemap/land", test_land);
  g_test_add_func ("/basemap/visit-region", test_visit_region);
  g_test_add_func ("/basemap/towns", test_towns);
  g_test_add_func ("/basemap/damaged", test_damaged);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-model.h"

static LodeGeometry *
get_geometry (LodeDataset *dataset, const char *id)
{
  return lode_place_get_geometry (lode_dataset_find_place (dataset, id));
}

static void
test_polygon (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeGeometry *square = get_geometry (dataset, "square");
  const LodeGeometryPart *parts;
  LodeLonLat inside;
  guint n_parts;

  g_assert_cmpint (lode_geometry_get_kind (square), ==, LODE_GEOMETRY_POLYGON);
  parts = lode_geometry_get_parts (square, &n_parts);
  g_assert_cmpuint (n_parts, ==, 2);
  g_assert_cmpuint (parts[0].n_points, ==, 5);
  g_assert_cmpuint (parts[0].n_holes, ==, 1);
  g_assert_cmpuint (parts[1].n_holes, ==, 0);
  g_assert_cmpfloat (parts[1].points[2].longitude, ==, 173.5);
  g_assert_cmpfloat (parts[1].points[2].latitude, ==, -44.5);

  /* Not in the hole, which is in the middle, but in the wider of the strips beside it. */
  inside = lode_geometry_get_representative (square);
  g_assert_cmpfloat (inside.latitude, ==, -45);
  g_assert_cmpfloat (inside.longitude, ==, 170.5);
  g_assert_cmpfloat (lode_place_get_longitude (lode_dataset_find_place (dataset, "square")), ==,
                     170.5);
}

static void
test_polygons (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeGeometry *islands = get_geometry (dataset, "islands");
  LodeLonLat inside = lode_geometry_get_representative (islands);
  guint n_parts;

  lode_geometry_get_parts (islands, &n_parts);
  g_assert_cmpuint (n_parts, ==, 2);

  /* In the larger one. */
  g_assert_cmpfloat (inside.longitude, ==, 15);
  g_assert_cmpfloat (inside.latitude, ==, 5);
}

static void
test_line (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeGeometry *line = get_geometry (dataset, "line");
  LodeLonLat middle = lode_geometry_get_representative (line);

  g_assert_cmpint (lode_geometry_get_kind (line), ==, LODE_GEOMETRY_LINE);
  g_assert_cmpfloat_with_epsilon (middle.longitude, 172, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.latitude, 0, 1e-9);
}

static void
test_points (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  LodeGeometry *points = get_geometry (dataset, "points");
  LodeLonLat central = lode_geometry_get_representative (points);
  const LodeGeometryPart *parts;
  guint n_parts;

  g_assert_cmpint (lode_geometry_get_kind (points), ==, LODE_GEOMETRY_POINT);
  parts = lode_geometry_get_parts (points, &n_parts);
  g_assert_cmpuint (n_parts, ==, 3);
  g_assert_cmpuint (parts[2].n_points, ==, 1);
  g_assert_cmpfloat (parts[2].points[0].longitude, ==, 11);
  g_assert_cmpfloat (central.longitude, ==, 10);
}

static void
test_reference (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  g_autoptr (LodeGeometry) square = lode_geometry_ref (get_geometry (dataset, "square"));
  guint n_parts;

  g_clear_object (&dataset);

  g_assert_cmpfloat (lode_geometry_get_parts (square, &n_parts)[0].points[0].longitude, ==, 170);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geometry/polygon", test_polygon);
  g_test_add_func ("/geometry/polygons", test_polygons);
  g_test_add_func ("/geometry/line", test_line);
  g_test_add_func ("/geometry/points", test_points);
  g_test_add_func ("/geometry/reference", test_reference);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-reader.h"
#include "lode-shape.h"

#include <math.h>

/* Lines and polygons in world coordinates. */

static LodeDataset *
read_dataset (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (lode_reading_get_dataset (reading));
}

static LodeShape *
create_shape (LodeDataset *dataset, const char *id)
{
  return lode_shape_new (lode_dataset_find_place (dataset, id));
}

static gboolean
is_hit (LodeShape *shape, double longitude, double latitude, double distance)
{
  LodeWorldPoint at = { lode_world_x_from_longitude (longitude),
                        lode_world_y_from_latitude (latitude) };

  return lode_shape_is_hit (shape, at, distance);
}

static void
test_polygon (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset (SHAPES_FILE);
  g_autoptr (LodeShape) area = create_shape (dataset, "area");

  g_assert_true (lode_shape_is_filled (area));
  g_assert_true (is_hit (area, 172.3, -39.7, 0));
  g_assert_true (is_hit (area, 173.6, -40.2, 0));
  g_assert_false (is_hit (area, 172.95, -39.75, 0)); /* the hole */
  g_assert_false (is_hit (area, 171.9, -39.7, 0));
  g_assert_false (is_hit (area, 172.3, -38.9, 0));
  /* Near its border, from both sides. */
  g_assert_true (is_hit (area, 171.9, -39.7, 0.2 / 360));
  g_assert_true (is_hit (area, 172.95, -39.52, 0.1 / 360));
}

/* A degree of longitude is 1/360 of the world, and one of latitude there about 1.3 times as much. */
static void
test_area (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset (SHAPES_FILE);
  g_autoptr (LodeShape) far = create_shape (dataset, "far");
  g_autoptr (LodeShape) line = create_shape (dataset, "line");
  double height = lode_world_y_from_latitude (-45) - lode_world_y_from_latitude (-43);

  g_assert_cmpfloat_with_epsilon (lode_shape_get_area (far), 4.0 / 360 * height, 1e-12);
  g_assert_cmpfloat (lode_shape_get_area (line), ==, 0);
  g_assert_false (lode_shape_is_filled (line));
}

static void
test_line (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset (SHAPES_FILE);
  g_autoptr (LodeShape) line = create_shape (dataset, "line");

  g_assert_true (is_hit (line, 168.75, -45.0, 0.02 / 360));
  g_assert_false (is_hit (line, 168.75, -44.5, 0.02 / 360));
  /* Not on the way back from its end to its beginning. */
  g_assert_true (is_hit (line, 169.5, -44.5, 0.001 / 360));
  g_assert_false (is_hit (line, 167.9, -45.6, 0.02 / 360));
}

/* One piece, whichever way round the world it is asked about. */
static void
test_antimeridian (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset (SHAPES_FILE);
  g_autoptr (LodeShape) far = create_shape (dataset, "far");
  const LodeWorldBox *box = lode_shape_get_box (far);

  g_assert_cmpfloat_with_epsilon (box->east - box->west, 4.0 / 360, 1e-9);
  g_assert_true (is_hit (far, 179.0, -44, 0));
  g_assert_true (is_hit (far, -178.0, -44, 0));
  g_assert_true (is_hit (far, 182.0, -44, 0));
  g_assert_false (is_hit (far, 178.0, -44, 0));
  g_assert_false (is_hit (far, -177.0, -44, 0));
}

static void
test_point (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset (DATASET_FILE);

  g_assert_null (create_shape (dataset, "otago"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shape/polygon", test_polygon);
  g_test_add_func ("/shape/area", test_area);
  g_test_add_func ("/shape/line", test_line);
  g_test_add_func ("/shape/antimeridian", test_antimeridian);
  g_test_add_func ("/shape/point", test_point);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "lode-dataset-reader.h"
#include "lode-map-picture.h"

#include <gdk/gdk.h>
#include <string.h>

/* The built-in dataset's picture in each format, and what a newsroom needs on it. */

static LodeDataset *
read_dataset (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (DATASET_FILE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lode_reading_get_dataset (reading));
  return g_object_ref (lode_reading_get_dataset (reading));
}

static LodeMapPicture *
create_picture (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();

  return lode_map_picture_new (dataset, NULL);
}

static GBytes *
render (LodeMapPicture *picture, LodePictureFormat format, int scale)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lode_map_picture_render (picture, format, scale, NULL, &error);
  const char *folder = g_getenv ("LODE_TEST_PICTURES");

  g_assert_no_error (error);
  if (folder != NULL)
    {
      static const char *endings[] = { "png", "svg", "pdf" };
      g_autofree char *path = g_strdup_printf ("%s/picture-%d.%s", folder, scale, endings[format]);

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL));
    }
  return bytes;
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static void
test_png (void)
{
  g_autoptr (LodeMapPicture) picture = create_picture ();
  g_autoptr (GBytes) plain = render (picture, LODE_PICTURE_PNG, 1);
  g_autoptr (GBytes) sharp = render (picture, LODE_PICTURE_PNG, 2);
  g_autoptr (GdkTexture) small = gdk_texture_new_from_bytes (plain, NULL);
  g_autoptr (GdkTexture) large = gdk_texture_new_from_bytes (sharp, NULL);

  g_assert_nonnull (small);
  g_assert_nonnull (large);
  g_assert_cmpint (gdk_texture_get_width (small), ==, 960);
  g_assert_cmpint (gdk_texture_get_height (small), >, 1080 + 80);
  g_assert_cmpint (gdk_texture_get_width (large), ==, 2 * gdk_texture_get_width (small));
  g_assert_cmpint (gdk_texture_get_height (large), ==, 2 * gdk_texture_get_height (small));
}

/* Shapes: the only pixels are those of the relief. */
static void
test_svg (void)
{
  g_autoptr (LodeMapPicture) picture = create_picture ();
  g_autoptr (GBytes) svg = render (picture, LODE_PICTURE_SVG, 1);
  g_autoptr (GBytes) flat = NULL;
  g_autoptr (GMarkupParseContext) parser = NULL;
  static const GMarkupParser nothing = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (holds (svg, "<svg"));
  g_assert_true (holds (svg, "<image"));
  parser = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_markup_parse_context_parse (parser, g_bytes_get_data (svg, NULL),
                                (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));

  lode_map_picture_set_theme (picture, (LodeMapTheme){ .high_contrast = TRUE });
  flat = render (picture, LODE_PICTURE_SVG, 1);
  g_assert_false (holds (flat, "<image"));
}

static void
test_pdf (void)
{
  g_autoptr (LodeMapPicture) picture = create_picture ();
  g_autoptr (GBytes) pdf = render (picture, LODE_PICTURE_PDF, 1);
  const char *data = g_bytes_get_data (pdf, NULL);

  g_assert_true (g_str_has_prefix (data, "%PDF-1."));
  g_assert_true (holds (pdf, "/Font"));
}

static void
test_cancel (void)
{
  g_autoptr (LodeMapPicture) picture = create_picture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (lode_map_picture_render (picture, LODE_PICTURE_PNG, 4, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_formats (void)
{
  LodePictureFormat format = LODE_PICTURE_N_FORMATS;

  g_assert_true (lode_picture_format_parse ("SVG", &format));
  g_assert_cmpint (format, ==, LODE_PICTURE_SVG);
  g_assert_false (lode_picture_format_parse ("gif", &format));
  g_assert_false (lode_picture_format_parse ("", &format));
}

/* The same dataset gives the same picture, and one without places another. */
static void
test_markers (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (GListStore) none = g_list_store_new (LODE_TYPE_PLACE);
  g_autoptr (LodeMapPicture) first = lode_map_picture_new (dataset, NULL);
  g_autoptr (LodeMapPicture) second = lode_map_picture_new (dataset, NULL);
  g_autoptr (LodeMapPicture) empty = lode_map_picture_new (dataset, G_LIST_MODEL (none));
  g_autoptr (GBytes) a = render (first, LODE_PICTURE_PNG, 1);
  g_autoptr (GBytes) b = render (second, LODE_PICTURE_PNG, 1);
  g_autoptr (GBytes) c = render (empty, LODE_PICTURE_PNG, 1);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_false (g_bytes_equal (a, c));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-picture/png", test_png);
  g_test_add_func ("/map-picture/svg", test_svg);
  g_test_add_func ("/map-picture/pdf", test_pdf);
  g_test_add_func ("/map-picture/cancel", test_cancel);
  g_test_add_func ("/map-picture/formats", test_formats);
  g_test_add_func ("/map-picture/markers", test_markers);

  return g_test_run ();
}

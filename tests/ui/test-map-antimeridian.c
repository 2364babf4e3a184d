/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "lode-dataset-reader.h"
#include "lode-map-projection.h"
#include "lode-map-view.h"
#include "lode-marker-arrangement.h"
#include "lode-marker-layer.h"
#include "lode-marker-plane.h"
#include "lode-place-marker.h"
#include "lode-tile-source.h"

#include <adwaita.h>
#include <math.h>

/* New Zealand lies on both sides of 180°, where the world that libshumate knows ends: the map is
 * panned from the mainland to the Chathams and back. */

#define WIDTH 850
#define HEIGHT 700
#define ZOOM 7
#define LATITUDE -43.5
/* Pixels from the view's edge within which a marker may have no place. */
#define MARGIN 120
/* How much the colours of two columns of the sea side by side may differ, of 255. */
#define TOLERANCE 6
#define MAX_KEYS 100
#define N_STEPS 40
/* Pixels. */
#define STEP 3.3

typedef struct
{
  GtkWindow   *window;
  LodeMapView *view;
  LodeDataset *dataset;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (PLACES_FILE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  fixture->dataset = g_object_ref (lode_reading_get_dataset (reading));
  fixture->view = LODE_MAP_VIEW (lode_map_view_new ());
  lode_map_view_set_places (fixture->view, lode_dataset_get_places (fixture->dataset));

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, WIDTH, HEIGHT);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  ui_test_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (fixture->window);
  ui_test_assert_finalized (view);
  g_object_unref (fixture->dataset);
}

static LodeMapProjection
get_projection (Fixture *fixture)
{
  GtkWidget *map = ui_test_find (GTK_WIDGET (fixture->view), SHUMATE_TYPE_MAP, NULL);

  return lode_map_projection_new (shumate_map_get_viewport (SHUMATE_MAP (map)), map);
}

static LodeWorldPoint
get_point (double longitude, double latitude)
{
  return (LodeWorldPoint) { lode_world_wrap_x (lode_world_x_from_longitude (longitude)),
                            lode_world_y_from_latitude (latitude) };
}

static void
look_at (Fixture *fixture, double longitude)
{
  LodeWorldPoint point = get_point (longitude, LATITUDE);

  lode_map_view_set_pose (fixture->view, (LodeCameraPose) { point.x, point.y, ZOOM });
  ui_test_settle (GTK_WIDGET (fixture->view));
}

/* Each place in view has its marker, which stands where the place is. Returns how many there are. */
static guint
assert_markers (Fixture *fixture)
{
  GListModel *places = lode_dataset_get_places (fixture->dataset);
  LodeMapProjection projection = get_projection (fixture);
  GtkWidget *layer = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_MARKER_LAYER, NULL);
  guint n_seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);
      LodeMarker *marker;
      graphene_rect_t bounds;
      double x, y;

      lode_map_projection_project (&projection,
                                   get_point (lode_place_get_longitude (place),
                                              lode_place_get_latitude (place)),
                                   &x, &y);
      if (x < MARGIN || y < MARGIN || x > WIDTH - MARGIN || y > HEIGHT - MARGIN)
        continue;

      marker = lode_marker_layer_find (LODE_MARKER_LAYER (layer), place);
      g_assert_nonnull (marker);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (marker)));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (marker), layer, &bounds));
      g_assert_cmpfloat (bounds.origin.x - MARGIN, <, x);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width + MARGIN, >, x);
      n_seen++;
    }

  return n_seen;
}

/* With the arrow key, until that meridian is in the middle, more or less. */
static void
pan (Fixture *fixture, guint keyval, double longitude)
{
  double sign = keyval == GDK_KEY_Right ? 1 : -1;
  double x = get_point (longitude, LATITUDE).x;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  for (guint i = 0; (x - lode_world_wrap_x (get_projection (fixture).pose.x)) * sign > 0; i++)
    {
      g_assert_cmpuint (i, <, MAX_KEYS);
      ui_test_key (GTK_WIDGET (fixture->window), 0, keyval);
      ui_test_settle (GTK_WIDGET (fixture->view));
      assert_markers (fixture);
    }
}

/* To a pixel: on a plane that moves as a whole, a marker is rounded twice. */
static void
assert_boxes (Fixture *fixture)
{
  const LodeBox view = { 0, 0, WIDTH, HEIGHT };
  LodeMapProjection projection = get_projection (fixture);
  GtkWidget *layer = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_MARKER_LAYER, NULL);
  guint n_seen = 0;

  for (GtkWidget *child = ui_test_find (layer, LODE_TYPE_MARKER, NULL); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LodeBox box = lode_marker_arrangement_get_box (LODE_MARKER (child), &projection);
      double overlap = lode_box_overlap (&box, &view);
      double x, y;

      if (!gtk_widget_get_child_visible (child))
        {
          g_assert_cmpfloat (overlap, <=, MAX (box.width, box.height));
          continue;
        }

      n_seen++;
      g_assert_true (gtk_widget_translate_coordinates (child, layer, 0, 0, &x, &y));
      g_assert_cmpfloat (fabs (x - box.x), <=, 1);
      g_assert_cmpfloat (fabs (y - box.y), <=, 1);
    }
  g_assert_cmpuint (n_seen, >, 0);
}

static gboolean
has_marker (Fixture *fixture, const char *id)
{
  GtkWidget *layer = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_MARKER_LAYER, NULL);
  LodePlace *place = lode_dataset_find_place (fixture->dataset, id);
  LodeMarker *marker = lode_marker_layer_find (LODE_MARKER_LAYER (layer), place);

  return marker != NULL && gtk_widget_get_mapped (GTK_WIDGET (marker));
}

static void
test_pan (Fixture *fixture, gconstpointer data)
{
  look_at (fixture, 171);
  g_assert_cmpuint (assert_markers (fixture), >=, 2);
  g_assert_true (has_marker (fixture, "west-coast"));
  g_assert_false (has_marker (fixture, "chathams"));

  pan (fixture, GDK_KEY_Right, -176.5);
  g_assert_cmpuint (assert_markers (fixture), ==, 1);
  g_assert_true (has_marker (fixture, "chathams"));
  g_assert_false (has_marker (fixture, "west-coast"));

  pan (fixture, GDK_KEY_Left, 171);
  g_assert_cmpuint (assert_markers (fixture), >=, 2);
  g_assert_true (has_marker (fixture, "west-coast"));
  g_assert_false (has_marker (fixture, "chathams"));
}

/* Step by step, with fractions of pixels; each zoom has callouts choose their sides anew. */
static void
test_boxes (Fixture *fixture, gconstpointer data)
{
  const double zooms[] = { 7, 5.3, 5 };
  LodeWorldPoint start = get_point (171, LATITUDE);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (guint step = 0; step < N_STEPS; step++)
      {
        double shift = step * STEP / (LODE_TILE_SIZE * exp2 (zooms[i]));
        LodeCameraPose pose = { start.x + shift, start.y + shift / 3, zooms[i] };

        lode_map_view_set_pose (fixture->view, pose);
        ui_test_settle (GTK_WIDGET (fixture->view));
        assert_boxes (fixture);
      }
}

static void
wait_for_tiles (Fixture *fixture)
{
  ui_test_wait_for (lode_map_view_get_pending_tiles (fixture->view) == 0
                    && lode_map_view_is_painted (fixture->view), 20000);
  ui_test_settle (GTK_WIDGET (fixture->view));
}

/* Of the view, rows of as many as it is wide, four bytes each. */
static GBytes *
dup_pixels (Fixture *fixture, int *width)
{
  g_autoptr (GdkTexture) texture = ui_test_render (GTK_WIDGET (fixture->view));
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  gsize size = stride * gdk_texture_get_height (texture);
  guchar *pixels = g_malloc (size);

  *width = gdk_texture_get_width (texture);
  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new_take (pixels, size);
}

/* A marker that stood outside the view and comes into it alone is drawn: nothing changes when the
 * plane is drawn anew. */
static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  LodeWorldPoint point = get_point (-176.5, -44);
  GtkWidget *layer = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_MARKER_LAYER, NULL);
  double world = LODE_TILE_SIZE * exp2 (ZOOM);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GBytes) pixels_anew = NULL;
  int width;

  for (int y = HEIGHT + 140; y > HEIGHT - 140; y -= 20)
    {
      LodeCameraPose pose = { point.x + (WIDTH / 2 - 150) / world,
                              point.y - (y - HEIGHT / 2) / world, ZOOM };

      lode_map_view_set_pose (fixture->view, pose);
      ui_test_settle (GTK_WIDGET (fixture->view));
      if (y == HEIGHT + 140)
        g_assert_false (has_marker (fixture, "chathams"));
    }
  g_assert_true (has_marker (fixture, "chathams"));

  wait_for_tiles (fixture);
  pixels = dup_pixels (fixture, &width);
  gtk_widget_queue_draw (gtk_widget_get_first_child (layer));
  ui_test_settle (GTK_WIDGET (fixture->view));
  pixels_anew = dup_pixels (fixture, &width);
  g_assert_true (g_bytes_equal (pixels, pixels_anew));
}

/* Once around the world, at zooms at which most of it is in view, or less than half: what leaves at
 * one edge comes in at the other. */
static void
test_around (Fixture *fixture, gconstpointer data)
{
  const double worlds[] = { 1200, 2400 };
  const LodeBox view = { 0, 0, WIDTH, HEIGHT };
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *plane = lode_marker_plane_new ();
  LodePlace *place = lode_dataset_find_place (fixture->dataset, "west-coast");
  LodeMarkerWords words = { NULL };
  LodeMarker *marker = lode_place_marker_new ();
  LodeMapProjection projection = { .width = WIDTH, .height = HEIGHT, .scale = 1 };
  guint n_seen = 0;

  lode_marker_set_item (marker, G_OBJECT (place), &words);
  gtk_widget_set_parent (GTK_WIDGET (marker), plane);
  gtk_window_set_child (window, plane);
  projection.world = worlds[0];
  lode_marker_plane_move (LODE_MARKER_PLANE (plane), &projection);
  ui_test_present (window);

  for (int step = 0; step < 2 * N_STEPS; step++)
    {
      LodeBox box;
      double x, y;

      projection.world = worlds[step / N_STEPS];
      projection.pose = (LodeCameraPose) { .x = (double) step / N_STEPS, .y = 0.6 };
      lode_marker_plane_move (LODE_MARKER_PLANE (plane), &projection);
      box = lode_marker_arrangement_get_box (marker, &projection);
      if (lode_box_overlap (&box, &view) <= 0)
        continue;

      n_seen++;
      gtk_widget_translate_coordinates (GTK_WIDGET (marker), GTK_WIDGET (window), 0, 0, &x, &y);
      g_assert_cmpfloat (fabs (x - box.x), <=, 1);
      g_assert_cmpfloat (fabs (y - box.y), <=, 1);
    }
  g_assert_cmpuint (n_seen, >, N_STEPS / 2);
  gtk_window_destroy (window);
}

static gboolean
differ (const guchar *pixel, const guchar *other)
{
  for (guint i = 0; i < 3; i++)
    if (abs (pixel[i] - other[i]) > TOLERANCE)
      return TRUE;
  return FALSE;
}

/* How many rows change colour between column @x and the next one; without the rows where the
 * buttons, the scale and the credit may be. */
static guint
count_changes (const guchar *pixels, int width, int x)
{
  guint n_changes = 0;

  for (int row = MARGIN; row < HEIGHT - MARGIN; row++)
    {
      const guchar *pixel = pixels + ((gsize) row * width + x) * 4;

      n_changes += differ (pixel, pixel + 4);
    }
  return n_changes;
}

static void
test_seam (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pixels = NULL;
  LodeMapProjection projection;
  double x, y;
  int width;

  look_at (fixture, 178);
  pan (fixture, GDK_KEY_Right, 179.5);
  wait_for_tiles (fixture);

  projection = get_projection (fixture);
  lode_map_projection_project (&projection, get_point (180, LATITUDE), &x, &y);
  pixels = dup_pixels (fixture, &width);

  g_assert_cmpfloat (x, >, 10);
  g_assert_cmpfloat (x, <, width - 10);
  for (int column = (int) x - 4; column <= (int) x + 3; column++)
    g_assert_cmpuint (count_changes (g_bytes_get_data (pixels, NULL), width, column), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/map-antimeridian/pan", Fixture, NULL, set_up, test_pan, tear_down);
  g_test_add ("/map-antimeridian/boxes", Fixture, NULL, set_up, test_boxes, tear_down);
  g_test_add ("/map-antimeridian/drawn", Fixture, NULL, set_up, test_drawn, tear_down);
  g_test_add ("/map-antimeridian/around", Fixture, NULL, set_up, test_around, tear_down);
  g_test_add ("/map-antimeridian/seam", Fixture, NULL, set_up, test_seam, tear_down);

  return g_test_run ();
}

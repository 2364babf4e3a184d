/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-window-private.h"
#include "ui-test.h"

/* Places that are lines or polygons: pressed anywhere, not only at their markers. */

#define ZOOM 8

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  GtkWidget *map;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "shapes.said-where.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_file (fixture->window, file);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != NULL, 10000);
  fixture->map = GTK_WIDGET (fixture->window->map_view);
  ui_test_settle (fixture->map);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static void
look_at (Fixture *fixture, double longitude, double latitude)
{
  LodeCameraPose pose = { lode_world_wrap_x (lode_world_x_from_longitude (longitude)),
                          lode_world_y_from_latitude (latitude), ZOOM };

  lode_map_view_set_pose (LODE_MAP_VIEW (fixture->map), pose);
  ui_test_settle (fixture->map);
}

/* Who is selected by a press there; dx: so many pixels beside it. "" is nobody. */
static const char *
press (Fixture *fixture, double longitude, double latitude, int dx)
{
  const gint64 double_click = g_get_monotonic_time () + 700 * 1000;
  LodePlace *place;

  look_at (fixture, longitude, latitude);
  /* All presses are on the same point of the screen. */
  ui_test_wait_for (g_get_monotonic_time () > double_click, 5000);
  ui_test_click_at (fixture->map, 0.5 + (double) dx / gtk_widget_get_width (fixture->map), 0.5, 1);
  ui_test_settle (fixture->map);
  place = lode_map_view_get_selected_place (LODE_MAP_VIEW (fixture->map));
  return place != NULL ? lode_record_get_id (LODE_RECORD (place)) : "";
}

static void
test_press (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (press (fixture, 172.3, -39.7, 0), ==, "area");
  g_assert_true (lode_window_get_selected_place (fixture->window) != NULL);
  g_assert_cmpstr (press (fixture, 171.0, -39.7, 0), ==, "");

  g_assert_cmpstr (press (fixture, 168.75, -45.0, 5), ==, "line");
  g_assert_cmpstr (press (fixture, 168.75, -45.0, 60), ==, "");

  /* On both sides of the antimeridian. */
  g_assert_cmpstr (press (fixture, 179.0, -44.6, 0), ==, "far");
  lode_window_set_selected_place (fixture->window, NULL);
  g_assert_cmpstr (press (fixture, -178.0, -44.6, 0), ==, "far");
}

/* The colour in the middle of the map, as it is drawn. */
static guint32
get_colour (Fixture *fixture)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  int width, height;

  ui_test_wait_for (lode_map_view_get_pending_tiles (LODE_MAP_VIEW (fixture->map)) == 0, 20000);
  ui_test_settle (fixture->map);
  texture = ui_test_render (fixture->map);
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  pixels = g_new (guint32, (gsize) width * height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof (guint32));
  return pixels[height / 2 * width + width / 2];
}

/* It is seen, also when nobody points at it: the sea is not the sea's colour there. */
static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  guint32 sea, far;

  look_at (fixture, 177.0, -48.0);
  sea = get_colour (fixture);
  look_at (fixture, 179.0, -44.6);
  far = get_colour (fixture);
  g_assert_cmphex (far, !=, sea);
  look_at (fixture, -178.0, -44.6);
  g_assert_cmphex (get_colour (fixture), !=, sea);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/shapes/press", Fixture, NULL, set_up, test_press, tear_down);
  g_test_add ("/shapes/drawn", Fixture, NULL, set_up, test_drawn, tear_down);

  return g_test_run ();
}

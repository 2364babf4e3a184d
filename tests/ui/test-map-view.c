/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "lode-basemap.h"
#include "lode-dataset-reader.h"
#include "lode-map-projection.h"
#include "lode-map-view.h"
#include "lode-marker-layer.h"
#include "lode-region-layer.h"
#include "lode-tile-source.h"
#include "lode-topic-tile.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  GtkWindow   *window;
  LodeMapView *view;
  LodeDataset *dataset;
  guint        n_activated;
  LodePlace   *last_activated;
} Fixture;

static LodeDataset *
read_places (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (PLACES_FILE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lode_reading_get_dataset (reading));
  return g_object_ref (lode_reading_get_dataset (reading));
}

static void
activated_cb (Fixture *fixture, LodePlace *place)
{
  fixture->n_activated++;
  fixture->last_activated = place;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = read_places ();
  fixture->view = LODE_MAP_VIEW (lode_map_view_new ());
  g_signal_connect_swapped (fixture->view, "place-activated", G_CALLBACK (activated_cb), fixture);
  lode_map_view_set_places (fixture->view, lode_dataset_get_places (fixture->dataset));

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 850, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  ui_test_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;
  gpointer place = lode_dataset_find_place (fixture->dataset, "otago");

  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (place, &place);
  gtk_window_destroy (fixture->window);
  ui_test_assert_finalized (view);
  g_object_unref (fixture->dataset);
  ui_test_assert_finalized (place);
}

static LodePlace *
find_place (Fixture *fixture, const char *id)
{
  LodePlace *place = lode_dataset_find_place (fixture->dataset, id);

  g_assert_nonnull (place);
  return place;
}

static LodeMarker *
find_marker (Fixture *fixture, const char *id)
{
  GtkWidget *layer = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_MARKER_LAYER, NULL);

  return lode_marker_layer_find (LODE_MARKER_LAYER (layer), find_place (fixture, id));
}

static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

static ShumateViewport *
get_viewport (Fixture *fixture)
{
  GtkWidget *map = ui_test_find (GTK_WIDGET (fixture->view), SHUMATE_TYPE_MAP, NULL);

  return shumate_map_get_viewport (SHUMATE_MAP (map));
}

static double
get_zoom (Fixture *fixture)
{
  return shumate_viewport_get_zoom_level (get_viewport (fixture));
}

static gboolean
has_focus (Fixture *fixture, const char *id)
{
  LodeMarker *marker = find_marker (fixture, id);

  return marker != NULL && gtk_widget_has_focus (lode_marker_get_button (marker));
}

static void
press_key (Fixture *fixture, guint keyval)
{
  ui_test_key (GTK_WIDGET (fixture->window), 0, keyval);
}

static void
wait_for_time (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, ui_test_flag_cb, &passed);
  ui_test_wait_for (passed, (int) ms + 3000);
}

/* Or the next click is a double click, whose second press is left out. */
static void
wait_for_single_click (Fixture *fixture)
{
  int ms;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (fixture->view)), "gtk-double-click-time", &ms,
                NULL);
  wait_for_time (ms + 50);
}

/* Where nothing is: the sea between the mainland and the Chathams, near the upper end. */
static void
click_sea (Fixture *fixture)
{
  ui_test_click_at (GTK_WIDGET (fixture->view), 0.06, 0.06, 1);
}

static void
drag (GtkWidget *widget, int dx, int dy)
{
  Display *display = ui_test_xdisplay (widget);
  int x, y;

  ui_test_root_point (widget, 0.5, 0.5, &x, &y);
  XTestFakeMotionEvent (display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent (display, 1, True, CurrentTime);
  for (int i = 1; i <= 4; i++)
    {
      XTestFakeMotionEvent (display, -1, x + dx * i / 4, y + dy * i / 4, CurrentTime);
      XSync (display, False);
      ui_test_wait_frames (gtk_widget_get_ancestor (widget, LODE_TYPE_MAP_VIEW), 2);
    }
  XTestFakeButtonEvent (display, 1, False, CurrentTime);
  XSync (display, False);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) places = NULL;
  g_autoptr (LodePlace) selected = NULL;
  g_autoptr (GListModel) lit = NULL;
  gboolean dark;
  guint pending;

  ui_test_wait_for (lode_map_view_get_pending_tiles (fixture->view) == 0, 20000);
  g_object_set (fixture->view, "dark", TRUE, "selected-place", find_place (fixture, "otago"),
                "lit-places", lode_dataset_get_places (fixture->dataset), NULL);
  g_object_get (fixture->view, "places", &places, "selected-place", &selected, "lit-places", &lit,
                "dark", &dark, "pending-tiles", &pending, NULL);
  g_assert_true (places == lode_dataset_get_places (fixture->dataset));
  g_assert_true (selected == find_place (fixture, "otago"));
  g_assert_true (lit == places);
  g_assert_true (dark);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->view), "dark-map"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "macraes")), "lit"));

  lode_map_view_set_lit_places (fixture->view, NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "macraes")), "lit"));
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  LodeMarker *marker = find_marker (fixture, "otago");
  GtkWidget *regions = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_REGION_LAYER, NULL);
  LodePlace *otago = find_place (fixture, "otago");

  g_assert_nonnull (marker);
  ui_test_click (GTK_WIDGET (marker));
  ui_test_wait_for (lode_map_view_get_selected_place (fixture->view) == otago, 3000);
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_true (fixture->last_activated == otago);
  g_assert_true (lode_marker_get_selected (marker));
  g_assert_cmpfloat (lode_region_layer_get_strength (LODE_REGION_LAYER (regions), otago), ==, 1);

  /* Again: it stays selected, and says so again. */
  ui_test_settle (GTK_WIDGET (fixture->view));
  wait_for_single_click (fixture);
  ui_test_click (GTK_WIDGET (marker));
  ui_test_wait_for (fixture->n_activated == 2, 3000);
  g_assert_true (lode_map_view_get_selected_place (fixture->view) == otago);

  click_sea (fixture);
  ui_test_wait_for (lode_map_view_get_selected_place (fixture->view) == NULL, 3000);
  g_assert_false (lode_marker_get_selected (marker));
  g_assert_cmpfloat (lode_region_layer_get_strength (LODE_REGION_LAYER (regions), otago), ==, 0);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "taranaki"));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press_key (fixture, GDK_KEY_Escape);
  ui_test_wait_for (lode_map_view_get_selected_place (fixture->view) == NULL, 3000);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  LodeCameraPose home = lode_camera_pose_from_viewport (get_viewport (fixture));
  LodeCameraPose pose;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press_key (fixture, GDK_KEY_KP_Add);
  ui_test_wait_for (get_zoom (fixture) == floor (home.zoom) + 1, 3000);
  press_key (fixture, GDK_KEY_KP_Add);
  ui_test_wait_for (get_zoom (fixture) == floor (home.zoom) + 2, 3000);
  press_key (fixture, GDK_KEY_minus);
  ui_test_wait_for (get_zoom (fixture) == floor (home.zoom) + 1, 3000);

  pose = lode_camera_pose_from_viewport (get_viewport (fixture));
  press_key (fixture, GDK_KEY_Right);
  press_key (fixture, GDK_KEY_Down);
  ui_test_wait_for (
      fabs ((lode_camera_pose_from_viewport (get_viewport (fixture)).y - pose.y) * 256
            * exp2 (pose.zoom) - 80) < 0.01, 3000);
  g_assert_cmpfloat_with_epsilon (
      (lode_camera_pose_from_viewport (get_viewport (fixture)).x - pose.x) * 256
          * exp2 (pose.zoom), 80, 0.01);

  press_key (fixture, GDK_KEY_Home);
  ui_test_wait_for (
      lode_camera_pose_equal (lode_camera_pose_from_viewport (get_viewport (fixture)), home),
      3000);

  /* Nobody gets lost. */
  for (int i = 0; i < 12; i++)
    press_key (fixture, GDK_KEY_minus);
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat (get_zoom (fixture), ==, lode_camera_min_zoom (850, 700));
  for (int i = 0; i < 15; i++)
    press_key (fixture, GDK_KEY_plus);
  ui_test_wait_for (get_zoom (fixture) <= LODE_TILE_MAX_ZOOM, 3000);
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat (get_zoom (fixture), <=, LODE_TILE_MAX_ZOOM);
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  double home = get_zoom (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.zoom-in", NULL);
  g_assert_cmpfloat (get_zoom (fixture), ==, floor (home) + 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.zoom-out", NULL);
  g_assert_cmpfloat (get_zoom (fixture), ==, floor (home));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.home", NULL);
  g_assert_cmpfloat (get_zoom (fixture), ==, home);

  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "otago"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.clear-selection", NULL);
  g_assert_null (lode_map_view_get_selected_place (fixture->view));

  /* By the pointer: the first of the buttons, then all over to the country. */
  lode_map_view_zoom_in (fixture->view);
  ui_test_settle (GTK_WIDGET (fixture->view));
  ui_test_click (find_button (GTK_WIDGET (fixture->view), "map.home"));
  ui_test_wait_for (get_zoom (fixture) == home, 3000);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  LodeMarker *marker = find_marker (fixture, "otago");
  LodeCameraPose before, after;

  before = lode_camera_pose_from_viewport (get_viewport (fixture));
  drag (GTK_WIDGET (marker), 60, -40);
  ui_test_settle (GTK_WIDGET (fixture->view));
  after = lode_camera_pose_from_viewport (get_viewport (fixture));

  /* The map has moved, by what the pointer moved past the threshold, and more if it was thrown. */
  g_assert_cmpfloat ((before.x - after.x) * 256 * exp2 (before.zoom), >, 20);
  g_assert_cmpfloat ((after.y - before.y) * 256 * exp2 (before.zoom), >, 10);
  g_assert_null (lode_map_view_get_selected_place (fixture->view));
  g_assert_cmpuint (fixture->n_activated, ==, 0);

  /* Nor does a drag over the sea clear what is selected. */
  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "otago"));
  drag (GTK_WIDGET (fixture->view), 60, 10);
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_nonnull (lode_map_view_get_selected_place (fixture->view));
}

static void
test_antimeridian (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chathams = GTK_WIDGET (find_marker (fixture, "chathams"));
  GtkWidget *otago = GTK_WIDGET (find_marker (fixture, "otago"));
  double chathams_x, otago_x, y;

  g_assert_nonnull (chathams);
  g_assert_true (gtk_widget_get_mapped (chathams));
  gtk_widget_translate_coordinates (chathams, GTK_WIDGET (fixture->view), 0, 0, &chathams_x, &y);
  gtk_widget_translate_coordinates (otago, GTK_WIDGET (fixture->view), 0, 0, &otago_x, &y);
  g_assert_cmpfloat (chathams_x, >, otago_x + 200);
  g_assert_cmpfloat (chathams_x, <, 850);

  ui_test_click (chathams);
  ui_test_wait_for (lode_map_view_get_selected_place (fixture->view)
                        == find_place (fixture, "chathams"), 3000);
  lode_map_view_show_place (fixture->view, find_place (fixture, "chathams"));
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_cmpfloat_with_epsilon (
      shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), -176.5, 0.001);
}

static void
test_focus_order (Fixture *fixture, gconstpointer data)
{
  static const char *const order[]
      = { "taranaki", "west-coast", "chathams", "otago", "macraes" };

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      press_key (fixture, GDK_KEY_Tab);
      ui_test_wait_for (has_focus (fixture, order[i]), 3000);
    }
  press_key (fixture, GDK_KEY_Return);
  ui_test_wait_for (fixture->n_activated == 1, 3000);
  g_assert_true (fixture->last_activated == find_place (fixture, "macraes"));

  /* After the last marker the buttons, and back. */
  press_key (fixture, GDK_KEY_Tab);
  ui_test_wait_for (GTK_IS_BUTTON (gtk_window_get_focus (fixture->window))
                        && !has_focus (fixture, "macraes"), 3000);
  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Shift_L, GDK_KEY_Tab);
  ui_test_wait_for (has_focus (fixture, "macraes"), 3000);
}

/* What is painted at the left edge, where the map's focus ring is, halfway down. */
static guint32
get_edge_pixel (Fixture *fixture)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  int width, height;

  ui_test_settle (GTK_WIDGET (fixture->view));
  ui_test_wait_for (lode_map_view_get_pending_tiles (fixture->view) == 0, 10000);
  ui_test_settle (GTK_WIDGET (fixture->view));
  texture = ui_test_render (GTK_WIDGET (fixture->view));
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  pixels = g_new (guint32, (gsize) width * height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof (guint32));
  return pixels[(gsize) height / 2 * width + 3];
}

/* One ring, around what has the focus, and none for the pointer. */
static void
test_focus_ring (Fixture *fixture, gconstpointer data)
{
  guint32 plain = get_edge_pixel (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  gtk_window_set_focus_visible (fixture->window, TRUE);
  g_assert_cmphex (get_edge_pixel (fixture), !=, plain);

  press_key (fixture, GDK_KEY_Tab);
  ui_test_wait_for (has_focus (fixture, "taranaki"), 3000);
  g_assert_true (gtk_window_get_focus_visible (fixture->window));
  g_assert_cmphex (get_edge_pixel (fixture), ==, plain);

  ui_test_click (GTK_WIDGET (find_marker (fixture, "otago")));
  ui_test_wait_for (has_focus (fixture, "otago"), 3000);
  g_assert_false (gtk_window_get_focus_visible (fixture->window));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  double longitude;

  g_assert_true (lode_map_view_focus_place (fixture->view, find_place (fixture, "taranaki")));
  longitude = shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture)));
  press_key (fixture, GDK_KEY_Down);
  ui_test_wait_for (has_focus (fixture, "west-coast"), 3000);
  press_key (fixture, GDK_KEY_Right);
  ui_test_wait_for (has_focus (fixture, "chathams"), 3000);
  g_assert_cmpfloat_with_epsilon (
      shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), longitude, 1);

  /* To a place out of view: the map moves there. */
  lode_map_view_show_place (fixture->view, find_place (fixture, "taranaki"));
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_null (find_marker (fixture, "otago"));
  g_assert_false (lode_map_view_focus_place (fixture->view, find_place (fixture, "otago")));
  g_assert_true (lode_map_view_focus_place (fixture->view, find_place (fixture, "taranaki")));
  press_key (fixture, GDK_KEY_Down);
  ui_test_wait_for (has_focus (fixture, "west-coast"), 3000);
}

/* A zoom button that can do no more hands the keyboard to the other one. */
static void
test_zoom_limits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *zoom_in = find_button (GTK_WIDGET (fixture->view), "map.zoom-in");
  GtkWidget *zoom_out = find_button (GTK_WIDGET (fixture->view), "map.zoom-out");
  double home = get_zoom (fixture);

  gtk_widget_grab_focus (zoom_in);
  for (int i = 0; i < LODE_TILE_MAX_ZOOM && gtk_widget_get_sensitive (zoom_in); i++)
    lode_map_view_zoom_in (fixture->view);
  g_assert_false (gtk_widget_get_sensitive (zoom_in));
  ui_test_wait_for (gtk_widget_has_focus (zoom_out), 3000);

  for (int i = 0; i < LODE_TILE_MAX_ZOOM && gtk_widget_get_sensitive (zoom_out); i++)
    lode_map_view_zoom_out (fixture->view);
  g_assert_false (gtk_widget_get_sensitive (zoom_out));
  ui_test_wait_for (gtk_widget_has_focus (zoom_in), 3000);

  press_key (fixture, GDK_KEY_Home);
  ui_test_wait_for (get_zoom (fixture) == home, 3000);
}

static void
leave_for_chathams (Fixture *fixture)
{
  lode_map_view_show_place (fixture->view, find_place (fixture, "chathams"));
  ui_test_wait_for (find_marker (fixture, "otago") == NULL, 3000);
  ui_test_settle (GTK_WIDGET (fixture->view));
}

/* To a place that comes into view only now. */
static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  LodePlace *otago = find_place (fixture, "otago");

  for (int animated = 0; animated < 2; animated++)
    {
      g_object_set (settings, "gtk-enable-animations", animated != 0, NULL);
      leave_for_chathams (fixture);
      lode_map_view_show_place (fixture->view, otago);
      g_assert_false (lode_map_view_focus_place (fixture->view, otago));
      ui_test_wait_for (has_focus (fixture, "otago"), 3000);
      ui_test_settle (GTK_WIDGET (fixture->view));
      g_assert_true (has_focus (fixture, "otago"));
    }
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

/* It does not snatch the keyboard later. */
static void
test_focus_forgotten (Fixture *fixture, gconstpointer data)
{
  GtkWidget *home = find_button (GTK_WIDGET (fixture->view), "map.home");
  LodePlace *otago = find_place (fixture, "otago");
  g_autoptr (GListStore) store = g_list_store_new (LODE_TYPE_PLACE);

  /* The focus has gone elsewhere. */
  leave_for_chathams (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_false (lode_map_view_focus_place (fixture->view, otago));
  gtk_widget_grab_focus (home);
  lode_map_view_show_place (fixture->view, otago);
  ui_test_wait_for (find_marker (fixture, "otago") != NULL, 3000);
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_has_focus (home));

  /* The places have changed. */
  leave_for_chathams (fixture);
  g_assert_false (lode_map_view_focus_place (fixture->view, otago));
  g_list_store_append (store, otago);
  lode_map_view_set_places (fixture->view, G_LIST_MODEL (store));
  lode_map_view_show_place (fixture->view, otago);
  ui_test_wait_for (find_marker (fixture, "otago") != NULL, 3000);
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_has_focus (home));
}

static void
test_lost_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_true (lode_map_view_focus_place (fixture->view, find_place (fixture, "otago")));
  lode_map_view_show_place (fixture->view, find_place (fixture, "chathams"));
  /* Its marker is gone; the keyboard stays with the map. */
  ui_test_wait_for (gtk_widget_is_focus (GTK_WIDGET (fixture->view)), 3000);
  press_key (fixture, GDK_KEY_Home);
  ui_test_wait_for (find_marker (fixture, "otago") != NULL, 3000);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *otago = lode_marker_get_button (find_marker (fixture, "otago"));
  GtkWidget *macraes = lode_marker_get_button (find_marker (fixture, "macraes"));

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of New Zealand");
  gtk_test_accessible_assert_role (otago, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (otago, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Otago: tungsten, antimony. 2 statements");
  gtk_test_accessible_assert_property (lode_marker_get_button (find_marker (fixture, "taranaki")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Taranaki: vanadium. 1 statement");
  gtk_test_accessible_assert_property (macraes, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Macraes: tungsten. Background");

  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "otago"));
  gtk_test_accessible_assert_state (otago, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  lode_map_view_set_selected_place (fixture->view, NULL);
  gtk_test_accessible_assert_state (otago, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static void
test_hit_area (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "otago", "taranaki", "west-coast", "chathams", "macraes" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *marker = GTK_WIDGET (find_marker (fixture, ids[i]));

      g_assert_cmpint (gtk_widget_get_width (marker), >=, 44);
      g_assert_cmpint (gtk_widget_get_height (marker), >=, 44);
    }
}

static gboolean
has_tooltip (LodeMarker *marker)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean answer = FALSE;

  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (marker)));
  g_signal_emit_by_name (marker, "query-tooltip", 1, 1, FALSE, tooltip, &answer);
  return answer;
}

/* Only where a marker says less than its tooltip. */
static void
test_tooltip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_assert_false (has_tooltip (find_marker (fixture, "otago")));
  gtk_window_set_default_size (fixture->window, 360, 600);
  ui_test_wait_for (gtk_widget_get_width (view) == 360, 3000);
  ui_test_settle (view);
  g_assert_true (has_tooltip (find_marker (fixture, "otago")));
}

static gboolean
shows_name (Fixture *fixture, const char *id)
{
  const char *name = lode_place_get_name (find_place (fixture, id));

  return ui_test_find (GTK_WIDGET (find_marker (fixture, id)), GTK_TYPE_LABEL, name) != NULL;
}

/* In a narrow window only the selected marker says its name, and where there is no room, none. */
static void
test_narrow_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkSettings *settings = gtk_widget_get_settings (view);
  LodeMarker *otago = find_marker (fixture, "otago");
  LodeMarkerPlacement placement, expected;
  g_autofree char *font = NULL;

  gtk_window_set_default_size (fixture->window, 360, 600);
  ui_test_wait_for (gtk_widget_get_width (view) == 360, 3000);
  ui_test_settle (view);
  g_assert_false (shows_name (fixture, "otago"));

  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "otago"));
  ui_test_wait_for (shows_name (fixture, "otago"), 3000);
  g_assert_false (shows_name (fixture, "taranaki"));
  ui_test_settle (view);
  /* It stands where one of its new size does. */
  placement = *lode_marker_get_placement (otago);
  expected = lode_marker_placement_at (placement.side, placement.distant,
                                       gtk_widget_get_width (GTK_WIDGET (otago)),
                                       gtk_widget_get_height (GTK_WIDGET (otago)));
  g_assert_cmpfloat (placement.dx, ==, expected.dx);
  g_assert_cmpfloat (placement.dy, ==, expected.dy);
  g_assert_true (shows_name (fixture, "otago"));

  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "taranaki"));
  ui_test_wait_for (shows_name (fixture, "taranaki"), 3000);
  g_assert_false (shows_name (fixture, "otago"));

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Cantarell 20", NULL);
  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "west-coast"));
  gtk_window_set_default_size (fixture->window, 200, 160);
  ui_test_wait_for (gtk_widget_get_width (view) <= 200, 3000);
  ui_test_settle (view);
  g_assert_false (shows_name (fixture, "west-coast"));
  g_object_set (settings, "gtk-font-name", font, NULL);
}

/* All of the credit can be read, clear of the buttons and of a marker with its name, in however narrow
 * a window. */
static void
test_credit (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkWidget *home = find_button (view, "map.home");
  GtkWidget *credit = ui_test_find (view, GTK_TYPE_LABEL, LODE_BASEMAP_CREDIT);
  LodeMarker *otago = find_marker (fixture, "otago");
  g_autofree char *font = NULL;

  g_assert_nonnull (credit);
  lode_map_view_set_selected_place (fixture->view, find_place (fixture, "otago"));
  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Cantarell 22", NULL);
  gtk_window_set_default_size (fixture->window, 360, 600);
  ui_test_wait_for (gtk_widget_get_width (view) == 360, 3000);
  ui_test_settle (view);

  for (int large = 1; large >= 0; large--)
    {
      graphene_rect_t text, buttons, marker;

      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (credit))));
      g_assert_true (gtk_widget_compute_bounds (credit, view, &text));
      g_assert_true (
          gtk_widget_compute_bounds (gtk_widget_get_parent (home), view, &buttons));
      g_assert_false (graphene_rect_intersection (&text, &buttons, NULL));
      g_assert_cmpfloat (gtk_widget_get_width (home), >=, 44);
      g_assert_cmpfloat (gtk_widget_get_height (home), >=, 44);
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (otago), view, &marker));
      g_assert_false (graphene_rect_intersection (&text, &marker, NULL));
      g_assert_cmpfloat (text.origin.x, >=, 0);
      g_assert_cmpfloat (text.origin.y + text.size.height, <=, 600);

      g_object_set (settings, "gtk-font-name", font, NULL);
      ui_test_settle (view);
    }
}

/* Not moved: the country stays whole. Moved: the centre stays. Narrow: no names. */
static void
test_resize (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  LodeCameraPose pose, before;

  gtk_window_set_default_size (fixture->window, 360, 600);
  ui_test_wait_for (gtk_widget_get_width (view) == 360, 3000);
  ui_test_settle (view);
  pose = lode_camera_pose_from_viewport (get_viewport (fixture));
  g_assert_true (lode_camera_pose_equal (pose, lode_camera_pose_home (360, 600)));
  g_assert_true (
      gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "otago")), "compact"));

  lode_map_view_show_place (fixture->view, find_place (fixture, "otago"));
  ui_test_settle (view);
  before = lode_camera_pose_from_viewport (get_viewport (fixture));
  gtk_window_set_default_size (fixture->window, 900, 700);
  ui_test_wait_for (gtk_widget_get_width (view) == 900, 3000);
  ui_test_settle (view);
  pose = lode_camera_pose_from_viewport (get_viewport (fixture));
  g_assert_true (lode_camera_pose_equal (pose, before));
  g_assert_false (
      gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "otago")), "compact"));
}

static void
test_places_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) store = g_list_store_new (LODE_TYPE_PLACE);

  g_list_store_append (store, find_place (fixture, "otago"));
  lode_map_view_set_places (fixture->view, G_LIST_MODEL (store));
  ui_test_settle (GTK_WIDGET (fixture->view));
  g_assert_nonnull (find_marker (fixture, "otago"));
  g_assert_null (find_marker (fixture, "taranaki"));

  g_list_store_append (store, find_place (fixture, "taranaki"));
  g_list_store_remove (store, 0);
  ui_test_wait_for (find_marker (fixture, "taranaki") != NULL, 3000);
  g_assert_null (find_marker (fixture, "otago"));

  lode_map_view_set_places (fixture->view, NULL);
  ui_test_wait_for (find_marker (fixture, "taranaki") == NULL, 3000);
}

/* Zooms in from home, and ends the motion by a click; FALSE: it had come to its end before. */
static gboolean
stop_on_the_way (Fixture *fixture, double home)
{
  lode_map_view_zoom_in (fixture->view);
  g_assert_cmpfloat (get_zoom (fixture), ==, home);
  ui_test_wait_for (get_zoom (fixture) > home, 3000);
  click_sea (fixture);
  ui_test_settle (GTK_WIDGET (fixture->view));
  if (get_zoom (fixture) < floor (home) + 1)
    return TRUE;

  lode_map_view_go_home (fixture->view);
  ui_test_wait_for (get_zoom (fixture) == home, 3000);
  return FALSE;
}

/* Motion not reduced: it takes a while, and an input ends it where it is. A program that is slowed
 * down may draw no frame on the way; so it has some tries. */
static void
test_animation (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  double home = get_zoom (fixture);
  gboolean stopped = FALSE;
  double zoom;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  for (guint i = 0; i < 8 && !stopped; i++)
    stopped = stop_on_the_way (fixture, home);
  g_assert_true (stopped);

  zoom = get_zoom (fixture);
  wait_for_time (600);
  g_assert_cmpfloat (zoom, <, floor (home) + 1);
  /* But for the fraction of a pixel that lets it rest on whole ones. */
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), zoom, 0.003);

  lode_map_view_go_home (fixture->view);
  ui_test_wait_for (get_zoom (fixture) == home, 3000);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_path (provider, STYLE_FILE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/map-view/properties", test_properties },
    { "/map-view/click", test_click },
    { "/map-view/escape", test_escape },
    { "/map-view/keys", test_keys },
    { "/map-view/buttons", test_buttons },
    { "/map-view/drag", test_drag },
    { "/map-view/antimeridian", test_antimeridian },
    { "/map-view/focus-order", test_focus_order },
    { "/map-view/focus-ring", test_focus_ring },
    { "/map-view/arrows", test_arrows },
    { "/map-view/lost-focus", test_lost_focus },
    { "/map-view/zoom-limits", test_zoom_limits },
    { "/map-view/focus-follows", test_focus_follows },
    { "/map-view/focus-forgotten", test_focus_forgotten },
    { "/map-view/accessible", test_accessible },
    { "/map-view/hit-area", test_hit_area },
    { "/map-view/tooltip", test_tooltip },
    { "/map-view/narrow-selection", test_narrow_selection },
    { "/map-view/credit", test_credit },
    { "/map-view/resize", test_resize },
    { "/map-view/places-change", test_places_change },
    { "/map-view/animation", test_animation },
  };

  ui_test_init (&argc, &argv);
  adw_init ();
  load_style ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}

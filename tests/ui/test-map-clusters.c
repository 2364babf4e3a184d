/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "lode-cluster-marker.h"
#include "lode-cluster-popover.h"
#include "lode-cluster-ring.h"
#include "lode-dataset-reader.h"
#include "lode-map-view.h"
#include "lode-marker-layer.h"
#include "lode-topic-colour.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>

/* Many places, and some of them at one point. */

#define N_SPREAD 1200
#define N_TOGETHER 3
#define MAX_MARKERS 200

typedef struct
{
  GtkWindow   *window;
  LodeMapView *view;
  LodeDataset *dataset;
  LodePlace   *activated;
} Fixture;

static void
append_place (GString *json, guint i, double longitude, double latitude)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (
      json,
      "%s{\"id\":\"p%u\",\"name\":\"Place %u\",\"kind\":\"mine\",\"precision\":\"exact\","
      "\"topics\":[\"%s\"],\"point\":[%s,%s]}",
      i > 0 ? "," : "", i, i, i % 3 == 0 ? "gold" : "tungsten",
      g_ascii_dtostr (x, sizeof x, longitude), g_ascii_dtostr (y, sizeof y, latitude));
}

static LodeDataset *
make_dataset (void)
{
  g_autoptr (GString) json = g_string_new (
      "{\"format\":\"said-where/1\",\"id\":\"many\",\"title\":\"Many\",\"language\":\"en\","
      "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\",\"published\":\"2026\"}],"
      "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}],"
      "\"topics\":[{\"id\":\"gold\",\"name\":\"Gold\",\"symbol\":\"Au\"},"
      "{\"id\":\"tungsten\",\"name\":\"Tungsten\",\"symbol\":\"W\"}],\"places\":[");
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "many.said-where.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_TOGETHER; i++)
    append_place (json, i, -176.55, -44.0);
  for (guint i = N_TOGETHER; i < N_TOGETHER + N_SPREAD; i++)
    append_place (json, i, g_rand_double_range (random, 167, 178),
                  g_rand_double_range (random, -46.5, -35));
  g_string_append (json, "],\"statements\":[{\"id\":\"x\",\"actor\":\"a\",\"kind\":\"quote\","
                         "\"text\":[\"X.\"],\"source\":\"s\",\"topics\":[\"gold\"],"
                         "\"places\":[\"p0\"]}]}");

  g_assert_true (g_file_set_contents (path, json->str, -1, NULL));
  reading = lode_dataset_read (file, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_assert_nonnull (lode_reading_get_dataset (reading));
  return g_object_ref (lode_reading_get_dataset (reading));
}

static void
activated_cb (Fixture *fixture, LodePlace *place)
{
  fixture->activated = place;
}

static LodeMarkerLayer *
get_layer (Fixture *fixture)
{
  return LODE_MARKER_LAYER (
      ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_MARKER_LAYER, NULL));
}

static LodePlace *
find_place (Fixture *fixture, const char *id)
{
  return lode_dataset_find_place (fixture->dataset, id);
}

static LodeMarker *
find_marker (Fixture *fixture, const char *id)
{
  return lode_marker_layer_find (get_layer (fixture), find_place (fixture, id));
}

static LodeCluster *
get_cluster (LodeMarker *marker)
{
  return marker != NULL && LODE_IS_CLUSTER (lode_marker_get_item (marker))
    ? LODE_CLUSTER (lode_marker_get_item (marker))
    : NULL;
}

static guint
count_places (LodeMarker *marker)
{
  guint n_places = 0;

  if (get_cluster (marker) != NULL)
    lode_cluster_get_places (get_cluster (marker), &n_places);
  return n_places;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = make_dataset ();
  fixture->view = LODE_MAP_VIEW (lode_map_view_new ());
  g_signal_connect_swapped (fixture->view, "place-activated", G_CALLBACK (activated_cb), fixture);
  lode_map_view_set_places (fixture->view, lode_dataset_get_places (fixture->dataset));

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 850, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  ui_test_present (fixture->window);
  ui_test_wait_for (count_places (find_marker (fixture, "p0")) == N_TOGETHER, 5000);
  ui_test_settle (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;
  gpointer place = find_place (fixture, "p0");

  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (place, &place);
  gtk_window_destroy (fixture->window);
  ui_test_assert_finalized (view);
  g_object_unref (fixture->dataset);
  ui_test_assert_finalized (place);
}

/* Of the markers in view no two cover each other, and each place is shown by one. */
static void
assert_readable (Fixture *fixture)
{
  GtkWidget *layer = GTK_WIDGET (get_layer (fixture));
  GtkWidget *first = ui_test_find (layer, LODE_TYPE_MARKER, NULL);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  guint n_markers = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t box, meeting;

      n_markers++;
      if (!gtk_widget_get_child_visible (child))
        continue;

      g_assert_true (gtk_widget_compute_bounds (child, layer, &box));
      for (guint i = 0; i < boxes->len; i++)
        if (graphene_rect_intersection (&box, &g_array_index (boxes, graphene_rect_t, i), &meeting))
          g_assert_cmpfloat (meeting.size.width * meeting.size.height, <, 8);
      g_array_append_val (boxes, box);
    }

  g_assert_cmpuint (n_markers, <=, MAX_MARKERS);
  g_assert_cmpuint (boxes->len, >, 10);
}

static void
test_readable (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  assert_readable (fixture);
  for (guint i = 0; i < 3; i++)
    {
      lode_map_view_zoom_in (fixture->view);
      ui_test_settle (view);
      /* The level comes from another thread, and its markers choose their places after that. */
      for (guint j = 0; j < 20; j++)
        ui_test_wait_frames (view, 1);
      ui_test_settle (view);
      assert_readable (fixture);
    }
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = lode_marker_get_button (find_marker (fixture, "p0"));

  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3 places: tungsten, gold. 1 statement");
  g_assert_cmpint (gtk_widget_get_width (button), >=, 44);
  g_assert_cmpint (gtk_widget_get_height (button), >=, 44);
}

static cairo_surface_t *
draw_ring (const LodeClusterRing *ring, GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = lode_cluster_ring_paint (ring, widget);
  int length = ring->size * ring->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, length, length);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, ring->scale, ring->scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* So far from the middle, clockwise from the top: 0 to 1. */
static void
assert_ring_shows (cairo_surface_t *ring, double radius, double turn, const GdkRGBA *colour)
{
  int length = cairo_image_surface_get_width (ring);
  int x = (int) floor (length / 2.0 + radius * sin (2 * G_PI * turn));
  int y = (int) floor (length / 2.0 - radius * cos (2 * G_PI * turn));
  const guchar *data = cairo_image_surface_get_data (ring);
  guint32 pixel = ((const guint32 *) (data + y * cairo_image_surface_get_stride (ring)))[x];

  g_assert_cmpuint (pixel >> 24, >, 240);
  g_assert_cmpfloat_with_epsilon ((pixel >> 16 & 0xff) / 255.0, colour->red, 0.05);
  g_assert_cmpfloat_with_epsilon ((pixel >> 8 & 0xff) / 255.0, colour->green, 0.05);
  g_assert_cmpfloat_with_epsilon ((pixel & 0xff) / 255.0, colour->blue, 0.05);
}

/* Two thirds are of one topic, the rest of another. */
static void
test_shares (Fixture *fixture, gconstpointer data)
{
  LodeMarker *marker = find_marker (fixture, "p0");
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (marker), "3");
  guint n_shares;
  const LodeClusterShare *shares = lode_cluster_get_shares (get_cluster (marker), &n_shares);
  GdkRGBA first, second, text;

  g_assert_cmpuint (n_shares, ==, 2);
  lode_topic_get_colours (shares[0].topic, &first, &text);
  lode_topic_get_colours (shares[1].topic, &second, &text);
  for (int scale = 1; scale <= 2; scale++)
    {
      LodeClusterRing ring = {
        .cluster = get_cluster (marker),
        .layout = layout,
        .size = 44,
        .background = { 1, 1, 1, 1 },
        .outline = { 1, 0, 0, 1 },
        .outline_width = 1,
        .scale = scale,
      };
      cairo_surface_t *drawn = draw_ring (&ring, GTK_WIDGET (marker));
      double radius = 17.5 * scale;

      assert_ring_shows (drawn, radius, 0.06, &first);
      assert_ring_shows (drawn, radius, 0.33, &first);
      assert_ring_shows (drawn, radius, 0.6, &first);
      assert_ring_shows (drawn, radius, 0.72, &second);
      assert_ring_shows (drawn, radius, 0.95, &second);
      /* Inside and outside of it, and in the gap between two. */
      assert_ring_shows (drawn, radius - 3 * scale, 0.25, &ring.background);
      assert_ring_shows (drawn, radius + 3 * scale, 0.25, &ring.background);
      assert_ring_shows (drawn, radius + 4 * scale, 0.25, &ring.outline);
      if (scale == 2)
        assert_ring_shows (drawn, radius, 0, &ring.background);
      cairo_surface_destroy (drawn);
    }
}

/* In to what is in it. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  LodeMarker *marker = find_marker (fixture, "p100");
  guint n_before = count_places (marker);

  g_assert_cmpuint (n_before, >, 1);
  ui_test_click (GTK_WIDGET (marker));
  ui_test_wait_for (find_marker (fixture, "p100") != NULL
                    && count_places (find_marker (fixture, "p100")) < n_before, 5000);
  g_assert_null (fixture->activated);
}

/* What no zoom takes apart is listed, and chosen from by the keyboard too. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  LodeMarker *marker = find_marker (fixture, "p0");
  GtkWidget *popover;

  g_assert_true (gtk_widget_grab_focus (lode_marker_get_button (marker)));
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Return);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_CLUSTER_POPOVER, NULL)
                    != NULL, 5000);
  popover = ui_test_find (GTK_WIDGET (fixture->view), LODE_TYPE_CLUSTER_POPOVER, NULL);
  ui_test_wait_for (ui_test_find (popover, GTK_TYPE_LABEL, "Place 2") != NULL, 5000);
  g_assert_nonnull (ui_test_find (popover, GTK_TYPE_LABEL, "3 places here"));

  ui_test_settle (popover);
  ui_test_click (ui_test_find (popover, GTK_TYPE_LABEL, "Place 2"));
  ui_test_wait_for (fixture->activated == find_place (fixture, "p2"), 5000);
  g_assert_true (lode_map_view_get_selected_place (fixture->view) == fixture->activated);
  /* The one that is selected has a marker of its own. */
  ui_test_wait_for (find_marker (fixture, "p2") != NULL
                    && lode_marker_get_selected (find_marker (fixture, "p2")), 5000);
  g_assert_true (count_places (find_marker (fixture, "p0")) == N_TOGETHER);
}

/* A cluster is lit for one of its places. */
static void
test_lit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) lit = g_list_store_new (LODE_TYPE_PLACE);

  g_list_store_append (lit, find_place (fixture, "p1"));
  lode_map_view_set_lit_places (fixture->view, G_LIST_MODEL (lit));
  g_assert_true (lode_marker_get_lit (find_marker (fixture, "p0")));
  lode_map_view_set_lit_places (fixture->view, NULL);
  g_assert_false (lode_marker_get_lit (find_marker (fixture, "p0")));
}

static LodeMarker *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL ? LODE_MARKER (gtk_widget_get_ancestor (focus, LODE_TYPE_MARKER)) : NULL;
}

/* The keyboard goes from cluster to cluster, and stays with a place while the map zooms. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *start = lode_marker_get_button (find_marker (fixture, "p100"));

  g_assert_true (gtk_widget_grab_focus (start));
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_Up);
  ui_test_wait_for (get_focused (fixture) != NULL && !gtk_widget_has_focus (start), 5000);

  g_assert_nonnull (lode_marker_get_item (get_focused (fixture)));
  ui_test_key (GTK_WIDGET (fixture->window), 0, GDK_KEY_minus);
  ui_test_settle (GTK_WIDGET (fixture->view));
  ui_test_wait_for (get_focused (fixture) != NULL, 5000);
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
  ui_test_init (&argc, &argv);
  adw_init ();
  load_style ();

#define ADD(name, function) \
  g_test_add ("/map-clusters/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("readable", test_readable);
  ADD ("name", test_name);
  ADD ("shares", test_shares);
  ADD ("click", test_click);
  ADD ("together", test_together);
  ADD ("lit", test_lit);
  ADD ("keyboard", test_keyboard);
#undef ADD

  return g_test_run ();
}

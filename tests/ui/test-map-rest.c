/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#include "lode-map-view.h"
#include "lode-tile-backdrop.h"

#include <adwaita.h>
#include <math.h>
#include <shumate/shumate.h>

/* Where the map rests, between two zoom levels as well, each pixel of a tile is one of the window. */

#define WIDTH 851
#define HEIGHT 700
#define PREPARED GINT_TO_POINTER (2)

typedef struct
{
  GtkWindow *window;
  LodeMapView *view;
  GHashTable *ahead; /* set of GdkTexture, of the backdrop */
  guint n_asked; /* tiles */
  guint n_pending;
} Fixture;

typedef struct
{
  guint n_tiles;
  guint n_blurred;
  GHashTable *textures; /* nullable: collects them */
} Drawing;

static void
pending_changed_cb (Fixture *fixture)
{
  guint n_pending = lode_map_view_get_pending_tiles (fixture->view);

  fixture->n_asked += n_pending > fixture->n_pending;
  fixture->n_pending = n_pending;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = LODE_MAP_VIEW (lode_map_view_new ());
  g_signal_connect_swapped (fixture->view, "notify::pending-tiles",
                            G_CALLBACK (pending_changed_cb), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, WIDTH, HEIGHT);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  if (data != PREPARED)
    ui_test_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (fixture->window);
  ui_test_assert_finalized (view);
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
is_whole (double value)
{
  return fabs (value - round (value)) < 0.01;
}

static void
inspect_tile (GskRenderNode *node, double x, double y, Drawing *drawing)
{
  int width = gdk_texture_get_width (gsk_texture_node_get_texture (node));
  graphene_rect_t bounds;

  if (drawing->textures != NULL)
    g_hash_table_add (drawing->textures, g_object_ref (gsk_texture_node_get_texture (node)));
  gsk_render_node_get_bounds (node, &bounds);
  drawing->n_tiles++;
  drawing->n_blurred += fabs (bounds.size.width - width) > 0.01 || !is_whole (x + bounds.origin.x)
                        || !is_whole (y + bounds.origin.y);
}

static void
inspect_node (GskRenderNode *node, double x, double y, Drawing *drawing)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        inspect_node (gsk_container_node_get_child (node, i), x, y, drawing);
    }
  else if (type == GSK_TRANSFORM_NODE)
    {
      GskTransform *transform = gsk_transform_node_get_transform (node);
      float dx, dy;

      g_assert_cmpint (gsk_transform_get_category (transform), >=,
                       GSK_TRANSFORM_CATEGORY_2D_TRANSLATE);
      gsk_transform_to_translate (transform, &dx, &dy);
      inspect_node (gsk_transform_node_get_child (node), x + dx, y + dy, drawing);
    }
  else if (type == GSK_TEXTURE_NODE)
    inspect_tile (node, x, y, drawing);
}

static Drawing
inspect_layer (Fixture *fixture, GType type, GHashTable *textures)
{
  GtkWidget *layer = ui_test_find (GTK_WIDGET (fixture->view), type, NULL);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  Drawing drawing = { .textures = textures };

  /* Between two frames its children may not have their place yet, of which GTK would warn. */
  gtk_widget_allocate (layer, gtk_widget_get_width (layer), gtk_widget_get_height (layer), -1, NULL);
  GTK_WIDGET_GET_CLASS (layer)->snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    inspect_node (node, 0, 0, &drawing);
  return drawing;
}

static Drawing
inspect (Fixture *fixture)
{
  return inspect_layer (fixture, SHUMATE_TYPE_MAP_LAYER, NULL);
}

static gboolean
is_sharp (Fixture *fixture)
{
  Drawing drawing = inspect (fixture);

  return fixture->n_pending == 0 && drawing.n_tiles > 4 && drawing.n_blurred == 0;
}

static void
wait_for_tiles (Fixture *fixture)
{
  ui_test_wait_for (fixture->n_asked > 4 && fixture->n_pending == 0, 10000);
  ui_test_settle (GTK_WIDGET (fixture->view));
}

static gboolean
flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_long (void)
{
  gboolean over = FALSE;

  g_timeout_add (400, flag_cb, &over);
  ui_test_wait_for (over, 5000);
}

/* The first tiles are painted as they stay, and none of them twice. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  guint n_asked;

  wait_for_tiles (fixture);
  g_assert_false (is_whole (get_zoom (fixture)));
  g_assert_true (is_sharp (fixture));
  n_asked = fixture->n_asked;
  wait_long ();
  g_assert_cmpuint (fixture->n_asked, ==, n_asked);
}

static void
painted_cb (Fixture *fixture)
{
  Drawing drawing = inspect_layer (fixture, LODE_TYPE_TILE_BACKDROP, fixture->ahead);

  g_assert_cmpuint (drawing.n_blurred, ==, 0);
}

static void
map_cb (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));

  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), fixture);
}

/* Tiles that were painted ahead are in the first frames, are sharp as well, and stay. */
static void
test_prepared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) ahead = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GHashTable) staying = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GHashTableIter iter;
  gpointer texture;
  Drawing drawing;

  fixture->ahead = ahead;
  lode_map_view_prepare (fixture->view, WIDTH, HEIGHT);
  wait_long ();
  g_signal_connect_swapped (fixture->window, "map", G_CALLBACK (map_cb), fixture);
  ui_test_present (fixture->window);
  wait_for_tiles (fixture);
  wait_long ();
  drawing = inspect_layer (fixture, SHUMATE_TYPE_MAP_LAYER, staying);
  g_assert_cmpuint (drawing.n_tiles, ==, g_hash_table_size (staying));
  g_assert_cmpuint (g_hash_table_size (ahead), >, 0);
  g_hash_table_iter_init (&iter, ahead);
  while (g_hash_table_iter_next (&iter, &texture, NULL))
    g_assert_true (g_hash_table_contains (staying, texture));
  g_assert_cmpuint (inspect_layer (fixture, LODE_TYPE_TILE_BACKDROP, NULL).n_tiles, ==, 0);
}

/* While somebody zooms, what is there is drawn larger; then it is painted anew, once. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  ShumateViewport *viewport = get_viewport (fixture);
  double zoom = floor (get_zoom (fixture)) + 0.333;
  guint n_asked;

  wait_for_tiles (fixture);
  n_asked = fixture->n_asked;
  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), -41.123456, 173.123456);
  g_assert_cmpuint (inspect (fixture).n_blurred, >, 4);
  ui_test_wait_for (is_sharp (fixture), 10000);
  g_assert_cmpuint (fixture->n_asked, >, n_asked);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), zoom, 0.003);

  n_asked = fixture->n_asked;
  wait_long ();
  g_assert_cmpuint (fixture->n_asked, ==, n_asked);
}

/* By a fraction of a pixel as well, and in a window of another size. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  ShumateLocation *location = SHUMATE_LOCATION (get_viewport (fixture));

  wait_for_tiles (fixture);
  shumate_location_set_location (location, shumate_location_get_latitude (location) + 0.0123,
                                 shumate_location_get_longitude (location) + 0.0123);
#if !SHUMATE_CHECK_VERSION (1, 2, 0)
  /* Later ones round where a tile goes. */
  g_assert_cmpuint (inspect (fixture).n_blurred, >, 4);
#endif
  ui_test_wait_for (is_sharp (fixture), 10000);

  gtk_window_set_default_size (fixture->window, 700, 501);
  ui_test_wait_for (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 700, 3000);
  ui_test_wait_for (is_sharp (fixture), 10000);
}

static gboolean
is_at (Fixture *fixture, double zoom)
{
  return fabs (get_zoom (fixture) - zoom) < 1e-6 && is_sharp (fixture);
}

/* What was painted for one zoom level does not stay at another, whether the map flies or jumps. */
static void
test_buttons (Fixture *fixture, gconstpointer animated)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  double home = get_zoom (fixture), whole = ceil (home);

  wait_for_tiles (fixture);
  g_object_set (settings, "gtk-enable-animations", GPOINTER_TO_INT (animated), NULL);
  shumate_viewport_set_zoom_level (get_viewport (fixture), whole + 0.333);
  ui_test_wait_for (is_sharp (fixture), 10000);
  lode_map_view_zoom_in (fixture->view);
  ui_test_wait_for (is_at (fixture, whole + 1), 10000);
  lode_map_view_zoom_out (fixture->view);
  ui_test_wait_for (is_at (fixture, whole), 10000);
  lode_map_view_go_home (fixture->view);
  ui_test_wait_for (is_at (fixture, home), 10000);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  adw_init ();

  g_test_add ("/map-rest/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/map-rest/prepared", Fixture, PREPARED, set_up, test_prepared, tear_down);
  g_test_add ("/map-rest/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/map-rest/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/map-rest/jump", Fixture, GINT_TO_POINTER (FALSE), set_up, test_buttons, tear_down);
  g_test_add ("/map-rest/fly", Fixture, GINT_TO_POINTER (TRUE), set_up, test_buttons, tear_down);

  return g_test_run ();
}

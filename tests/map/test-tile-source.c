/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-paintable.h"
#include "lode-tile-source.h"

#include <gtk/gtk.h>

/* Textures need no display, and neither does a snapshot: what a layer does is done here by hand. */

typedef struct
{
  ShumateTile *tile;
  gboolean answered;
  gboolean filled;
  GError *error;
} Answer;

static const LodeMapTheme dark_theme = { .dark = TRUE };

static void
filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->filled = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result,
                                                        &answer->error);
  answer->answered = TRUE;
}

static void
ask (LodeTileSource *source, Answer *answer, int zoom, int x, int y, GCancellable *cancellable)
{
  *answer = (Answer){ .tile = shumate_tile_new_full (x, y, LODE_TILE_SIZE, zoom) };
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), answer->tile, cancellable,
                                      filled_cb, answer);
  /* libshumate 1.4 and later rely on it. */
  g_assert_false (answer->answered);
}

static void
wait_for (LodeTileSource *source)
{
  while (lode_tile_source_get_pending (source) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
answer_clear (Answer *answer)
{
  g_clear_object (&answer->tile);
  g_clear_error (&answer->error);
}

static void
draw (GdkPaintable *paintable)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), LODE_TILE_SIZE, LODE_TILE_SIZE);
}

static GdkTexture *
dup_shown_texture (GdkPaintable *paintable)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), LODE_TILE_SIZE, LODE_TILE_SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_TEXTURE_NODE);
  return g_object_ref (gsk_texture_node_get_texture (node));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_fill (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  GdkPaintable *paintable;
  guint n_notified = 0;
  Answer answer;

  g_signal_connect_swapped (source, "notify::pending", G_CALLBACK (count_cb), &n_notified);
  ask (source, &answer, 6, 63, 39, NULL);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 1);
  g_assert_cmpint (shumate_tile_get_state (answer.tile), !=, SHUMATE_STATE_DONE);
  wait_for (source);

  g_assert_true (answer.answered);
  g_assert_true (answer.filled);
  g_assert_no_error (answer.error);
  g_assert_cmpint (shumate_tile_get_state (answer.tile), ==, SHUMATE_STATE_DONE);
  g_assert_cmpuint (n_notified, ==, 2);
  paintable = shumate_tile_get_paintable (answer.tile);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (paintable), ==, LODE_TILE_SIZE);
  answer_clear (&answer);
}

static void
test_properties (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  ShumateMapSource *map_source = SHUMATE_MAP_SOURCE (source);

  g_assert_cmpstr (shumate_map_source_get_id (map_source), ==, "lode");
  g_assert_cmpstr (shumate_map_source_get_license (map_source), ==,
                   "GSHHG · Natural Earth · Stats NZ · GeoNames");
  g_assert_cmpuint (shumate_map_source_get_min_zoom_level (map_source), ==, LODE_TILE_MIN_ZOOM);
  g_assert_cmpuint (shumate_map_source_get_max_zoom_level (map_source), ==, LODE_TILE_MAX_ZOOM);
  g_assert_cmpuint (shumate_map_source_get_tile_size (map_source), ==, LODE_TILE_SIZE);
}

/* Cancelled before, while it waits, and after it was painted: CANCELLED, and the tile untouched. */
static void
test_cancelled (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  g_autoptr (GCancellable) after = g_cancellable_new ();
  Answer answers[3];

  g_cancellable_cancel (before);
  ask (source, &answers[0], 9, 503, 320, before);
  ask (source, &answers[1], 9, 503, 321, during);
  g_cancellable_cancel (during);
  ask (source, &answers[2], 4, 15, 10, after);
  g_usleep (300 * 1000);
  g_cancellable_cancel (after);
  wait_for (source);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_assert_true (answers[i].answered);
      g_assert_false (answers[i].filled);
      g_assert_error (answers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (shumate_tile_get_paintable (answers[i].tile));
      g_assert_cmpint (shumate_tile_get_state (answers[i].tile), !=, SHUMATE_STATE_DONE);
      answer_clear (&answers[i]);
    }
}

static void
test_repaint (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  g_autoptr (GdkTexture) light = NULL;
  g_autoptr (GdkTexture) meanwhile = NULL;
  g_autoptr (GdkTexture) dark = NULL;
  g_autoptr (GdkTexture) large = NULL;
  GdkPaintable *paintable;
  guint n_redraws = 0;
  Answer answer;

  ask (source, &answer, 6, 63, 39, NULL);
  wait_for (source);
  paintable = shumate_tile_get_paintable (answer.tile);
  light = dup_shown_texture (paintable);
  g_assert_cmpint (gdk_texture_get_width (light), ==, LODE_TILE_SIZE + 2);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);

  g_signal_connect_swapped (source, "redraw", G_CALLBACK (count_cb), &n_redraws);
  lode_tile_source_set_theme (source, dark_theme);
  g_assert_cmpuint (n_redraws, ==, 1);
  lode_tile_source_set_theme (source, dark_theme);
  g_assert_cmpuint (n_redraws, ==, 1);

  /* The old picture until the new one is there, which is asked for once. */
  meanwhile = dup_shown_texture (paintable);
  g_assert_true (meanwhile == light);
  draw (paintable);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 1);
  wait_for (source);
  g_assert_cmpuint (n_redraws, ==, 2);
  g_assert_true (shumate_tile_get_paintable (answer.tile) == paintable);
  dark = dup_shown_texture (paintable);
  g_assert_true (dark != light);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);

  lode_tile_source_set_scale_factor (source, 2);
  draw (paintable);
  wait_for (source);
  large = dup_shown_texture (paintable);
  g_assert_cmpint (gdk_texture_get_width (large), ==, 2 * LODE_TILE_SIZE + 2);
  answer_clear (&answer);
}

/* A style that changes while a tile is painted in the one before: the next draw heals it. */
static void
test_change_while_painting (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  g_autoptr (GdkTexture) first = NULL;
  g_autoptr (GdkTexture) second = NULL;
  GdkPaintable *paintable;
  Answer answer;

  ask (source, &answer, 6, 63, 39, NULL);
  lode_tile_source_set_theme (source, dark_theme);
  wait_for (source);
  paintable = shumate_tile_get_paintable (answer.tile);
  first = dup_shown_texture (paintable);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 1);
  wait_for (source);
  second = dup_shown_texture (paintable);
  g_assert_true (first != second);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);
  answer_clear (&answer);
}

static int
get_texture_size (GdkPaintable *paintable)
{
  g_autoptr (GdkTexture) texture = dup_shown_texture (paintable);

  return gdk_texture_get_width (texture);
}

/* Between two zoom levels tiles are painted as large as they are drawn: the first time at once,
 * later when they are drawn; those of other levels are left alone. */
static void
test_zoom_level (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  GdkPaintable *paintable, *other;
  guint n_redraws = 0;
  Answer answer, other_answer;

  lode_tile_source_set_zoom_level (source, 6.5);
  ask (source, &answer, 6, 63, 39, NULL);
  ask (source, &other_answer, 5, 31, 19, NULL);
  wait_for (source);
  paintable = shumate_tile_get_paintable (answer.tile);
  other = shumate_tile_get_paintable (other_answer.tile);
  g_assert_cmpint (get_texture_size (paintable), ==, 362 + 2);
  g_assert_cmpint (get_texture_size (other), ==, LODE_TILE_SIZE + 2);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);

  g_signal_connect_swapped (source, "redraw", G_CALLBACK (count_cb), &n_redraws);
  lode_tile_source_set_zoom_level (source, 6.5);
  g_assert_cmpuint (n_redraws, ==, 0);
  lode_tile_source_set_zoom_level (source, 6.25);
  g_assert_cmpuint (n_redraws, ==, 1);
  /* Scaled until the new picture is there. */
  g_assert_cmpint (get_texture_size (paintable), ==, 362 + 2);
  draw (other);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 1);
  wait_for (source);
  g_assert_cmpint (get_texture_size (paintable), ==, 304 + 2);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);

  /* On the way to another level it is good enough; and once there, it is no more to be seen. */
  lode_tile_source_set_zoom_level (source, 7.4);
  draw (paintable);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);

  lode_tile_source_set_zoom_level (source, 6);
  lode_tile_source_set_scale_factor (source, 2);
  draw (paintable);
  wait_for (source);
  g_assert_cmpint (get_texture_size (paintable), ==, 2 * LODE_TILE_SIZE + 2);
  answer_clear (&answer);
  answer_clear (&other_answer);
}

/* A zoom level that changes while a tile is painted for the one before: the next draw heals it. */
static void
test_zoom_level_while_painting (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  GdkPaintable *paintable;
  Answer answer;

  ask (source, &answer, 6, 63, 39, NULL);
  lode_tile_source_set_zoom_level (source, 6.5);
  wait_for (source);
  paintable = shumate_tile_get_paintable (answer.tile);
  g_assert_cmpint (get_texture_size (paintable), ==, LODE_TILE_SIZE + 2);
  lode_tile_source_set_zoom_level (source, 6.25);
  wait_for (source);
  g_assert_cmpint (get_texture_size (paintable), ==, 362 + 2);
  wait_for (source);
  g_assert_cmpint (get_texture_size (paintable), ==, 304 + 2);
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);
  answer_clear (&answer);
}

static gboolean
is_drawn (GdkPaintable *paintable)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), LODE_TILE_SIZE, LODE_TILE_SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  return node != NULL;
}

/* What cannot be seen is not drawn, nor painted anew; by the short way round the world. */
static void
test_view (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  GdkPaintable *paintable;
  Answer answer;

  ask (source, &answer, 6, 63, 39, NULL);
  wait_for (source);
  paintable = shumate_tile_get_paintable (answer.tile);
  g_assert_true (is_drawn (paintable));

  lode_tile_source_set_theme (source, dark_theme);
  lode_tile_source_set_view (source, 61.9 / 64, 39.5 / 64, 2.0 / 64, 2.0 / 64);
  g_assert_false (is_drawn (paintable));
  lode_tile_source_set_view (source, 63.5 / 64, 41.1 / 64, 2.0 / 64, 2.0 / 64);
  g_assert_false (is_drawn (paintable));
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 0);

  lode_tile_source_set_view (source, 0.9 / 64, 39.5 / 64, 2.0 / 64, 2.0 / 64);
  g_assert_true (is_drawn (paintable));
  g_assert_cmpuint (lode_tile_source_get_pending (source), ==, 1);
  lode_tile_source_set_view (source, 62.1 / 64, 39.5 / 64, 2.0 / 64, 2.0 / 64);
  g_assert_true (is_drawn (paintable));
  wait_for (source);
  answer_clear (&answer);
}

typedef struct
{
  GArray *order;
  int x;
} Arrival;

static void
arrived_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Arrival *arrival = user_data;

  g_assert_true (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, NULL));
  g_array_append_val (arrival->order, arrival->x);
}

/* Of many tiles asked for from west to east, the one at the focus comes before those far away. */
static void
test_nearest_first (void)
{
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  Arrival arrivals[24];
  guint place = 0;

  lode_tile_source_set_view (source, 0, 0.6, 1, 1);
  for (int i = 0; i < 24; i++)
    {
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (1000 + i, 640, LODE_TILE_SIZE, 10);

      arrivals[i] = (Arrival){ order, 1000 + i };
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, arrived_cb,
                                          &arrivals[i]);
    }
  lode_tile_source_set_view (source, 1020.5 / 1024, 640.5 / 1024, 1, 1);
  wait_for (source);

  g_assert_cmpuint (order->len, ==, 24);
  while (g_array_index (order, int, place) != 1020)
    place++;
  /* Some were on their way, or taken from the queue, before the focus moved. */
  g_assert_cmpuint (place, <, 12);
  place = order->len - 1;
  g_assert_cmpint (ABS (g_array_index (order, int, place) - 1020), >, 8);
}

/* The layer keeps tiles in its cache for longer than a map keeps its source. */
static void
test_outlives (void)
{
  LodeTileSource *source = lode_tile_source_new ();
  GdkPaintable *paintable;
  Answer answer;

  ask (source, &answer, 6, 63, 39, NULL);
  wait_for (source);
  paintable = shumate_tile_get_paintable (answer.tile);
  lode_tile_source_set_theme (source, dark_theme);
  g_object_add_weak_pointer (G_OBJECT (source), (gpointer *) &source);
  g_object_unref (source);
  /* A worker gives its task back through the main loop. */
  while (source != NULL)
    g_main_context_iteration (NULL, TRUE);
  draw (paintable);
  answer_clear (&answer);
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  g_test_add_func ("/tile-source/properties", test_properties);
  g_test_add_func ("/tile-source/fill", test_fill);
  g_test_add_func ("/tile-source/cancelled", test_cancelled);
  g_test_add_func ("/tile-source/repaint", test_repaint);
  g_test_add_func ("/tile-source/change-while-painting", test_change_while_painting);
  g_test_add_func ("/tile-source/zoom-level", test_zoom_level);
  g_test_add_func ("/tile-source/zoom-level-while-painting", test_zoom_level_while_painting);
  g_test_add_func ("/tile-source/view", test_view);
  g_test_add_func ("/tile-source/nearest-first", test_nearest_first);
  g_test_add_func ("/tile-source/outlives", test_outlives);

  return g_test_run ();
}

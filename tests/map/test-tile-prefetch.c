/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-prefetch.h"
#include "lode-tile-source.h"
#include "lode-tile-texture.h"

#include <math.h>

/* Zoom level 5.5 over the country: tiles of level 5, drawn at 362 pixels. */
#define ENLARGED_SIZE 362
static const LodeTileView view = {
  .x = 0.985, .y = 0.62, .zoom = 5.5, .width = 860, .height = 750, .scale = 1,
};

/* In the middle of one tile. */
static const LodeTileView small_view = {
  .x = 31.5 / 32, .y = 19.5 / 32, .zoom = 5.5, .width = 20, .height = 20, .scale = 1,
};

typedef struct
{
  guint n_tiles;
  double left, top, right, bottom; /* worlds */
} Seen;

static void
see_cb (const LodeTileArea *area, GdkTexture *texture, gpointer user_data)
{
  Seen *seen = user_data;
  double world = lode_tile_area_get_world (area);
  double left = (area->left + LODE_TILE_BLEED) / world;
  double top = (area->top + LODE_TILE_BLEED) / world;
  double size = ldexp (1, -area->zoom);

  g_assert_cmpint (area->zoom, ==, 5);
  g_assert_cmpint (area->tile_size, ==, ENLARGED_SIZE);
  /* Columns east of the antimeridian are numbered from 0. */
  left -= floor (left - view.x + 0.5);
  seen->left = seen->n_tiles == 0 ? left : MIN (seen->left, left);
  seen->top = seen->n_tiles == 0 ? top : MIN (seen->top, top);
  seen->right = MAX (seen->right, left + size);
  seen->bottom = MAX (seen->bottom, top + size);
  seen->n_tiles++;
}

static void
test_covers_view (void)
{
  g_autoptr (LodeTilePrefetch) prefetch = lode_tile_prefetch_new (&view);
  double world = LODE_TILE_SIZE * exp2 (view.zoom);
  Seen seen = { 0 };

  lode_tile_prefetch_foreach (prefetch, see_cb, &seen);
  g_assert_cmpfloat (seen.left, <=, view.x - view.width / 2.0 / world);
  g_assert_cmpfloat (seen.right, >=, view.x + view.width / 2.0 / world);
  g_assert_cmpfloat (seen.top, <=, view.y - view.height / 2.0 / world);
  g_assert_cmpfloat (seen.bottom, >=, view.y + view.height / 2.0 / world);
  /* No more than a view of that size can touch. */
  g_assert_cmpuint (seen.n_tiles, <=, 4 * 4);
}

static GBytes *
download (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  guchar *pixels = g_malloc (width * height * 4);

  gdk_texture_download (texture, pixels, width * 4);
  return g_bytes_new_take (pixels, width * height * 4);
}

static void
assert_painted (GdkTexture *texture, const LodeTileArea *area)
{
  g_autoptr (GdkTexture) directly = lode_tile_texture_paint (area, NULL);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GBytes) direct_pixels = NULL;

  g_assert_nonnull (texture);
  pixels = download (texture);
  direct_pixels = download (directly);
  g_assert_true (g_bytes_equal (pixels, direct_pixels));
}

static void
test_paints_what_the_source_would (void)
{
  g_autoptr (LodeTilePrefetch) prefetch = lode_tile_prefetch_new (&view);
  g_autoptr (GdkTexture) ahead = NULL;
  LodeTileArea area;

  lode_tile_area_init_tile (&area, 5, (int) (view.x * 32), (int) (view.y * 32), 1, ENLARGED_SIZE,
                            LODE_TILE_BLEED, (LodeMapTheme){ 0 });
  ahead = lode_tile_prefetch_wait (prefetch, &area);
  assert_painted (ahead, &area);
}

static void
test_has_no_other_tiles (void)
{
  static const struct
  {
    int zoom, x, y, scale, tile_size;
    LodeMapTheme theme;
  } others[] = {
    { 5, 3, 3, 1, ENLARGED_SIZE, { 0 } },
    { 6, 63, 39, 1, ENLARGED_SIZE, { 0 } },
    { 5, 31, 19, 2, 2 * ENLARGED_SIZE, { 0 } },
    { 5, 31, 19, 1, LODE_TILE_SIZE, { 0 } },
    { 5, 31, 19, 1, ENLARGED_SIZE, { .dark = TRUE } },
  };
  g_autoptr (LodeTilePrefetch) prefetch = lode_tile_prefetch_new (&view);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      LodeTileArea area;

      lode_tile_area_init_tile (&area, others[i].zoom, others[i].x, others[i].y, others[i].scale,
                                others[i].tile_size, LODE_TILE_BLEED, others[i].theme);
      g_assert_null (lode_tile_prefetch_wait (prefetch, &area));
    }
}

static void
filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data
      = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, NULL);
}

/* A source takes what is there, and paints the others as ever. */
static void
test_source_takes_from_it (void)
{
  static const int rows[] = { 19, 3 };
  g_autoptr (LodeTilePrefetch) prefetch = lode_tile_prefetch_new (&view);
  g_autoptr (LodeTileSource) source = lode_tile_source_new ();

  lode_tile_source_set_prefetch (source, prefetch);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShumateTile) tile
          = shumate_tile_new_full (31, rows[i], LODE_TILE_SIZE, 5);
      gboolean filled = FALSE;

      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, filled_cb,
                                          &filled);
      while (lode_tile_source_get_pending (source) > 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (filled);
      g_assert_nonnull (shumate_tile_get_paintable (tile));
    }
}

/* The view can go before its tiles are painted. */
static void
test_can_be_left (void)
{
  for (int i = 0; i < 4; i++)
    lode_tile_prefetch_unref (lode_tile_prefetch_new (&view));
}

static void
count_cb (const LodeTileArea *area, GdkTexture *texture, gpointer n)
{
  *(guint *) n += texture != NULL;
}

/* In a process of its own, as nothing can be painted in it any more. */
static void
test_stops_with_the_program (void)
{
  LodeTilePrefetch *prefetch;
  guint n_before = 0, n_after = 0;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  prefetch = lode_tile_prefetch_new (&view);
  lode_tile_texture_stop ();
  lode_tile_prefetch_foreach (prefetch, count_cb, &n_before);
  /* Long enough for all, if the thread went on; but one may just have been kept. */
  g_usleep (300 * 1000);
  lode_tile_prefetch_foreach (prefetch, count_cb, &n_after);
  g_assert_cmpuint (n_after, <=, n_before + 1);
  g_assert_cmpuint (n_after, <, 4);
}

/* What is painted of a guess is not painted again. The first view is what was guessed, the second what
 * is wanted, and whatever can still be painted then is nothing. A process may guess once only, and
 * how long painting takes is the machine's business: it gets longer from try to try. */
static void
check_guess (const LodeTileView *guess, guint n_expected)
{
  static const char * const seconds[] = { "1", "5", "25" };
  gboolean is_kept = FALSE;

  if (g_test_subprocess ())
    {
      static LodeTilePrefetch *prefetch; /* its last unref would wait for a thread that has stopped */
      guint n_painted = 0;

      lode_tile_prefetch_guess (guess);
      g_usleep (g_ascii_strtoull (g_getenv ("GUESS_SECONDS"), NULL, 10) * G_USEC_PER_SEC);
      lode_tile_texture_stop ();
      prefetch = lode_tile_prefetch_new (&small_view);
      for (guint i = 0; i < 20 && n_painted < n_expected; i++)
        {
          n_painted = 0;
          g_usleep (10 * 1000);
          lode_tile_prefetch_foreach (prefetch, count_cb, &n_painted);
        }
      g_assert_cmpuint (n_painted, ==, n_expected);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (seconds) && !is_kept; i++)
    {
      g_setenv ("GUESS_SECONDS", seconds[i], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      is_kept = g_test_trap_has_passed ();
    }
  g_assert_true (is_kept);
}

static void
test_keeps_right_guess (void)
{
  check_guess (&small_view, 1);
}

static void
test_drops_wrong_guess (void)
{
  LodeTileView dark = small_view;

  dark.theme.dark = TRUE;
  check_guess (&dark, 0);
}

/* Whatever was guessed, what is wanted is painted. */
static void
test_goes_on_from_guess (void)
{
  g_autoptr (LodeTilePrefetch) prefetch = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  LodeTileView dark = view;
  LodeTileArea area;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  dark.theme.dark = TRUE;
  lode_tile_prefetch_guess (&dark);
  prefetch = lode_tile_prefetch_new (&view);
  lode_tile_area_init_tile (&area, 5, (int) (view.x * 32), (int) (view.y * 32), 1, ENLARGED_SIZE,
                            LODE_TILE_BLEED, (LodeMapTheme){ 0 });
  texture = lode_tile_prefetch_wait (prefetch, &area);
  assert_painted (texture, &area);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-prefetch/covers-view", test_covers_view);
  g_test_add_func ("/tile-prefetch/paints-what-the-source-would",
                   test_paints_what_the_source_would);
  g_test_add_func ("/tile-prefetch/has-no-other-tiles", test_has_no_other_tiles);
  g_test_add_func ("/tile-prefetch/source-takes-from-it", test_source_takes_from_it);
  g_test_add_func ("/tile-prefetch/can-be-left", test_can_be_left);
  g_test_add_func ("/tile-prefetch/stops-with-the-program", test_stops_with_the_program);
  g_test_add_func ("/tile-prefetch/keeps-right-guess", test_keeps_right_guess);
  g_test_add_func ("/tile-prefetch/drops-wrong-guess", test_drops_wrong_guess);
  g_test_add_func ("/tile-prefetch/goes-on-from-guess", test_goes_on_from_guess);
  return g_test_run ();
}

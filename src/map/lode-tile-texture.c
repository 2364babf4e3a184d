/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-texture.h"

#include "lode-surface-texture.h"

#include <stdlib.h>

static GMutex mutex;
static GCond changed;
static guint n_painting;
static gboolean stopped;

static void
begin (void)
{
  static gboolean is_registered;

  g_mutex_lock (&mutex);
  if (!is_registered)
    {
      atexit (lode_tile_texture_stop);
      is_registered = TRUE;
    }
  while (stopped)
    g_cond_wait (&changed, &mutex);
  n_painting++;
  g_mutex_unlock (&mutex);
}

static void
end (void)
{
  g_mutex_lock (&mutex);
  n_painting--;
  g_cond_broadcast (&changed);
  g_mutex_unlock (&mutex);
}

/**
 * lode_tile_texture_paint:
 * @area: what to paint
 * @cancellable: (nullable): is looked at between layers
 *
 * As lode_tile_painter_paint(), and like it in any thread.
 *
 * Returns: (transfer full): the picture, of the area's size in device pixels
 */
GdkTexture *
lode_tile_texture_paint (const LodeTileArea *area, GCancellable *cancellable)
{
  cairo_surface_t *surface;

  begin ();
  surface = lode_tile_painter_paint (area, cancellable);
  end ();

  return lode_surface_texture_new (surface);
}

/**
 * lode_tile_texture_stop:
 *
 * Waits for the tiles that are being painted; whoever begins one from now on waits until the process
 * ends. A process that has painted calls it as it ends: pixman's own data go then, and a thread that
 * paints would crash.
 */
void
lode_tile_texture_stop (void)
{
  g_mutex_lock (&mutex);
  stopped = TRUE;
  while (n_painting > 0)
    g_cond_wait (&changed, &mutex);
  g_mutex_unlock (&mutex);
}

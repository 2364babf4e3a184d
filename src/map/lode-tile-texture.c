/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-texture.h"

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

/* The pixels of an opaque ARGB32 @surface without their alpha, R, G, B. A cairo renderer fetches the
 * pixels of each texture in each frame: these in a ninth of the time that GTK 4.8 needs for ARGB32,
 * which it takes through floating point numbers. */
static GBytes *
pack (cairo_surface_t *surface, int width, int height)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  gsize length = (gsize) width * height * 3;
  guchar *packed = g_malloc (length);
  guchar *to = packed;

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (data + y * stride);

      for (int x = 0; x < width; x++)
        {
          *to++ = from[x] >> 16 & 0xff;
          *to++ = from[x] >> 8 & 0xff;
          *to++ = from[x] & 0xff;
        }
    }

  return g_bytes_new_take (packed, length);
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
  int width, height;
  g_autoptr (GBytes) bytes = NULL;

  begin ();
  surface = lode_tile_painter_paint (area, cancellable);
  end ();

  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  bytes = pack (surface, width, height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, bytes, (gsize) width * 3);
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

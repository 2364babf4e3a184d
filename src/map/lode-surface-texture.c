/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-surface-texture.h"

/* A cairo renderer fetches the pixels of each texture in each frame. GTK 4.8 takes those that cairo
 * has painted through floating point numbers: without alpha they are copied in a ninth of the time. */

GdkTexture *
lode_surface_texture_new (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  const gsize row = (gsize) width * 3;
  guchar *pixels = g_malloc (row * height);
  guchar *to = pixels;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *from
        = (const guint32 *) (cairo_image_surface_get_data (surface) + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        {
          *to++ = from[x] >> 16 & 0xff;
          *to++ = from[x] >> 8 & 0xff;
          *to++ = from[x] & 0xff;
        }
    }
  cairo_surface_destroy (surface);

  bytes = g_bytes_new_take (pixels, row * height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, bytes, row);
}

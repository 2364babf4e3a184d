/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-surface-texture.h"

/* A cairo renderer fetches the pixels of each texture in each frame. GTK 4.8 takes premultiplied ones,
 * which cairo has painted, through floating point numbers: that takes twice as long as to multiply
 * those that are not, and nine times as long as to copy those without alpha. */

static guchar *
put_opaque (const guint32 *from, int n_pixels, guchar *to)
{
  for (int i = 0; i < n_pixels; i++)
    {
      *to++ = from[i] >> 16 & 0xff;
      *to++ = from[i] >> 8 & 0xff;
      *to++ = from[i] & 0xff;
    }

  return to;
}

static guchar *
put_straight (const guint32 *from, int n_pixels, guchar *to)
{
  for (int i = 0; i < n_pixels; i++)
    {
      const guint32 alpha = from[i] >> 24;

      if (alpha == 0 || alpha == 255)
        to = put_opaque (&from[i], 1, to);
      else
        for (int shift = 16; shift >= 0; shift -= 8)
          {
            const guint32 value = from[i] >> shift & 0xff;

            *to++ = MIN ((value * 255 + alpha / 2) / alpha, 255);
          }
      *to++ = (guchar) alpha;
    }

  return to;
}

GdkTexture *
lode_surface_texture_new (cairo_surface_t *surface, gboolean opaque)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  const gsize row = (gsize) width * (opaque ? 3 : 4);
  guchar *pixels = g_malloc (row * height);
  guchar *to = pixels;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *from
        = (const guint32 *) (cairo_image_surface_get_data (surface) + (gsize) y * stride);

      to = opaque ? put_opaque (from, width, to) : put_straight (from, width, to);
    }
  cairo_surface_destroy (surface);

  bytes = g_bytes_new_take (pixels, row * height);
  return gdk_memory_texture_new (width, height, opaque ? GDK_MEMORY_R8G8B8 : GDK_MEMORY_R8G8B8A8,
                                 bytes, row);
}

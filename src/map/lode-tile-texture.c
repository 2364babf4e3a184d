/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-texture.h"

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
  cairo_surface_t *surface = lode_tile_painter_paint (area, cancellable);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-surface-node.h"

static GskRenderNode *
create_cairo_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, bounds->size.width / cairo_image_surface_get_width (surface),
               bounds->size.height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

static GskRenderNode *
create_texture_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  int height = cairo_image_surface_get_height (surface);
  gsize row = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels
    = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), row * height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  g_autoptr (GdkTexture) texture
    = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT,
                              pixels, row);

  return gsk_texture_node_new (texture, bounds);
}

GskRenderNode *
lode_surface_node_new (cairo_surface_t *surface, const graphene_rect_t *bounds, GtkWidget *widget)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  cairo_surface_flush (surface);
  return GSK_IS_CAIRO_RENDERER (renderer) ? create_cairo_node (surface, bounds)
                                          : create_texture_node (surface, bounds);
}

void
lode_surface_node_append (GskRenderNode *node, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  graphene_rect_t made_for;

  gsk_render_node_get_bounds (node, &made_for);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &bounds->origin);
  gtk_snapshot_scale (snapshot, bounds->size.width / made_for.size.width,
                      bounds->size.height / made_for.size.height);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (-made_for.origin.x, -made_for.origin.y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

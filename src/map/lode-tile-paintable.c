/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-paintable.h"

#include "lode-tile-source.h"

#include <gtk/gtk.h>

struct _LodeTilePaintable
{
  GObject parent_instance;

  GdkTexture *texture;
  int zoom;
  int x;
  int y;
  int bleed;         /* device pixels on each side of the texture */
  LodeTileLook look; /* what the texture was painted with */
  gboolean pending;  /* a newer texture is being painted */
};

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lode_tile_paintable_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width,
                              double height)
{
  LodeTilePaintable *self = LODE_TILE_PAINTABLE (paintable);
  gboolean visible = TRUE;

  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, &visible);
  if (visible && self->texture != NULL)
    {
      int pixels = gdk_texture_get_width (self->texture) - 2 * self->bleed;
      float x = (float) (self->bleed * width / pixels);
      float y = (float) (self->bleed * height / pixels);

      gtk_snapshot_append_texture (GTK_SNAPSHOT (snapshot), self->texture,
                                   &GRAPHENE_RECT_INIT (-x, -y, (float) width + 2 * x,
                                                        (float) height + 2 * y));
    }
}

static GdkPaintableFlags
lode_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE;
}

static int
lode_tile_paintable_get_size (GdkPaintable *paintable)
{
  return LODE_TILE_SIZE;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = lode_tile_paintable_snapshot;
  iface->get_flags = lode_tile_paintable_get_flags;
  iface->get_intrinsic_width = lode_tile_paintable_get_size;
  iface->get_intrinsic_height = lode_tile_paintable_get_size;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LodeTilePaintable, lode_tile_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
lode_tile_paintable_dispose (GObject *object)
{
  LodeTilePaintable *self = LODE_TILE_PAINTABLE (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (lode_tile_paintable_parent_class)->dispose (object);
}

static void
lode_tile_paintable_class_init (LodeTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lode_tile_paintable_dispose;

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", LODE_TYPE_TILE_PAINTABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lode_tile_paintable_init (LodeTilePaintable *self)
{
}

/**
 * lode_tile_paintable_new:
 * @zoom: zoom level
 * @x: column
 * @y: row
 *
 * Returns: (transfer full): a paintable without a picture
 */
LodeTilePaintable *
lode_tile_paintable_new (int zoom, int x, int y)
{
  LodeTilePaintable *self = g_object_new (LODE_TYPE_TILE_PAINTABLE, NULL);

  self->zoom = zoom;
  self->x = x;
  self->y = y;
  return self;
}

/**
 * lode_tile_paintable_get_tile:
 * @self: a paintable
 * @zoom: (out): zoom level
 * @x: (out): column
 * @y: (out): row
 *
 * Which tile it shows.
 */
void
lode_tile_paintable_get_tile (LodeTilePaintable *self, int *zoom, int *x, int *y)
{
  g_return_if_fail (LODE_IS_TILE_PAINTABLE (self));

  *zoom = self->zoom;
  *x = self->x;
  *y = self->y;
}

/**
 * lode_tile_paintable_set_texture:
 * @self: a paintable
 * @texture: (transfer none): its new picture
 * @bleed: device pixels that the texture has more on each side
 * @look: what it was painted with
 *
 * Main thread only: the former texture was drawn, and dies here.
 */
void
lode_tile_paintable_set_texture (LodeTilePaintable *self, GdkTexture *texture, int bleed,
                                 LodeTileLook look)
{
  g_return_if_fail (LODE_IS_TILE_PAINTABLE (self));
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  g_set_object (&self->texture, texture);
  self->bleed = bleed;
  self->look = look;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * lode_tile_paintable_get_look:
 * @self: a paintable
 *
 * Returns: what its picture was painted with
 */
LodeTileLook
lode_tile_paintable_get_look (LodeTilePaintable *self)
{
  LodeTileLook none = { 0 };

  g_return_val_if_fail (LODE_IS_TILE_PAINTABLE (self), none);

  return self->look;
}

/**
 * lode_tile_paintable_get_pending:
 * @self: a paintable
 *
 * Returns: whether a newer picture is on its way
 */
gboolean
lode_tile_paintable_get_pending (LodeTilePaintable *self)
{
  g_return_val_if_fail (LODE_IS_TILE_PAINTABLE (self), FALSE);

  return self->pending;
}

/**
 * lode_tile_paintable_set_pending:
 * @self: a paintable
 * @pending: whether a newer picture is on its way
 */
void
lode_tile_paintable_set_pending (LodeTilePaintable *self, gboolean pending)
{
  g_return_if_fail (LODE_IS_TILE_PAINTABLE (self));

  self->pending = pending;
}

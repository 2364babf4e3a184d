/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-backdrop.h"

#include "lode-map-projection.h"
#include "lode-tile-source.h"
#include "lode-tile-texture.h"

#include <math.h>

/* libshumate asks for tiles in an idle, and hands them to the map layer in another: the first frame
 * would show no map, however early the tiles are there. */

struct _LodeTileBackdrop
{
  ShumateLayer parent_instance;

  LodeTilePrefetch *prefetch;
  gboolean          whole;
};

typedef struct
{
  GtkSnapshot       *snapshot;
  LodeMapProjection  projection;
  graphene_rect_t    drawn;
  gboolean           missing;
} Drawing;

G_DEFINE_FINAL_TYPE (LodeTileBackdrop, lode_tile_backdrop, SHUMATE_TYPE_LAYER)

static void
draw_tile (const LodeTileArea *area, GdkTexture *texture, gpointer user_data)
{
  Drawing *drawing = user_data;
  double world = lode_tile_area_get_world (area);
  LodeWorldPoint corner = { (area->left + LODE_TILE_BLEED) / world,
                            (area->top + LODE_TILE_BLEED) / world };
  float size = (float) (LODE_TILE_SIZE * exp2 (drawing->projection.pose.zoom - area->zoom));
  float bleed = size / area->tile_size * LODE_TILE_BLEED;
  graphene_rect_t bounds;
  double x, y;

  if (texture == NULL)
    {
      drawing->missing = TRUE;
      return;
    }

  lode_map_projection_project (&drawing->projection, corner, &x, &y);
  graphene_rect_init (&bounds, (float) x, (float) y, size, size);
  if (drawing->drawn.size.width > 0)
    graphene_rect_union (&drawing->drawn, &bounds, &drawing->drawn);
  else
    drawing->drawn = bounds;
  graphene_rect_inset (&bounds, -bleed, -bleed);
  gtk_snapshot_append_texture (drawing->snapshot, texture, &bounds);
}

static void
lode_tile_backdrop_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodeTileBackdrop *self = LODE_TILE_BACKDROP (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  Drawing drawing = { .snapshot = snapshot };
  graphene_rect_t view;

  if (self->prefetch == NULL)
    return;

  drawing.projection = lode_map_projection_new (viewport, widget);
  lode_tile_prefetch_foreach (self->prefetch, draw_tile, &drawing);
  /* The tiles are those of a rectangle. */
  graphene_rect_init (&view, 0, 0, drawing.projection.width, drawing.projection.height);
  self->whole = !drawing.missing && graphene_rect_contains_rect (&drawing.drawn, &view);
}

static void
lode_tile_backdrop_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lode_tile_backdrop_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (lode_tile_backdrop_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object,
                           G_CONNECT_SWAPPED);
}

static void
lode_tile_backdrop_dispose (GObject *object)
{
  g_clear_pointer (&LODE_TILE_BACKDROP (object)->prefetch, lode_tile_prefetch_unref);

  G_OBJECT_CLASS (lode_tile_backdrop_parent_class)->dispose (object);
}

static void
lode_tile_backdrop_class_init (LodeTileBackdropClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lode_tile_backdrop_constructed;
  object_class->dispose = lode_tile_backdrop_dispose;
  widget_class->measure = lode_tile_backdrop_measure;
  widget_class->snapshot = lode_tile_backdrop_snapshot;
}

static void
lode_tile_backdrop_init (LodeTileBackdrop *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

LodeTileBackdrop *
lode_tile_backdrop_new (ShumateViewport *viewport)
{
  return g_object_new (LODE_TYPE_TILE_BACKDROP, "viewport", viewport, NULL);
}

void
lode_tile_backdrop_set_prefetch (LodeTileBackdrop *self, LodeTilePrefetch *prefetch)
{
  g_return_if_fail (LODE_IS_TILE_BACKDROP (self));

  g_clear_pointer (&self->prefetch, lode_tile_prefetch_unref);
  if (prefetch != NULL)
    self->prefetch = lode_tile_prefetch_ref (prefetch);
  self->whole = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
lode_tile_backdrop_is_whole (LodeTileBackdrop *self)
{
  g_return_val_if_fail (LODE_IS_TILE_BACKDROP (self), FALSE);

  return self->whole;
}

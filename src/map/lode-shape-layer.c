/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-shape-layer.h"

#include "lode-map-projection.h"
#include "lode-shape.h"
#include "lode-surface-node.h"
#include "lode-tile-source.h"

#include <math.h>

#define LINE_WIDTH 1.5
/* Pixels: as far from a line as a finger is taken to mean it. */
#define HIT_DISTANCE 8
/* How far around the view is painted, as a share of the view. */
#define PAINTED_MARGIN 0.4
#define MAX_PAINTED_SIZE 6144

struct _LodeShapeLayer
{
  ShumateLayer   parent_instance;

  GPtrArray   *shapes; /* of LodeShape */
  GskRenderNode *painted; /* NULL: to be painted, or nothing is in view */
  LodeWorldBox   painted_box;
  int            painted_zoom;
  int            painted_scale;
  GdkRGBA        painted_colour;
};

G_DEFINE_FINAL_TYPE (LodeShapeLayer, lode_shape_layer, SHUMATE_TYPE_LAYER)

/* Moves @box to the copy of the world that is nearest to @x. */
static LodeWorldBox
shift_box (const LodeWorldBox *box, double x)
{
  double middle = (box->west + box->east) / 2;
  double shift = x + lode_world_wrap_delta (middle - x) - middle;

  return (LodeWorldBox) { box->west + shift, box->north, box->east + shift, box->south };
}

static gboolean
boxes_meet (const LodeWorldBox *a, const LodeWorldBox *b)
{
  return a->west <= b->east && b->west <= a->east && a->north <= b->south && b->north <= a->south;
}

static guint
paint_shapes (LodeShapeLayer *self, cairo_t *cr, double world, double pose_x)
{
  guint n_painted = 0;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      LodeShape *shape = self->shapes->pdata[i];
      LodeWorldBox box = shift_box (lode_shape_get_box (shape), pose_x);
      LodeWorldPoint corner = { self->painted_box.west, self->painted_box.north };

      if (!boxes_meet (&box, &self->painted_box))
        continue;
      corner.x -= box.west - lode_shape_get_box (shape)->west;
      lode_shape_paint (shape, cr, corner, world, LINE_WIDTH * self->painted_scale,
                        &self->painted_colour);
      n_painted++;
    }

  return n_painted;
}

static void
paint_anew (LodeShapeLayer *self, double pose_x)
{
  double world = LODE_TILE_SIZE * exp2 (self->painted_zoom) * self->painted_scale;
  int width = (int) ceil ((self->painted_box.east - self->painted_box.west) * world);
  int height = (int) ceil ((self->painted_box.south - self->painted_box.north) * world);
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n_painted;

  width = CLAMP (width, 1, MAX_PAINTED_SIZE);
  height = CLAMP (height, 1, MAX_PAINTED_SIZE);
  self->painted_box.east = self->painted_box.west + width / world;
  self->painted_box.south = self->painted_box.north + height / world;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  n_painted = paint_shapes (self, cr, world, pose_x);
  cairo_destroy (cr);

  g_clear_pointer (&self->painted, gsk_render_node_unref);
  if (n_painted > 0)
    self->painted = lode_surface_node_new (surface, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                           GTK_WIDGET (self));
  else
    cairo_surface_destroy (surface);
}

static void
ensure_painted (LodeShapeLayer *self, const LodeMapProjection *projection, const GdkRGBA *colour,
                int scale)
{
  int zoom = (int) round (projection->pose.zoom);
  LodeWorldBox view = lode_map_projection_get_box (projection, 0);
  LodeWorldBox reach = shift_box (&self->painted_box, projection->pose.x);

  if (self->painted_scale == scale && self->painted_zoom == zoom
      && gdk_rgba_equal (&self->painted_colour, colour)
      && reach.west <= view.west && reach.east >= view.east && reach.north <= view.north
      && reach.south >= view.south)
    return;

  self->painted_box = lode_map_projection_get_box (
    projection, PAINTED_MARGIN * MAX (projection->width, projection->height));
  self->painted_zoom = zoom;
  self->painted_scale = scale;
  self->painted_colour = *colour;
  paint_anew (self, projection->pose.x);
}

static void
lode_shape_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodeShapeLayer *self = LODE_SHAPE_LAYER (widget);
  LodeMapProjection projection;
  GdkRGBA colour;
  LodeWorldBox box;

  if (self->shapes->len == 0)
    return;

  projection = lode_map_projection_new (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  ensure_painted (self, &projection, &colour, gtk_widget_get_scale_factor (widget));
  if (self->painted == NULL)
    return;

  box = shift_box (&self->painted_box, projection.pose.x);
  lode_surface_node_append (
    self->painted, snapshot,
    &GRAPHENE_RECT_INIT (
      (float) ((box.west - projection.pose.x) * projection.world + projection.width / 2.0),
      (float) ((box.north - projection.pose.y) * projection.world + projection.height / 2.0),
      (float) ((box.east - box.west) * projection.world),
      (float) ((box.south - box.north) * projection.world)));
}

static void
lode_shape_layer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lode_shape_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (lode_shape_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
lode_shape_layer_dispose (GObject *object)
{
  LodeShapeLayer *self = LODE_SHAPE_LAYER (object);

  g_ptr_array_set_size (self->shapes, 0);
  g_clear_pointer (&self->painted, gsk_render_node_unref);

  G_OBJECT_CLASS (lode_shape_layer_parent_class)->dispose (object);
}

static void
lode_shape_layer_finalize (GObject *object)
{
  g_ptr_array_unref (LODE_SHAPE_LAYER (object)->shapes);

  G_OBJECT_CLASS (lode_shape_layer_parent_class)->finalize (object);
}

static void
lode_shape_layer_class_init (LodeShapeLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lode_shape_layer_constructed;
  object_class->dispose = lode_shape_layer_dispose;
  object_class->finalize = lode_shape_layer_finalize;

  widget_class->snapshot = lode_shape_layer_snapshot;
  widget_class->measure = lode_shape_layer_measure;

  gtk_widget_class_set_css_name (widget_class, "shape-layer");
}

static void
lode_shape_layer_init (LodeShapeLayer *self)
{
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) lode_shape_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

LodeShapeLayer *
lode_shape_layer_new (ShumateViewport *viewport)
{
  return g_object_new (LODE_TYPE_SHAPE_LAYER, "viewport", viewport, NULL);
}

void
lode_shape_layer_set_places (LodeShapeLayer *self, GListModel *places)
{
  guint n_places;

  g_return_if_fail (LODE_IS_SHAPE_LAYER (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  g_ptr_array_set_size (self->shapes, 0);
  n_places = places != NULL ? g_list_model_get_n_items (places) : 0;
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);
      LodeShape *shape = lode_shape_new (place);

      if (shape != NULL)
        g_ptr_array_add (self->shapes, shape);
    }

  g_clear_pointer (&self->painted, gsk_render_node_unref);
  self->painted_scale = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

LodePlace *
lode_shape_layer_find_at (LodeShapeLayer *self, double x, double y)
{
  LodeMapProjection projection;
  LodeWorldPoint at;
  LodeShape *smallest = NULL;

  g_return_val_if_fail (LODE_IS_SHAPE_LAYER (self), NULL);

  projection = lode_map_projection_new (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                                        GTK_WIDGET (self));
  at = lode_map_projection_unproject (&projection, x, y);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      LodeShape *shape = self->shapes->pdata[i];

      if (lode_shape_is_hit (shape, at, HIT_DISTANCE / projection.world)
          && (smallest == NULL || lode_shape_get_area (shape) < lode_shape_get_area (smallest)))
        smallest = shape;
    }

  return smallest != NULL ? lode_shape_get_place (smallest) : NULL;
}

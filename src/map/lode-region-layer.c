/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-region-layer.h"

#include "lode-region-light.h"

#include <math.h>

#define FADE_US (150 * 1000)
#define SELECTED_STRENGTH 1.0
#define LIT_STRENGTH 0.55

typedef struct
{
  LodeRegionLight *light;
  double           strength;
  double           from;
  double           target;
} Fading;

struct _LodeRegionLayer
{
  ShumateLayer parent_instance;

  LodePlace   *selected;
  GHashTable  *lit;     /* set of LodePlace */
  GPtrArray   *fadings; /* of Fading */
  gint64       start_time;
  guint        tick_id;
};

G_DEFINE_FINAL_TYPE (LodeRegionLayer, lode_region_layer, SHUMATE_TYPE_LAYER)

static void
fading_free (gpointer data)
{
  Fading *fading = data;

  lode_region_light_free (fading->light);
  g_free (fading);
}

static double
get_target (LodeRegionLayer *self, LodePlace *place)
{
  if (place == self->selected)
    return SELECTED_STRENGTH;
  return g_hash_table_contains (self->lit, place) ? LIT_STRENGTH : 0;
}

static Fading *
find_fading (LodeRegionLayer *self, LodePlace *place)
{
  for (guint i = 0; i < self->fadings->len; i++)
    {
      Fading *fading = g_ptr_array_index (self->fadings, i);

      if (lode_region_light_get_place (fading->light) == place)
        return fading;
    }

  return NULL;
}

static void
ensure_fading (LodeRegionLayer *self, LodePlace *place)
{
  Fading *fading;

  if (place == NULL || find_fading (self, place) != NULL)
    return;

  fading = g_new0 (Fading, 1);
  fading->light = lode_region_light_new (place);
  g_ptr_array_add (self->fadings, fading);
}

/* Those that went out are dropped. */
static void
set_progress (LodeRegionLayer *self, double progress)
{
  for (guint i = self->fadings->len; i-- > 0;)
    {
      Fading *fading = g_ptr_array_index (self->fadings, i);

      fading->strength = fading->from + (fading->target - fading->from) * progress;
      if (progress >= 1 && fading->target <= 0)
        g_ptr_array_remove_index (self->fadings, i);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LodeRegionLayer *self = LODE_REGION_LAYER (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double progress;

  if (self->start_time == 0)
    self->start_time = now;

  progress = CLAMP ((now - self->start_time) / (double) FADE_US, 0, 1);
  set_progress (self, progress);
  if (progress < 1)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
start_fading (LodeRegionLayer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean animated = FALSE;
  GHashTableIter iter;
  gpointer place;

  ensure_fading (self, self->selected);
  g_hash_table_iter_init (&iter, self->lit);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    ensure_fading (self, place);

  for (guint i = 0; i < self->fadings->len; i++)
    {
      Fading *fading = g_ptr_array_index (self->fadings, i);

      fading->from = fading->strength;
      fading->target = get_target (self, lode_region_light_get_place (fading->light));
    }

  if (gtk_widget_get_mapped (widget))
    g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animated, NULL);

  self->start_time = 0;
  if (!animated)
    set_progress (self, 1);
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
lode_region_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodeRegionLayer *self = LODE_REGION_LAYER (widget);
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  LodeMapProjection projection = lode_map_projection_new (viewport, widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (context, &colour);
  for (guint i = 0; i < self->fadings->len; i++)
    {
      Fading *fading = g_ptr_array_index (self->fadings, i);

      lode_region_light_snapshot (fading->light, snapshot, &projection, &colour,
                                  fading->strength, widget);
    }
}

static void
lode_region_layer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lode_region_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (lode_region_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
lode_region_layer_dispose (GObject *object)
{
  LodeRegionLayer *self = LODE_REGION_LAYER (object);

  g_clear_object (&self->selected);
  g_hash_table_remove_all (self->lit);
  g_ptr_array_set_size (self->fadings, 0);

  G_OBJECT_CLASS (lode_region_layer_parent_class)->dispose (object);
}

static void
lode_region_layer_finalize (GObject *object)
{
  LodeRegionLayer *self = LODE_REGION_LAYER (object);

  g_hash_table_unref (self->lit);
  g_ptr_array_unref (self->fadings);

  G_OBJECT_CLASS (lode_region_layer_parent_class)->finalize (object);
}

static void
lode_region_layer_class_init (LodeRegionLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lode_region_layer_constructed;
  object_class->dispose = lode_region_layer_dispose;
  object_class->finalize = lode_region_layer_finalize;

  widget_class->snapshot = lode_region_layer_snapshot;
  widget_class->measure = lode_region_layer_measure;

  gtk_widget_class_set_css_name (widget_class, "region-layer");
}

static void
lode_region_layer_init (LodeRegionLayer *self)
{
  self->lit = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->fadings = g_ptr_array_new_with_free_func (fading_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

LodeRegionLayer *
lode_region_layer_new (ShumateViewport *viewport)
{
  return g_object_new (LODE_TYPE_REGION_LAYER, "viewport", viewport, NULL);
}

void
lode_region_layer_set_selected (LodeRegionLayer *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_REGION_LAYER (self));
  g_return_if_fail (place == NULL || LODE_IS_PLACE (place));

  if (g_set_object (&self->selected, place))
    start_fading (self);
}

void
lode_region_layer_set_lit (LodeRegionLayer *self, GListModel *places)
{
  guint n_places;

  g_return_if_fail (LODE_IS_REGION_LAYER (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  g_hash_table_remove_all (self->lit);
  n_places = places != NULL ? g_list_model_get_n_items (places) : 0;
  for (guint i = 0; i < n_places; i++)
    g_hash_table_add (self->lit, g_list_model_get_item (places, i));
  start_fading (self);
}

double
lode_region_layer_get_strength (LodeRegionLayer *self, LodePlace *place)
{
  Fading *fading;

  g_return_val_if_fail (LODE_IS_REGION_LAYER (self), 0);

  fading = find_fading (self, place);
  return fading != NULL ? fading->target : 0;
}

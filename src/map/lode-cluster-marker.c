/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster-marker.h"

#include "lode-cluster-ring.h"

#include <glib/gi18n-lib.h>

/* Pixels across, by how many places there are. */
#define SMALL_SIZE 44
#define MEDIUM_SIZE 48
#define LARGE_SIZE 54

struct _LodeClusterMarker
{
  LodeMarker     parent_instance;

  int            size;
  PangoLayout   *layout; /* NULL: to be made */
  GskRenderNode *ring;   /* NULL: to be painted */
};

G_DEFINE_FINAL_TYPE (LodeClusterMarker, lode_cluster_marker, LODE_TYPE_MARKER)

static LodeCluster *
get_cluster (LodeClusterMarker *self)
{
  GObject *item = lode_marker_get_item (LODE_MARKER (self));

  return item != NULL ? LODE_CLUSTER (item) : NULL;
}

static void
ensure_layout (LodeClusterMarker *self)
{
  guint n_places;
  g_autofree char *count = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return;

  lode_cluster_get_places (get_cluster (self), &n_places);
  /* Translators: how many places stand together, on the map */
  count = g_strdup_printf (_("%'u"), n_places);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), count);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
}

/* Looking up a colour is not for every frame: only for those in which there is no ring. */
static GskRenderNode *
paint_ring (LodeClusterMarker *self)
{
  LodeMarker *marker = LODE_MARKER (self);
  gboolean selected = lode_marker_get_selected (marker);
  gboolean marked = selected || lode_marker_get_lit (marker);
  gboolean hovered
      = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT) != 0;
  LodeClusterRing ring = {
    .cluster = get_cluster (self),
    .size = self->size,
    .background = lode_marker_look_up_colour (marker, "lode_callout_bg_color"),
    .text = lode_marker_look_up_colour (marker, "popover_fg_color"),
    .outline = lode_marker_look_up_colour (marker, marked ? "accent_bg_color"
                                                          : "lode_callout_outline_color"),
    .outline_width = selected ? 3 : marked ? 2 : 1,
    .shadow = hovered ? 0.4 : 0.26,
    .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };

  ensure_layout (self);
  ring.layout = self->layout;
  return lode_cluster_ring_paint (&ring, GTK_WIDGET (self));
}

static void
lode_cluster_marker_bind (LodeMarker *marker, const LodeMarkerWords *words)
{
  LodeClusterMarker *self = LODE_CLUSTER_MARKER (marker);
  g_autofree char *label = lode_marker_label_for_cluster (get_cluster (self), words);
  guint n_places;
  int size;

  lode_cluster_get_places (get_cluster (self), &n_places);
  size = n_places < 10 ? SMALL_SIZE : n_places < 100 ? MEDIUM_SIZE : LARGE_SIZE;
  if (self->size != size)
    {
      self->size = size;
      gtk_widget_set_size_request (lode_marker_get_button (marker), size, size);
    }
  g_clear_object (&self->layout);
  lode_marker_set_name (marker, label);
}

static void
lode_cluster_marker_form_changed (LodeMarker *marker)
{
}

static void
lode_cluster_marker_invalidate (LodeMarker *marker)
{
  g_clear_pointer (&LODE_CLUSTER_MARKER (marker)->ring, gsk_render_node_unref);
}

static void
lode_cluster_marker_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_object (&LODE_CLUSTER_MARKER (widget)->layout);
  GTK_WIDGET_CLASS (lode_cluster_marker_parent_class)->css_changed (widget, change);
}

static void
lode_cluster_marker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodeClusterMarker *self = LODE_CLUSTER_MARKER (widget);

  if (self->ring == NULL)
    self->ring = paint_ring (self);
  gtk_snapshot_append_node (snapshot, self->ring);

  GTK_WIDGET_CLASS (lode_cluster_marker_parent_class)->snapshot (widget, snapshot);
}

static void
lode_cluster_marker_dispose (GObject *object)
{
  LodeClusterMarker *self = LODE_CLUSTER_MARKER (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->ring, gsk_render_node_unref);

  G_OBJECT_CLASS (lode_cluster_marker_parent_class)->dispose (object);
}

static void
lode_cluster_marker_class_init (LodeClusterMarkerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LodeMarkerClass *marker_class = LODE_MARKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_cluster_marker_dispose;
  widget_class->css_changed = lode_cluster_marker_css_changed;
  widget_class->snapshot = lode_cluster_marker_snapshot;

  marker_class->bind = lode_cluster_marker_bind;
  marker_class->form_changed = lode_cluster_marker_form_changed;
  marker_class->invalidate = lode_cluster_marker_invalidate;
}

static void
lode_cluster_marker_init (LodeClusterMarker *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cluster");
}

LodeMarker *
lode_cluster_marker_new (void)
{
  return g_object_new (LODE_TYPE_CLUSTER_MARKER, NULL);
}

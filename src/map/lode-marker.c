/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker.h"

#include "lode-marker-levels.h"
#include "lode-plain-label.h"
#include "lode-shown-text.h"

typedef struct
{
  GtkWidget          *button;

  GObject            *item; /* LodePlace or LodeCluster */
  LodeWorldPoint      at;
  LodeMarkerPlacement placement;
  LodeBox             box;
  LodeMarkerForm      form;
  gboolean            expanded;
  gboolean            selected;
  gboolean            lit;
  char               *name;
  double              press_x;
  double              press_y;
} LodeMarkerPrivate;

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LodeMarker, lode_marker, SHUMATE_TYPE_MARKER)

#define get_private(self) \
  ((LodeMarkerPrivate *) lode_marker_get_instance_private (LODE_MARKER (self)))

static void
invalidate (LodeMarker *self)
{
  LODE_MARKER_GET_CLASS (self)->invalidate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A ring tells where keys go, which whoever points does not ask; the next key brings it back. */
static void
hide_focus_ring (LodeMarker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
}

/* The map moves with the pointer, and the marker with it: only the layer stands still. */
static void
get_layer_point (LodeMarker *self, double x, double y, double *layer_x, double *layer_y)
{
  GtkWidget *layer = gtk_widget_get_ancestor (GTK_WIDGET (self), SHUMATE_TYPE_LAYER);

  *layer_x = x;
  *layer_y = y;
  if (layer != NULL)
    gtk_widget_translate_coordinates (GTK_WIDGET (self), layer, x, y, layer_x, layer_y);
}

static void
pressed_cb (LodeMarker *self, int n_press, double x, double y, GtkGesture *gesture)
{
  LodeMarkerPrivate *priv = get_private (self);

  get_layer_point (self, x, y, &priv->press_x, &priv->press_y);

  /* A double click on a marker is not meant to zoom the map. */
  if (n_press > 1)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (LodeMarker *self, int n_press, double x, double y, GtkGesture *gesture)
{
  LodeMarkerPrivate *priv = get_private (self);
  double layer_x, layer_y;

  get_layer_point (self, x, y, &layer_x, &layer_y);
  if (gtk_drag_check_threshold (GTK_WIDGET (self), (int) priv->press_x, (int) priv->press_y,
                                (int) layer_x, (int) layer_y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  hide_focus_ring (self);
  gtk_widget_grab_focus (priv->button);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
clicked_cb (LodeMarker *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
lode_marker_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lode_marker_parent_class)->css_changed (widget, change);
  invalidate (LODE_MARKER (widget));
}

static void
lode_marker_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GtkStateFlags changed = previous ^ gtk_widget_get_state_flags (widget);

  if ((changed & GTK_STATE_FLAG_PRELIGHT) != 0)
    invalidate (LODE_MARKER (widget));
}

/* Only what cannot be read on the marker; and asked for, as setting a text costs a look at where
 * the pointer is. */
static gboolean
lode_marker_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                           GtkTooltip *tooltip)
{
  LodeMarker *self = LODE_MARKER (widget);
  LodeMarkerPrivate *priv = get_private (self);
  g_autofree char *shown = NULL;

  if (priv->item == NULL
      || (LODE_IS_PLACE (priv->item) && lode_marker_get_shown_form (self) == LODE_MARKER_FULL))
    return FALSE;

  shown = lode_shown_text_dup (priv->name);
  gtk_tooltip_set_text (tooltip, shown);
  return TRUE;
}

static void
lode_marker_dispose (GObject *object)
{
  LodeMarkerPrivate *priv = get_private (object);

  g_clear_object (&priv->item);

  G_OBJECT_CLASS (lode_marker_parent_class)->dispose (object);
}

static void
lode_marker_finalize (GObject *object)
{
  g_free (get_private (object)->name);

  G_OBJECT_CLASS (lode_marker_parent_class)->finalize (object);
}

static void
lode_marker_class_init (LodeMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lode_marker_dispose;
  object_class->finalize = lode_marker_finalize;

  widget_class->css_changed = lode_marker_css_changed;
  widget_class->state_flags_changed = lode_marker_state_flags_changed;
  widget_class->query_tooltip = lode_marker_query_tooltip;

  signals[ACTIVATED] = g_signal_new ("activated", LODE_TYPE_MARKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
lode_marker_init (LodeMarker *self)
{
  LodeMarkerPrivate *priv = get_private (self);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "lode-marker");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  priv->button = gtk_button_new ();
  gtk_widget_set_can_target (priv->button, FALSE);
  g_signal_connect_swapped (priv->button, "clicked", G_CALLBACK (clicked_cb), self);
  shumate_marker_set_child (SHUMATE_MARKER (self), priv->button);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GObject *
lode_marker_get_item (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return get_private (self)->item;
}

LodePlace *
lode_marker_get_place (LodeMarker *self)
{
  GObject *item = lode_marker_get_item (self);

  return item != NULL && LODE_IS_PLACE (item) ? LODE_PLACE (item) : NULL;
}

void
lode_marker_set_item (LodeMarker *self, GObject *item, const LodeMarkerWords *words)
{
  LodeMarkerPrivate *priv = get_private (self);

  g_return_if_fail (LODE_IS_MARKER (self));
  g_return_if_fail (item == NULL || LODE_IS_PLACE (item) || LODE_IS_CLUSTER (item));
  g_return_if_fail (item == NULL || words != NULL);

  g_set_object (&priv->item, item);
  if (item == NULL)
    return;

  priv->at = lode_marker_item_get_point (item);
  LODE_MARKER_GET_CLASS (self)->bind (self, words);
  LODE_MARKER_GET_CLASS (self)->form_changed (self);
  invalidate (self);
}

LodeWorldPoint
lode_marker_get_world_point (LodeMarker *self)
{
  LodeWorldPoint nowhere = { 0 };

  g_return_val_if_fail (LODE_IS_MARKER (self), nowhere);

  return get_private (self)->at;
}

void
lode_marker_measure_size (LodeMarker *self, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

LodeMarkerForm
lode_marker_get_form (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), LODE_MARKER_FULL);

  return get_private (self)->form;
}

void
lode_marker_set_form (LodeMarker *self, LodeMarkerForm form)
{
  LodeMarkerPrivate *priv = get_private (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  if (priv->form == form)
    return;

  priv->form = form;
  LODE_MARKER_GET_CLASS (self)->form_changed (self);
  invalidate (self);
}

LodeMarkerForm
lode_marker_get_shown_form (LodeMarker *self)
{
  LodeMarkerPrivate *priv = get_private (self);

  return priv->expanded ? LODE_MARKER_FULL : priv->form;
}

void
lode_marker_set_expanded (LodeMarker *self, gboolean expanded)
{
  LodeMarkerPrivate *priv = get_private (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  if (priv->expanded == expanded)
    return;

  priv->expanded = expanded;
  LODE_MARKER_GET_CLASS (self)->form_changed (self);
  invalidate (self);
}

gboolean
lode_marker_get_selected (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), FALSE);

  return get_private (self)->selected;
}

void
lode_marker_set_selected (LodeMarker *self, gboolean selected)
{
  LodeMarkerPrivate *priv = get_private (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  if (priv->selected == selected)
    return;

  priv->selected = selected;
  lode_marker_set_css_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  invalidate (self);
}

gboolean
lode_marker_get_lit (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), FALSE);

  return get_private (self)->lit;
}

void
lode_marker_set_lit (LodeMarker *self, gboolean lit)
{
  LodeMarkerPrivate *priv = get_private (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  if (priv->lit == lit)
    return;

  priv->lit = lit;
  lode_marker_set_css_class (self, "lit", lit);
  invalidate (self);
}

void
lode_marker_set_placement (LodeMarker *self, const LodeMarkerPlacement *placement)
{
  GtkWidget *plane;

  g_return_if_fail (LODE_IS_MARKER (self));
  g_return_if_fail (placement != NULL);

  get_private (self)->placement = *placement;
  invalidate (self);
  plane = gtk_widget_get_parent (GTK_WIDGET (self));
  if (plane != NULL)
    gtk_widget_queue_allocate (plane);
}

const LodeMarkerPlacement *
lode_marker_get_placement (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return &get_private (self)->placement;
}

void
lode_marker_allocate (LodeMarker *self, const LodeBox *box)
{
  g_return_if_fail (LODE_IS_MARKER (self));
  g_return_if_fail (box != NULL);

  get_private (self)->box = *box;
  gtk_widget_allocate (GTK_WIDGET (self), (int) box->width, (int) box->height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (box->x, box->y)));
}

const LodeBox *
lode_marker_get_box (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return &get_private (self)->box;
}

GtkWidget *
lode_marker_get_button (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return get_private (self)->button;
}

void
lode_marker_set_name (LodeMarker *self, const char *name)
{
  LodeMarkerPrivate *priv = get_private (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  g_free (priv->name);
  priv->name = g_strdup (name);
  lode_accessible_set_name (GTK_ACCESSIBLE (priv->button), name);
}

void
lode_marker_set_css_class (LodeMarker *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

GdkRGBA
lode_marker_look_up_colour (LodeMarker *self, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

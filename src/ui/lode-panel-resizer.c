/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-panel-resizer.h"

#include <glib/gi18n.h>

/* GtkPaned would resize, but cannot fold; AdwFlap folds, but cannot resize. This is the flap's
 * separator. */

#define KEY_STEP 24

struct _LodePanelResizer
{
  GtkWidget parent_instance;

  int panel_width;
  int drag_start_width;
  double drag_start_x; /* in the parent's coordinates, for the separator itself moves */
};

G_DEFINE_FINAL_TYPE (LodePanelResizer, lode_panel_resizer, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PANEL_WIDTH,
  N_PROPS
};

enum
{
  SIGNAL_RESIZE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static double
get_parent_x (LodePanelResizer *self, double x)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)),
                                 &GRAPHENE_POINT_INIT (x, 0), &point))
    return x;

  return point.x;
}

/* The panel is at the end, so that it grows towards the start. */
static int
get_direction (LodePanelResizer *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 : -1;
}

static void
request_width (LodePanelResizer *self, int width)
{
  g_signal_emit (self, signals[SIGNAL_RESIZE], 0,
                 CLAMP (width, LODE_PANEL_MIN_WIDTH, LODE_PANEL_MAX_WIDTH));
}

/* GTK 4.8 tells assistive technology no value of a widget of ours, but it tells the name. */
static void
update_name (LodePanelResizer *self)
{
  /* Translators: %d is a width in pixels */
  g_autofree char *name = g_strdup_printf (_("Width of the statements: %d"), self->panel_width);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) LODE_PANEL_MIN_WIDTH,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) LODE_PANEL_MAX_WIDTH,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->panel_width,
                                  -1);
}

static void
drag_begin_cb (LodePanelResizer *self, double x, double y)
{
  self->drag_start_width = self->panel_width;
  self->drag_start_x = get_parent_x (self, x);
}

static void
drag_update_cb (LodePanelResizer *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  request_width (self, self->drag_start_width
                       + get_direction (self)
                         * (int) (get_parent_x (self, x + offset_x) - self->drag_start_x));
}

static gboolean
key_pressed_cb (LodePanelResizer *self, guint keyval)
{
  int step = get_direction (self) * KEY_STEP;

  switch (keyval)
    {
    case GDK_KEY_Left:
      request_width (self, self->panel_width - step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      request_width (self, self->panel_width + step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      request_width (self, LODE_PANEL_MIN_WIDTH);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      request_width (self, LODE_PANEL_MAX_WIDTH);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
lode_panel_resizer_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 : 0;
}

static void
lode_panel_resizer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PANEL_WIDTH:
      g_value_set_int (value, lode_panel_resizer_get_panel_width (LODE_PANEL_RESIZER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_panel_resizer_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PANEL_WIDTH:
      lode_panel_resizer_set_panel_width (LODE_PANEL_RESIZER (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_panel_resizer_class_init (LodePanelResizerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_panel_resizer_get_property;
  object_class->set_property = lode_panel_resizer_set_property;
  widget_class->measure = lode_panel_resizer_measure;

  properties[PROP_PANEL_WIDTH] =
    g_param_spec_int ("panel-width", NULL, NULL, LODE_PANEL_MIN_WIDTH, LODE_PANEL_MAX_WIDTH, 420,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_RESIZE] =
    g_signal_new ("resize", LODE_TYPE_PANEL_RESIZER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "panelresizer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
lode_panel_resizer_init (LodePanelResizer *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->panel_width = 420;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  update_name (self);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * lode_panel_resizer_get_panel_width:
 *
 * Returns: the width that the panel shall have, in widget pixels
 */
int
lode_panel_resizer_get_panel_width (LodePanelResizer *self)
{
  g_return_val_if_fail (LODE_IS_PANEL_RESIZER (self), 0);

  return self->panel_width;
}

/**
 * lode_panel_resizer_set_panel_width:
 * @panel_width: widget pixels, clamped to LODE_PANEL_MIN_WIDTH and LODE_PANEL_MAX_WIDTH
 */
void
lode_panel_resizer_set_panel_width (LodePanelResizer *self, int panel_width)
{
  g_return_if_fail (LODE_IS_PANEL_RESIZER (self));

  panel_width = CLAMP (panel_width, LODE_PANEL_MIN_WIDTH, LODE_PANEL_MAX_WIDTH);
  if (panel_width == self->panel_width)
    return;

  self->panel_width = panel_width;
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_WIDTH]);
}

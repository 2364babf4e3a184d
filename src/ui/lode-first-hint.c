/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-first-hint.h"

#include "lode-place.h"

struct _LodeFirstHint
{
  AdwBin parent_instance;

  GSettings *settings;

  GtkRevealer *revealer;
};

G_DEFINE_FINAL_TYPE (LodeFirstHint, lode_first_hint, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SELECTED_PLACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_settings_set_boolean (LODE_FIRST_HINT (widget)->settings, "show-hint", FALSE);
}

/* A bar that slides away over the map for nothing would still be in the way. */
static void
child_revealed_cb (LodeFirstHint *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_child_revealed (self->revealer)
                                               || gtk_revealer_get_reveal_child (self->revealer));
}

static void
lode_first_hint_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LodeFirstHint *self = LODE_FIRST_HINT (object);

  switch (id)
    {
    case PROP_SELECTED_PLACE:
      if (g_value_get_object (value) != NULL && gtk_revealer_get_reveal_child (self->revealer))
        g_settings_set_boolean (self->settings, "show-hint", FALSE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lode_first_hint_dispose (GObject *object)
{
  LodeFirstHint *self = LODE_FIRST_HINT (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lode_first_hint_parent_class)->dispose (object);
}

static void
lode_first_hint_class_init (LodeFirstHintClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lode_first_hint_dispose;
  object_class->set_property = lode_first_hint_set_property;

  properties[PROP_SELECTED_PLACE] =
    g_param_spec_object ("selected-place", NULL, NULL, LODE_TYPE_PLACE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "hint.close", NULL, close_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-first-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeFirstHint, revealer);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
}

static void
lode_first_hint_init (LodeFirstHint *self)
{
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "show-hint", self->revealer, "reveal-child",
                   G_SETTINGS_BIND_GET);
  child_revealed_cb (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-text-size-control.h"

#include <glib/gi18n.h>

struct _LodeTextSizeControl
{
  AdwBin parent_instance;

  GSettings *settings;
  GtkWidget *size_button;
};

G_DEFINE_FINAL_TYPE (LodeTextSizeControl, lode_text_size_control, ADW_TYPE_BIN)

static void
show_size (LodeTextSizeControl *self)
{
  const guint size = g_settings_get_uint (self->settings, "text-size");
  /* Translators: how large the text of statements is */
  g_autofree char *text = g_strdup_printf (_("%u %%"), size);
  /* Translators: the name of a button, which makes it 100 % again */
  g_autofree char *name = g_strdup_printf (_("Text size: %u %%"), size);

  gtk_button_set_label (GTK_BUTTON (self->size_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->size_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lode_text_size_control_dispose (GObject *object)
{
  LodeTextSizeControl *self = LODE_TEXT_SIZE_CONTROL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_TEXT_SIZE_CONTROL);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lode_text_size_control_parent_class)->dispose (object);
}

static void
lode_text_size_control_class_init (LodeTextSizeControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_text_size_control_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, LODE_RESOURCE_PATH "/ui/lode-text-size-control.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeTextSizeControl, size_button);
}

static void
lode_text_size_control_init (LodeTextSizeControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  g_signal_connect_object (self->settings, "changed::text-size", G_CALLBACK (show_size), self,
                           G_CONNECT_SWAPPED);
  show_size (self);
}

GtkWidget *
lode_text_size_control_new (void)
{
  return g_object_new (LODE_TYPE_TEXT_SIZE_CONTROL, NULL);
}

/**
 * lode_text_size_control_add_to_menu:
 * @menu_button: a button whose menu has a custom item "text-size"
 *
 * Puts such a control, with a label, where that item is.
 */
void
lode_text_size_control_add_to_menu (GtkMenuButton *menu_button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("Text Size"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (box, "text-size-item");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), lode_text_size_control_new ());
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (gtk_menu_button_get_popover (menu_button)), box,
                              "text-size");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-controls.h"

#include "lode-basemap.h"
#include "lode-tooltip.h"

#include <glib/gi18n-lib.h>

/* Its limit is reached: GTK takes the focus from what is insensitive and leaves it nowhere, where
 * no key reaches the map. */
static void
state_flags_changed_cb (GtkWidget *button, GtkStateFlags previous, GtkWidget *other)
{
  GtkWidget *next = other;

  if ((previous & GTK_STATE_FLAG_INSENSITIVE) != 0 || (previous & GTK_STATE_FLAG_FOCUSED) == 0
      || gtk_widget_is_sensitive (button))
    return;

  while (next != NULL && !(gtk_widget_get_focusable (next) && gtk_widget_grab_focus (next)))
    next = gtk_widget_get_parent (next);
}

static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *action, const char *name,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  lode_tooltip_set_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

GtkWidget *
lode_map_buttons_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *zoom_in, *zoom_out;

  gtk_widget_add_css_class (box, "map-buttons");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);

  /* Translators: in tooltips, the key is in brackets, as it is named on the keyboard */
  add_button (box, "go-home-symbolic", "map.home", _("Whole country"), _("Whole country (Home)"));
  zoom_in = add_button (box, "list-add-symbolic", "map.zoom-in", _("Zoom in"), _("Zoom in (+)"));
  zoom_out = add_button (box, "list-remove-symbolic", "map.zoom-out", _("Zoom out"),
                         _("Zoom out (−)"));
  g_signal_connect_object (zoom_in, "state-flags-changed", G_CALLBACK (state_flags_changed_cb),
                           zoom_out, 0);
  g_signal_connect_object (zoom_out, "state-flags-changed", G_CALLBACK (state_flags_changed_cb),
                           zoom_in, 0);
  return box;
}

GtkWidget *
lode_map_legend_new (ShumateViewport *viewport)
{
  /* Not a box, which seeks the least width for its height: twenty layouts of the credit each time. */
  GtkWidget *row = gtk_grid_new ();
  ShumateScale *scale = shumate_scale_new (viewport);
  GtkWidget *credit = gtk_label_new (LODE_BASEMAP_CREDIT);

  shumate_scale_set_unit (scale, SHUMATE_UNIT_METRIC);
  gtk_widget_set_valign (GTK_WIDGET (scale), GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Scale of the map"), -1);
  gtk_grid_attach (GTK_GRID (row), GTK_WIDGET (scale), 0, 0, 1, 1);

  gtk_label_set_wrap (GTK_LABEL (credit), TRUE);
  gtk_label_set_justify (GTK_LABEL (credit), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (credit, "map-credit");
  gtk_widget_set_hexpand (credit, TRUE);
  gtk_widget_set_halign (credit, GTK_ALIGN_END);
  gtk_widget_set_valign (credit, GTK_ALIGN_END);
  gtk_grid_attach (GTK_GRID (row), credit, 1, 0, 1, 1);

  gtk_grid_set_column_spacing (GTK_GRID (row), 12);
  gtk_widget_add_css_class (row, "map-legend");
  gtk_widget_set_valign (row, GTK_ALIGN_END);
  gtk_widget_set_can_target (row, FALSE);
  return row;
}

void
lode_map_legend_set_credit (GtkWidget *legend, const char *credit)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (legend)), credit);
}

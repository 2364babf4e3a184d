/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-places-window.h"
#include "lode-window-private.h"

/* Places…: from a list to the map, for whoever does not see the latter. */

/* As if its marker was pressed; but that need not have been in view. */
static void
place_activated_cb (LodeWindow *self, LodePlace *place)
{
  lode_window_set_page (self, "map");
  lode_map_view_show_place (self->map_view, place);
  lode_map_view_activate_place (self->map_view, place);
  if (!lode_window_is_folded (self))
    lode_map_view_focus_place (self->map_view, place);
}

static void
list_places_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  GtkWidget *window = lode_places_window_new (GTK_WINDOW (self), self->map_view);

  g_signal_connect_object (window, "place-activated", G_CALLBACK (place_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

void
lode_window_class_install_places (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.list-places", NULL, list_places_action);
}

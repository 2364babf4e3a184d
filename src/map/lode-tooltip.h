/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-shown-text.h"

#include <gtk/gtk.h>

/* As gtk_widget_set_tooltip_text(), which at once looks whether the pointer is on a visible widget,
 * be it on screen or not: on X11 several questions to the server and waiting for each answer. In
 * templates, visible is FALSE before tooltip-text for the same reason, and the class shows it. */
static inline void
lode_tooltip_set_text (GtkWidget *widget, const char *text)
{
  g_autofree char *shown = text != NULL ? lode_shown_text_dup (text) : NULL;
  gboolean hide = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);

  if (hide)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, shown);
  if (hide)
    gtk_widget_set_visible (widget, TRUE);
}

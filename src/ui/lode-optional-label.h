/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-plain-label.h"

#include <gtk/gtk.h>

/* Shows the text, or hides the label where there is none (NULL or empty). */
static inline void
lode_optional_label_set_text (GtkLabel *label, const char *text)
{
  lode_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

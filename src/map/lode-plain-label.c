/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-plain-label.h"

#include "lode-shown-text.h"

#define KEY "lode-text"

/* What is copied is what the dataset says, not what stands for it on the screen. */
static void
copy_clipboard_cb (GtkLabel *label)
{
  const char *text = g_object_get_data (G_OBJECT (label), KEY);
  g_autofree char *part = NULL;
  int start, end;

  if (text == NULL || !gtk_label_get_selection_bounds (label, &start, &end))
    return;

  part = g_utf8_substring (text, start, end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (label)), part);
  g_signal_stop_emission_by_name (label, "copy-clipboard");
}

/**
 * lode_label_set_text:
 * @label: a label
 * @text: what it shall say
 *
 * Does what gtk_label_set_text() does, for a text of a dataset.
 */
void
lode_label_set_text (GtkLabel *label, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  if (!lode_shown_text_has_directions (text))
    {
      gtk_label_set_text (label, text);
      g_object_set_data (G_OBJECT (label), KEY, NULL);
      return;
    }

  shown = lode_shown_text_dup (text);
  gtk_label_set_text (label, shown);
  g_object_set_data_full (G_OBJECT (label), KEY, g_strdup (text), g_free);
  g_signal_handlers_disconnect_by_func (label, copy_clipboard_cb, NULL);
  g_signal_connect (label, "copy-clipboard", G_CALLBACK (copy_clipboard_cb), NULL);
}

/**
 * lode_accessible_set_name:
 * @accessible: what can be pointed at
 * @name: what a screen reader shall call it
 *
 * Sets the accessible name to something in which a dataset's text may be.
 */
void
lode_accessible_set_name (GtkAccessible *accessible, const char *name)
{
  g_autofree char *shown = lode_shown_text_dup (name);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
}

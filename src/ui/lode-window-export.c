/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-dialog.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

/* Export…: how statements leave the window. */

static void
open_folder_cb (LodeWindow *self, AdwToast *toast)
{
  gtk_show_uri (GTK_WINDOW (self), g_object_get_data (G_OBJECT (toast), "folder"),
                GDK_CURRENT_TIME);
}

static void
exported_cb (LodeWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is a file name */
  g_autofree char *title = g_strdup_printf (_("Exported to “%s”"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (folder != NULL)
    {
      adw_toast_set_button_label (toast, _("Open _Folder"));
      g_object_set_data_full (G_OBJECT (toast), "folder", g_file_get_uri (folder), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_folder_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  GtkWidget *dialog;

  if (self->dataset == NULL || self->shown_statements == NULL)
    return;

  dialog = lode_export_dialog_new (GTK_WINDOW (self), self->dataset, self->shown_statements,
                                   self->query, self->selected_place,
                                   lode_proofreader_get_provenance (self->proofreader));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
lode_window_class_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-source-window.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

/* The quotations of what is on screen, compared with their sources' texts: when a dataset comes,
 * and when the reader chooses a text. */

/* Once whoever brought the dataset has said where it comes from, too. */
static void
proofread_cb (gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (user_data);
  g_autoptr (GFile) folder = self->edition != NULL ? lode_edition_dup_folder (self->edition) : NULL;

  self->proofreading = 0;
  lode_proofreader_set_dataset (self->proofreader, self->dataset, folder);
}

static void
dataset_changed_cb (LodeWindow *self)
{
  lode_proofreader_set_dataset (self->proofreader, NULL, NULL);
  if (self->proofreading == 0)
    self->proofreading = g_idle_add_once (proofread_cb, self);
}

static void
provenance_changed_cb (LodeWindow *self)
{
  g_object_notify (G_OBJECT (self), "provenance");
  lode_window_update_checks (self);
}

static gpointer
find_record (GListModel *records, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (lode_record_get_id (record), id))
        return record; /* the dataset keeps it */
    }

  return NULL;
}

static void
show_in_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  LodeStatement *statement = NULL;
  GtkWidget *window;

  if (self->dataset != NULL)
    statement = find_record (lode_dataset_get_statements (self->dataset),
                             g_variant_get_string (parameter, NULL));
  if (statement == NULL)
    return;

  window = lode_source_window_new (GTK_WINDOW (self), statement);
  g_object_bind_property (self, "provenance", window, "provenance", G_BINDING_SYNC_CREATE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
text_chosen_cb (GtkNativeDialog *chooser, int response, LodeWindow *self)
{
  g_autoptr (LodeSource) source = g_steal_pointer (&self->text_source);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      lode_window_choose_source_text (self, source, file);
    }

  g_clear_object (&self->text_chooser);
}

static void
choose_source_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  LodeSource *source = NULL;

  if (self->dataset != NULL && self->text_chooser == NULL)
    source = find_record (lode_dataset_get_sources (self->dataset),
                          g_variant_get_string (parameter, NULL));
  if (source == NULL)
    return;

  g_set_object (&self->text_source, source);
  self->text_chooser = gtk_file_chooser_native_new (_("Choose Source Text"), GTK_WINDOW (self),
                                                    GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->text_chooser), TRUE);
  g_signal_connect_object (self->text_chooser, "response", G_CALLBACK (text_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->text_chooser));
}

void
lode_window_class_install_provenance (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-in-source", "s",
                                   show_in_source_action);
  gtk_widget_class_install_action (widget_class, "win.choose-source-text", "s",
                                   choose_source_text_action);
}

void
lode_window_init_provenance (LodeWindow *self)
{
  self->proofreader = lode_proofreader_new ();
  g_signal_connect_object (self->proofreader, "notify::provenance",
                           G_CALLBACK (provenance_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::dataset", G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

void
lode_window_dispose_provenance (LodeWindow *self)
{
  g_clear_handle_id (&self->proofreading, g_source_remove);
  if (self->proofreader != NULL)
    lode_proofreader_set_dataset (self->proofreader, NULL, NULL);
  g_clear_object (&self->proofreader);
  g_clear_object (&self->text_chooser);
  g_clear_object (&self->text_source);
}

/**
 * lode_window_get_provenance:
 *
 * Returns: (transfer none) (nullable): what the quotations of the dataset came to; NULL while they
 *   are being compared
 */
LodeProvenance *
lode_window_get_provenance (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), NULL);

  return self->proofreader != NULL ? lode_proofreader_get_provenance (self->proofreader) : NULL;
}

/**
 * lode_window_choose_source_text:
 * @source: a source of the dataset
 * @file: a plain text
 *
 * Compares the quotations once more, with @file as the source's text, and remembers it.
 */
void
lode_window_choose_source_text (LodeWindow *self, LodeSource *source, GFile *file)
{
  g_return_if_fail (LODE_IS_WINDOW (self));
  g_return_if_fail (LODE_IS_SOURCE (source));
  g_return_if_fail (G_IS_FILE (file));

  lode_proofreader_choose_text (self->proofreader, source, file);
}

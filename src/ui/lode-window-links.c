/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-message.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

/* Addresses: what a link leads to is shown; what is not there is said. */

static void
say_missing (LodeWindow *self, char *text)
{
  lode_message_show (GTK_WINDOW (self), _("Nothing at This Address"), text);
  g_free (text);
}

static void
show_statement (LodeWindow *self, const char *id)
{
  LodeStatement *statement = lode_dataset_find_statement (self->dataset, id);

  if (statement == NULL)
    {
      /* Translators: the id of a statement, and the title of a dataset */
      say_missing (self, g_strdup_printf (_("There is no statement “%s” in “%s”."), id,
                                          lode_dataset_get_title (self->dataset)));
      return;
    }

  lode_window_set_selected_place (self, NULL);
  lode_window_set_query (self, "");
  lode_window_set_panel_shown (self, TRUE);
  lode_panel_show_statement (self->panel, statement);
}

static void
show_place (LodeWindow *self, const char *id)
{
  if (lode_dataset_find_place (self->dataset, id) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", id);
  else
    /* Translators: the id of a place, and the title of a dataset */
    say_missing (self, g_strdup_printf (_("There is no place “%s” in “%s”."), id,
                                        lode_dataset_get_title (self->dataset)));
}

static gboolean
has_actor (LodeDataset *dataset, const char *id)
{
  GListModel *actors = lode_dataset_get_actors (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (LodeRecord) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (lode_record_get_id (actor), id))
        return TRUE;
    }

  return FALSE;
}

static void
show_speaker (LodeWindow *self, const char *id)
{
  g_autofree char *query = g_strconcat ("speaker:", id, NULL);

  if (!has_actor (self->dataset, id))
    {
      /* Translators: the id of a speaker, and the title of a dataset */
      say_missing (self, g_strdup_printf (_("There is no speaker “%s” in “%s”."), id,
                                          lode_dataset_get_title (self->dataset)));
      return;
    }

  lode_window_set_selected_place (self, NULL);
  lode_window_set_panel_shown (self, TRUE);
  lode_window_set_query (self, query);
}

/* Shows what waits to be shown, now that the window has a dataset. */
void
lode_window_follow_address (LodeWindow *self)
{
  g_autoptr (LodeAddress) address = g_steal_pointer (&self->address);

  if (address == NULL)
    return;

  if (*address->dataset != '\0'
      && !g_str_equal (address->dataset, lode_dataset_get_id (self->dataset)))
    {
      /* Translators: the id of a dataset */
      say_missing (self, g_strdup_printf (_("The link leads to the dataset “%s”, which is not open. "
                                            "Open its file, then follow the link again."),
                                          address->dataset));
      return;
    }

  switch (address->kind)
    {
    case LODE_ADDRESS_STATEMENT:
      show_statement (self, address->value);
      break;
    case LODE_ADDRESS_PLACE:
      show_place (self, address->value);
      break;
    case LODE_ADDRESS_SPEAKER:
      show_speaker (self, address->value);
      break;
    case LODE_ADDRESS_QUERY:
      lode_window_set_panel_shown (self, TRUE);
      lode_window_set_query (self, address->value);
      break;
    case LODE_N_ADDRESS_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
copy_link (LodeWindow *self, LodeAddressKind kind, const char *value)
{
  g_autofree char *uri = NULL;

  if (self->dataset == NULL)
    return;

  uri = lode_address_dup_uri (kind, lode_dataset_get_id (self->dataset), value);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Link copied")));
}

static void
copy_statement_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_link (LODE_WINDOW (widget), LODE_ADDRESS_STATEMENT, g_variant_get_string (parameter, NULL));
}

/* Of what is shown: who is read, else the selected place, else the query. */
static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  if (lode_window_get_speaker_name (self) != NULL)
    copy_link (self, LODE_ADDRESS_SPEAKER,
               lode_record_get_id (
                 LODE_RECORD (lode_speaker_page_get_speaker (self->speaker_page))));
  else if (self->selected_place != NULL)
    copy_link (self, LODE_ADDRESS_PLACE, lode_record_get_id (LODE_RECORD (self->selected_place)));
  else
    copy_link (self, LODE_ADDRESS_QUERY, lode_window_get_query (self));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  const int direction = g_str_equal (name, "win.next-statement") ? 1 : -1;

  if (lode_window_step_speaker (self, direction))
    return;

  lode_window_set_panel_shown (self, TRUE);
  lode_panel_step (self->panel, direction);
}

void
lode_window_class_install_links (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-statement-link", "s",
                                   copy_statement_link_action);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "win.next-statement", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.previous-statement", NULL, step_action);
}

/**
 * lode_window_show_address:
 * @uri: an address, see LodeAddress
 *
 * Shows what the address leads to, as soon as the window has the dataset that it is reading. What
 * is not there is said in a dialog.
 */
void
lode_window_show_address (LodeWindow *self, const char *uri)
{
  g_autoptr (GError) error = NULL;
  LodeAddress *address;

  g_return_if_fail (LODE_IS_WINDOW (self));
  g_return_if_fail (uri != NULL);

  address = lode_address_parse (uri, &error);
  if (address == NULL)
    {
      say_missing (self, g_strdup (error->message));
      return;
    }

  g_clear_pointer (&self->address, lode_address_free);
  self->address = address;
  if (self->dataset != NULL && self->reading == NULL)
    lode_window_follow_address (self);
}

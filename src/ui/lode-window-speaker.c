/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

#include <glib/gi18n.h>

/* The page on which one speaker is read. It is a page like the others, to which back and forward lead,
 * and which comes back when the program starts again: its name is "speaker:" and who it is. It stands
 * among the pages to choose only while it is shown. */

#define PREFIX "speaker:"

static gboolean
is_shown (LodeWindow *self)
{
  return self->speaker_page != NULL
         && adw_view_stack_get_visible_child (self->page_stack) == GTK_WIDGET (self->speaker_page);
}

static void
ensure_page (LodeWindow *self)
{
  if (self->speaker_page != NULL)
    return;

  self->speaker_page = g_object_new (LODE_TYPE_SPEAKER_PAGE, NULL);
  self->speaker_stack_page =
    adw_view_stack_add_titled (self->page_stack, GTK_WIDGET (self->speaker_page), "speaker",
                               _("_Speaker"));
  adw_view_stack_page_set_use_underline (self->speaker_stack_page, TRUE);
  adw_view_stack_page_set_icon_name (self->speaker_stack_page, "avatar-default-symbolic");
}

/* What the page is called, as long as it is shown; NULL: it is not. */
const char *
lode_window_get_speaker_name (LodeWindow *self)
{
  return is_shown (self) ? self->speaker_name : NULL;
}

/* Whether @page is such a page, which then is shown, or will be when there is a dataset. */
gboolean
lode_window_show_speaker_name (LodeWindow *self, const char *page)
{
  const char *id = page + strlen (PREFIX);
  LodeActor *speaker;

  if (!g_str_has_prefix (page, PREFIX))
    return FALSE;

  g_clear_pointer (&self->speaker_to_read, g_free);
  if (self->dataset == NULL)
    {
      self->speaker_to_read = g_strdup (page);
      return TRUE;
    }

  speaker = lode_dataset_find_actor (self->dataset, id);
  if (speaker == NULL || g_strcmp0 (lode_window_get_speaker_name (self), page) == 0)
    return TRUE;

  ensure_page (self);
  g_free (self->speaker_name);
  self->speaker_name = g_strdup (page);
  /* First an empty page: what has words when it is shown would have them selected. */
  adw_view_stack_page_set_visible (self->speaker_stack_page, TRUE);
  if (is_shown (self))
    g_object_notify (G_OBJECT (self), "page");
  else
    adw_view_stack_set_visible_child (self->page_stack, GTK_WIDGET (self->speaker_page));
  lode_speaker_page_set_provenance (self->speaker_page, lode_window_get_provenance (self));
  lode_speaker_page_set_speaker (self->speaker_page, self->dataset, speaker);
  lode_speaker_page_focus (self->speaker_page);
  return TRUE;
}

/* Another page is shown: this one is not offered any more. */
void
lode_window_hide_speaker (LodeWindow *self)
{
  if (self->speaker_page == NULL || is_shown (self))
    return;

  adw_view_stack_page_set_visible (self->speaker_stack_page, FALSE);
  lode_speaker_page_set_speaker (self->speaker_page, NULL, NULL);
}

/* Back to where the reader came from; FALSE: nobody is being read. */
gboolean
lode_window_leave_speaker (LodeWindow *self)
{
  if (!is_shown (self))
    return FALSE;

  if (lode_history_can_go (self->history, -1))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  if (is_shown (self))
    lode_window_set_page (self, "map");
  return TRUE;
}

gboolean
lode_window_step_speaker (LodeWindow *self, int direction)
{
  if (!is_shown (self))
    return FALSE;

  lode_speaker_page_step (self->speaker_page, direction);
  return TRUE;
}

/* Prints what the page has; FALSE: nobody is being read. */
gboolean
lode_window_print_speaker (LodeWindow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (LodeQuery) query = NULL;
  LodeActor *speaker;

  if (!is_shown (self))
    return FALSE;

  speaker = lode_speaker_page_get_speaker (self->speaker_page);
  text = g_strconcat (PREFIX, lode_record_get_id (LODE_RECORD (speaker)), NULL);
  query = lode_query_new (text);
  lode_window_print (self, lode_speaker_page_get_statements (self->speaker_page), query, NULL);
  return TRUE;
}

/* It is the same person in what the file has become, or nobody. */
static void
dataset_changed_cb (LodeWindow *self)
{
  g_autofree char *page = g_steal_pointer (&self->speaker_to_read);
  LodeActor *speaker;

  if (self->dataset == NULL)
    return;
  if (page != NULL)
    lode_window_show_speaker_name (self, page);
  else if (is_shown (self))
    {
      speaker = lode_dataset_find_actor (self->dataset, self->speaker_name + strlen (PREFIX));
      if (speaker != NULL)
        lode_speaker_page_set_speaker (self->speaker_page, self->dataset, speaker);
      else
        lode_window_set_page (self, "map");
    }
}

static void
provenance_changed_cb (LodeWindow *self)
{
  if (is_shown (self))
    lode_speaker_page_set_provenance (self->speaker_page, lode_window_get_provenance (self));
}

static void
read_speaker_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *page = g_strconcat (PREFIX, g_variant_get_string (parameter, NULL), NULL);

  lode_window_set_page (LODE_WINDOW (widget), page);
}

void
lode_window_class_install_speaker (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.read-speaker", "s", read_speaker_action);
}

void
lode_window_init_speaker (LodeWindow *self)
{
  g_signal_connect_object (self, "notify::dataset", G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self, "notify::provenance", G_CALLBACK (provenance_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

void
lode_window_dispose_speaker (LodeWindow *self)
{
  g_clear_pointer (&self->speaker_name, g_free);
  g_clear_pointer (&self->speaker_to_read, g_free);
}

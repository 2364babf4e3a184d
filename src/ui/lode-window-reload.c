/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-plain-label.h"
#include "lode-problems-window.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

#define RELOAD_TOAST_SECONDS 20

/* What is open is alive: saved again, it is shown again, with everything else as it was. Broken on
 * the way, what it was stays, and a bar says so until it is whole. */

typedef struct
{
  LodeWindow *window;
  GCancellable *cancellable;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* @text: NULL: all is well. */
static void
show_complaint (LodeWindow *self, const char *text)
{
  LodeReading *reading = lode_edition_get_broken_reading (self->edition);

  if (text != NULL)
    lode_label_set_text (self->broken_label, text);
  gtk_widget_set_visible (self->broken_button, reading != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-problems",
                                 text != NULL && reading != NULL);
  /* What is only not revealed is still there for a screen reader. */
  gtk_widget_set_visible (GTK_WIDGET (self->broken_revealer), text != NULL);
  gtk_revealer_set_reveal_child (self->broken_revealer, text != NULL);
}

static void
show_edition_complaint (LodeWindow *self)
{
  g_autofree char *text = lode_edition_dup_complaint (self->edition);

  show_complaint (self, text);
}

/* The one about the save before goes: it is no longer true. */
static void
tell_changes (LodeWindow *self)
{
  g_autofree char *changes = lode_dataset_changes_dup_text (
      lode_edition_get_changes (self->edition));
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (*changes == '\0')
    return;

  if (self->reload_toast != NULL)
    adw_toast_dismiss (self->reload_toast);

  /* Translators: %s is what has changed in the file: "2 new statements, 1 statement gone" */
  title = g_strdup_printf (_("Saved anew: %s"), changes);
  toast = adw_toast_new (title);
  /* Nobody asked for it: whoever was reading needs a while to notice. */
  adw_toast_set_timeout (toast, RELOAD_TOAST_SECONDS);
  g_set_weak_pointer (&self->reload_toast, toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LodeWindow *self = request->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeEdition) edition = lode_edition_read_finish (result, &error);

  if (request->cancellable != self->rereading)
    return;

  g_clear_object (&self->rereading);
  if (edition == NULL)
    {
      show_complaint (self, error->message);
      return;
    }

  g_set_object (&self->edition, edition);
  if (lode_edition_get_dataset (edition) != self->dataset)
    {
      lode_window_replace_dataset (self, lode_edition_get_dataset (edition));
      tell_changes (self);
    }
  show_edition_complaint (self);
}

static void
file_changed_cb (LodeWindow *self)
{
  Request *request = g_new (Request, 1);

  lode_window_stop_rereading (self);
  self->rereading = g_cancellable_new ();
  *request = (Request) { g_object_ref (self), g_object_ref (self->rereading) };
  lode_edition_read_async ((GFile **) self->opened->pdata, self->opened->len, self->edition,
                           self->rereading, reread_cb, request);
}

static void
show_problems_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (lode_problems_window_new (
      GTK_WINDOW (self), lode_edition_get_broken_reading (self->edition), TRUE)));
}

void
lode_window_class_install_reloading (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-problems", NULL, show_problems_action);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, broken_revealer);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, broken_label);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, broken_button);
}

void
lode_window_stop_rereading (LodeWindow *self)
{
  if (self->rereading != NULL)
    g_cancellable_cancel (self->rereading);
  g_clear_object (&self->rereading);
}

void
lode_window_dispose_reloading (LodeWindow *self)
{
  lode_window_stop_rereading (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->edition);
  g_clear_pointer (&self->opened, g_ptr_array_unref);
  g_clear_weak_pointer (&self->reload_toast);
}

/* From now on the window follows what becomes of @opened, the files and folders that were asked
 * for and that @edition was read from. */
void
lode_window_follow (LodeWindow *self, GPtrArray *opened, LodeEdition *edition)
{
  lode_window_dispose_reloading (self);
  self->opened = g_ptr_array_ref (opened);
  self->edition = g_object_ref (edition);
  self->watch = lode_file_watch_new ((GFile **) opened->pdata, opened->len);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_edition_complaint (self);
}

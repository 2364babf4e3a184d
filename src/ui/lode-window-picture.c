/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-message.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

/* Save Map as…: what the map shows now, with title, legend and credit, painted in a worker. */

/* A toast with a cancel button only for what takes longer than a glance. */
#define SHOW_SAVING_AFTER_MS 400
#define SCALE_CHOICE "scale"

typedef struct
{
  LodeMapPicture *picture;
  LodePictureFormat format;
  int scale;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  lode_map_picture_free (job->picture);
  g_object_unref (job->file);
  g_free (job);
}

/* Written beside the file and moved into its place: what stood there stays until this is whole. */
static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes
    = lode_map_picture_render (job->picture, job->format, job->scale, cancellable, &error);

  if (bytes != NULL
      && g_file_replace_contents (job->file, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_failure (LodeWindow *self, const char *reason)
{
  lode_message_show (GTK_WINDOW (self), _("Could Not Save the Map"), reason);
}

static void
stop_showing (LodeWindow *self)
{
  g_clear_handle_id (&self->saving_timeout, g_source_remove);
  if (self->saving_toast != NULL)
    adw_toast_dismiss (self->saving_toast);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) == self->saving)
    {
      stop_showing (self);
      g_clear_object (&self->saving);
    }
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Translators: %s is a file name */
      g_autofree char *title = g_strdup_printf (_("The map was saved as “%s”"), shown);
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

static void
cancel_saving (LodeWindow *self)
{
  g_cancellable_cancel (self->saving);
}

static void
show_saving_cb (gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (user_data);
  AdwToast *toast = adw_toast_new (_("Saving the map…"));

  self->saving_timeout = 0;
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Cancel"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (cancel_saving), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->saving_toast, toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* "png" of "map.png"; NULL: none. */
static const char *
find_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? dot + 1 : NULL;
}

/**
 * lode_window_save_map:
 * @file: where to; its ending, .png, .svg or .pdf, says in which format
 * @scale: of a PNG, device pixels for one pixel of the screen, 1 to 4
 *
 * Saves what the map shows now. Another picture that is still being saved is given up.
 */
void
lode_window_save_map (LodeWindow *self, GFile *file, int scale)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *ending = find_ending (name);
  g_autoptr (GTask) task = NULL;
  LodePictureFormat format;
  Job *job;

  if (self->dataset == NULL)
    return;
  if (ending == NULL || !lode_picture_format_parse (ending, &format))
    {
      show_failure (self, _("The name of the file has to end in .png, .svg or .pdf"));
      return;
    }

  lode_window_dispose_picture (self);
  self->saving = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->picture = lode_map_view_create_picture (self->map_view, self->dataset);
  job->format = format;
  job->scale = scale;
  job->file = g_object_ref (file);
  task = g_task_new (self, self->saving, saved_cb, NULL);
  g_task_set_source_tag (task, lode_window_save_map);
  g_task_set_task_data (task, job, job_free);
  self->saving_timeout = g_timeout_add_once (SHOW_SAVING_AFTER_MS, show_saving_cb, self);
  g_task_run_in_thread (task, save_in_thread);
}

static void
chosen_cb (LodeWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = NULL;
  const char *scale;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (chooser);
      scale = gtk_file_chooser_get_choice (chooser, SCALE_CHOICE);
      lode_window_save_map (self, file, scale != NULL ? atoi (scale) : 2);
    }
  g_clear_object (&self->picture_chooser);
}

/* "new-zealands-critical-minerals.png" would lose letters of most languages: the title as it is,
 * but for what no folder takes. */
static char *
dup_file_name (LodeWindow *self)
{
  g_autofree char *title = g_strdup (lode_dataset_get_title (self->dataset));

  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  return g_strdup_printf ("%s.png", title);
}

static void
add_format (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
save_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* GTK's own chooser begins with the first, whatever it is told. */
  static const char *scales[] = { "2", "1", "4", NULL };
  LodeWindow *self = LODE_WINDOW (widget);
  const char *labels[] = { _("Twice as fine"), _("As on the screen"), _("Four times as fine"),
                           NULL };
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autofree char *file_name = NULL;
  GtkFileChooser *chooser;

  if (self->dataset == NULL || self->picture_chooser != NULL)
    return;

  self->picture_chooser = gtk_file_chooser_native_new (_("Save Map"), GTK_WINDOW (self),
                                                       GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                                       NULL);
  chooser = GTK_FILE_CHOOSER (self->picture_chooser);
  file_name = dup_file_name (self);
  gtk_file_chooser_set_current_name (chooser, file_name);
  gtk_file_filter_set_name (all, _("Pictures: PNG, SVG, PDF"));
  gtk_file_filter_add_suffix (all, "png");
  gtk_file_filter_add_suffix (all, "svg");
  gtk_file_filter_add_suffix (all, "pdf");
  gtk_file_chooser_add_filter (chooser, all);
  add_format (chooser, _("PNG: pixels, for screens"), "png");
  add_format (chooser, _("SVG: shapes, to be edited"), "svg");
  add_format (chooser, _("PDF: shapes, to be printed"), "pdf");
  /* Translators: how fine the pixels of a saved picture are */
  gtk_file_chooser_add_choice (chooser, SCALE_CHOICE, _("Pixels of a PNG:"), scales, labels);
  gtk_file_chooser_set_choice (chooser, SCALE_CHOICE, "2");
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->picture_chooser));
}

void
lode_window_class_install_picture (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-map", NULL, save_map_action);
}

/* Gives up what is being saved. */
void
lode_window_dispose_picture (LodeWindow *self)
{
  stop_showing (self);
  g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_object (&self->picture_chooser);
}

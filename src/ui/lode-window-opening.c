/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-built-in.h"
#include "lode-message.h"
#include "lode-plain-label.h"
#include "lode-problems-window.h"
#include "lode-recent-menu.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

/* How a dataset comes into the window: the command line, the file chooser, a drop, the built-in
 * one, and all of them by lode_edition_read_async(), unless the built-in one was read before there
 * was a window. What is on screen stays there until the new dataset is whole. */

/* A bar with a cancel button only for what takes longer than a glance. */
#define SHOW_READING_AFTER_MS 400

/* Reads the built-in dataset before there is a window; NULL: is not. Of the main thread. */
static GThread *ahead;

static void
hide_reading (LodeWindow *self)
{
  g_clear_handle_id (&self->reading_timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->reading_revealer, FALSE);
  gtk_spinner_stop (self->reading_spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-reading", FALSE);
}

static void
show_reading_cb (gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (user_data);

  self->reading_timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->reading_revealer), TRUE);
  gtk_spinner_start (self->reading_spinner);
  gtk_revealer_set_reveal_child (self->reading_revealer, TRUE);
}

static void
show_error (LodeWindow *self, GFile *file, GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  /* Translators: %s is a file name */
  g_autofree char *heading = g_strdup_printf (_("Could Not Open “%s”"), name);

  lode_message_show (GTK_WINDOW (self), heading, error->message);
}

static void
show_problems (LodeWindow *self, LodeReading *reading)
{
  gtk_window_present (GTK_WINDOW (lode_problems_window_new (GTK_WINDOW (self), reading,
                                                         self->dataset != NULL)));
}

static void
show_warnings_cb (LodeWindow *self, AdwToast *toast)
{
  show_problems (self, g_object_get_data (G_OBJECT (toast), "reading"));
}

static void
offer_problems (LodeWindow *self, LodeReading *reading, AdwToast *toast)
{
  adw_toast_set_button_label (toast, _("_Show"));
  g_object_set_data_full (G_OBJECT (toast), "reading", g_object_ref (reading), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_warnings_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
offer_warnings (LodeWindow *self, LodeReading *reading)
{
  guint n_warnings = g_list_model_get_n_items (lode_reading_get_problems (reading));
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  offer_problems (self, reading, adw_toast_new (title));
}

/* Of what was open in the last session, and that nobody asked for now: no dialog. */
static void
say_not_reopened (LodeWindow *self, GFile *file, LodeReading *reading, GError *error)
{
  g_autofree char *basename = g_file_get_basename (file);
  /* An address that is none has no last part. */
  g_autofree char *name = basename != NULL ? g_filename_display_name (basename)
                                           : g_file_get_parse_name (file);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (reading != NULL)
    /* Translators: %s is a file name */
    text = g_strdup_printf (_("“%s” has errors now"), name);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: %s is a file name */
    text = g_strdup_printf (_("“%s” is no longer there"), name);
  else
    /* Translators: %s is a file name */
    text = g_strdup_printf (_("“%s” can no longer be read"), name);

  title = g_markup_escape_text (text, -1);
  toast = adw_toast_new (title);
  /* Nobody may be looking yet. */
  adw_toast_set_timeout (toast, 0);
  if (reading != NULL)
    offer_problems (self, reading, toast);
  else
    adw_toast_overlay_add_toast (self->toast_overlay, toast);
  /* The place where the map stood was one of that dataset, and what was looked for was there. */
  lode_map_view_go_home (self->map_view);
  g_clear_pointer (&self->query_to_ask, g_free);
}

static void
say_broken (LodeWindow *self, GFile *file, LodeReading *reading)
{
  if (self->reopening)
    say_not_reopened (self, file, reading, NULL);
  else
    show_problems (self, reading);
}

static void
show_remembered (LodeWindow *self)
{
  g_autofree char *id = g_steal_pointer (&self->place_to_select);
  g_autofree char *query = g_steal_pointer (&self->query_to_ask);

  if (query != NULL)
    lode_window_set_query (self, query);
  if (id != NULL)
    lode_window_set_selected_place (self, lode_dataset_find_place (self->dataset, id));
}

static void
take_edition (LodeWindow *self, GPtrArray *opened, LodeEdition *edition)
{
  if (lode_edition_get_dataset (edition) == NULL)
    {
      say_broken (self, opened->pdata[0], lode_edition_get_broken_reading (edition));
      return;
    }

  lode_window_set_dataset (self, lode_edition_get_dataset (edition));
  show_remembered (self);
  lode_window_follow (self, opened, edition);
  for (guint i = 0; i < opened->len; i++)
    {
      if (!g_file_has_uri_scheme (opened->pdata[i], "resource"))
        lode_recent_menu_add (opened->pdata[i]);
    }
  if (lode_edition_get_warned_reading (edition) != NULL)
    offer_warnings (self, lode_edition_get_warned_reading (edition));
}

/* What was asked for. Before it is read, the window may be closed or ask for another. */
typedef struct
{
  LodeWindow *window;
  GPtrArray *opened; /* of GFile */
  GCancellable *cancellable;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_ptr_array_unref (request->opened);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LodeWindow *self = request->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeEdition) edition = lode_edition_read_finish (result, &error);

  if (request->cancellable != self->reading)
    return;

  g_clear_object (&self->reading);
  hide_reading (self);

  if (edition != NULL)
    take_edition (self, request->opened, edition);
  else if (self->reopening && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_not_reopened (self, request->opened->pdata[0], NULL, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, request->opened->pdata[0], error);

  if (self->dataset == NULL && !g_file_has_uri_scheme (request->opened->pdata[0], "resource"))
    lode_window_open_built_in (self);
  else if (self->dataset != NULL)
    lode_window_follow_address (self);
}

static void
cancel_reading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, LodeWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      lode_window_open_files (self, (GFile **) files->pdata, files->len);
    }

  g_clear_object (&self->file_chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  if (self->file_chooser != NULL)
    return;

  self->file_chooser = gtk_file_chooser_native_new (_("Open Dataset"), GTK_WINDOW (self),
                                                    GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->file_chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->file_chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (self->file_chooser), _("Datasets"), "*.json");
  add_filter (GTK_FILE_CHOOSER (self->file_chooser), _("All Files"), "*");
  g_signal_connect_object (self->file_chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->file_chooser));
}

static void
open_built_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lode_window_open_built_in (LODE_WINDOW (widget));
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  lode_window_open_file (LODE_WINDOW (widget), file);
}

static GdkDragAction
drop_enter_cb (GtkDropTarget *target, double x, double y, LodeWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), "drop-here");
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target, LodeWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->toast_overlay), "drop-here");
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LodeWindow *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  drop_leave_cb (target, self);
  for (GSList *dropped = g_value_get_boxed (value); dropped != NULL; dropped = dropped->next)
    g_ptr_array_add (files, dropped->data);
  if (files->len == 0)
    return FALSE;

  lode_window_open_files (self, (GFile **) files->pdata, files->len);
  return TRUE;
}

void
lode_window_class_install_opening (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-built-in", NULL, open_built_in_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-reading", NULL,
                                   cancel_reading_action);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
}

void
lode_window_init_opening (LodeWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST };

  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-reading", FALSE);
}

void
lode_window_dispose_opening (LodeWindow *self)
{
  g_clear_handle_id (&self->reading_timeout, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->place_to_select, g_free);
  g_clear_pointer (&self->query_to_ask, g_free);
  self->reopening = FALSE;
  g_clear_object (&self->file_chooser);
}

/**
 * lode_window_open_file:
 * @file: a said-where/1 dataset, or a folder with some
 *
 * Does what lode_window_open_files() does.
 */
void
lode_window_open_file (LodeWindow *self, GFile *file)
{
  lode_window_open_files (self, &file, 1);
}

/**
 * lode_window_open_files:
 * @files: (array length=n_files): said-where/1 datasets, and folders with some
 * @n_files: how many; at least one
 *
 * Reads the files in the background and shows them, several together in one view. From then on the
 * window follows what becomes of them. Problems are shown in a window of their own, and leave what
 * is on screen as it is, if not one of the files is whole.
 */
void
lode_window_open_files (LodeWindow *self, GFile **files, guint n_files)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  Request *request;

  g_return_if_fail (LODE_IS_WINDOW (self));
  g_return_if_fail (n_files > 0 && G_IS_FILE (files[0]));

  lode_window_dispose_opening (self);
  lode_window_stop_rereading (self);
  self->reading = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-reading", TRUE);

  name = g_file_get_basename (files[0]);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Reading “%s”…"), name);
  lode_label_set_text (self->reading_label, text);
  self->reading_timeout = g_timeout_add_once (SHOW_READING_AFTER_MS, show_reading_cb, self);

  request = g_new (Request, 1);
  *request = (Request) {
    g_object_ref (self),
    g_ptr_array_new_with_free_func (g_object_unref),
    g_object_ref (self->reading),
  };
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (request->opened, g_object_ref (files[i]));
  lode_edition_read_async (files, n_files, NULL, self->reading, read_cb, request);
}

static gpointer
read_built_in (gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (LODE_BUILT_IN_URI);

  return lode_edition_read (&file, 1, NULL, NULL, NULL);
}

/**
 * lode_window_read_ahead:
 *
 * Reads the built-in dataset in a thread, for the first window that wants it: one that has it before
 * it is presented is laid out once. In the main thread, and not again before a window has taken it;
 * at the end lode_window_end_reading_ahead() must be called.
 */
void
lode_window_read_ahead (void)
{
  g_return_if_fail (ahead == NULL);

  ahead = g_thread_new ("lode-reader", read_built_in, NULL);
}

/* NULL: nothing was, or somebody has it. */
static LodeEdition *
steal_read_ahead (void)
{
  return ahead != NULL ? g_thread_join (g_steal_pointer (&ahead)) : NULL;
}

/**
 * lode_window_end_reading_ahead:
 *
 * Gives up what was read ahead and no window has wanted.
 */
void
lode_window_end_reading_ahead (void)
{
  g_autoptr (LodeEdition) edition = steal_read_ahead ();
}

/**
 * lode_window_open_built_in:
 *
 * Shows the dataset that is compiled into the program: at once if it was read ahead, otherwise by
 * the same road as any file.
 */
void
lode_window_open_built_in (LodeWindow *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (LODE_BUILT_IN_URI);
  g_autoptr (LodeEdition) edition = NULL;
  g_autoptr (GPtrArray) opened = NULL;

  g_return_if_fail (LODE_IS_WINDOW (self));

  edition = steal_read_ahead ();
  if (edition == NULL)
    {
      lode_window_open_file (self, file);
      return;
    }

  lode_window_dispose_opening (self);
  lode_window_stop_rereading (self);
  opened = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (opened, g_object_ref (file));
  take_edition (self, opened, edition);
  lode_window_follow_address (self);
}

/**
 * lode_window_reopen:
 * @files: (element-type GFile): what was open in the last session; none for the built-in dataset
 * @place: (nullable): the id of the place that was selected
 * @query: (nullable): what was looked for
 *
 * As lode_window_open_files(), but what goes wrong is said without a dialog, and the built-in
 * dataset shown instead.
 */
void
lode_window_reopen (LodeWindow *self, GPtrArray *files, const char *place, const char *query)
{
  g_return_if_fail (LODE_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  if (files->len > 0)
    lode_window_open_files (self, (GFile **) files->pdata, files->len);
  else
    lode_window_open_built_in (self);
  self->reopening = files->len > 0;
  self->place_to_select = g_strdup (place);
  self->query_to_ask = g_strdup (query);
  if (self->dataset != NULL)
    show_remembered (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-dialog.h"

#include "lode-export.h"
#include "lode-guide-window.h"
#include "lode-message.h"
#include "lode-record-list.h"
#include "lode-shown-text.h"

#include <glib/gi18n.h>

/* Fractions come from the thread that writes, as thousandths. */
#define WHOLE 1000

struct _LodeExportDialog
{
  AdwWindow parent_instance;

  LodeDataset *dataset;
  GListModel *statements;       /* that the search finds */
  GListModel *place_statements; /* those of them about the place; NULL: no place is selected */
  LodeProvenance *provenance;   /* nullable */
  LodeQuery *query;             /* what the search is for */
  LodePlace *place;             /* nullable */
  GtkFileChooserNative *file_chooser;
  GCancellable *cancellable; /* NULL: nothing is being written */
  int progress;              /* atomic */

  GtkWidget *export_button;
  AdwPreferencesPage *page;
  AdwComboRow *format_row;
  AdwComboRow *statements_row;
  GtkLabel *losses_label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (LodeExportDialog, lode_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const LodeExportFormat *
get_format (LodeExportDialog *self)
{
  return lode_export_format_get (adw_combo_row_get_selected (self->format_row));
}

static LodeExport *
create_export (LodeExportDialog *self)
{
  const gboolean is_about_place = self->place_statements != NULL
                                  && adw_combo_row_get_selected (self->statements_row) == 0;

  LodeExport *export = lode_export_new (self->dataset,
                                        is_about_place ? self->place_statements
                                                       : self->statements,
                                        self->provenance);

  lode_export_set_query (export, self->query);
  if (is_about_place)
    lode_export_set_place (export, self->place);

  return export;
}

typedef struct
{
  LodeExport *export;
  const LodeExportFormat *format;
  GFile *file; /* NULL: only what is lost is asked for */
  LodeExportDialog *dialog; /* the task's source holds it */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->export);
  g_clear_object (&job->file);
  g_free (job);
}

static GTask *
create_task (LodeExportDialog *self, GFile *file, GCancellable *cancellable,
             GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->export = create_export (self);
  job->format = get_format (self);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->dialog = self;
  g_task_set_task_data (task, job, job_free);

  return task;
}

static void
find_losses_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, lode_export_dup_losses (job->export, job->format),
                         (GDestroyNotify) g_strfreev);
}

static void
losses_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LodeExportDialog *self = LODE_EXPORT_DIALOG (source);
  g_auto (GStrv) losses = g_task_propagate_pointer (G_TASK (result), NULL);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  /* Closed, or another format was chosen meanwhile, which has a task of its own. */
  if (self->format_row == NULL || job->format != get_format (self))
    return;

  list = g_strjoinv ("\n• ", losses);
  if (losses[0] == NULL)
    text = g_strdup (_("Nothing is lost."));
  else
    /* Translators: the first %s is a format, the second a list of what it cannot hold, a line each */
    text = g_strdup_printf (_("%s cannot hold, and leaves out:\n• %s"),
                            lode_export_format_get_name (job->format), list);
  gtk_label_set_text (self->losses_label, text);
}

static void
choice_changed_cb (LodeExportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->dataset == NULL || adw_combo_row_get_selected (self->format_row)
                               == GTK_INVALID_LIST_POSITION)
    return;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), _(get_format (self)->purpose));
  task = create_task (self, NULL, NULL, losses_found_cb);
  g_task_run_in_thread (task, find_losses_in_thread);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  LodeExportDialog *self = user_data;

  g_atomic_int_set (&self->progress, (int) (fraction * WHOLE));
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (lode_export_save (job->export, job->format, job->file, progress_cb, job->dialog, cancellable,
                        &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
show_progress_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LodeExportDialog *self = LODE_EXPORT_DIALOG (widget);

  gtk_progress_bar_set_fraction (self->progress_bar,
                                 (double) g_atomic_int_get (&self->progress) / WHOLE);

  return self->cancellable != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
set_writing (LodeExportDialog *self, gboolean is_writing)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_writing);
  gtk_widget_set_sensitive (self->export_button, !is_writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), !is_writing);
}

static void
show_failure (LodeExportDialog *self, const char *reason)
{
  lode_message_show (GTK_WINDOW (self), _("Could Not Export"), reason);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LodeExportDialog *self = LODE_EXPORT_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, job->file);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* Closed: it was cancelled by that. */
  if (self->export_button == NULL)
    return;

  set_writing (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, LodeExportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      lode_export_dialog_save (self, file);
    }

  g_clear_object (&self->file_chooser);
}

static void
choose_file_cb (LodeExportDialog *self)
{
  g_autofree char *name = NULL;

  if (self->file_chooser != NULL || self->cancellable != NULL)
    return;

  name = lode_export_format_dup_file_name (get_format (self), self->dataset);
  self->file_chooser = gtk_file_chooser_native_new (_("Export Statements"), GTK_WINDOW (self),
                                                    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                                    NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->file_chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->file_chooser), name);
  g_signal_connect_object (self->file_chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->file_chooser));
}

/* What is being written first, then the dialog. */
static void
cancel_cb (LodeExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
lode_export_dialog_dispose (GObject *object)
{
  LodeExportDialog *self = LODE_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->file_chooser);
  self->format_row = NULL;
  self->export_button = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (lode_export_dialog_parent_class)->dispose (object);
}

static void
lode_export_dialog_finalize (GObject *object)
{
  LodeExportDialog *self = LODE_EXPORT_DIALOG (object);

  g_clear_object (&self->dataset);
  g_clear_object (&self->statements);
  g_clear_object (&self->place_statements);
  g_clear_object (&self->provenance);
  g_clear_object (&self->query);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (lode_export_dialog_parent_class)->finalize (object);
}

static void
lode_export_dialog_class_init (LodeExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lode_export_dialog_dispose;
  object_class->finalize = lode_export_dialog_finalize;

  signals[EXPORTED] = g_signal_new ("exported", LODE_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  lode_guide_window_bind_help (widget_class, "cite");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, LodeExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, LodeExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, LodeExportDialog, statements_row);
  gtk_widget_class_bind_template_child (widget_class, LodeExportDialog, losses_label);
  gtk_widget_class_bind_template_child (widget_class, LodeExportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
lode_export_dialog_init (LodeExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < lode_export_format_get_count (); i++)
    gtk_string_list_append (names, lode_export_format_get_name (lode_export_format_get (i)));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
}

static GListModel *
filter_by_place (LodeDataset *dataset, GListModel *statements, LodePlace *place)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      guint position;
      LodeStatement *statement
        = lode_record_list_peek (LODE_RECORD_LIST (statements), i, &position);

      if (lode_statement_names_place (statement, place))
        g_array_append_val (positions, position);
    }

  return G_LIST_MODEL (lode_record_list_new_chosen (
    LODE_RECORD_LIST (lode_dataset_get_statements (dataset)), positions));
}

static void
fill_statements_row (LodeExportDialog *self, LodePlace *place)
{
  const guint n_all = g_list_model_get_n_items (self->statements);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *all = g_strdup_printf (_("All shown (%u)"), n_all);

  if (self->place_statements != NULL)
    {
      const guint n_place = g_list_model_get_n_items (self->place_statements);
      /* Translators: %s is a place, %u a number of statements */
      g_autofree char *about = g_strdup_printf (_("About %s (%u)"), lode_place_get_name (place),
                                                n_place);
      g_autofree char *shown = lode_shown_text_dup (about);

      gtk_string_list_append (choices, shown);
    }
  gtk_string_list_append (choices, all);
  adw_combo_row_set_model (self->statements_row, G_LIST_MODEL (choices));
}

/**
 * lode_export_dialog_new:
 * @parent: the window that it belongs to
 * @dataset: a dataset
 * @statements: (element-type LodeStatement): what is shown of it; it does not change
 * @query: what found them
 * @place: (nullable): the place that is selected: then only what is about it can be exported
 * @provenance: (nullable): what is known of the quotations' proof
 *
 * Returns: (transfer none): the dialog, not yet shown; as GTK's own it lives until it is closed
 */
GtkWidget *
lode_export_dialog_new (GtkWindow      *parent,
                        LodeDataset    *dataset,
                        GListModel     *statements,
                        LodeQuery      *query,
                        LodePlace      *place,
                        LodeProvenance *provenance)
{
  LodeExportDialog *self = g_object_new (LODE_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->dataset = g_object_ref (dataset);
  self->statements = g_object_ref (statements);
  self->query = g_object_ref (query);
  g_set_object (&self->place, place);
  g_set_object (&self->provenance, provenance);
  if (place != NULL)
    self->place_statements = filter_by_place (dataset, statements, place);
  fill_statements_row (self, place);
  choice_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * lode_export_dialog_save:
 * @file: where to
 *
 * Writes the statements in the chosen format, in a thread. The dialog shows how far it is, and
 * closes when it is done.
 */
void
lode_export_dialog_save (LodeExportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LODE_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->cancellable == NULL);

  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->progress, 0);
  set_writing (self, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_progress_cb, NULL, NULL);
  task = create_task (self, file, self->cancellable, saved_cb);
  g_task_run_in_thread (task, save_in_thread);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-brief.h"
#include "lode-message.h"
#include "lode-shown-text.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

/* Print…: what is shown, as a brief, through GTK's dialog or the portal's. GTK shows how far it is,
 * and lets go of it when it is told to; pages are laid out a few at a time, so that nothing stops. */

#define LAYOUT_STEP_US 8000

/* From so many on the reader is asked: nobody wants a thousand sheets by mistake. */
#define MANY_STATEMENTS 1000
#define STATEMENTS_PER_PAGE 4.7

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, LodeBrief *brief)
{
  lode_brief_set_paper (brief, gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context));
}

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, LodeBrief *brief)
{
  const gint64 end = g_get_monotonic_time () + LAYOUT_STEP_US;

  while (lode_brief_lay_out (brief))
    if (g_get_monotonic_time () > end)
      return FALSE;

  gtk_print_operation_set_n_pages (operation, (int) lode_brief_get_n_pages (brief));
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, LodeBrief *brief)
{
  lode_brief_draw_page (brief, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
done_cb (LodeWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      lode_message_show (GTK_WINDOW (self), _("Could Not Print"), error->message);
    }
  if (self->printing == operation)
    g_clear_object (&self->printing);
}

/* (transfer full): what prints @export; how it is run is up to the caller. */
GtkPrintOperation *
lode_window_create_print (LodeWindow *self, LodeExport *export)
{
  const char *title = lode_dataset_get_title (lode_export_get_dataset (export));
  g_autofree char *shown = lode_shown_text_dup (title);
  GtkPrintOperation *operation = gtk_print_operation_new ();
  LodeBrief *brief = lode_brief_new (export);

  gtk_print_operation_set_job_name (operation, shown);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_print_settings (operation, self->print_settings);
  g_object_set_data_full (G_OBJECT (operation), "brief", brief, (GDestroyNotify) lode_brief_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), brief);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), brief);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), brief);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);

  return operation;
}

static void
run (LodeWindow *self, LodeExport *export)
{
  g_autoptr (GError) error = NULL;

  if (self->printing != NULL)
    return;

  self->printing = lode_window_create_print (self, export);
  /* What goes wrong is told by "done", too. */
  gtk_print_operation_run (self->printing, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), &error);
}

static void
asked_cb (LodeWindow *self, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, LODE_MESSAGE_GO))
    run (self, g_object_get_data (G_OBJECT (dialog), "export"));
}

static void
ask (LodeWindow *self, LodeExport *export, guint n_statements)
{
  const guint n_pages = (guint) (n_statements / STATEMENTS_PER_PAGE);
  /* Translators: what is to be printed does */
  g_autofree char *body = g_strdup_printf (ngettext ("It fills about %'u page.",
                                                     "It fills about %'u pages.", n_pages),
                                           n_pages);
  GtkWidget *dialog = lode_message_ask (GTK_WINDOW (self), _("Print All of It?"), body,
                                        _("_Print"));

  g_object_set_data_full (G_OBJECT (dialog), "export", g_object_ref (export), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lode_window_print:
 * @statements: (element-type LodeStatement): some of the dataset, in a LodeRecordList
 * @query: what found them
 * @place: (nullable): what they are about
 *
 * Asks for a printer, and prints them as a brief.
 */
void
lode_window_print (LodeWindow *self, GListModel *statements, LodeQuery *query, LodePlace *place)
{
  const guint n = g_list_model_get_n_items (statements);
  g_autoptr (LodeExport) export
    = lode_export_new (self->dataset, statements,
                       lode_proofreader_get_provenance (self->proofreader));

  lode_export_set_query (export, query);
  lode_export_set_place (export, place);
  if (n == 0)
    lode_message_show (GTK_WINDOW (self), _("Could Not Print"),
                       _("No statement is shown that could be printed."));
  else if (n > MANY_STATEMENTS)
    ask (self, export, n);
  else
    run (self, export);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  if (lode_window_print_speaker (self))
    return;
  if (self->dataset != NULL && self->shown_statements != NULL)
    lode_window_print (self, self->shown_statements, self->query, self->selected_place);
}

void
lode_window_class_install_print (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}

/* Gives up what is being printed. */
void
lode_window_dispose_print (LodeWindow *self)
{
  if (self->printing != NULL)
    gtk_print_operation_cancel (self->printing);
  g_clear_object (&self->printing);
  g_clear_object (&self->print_settings);
}

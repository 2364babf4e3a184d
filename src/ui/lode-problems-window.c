/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-problems-window.h"

#include "lode-guide-window.h"
#include "lode-problem-row.h"

#include <glib/gi18n.h>

struct _LodeProblemsWindow
{
  AdwWindow parent_instance;

  LodeReading *reading;

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  GtkLabel *intro_label;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (LodeProblemsWindow, lode_problems_window, ADW_TYPE_WINDOW)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, lode_problem_row_new ());
}

static char *
dup_file_name (LodeProblemsWindow *self)
{
  return g_file_get_parse_name (lode_reading_get_file (self->reading));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodeProblemsWindow *self)
{
  g_autofree char *file_name = dup_file_name (self);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  LodeProblem *problem = gtk_list_item_get_item (list_item);

  lode_problem_row_set_problem (LODE_PROBLEM_ROW (row), problem, file_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lode_problem_get_message (problem), -1);
}

/* The same lines as `lode check` prints. */
static char *
dup_all_problems (LodeProblemsWindow *self)
{
  GListModel *problems = lode_reading_get_problems (self->reading);
  g_autofree char *file_name = dup_file_name (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *line = lode_problem_to_string (problem, file_name);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
copy_text (LodeProblemsWindow *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Copied")));
}

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_text (LODE_PROBLEMS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
copy_clicked_cb (LodeProblemsWindow *self)
{
  g_autofree char *text = dup_all_problems (self);

  copy_text (self, text);
}

/* In the text editor: what is registered for datasets is this program, and cannot mend them. */
static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeProblemsWindow *self = LODE_PROBLEMS_WINDOW (widget);
  g_autoptr (GAppInfo) editor = g_app_info_get_default_for_type ("text/plain", TRUE);
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_autoptr (GError) error = NULL;
  GList files = { lode_reading_get_file (self->reading), NULL, NULL };

  if (editor == NULL)
    adw_toast_overlay_add_toast (self->toast_overlay,
                                 adw_toast_new (_("There is no text editor to open it with")));
  else if (!g_app_info_launch (editor, &files, G_APP_LAUNCH_CONTEXT (context), &error))
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (error->message));
}

static void
lode_problems_window_dispose (GObject *object)
{
  LodeProblemsWindow *self = LODE_PROBLEMS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_PROBLEMS_WINDOW);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (lode_problems_window_parent_class)->dispose (object);
}

static void
lode_problems_window_class_init (LodeProblemsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_problems_window_dispose;

  gtk_widget_class_install_action (widget_class, "problems.copy-text", "s", copy_text_action);
  gtk_widget_class_install_action (widget_class, "problems.open-file", NULL, open_file_action);
  lode_guide_window_bind_help (widget_class, "open");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-problems-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeProblemsWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemsWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemsWindow, intro_label);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemsWindow, list_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
lode_problems_window_init (LodeProblemsWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list_view, factory);
}

/**
 * lode_problems_window_new:
 * @parent: the window that the file was to be shown in
 * @reading: (transfer none): a reading with at least one problem
 * @keeps_former: whether the window goes on showing what it showed before
 *
 * Returns: a modal window, not yet presented
 */
GtkWidget *
lode_problems_window_new (GtkWindow *parent, LodeReading *reading, gboolean keeps_former)
{
  LodeProblemsWindow *self = g_object_new (LODE_TYPE_PROBLEMS_WINDOW,
                                           "transient-for", parent,
                                           NULL);
  GListModel *problems = lode_reading_get_problems (reading);
  guint n_problems = g_list_model_get_n_items (problems);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (problems));
  g_autofree char *name = g_file_get_basename (lode_reading_get_file (reading));
  g_autofree char *intro = NULL;

  self->reading = g_object_ref (reading);
  if (lode_reading_get_dataset (reading) != NULL)
    /* Translators: %s is a file name; the file is shown all the same */
    intro = g_strdup_printf (ngettext ("There is a warning for “%s”.",
                                       "There are warnings for “%s”.", n_problems), name);
  else if (keeps_former)
    /* Translators: %s is a file name */
    intro = g_strdup_printf (_("“%s” cannot be shown as it is. What you had open is still there."),
                             name);
  else
    /* Translators: %s is a file name */
    intro = g_strdup_printf (_("“%s” cannot be shown as it is. The built-in dataset is shown."),
                             name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "problems.open-file",
                                 g_file_peek_path (lode_reading_get_file (reading)) != NULL);
  adw_window_title_set_subtitle (self->window_title, name);
  gtk_label_set_text (self->intro_label, intro);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));

  return GTK_WIDGET (self);
}

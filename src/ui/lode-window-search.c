/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

/* The window's query, and what it finds: the one list that panel, map and all others show. */

/* So many statements are searched in less than a millisecond, and more in a thread of their own; the
 * window shows what it has until that is done, and only what the last query found. */
#define MAX_STATEMENTS_AT_ONCE 5000

static void
take_findings (LodeWindow *self, LodeFindings *findings)
{
  g_set_object (&self->findings, findings);
  g_set_object (&self->shown_statements, lode_findings_get_statements (findings));
  lode_window_findings_changed (self);
}

typedef struct
{
  LodeQuery *query;
  LodeDataset *dataset;
  LodeProvenance *provenance; /* NULL: the quotations are being compared */
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->query);
  g_object_unref (search->dataset);
  g_clear_object (&search->provenance);
  g_free (search);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task,
                         lode_findings_new (search->query, search->dataset, search->provenance),
                         g_object_unref);
}

static void
search_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (source);
  g_autoptr (LodeFindings) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  self->searching = FALSE;
  if (self->dataset == NULL)
    return;

  /* Somebody typed on: this is not what they want any more. */
  if (lode_findings_get_query (findings) != self->query
      || lode_findings_get_dataset (findings) != self->dataset
      || lode_findings_get_provenance (findings) != lode_window_get_provenance (self))
    lode_window_update_search (self);
  else
    take_findings (self, findings);
}

/* Finds again what the query asks for; after the query or the dataset has changed. */
void
lode_window_update_search (LodeWindow *self)
{
  LodeProvenance *provenance = lode_window_get_provenance (self);
  g_autoptr (GTask) task = NULL;
  Search *search;

  if (self->dataset == NULL || self->searching)
    return;

  if (g_list_model_get_n_items (lode_dataset_get_statements (self->dataset))
      <= MAX_STATEMENTS_AT_ONCE)
    {
      g_autoptr (LodeFindings) findings = lode_findings_new (self->query, self->dataset, provenance);

      take_findings (self, findings);
      return;
    }

  self->searching = TRUE;
  search = g_new (Search, 1);
  *search = (Search) { g_object_ref (self->query), g_object_ref (self->dataset), NULL };
  g_set_object (&search->provenance, provenance);
  task = g_task_new (self, NULL, search_cb, NULL);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* The quotations have been compared, or are being compared again. What is found stays where it is,
 * unless it was asked for by that. */
void
lode_window_update_checks (LodeWindow *self)
{
  LodeProvenance *provenance = lode_window_get_provenance (self);
  g_autoptr (LodeFindings) findings = NULL;

  if (self->dataset == NULL || self->findings == NULL || self->searching
      || lode_findings_get_dataset (self->findings) != self->dataset)
    return;

  if (lode_query_has_field (self->query, LODE_QUERY_FIELD_CHECK))
    {
      lode_window_update_search (self);
      return;
    }

  findings = lode_findings_new_checked (self->findings, provenance);
  take_findings (self, findings);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lode_window_focus_search (LODE_WINDOW (widget));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lode_window_set_query (LODE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
lode_window_class_install_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.search", "s", search_action);
}

/* Who begins to write where nothing takes letters wants to search. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                LodeWindow            *self)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK
                                    | GDK_HYPER_MASK | GDK_META_MASK;

  if (self->dataset == NULL || (state & modifiers) != 0
      || !g_unichar_isgraph (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;

  lode_window_focus_search (self);
  /* The entry is what takes it, with whatever method of input there is. */
  return gtk_event_controller_key_forward (controller, gtk_root_get_focus (GTK_ROOT (self)));
}

void
lode_window_init_search (LodeWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * lode_window_get_query:
 *
 * Returns: (transfer none): what is looked for, as it was written; never NULL
 */
const char *
lode_window_get_query (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), NULL);

  return self->query != NULL ? lode_query_get_text (self->query) : "";
}

/**
 * lode_window_get_findings:
 *
 * Returns: (transfer none) (nullable): what the query finds, counted; NULL until the dataset has been
 *   searched for the first time. In a large dataset it follows the query some milliseconds later
 */
LodeFindings *
lode_window_get_findings (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), NULL);

  return self->findings;
}

/**
 * lode_window_get_shown_statements:
 *
 * Returns: (transfer none) (nullable): those of the dataset's statements that the query finds, in
 *   the dataset's order, in a list that never changes; NULL as long as there is no dataset
 */
GListModel *
lode_window_get_shown_statements (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), NULL);

  return self->shown_statements;
}

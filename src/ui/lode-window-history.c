/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

/* Back and forward, over what the window looked for, which place was selected, and which page was
 * shown. */

#define BACK_BUTTON 8
#define FORWARD_BUTTON 9

static void
update_actions (LodeWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 lode_history_can_go (self->history, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward",
                                 lode_history_can_go (self->history, 1));
}

static void
note (LodeWindow *self)
{
  g_autofree char *place = NULL;

  g_clear_handle_id (&self->noting, g_source_remove);
  if (self->dataset == NULL)
    return;

  if (self->selected_place != NULL)
    place = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (self->selected_place));
  lode_history_visit (self->history, lode_window_get_query (self), place,
                      lode_window_get_page (self), g_get_monotonic_time ());
  update_actions (self);
}

static void
note_cb (gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (user_data);

  self->noting = 0;
  note (self);
}

/* Later: one thing that a reader does may change several. */
static void
changed_cb (LodeWindow *self)
{
  if (self->noting == 0)
    self->noting = g_idle_add_once (note_cb, self);
}

static void
go (LodeWindow *self, int direction)
{
  const LodeHistoryStep *step;

  if (self->noting != 0)
    note (self);
  step = lode_history_go (self->history, direction);
  if (step == NULL)
    return;

  lode_window_set_query (self, step->query);
  lode_window_set_selected_place (self, step->place != NULL
                                          ? lode_dataset_find_place (self->dataset, step->place)
                                          : NULL);
  lode_window_set_page (self, step->page);
  update_actions (self);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (LODE_WINDOW (widget), g_str_equal (name, "win.back") ? -1 : 1);
}

/* The buttons that a mouse has at its side. A gesture for all buttons would take part in every click
 * in the window. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, LodeWindow *self)
{
  guint button;

  if (gdk_event_get_event_type (event) != GDK_BUTTON_PRESS)
    return GDK_EVENT_PROPAGATE;

  button = gdk_button_event_get_button (event);
  if (button != BACK_BUTTON && button != FORWARD_BUTTON)
    return GDK_EVENT_PROPAGATE;

  go (self, button == BACK_BUTTON ? -1 : 1);
  return GDK_EVENT_STOP;
}

void
lode_window_class_install_history (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, go_action);
}

void
lode_window_init_history (LodeWindow *self)
{
  static const char *properties[] = { "query", "selected-place", "page", "dataset" };
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->history = lode_history_new ();
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", properties[i], NULL);

      g_signal_connect_object (self, signal, G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
    }

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  update_actions (self);
}

/* Another dataset is another story. */
void
lode_window_forget_history (LodeWindow *self)
{
  lode_history_clear (self->history);
  update_actions (self);
}

void
lode_window_dispose_history (LodeWindow *self)
{
  g_clear_handle_id (&self->noting, g_source_remove);
  g_clear_pointer (&self->history, lode_history_free);
}

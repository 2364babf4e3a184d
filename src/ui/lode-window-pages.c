/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

/* The window's pages: the map with its panel, and the comparison. */

static gboolean
is_map_shown (LodeWindow *self)
{
  return g_strcmp0 (lode_window_get_page (self), "map") == 0;
}

/* Made when it is first shown: nobody waits for it when the program starts. */
static void
ensure_compare_page (LodeWindow *self)
{
  static const char *options[][2] = {
    { "compare-by", "by" },
    { "compare-order", "order" },
    { "compare-min-statements", "min-statements" },
    { "compare-transposed", "transposed" },
    { "compare-names-hidden", "names-hidden" },
  };

  if (self->compare_page != NULL)
    return;

  self->compare_page = g_object_new (LODE_TYPE_COMPARE_PAGE, NULL);
  /* For the next window: those that are open must not drag each other along. */
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_settings_bind (self->settings, options[i][0], self->compare_page, options[i][1],
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  adw_bin_set_child (self->compare_bin, GTK_WIDGET (self->compare_page));
  g_object_bind_property (self, "dataset", self->compare_page, "dataset", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "shown-statements", self->compare_page, "statements",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "query", self->compare_page, "query",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self, "findings", self->compare_page, "findings", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "provenance", self->compare_page, "provenance",
                          G_BINDING_SYNC_CREATE);
}

static void
page_changed_cb (LodeWindow *self)
{
  if (self->compare_bin == NULL)
    return;

  if (g_strcmp0 (lode_window_get_page (self), "compare") == 0)
    ensure_compare_page (self);
  lode_window_hide_speaker (self);
  gtk_widget_set_visible (self->panel_button, is_map_shown (self));
  g_object_notify (G_OBJECT (self), "page");
}

/* Part of the window's class: pages in its template. */
void
lode_window_class_bind_pages (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, compare_bin);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, page_switcher);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, history_buttons);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, page_bar);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, panel_button);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

/* "map", "compare", or "speaker:" and an id; NULL before there is a template. */
const char *
lode_window_get_page (LodeWindow *self)
{
  const char *speaker = lode_window_get_speaker_name (self);

  if (speaker != NULL)
    return speaker;
  return self->page_stack != NULL ? adw_view_stack_get_visible_child_name (self->page_stack) : NULL;
}

void
lode_window_set_page (LodeWindow *self, const char *page)
{
  if (page == NULL || lode_window_show_speaker_name (self, page))
    return;

  if (g_strcmp0 (lode_window_get_page (self), page) != 0
      && adw_view_stack_get_child_by_name (self->page_stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->page_stack, page);
}

/* Above the statements, or above the comparison. */
void
lode_window_focus_search (LodeWindow *self)
{
  if (g_strcmp0 (lode_window_get_page (self), "compare") == 0)
    {
      lode_compare_page_focus_search (self->compare_page);
      return;
    }

  lode_window_set_page (self, "map");
  lode_window_set_panel_shown (self, TRUE);
  lode_panel_focus_search (self->panel);
}

/* From a speaker to where the reader was before, from statements in full to the comparison, from there
 * to the map; FALSE: the map is shown. */
gboolean
lode_window_step_back_page (LodeWindow *self)
{
  if (is_map_shown (self))
    return FALSE;
  if (lode_window_leave_speaker (self))
    return TRUE;

  if (!lode_compare_page_step_back (self->compare_page))
    lode_window_set_page (self, "map");
  return TRUE;
}

/* The pages are chosen in the header bar, or below where that has no room; back and forward are in
 * the menu, too. What is not in sight has no buttons yet: they are many widgets. */
void
lode_window_set_page_narrow (LodeWindow *self, gboolean narrow)
{
  if (narrow)
    adw_view_switcher_bar_set_stack (self->page_bar, self->page_stack);
  else
    adw_view_switcher_set_stack (self->page_switcher, self->page_stack);
  gtk_widget_set_visible (GTK_WIDGET (self->page_switcher), !narrow);
  gtk_widget_set_visible (self->history_buttons, !narrow);
  adw_view_switcher_bar_set_reveal (self->page_bar, narrow);
}

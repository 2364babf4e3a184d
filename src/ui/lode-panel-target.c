/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-panel-private.h"

/* The statement that a link or a step leads to: it is marked, comes into sight and takes the focus. */

/* Within which a list that is laid out has come to where it was to scroll to. */
#define MAX_TARGET_FRAMES 60
/* After which it stays there: the heights of rows above it may have been a guess. */
#define CALM_FRAMES 4

/* The row around which the list has its own widget is where the keys go on from. */
void
lode_panel_show_target (LodePanel *self, GtkWidget *row)
{
  gboolean is_target = self->target != NULL
    && lode_statement_row_get_statement (LODE_STATEMENT_ROW (row)) == self->target;

  if (is_target)
    gtk_widget_add_css_class (row, "target");
  else
    gtk_widget_remove_css_class (row, "target");
}

/* -1: it is not shown. */
static int
find_position (LodePanel *self, LodeStatement *statement)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, i);

      if (item == (GObject *) statement)
        return i;
    }

  return -1;
}

/* FALSE: it is not shown. */
static gboolean
scroll_to_target (LodePanel *self)
{
  int position = find_position (self, self->target);

  if (position < 0)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              (guint) position);
  return TRUE;
}

/* The list's widget with the target's row; NULL: it is not in sight. */
static GtkWidget *
find_target_in_sight (LodePanel *self)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  GHashTableIter iter;
  gpointer row;
  graphene_rect_t bounds;

  g_hash_table_iter_init (&iter, self->rows);
  while (height > 0 && g_hash_table_iter_next (&iter, &row, NULL))
    /* Rows that are out of sight have kept some former place. */
    if (lode_statement_row_get_statement (row) == self->target && gtk_widget_get_mapped (row)
        && gtk_widget_get_child_visible (gtk_widget_get_parent (row))
        && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds)
        && bounds.origin.y + bounds.size.height > 0
        && bounds.origin.y < height)
      return gtk_widget_get_parent (row);

  return NULL;
}

/* A list that has not been laid out yet, as at the start, forgets where it was to scroll to; and one
 * that has just been may still move. */
static gboolean
focus_target_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer user_data)
{
  LodePanel *self = LODE_PANEL (user_data);
  GtkWidget *child;

  if (self->target == NULL || self->n_target_frames++ >= MAX_TARGET_FRAMES)
    return G_SOURCE_REMOVE;

  child = find_target_in_sight (self);
  if (child == NULL)
    {
      self->n_calm_frames = 0;
      return scroll_to_target (self) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
    }

  if (self->n_calm_frames++ == 0)
    gtk_widget_grab_focus (child);
  return self->n_calm_frames < CALM_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * lode_panel_show_statement:
 * @statement: one that is in the list
 *
 * Scrolls to the statement, marks it, and gives it the focus.
 */
void
lode_panel_show_statement (LodePanel *self, LodeStatement *statement)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (LODE_IS_PANEL (self));
  g_return_if_fail (LODE_IS_STATEMENT (statement));

  lode_list_growth_settle (self->growth);
  if (find_position (self, statement) < 0)
    return;

  /* All at once: it may stand anywhere. */
  lode_list_growth_complete (self->growth);

  g_set_object (&self->target, statement);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    lode_panel_show_target (self, row);
  scroll_to_target (self);
  self->n_target_frames = 0;
  self->n_calm_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), focus_target_cb, g_object_ref (self),
                                g_object_unref);
}

/**
 * lode_panel_step:
 * @step: 1 for the next statement, -1 for the one before
 *
 * Goes on from the statement that has the focus, or was gone to last; from the top if there is
 * none.
 */
void
lode_panel_step (LodePanel *self, int step)
{
  LodeStatement *from;
  int position;

  g_return_if_fail (LODE_IS_PANEL (self));
  g_return_if_fail (step == 1 || step == -1);

  lode_list_growth_settle (self->growth);
  from = self->focused_row != NULL ? lode_statement_row_get_statement (self->focused_row)
                                   : self->target;
  position = from != NULL ? find_position (self, from) : -1;
  for (position += step;
       position >= 0 && position < (int) g_list_model_get_n_items (self->items);
       position += step)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, position);

      if (LODE_IS_STATEMENT (item))
        {
          lode_panel_show_statement (self, LODE_STATEMENT (item));
          return;
        }
    }
}

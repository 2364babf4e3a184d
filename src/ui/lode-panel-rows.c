/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-heading-row.h"
#include "lode-overview-row.h"
#include "lode-panel-private.h"
#include "lode-plain-label.h"

/* The rows of the list: which kind an item asks for, what is marked in them, and which places light up
 * with the one under the pointer or the focus. */

/* The statement with the pointer on it comes before the one with the focus. */
static void
update_lit_places (LodePanel *self)
{
  LodeStatementRow *row = self->pointed_row != NULL ? self->pointed_row : self->focused_row;
  LodeStatement *statement = row != NULL ? lode_statement_row_get_statement (row) : NULL;
  LodePlace * const *places = NULL;
  guint n_places = 0;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->lit_places));

  if (statement != NULL)
    places = lode_statement_get_places (statement, &n_places);
  if (n_places > 0 || n_old > 0)
    g_list_store_splice (self->lit_places, 0, n_old, (gpointer *) places, n_places);
}

static void
row_enter_cb (GtkEventController *controller, double x, double y, LodePanel *self)
{
  self->pointed_row = LODE_STATEMENT_ROW (gtk_event_controller_get_widget (controller));
  update_lit_places (self);
}

static void
row_leave_cb (GtkEventController *controller, LodePanel *self)
{
  if (GTK_WIDGET (self->pointed_row) != gtk_event_controller_get_widget (controller))
    return;

  self->pointed_row = NULL;
  update_lit_places (self);
}

/* The focus is on the list's own widget around a row, or somewhere inside the row. */
static LodeStatementRow *
find_row (GtkWidget *widget)
{
  GtkWidget *child;

  if (widget == NULL)
    return NULL;

  child = gtk_widget_get_first_child (widget);
  if (child != NULL && LODE_IS_STATEMENT_ROW (child))
    return LODE_STATEMENT_ROW (child);

  return (LodeStatementRow *) gtk_widget_get_ancestor (widget, LODE_TYPE_STATEMENT_ROW);
}

static void
focus_widget_changed_cb (LodePanel *self)
{
  LodeStatementRow *row = find_row (gtk_root_get_focus (self->root));

  if (row == self->focused_row)
    return;

  self->focused_row = row;
  update_lit_places (self);
}

static GtkWidget *
create_statement_row (LodePanel *self)
{
  GtkWidget *row = lode_statement_row_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (row_enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_leave_cb), self, 0);
  gtk_widget_add_controller (row, motion);
  return row;
}

/* Rows are made when bound: only then is it known what kind the item is. */
static GtkWidget *
ensure_row (LodePanel *self, GtkListItem *list_item, GType type)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row != NULL && G_TYPE_CHECK_INSTANCE_TYPE (row, type))
    return row;

  row = type == LODE_TYPE_STATEMENT_ROW ? create_statement_row (self) : g_object_new (type, NULL);
  gtk_list_item_set_child (list_item, row);
  return row;
}

/* The list's own widget around the row is what takes the focus, and so needs the name. */
static void
name_row (GtkWidget *row, const char *name)
{
  lode_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), name);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodePanel *self)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *row;

  gtk_list_item_set_activatable (list_item, FALSE);
  if (LODE_IS_STATEMENT (item))
    {
      g_autofree char *name = NULL;

      row = ensure_row (self, list_item, LODE_TYPE_STATEMENT_ROW);
      lode_statement_row_set_statement (LODE_STATEMENT_ROW (row), item,
                                        lode_record_get_language (item));
      lode_statement_row_set_query (LODE_STATEMENT_ROW (row), lode_panel_get_found_query (self));
      g_hash_table_add (self->rows, row);
      lode_statement_row_set_provenance (LODE_STATEMENT_ROW (row), self->provenance);
      lode_panel_show_target (self, row);
      name = lode_statement_row_dup_name (LODE_STATEMENT_ROW (row));
      name_row (row, name);
    }
  else if (LODE_IS_STATEMENT_HEADING (item))
    {
      row = ensure_row (self, list_item, LODE_TYPE_HEADING_ROW);
      lode_heading_row_set_heading (LODE_HEADING_ROW (row), item);
      name_row (row, lode_statement_heading_get_title (item));
    }
  else if (LODE_IS_PLACE (item))
    {
      row = ensure_row (self, list_item, LODE_TYPE_OVERVIEW_ROW);
      lode_overview_row_set_place (LODE_OVERVIEW_ROW (row), item);
      name_row (row, lode_place_get_name (item));
    }
  else
    {
      row = ensure_row (self, list_item, LODE_TYPE_OVERVIEW_ROW);
      lode_overview_row_set_dataset (LODE_OVERVIEW_ROW (row), LODE_DATASET (item));
      name_row (row, lode_dataset_get_title (item));
    }
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodePanel *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (!LODE_IS_STATEMENT_ROW (row))
    return;

  if (self->pointed_row == LODE_STATEMENT_ROW (row))
    self->pointed_row = NULL;
  if (self->focused_row == LODE_STATEMENT_ROW (row))
    self->focused_row = NULL;
  g_hash_table_remove (self->rows, row);
  lode_statement_row_set_statement (LODE_STATEMENT_ROW (row), NULL, NULL);
  update_lit_places (self);
}

/* In the rows that stay as they are. */
void
lode_panel_show_marks (LodePanel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    lode_statement_row_set_query (LODE_STATEMENT_ROW (row), lode_panel_get_found_query (self));
}

void
lode_panel_init_rows (LodePanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->lit_places = g_list_store_new (LODE_TYPE_PLACE);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
}

void
lode_panel_follow_focus (LodePanel *self)
{
  self->root = gtk_widget_get_root (GTK_WIDGET (self));
  g_signal_connect_object (self->root, "notify::focus-widget",
                           G_CALLBACK (focus_widget_changed_cb), self, G_CONNECT_SWAPPED);
}

void
lode_panel_stop_following (LodePanel *self)
{
  g_signal_handlers_disconnect_by_func (self->root, focus_widget_changed_cb, self);
  self->root = NULL;
}

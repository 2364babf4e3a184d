/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-list-anchor.h"

#include "lode-statement-row.h"

#include <math.h>

/* The list view knows where a row stands only after it has been laid out: so it is first asked to
 * bring the statement into sight, then pushed by what is missing. */

#define MAX_FRAMES 12

typedef struct
{
  char *id;
  double y; /* of the row's top, from that of the view */
} Sight;

struct _LodeListAnchor
{
  GtkListView *list_view;
  GArray *sights; /* of Sight, from the top */
  char *focused_id;
  guint chosen; /* the first sight that is still there */
  guint n_frames;
};

static void
sight_clear (gpointer data)
{
  g_free (((Sight *) data)->id);
}

/* The statement that the list's widget @child shows; NULL: it is no statement. */
static const char *
get_id (GtkWidget *child)
{
  GtkWidget *row = gtk_widget_get_first_child (child);
  LodeStatement *statement = NULL;

  if (row != NULL && LODE_IS_STATEMENT_ROW (row))
    statement = lode_statement_row_get_statement (LODE_STATEMENT_ROW (row));

  return statement != NULL ? lode_record_get_id (LODE_RECORD (statement)) : NULL;
}

static GtkWidget *
find_child (LodeListAnchor *self, const char *id)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (get_id (child), id) == 0)
        return child;
    }

  return NULL;
}

static gboolean
find_position (LodeListAnchor *self, const char *id, guint *position)
{
  GListModel *items = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  const guint n_items = g_list_model_get_n_items (items);

  for (*position = 0; *position < n_items; (*position)++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, *position);

      if (LODE_IS_STATEMENT (item) && g_str_equal (lode_record_get_id (LODE_RECORD (item)), id))
        return TRUE;
    }

  return FALSE;
}

/* TRUE: the row stands where it stood before. */
static gboolean
push (LodeListAnchor *self)
{
  const Sight *sight = &g_array_index (self->sights, Sight, self->chosen);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  GtkWidget *child = find_child (self, sight->id);
  double before = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;
  double missing;

  if (child == NULL
      || !gtk_widget_compute_bounds (child, GTK_WIDGET (self->list_view), &bounds))
    return FALSE;

  missing = bounds.origin.y - sight->y;
  if (fabs (missing) < 1)
    return TRUE;

  gtk_adjustment_set_value (adjustment, before + missing);
  return gtk_adjustment_get_value (adjustment) == before; /* at an end of the list */
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LodeListAnchor *self = user_data;
  GtkWidget *focused;

  /* Nothing has been laid out in the first frame. */
  if (self->n_frames++ == 0 || (!push (self) && self->n_frames < MAX_FRAMES))
    return G_SOURCE_CONTINUE;

  focused = self->focused_id != NULL ? find_child (self, self->focused_id) : NULL;
  if (focused != NULL)
    gtk_widget_grab_focus (focused);

  return G_SOURCE_REMOVE;
}

static void
free_cb (gpointer user_data)
{
  lode_list_anchor_free (user_data);
}

/**
 * lode_list_anchor_new:
 * @list_view: a list whose rows are LodeStatementRow, and others
 *
 * Remembers what can be seen of the list now.
 *
 * Returns: (transfer full) (nullable): an anchor, or NULL: the list is at its beginning, and has
 *   not the focus
 */
LodeListAnchor *
lode_list_anchor_new (GtkListView *list_view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list_view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const int height = gtk_widget_get_height (GTK_WIDGET (list_view));
  LodeListAnchor *self;
  GtkWidget *child;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (list_view)))
    focus = NULL;
  if (focus == NULL && (adjustment == NULL || gtk_adjustment_get_value (adjustment) <= 0))
    return NULL;

  self = g_new0 (LodeListAnchor, 1);
  self->list_view = g_object_ref (list_view);
  self->sights = g_array_new (FALSE, FALSE, sizeof (Sight));
  g_array_set_clear_func (self->sights, sight_clear);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *id = get_id (child);
      graphene_rect_t bounds;

      /* Rows that are out of sight have kept some former place. */
      if (id == NULL || !gtk_widget_get_child_visible (child)
          || !gtk_widget_compute_bounds (child, GTK_WIDGET (list_view), &bounds))
        continue;

      if (focus == child || (focus != NULL && gtk_widget_is_ancestor (focus, child)))
        self->focused_id = g_strdup (id);
      if (bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < height)
        {
          Sight sight = { g_strdup (id), bounds.origin.y };

          g_array_append_val (self->sights, sight);
        }
    }

  return self;
}

void
lode_list_anchor_free (LodeListAnchor *self)
{
  g_object_unref (self->list_view);
  g_array_unref (self->sights);
  g_free (self->focused_id);
  g_free (self);
}

/**
 * lode_list_anchor_restore:
 * @self: (transfer full): an anchor
 *
 * Scrolls the list, which may have other items now, within the next frames, so that the first
 * statement that was in sight and is still there stands where it stood.
 *
 * Returns: FALSE: none of them is there
 */
gboolean
lode_list_anchor_restore (LodeListAnchor *self)
{
  guint position = 0;

  while (self->chosen < self->sights->len
         && !find_position (self, g_array_index (self->sights, Sight, self->chosen).id, &position))
    self->chosen++;

  if (self->chosen == self->sights->len)
    {
      lode_list_anchor_free (self);
      return FALSE;
    }

  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), frame_cb, self, free_cb);

  return TRUE;
}

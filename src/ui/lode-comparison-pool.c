/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-comparison-pool.h"

struct _LodeComparisonPool
{
  LodeComparisonCreate create;
  gpointer table;
  GHashTable *used; /* LodeComparisonPlace → LodeComparisonCell */
  GPtrArray *spare;
};

static guint
hash_place (gconstpointer key)
{
  const LodeComparisonPlace *place = key;

  return (guint) place->row * 8191u + (guint) place->column;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const LodeComparisonPlace *x = a;
  const LodeComparisonPlace *y = b;

  return x->row == y->row && x->column == y->column;
}

LodeComparisonPool *
lode_comparison_pool_new (LodeComparisonCreate create, gpointer table)
{
  LodeComparisonPool *self = g_new0 (LodeComparisonPool, 1);

  self->create = create;
  self->table = table;
  self->used = g_hash_table_new_full (hash_place, equal_places, g_free, NULL);
  self->spare = g_ptr_array_new ();

  return self;
}

void
lode_comparison_pool_free (LodeComparisonPool *self)
{
  g_hash_table_unref (self->used);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

GtkWidget *
lode_comparison_pool_ensure (LodeComparisonPool *self, LodeComparisonPlace place, gboolean *is_new)
{
  GtkWidget *cell = g_hash_table_lookup (self->used, &place);

  *is_new = cell == NULL;
  if (cell != NULL)
    return cell;

  cell = self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1)
                              : self->create (self->table);
  g_object_set_data_full (G_OBJECT (cell), "place", g_memdup2 (&place, sizeof place), g_free);
  gtk_widget_set_child_visible (cell, TRUE);
  g_hash_table_insert (self->used, g_memdup2 (&place, sizeof place), cell);
  return cell;
}

static void
spare_cell (LodeComparisonPool *self, GtkWidget *cell)
{
  gtk_widget_set_child_visible (cell, FALSE);
  g_ptr_array_add (self->spare, cell);
}

static gboolean
is_between (int index, int first, int last)
{
  return index == LODE_COMPARISON_HEADING || (index >= first && index <= last);
}

void
lode_comparison_pool_spare_outside (LodeComparisonPool  *self,
                                    LodeComparisonPlace  first,
                                    LodeComparisonPlace  last)
{
  GHashTableIter iter;
  gpointer key, cell;

  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &key, &cell))
    {
      const LodeComparisonPlace *place = key;

      if ((is_between (place->row, first.row, last.row)
           && is_between (place->column, first.column, last.column))
          || gtk_widget_is_focus (cell))
        continue;

      spare_cell (self, cell);
      g_hash_table_iter_remove (&iter);
    }
}

void
lode_comparison_pool_spare_all (LodeComparisonPool *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    spare_cell (self, cell);
  g_hash_table_remove_all (self->used);
}

void
lode_comparison_pool_foreach (LodeComparisonPool  *self,
                              LodeComparisonVisit  visit,
                              gpointer             user_data)
{
  GHashTableIter iter;
  gpointer place, cell;

  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &place, &cell))
    visit (cell, *(const LodeComparisonPlace *) place, user_data);
}

LodeComparisonPlace
lode_comparison_pool_get_place (GtkWidget *cell)
{
  return *(const LodeComparisonPlace *) g_object_get_data (G_OBJECT (cell), "place");
}

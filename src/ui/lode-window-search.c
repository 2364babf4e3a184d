/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

/* The window's query, and what it finds: the one list that panel, map and all others show. */

/* Finds again what the query asks for; after the query or the dataset has changed. */
void
lode_window_update_search (LodeWindow *self)
{
  GHashTable *places = NULL;

  g_clear_object (&self->shown_statements);
  g_clear_pointer (&self->shown_places, g_hash_table_unref);
  if (self->dataset != NULL)
    self->shown_statements = lode_query_select (self->query, self->dataset);

  if (self->shown_statements != NULL && !lode_query_is_empty (self->query))
    {
      guint n_statements = g_list_model_get_n_items (self->shown_statements);

      places = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < n_statements; i++)
        {
          g_autoptr (LodeStatement) statement = g_list_model_get_item (self->shown_statements, i);
          LodePlace * const *named;
          guint n_named;

          named = lode_statement_get_places (statement, &n_named);
          for (guint j = 0; j < n_named; j++)
            g_hash_table_add (places, named[j]);
        }
    }
  self->shown_places = places;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-counts.h"

#include "lode-statement.h"

struct _LodePlaceCounts
{
  GHashTable *counts; /* LodePlace to its count, none if 0 */
};

G_DEFINE_BOXED_TYPE (LodePlaceCounts, lode_place_counts, lode_place_counts_ref,
                     lode_place_counts_unref)

static void
clear (gpointer data)
{
  LodePlaceCounts *self = data;

  g_hash_table_unref (self->counts);
}

LodePlaceCounts *
lode_place_counts_new (GListModel *statements)
{
  LodePlaceCounts *self;
  guint n_statements;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);

  self = g_rc_box_new0 (LodePlaceCounts);
  self->counts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  n_statements = g_list_model_get_n_items (statements);
  for (guint i = 0; i < n_statements; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      guint n_places;
      LodePlace * const *places = lode_statement_get_places (statement, &n_places);

      for (guint j = 0; j < n_places; j++)
        {
          gpointer count = g_hash_table_lookup (self->counts, places[j]);

          g_hash_table_replace (self->counts, g_object_ref (places[j]),
                                GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }

  return self;
}

LodePlaceCounts *
lode_place_counts_ref (LodePlaceCounts *self)
{
  return g_rc_box_acquire (self);
}

void
lode_place_counts_unref (LodePlaceCounts *self)
{
  g_rc_box_release_full (self, clear);
}

guint
lode_place_counts_get (LodePlaceCounts *self, LodePlace *place)
{
  g_return_val_if_fail (LODE_IS_PLACE (place), 0);

  if (self == NULL)
    return lode_place_get_n_statements (place);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, place));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster.h"

struct _LodeCluster
{
  GObject    parent_instance;

  GPtrArray *places; /* of LodePlace */
  GArray    *shares; /* of LodeClusterShare; the topics are the places' */
  guint      n_statements;
};

G_DEFINE_FINAL_TYPE (LodeCluster, lode_cluster, G_TYPE_OBJECT)

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const LodeClusterShare *share_a = a;
  const LodeClusterShare *share_b = b;

  if (share_a->n_places != share_b->n_places)
    return share_a->n_places > share_b->n_places ? -1 : 1;
  return g_strcmp0 (lode_record_get_id (LODE_RECORD (share_a->topic)),
                    lode_record_get_id (LODE_RECORD (share_b->topic)));
}

static void
count_topics (LodeCluster *self)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL); /* LodeTopic to one more */

  for (guint i = 0; i < self->places->len; i++)
    {
      guint n_topics;
      LodeTopic * const *topics
          = lode_place_get_topics (g_ptr_array_index (self->places, i), &n_topics);

      for (guint j = 0; j < n_topics; j++)
        {
          guint position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, topics[j]));
          LodeClusterShare share = { topics[j], 1 };

          if (position > 0)
            g_array_index (self->shares, LodeClusterShare, position - 1).n_places++;
          else
            {
              g_array_append_val (self->shares, share);
              g_hash_table_insert (positions, topics[j], GUINT_TO_POINTER (self->shares->len));
            }
        }
    }

  g_array_sort (self->shares, compare_shares);
}

static void
lode_cluster_finalize (GObject *object)
{
  LodeCluster *self = LODE_CLUSTER (object);

  g_ptr_array_unref (self->places);
  g_array_unref (self->shares);

  G_OBJECT_CLASS (lode_cluster_parent_class)->finalize (object);
}

static void
lode_cluster_class_init (LodeClusterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_cluster_finalize;
}

static void
lode_cluster_init (LodeCluster *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->shares = g_array_new (FALSE, FALSE, sizeof (LodeClusterShare));
}

/**
 * lode_cluster_new:
 * @places: (array length=n_places): at least one; the weightiest first
 * @n_places: how many
 * @findings: (nullable): how many statements name each place; NULL: all that do
 *
 * Makes a cluster of places, which it keeps references to.
 *
 * Returns: (transfer full): the cluster
 */
LodeCluster *
lode_cluster_new (LodePlace * const *places, guint n_places, LodeFindings *findings)
{
  LodeCluster *self;

  g_return_val_if_fail (n_places > 0, NULL);

  self = g_object_new (LODE_TYPE_CLUSTER, NULL);
  for (guint i = 0; i < n_places; i++)
    {
      g_ptr_array_add (self->places, g_object_ref (places[i]));
      self->n_statements += lode_findings_count_place (findings, places[i]);
    }
  count_topics (self);
  return self;
}

LodePlace * const *
lode_cluster_get_places (LodeCluster *self, guint *n_places)
{
  g_return_val_if_fail (LODE_IS_CLUSTER (self), NULL);
  g_return_val_if_fail (n_places != NULL, NULL);

  *n_places = self->places->len;
  return (LodePlace * const *) self->places->pdata;
}

guint
lode_cluster_get_n_statements (LodeCluster *self)
{
  g_return_val_if_fail (LODE_IS_CLUSTER (self), 0);

  return self->n_statements;
}

const LodeClusterShare *
lode_cluster_get_shares (LodeCluster *self, guint *n_shares)
{
  g_return_val_if_fail (LODE_IS_CLUSTER (self), NULL);
  g_return_val_if_fail (n_shares != NULL, NULL);

  *n_shares = self->shares->len;
  return (const LodeClusterShare *) self->shares->data;
}

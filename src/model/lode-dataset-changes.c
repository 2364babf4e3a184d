/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-changes.h"

#include "lode-dataset-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Records are compared by their bytes, which is quick and mostly all; only where those differ are
 * they parsed, so that a new indentation is no change. */

static gboolean
is_same_json (GBytes *one, GBytes *other)
{
  g_autoptr (JsonParser) one_parser = json_parser_new ();
  g_autoptr (JsonParser) other_parser = json_parser_new ();

  if (g_bytes_equal (one, other))
    return TRUE;

  return json_parser_load_from_data (one_parser, g_bytes_get_data (one, NULL),
                                     g_bytes_get_size (one), NULL)
         && json_parser_load_from_data (other_parser, g_bytes_get_data (other, NULL),
                                        g_bytes_get_size (other), NULL)
         && json_node_equal (json_parser_get_root (one_parser),
                             json_parser_get_root (other_parser));
}

static void
find_in_array (LodeDataset        *former,
               LodeDataset        *dataset,
               LodeArray           array,
               LodeDatasetChanges *changes)
{
  LodeRecordTable *table = dataset->tables[array];
  const guint n_former = lode_record_table_get_size (former->tables[array]);
  guint n_kept = 0;

  for (guint i = 0; i < lode_record_table_get_size (table); i++)
    {
      LodeRecord *record = lode_record_table_get (table, i);
      g_autofree char *id = lode_dataset_dup_record_id (dataset, record);
      LodeRecord *before = lode_dataset_find_record (former, array, id);
      g_autoptr (GBytes) json = NULL;
      g_autoptr (GBytes) json_before = NULL;

      if (before == NULL)
        {
          changes->n_new++;
          continue;
        }

      n_kept++;
      if (before == record)
        continue;

      json = lode_dataset_dup_record_json (dataset, record);
      json_before = lode_dataset_dup_record_json (former, before);
      if (!is_same_json (json_before, json))
        changes->n_changed++;
    }

  changes->n_gone += n_former - n_kept;
}

/**
 * lode_dataset_changes_find:
 * @former: a dataset
 * @dataset: what it has become
 *
 * Compares the two record by record, by id. Takes its time if they are large.
 *
 * Returns: how many are new, changed and gone
 */
LodeDatasetChanges
lode_dataset_changes_find (LodeDataset *former, LodeDataset *dataset)
{
  LodeDatasetChanges changes = { 0 };
  LodeDatasetChanges others = { 0 };

  g_return_val_if_fail (LODE_IS_DATASET (former), changes);
  g_return_val_if_fail (LODE_IS_DATASET (dataset), changes);

  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    find_in_array (former, dataset, i, i == LODE_ARRAY_STATEMENTS ? &changes : &others);
  changes.n_others = others.n_new + others.n_changed + others.n_gone;

  return changes;
}

gboolean
lode_dataset_changes_is_empty (const LodeDatasetChanges *self)
{
  return self->n_new + self->n_changed + self->n_gone + self->n_others == 0;
}

static void
take_part (GString *text, char *part)
{
  if (text->len > 0)
    /* Translators: between the parts of "3 new statements, 1 statement gone" */
    g_string_append (text, C_("list of changes", ", "));
  g_string_append (text, part);
  g_free (part);
}

/**
 * lode_dataset_changes_dup_text:
 * @self: changes
 *
 * Says what has changed, in a few words.
 *
 * Returns: (transfer full): as "3 new statements, 1 statement gone", translated; "" for no change
 */
char *
lode_dataset_changes_dup_text (const LodeDatasetChanges *self)
{
  GString *text = g_string_new (NULL);

  if (self->n_new > 0)
    take_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new statement",
                                                   "%u new statements", self->n_new),
                                      self->n_new));
  if (self->n_changed > 0)
    take_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement changed",
                                                   "%u statements changed", self->n_changed),
                                      self->n_changed));
  if (self->n_gone > 0)
    take_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement gone",
                                                   "%u statements gone", self->n_gone),
                                      self->n_gone));
  /* What a reader reads are the statements: the rest is said only where they say nothing. */
  if (text->len == 0 && self->n_others > 0)
    take_part (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u place, speaker or other entry changed",
                                                   "%u places, speakers or other entries changed",
                                                   self->n_others),
                                      self->n_others));

  return g_string_free (text, FALSE);
}

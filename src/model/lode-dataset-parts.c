/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Several datasets in one view. Their records stay as they are, one dataset's after another's, and
 * stay apart: the same id in two of them is two records, "one/gold" and "other/gold". */

/* Slashes cannot occur in ids. */
#define SEPARATOR '/'

static char *
dup_title (LodeDataset **parts, guint n_parts)
{
  /* Translators: the title of several datasets in one window: that of the first, and a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more dataset",
                                       "%s, and %u more datasets", n_parts - 1),
                          parts[0]->title, n_parts - 1);
}

static char *
dup_description (LodeDataset **parts, guint n_parts)
{
  GString *description = g_string_new (_("These datasets are shown together:"));

  for (guint i = 0; i < n_parts; i++)
    {
      const char *title = parts[i]->title;

      g_string_append_printf (description, "\n• %s", title);
    }

  return g_string_free (description, FALSE);
}

static void
add_records (LodeRecordTable *table, LodeRecordTable *part)
{
  for (guint i = 0; i < lode_record_table_get_size (part); i++)
    {
      guint ignored;

      /* Of two records of one id, the first is the one that the id alone means. */
      lode_record_table_take (table, g_object_ref (lode_record_table_get (part, i)), &ignored);
    }
}

static gboolean
holds_record (LodeDataset *self, LodeArray array, LodeRecord *record)
{
  guint index;

  return lode_record_table_find_index (self->tables[array], lode_record_get_id (record), &index)
         && lode_record_table_get (self->tables[array], index) == record;
}

static LodeArray
get_array (LodeDataset *self, LodeRecord *record)
{
  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    {
      GListModel *model = lode_record_table_get_model (self->tables[i]);

      if (G_TYPE_CHECK_INSTANCE_TYPE (record, g_list_model_get_item_type (model)))
        return i;
    }

  g_assert_not_reached ();
}

/**
 * lode_dataset_merge:
 * @parts: (array length=n_parts): the datasets of files
 * @n_parts: how many; more than one
 *
 * Puts datasets together, so that they can be shown as one.
 *
 * Returns: (transfer full): a dataset of all their records, in the order of @parts
 */
LodeDataset *
lode_dataset_merge (LodeDataset **parts, guint n_parts)
{
  LodeDataset *self = g_object_new (LODE_TYPE_DATASET, NULL);

  g_assert (n_parts > 1);

  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_parts; i++)
    {
      g_ptr_array_add (self->parts, g_object_ref (parts[i]));
      for (guint j = 0; j < LODE_N_ARRAYS; j++)
        add_records (self->tables[j], parts[i]->tables[j]);
    }

  self->id = g_strdup (parts[0]->id);
  self->title = dup_title (parts, n_parts);
  self->description = dup_description (parts, n_parts);
  self->language = g_strdup (parts[0]->language);

  return self;
}

/**
 * lode_dataset_get_part:
 * @self: a dataset
 * @record: one of its records
 *
 * Gets the dataset of the file that @record comes from, with the language, the terms and the title
 * that are its own.
 *
 * Returns: (transfer none): @self, unless it is several datasets in one
 */
LodeDataset *
lode_dataset_get_part (LodeDataset *self, LodeRecord *record)
{
  LodeArray array;

  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);
  g_return_val_if_fail (LODE_IS_RECORD (record), NULL);

  if (self->parts == NULL)
    return self;

  array = get_array (self, record);
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (holds_record (self->parts->pdata[i], array, record))
        return self->parts->pdata[i];
    }

  g_return_val_if_reached (self);
}

/**
 * lode_dataset_dup_record_id:
 * @self: a dataset
 * @record: one of its records
 *
 * Gets the name by which @record can be found in @self: its id, or where several datasets are shown
 * as one, the id of its dataset, a slash, and its own.
 *
 * Returns: (transfer full): the name
 */
char *
lode_dataset_dup_record_id (LodeDataset *self, LodeRecord *record)
{
  LodeDataset *part = lode_dataset_get_part (self, record);

  if (part == self)
    return g_strdup (lode_record_get_id (record));

  return g_strdup_printf ("%s%c%s", part->id, SEPARATOR, lode_record_get_id (record));
}

/* Borrowed; NULL: there is none. @id may name the dataset too, see lode_dataset_dup_record_id(). */
gpointer
lode_dataset_find_record (LodeDataset *self, LodeArray array, const char *id)
{
  const char *separator = strchr (id, SEPARATOR);
  gpointer record = NULL;

  if (separator == NULL)
    return lode_record_table_find (self->tables[array], id);

  for (guint i = 0; self->parts != NULL && record == NULL && i < self->parts->len; i++)
    {
      LodeDataset *part = self->parts->pdata[i];

      if (strlen (part->id) == (gsize) (separator - id)
          && memcmp (part->id, id, separator - id) == 0)
        record = lode_record_table_find (part->tables[array], separator + 1);
    }

  return record;
}

/**
 * lode_dataset_dup_record_json:
 * @self: a dataset
 * @record: one of its records
 *
 * Gets the object of the file that @record was read from, byte for byte: its formatting, the order
 * of its members, and those whose names begin with `x-`.
 *
 * Returns: (transfer full): UTF-8, not terminated; it shares the bytes that the dataset keeps
 */
GBytes *
lode_dataset_dup_record_json (LodeDataset *self, LodeRecord *record)
{
  LodeDataset *part = lode_dataset_get_part (self, record);
  LodeArray array;
  LodeJsonRange range;
  guint index;

  g_return_val_if_fail (part != NULL, NULL);

  array = get_array (part, record);
  g_return_val_if_fail (holds_record (part, array, record), NULL);

  lode_record_table_find_index (part->tables[array], lode_record_get_id (record), &index);
  range = lode_record_table_get_range (part->tables[array], index);

  return g_bytes_new_from_bytes (part->bytes, range.start, range.length);
}

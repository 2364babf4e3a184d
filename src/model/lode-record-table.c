/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-record-table.h"

#include "lode-record-list.h"

struct _LodeRecordTable
{
  GPtrArray *records;
  GHashTable *indices; /* id, the record's own → index + 1 */
  GListModel *model;   /* shares the records */
  LodeJsonRange *ranges;
};

LodeRecordTable *
lode_record_table_new (GType item_type)
{
  LodeRecordTable *self = g_new0 (LodeRecordTable, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  self->model = G_LIST_MODEL (lode_record_list_new (item_type, self->records));

  return self;
}

void
lode_record_table_free (LodeRecordTable *self)
{
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->records);
  g_object_unref (self->model);
  g_free (self->ranges);
  g_free (self);
}

/* A record without an id, which is an error that has been reported, is only counted. */
gboolean
lode_record_table_take (LodeRecordTable *self, LodeRecord *record, guint *index)
{
  const char *id = lode_record_get_id (record);

  g_ptr_array_add (self->records, record);
  if (id == NULL)
    return TRUE;

  if (lode_record_table_find_index (self, id, index))
    return FALSE;

  g_hash_table_insert (self->indices, (char *) id, GUINT_TO_POINTER (self->records->len));
  return TRUE;
}

guint
lode_record_table_get_size (LodeRecordTable *self)
{
  return self->records->len;
}

gpointer
lode_record_table_get (LodeRecordTable *self, guint index)
{
  return self->records->pdata[index];
}

gpointer
lode_record_table_find (LodeRecordTable *self, const char *id)
{
  guint index;

  return lode_record_table_find_index (self, id, &index) ? self->records->pdata[index] : NULL;
}

gboolean
lode_record_table_find_index (LodeRecordTable *self, const char *id, guint *index)
{
  gpointer found = g_hash_table_lookup (self->indices, id);

  if (found == NULL)
    return FALSE;

  *index = GPOINTER_TO_UINT (found) - 1;
  return TRUE;
}

/* Borrowed. */
GListModel *
lode_record_table_get_model (LodeRecordTable *self)
{
  return self->model;
}

void
lode_record_table_set_ranges (LodeRecordTable *self, const LodeJsonRange *ranges)
{
  g_assert (self->ranges == NULL);

  self->ranges = g_memdup2 (ranges, self->records->len * sizeof *ranges);
}

LodeJsonRange
lode_record_table_get_range (LodeRecordTable *self, guint index)
{
  g_assert (self->ranges != NULL && index < self->records->len);

  return self->ranges[index];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-record-list.h"

struct _LodeRecordList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *records;
  GArray *positions; /* guint32: of the records that are in the list; NULL: all are */
};

static void lode_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LodeRecordList, lode_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      lode_record_list_model_init))

static GType
lode_record_list_get_item_type (GListModel *model)
{
  return LODE_RECORD_LIST (model)->item_type;
}

static guint
lode_record_list_get_n_items (GListModel *model)
{
  LodeRecordList *self = LODE_RECORD_LIST (model);

  return self->positions != NULL ? self->positions->len : self->records->len;
}

static gpointer
lode_record_list_get_item (GListModel *model, guint position)
{
  LodeRecordList *self = LODE_RECORD_LIST (model);

  if (position >= lode_record_list_get_n_items (model))
    return NULL;
  if (self->positions != NULL)
    position = g_array_index (self->positions, guint32, position);

  return g_object_ref (self->records->pdata[position]);
}

static void
lode_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lode_record_list_get_item_type;
  iface->get_n_items = lode_record_list_get_n_items;
  iface->get_item = lode_record_list_get_item;
}

static void
lode_record_list_finalize (GObject *object)
{
  LodeRecordList *self = LODE_RECORD_LIST (object);

  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->positions, g_array_unref);

  G_OBJECT_CLASS (lode_record_list_parent_class)->finalize (object);
}

static void
lode_record_list_class_init (LodeRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_record_list_finalize;
}

static void
lode_record_list_init (LodeRecordList *self)
{
}

/**
 * lode_record_list_new:
 * @item_type: the type of the records
 * @records: (transfer none): the records, with g_object_unref() as free function; from here on it
 *   must not change
 *
 * Returns: (transfer full): a list model of @records
 */
LodeRecordList *
lode_record_list_new (GType item_type, GPtrArray *records)
{
  LodeRecordList *self = g_object_new (LODE_TYPE_RECORD_LIST, NULL);

  self->item_type = item_type;
  self->records = g_ptr_array_ref (records);

  return self;
}

/**
 * lode_record_list_new_chosen:
 * @all: a list of all records
 * @positions: (transfer none) (element-type guint32): where in @all those stand that shall be in the
 *   new list; from here on it must not change
 *
 * Chooses some of the records. A list of a hundred thousand so costs what their positions cost.
 *
 * Returns: (transfer full): a list model
 */
LodeRecordList *
lode_record_list_new_chosen (LodeRecordList *all, GArray *positions)
{
  LodeRecordList *self = lode_record_list_new (all->item_type, all->records);

  g_return_val_if_fail (all->positions == NULL, self);

  self->positions = g_array_ref (positions);

  return self;
}

/**
 * lode_record_list_peek:
 * @index: where in the list
 * @position: (out): return location for where in the list of all records
 *
 * For those who go through a hundred thousand: to take a reference of each costs ten times as much.
 *
 * Returns: (transfer none): the record
 */
gpointer
lode_record_list_peek (LodeRecordList *self, guint index, guint *position)
{
  *position = self->positions != NULL ? g_array_index (self->positions, guint32, index) : index;

  return self->records->pdata[*position];
}

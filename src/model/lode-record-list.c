/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-record-list.h"

struct _LodeRecordList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *records;
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
  return LODE_RECORD_LIST (model)->records->len;
}

static gpointer
lode_record_list_get_item (GListModel *model, guint position)
{
  LodeRecordList *self = LODE_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
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

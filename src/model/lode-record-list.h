/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeRecordList:
 *
 * A list model of records that never changes. Unlike GListStore it has no node for each item, finds
 * any of them in constant time, and may be read from any thread.
 */
#define LODE_TYPE_RECORD_LIST (lode_record_list_get_type ())
G_DECLARE_FINAL_TYPE (LodeRecordList, lode_record_list, LODE, RECORD_LIST, GObject)

LodeRecordList *lode_record_list_new        (GType item_type, GPtrArray *records);
LodeRecordList *lode_record_list_new_chosen (LodeRecordList *all, GArray *positions);
gpointer        lode_record_list_peek       (LodeRecordList *self, guint index, guint *position);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-json-outline.h"
#include "lode-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeRecordTable:
 *
 * The records of one array: in the file's order, and by id. Nothing is added once it has left the
 * parser.
 */
typedef struct _LodeRecordTable LodeRecordTable;

LodeRecordTable *lode_record_table_new        (GType            item_type);
void             lode_record_table_free       (LodeRecordTable *self);
/* Takes @record; FALSE: its id is taken already, by the record at @index. */
gboolean         lode_record_table_take       (LodeRecordTable *self,
                                               LodeRecord      *record,
                                               guint           *index);
guint            lode_record_table_get_size   (LodeRecordTable *self);
gpointer         lode_record_table_get        (LodeRecordTable *self,
                                               guint            index);
gpointer         lode_record_table_find       (LodeRecordTable *self,
                                               const char      *id);
gboolean         lode_record_table_find_index (LodeRecordTable *self,
                                               const char      *id,
                                               guint           *index);
GListModel      *lode_record_table_get_model  (LodeRecordTable *self);
/* Where the records stand in the file: @ranges has one for each of them. */
void             lode_record_table_set_ranges (LodeRecordTable     *self,
                                               const LodeJsonRange *ranges);
LodeJsonRange    lode_record_table_get_range  (LodeRecordTable     *self,
                                               guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeRecordTable, lode_record_table_free)

G_END_DECLS

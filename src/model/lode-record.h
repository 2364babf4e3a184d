/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LodeRecord:
 *
 * What all objects of a dataset's arrays have in common: a permanent kebab-case id. Records are
 * made by the reader in a worker thread, are never changed afterwards, and may then be read from
 * any thread.
 */
#define LODE_TYPE_RECORD (lode_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LodeRecord, lode_record, LODE, RECORD, GObject)

struct _LodeRecordClass
{
  GObjectClass parent_class;
};

const char *lode_record_get_id       (LodeRecord *self);
const char *lode_record_get_language (LodeRecord *self);

G_END_DECLS

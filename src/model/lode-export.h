/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-export-writer.h"
#include "lode-provenance.h"
#include "lode-query.h"

G_BEGIN_DECLS

/**
 * LodeExportFormat:
 * @id: what `lode export --format=` calls it
 * @name: what people call it; lode_export_format_get_name() translates it, if it is a word
 * @purpose: what it is good for, to be translated
 * @media_type: by RFC 6838
 * @extension: of file names, without the dot before it
 *
 * What statements can be written as.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *purpose;
  const char *media_type;
  const char *extension;
} LodeExportFormat;

guint                   lode_export_format_get_count     (void);
const LodeExportFormat *lode_export_format_get           (guint       index);
const LodeExportFormat *lode_export_format_find          (const char *id);
const char             *lode_export_format_get_name      (const LodeExportFormat *self);
char                   *lode_export_format_dup_file_name (const LodeExportFormat *self,
                                                          LodeDataset            *dataset);

/**
 * LodeExport:
 *
 * Statements of a dataset on their way out: which ones, and what is known of their proof. The words
 * come out of every format character for character.
 */
#define LODE_TYPE_EXPORT (lode_export_get_type ())
G_DECLARE_FINAL_TYPE (LodeExport, lode_export, LODE, EXPORT, GObject)

LodeExport *lode_export_new         (LodeDataset             *dataset,
                                     GListModel              *statements,
                                     LodeProvenance          *provenance);
/* What found the statements, and the place that they are about; NULL: nothing, none. To be set
 * before it is used; what is made of pages says so on them. */
void        lode_export_set_query   (LodeExport              *self,
                                     LodeQuery               *query);
void        lode_export_set_place   (LodeExport              *self,
                                     LodePlace               *place);

LodeDataset    *lode_export_get_dataset    (LodeExport *self);
GListModel     *lode_export_get_statements (LodeExport *self);
LodeProvenance *lode_export_get_provenance (LodeExport *self); /* nullable */
LodeQuery      *lode_export_get_query      (LodeExport *self); /* nullable */
LodePlace      *lode_export_get_place      (LodeExport *self); /* nullable */

/* Paints the brief; not in this folder, which knows no fonts. A program that has none does not offer
 * that format. To be set once, before anything else. */
typedef gboolean (* LodeExportPainter) (LodeExport        *self,
                                        LodeExportWriter  *out,
                                        GError           **error);
void        lode_export_set_painter (LodeExportPainter        painter);

char      **lode_export_dup_losses  (LodeExport              *self,
                                     const LodeExportFormat  *format);
gboolean    lode_export_write       (LodeExport              *self,
                                     const LodeExportFormat  *format,
                                     GOutputStream           *stream,
                                     LodeExportProgress       progress,
                                     gpointer                 progress_data,
                                     GCancellable            *cancellable,
                                     GError                 **error);
gboolean    lode_export_save        (LodeExport              *self,
                                     const LodeExportFormat  *format,
                                     GFile                   *file,
                                     LodeExportProgress       progress,
                                     gpointer                 progress_data,
                                     GCancellable            *cancellable,
                                     GError                 **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-export.h"
#include "lode-json-writer.h"

G_BEGIN_DECLS

/* What a dataset can hold, and a format need not be able to. */
typedef enum
{
  LODE_EXPORT_POSITIONS  = 1 << 0, /* coded by somebody */
  LODE_EXPORT_REMARKS    = 1 << 1, /* sic, gloss, note */
  LODE_EXPORT_SPANS      = 1 << 2, /* where the words stand in the text */
  LODE_EXPORT_CONTEXT    = 1 << 3, /* prefix and suffix */
  LODE_EXPORT_VENUES     = 1 << 4,
  LODE_EXPORT_PLACES     = 1 << 5, /* which place the words name */
  LODE_EXPORT_SHAPES     = 1 << 6, /* where on earth that is */
  LODE_EXPORT_BACKGROUND = 1 << 7, /* places that no statement names */
  LODE_EXPORT_TOPICS     = 1 << 8, /* broader, aliases, colours, notes */
  LODE_EXPORT_SPEAKERS   = 1 << 9, /* their addresses and Wikidata ids */
  LODE_EXPORT_SOURCES    = 1 << 10, /* rights, archived copies, checksums */
  LODE_EXPORT_EXTENSIONS = 1 << 11, /* members that begin with x- */
  LODE_EXPORT_TEXTS      = 1 << 12, /* the stored texts, files of their own */
} LodeExportFeature;

struct _LodeExport
{
  GObject parent_instance;

  LodeDataset *dataset;
  GListModel *statements;
  LodeProvenance *provenance; /* nullable, as are the next two */
  LodeQuery *query;
  LodePlace *place;
};

typedef gboolean (* LodeExportWrite) (LodeExport *self, LodeExportWriter *out, GError **error);

gboolean lode_export_write_said_where (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_geojson    (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_annotation (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_schema_org (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_csl        (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_bibtex     (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_ris        (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_csv        (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_markdown   (LodeExport *self, LodeExportWriter *out, GError **error);
gboolean lode_export_write_html       (LodeExport *self, LodeExportWriter *out, GError **error);

guint       lode_export_find_features (LodeExport *self);
const char *lode_export_get_outcome   (LodeExport *self, LodeStatement *statement);
char       *lode_export_dup_iri       (LodeExport *self, LodeRecord *record);
char       *lode_export_dup_words     (LodeStatement *statement);
char      **lode_export_dup_names     (gpointer records, guint n_records);
char      **lode_export_dup_topic_names (LodeStatement *statement);
char      **lode_export_dup_place_names (LodeStatement *statement);
GHashTable *lode_export_group_by_place (LodeExport *self, GPtrArray **placeless);
const char *lode_export_get_nick      (GType type, int value);

G_END_DECLS

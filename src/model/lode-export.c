/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LodeExport, lode_export, G_TYPE_OBJECT)

typedef struct
{
  LodeExportFormat format;
  LodeExportWrite write;
  guint holds; /* LodeExportFeature */
} Format;

#define IN_WORDS (LODE_EXPORT_POSITIONS | LODE_EXPORT_REMARKS | LODE_EXPORT_VENUES \
                  | LODE_EXPORT_PLACES)

static LodeExportPainter painter;

static gboolean
paint_brief (LodeExport *self, LodeExportWriter *out, GError **error)
{
  g_assert (painter != NULL);

  return painter (self, out, error);
}

static const Format formats[] = {
  { { "said-where", "said-where/1", N_("A dataset of its own, that Lode opens"),
      "application/vnd.said-where+json", "said-where.json" },
    lode_export_write_said_where, ~LODE_EXPORT_TEXTS },
  { { "html", "HTML", N_("A page to read, to print and to publish"), "text/html", "html" },
    lode_export_write_html, IN_WORDS },
  { { "markdown", "Markdown", N_("Notes, wikis and text editors"), "text/markdown", "md" },
    lode_export_write_markdown, IN_WORDS },
  { { "csv", "CSV", N_("Spreadsheets and discourse-network tools"), "text/csv", "csv" },
    lode_export_write_csv,
    IN_WORDS | LODE_EXPORT_SPANS },
  { { "geojson", "GeoJSON", N_("Maps: QGIS, web maps, geoportals"), "application/geo+json",
      "geojson" },
    lode_export_write_geojson,
    LODE_EXPORT_PLACES | LODE_EXPORT_SHAPES | LODE_EXPORT_BACKGROUND | LODE_EXPORT_REMARKS },
  { { "bibtex", "BibTeX", N_("LaTeX"), "application/x-bibtex", "bib" },
    lode_export_write_bibtex, LODE_EXPORT_VENUES },
  { { "ris", "RIS", N_("Reference managers: Zotero, EndNote"),
      "application/x-research-info-systems", "ris" },
    lode_export_write_ris, LODE_EXPORT_PLACES | LODE_EXPORT_VENUES },
  { { "csl", "CSL-JSON", N_("Citation processors: Pandoc, Zotero"),
      "application/vnd.citationstyles.csl+json", "csl.json" },
    lode_export_write_csl, LODE_EXPORT_PLACES | LODE_EXPORT_VENUES },
  { { "annotation", "Web Annotation", N_("Annotation tools, by the W3C’s model"),
      "application/ld+json", "annotation.jsonld" },
    lode_export_write_annotation,
    LODE_EXPORT_SPANS | LODE_EXPORT_CONTEXT | LODE_EXPORT_SPEAKERS },
  { { "schema-org", "schema.org", N_("Web pages and search engines"), "application/ld+json",
      "schema.jsonld" },
    lode_export_write_schema_org,
    LODE_EXPORT_PLACES | LODE_EXPORT_SPEAKERS },
  /* The last one: without a painter it is not counted. */
  { { "brief",
      /* Translators: a short document of what was said, to print */
      N_("Brief (PDF)"), N_("Pages to print and to hand out, with a map"), "application/pdf",
      "pdf" },
    paint_brief, IN_WORDS },
};

static const struct
{
  LodeExportFeature feature;
  const char *name;
} features[] = {
  { LODE_EXPORT_POSITIONS, N_("coded positions") },
  { LODE_EXPORT_REMARKS, N_("slips of the copy, context and notes") },
  { LODE_EXPORT_SPANS, N_("where the words stand in the text of their source") },
  { LODE_EXPORT_CONTEXT, N_("the words before and after a quotation") },
  { LODE_EXPORT_VENUES, N_("where and when something was said") },
  { LODE_EXPORT_PLACES, N_("places that the words name") },
  { LODE_EXPORT_SHAPES, N_("coordinates and shapes of places") },
  { LODE_EXPORT_BACKGROUND, N_("background places") },
  { LODE_EXPORT_TOPICS, N_("aliases, colours, notes and broader topics") },
  { LODE_EXPORT_SPEAKERS, N_("addresses and Wikidata ids of speakers") },
  { LODE_EXPORT_SOURCES, N_("rights, archived copies and checksums of sources") },
  { LODE_EXPORT_EXTENSIONS, N_("members of your own (x-…)") },
  { LODE_EXPORT_TEXTS, N_("stored texts of sources, which are files of their own") },
};

static const Format *
get_format (const LodeExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (&formats[i].format == format)
        return &formats[i];
    }

  g_assert_not_reached ();
}

static void
lode_export_finalize (GObject *object)
{
  LodeExport *self = LODE_EXPORT (object);

  g_clear_object (&self->dataset);
  g_clear_object (&self->statements);
  g_clear_object (&self->provenance);
  g_clear_object (&self->query);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (lode_export_parent_class)->finalize (object);
}

static void
lode_export_class_init (LodeExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_export_finalize;
}

static void
lode_export_init (LodeExport *self)
{
}

guint
lode_export_format_get_count (void)
{
  return G_N_ELEMENTS (formats) - (painter == NULL ? 1 : 0);
}

/* In the order in which a person should be offered them. */
const LodeExportFormat *
lode_export_format_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (formats), NULL);

  return &formats[index].format;
}

/* NULL: there is none of that id. */
const LodeExportFormat *
lode_export_format_find (const char *id)
{
  for (guint i = 0; i < lode_export_format_get_count (); i++)
    {
      if (g_str_equal (formats[i].format.id, id))
        return &formats[i].format;
    }

  return NULL;
}

/* Translated; most are names in every language. */
const char *
lode_export_format_get_name (const LodeExportFormat *self)
{
  return _(self->name);
}

/**
 * lode_export_format_dup_file_name:
 * @self: a format
 * @dataset: what is exported, or a part of it
 *
 * Returns: (transfer full): a name to suggest for the file
 */
char *
lode_export_format_dup_file_name (const LodeExportFormat *self, LodeDataset *dataset)
{
  return g_strdup_printf ("%s.%s", lode_dataset_get_id (dataset), self->extension);
}

/**
 * lode_export_new:
 * @dataset: a dataset
 * @statements: (element-type LodeStatement): those of its statements that go out, in a
 *   LodeRecordList, which does not change
 * @provenance: (nullable): how the quotations compare with their sources; NULL: only what the
 *   dataset itself records is written
 *
 * Returns: (transfer full): an export; to be used from any thread
 */
LodeExport *
lode_export_new (LodeDataset *dataset, GListModel *statements, LodeProvenance *provenance)
{
  LodeExport *self;

  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);
  g_return_val_if_fail (provenance == NULL || LODE_IS_PROVENANCE (provenance), NULL);

  self = g_object_new (LODE_TYPE_EXPORT, NULL);
  self->dataset = g_object_ref (dataset);
  self->statements = g_object_ref (statements);
  g_set_object (&self->provenance, provenance);

  return self;
}

void
lode_export_set_query (LodeExport *self, LodeQuery *query)
{
  g_return_if_fail (LODE_IS_EXPORT (self));

  g_set_object (&self->query, query);
}

void
lode_export_set_place (LodeExport *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_EXPORT (self));

  g_set_object (&self->place, place);
}

LodeDataset *
lode_export_get_dataset (LodeExport *self)
{
  g_return_val_if_fail (LODE_IS_EXPORT (self), NULL);

  return self->dataset;
}

GListModel *
lode_export_get_statements (LodeExport *self)
{
  g_return_val_if_fail (LODE_IS_EXPORT (self), NULL);

  return self->statements;
}

LodeProvenance *
lode_export_get_provenance (LodeExport *self)
{
  g_return_val_if_fail (LODE_IS_EXPORT (self), NULL);

  return self->provenance;
}

LodeQuery *
lode_export_get_query (LodeExport *self)
{
  g_return_val_if_fail (LODE_IS_EXPORT (self), NULL);

  return self->query;
}

LodePlace *
lode_export_get_place (LodeExport *self)
{
  g_return_val_if_fail (LODE_IS_EXPORT (self), NULL);

  return self->place;
}

void
lode_export_set_painter (LodeExportPainter new_painter)
{
  painter = new_painter;
}

/**
 * lode_export_dup_losses:
 * @format: a format
 *
 * Gets what there is in the exported statements, and in what they refer to, that the format has no
 * room for.
 *
 * Returns: (transfer full): names of it for a list, translated; none if nothing is lost
 */
char **
lode_export_dup_losses (LodeExport *self, const LodeExportFormat *format)
{
  g_autoptr (GStrvBuilder) losses = g_strv_builder_new ();
  guint lost;

  g_return_val_if_fail (LODE_IS_EXPORT (self), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  lost = lode_export_find_features (self) & ~get_format (format)->holds;
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      if (lost & features[i].feature)
        g_strv_builder_add (losses, _(features[i].name));
    }

  return g_strv_builder_end (losses);
}

/**
 * lode_export_write:
 * @format: a format
 * @stream: where it goes; it stays open
 * @progress: (nullable): what to tell how far it is, in this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Writes the statements, as they come: how much memory that takes does not depend on how many there
 * are. Blocks.
 *
 * Returns: whether all of it is written; else the domain of @error is G_IO_ERROR, with
 *   G_IO_ERROR_INVALID_DATA if there is nothing to write, and G_IO_ERROR_NOT_SUPPORTED if the
 *   statements come from several datasets and the format holds one
 */
gboolean
lode_export_write (LodeExport              *self,
                   const LodeExportFormat  *format,
                   GOutputStream           *stream,
                   LodeExportProgress       progress,
                   gpointer                 progress_data,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  g_autoptr (LodeExportWriter) out = NULL;
  guint n_statements;

  g_return_val_if_fail (LODE_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  n_statements = g_list_model_get_n_items (self->statements);
  if (n_statements == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("There is no statement to export"));
      return FALSE;
    }

  out = lode_export_writer_new (stream, n_statements, progress, progress_data, cancellable);

  return get_format (format)->write (self, out, error) && lode_export_writer_finish (out, error);
}

/* A file stream that is closed in the ordinary way takes the place of the former file. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

/**
 * lode_export_save:
 * @file: where it goes
 *
 * Does what lode_export_write() does, into a file. What the file was before stays untouched until
 * all is written, and after an error and a cancel.
 *
 * Returns: whether the file is there
 */
gboolean
lode_export_save (LodeExport              *self,
                  const LodeExportFormat  *format,
                  GFile                   *file,
                  LodeExportProgress       progress,
                  gpointer                 progress_data,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;

  g_return_val_if_fail (LODE_IS_EXPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;

  if (!lode_export_write (self, format, G_OUTPUT_STREAM (stream), progress, progress_data,
                          cancellable, error))
    {
      abandon (G_OUTPUT_STREAM (stream));
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

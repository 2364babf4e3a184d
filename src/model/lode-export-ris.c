/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"
#include "lode-statement-text.h"

#include <string.h>

/* RIS, in UTF-8: a line a field, "AB  - …", CR LF behind it. A statement is a reference to its
 * source; each paragraph of its words is an AB of its own, so that none can be taken for a tag. */

static const char *
get_type (LodeSource *source)
{
  switch (lode_source_get_kind (source))
    {
    case LODE_SOURCE_KIND_ARTICLE_NEWSPAPER:
      return "NEWS";
    case LODE_SOURCE_KIND_WEBPAGE:
      return "ELEC";
    case LODE_SOURCE_KIND_BROADCAST:
      return "VIDEO";
    case LODE_SOURCE_KIND_REPORT:
      return "RPRT";
    case LODE_SOURCE_KIND_HEARING:
      return "HEAR";
    case LODE_SOURCE_KIND_LEGISLATION:
      return "STAT";
    case LODE_SOURCE_KIND_SPEECH:
    case LODE_SOURCE_KIND_INTERVIEW:
    case LODE_SOURCE_KIND_DOCUMENT:
    default:
      return "GEN";
    }
}

/* One line; a line feed inside would begin another field. */
static void
put_line (LodeExportWriter *out, const char *tag, const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL)
    return;

  lines = g_strsplit_set (value, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      lode_export_writer_putf (out, "%s  - %s\r\n", tag, lines[i]);
}

/* "2026/02/02/", "2026/02//", "2026///": the parts of RIS's dates are never left out. */
static void
put_date (LodeExportWriter *out, const char *tag, const char *date)
{
  g_auto (GStrv) parts = NULL;
  guint n;

  if (date == NULL)
    return;

  parts = g_strsplit (date, "-", 3);
  n = g_strv_length (parts);
  lode_export_writer_putf (out, "%s  - %s/%s/%s/\r\n", tag, parts[0], n > 1 ? parts[1] : "",
                           n > 2 ? parts[2] : "");
}

static void
put_reference (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  LodeDataset *part = lode_dataset_get_part (self->dataset, LODE_RECORD (statement));
  LodeSource *source = lode_statement_get_source (statement);
  const char * const *authors = lode_source_get_authors (source);
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  g_autofree char *id = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (statement));
  g_autofree char *note = lode_statement_dup_citation (statement);
  g_auto (GStrv) topics = NULL;
  g_auto (GStrv) places = NULL;

  lode_export_writer_putf (out, "TY  - %s\r\n", get_type (source));
  put_line (out, "ID", id);
  for (guint i = 0; authors[i] != NULL; i++)
    put_line (out, "AU", authors[i]);
  if (authors[0] == NULL)
    put_line (out, "AU", lode_source_get_credit (source));
  put_line (out, "TI", lode_source_get_title (source));
  put_line (out, "T2", lode_source_get_publisher (source));
  put_line (out, "PB", lode_source_get_publisher (source));
  lode_export_writer_putf (out, "PY  - %.4s\r\n", lode_source_get_published (source));
  put_date (out, "DA", lode_source_get_published (source));
  put_date (out, "Y2", lode_source_get_accessed (source));
  put_line (out, "UR", lode_source_get_url (source));
  put_line (out, "LA", lode_dataset_get_language (part));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    put_line (out, "AB", paragraphs[i]);
  put_line (out, "N1", note);
  put_line (out, "C1", lode_statement_get_venue (statement));
  put_line (out, "C2", lode_export_get_outcome (self, statement));
  topics = lode_export_dup_topic_names (statement);
  for (guint i = 0; topics[i] != NULL; i++)
    put_line (out, "KW", topics[i]);
  places = lode_export_dup_place_names (statement);
  for (guint i = 0; places[i] != NULL; i++)
    put_line (out, "KW", places[i]);
  lode_export_writer_put (out, "ER  - \r\n\r\n");
}

gboolean
lode_export_write_ris (LodeExport *self, LodeExportWriter *out, GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      put_reference (self, out, statement);
      if (!lode_export_writer_step (out))
        break;
    }

  return TRUE;
}

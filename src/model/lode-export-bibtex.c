/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"
#include "lode-statement-text.h"

#include <string.h>

/* BibTeX's file format, in UTF-8, with the fields of biblatex where those say more. A statement is
 * an entry that cites its source; its words are the abstract. */

/* What TeX would take for a command, and what sets it instead. Braces are not escaped with a
 * backslash, which BibTeX does not know when it counts them. */
static const char *
get_replacement (char c)
{
  switch (c)
    {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '"':
      return "\\textquotedbl{}";
    case '`':
      return "\\textasciigrave{}";
    case '%':
      return "\\%";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '$':
      return "\\$";
    default:
      return NULL;
    }
}

/* TeX's fonts draw these as one sign: two hyphens are a dash. Spaces in a row are one space. */
static gboolean
is_ligature (char before, char c)
{
  return before == c && strchr ("-<>,'", c) != NULL && c != '\0';
}

static void
put_value (LodeExportWriter *out, const char *text)
{
  char before = '\0';

  for (const char *at = text; *at != '\0'; at++)
    {
      const char *replacement = get_replacement (*at);

      if (is_ligature (before, *at))
        lode_export_writer_put (out, "{}");
      if (replacement != NULL)
        lode_export_writer_put (out, replacement);
      else if (*at == ' ' && (before == ' ' || before == '\0' || at[1] == '\0'))
        lode_export_writer_put (out, "{ }");
      else if (*at == '\n')
        lode_export_writer_put (out, "\\newline{}");
      else
        lode_export_writer_put_n (out, at, 1);
      before = *at;
    }
}

/* A NULL is left out. @is_whole: names and titles keep their capitals and their order of words. */
static void
put_field (LodeExportWriter *out, const char *name, const char *value, gboolean is_whole)
{
  if (value == NULL)
    return;

  lode_export_writer_putf (out, ",\n  %s = {%s", name, is_whole ? "{" : "");
  put_value (out, value);
  lode_export_writer_put (out, is_whole ? "}}" : "}");
}

static void
put_authors (LodeExportWriter *out, LodeSource *source)
{
  const char * const *authors = lode_source_get_authors (source);

  if (authors[0] == NULL)
    {
      put_field (out, "author", lode_source_get_credit (source), TRUE);
      return;
    }

  lode_export_writer_put (out, ",\n  author = {");
  for (guint i = 0; authors[i] != NULL; i++)
    {
      lode_export_writer_put (out, i > 0 ? " and {" : "{");
      put_value (out, authors[i]);
      lode_export_writer_put (out, "}");
    }
  lode_export_writer_put (out, "}");
}

static void
put_dates (LodeExportWriter *out, LodeSource *source)
{
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  const char *date = lode_source_get_published (source);

  lode_export_writer_putf (out, ",\n  date = {%s}", date);
  lode_export_writer_putf (out, ",\n  year = {%.4s}", date);
  if (strlen (date) >= strlen ("YYYY-MM"))
    {
      const int month = (date[5] - '0') * 10 + date[6] - '0';

      lode_export_writer_putf (out, ",\n  month = %.3s", months + 3 * (month - 1));
    }
  put_field (out, "urldate", lode_source_get_accessed (source), FALSE);
}

/* Addresses are verbatim for url.sty; only what BibTeX itself or a comment would break is quoted. */
static void
put_url (LodeExportWriter *out, const char *url)
{
  if (url == NULL)
    return;

  lode_export_writer_put (out, ",\n  url = {");
  for (const char *at = url; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '}' || *at == '\\')
        lode_export_writer_putf (out, "%%%02X", (guchar) *at);
      else
        lode_export_writer_put_n (out, at, 1);
    }
  lode_export_writer_put (out, "}");
}

static void
put_words (LodeExportWriter *out, LodeStatement *statement)
{
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);

  lode_export_writer_put (out, ",\n  abstract = {");
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (i > 0)
        lode_export_writer_put (out, "\\par{}");
      put_value (out, paragraphs[i]);
    }
  lode_export_writer_put (out, "}");
}

static void
put_entry (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  LodeDataset *part = lode_dataset_get_part (self->dataset, LODE_RECORD (statement));
  LodeSource *source = lode_statement_get_source (statement);
  const gboolean is_article = lode_source_get_kind (source) == LODE_SOURCE_KIND_ARTICLE_NEWSPAPER;
  g_autofree char *key = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (statement));
  g_autofree char *note = lode_statement_dup_citation (statement);
  g_auto (GStrv) topics = NULL;
  g_autofree char *keywords = NULL;

  topics = lode_export_dup_topic_names (statement);
  keywords = g_strjoinv (", ", topics);

  lode_export_writer_putf (out, "@%s{%s", is_article ? "article" : "misc", key);
  put_authors (out, source);
  put_field (out, "title", lode_source_get_title (source), TRUE);
  put_field (out, is_article ? "journal" : "howpublished", lode_source_get_publisher (source),
             TRUE);
  put_dates (out, source);
  put_url (out, lode_source_get_url (source));
  put_field (out, "note", note, FALSE);
  put_field (out, "eventtitle", lode_statement_get_venue (statement), TRUE);
  put_field (out, "keywords", keywords, FALSE);
  put_field (out, "language", lode_dataset_get_language (part), FALSE);
  put_field (out, "verification", lode_export_get_outcome (self, statement), FALSE);
  put_words (out, statement);
  lode_export_writer_put (out, "\n}\n\n");
}

gboolean
lode_export_write_bibtex (LodeExport *self, LodeExportWriter *out, GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      put_entry (self, out, statement);
      if (!lode_export_writer_step (out))
        break;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-date.h"
#include "lode-export-private.h"

#include <glib/gi18n-lib.h>

/* One page of HTML that needs nothing else: no script, no address that it loads. Statements are
 * articles with headings; words are <p>s of a <blockquote>, with white space kept and each in the
 * direction of its own letters. */

static const char style[] =
  ":root { color-scheme: light dark; --ink: #1e1e1e; --soft: #5a5a5f; --line: #d5d0cb;"
  " --paper: #fdfcfb; --mark: #8a5a00 }\n"
  "@media (prefers-color-scheme: dark) { :root { --ink: #f2f0ee; --soft: #b5b2ae; --line: #4a4744;"
  " --paper: #1f1d1c; --mark: #f0b95b } }\n"
  "body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink);"
  " background: var(--paper); font: 1rem/1.5 system-ui, sans-serif }\n"
  "h1 { font-size: 1.7rem; line-height: 1.2 }\n"
  "h2 { font-size: 1.1rem; margin: 0 }\n"
  "article { border-top: 1px solid var(--line); padding: 1.5rem 0 }\n"
  "blockquote { margin: .75rem 0; padding-inline-start: 1rem;"
  " border-inline-start: 3px solid var(--mark); font: 1.1rem/1.5 Georgia, serif }\n"
  "p { margin: .5rem 0 }\n"
  ".words p { white-space: pre-wrap; overflow-wrap: anywhere }\n"
  ".soft, footer, dl { color: var(--soft); font-size: .9rem }\n"
  "dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .75rem 0 }\n"
  "dd { margin: 0; overflow-wrap: anywhere }\n"
  "a { color: inherit; overflow-wrap: anywhere }\n"
  "@media print { :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --mark:"
  " #000 } body { margin: 0; max-width: none } article { break-inside: avoid } }\n";

static void
put_text (LodeExportWriter *out, const char *text)
{
  const char *plain = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      const char *reference = *at == '<' ? "&lt;" : *at == '>' ? "&gt;" : *at == '&' ? "&amp;"
                              : *at == '"' ? "&quot;" : *at == '\r' ? "&#13;" : NULL;

      if (reference == NULL)
        continue;
      lode_export_writer_put_n (out, plain, at - plain);
      lode_export_writer_put (out, reference);
      plain = at + 1;
    }
  lode_export_writer_put (out, plain);
}

/* <tag attributes>text</tag>; a NULL is left out. */
static void
put_element (LodeExportWriter *out, const char *tag, const char *attributes, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  lode_export_writer_putf (out, "<%s%s>", tag, attributes);
  put_text (out, text);
  lode_export_writer_putf (out, "</%s>\n", tag);
}

static void
put_term (LodeExportWriter *out, const char *term, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  put_element (out, "dt", "", term);
  put_element (out, "dd", " dir=\"auto\"", text);
}

static void
put_names (LodeExportWriter *out, const char *term, char **names)
{
  g_autofree char *text = g_strjoinv (", ", names);

  put_term (out, term, text);
}

static void
put_source (LodeExportWriter *out, LodeStatement *statement)
{
  LodeSource *source = lode_statement_get_source (statement);
  const char *url = lode_source_get_url (source);
  const char *published = lode_source_get_published (source);
  g_autofree char *date = lode_date_format (published);

  lode_export_writer_put (out, "<dt>");
  put_text (out, _("Source"));
  lode_export_writer_put (out, "</dt>\n<dd><cite><bdi>");
  if (url != NULL)
    {
      lode_export_writer_put (out, "<a href=\"");
      put_text (out, url);
      lode_export_writer_put (out, "\">");
    }
  put_text (out, lode_source_get_title (source));
  lode_export_writer_putf (out, "%s</bdi></cite>", url != NULL ? "</a>" : "");
  if (lode_source_get_publisher (source) != NULL)
    {
      lode_export_writer_put (out, ", ");
      put_text (out, lode_source_get_publisher (source));
    }
  if (lode_source_get_credit (source) != NULL)
    {
      lode_export_writer_put (out, " (");
      put_text (out, lode_source_get_credit (source));
      lode_export_writer_put (out, ")");
    }
  lode_export_writer_putf (out, ", <time datetime=\"%s\">", published);
  put_text (out, date);
  lode_export_writer_put (out, "</time></dd>\n");
}

static void
put_remarks (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  const LodePosition *positions;
  const LodeSic *sic;
  guint n;

  put_term (out, _("Context"), lode_statement_get_gloss (statement));
  sic = lode_statement_get_sic (statement, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf (_("“%s”, meaning %s"), sic[i].printed, sic[i].meant);

      put_term (out, _("Sic"), text);
    }
  put_term (out, _("Note"), lode_statement_get_note (statement));
  positions = lode_statement_get_positions (statement, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *why = positions[i].why;
      g_autofree char *text =
        g_strdup_printf ("%s: %s (%s%s%s)",
                         lode_proposition_get_text (positions[i].proposition),
                         lode_export_get_nick (LODE_TYPE_STANCE, positions[i].stance),
                         positions[i].coder, why != NULL ? ": " : "", why != NULL ? why : "");

      put_term (out, _("Coded"), text);
    }
}

static void
put_details (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  g_auto (GStrv) topics = NULL;
  g_auto (GStrv) places = NULL;

  lode_export_writer_put (out, "<dl>\n");
  put_source (out, statement);
  if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_QUOTE)
    {
      LodeVerification verification = lode_provenance_get_verification (self->provenance,
                                                                        statement);
      g_autofree char *proof = lode_verification_dup_title (&verification, statement);

      put_term (out, _("Proof"), proof);
    }
  if (lode_statement_get_date (statement)
      != lode_source_get_published (lode_statement_get_source (statement)))
    {
      g_autofree char *date = lode_date_format (lode_statement_get_date (statement));

      put_term (out, _("Said"), date);
    }
  put_term (out, _("At"), lode_statement_get_venue (statement));
  topics = lode_export_dup_topic_names (statement);
  put_names (out, _("Topics"), topics);
  places = lode_export_dup_place_names (statement);
  put_names (out, _("Places"), places);
  put_remarks (self, out, statement);
  lode_export_writer_put (out, "</dl>\n");
}

static void
put_speaker (LodeExportWriter *out, LodeActor *actor)
{
  LodeActor *organisation = lode_actor_get_organisation (actor);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  put_element (out, "h2", " dir=\"auto\"", lode_actor_get_name (actor));
  if (lode_actor_get_role (actor) != NULL)
    g_ptr_array_add (parts, (char *) lode_actor_get_role (actor));
  if (organisation != NULL)
    g_ptr_array_add (parts, (char *) lode_actor_get_name (organisation));
  if (lode_actor_get_group (actor) != NULL)
    g_ptr_array_add (parts, (char *) lode_actor_get_group (actor));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  put_element (out, "p", " class=\"soft\" dir=\"auto\"", text);
}

static void
put_statement (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  LodeDataset *part = lode_dataset_get_part (self->dataset, LODE_RECORD (statement));
  const LodeStatementKind kind = lode_statement_get_kind (statement);
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  const char *tag = kind == LODE_STATEMENT_KIND_QUOTE ? "blockquote" : "div";
  g_autofree char *id = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (statement));

  lode_export_writer_putf (out, "<article id=\"%s\">\n", id);
  put_speaker (out, lode_statement_get_actor (statement));
  if (kind == LODE_STATEMENT_KIND_PARAPHRASE)
    put_element (out, "p", " class=\"soft\"", _("Paraphrase, not their words"));
  else if (kind == LODE_STATEMENT_KIND_NO_REPLY)
    put_element (out, "p", " class=\"soft\"", _("Asked, no answer reported"));
  lode_export_writer_putf (out, "<%s class=\"words\" lang=\"%s\">\n", tag,
                           lode_dataset_get_language (part));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    put_element (out, "p", " dir=\"auto\"", paragraphs[i]);
  lode_export_writer_putf (out, "</%s>\n", tag);
  put_details (self, out, statement);
  lode_export_writer_put (out, "</article>\n");
}

gboolean
lode_export_write_html (LodeExport *self, LodeExportWriter *out, GError **error)
{
  const char *title = lode_dataset_get_title (self->dataset);

  lode_export_writer_putf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
                           "<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width\">\n",
                           lode_dataset_get_language (self->dataset));
  put_element (out, "title", "", title);
  lode_export_writer_putf (out, "<style>\n%s</style>\n</head>\n<body>\n<header>\n", style);
  put_element (out, "h1", " dir=\"auto\"", title);
  put_element (out, "p", " dir=\"auto\"", lode_dataset_get_description (self->dataset));
  lode_export_writer_put (out, "</header>\n<main>\n");
  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      put_statement (self, out, statement);
      if (!lode_export_writer_step (out))
        break;
    }
  lode_export_writer_put (out, "</main>\n<footer>\n");
  put_element (out, "p", " dir=\"auto\"", lode_dataset_get_licence (self->dataset));
  put_element (out, "p", " dir=\"auto\"", lode_dataset_get_maintainer (self->dataset));
  lode_export_writer_put (out, "</footer>\n</body>\n</html>\n");

  return TRUE;
}

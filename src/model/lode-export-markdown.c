/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-date.h"
#include "lode-export-private.h"
#include "lode-statement-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* CommonMark. A statement is a block quotation with who said it below; whatever in the words would
 * be a mark of Markdown has a backslash before it, and a space that would vanish is a reference. */

static gboolean
is_mark (const char *text, const char *at)
{
  const gboolean is_first = at == text;

  if (strchr ("\\`*_[]<>&~|$", *at) != NULL)
    return TRUE;
  if (is_first)
    return strchr ("#+-=:", *at) != NULL;
  /* "1." and "1)" begin a list. */
  if (*at == '.' || *at == ')')
    return strspn (text, "0123456789") == (gsize) (at - text);

  return FALSE;
}

static void
put_text (LodeExportWriter *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const gboolean is_edge = at == text || at[1] == '\0' || at[1] == '\n' || at[-1] == ' ';

      if ((*at == ' ' && is_edge) || *at == '\t')
        lode_export_writer_putf (out, "&#%d;", *at);
      else if (*at == '\n')
        lode_export_writer_put (out, " ");
      else if (is_mark (text, at))
        lode_export_writer_putf (out, "\\%c", *at);
      else
        lode_export_writer_put_n (out, at, 1);
    }
}

/* A line "**label** text"; a NULL is left out. */
static void
put_remark (LodeExportWriter *out, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  lode_export_writer_putf (out, "\n*%s* ", label);
  put_text (out, text);
  lode_export_writer_put (out, "\n");
}

static void
put_names (LodeExportWriter *out, const char *label, char **names)
{
  g_autofree char *text = g_strjoinv (", ", names);

  put_remark (out, label, text);
}

static void
put_sic (LodeExportWriter *out, LodeStatement *statement)
{
  const LodeSic *sic;
  guint n_sic;

  sic = lode_statement_get_sic (statement, &n_sic);
  for (guint i = 0; i < n_sic; i++)
    {
      g_autofree char *text = g_strdup_printf (_("“%s”, meaning %s"), sic[i].printed, sic[i].meant);

      put_remark (out, _("Sic:"), text);
    }
}

static void
put_positions (LodeExportWriter *out, LodeStatement *statement)
{
  const LodePosition *positions;
  guint n_positions;

  positions = lode_statement_get_positions (statement, &n_positions);
  for (guint i = 0; i < n_positions; i++)
    {
      const char *why = positions[i].why;
      g_autofree char *text =
        g_strdup_printf ("%s: %s (%s%s%s)",
                         lode_proposition_get_text (positions[i].proposition),
                         lode_export_get_nick (LODE_TYPE_STANCE, positions[i].stance),
                         positions[i].coder, why != NULL ? ": " : "", why != NULL ? why : "");

      /* Translators: before a proposition and what somebody says the speaker thinks of it */
      put_remark (out, _("Coded:"), text);
    }
}

static void
put_statement (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  LodeActor *actor = lode_statement_get_actor (statement);
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  g_autofree char *citation = lode_statement_dup_citation (statement);
  const gboolean is_quote = lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_QUOTE;
  const char *role = lode_actor_get_role (actor);
  LodeVerification verification;
  g_autofree char *proof = NULL;
  g_auto (GStrv) topics = NULL;
  g_auto (GStrv) places = NULL;

  lode_export_writer_put (out, "\n### ");
  put_text (out, lode_actor_get_name (actor));
  lode_export_writer_put (out, "\n\n");
  if (role != NULL)
    {
      put_text (out, role);
      lode_export_writer_put (out, "\n\n");
    }
  if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_PARAPHRASE)
    lode_export_writer_putf (out, "*%s*\n\n", _("Paraphrase, not their words"));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      lode_export_writer_put (out, i > 0 && is_quote ? ">\n" : i > 0 ? "\n" : "");
      lode_export_writer_put (out, is_quote ? "> " : "");
      put_text (out, paragraphs[i]);
      lode_export_writer_put (out, "\n");
    }
  lode_export_writer_put (out, "\n— ");
  put_text (out, citation);
  lode_export_writer_put (out, "\n");
  topics = lode_export_dup_topic_names (statement);
  put_names (out, _("Topics:"), topics);
  places = lode_export_dup_place_names (statement);
  put_names (out, _("Places:"), places);
  put_remark (out, _("At:"), lode_statement_get_venue (statement));
  put_remark (out, _("Context:"), lode_statement_get_gloss (statement));
  put_sic (out, statement);
  put_remark (out, _("Note:"), lode_statement_get_note (statement));
  put_positions (out, statement);
  verification = lode_provenance_get_verification (self->provenance, statement);
  proof = is_quote ? lode_verification_dup_title (&verification, statement) : NULL;
  put_remark (out, _("Proof:"), proof);
}

gboolean
lode_export_write_markdown (LodeExport *self, LodeExportWriter *out, GError **error)
{
  const char *description = lode_dataset_get_description (self->dataset);
  const char *licence = lode_dataset_get_licence (self->dataset);

  lode_export_writer_put (out, "# ");
  put_text (out, lode_dataset_get_title (self->dataset));
  lode_export_writer_put (out, "\n");
  if (description != NULL)
    {
      lode_export_writer_put (out, "\n");
      put_text (out, description);
      lode_export_writer_put (out, "\n");
    }

  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      put_statement (self, out, statement);
      if (!lode_export_writer_step (out))
        break;
    }

  if (licence != NULL)
    {
      lode_export_writer_put (out, "\n---\n");
      put_remark (out, _("Licence:"), licence);
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-provenance-report.h"

#include "lode-passage-finder.h"
#include "lode-word-diff.h"

#include <glib/gi18n-lib.h>

/* To look for the nearest words takes a pass over the text for each quotation. */
#define MAX_PASSAGES 200

typedef struct
{
  LodeProvenance *provenance;
  LodeProblemList *problems;
  GHashTable *finders; /* LodeSource → LodePassageFinder */
  guint n_passages;
} Report;

static void
report_source (Report *self, LodeSource *source, guint index)
{
  const LodeJsonPath sources = { .member = "sources" };
  const LodeJsonPath record = { .parent = &sources, .index = index };
  const LodeJsonPath text = { .parent = &record, .member = "text" };
  const LodeJsonPath sha256 = { .parent = &record, .member = "sha256" };
  const LodeTextState state = lode_provenance_get_text_state (self->provenance, source);
  const LodeJsonPath *path = lode_source_get_text (source) != NULL ? &text : &record;

  if (state == LODE_TEXT_STATE_UNREADABLE &&
      lode_provenance_is_text_chosen (self->provenance, source))
    lode_problem_list_error (self->problems, &record, NULL,
                             _("The text given for this source cannot be read: %s"),
                             lode_provenance_get_text_error (self->provenance, source));
  else if (state == LODE_TEXT_STATE_UNREADABLE)
    lode_problem_list_warning (self->problems, path,
                               g_strdup (_("Put the text there, or leave “text” out")),
                               _("The text of this source cannot be read: %s"),
                               lode_provenance_get_text_error (self->provenance, source));
  else if (state == LODE_TEXT_STATE_OTHER)
    lode_problem_list_error (self->problems, &sha256,
                             g_strdup_printf (_("The hash of the text at hand is %s"),
                                              lode_source_text_get_sha256 (
                                                lode_provenance_get_text (self->provenance,
                                                                          source))),
                             _("The text at hand is not the one that is meant: its hash differs"));
}

/* The first words that differ: "MineraIs" in the quotation, "Minerals" in the text. */
static char *
dup_difference (const char *quotation, const char *passage)
{
  g_autoptr (GArray) runs = lode_word_diff (quotation, passage);
  const LodeWordRun *gone = NULL;
  const LodeWordRun *come = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const LodeWordRun *run = &g_array_index (runs, LodeWordRun, i);

      if (run->kind == LODE_WORD_RUN_FIRST_ONLY && gone == NULL)
        gone = run;
      else if (run->kind == LODE_WORD_RUN_SECOND_ONLY && come == NULL)
        come = run;
      else if (run->kind == LODE_WORD_RUN_SAME && (gone != NULL || come != NULL))
        break;
    }

  if (gone != NULL)
    {
      g_autofree char *words = g_strndup (quotation + gone->first.start,
                                          gone->first.end - gone->first.start);

      wanted = lode_problem_list_dup_excerpt (words);
    }
  if (come != NULL)
    {
      g_autofree char *words = g_strndup (passage + come->second.start,
                                          come->second.end - come->second.start);

      found = lode_problem_list_dup_excerpt (words);
    }

  if (wanted != NULL && found != NULL)
    /* Translators: words of the text, then words of the quotation */
    return g_strdup_printf (_("The nearest words of the text have “%s” instead of “%s”"),
                            found, wanted);
  if (wanted != NULL)
    return g_strdup_printf (_("The nearest words of the text are without “%s”"), wanted);
  if (found != NULL)
    return g_strdup_printf (_("The nearest words of the text have “%s” as well"), found);

  return g_strdup (_("The text has the same words, but with other white space"));
}

static char *
dup_nearest (Report *self, LodeStatement *statement)
{
  LodeSource *source = lode_statement_get_source (statement);
  LodeSourceText *text = lode_provenance_get_text (self->provenance, source);
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  LodePassageFinder *finder = g_hash_table_lookup (self->finders, source);
  g_autofree char *quotation = NULL;
  g_autofree char *passage = NULL;
  gsize start, end;

  if (self->n_passages++ >= MAX_PASSAGES)
    return NULL;

  if (finder == NULL)
    {
      finder = lode_passage_finder_new (text);
      g_hash_table_insert (self->finders, source, finder);
    }

  if (!lode_passage_finder_find (finder, paragraphs, &start, &end))
    return g_strdup (_("Nothing in the text comes near to it"));

  quotation = g_strjoinv ("\n\n", (char **) paragraphs);
  passage = lode_source_text_dup_part (text, start, end);

  return dup_difference (quotation, passage);
}

static void
report_not_found (Report                 *self,
                  LodeStatement          *statement,
                  const LodeVerification *verification,
                  const LodeJsonPath     *record)
{
  const LodeJsonPath path = { .parent = record, .member = "text" };

  if (verification->n_found == 0)
    lode_problem_list_error (self->problems, &path, dup_nearest (self, statement),
                             _("The quotation is not found in the text of “%s”"),
                             lode_record_get_id (LODE_RECORD (lode_statement_get_source (
                               statement))));
  else
    lode_problem_list_error (self->problems, &path,
                             g_strdup (_("Say by “prefix” and “suffix” what stands before and "
                                         "after it")),
                             g_dngettext (GETTEXT_PACKAGE,
                                          "The words occur in %u place of the text",
                                          "The words occur in %u places of the text",
                                          verification->n_found),
                             verification->n_found);
}

/* What was recorded beside the words is compared as well, once they are found. */
static void
report_details (Report                 *self,
                LodeStatement          *statement,
                const LodeVerification *verification,
                const LodeJsonPath     *record)
{
  const LodeJsonPath span = { .parent = record, .member = "span" };
  const LodeJsonPath context = {
    .parent = record,
    .member = lode_statement_get_prefix (statement) != NULL ? "prefix" : "suffix",
  };
  guint64 start, end;

  if (verification->misses_context)
    lode_problem_list_warning (self->problems, &context,
                               g_strdup (_("Copy what stands beside the words in the text")),
                               _("The words do not stand between this prefix and suffix"));

  if (lode_statement_get_span (statement, &start, &end) &&
      (start != verification->start || end != verification->end))
    lode_problem_list_warning (self->problems, &span,
                               g_strdup (_("“lode check --record” writes it")),
                               _("The words are at [%zu, %zu]"),
                               verification->start, verification->end);
}

static void
report_statement (Report *self, LodeStatement *statement, guint index)
{
  const LodeJsonPath statements = { .member = "statements" };
  const LodeJsonPath record = { .parent = &statements, .index = index };
  const LodeJsonPath text = { .parent = &record, .member = "text" };
  const LodeVerification verification = lode_provenance_get_verification (self->provenance,
                                                                          statement);

  switch (verification.outcome)
    {
    case LODE_OUTCOME_VERIFIED:
      report_details (self, statement, &verification, &record);
      break;
    case LODE_OUTCOME_TYPOGRAPHY_DIFFERS:
      lode_problem_list_warning (self->problems, &text,
                                 g_strdup (_("Copy the words from the text, as they are there")),
                                 _("The quotation marks, dashes or spaces are not those of the "
                                   "text"));
      report_details (self, statement, &verification, &record);
      break;
    case LODE_OUTCOME_NOT_FOUND:
      report_not_found (self, statement, &verification, &record);
      break;
    case LODE_OUTCOME_RECORDED:
    case LODE_OUTCOME_NOT_CHECKED:
    default:
      break;
    }
}

/**
 * lode_provenance_report:
 * @provenance: the results of a check
 * @problems: (inout): where to report what an editor should look at
 *
 * Reports quotations that are not found, or stand in several places, and texts of another hash, as
 * errors; other typography, texts that cannot be read, and wrong spans, prefixes and suffixes as
 * warnings. That a quotation was not checked is no problem. Blocks.
 */
void
lode_provenance_report (LodeProvenance *provenance, LodeProblemList *problems)
{
  Report self = { .provenance = provenance, .problems = problems };
  LodeDataset *dataset = lode_provenance_get_dataset (provenance);
  GListModel *sources = lode_dataset_get_sources (dataset);
  GListModel *statements = lode_dataset_get_statements (dataset);

  self.finders = g_hash_table_new_full (NULL, NULL, NULL,
                                        (GDestroyNotify) lode_passage_finder_free);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LodeSource) source = g_list_model_get_item (sources, i);

      report_source (&self, source, i);
    }
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      report_statement (&self, statement, i);
    }
  g_hash_table_unref (self.finders);
}

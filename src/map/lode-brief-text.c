/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-brief-text.h"

#include "lode-date.h"
#include "lode-statement-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LodeBriefStyle title_style = { .bold = TRUE, .size = 22, .spacing = 1 };
static const LodeBriefStyle subtitle_style = { .size = 10.5, .spacing = 1.05, .before = 4,
                                               .grey = 0.25 };
static const LodeBriefStyle heading_style = { .bold = TRUE, .size = 14, .spacing = 1,
                                              .before = 28, .keep = TRUE };
static const LodeBriefStyle heading_note_style = { .size = 10, .spacing = 1.1, .before = 3,
                                                   .grey = 0.25, .keep = TRUE };
static const LodeBriefStyle speaker_style = { .bold = TRUE, .size = 10.5, .spacing = 1,
                                              .before = 20, .keep = TRUE };
static const LodeBriefStyle role_style = { .size = 9, .spacing = 1, .grey = 0.3, .keep = TRUE };
static const LodeBriefStyle kind_style = { .bold = TRUE, .size = 8.5, .spacing = 1, .before = 5,
                                           .grey = 0.3, .indent = 14,
                                           .bar = LODE_BRIEF_BAR_DOTTED, .keep = TRUE };
static const LodeBriefStyle remark_style = { .size = 9, .spacing = 1.1, .before = 4, .grey = 0.2,
                                             .indent = 14 };
static const LodeBriefStyle proof_style = { .size = 8.5, .spacing = 1.05, .before = 5, .grey = 0.3,
                                            .indent = 14 };
static const LodeBriefStyle source_style = { .size = 9.5, .spacing = 1.1, .before = 8,
                                             .indent = 22 };
static const LodeBriefStyle link_style = { .size = 9.5, .spacing = 1.1, .indent = 22,
                                           .grey = 0.25 };
static const LodeBriefStyle imprint_style = { .size = 9.5, .spacing = 1.1, .before = 4 };

static const LodeBriefStyle words_styles[] = {
  [LODE_STATEMENT_KIND_QUOTE] = { .serif = TRUE, .size = 11, .spacing = 1.18, .before = 6,
                                  .indent = 14, .bar = LODE_BRIEF_BAR_SOLID },
  [LODE_STATEMENT_KIND_PARAPHRASE] = { .size = 10.5, .spacing = 1.12, .before = 3, .indent = 14,
                                       .bar = LODE_BRIEF_BAR_DOTTED },
  [LODE_STATEMENT_KIND_NO_REPLY] = { .italic = TRUE, .size = 10.5, .spacing = 1.12, .before = 3,
                                     .grey = 0.25, .indent = 14, .bar = LODE_BRIEF_BAR_DOTTED },
};

/* Nothing, where there is no text. */
static void
add (LodeBriefBlock *block, const LodeBriefStyle *style, const char *text)
{
  if (text != NULL && *text != '\0')
    lode_brief_block_add_text (block, style, text, NULL, NULL);
}

/* "Topics: Gold, Antimony"; nothing if there is none. */
static void
append_names (GString *line, const char *title, GPtrArray *names)
{
  g_autofree char *list = NULL;

  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " · " : "", title, list);
}

/* What was looked for, and where. */
static char *
dup_shown (LodeExport *export)
{
  LodePlace *place = lode_export_get_place (export);
  LodeQuery *query = lode_export_get_query (export);
  g_autoptr (GString) text = g_string_new (NULL);

  if (place != NULL)
    g_string_append_printf (text, _("Place: %s"), lode_place_get_name (place));
  if (query != NULL && !lode_query_is_empty (query))
    {
      g_autofree char *words = lode_query_dup_in_words (query, lode_export_get_dataset (export));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }

  /* Translators: what the statements of a printed brief were searched for, such as "Topic: Gold" */
  return text->len > 0 ? g_strdup_printf (_("Shown: %s"), text->str) : NULL;
}

void
lode_brief_add_title (LodeBriefBlock *block, LodeExport *export, guint n_statements)
{
  LodeDataset *dataset = lode_export_get_dataset (export);
  const guint n_all = g_list_model_get_n_items (lode_dataset_get_statements (dataset));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");
  g_autofree char *date = lode_date_format (day);
  g_autofree char *count
    = n_statements < n_all
        ? g_strdup_printf (ngettext ("%'u of %'u statement", "%'u of %'u statements", n_all),
                           n_statements, n_all)
        : g_strdup_printf (ngettext ("%'u statement", "%'u statements", n_all), n_all);
  /* Translators: the first %s is a number of statements, the second today's date */
  g_autofree char *line = g_strdup_printf (_("%s, as of %s"), count, date);
  g_autofree char *shown = dup_shown (export);

  add (block, &title_style, lode_dataset_get_title (dataset));
  add (block, &subtitle_style, line);
  add (block, &subtitle_style, shown);
}

void
lode_brief_add_heading (LodeBriefBlock *block, const char *title, const char *note)
{
  add (block, &heading_style, title);
  add (block, &heading_note_style, note);
  lode_brief_block_set_heading (block, title);
}

/* The marks of the language are no part of the words, and stand with them. */
static void
add_words (LodeBriefBlock *block, LodeStatement *statement, const char *language)
{
  const LodeBriefStyle *style = &words_styles[lode_statement_get_kind (statement)];
  g_autofree char *quoted = lode_statement_dup_quoted (statement, language);
  g_auto (GStrv) paragraphs = g_strsplit (quoted, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    lode_brief_block_add_text (block, style, paragraphs[i], language, NULL);
}

static void
add_remarks (LodeBriefBlock *block, LodeStatement *statement)
{
  g_auto (GStrv) remarks = lode_statement_dup_remarks (statement);

  for (guint i = 0; remarks[i] != NULL; i++)
    add (block, &remark_style, remarks[i]);
}

/* "Topics: Gold · Places: Otago" */
static void
add_subjects (LodeBriefBlock *block, LodeStatement *statement)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) place_names = g_ptr_array_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  LodeTopic *const *topics;
  LodePlace *const *places;
  guint n;

  topics = lode_statement_get_topics (statement, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (char *) lode_topic_get_name (topics[i]));
  append_names (line, _("Topics"), names);
  places = lode_statement_get_places (statement, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (place_names, (char *) lode_place_get_name (places[i]));
  append_names (line, _("Places"), place_names);
  add (block, &proof_style, line->str);
}

static const char *
get_outlet (LodeSource *source)
{
  const char *publisher = lode_source_get_publisher (source);

  return publisher != NULL ? publisher : lode_source_get_title (source);
}

/* "2 February 2026, Parliament · [1] Otago Daily Times · Verified word for word" */
static void
add_proof (LodeBriefBlock *block, LodeExport *export, LodeStatement *statement, guint number)
{
  LodeSource *source = lode_statement_get_source (statement);
  const char *venue = lode_statement_get_venue (statement);
  g_autofree char *date = lode_date_format (lode_statement_get_date (statement));
  g_autoptr (GString) line = g_string_new (date);

  if (venue != NULL)
    g_string_append_printf (line, ", %s", venue);
  g_string_append_printf (line, " · [%u] %s", number, get_outlet (source));
  if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_QUOTE)
    {
      LodeVerification verification
        = lode_provenance_get_verification (lode_export_get_provenance (export), statement);
      g_autofree char *outcome = lode_verification_dup_title (&verification, statement);

      g_string_append_printf (line, " · %s", outcome);
    }
  lode_brief_block_add_text (block, &proof_style, line->str, NULL, lode_source_get_url (source));
}

void
lode_brief_add_statement (LodeBriefBlock *block, LodeExport *export, LodeStatement *statement,
                          guint number)
{
  LodeActor *actor = lode_statement_get_actor (statement);
  LodeDataset *part = lode_dataset_get_part (lode_export_get_dataset (export),
                                             LODE_RECORD (statement));
  g_autofree char *role = lode_actor_dup_role (actor);

  add (block, &speaker_style, lode_actor_get_name (actor));
  add (block, &role_style, role);
  if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_PARAPHRASE)
    add (block, &kind_style, _("Paraphrase, not their words"));
  else if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_NO_REPLY)
    add (block, &kind_style, _("Asked, no answer reported"));
  add_words (block, statement, lode_dataset_get_language (part));
  add_remarks (block, statement);
  add_proof (block, export, statement, number);
  add_subjects (block, statement);
}

void
lode_brief_add_source (LodeBriefBlock *block, LodeSource *source, guint number)
{
  const char *const *authors = lode_source_get_authors (source);
  const char *publisher = lode_source_get_publisher (source);
  const char *credit = lode_source_get_credit (source);
  const char *url = lode_source_get_url (source);
  g_autofree char *date = lode_date_format (lode_source_get_published (source));
  g_autofree char *names = g_strjoinv (", ", (char **) authors);
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "[%u] ", number);
  if (*names != '\0')
    g_string_append_printf (line, "%s: ", names);
  g_string_append_printf (line, "“%s”", lode_source_get_title (source));
  if (publisher != NULL)
    g_string_append_printf (line, ", %s", publisher);
  if (credit != NULL && g_strcmp0 (credit, publisher) != 0)
    g_string_append_printf (line, " (%s)", credit);
  g_string_append_printf (line, ", %s", date);
  add (block, &source_style, line->str);
  if (url != NULL)
    lode_brief_block_add_text (block, &link_style, url, NULL, url);
  add (block, &link_style, lode_source_get_rights (source));
}

void
lode_brief_add_imprint (LodeBriefBlock *block, LodeDataset *dataset)
{
  const char *licence = lode_dataset_get_licence (dataset);
  LodeBriefStyle strong = imprint_style;

  strong.bold = TRUE;
  add (block, &strong, lode_dataset_get_title (dataset));
  add (block, &imprint_style, lode_dataset_get_description (dataset));
  if (licence != NULL)
    {
      /* Translators: %s is the licence of a dataset */
      g_autofree char *text = g_strdup_printf (_("Licence: %s"), licence);

      add (block, &imprint_style, text);
    }
  add (block, &imprint_style, lode_dataset_get_maintainer (dataset));
}

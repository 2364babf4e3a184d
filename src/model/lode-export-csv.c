/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-private.h"

#include <string.h>

/* RFC 4180, in UTF-8, with the columns that discourse-network tools import. A row is a statement and
 * a concept: each proposition that somebody coded it for, with the stance, or where nobody did, each
 * of its topics.
 *
 * A spreadsheet takes a cell that begins with =, +, -, @, a tab or a return for a formula, which can
 * do harm (OWASP: CSV injection). Such a cell gets an apostrophe before it, and the last column names
 * the columns of the row in which there is one: take that away, and the cell is as it was. */

static const char * const columns[] = {
  "statement", "document", "title", "publisher", "url", "date", "person", "organization", "role",
  "group", "kind", "concept", "agreement", "stance", "coder", "why", "topics", "places", "start",
  "end", "verification", "venue", "sic", "gloss", "note", "text", "guarded",
};

/* Must be in the order of columns[]. */
typedef enum
{
  COLUMN_STATEMENT,
  COLUMN_DOCUMENT,
  COLUMN_TITLE,
  COLUMN_PUBLISHER,
  COLUMN_URL,
  COLUMN_DATE,
  COLUMN_PERSON,
  COLUMN_ORGANIZATION,
  COLUMN_ROLE,
  COLUMN_GROUP,
  COLUMN_KIND,
  COLUMN_CONCEPT,
  COLUMN_AGREEMENT,
  COLUMN_STANCE,
  COLUMN_CODER,
  COLUMN_WHY,
  COLUMN_TOPICS,
  COLUMN_PLACES,
  COLUMN_START,
  COLUMN_END,
  COLUMN_VERIFICATION,
  COLUMN_VENUE,
  COLUMN_SIC,
  COLUMN_GLOSS,
  COLUMN_NOTE,
  COLUMN_TEXT,
  COLUMN_GUARDED,
  N_COLUMNS
} Column;

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

typedef char *Row[N_COLUMNS];

static void
put_cell (LodeExportWriter *out, const char *text, gboolean is_guarded)
{
  const char *at = text;

  if (!is_guarded && strpbrk (text, ",\"\r\n") == NULL)
    {
      lode_export_writer_put (out, text);
      return;
    }

  lode_export_writer_put (out, is_guarded ? "\"'" : "\"");
  for (const char *mark = strchr (at, '"'); mark != NULL; mark = strchr (at, '"'))
    {
      lode_export_writer_put_n (out, at, mark + 1 - at);
      lode_export_writer_put (out, "\"");
      at = mark + 1;
    }
  lode_export_writer_put (out, at);
  lode_export_writer_put (out, "\"");
}

static void
put_row (LodeExportWriter *out, Row row)
{
  g_autoptr (GString) guarded = g_string_new (NULL);

  for (guint i = 0; i < COLUMN_GUARDED; i++)
    {
      const char *text = row[i] != NULL ? row[i] : "";
      const gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

      put_cell (out, text, is_formula);
      lode_export_writer_put (out, ",");
      if (is_formula)
        g_string_append_printf (guarded, "%s%s", guarded->len > 0 ? " " : "", columns[i]);
    }
  put_cell (out, guarded->str, FALSE);
  lode_export_writer_put (out, "\r\n");
}

/* Ids with a space between, as names may have any sign in them. */
static char *
dup_ids (gpointer records, guint n_records)
{
  LodeRecord **record = records;
  g_autofree const char **ids = g_new0 (const char *, n_records + 1);

  for (guint i = 0; i < n_records; i++)
    ids[i] = lode_record_get_id (record[i]);

  return g_strjoinv (" ", (char **) ids);
}

static char *
dup_sic (LodeStatement *statement)
{
  GString *text = g_string_new (NULL);
  const LodeSic *sic;
  guint n_sic;

  sic = lode_statement_get_sic (statement, &n_sic);
  for (guint i = 0; i < n_sic; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      g_string_append_printf (text, "%s → %s", sic[i].printed, sic[i].meant);
    }

  return g_string_free (text, FALSE);
}

static void
fill_speaker (Row row, LodeActor *actor)
{
  LodeActor *organisation = lode_actor_get_organisation (actor);

  if (lode_actor_get_kind (actor) == LODE_ACTOR_KIND_ORGANISATION)
    {
      row[COLUMN_ORGANIZATION] = g_strdup (lode_actor_get_name (actor));
    }
  else
    {
      row[COLUMN_PERSON] = g_strdup (lode_actor_get_name (actor));
      if (organisation != NULL)
        row[COLUMN_ORGANIZATION] = g_strdup (lode_actor_get_name (organisation));
    }
  row[COLUMN_ROLE] = g_strdup (lode_actor_get_role (actor));
  row[COLUMN_GROUP] = g_strdup (lode_actor_get_group (actor));
}

static void
fill_row (LodeExport *self, Row row, LodeStatement *statement)
{
  LodeSource *source = lode_statement_get_source (statement);
  guint64 start, end;
  gpointer records;
  guint n;

  row[COLUMN_STATEMENT] = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (statement));
  row[COLUMN_DOCUMENT] = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (source));
  row[COLUMN_TITLE] = g_strdup (lode_source_get_title (source));
  row[COLUMN_PUBLISHER] = g_strdup (lode_source_get_publisher (source));
  row[COLUMN_URL] = g_strdup (lode_source_get_url (source));
  row[COLUMN_DATE] = g_strdup (lode_statement_get_date (statement));
  fill_speaker (row, lode_statement_get_actor (statement));
  row[COLUMN_KIND] = g_strdup (lode_export_get_nick (LODE_TYPE_STATEMENT_KIND,
                                                     lode_statement_get_kind (statement)));
  records = (gpointer) lode_statement_get_topics (statement, &n);
  row[COLUMN_TOPICS] = dup_ids (records, n);
  records = (gpointer) lode_statement_get_places (statement, &n);
  row[COLUMN_PLACES] = dup_ids (records, n);
  if (lode_statement_get_span (statement, &start, &end))
    {
      row[COLUMN_START] = g_strdup_printf ("%" G_GUINT64_FORMAT, start);
      row[COLUMN_END] = g_strdup_printf ("%" G_GUINT64_FORMAT, end);
    }
  row[COLUMN_VERIFICATION] = g_strdup (lode_export_get_outcome (self, statement));
  row[COLUMN_VENUE] = g_strdup (lode_statement_get_venue (statement));
  row[COLUMN_SIC] = dup_sic (statement);
  row[COLUMN_GLOSS] = g_strdup (lode_statement_get_gloss (statement));
  row[COLUMN_NOTE] = g_strdup (lode_statement_get_note (statement));
  row[COLUMN_TEXT] = lode_export_dup_words (statement);
}

/* 1 and 0 as Discourse Network Analyzer has them; neither where the stance is neither. */
static const char *
get_agreement (LodeStance stance)
{
  switch (stance)
    {
    case LODE_STANCE_SUPPORTS:
      return "1";
    case LODE_STANCE_OPPOSES:
      return "0";
    case LODE_STANCE_CONDITIONAL:
    case LODE_STANCE_UNCLEAR:
    default:
      return "";
    }
}

static void
set_cell (Row row, Column column, const char *text)
{
  g_free (row[column]);
  row[column] = g_strdup (text);
}

static void
put_statement (LodeExport *self, LodeExportWriter *out, LodeStatement *statement)
{
  const LodePosition *positions;
  LodeTopic * const *topics;
  guint n_positions, n_topics;
  Row row = { NULL };

  fill_row (self, row, statement);
  positions = lode_statement_get_positions (statement, &n_positions);
  for (guint i = 0; i < n_positions; i++)
    {
      set_cell (row, COLUMN_CONCEPT, lode_proposition_get_text (positions[i].proposition));
      set_cell (row, COLUMN_AGREEMENT, get_agreement (positions[i].stance));
      set_cell (row, COLUMN_STANCE, lode_export_get_nick (LODE_TYPE_STANCE, positions[i].stance));
      set_cell (row, COLUMN_CODER, positions[i].coder);
      set_cell (row, COLUMN_WHY, positions[i].why);
      put_row (out, row);
    }

  topics = lode_statement_get_topics (statement, &n_topics);
  for (guint i = 0; n_positions == 0 && i < n_topics; i++)
    {
      set_cell (row, COLUMN_CONCEPT, lode_topic_get_name (topics[i]));
      put_row (out, row);
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row[i]);
}

gboolean
lode_export_write_csv (LodeExport *self, LodeExportWriter *out, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    lode_export_writer_putf (out, "%s%s", columns[i], i + 1 < N_COLUMNS ? "," : "\r\n");

  for (guint i = 0; i < g_list_model_get_n_items (self->statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (self->statements, i);

      put_statement (self, out, statement);
      if (!lode_export_writer_step (out))
        break;
    }

  return TRUE;
}

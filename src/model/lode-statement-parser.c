/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-private.h"
#include "lode-record-parser.h"
#include "lode-statement-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_quotation_mark (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0xAB:   /* « */
    case 0xBB:   /* » */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
    case 0x300C: /* 「 */
    case 0x300D: /* 」 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* The marks around a quotation are drawn by whoever shows it; inside they would be words. */
static void
check_outer_marks (LodeStatement *statement, LodeMemberReader *reader)
{
  LodeJsonPath path = lode_member_reader_get_path (reader, "text");
  const guint n_paragraphs = g_strv_length (statement->paragraphs);
  const char *first;
  const char *last;

  if (statement->kind != LODE_STATEMENT_KIND_QUOTE || n_paragraphs == 0)
    return;

  first = statement->paragraphs[0];
  last = statement->paragraphs[n_paragraphs - 1];
  last += strlen (last);
  if (is_quotation_mark (g_utf8_get_char (first)) &&
      is_quotation_mark (g_utf8_get_char (g_utf8_prev_char (last))))
    lode_problem_list_warning (reader->problems, &path,
                               g_strdup (_("Leave the outer marks out: they are added where the "
                                           "quotation is shown")),
                               _("This quotation stands in quotation marks of its own"));
}

static gboolean
occurs_in_text (LodeStatement *statement, const char *words)
{
  for (guint i = 0; statement->paragraphs[i] != NULL; i++)
    {
      if (strstr (statement->paragraphs[i], words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
read_one_sic (LodeStatement *statement, LodeSic *sic, LodeMemberReader *reader)
{
  LodeJsonPath path = lode_member_reader_get_path (reader, "printed");

  sic->printed = g_strdup (lode_member_reader_get_text (reader, "printed", LODE_TEXT_LINE,
                                                        LODE_MEMBER_REQUIRED));
  sic->meant = g_strdup (lode_member_reader_get_text (reader, "meant", LODE_TEXT_LINE,
                                                      LODE_MEMBER_REQUIRED));
  lode_member_reader_end (reader);

  if (sic->printed != NULL && !occurs_in_text (statement, sic->printed))
    {
      g_autofree char *excerpt = lode_problem_list_dup_excerpt (sic->printed);

      lode_problem_list_warning (reader->problems, &path,
                                 g_strdup (_("Write it exactly as it is printed in the text")),
                                 _("“%s” does not occur in the text of the statement"), excerpt);
    }
}

static void
read_one_position (LodePosition          *position,
                   LodeReferenceResolver *resolver,
                   LodeMemberReader      *reader)
{
  position->proposition = lode_reference_resolver_dup_member (resolver, reader, "proposition",
                                                              LODE_ARRAY_PROPOSITIONS,
                                                              LODE_MEMBER_REQUIRED);
  position->stance = lode_member_reader_get_word (reader, "stance", LODE_TYPE_STANCE,
                                                  LODE_MEMBER_REQUIRED);
  position->coder = g_strdup (lode_member_reader_get_text (reader, "coder", LODE_TEXT_LINE,
                                                           LODE_MEMBER_REQUIRED));
  position->why = g_strdup (lode_member_reader_get_text (reader, "why", LODE_TEXT_FREE,
                                                         LODE_MEMBER_OPTIONAL));
  lode_member_reader_end (reader);
}

/* Begins to read the element of @array that @path leads to; FALSE: it is no object, which has been
 * reported. */
static gboolean
begin_element (LodeMemberReader   *reader,
               LodeProblemList    *problems,
               JsonArray          *array,
               const LodeJsonPath *path)
{
  JsonNode *node = json_array_get_element (array, path->index);
  JsonObject *object = lode_json_node_check_object (node, path, problems);

  if (object == NULL)
    return FALSE;

  lode_member_reader_begin (reader, problems, object, path);
  return TRUE;
}

static void
read_sic (LodeStatement *statement, LodeMemberReader *reader)
{
  JsonArray *array = lode_member_reader_get_array (reader, "sic", LODE_MEMBER_OPTIONAL);
  LodeJsonPath path = lode_member_reader_get_path (reader, "sic");

  if (array == NULL)
    return;

  statement->n_sic = json_array_get_length (array);
  statement->sic = g_new0 (LodeSic, statement->n_sic);
  for (guint i = 0; i < statement->n_sic; i++)
    {
      LodeJsonPath element = { .parent = &path, .index = i };
      LodeMemberReader element_reader;

      if (begin_element (&element_reader, reader->problems, array, &element))
        read_one_sic (statement, &statement->sic[i], &element_reader);
    }
}

static void
read_positions (LodeStatement         *statement,
                LodeReferenceResolver *resolver,
                LodeMemberReader      *reader)
{
  JsonArray *array = lode_member_reader_get_array (reader, "positions", LODE_MEMBER_OPTIONAL);
  LodeJsonPath path = lode_member_reader_get_path (reader, "positions");

  if (array == NULL)
    return;

  statement->n_positions = json_array_get_length (array);
  statement->positions = g_new0 (LodePosition, statement->n_positions);
  for (guint i = 0; i < statement->n_positions; i++)
    {
      LodeJsonPath element = { .parent = &path, .index = i };
      LodeMemberReader element_reader;

      if (begin_element (&element_reader, reader->problems, array, &element))
        read_one_position (&statement->positions[i], resolver, &element_reader);
    }
}

static void
read_span (LodeStatement *statement, LodeMemberReader *reader)
{
  JsonArray *array = lode_member_reader_get_array (reader, "span", LODE_MEMBER_OPTIONAL);
  LodeJsonPath path = lode_member_reader_get_path (reader, "span");
  gint64 numbers[2] = { 0, 0 };
  gboolean is_good;

  if (array == NULL)
    return;

  is_good = json_array_get_length (array) == 2;
  for (guint i = 0; is_good && i < 2; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      is_good = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
      if (is_good)
        numbers[i] = json_node_get_int (node);
    }

  if (!is_good || numbers[0] < 0 || numbers[0] >= numbers[1])
    {
      lode_problem_list_error (reader->problems, &path,
                               g_strdup (_("Write [start, end] in code points of the source's "
                                           "text, whole numbers, the start before the end")),
                               _("This is not a span"));
      return;
    }

  statement->span_start = numbers[0];
  statement->span_end = numbers[1];
}

static char *
dup_optional (LodeMemberReader *reader, const char *name, LodeTextFormat format)
{
  return g_strdup (lode_member_reader_get_text (reader, name, format, LODE_MEMBER_OPTIONAL));
}

LodeRecord *
lode_record_parser_read_statement (LodeReferenceResolver *resolver, LodeMemberReader *reader)
{
  LodeStatement *statement = g_object_new (LODE_TYPE_STATEMENT, NULL);

  statement->actor = lode_reference_resolver_dup_member (resolver, reader, "actor",
                                                         LODE_ARRAY_ACTORS, LODE_MEMBER_REQUIRED);
  statement->kind = lode_member_reader_get_word (reader, "kind", LODE_TYPE_STATEMENT_KIND,
                                                 LODE_MEMBER_REQUIRED);
  statement->paragraphs = lode_member_reader_dup_lines (reader, "text", LODE_MEMBER_REQUIRED);
  statement->source = lode_reference_resolver_dup_member (resolver, reader, "source",
                                                          LODE_ARRAY_SOURCES,
                                                          LODE_MEMBER_REQUIRED);
  statement->topics = (LodeTopic **) lode_reference_resolver_dup_members (resolver, reader,
                                                                          "topics",
                                                                          LODE_ARRAY_TOPICS,
                                                                          LODE_MEMBER_REQUIRED,
                                                                          &statement->n_topics);
  statement->places = (LodePlace **) lode_reference_resolver_dup_members (resolver, reader,
                                                                          "places",
                                                                          LODE_ARRAY_PLACES,
                                                                          LODE_MEMBER_OPTIONAL,
                                                                          &statement->n_places);
  for (guint i = 0; i < statement->n_places; i++)
    statement->places[i]->n_statements++;
  statement->date = dup_optional (reader, "date", LODE_TEXT_DATE);
  statement->venue = dup_optional (reader, "venue", LODE_TEXT_LINE);
  statement->prefix = dup_optional (reader, "prefix", LODE_TEXT_FREE);
  statement->suffix = dup_optional (reader, "suffix", LODE_TEXT_FREE);
  read_span (statement, reader);
  read_sic (statement, reader);
  statement->gloss = dup_optional (reader, "gloss", LODE_TEXT_FREE);
  statement->note = dup_optional (reader, "note", LODE_TEXT_FREE);
  read_positions (statement, resolver, reader);
  check_outer_marks (statement, reader);

  return LODE_RECORD (statement);
}

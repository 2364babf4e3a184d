/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-statement-text.h"

#include "lode-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *language;
  const char *open;
  const char *close;
} QuotationMarks;

/* Outer marks by CLDR; French sets a no-break space between them and the words. The first entry
 * that begins a language's tag counts. */
static const QuotationMarks quotation_marks[] = {
  { "de-CH", "«", "»" },
  { "de", "„", "“" },
  { "fr-CH", "«", "»" },
  { "fr", "«\302\240", "\302\240»" },
  { "it-CH", "«", "»" },
  { "es", "«", "»" },
  { "ru", "«", "»" },
  { "uk", "«", "»" },
  { "pl", "„", "”" },
  { "cs", "„", "“" },
  { "ja", "「", "」" },
};

static const QuotationMarks default_marks = { NULL, "“", "”" };

/* Whether @language is @tag, or one of its varieties: "de-AT" is a "de". */
static gboolean
is_language (const char *language, const char *tag)
{
  const gsize length = strlen (tag);

  return language != NULL && g_ascii_strncasecmp (language, tag, length) == 0 &&
         (language[length] == '\0' || language[length] == '-');
}

static const QuotationMarks *
find_marks (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotation_marks); i++)
    {
      if (is_language (language, quotation_marks[i].language))
        return &quotation_marks[i];
    }

  return &default_marks;
}

/* "Otago Daily Times (RNZ)"; NULL: neither is known. */
static char *
dup_publisher (LodeSource *source)
{
  const char *publisher = lode_source_get_publisher (source);
  const char *credit = lode_source_get_credit (source);

  if (publisher == NULL || credit == NULL || g_str_equal (publisher, credit))
    return g_strdup (publisher != NULL ? publisher : credit);

  /* Translators: who published something, and who really reported it. */
  return g_strdup_printf (C_("citation", "%s (%s)"), publisher, credit);
}

/* "Josie Vidal", or if it was said on a day of its own "Josie Vidal, 30 January 2026". */
static char *
dup_speaker (LodeStatement *statement)
{
  const char *name = lode_actor_get_name (lode_statement_get_actor (statement));
  const char *date = lode_statement_get_date (statement);
  g_autofree char *text = NULL;

  if (g_str_equal (date, lode_source_get_published (lode_statement_get_source (statement))))
    return g_strdup (name);

  text = lode_date_format (date);

  return g_strconcat (name, ", ", text, NULL);
}

/**
 * lode_statement_dup_quoted:
 * @statement: a statement
 * @language: (nullable): the language of the dataset, by BCP 47
 *
 * Writes the statement as it is printed: its paragraphs with blank lines between. A quotation
 * stands in the typographic marks of its language, which are no part of the stored words; as the
 * press does, each of its paragraphs opens with one, and only the last closes. A paraphrase, and
 * that there was no reply, have no marks: these are not the speaker's words.
 *
 * Returns: (transfer full): the text
 */
char *
lode_statement_dup_quoted (LodeStatement *statement, const char *language)
{
  const QuotationMarks *marks = find_marks (language);
  const char * const *paragraphs;
  GString *text;

  g_return_val_if_fail (LODE_IS_STATEMENT (statement), NULL);

  paragraphs = lode_statement_get_paragraphs (statement);
  if (lode_statement_get_kind (statement) != LODE_STATEMENT_KIND_QUOTE)
    return g_strjoinv ("\n\n", (char **) paragraphs);

  text = g_string_new (NULL);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, marks->open);
      g_string_append (text, paragraphs[i]);
    }
  g_string_append (text, marks->close);

  return g_string_free (text, FALSE);
}

/**
 * lode_statement_dup_citation:
 * @statement: a statement
 *
 * Writes a reference to the statement in one line of plain text, for the clipboard: who said it,
 * and where: "Josie Vidal, quoted in “Talks slammed”, Otago Daily Times (RNZ), 2 February 2026,
 * https://…".
 *
 * Returns: (transfer full): the reference
 */
char *
lode_statement_dup_citation (LodeStatement *statement)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *speaker = NULL;
  g_autofree char *publisher = NULL;
  g_autofree char *date = NULL;
  LodeSource *source;

  g_return_val_if_fail (LODE_IS_STATEMENT (statement), NULL);

  source = lode_statement_get_source (statement);
  speaker = dup_speaker (statement);
  switch (lode_statement_get_kind (statement))
    {
    case LODE_STATEMENT_KIND_PARAPHRASE:
      /* Translators: the beginning of a reference: a speaker, and the title of a source. */
      g_string_append_printf (text, _("%s, paraphrased from “%s”"), speaker,
                              lode_source_get_title (source));
      break;
    case LODE_STATEMENT_KIND_NO_REPLY:
      /* Translators: the beginning of a reference: a speaker, and the title of a source. */
      g_string_append_printf (text, _("%s, no reply reported in “%s”"), speaker,
                              lode_source_get_title (source));
      break;
    case LODE_STATEMENT_KIND_QUOTE:
    default:
      /* Translators: the beginning of a reference: a speaker, and the title of a source. */
      g_string_append_printf (text, _("%s, quoted in “%s”"), speaker,
                              lode_source_get_title (source));
    }

  publisher = dup_publisher (source);
  date = lode_date_format (lode_source_get_published (source));
  if (publisher != NULL)
    g_string_append_printf (text, ", %s", publisher);
  g_string_append_printf (text, ", %s", date);
  if (lode_source_get_url (source) != NULL)
    g_string_append_printf (text, ", %s", lode_source_get_url (source));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lode_statement_dup_remarks:
 * @statement: a statement
 *
 * Writes what stands beside the words and is the dataset's: what short words refer to, slips of the
 * copy, a note, and how somebody coded it.
 *
 * Returns: (transfer full): a line each
 */
char **
lode_statement_dup_remarks (LodeStatement *statement)
{
  const LodePosition *positions;
  const LodeSic *sic;
  GPtrArray *remarks;
  guint n;

  g_return_val_if_fail (LODE_IS_STATEMENT (statement), NULL);

  remarks = g_ptr_array_new ();
  if (lode_statement_get_gloss (statement) != NULL)
    /* Translators: a remark in Lode's words on what a short quotation refers to */
    g_ptr_array_add (remarks,
                     g_strdup_printf (_("Context: %s"), lode_statement_get_gloss (statement)));
  sic = lode_statement_get_sic (statement, &n);
  for (guint i = 0; i < n; i++)
    /* Translators: "sic" marks a slip in the printed text: first as printed, then as meant */
    g_ptr_array_add (remarks, g_strdup_printf (_("Sic: “%s”, meaning %s"), sic[i].printed,
                                               sic[i].meant));
  if (lode_statement_get_note (statement) != NULL)
    g_ptr_array_add (remarks, g_strdup_printf (_("Note: %s"), lode_statement_get_note (statement)));
  positions = lode_statement_get_positions (statement, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (remarks, lode_position_dup_in_full (&positions[i]));
  g_ptr_array_add (remarks, NULL);

  return (char **) g_ptr_array_free (remarks, FALSE);
}

/**
 * lode_actor_dup_role:
 * @actor: a speaker
 *
 * Writes what somebody is: "Co-leader, Green Party · opposition".
 *
 * Returns: (transfer full): the text; "" if nothing is known
 */
char *
lode_actor_dup_role (LodeActor *actor)
{
  LodeActor *organisation;
  GString *text;

  g_return_val_if_fail (LODE_IS_ACTOR (actor), NULL);

  organisation = lode_actor_get_organisation (actor);
  text = g_string_new (lode_actor_get_role (actor));
  if (organisation != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                            lode_actor_get_name (organisation));
  if (lode_actor_get_group (actor) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                            lode_actor_get_group (actor));

  return g_string_free (text, FALSE);
}

/**
 * lode_position_dup_stance:
 * @position: somebody's coding of a statement
 *
 * Writes the stance, and whose reading it is, since it is never a fact: "supports, as coded by A.
 * Coder".
 *
 * Returns: (transfer full): the text
 */
char *
lode_position_dup_stance (const LodePosition *position)
{
  g_return_val_if_fail (position != NULL, NULL);

  switch (position->stance)
    {
    case LODE_STANCE_SUPPORTS:
      /* Translators: how %s, a person, reads a statement */
      return g_strdup_printf (_("supports, as coded by %s"), position->coder);
    case LODE_STANCE_OPPOSES:
      return g_strdup_printf (_("opposes, as coded by %s"), position->coder);
    case LODE_STANCE_CONDITIONAL:
      return g_strdup_printf (_("supports with conditions, as coded by %s"), position->coder);
    case LODE_STANCE_UNCLEAR:
      return g_strdup_printf (_("unclear, as coded by %s"), position->coder);
    default:
      g_assert_not_reached ();
    }
}

/**
 * lode_position_dup_in_full:
 * @position: somebody's coding of a statement
 *
 * Writes the proposition, the stance, whose reading it is and, if it was given, the reason.
 *
 * Returns: (transfer full): the text
 */
char *
lode_position_dup_in_full (const LodePosition *position)
{
  g_autofree char *stance = NULL;

  g_return_val_if_fail (position != NULL, NULL);

  stance = lode_position_dup_stance (position);
  if (position->why == NULL)
    /* Translators: a proposition that one can support or oppose, and how a statement was coded */
    return g_strdup_printf (_("On “%s”: %s"), lode_proposition_get_text (position->proposition),
                            stance);

  /* Translators: as before, and the coder's reason */
  return g_strdup_printf (_("On “%s”: %s. Why: %s"),
                          lode_proposition_get_text (position->proposition), stance,
                          position->why);
}

/**
 * lode_topic_dup_in_sentence:
 * @topic: a topic
 *
 * Writes the topic's name as it stands inside a sentence. English names begin with a small letter
 * there ("critical minerals"), but not those that are letters or initials ("REE"); other languages
 * have rules that software does not know, and keep the name as it is.
 *
 * Returns: (transfer full): the name
 */
char *
lode_topic_dup_in_sentence (LodeTopic *topic)
{
  const char *language;
  const char *name;
  const char *rest;
  GString *text;

  g_return_val_if_fail (LODE_IS_TOPIC (topic), NULL);

  language = lode_record_get_language (LODE_RECORD (topic));
  name = lode_topic_get_name (topic);
  rest = *name != '\0' ? g_utf8_next_char (name) : name;
  if (!is_language (language, "en") || *rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (name);

  text = g_string_new (NULL);
  g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (name)));
  g_string_append (text, rest);

  return g_string_free (text, FALSE);
}

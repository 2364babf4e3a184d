/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-statement-private.h"

G_DEFINE_FINAL_TYPE (LodeStatement, lode_statement, LODE_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (LodeStatementKind, lode_statement_kind,
                    G_DEFINE_ENUM_VALUE (LODE_STATEMENT_KIND_QUOTE, "quote"),
                    G_DEFINE_ENUM_VALUE (LODE_STATEMENT_KIND_PARAPHRASE, "paraphrase"),
                    G_DEFINE_ENUM_VALUE (LODE_STATEMENT_KIND_NO_REPLY, "no-reply"))

G_DEFINE_ENUM_TYPE (LodeStance, lode_stance,
                    G_DEFINE_ENUM_VALUE (LODE_STANCE_SUPPORTS, "supports"),
                    G_DEFINE_ENUM_VALUE (LODE_STANCE_OPPOSES, "opposes"),
                    G_DEFINE_ENUM_VALUE (LODE_STANCE_CONDITIONAL, "conditional"),
                    G_DEFINE_ENUM_VALUE (LODE_STANCE_UNCLEAR, "unclear"))

enum
{
  PROP_0,
  PROP_ACTOR,
  PROP_KIND,
  PROP_PARAGRAPHS,
  PROP_SOURCE,
  PROP_DATE,
  PROP_VENUE,
  PROP_GLOSS,
  PROP_NOTE,
};

static void
lode_statement_finalize (GObject *object)
{
  LodeStatement *self = LODE_STATEMENT (object);

  for (guint i = 0; i < self->n_topics; i++)
    g_object_unref (self->topics[i]);
  g_free (self->topics);
  for (guint i = 0; i < self->n_places; i++)
    g_object_unref (self->places[i]);
  g_free (self->places);
  for (guint i = 0; i < self->n_sic; i++)
    {
      g_free ((char *) self->sic[i].printed);
      g_free ((char *) self->sic[i].meant);
    }
  g_free (self->sic);
  for (guint i = 0; i < self->n_positions; i++)
    {
      g_clear_object (&self->positions[i].proposition);
      g_free ((char *) self->positions[i].coder);
      g_free ((char *) self->positions[i].why);
    }
  g_free (self->positions);
  g_clear_object (&self->actor);
  g_clear_object (&self->source);
  g_strfreev (self->paragraphs);
  g_free (self->date);
  g_free (self->venue);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->gloss);
  g_free (self->note);

  G_OBJECT_CLASS (lode_statement_parent_class)->finalize (object);
}

static void
lode_statement_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeStatement *self = LODE_STATEMENT (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      g_value_set_object (value, lode_statement_get_actor (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, lode_statement_get_kind (self));
      break;
    case PROP_PARAGRAPHS:
      g_value_set_boxed (value, lode_statement_get_paragraphs (self));
      break;
    case PROP_SOURCE:
      g_value_set_object (value, lode_statement_get_source (self));
      break;
    case PROP_DATE:
      g_value_set_string (value, lode_statement_get_date (self));
      break;
    case PROP_VENUE:
      g_value_set_string (value, lode_statement_get_venue (self));
      break;
    case PROP_GLOSS:
      g_value_set_string (value, lode_statement_get_gloss (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, lode_statement_get_note (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_statement_class_init (LodeStatementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_statement_finalize;
  object_class->get_property = lode_statement_get_property;

  lode_record_class_install_object (object_class, PROP_ACTOR, "actor", LODE_TYPE_ACTOR);
  lode_record_class_install_enum (object_class, PROP_KIND, "kind", LODE_TYPE_STATEMENT_KIND);
  lode_record_class_install_strv (object_class, PROP_PARAGRAPHS, "paragraphs");
  lode_record_class_install_object (object_class, PROP_SOURCE, "source", LODE_TYPE_SOURCE);
  lode_record_class_install_string (object_class, PROP_DATE, "date");
  lode_record_class_install_string (object_class, PROP_VENUE, "venue");
  lode_record_class_install_string (object_class, PROP_GLOSS, "gloss");
  lode_record_class_install_string (object_class, PROP_NOTE, "note");
}

static void
lode_statement_init (LodeStatement *self)
{
}

/**
 * lode_statement_get_actor:
 * @self: a statement
 *
 * Gets who said it, or who was asked.
 *
 * Returns: (transfer none): the actor
 */
LodeActor *
lode_statement_get_actor (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->actor;
}

/**
 * lode_statement_get_kind:
 * @self: a statement
 *
 * Gets whether these are the speaker's words, ours, or nobody's.
 *
 * Returns: the kind
 */
LodeStatementKind
lode_statement_get_kind (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), LODE_STATEMENT_KIND_QUOTE);

  return self->kind;
}

/**
 * lode_statement_get_paragraphs:
 * @self: a statement
 *
 * Gets the text as it is stored: one string a paragraph, without outer quotation marks.
 *
 * Returns: (transfer none): the paragraphs, NULL-terminated, at least one
 */
const char * const *
lode_statement_get_paragraphs (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return (const char * const *) self->paragraphs;
}

/**
 * lode_statement_get_source:
 * @self: a statement
 *
 * Gets where it was published.
 *
 * Returns: (transfer none): the source
 */
LodeSource *
lode_statement_get_source (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->source;
}

/**
 * lode_statement_get_topics:
 * @self: a statement
 * @n_topics: (out) (optional): return location for the number of topics
 *
 * Gets what the statement is about, in the order of the file.
 *
 * Returns: (transfer none) (array length=n_topics) (nullable): the topics, at least one
 */
LodeTopic * const *
lode_statement_get_topics (LodeStatement *self, guint *n_topics)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  if (n_topics != NULL)
    *n_topics = self->n_topics;

  return self->topics;
}

/**
 * lode_statement_get_places:
 * @self: a statement
 * @n_places: (out) (optional): return location for the number of places
 *
 * Gets the places that the words themselves name, in the order of the file.
 *
 * Returns: (transfer none) (array length=n_places) (nullable): the places, or NULL: none
 */
LodePlace * const *
lode_statement_get_places (LodeStatement *self, guint *n_places)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  if (n_places != NULL)
    *n_places = self->n_places;

  return self->places;
}

/**
 * lode_statement_names_place:
 * @self: a statement
 * @place: a place
 *
 * Checks whether the words of the statement name @place.
 *
 * Returns: TRUE if @place is among its places
 */
gboolean
lode_statement_names_place (LodeStatement *self, LodePlace *place)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), FALSE);

  for (guint i = 0; i < self->n_places; i++)
    {
      if (self->places[i] == place)
        return TRUE;
    }

  return FALSE;
}

/**
 * lode_statement_get_date:
 * @self: a statement
 *
 * Gets when it was said (see lode_date_is_valid()): its own date, else that of its source.
 *
 * Returns: (transfer none): the date
 */
const char *
lode_statement_get_date (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  if (self->date == NULL && self->source != NULL)
    return lode_source_get_published (self->source);

  return self->date;
}

/**
 * lode_statement_get_venue:
 * @self: a statement
 *
 * Gets where or to whom it was said.
 *
 * Returns: (transfer none) (nullable): one line, or NULL: none given
 */
const char *
lode_statement_get_venue (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->venue;
}

/**
 * lode_statement_get_prefix:
 * @self: a statement
 *
 * Gets what stands straight before the words in the source, in the sense of the Web Annotation
 * Data Model's TextQuoteSelector.
 *
 * Returns: (transfer none) (nullable): text, or NULL: none given
 */
const char *
lode_statement_get_prefix (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->prefix;
}

/**
 * lode_statement_get_suffix:
 * @self: a statement
 *
 * Gets what stands straight after the words in the source, as lode_statement_get_prefix() does.
 *
 * Returns: (transfer none) (nullable): text, or NULL: none given
 */
const char *
lode_statement_get_suffix (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->suffix;
}

/**
 * lode_statement_get_span:
 * @self: a statement
 * @start: (out) (optional): return location for the first code point, from 0
 * @end: (out) (optional): return location for the code point after the last
 *
 * Gets where the words stand in the text of the source, in Unicode code points, as the Web
 * Annotation Data Model's TextPositionSelector counts.
 *
 * Returns: TRUE, or FALSE: not recorded, and @start and @end are left alone
 */
gboolean
lode_statement_get_span (LodeStatement *self, guint64 *start, guint64 *end)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), FALSE);

  if (self->span_end == 0)
    return FALSE;

  if (start != NULL)
    *start = self->span_start;
  if (end != NULL)
    *end = self->span_end;

  return TRUE;
}

/**
 * lode_statement_get_sic:
 * @self: a statement
 * @n_sic: (out) (optional): return location for the number of slips
 *
 * Gets what is printed wrong in the source, to be shown beside the words and never applied to them.
 *
 * Returns: (transfer none) (array length=n_sic) (nullable): the slips, or NULL: none
 */
const LodeSic *
lode_statement_get_sic (LodeStatement *self, guint *n_sic)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  if (n_sic != NULL)
    *n_sic = self->n_sic;

  return self->sic;
}

/**
 * lode_statement_get_gloss:
 * @self: a statement
 *
 * Gets what the statement says, in a sentence of the dataset's own.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_statement_get_gloss (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->gloss;
}

/**
 * lode_statement_get_note:
 * @self: a statement
 *
 * Gets what a reader should know about the statement.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_statement_get_note (LodeStatement *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  return self->note;
}

/**
 * lode_statement_get_positions:
 * @self: a statement
 * @n_positions: (out) (optional): return location for the number of positions
 *
 * Gets how somebody coded the statement.
 *
 * Returns: (transfer none) (array length=n_positions) (nullable): the positions, or NULL: none
 */
const LodePosition *
lode_statement_get_positions (LodeStatement *self, guint *n_positions)
{
  g_return_val_if_fail (LODE_IS_STATEMENT (self), NULL);

  if (n_positions != NULL)
    *n_positions = self->n_positions;

  return self->positions;
}

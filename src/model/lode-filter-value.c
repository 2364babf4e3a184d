/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-filter-value-private.h"

#include "lode-actor.h"
#include "lode-date.h"
#include "lode-place.h"
#include "lode-source.h"
#include "lode-topic.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LodeFilterValue, lode_filter_value, G_TYPE_OBJECT)

static const char * const kind_values[] = { "quote", "paraphrase", "no-reply" };

static const char *
get_kind_name (LodeStatementKind kind)
{
  switch (kind)
    {
    case LODE_STATEMENT_KIND_QUOTE:
      return _("Quotations");
    case LODE_STATEMENT_KIND_PARAPHRASE:
      return _("Paraphrases");
    case LODE_STATEMENT_KIND_NO_REPLY:
      return _("Asked, no answer");
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_outcome_name (LodeOutcome outcome)
{
  switch (outcome)
    {
    case LODE_OUTCOME_VERIFIED:
      return _("Verified word for word");
    case LODE_OUTCOME_TYPOGRAPHY_DIFFERS:
      return _("Verified, but the typography differs");
    case LODE_OUTCOME_NOT_FOUND:
      return _("Not found in the source’s text");
    case LODE_OUTCOME_RECORDED:
      return _("Checked earlier, as recorded");
    case LODE_OUTCOME_NOT_CHECKED:
      return _("Quotations not checked");
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_record_name (gpointer record)
{
  if (LODE_IS_ACTOR (record))
    return lode_actor_get_name (record);
  if (LODE_IS_PLACE (record))
    return lode_place_get_name (record);
  if (LODE_IS_TOPIC (record))
    return lode_topic_get_name (record);

  return lode_source_get_title (record);
}

static void
lode_filter_value_finalize (GObject *object)
{
  LodeFilterValue *self = LODE_FILTER_VALUE (object);

  g_free (self->value);
  g_free (self->name);

  G_OBJECT_CLASS (lode_filter_value_parent_class)->finalize (object);
}

static void
lode_filter_value_class_init (LodeFilterValueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_filter_value_finalize;
}

static void
lode_filter_value_init (LodeFilterValue *self)
{
}

void
lode_filter_value_name_record (LodeFilterValue *self, gpointer record)
{
  self->value = g_strdup (lode_record_get_id (record));
  self->name = g_strdup (get_record_name (record));
}

void
lode_filter_value_name_kind (LodeFilterValue *self, LodeStatementKind kind)
{
  self->value = g_strdup (kind_values[kind]);
  self->name = g_strdup (get_kind_name (kind));
}

void
lode_filter_value_name_outcome (LodeFilterValue *self, LodeOutcome outcome)
{
  self->value = g_strdup (lode_outcome_to_string (outcome));
  self->name = g_strdup (get_outcome_name (outcome));
}

int
lode_filter_value_find_kind (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_values); i++)
    if (g_str_equal (kind_values[i], word))
      return i;

  return -1;
}

int
lode_filter_value_find_outcome (const char *word)
{
  for (guint i = 0; i < LODE_N_OUTCOMES; i++)
    if (g_str_equal (lode_outcome_to_string (i), word))
      return i;

  return -1;
}

/* The most frequent first, and by name where they are equal; years in their order. */
int
lode_filter_value_compare (gconstpointer a, gconstpointer b)
{
  const LodeFilterValue *value_a = *(LodeFilterValue * const *) a;
  const LodeFilterValue *value_b = *(LodeFilterValue * const *) b;

  if (value_a->field != LODE_QUERY_FIELD_DATE && value_a->count != value_b->count)
    return value_a->count < value_b->count ? 1 : -1;
  if (value_a->rank != value_b->rank)
    return value_a->rank < value_b->rank ? -1 : 1;

  return g_utf8_collate (value_a->name, value_b->name);
}

/* "Topic: gol", for what is no value that has a name. */
char *
lode_filter_value_dup_term_name (const LodeQueryTerm *term)
{
  g_autofree char *date = lode_date_format (term->value);

  switch (term->field)
    {
    case LODE_QUERY_FIELD_SPEAKER:
      /* Translators: a filter, and what was written for it; so are those that follow */
      return g_strdup_printf (_("Speaker: %s"), term->value);
    case LODE_QUERY_FIELD_PLACE:
      return g_strdup_printf (_("Place: %s"), term->value);
    case LODE_QUERY_FIELD_TOPIC:
      return g_strdup_printf (_("Topic: %s"), term->value);
    case LODE_QUERY_FIELD_KIND:
      return g_strdup_printf (_("Kind: %s"), term->value);
    case LODE_QUERY_FIELD_SOURCE:
      return g_strdup_printf (_("Source: %s"), term->value);
    case LODE_QUERY_FIELD_CHECK:
      /* Translators: what comparing a quotation with its source came to */
      return g_strdup_printf (_("Check: %s"), term->value);
    case LODE_QUERY_FIELD_BEFORE:
      /* Translators: %s is a date */
      return g_strdup_printf (_("Before %s"), date);
    case LODE_QUERY_FIELD_AFTER:
      /* Translators: %s is a date, on which or after which it was */
      return g_strdup_printf (_("From %s on"), date);
    case LODE_QUERY_FIELD_AREA:
      /* Translators: a filter: only what was said about places that the map shows now */
      return g_strdup (_("On the map"));
    case LODE_QUERY_FIELD_DATE:
      return g_steal_pointer (&date);
    case LODE_QUERY_FIELD_GROUP:
    case LODE_QUERY_FIELD_WORDS:
    case LODE_N_QUERY_FIELDS:
    default:
      return g_strdup (term->value);
    }
}

/**
 * lode_filter_value_get_field:
 *
 * Returns: what the value is of
 */
LodeQueryField
lode_filter_value_get_field (LodeFilterValue *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_VALUE (self), LODE_QUERY_FIELD_WORDS);

  return self->field;
}

/**
 * lode_filter_value_get_value:
 *
 * Returns: what is written behind the colon: an id, a year, a kind, a folded group
 */
const char *
lode_filter_value_get_value (LodeFilterValue *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_VALUE (self), NULL);

  return self->value;
}

/**
 * lode_filter_value_get_name:
 *
 * Returns: what a person reads
 */
const char *
lode_filter_value_get_name (LodeFilterValue *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_VALUE (self), NULL);

  return self->name;
}

/**
 * lode_filter_value_get_count:
 *
 * Returns: how many statements have the value, of those that all other fields leave; G_MAXUINT: it
 *   is not known
 */
guint
lode_filter_value_get_count (LodeFilterValue *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_VALUE (self), 0);

  return self->count;
}

/**
 * lode_filter_value_is_active:
 *
 * Returns: whether the query asks for the value
 */
gboolean
lode_filter_value_is_active (LodeFilterValue *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_VALUE (self), FALSE);

  return self->active;
}

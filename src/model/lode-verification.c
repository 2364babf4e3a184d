/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-verification.h"

#include "lode-date.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (LodeOutcome, lode_outcome,
                    G_DEFINE_ENUM_VALUE (LODE_OUTCOME_VERIFIED, "verified"),
                    G_DEFINE_ENUM_VALUE (LODE_OUTCOME_TYPOGRAPHY_DIFFERS, "typography-differs"),
                    G_DEFINE_ENUM_VALUE (LODE_OUTCOME_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (LODE_OUTCOME_RECORDED, "recorded"),
                    G_DEFINE_ENUM_VALUE (LODE_OUTCOME_NOT_CHECKED, "not-checked"))

/* Why there is no text to compare with. */
static const char *
get_lack (LodeTextState state)
{
  switch (state)
    {
    case LODE_TEXT_STATE_OTHER:
      return _("The text at hand has another hash than the one recorded, so that it proves nothing.");
    case LODE_TEXT_STATE_UNREADABLE:
      return _("The source’s text could not be read.");
    case LODE_TEXT_STATE_NONE:
    case LODE_TEXT_STATE_UNRECORDED:
    case LODE_TEXT_STATE_MATCHES:
    default:
      return _("The source’s text is not at hand.");
    }
}

/* What the text is worth that the words were found in. */
static const char *
get_worth (LodeTextState state)
{
  return state == LODE_TEXT_STATE_MATCHES
    ? _("The text is the one that the dataset means: its hash matches.")
    : _("The dataset records no hash, so that this holds for the text at hand and no other.");
}

static char *
dup_record (LodeSource *source)
{
  g_autofree char *day = lode_date_format (lode_source_get_checked (source));

  /* Translators: %s is a date, then a SHA-256 checksum. */
  return g_strdup_printf (_("Whoever made the dataset compared every quotation on %s with the text "
                            "that has the SHA-256 %s. That is weaker than comparing it here and "
                            "now."),
                          day, lode_source_get_sha256 (source));
}

static char *
dup_not_found (const LodeVerification *self)
{
  if (self->n_found == 0)
    return g_strdup (_("These words do not occur in the source’s text in this order."));
  if (self->misses_context)
    return g_strdup (_("The words occur in several places of the source’s text, but nowhere "
                       "between the recorded prefix and suffix."));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The words occur in %u place of the source’s text.",
                                       "The words occur in %u places of the source’s text, and "
                                       "nothing says which is meant: “prefix” and “suffix” can.",
                                       self->n_found),
                          self->n_found);
}

/* The nick: "verified", "typography-differs", …; NULL: @outcome is none of the enumeration. */
const char *
lode_outcome_to_string (LodeOutcome outcome)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (LODE_TYPE_OUTCOME);
  const GEnumValue *value = g_enum_get_value (words, outcome);

  return value != NULL ? value->value_nick : NULL;
}

/**
 * lode_verification_dup_title:
 * @self: a result
 * @statement: the statement that it is of
 *
 * Writes the outcome in a few words, for a badge.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
lode_verification_dup_title (const LodeVerification *self, LodeStatement *statement)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (LODE_IS_STATEMENT (statement), NULL);

  switch (self->outcome)
    {
    case LODE_OUTCOME_VERIFIED:
      return g_strdup (_("Verified word for word"));
    case LODE_OUTCOME_TYPOGRAPHY_DIFFERS:
      return g_strdup (_("Verified, but the typography differs"));
    case LODE_OUTCOME_NOT_FOUND:
      return g_strdup (self->n_found == 0 ? _("Not found in the source’s text")
                                          : _("Found more than once in the source’s text"));
    case LODE_OUTCOME_RECORDED:
      day = lode_date_format (lode_source_get_checked (lode_statement_get_source (statement)));
      /* Translators: %s is a date; the quotation was compared with its source by whoever made the
       * dataset, not just now. */
      return g_strdup_printf (_("Checked on %s, as recorded"), day);
    case LODE_OUTCOME_NOT_CHECKED:
    default:
      return g_strdup (self->is_own_words ? _("Not a quotation") : _("Not checked"));
    }
}

/**
 * lode_verification_dup_explanation:
 * @self: a result
 * @statement: the statement that it is of
 *
 * Writes how the outcome was reached, and what it is worth.
 *
 * Returns: (transfer full): one or two translated sentences
 */
char *
lode_verification_dup_explanation (const LodeVerification *self, LodeStatement *statement)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (LODE_IS_STATEMENT (statement), NULL);

  switch (self->outcome)
    {
    case LODE_OUTCOME_VERIFIED:
      first = g_strdup (_("The words stand in the source’s text exactly so, letter by letter."));
      return g_strjoin (" ", first, get_worth (self->text_state), NULL);
    case LODE_OUTCOME_TYPOGRAPHY_DIFFERS:
      first = g_strdup (_("The words stand in the source’s text, but with other quotation marks, "
                          "dashes or non-breaking spaces."));
      return g_strjoin (" ", first, get_worth (self->text_state), NULL);
    case LODE_OUTCOME_NOT_FOUND:
      first = dup_not_found (self);
      return g_strjoin (" ", first, get_worth (self->text_state), NULL);
    case LODE_OUTCOME_RECORDED:
      first = dup_record (lode_statement_get_source (statement));
      return g_strjoin (" ", get_lack (self->text_state), first, NULL);
    case LODE_OUTCOME_NOT_CHECKED:
    default:
      if (self->is_own_words)
        return g_strdup (_("These are the dataset’s own words: there is nothing to verify."));
      return g_strdup (get_lack (self->text_state));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-statement.h"

G_BEGIN_DECLS

/* What comparing a quotation with its source can come to; never a fuzzy match. The nicks of the
 * GEnum are the words for searches, exports and `lode check --json`. */
typedef enum
{
  LODE_OUTCOME_VERIFIED,           /* verified: here and now, code point by code point */
  LODE_OUTCOME_TYPOGRAPHY_DIFFERS, /* but for curly quotes, dashes and non-breaking spaces */
  LODE_OUTCOME_NOT_FOUND,          /* the text is here, the words are not; or in several places */
  LODE_OUTCOME_RECORDED,           /* no text at hand, but the source says when it was checked */
  LODE_OUTCOME_NOT_CHECKED,        /* neither, or no quotation at all; not an error */
} LodeOutcome;

#define LODE_N_OUTCOMES (LODE_OUTCOME_NOT_CHECKED + 1)

#define LODE_TYPE_OUTCOME (lode_outcome_get_type ())
GType       lode_outcome_get_type  (void);
const char *lode_outcome_to_string (LodeOutcome outcome); /* the nick */

/* Which text of a source is at hand. */
typedef enum
{
  LODE_TEXT_STATE_NONE,       /* none is named, and none was given */
  LODE_TEXT_STATE_UNREADABLE, /* one is, but cannot be read */
  LODE_TEXT_STATE_OTHER,      /* one is, but its hash is not the recorded one: it proves nothing */
  LODE_TEXT_STATE_UNRECORDED, /* one was given, and the dataset records no hash */
  LODE_TEXT_STATE_MATCHES,    /* the very text that the dataset means */
} LodeTextState;

/**
 * LodeVerification:
 * @outcome: what it came to
 * @text_state: by which text
 * @is_own_words: it is no quotation: there is nothing to verify
 * @misses_context: the words were found, but not between the recorded prefix and suffix
 * @n_found: how often the words occur in the text
 * @start: the first code point in the text, from 0; meaningful if @n_found is not 0
 * @end: the one after the last
 *
 * The result for one statement. A plain value: copy it.
 */
typedef struct
{
  LodeOutcome   outcome;
  LodeTextState text_state;
  gboolean      is_own_words;
  gboolean      misses_context;
  guint         n_found;
  gsize         start;
  gsize         end;
} LodeVerification;

char *lode_verification_dup_title       (const LodeVerification *self,
                                         LodeStatement          *statement);
char *lode_verification_dup_explanation (const LodeVerification *self,
                                         LodeStatement          *statement);

G_END_DECLS

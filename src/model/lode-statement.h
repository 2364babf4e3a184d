/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-actor.h"
#include "lode-place.h"
#include "lode-proposition.h"
#include "lode-record.h"
#include "lode-source.h"
#include "lode-topic.h"

G_BEGIN_DECLS

/* The nicks of the GEnum are the words of the format. */
typedef enum
{
  LODE_STATEMENT_KIND_QUOTE,      /* word for word */
  LODE_STATEMENT_KIND_PARAPHRASE, /* the dataset's own words */
  LODE_STATEMENT_KIND_NO_REPLY,   /* asked, and the source reports no answer */
} LodeStatementKind;

#define LODE_TYPE_STATEMENT_KIND (lode_statement_kind_get_type ())
GType lode_statement_kind_get_type (void);

typedef enum
{
  LODE_STANCE_SUPPORTS,
  LODE_STANCE_OPPOSES,
  LODE_STANCE_CONDITIONAL,
  LODE_STANCE_UNCLEAR,
} LodeStance;

#define LODE_TYPE_STANCE (lode_stance_get_type ())
GType lode_stance_get_type (void);

/* Printed so in the source, and what is meant: shown beside the words, never applied to them. */
typedef struct
{
  const char *printed;
  const char *meant;
} LodeSic;

/* Somebody's coding of a statement: a stance belongs to a sentence and to who coded it. */
typedef struct
{
  LodeProposition *proposition;
  LodeStance       stance;
  const char      *coder;
  const char      *why; /* nullable */
} LodePosition;

/**
 * LodeStatement:
 *
 * What an actor said in a source, word for word or in the words of the dataset; or that an actor
 * was asked and did not answer.
 */
#define LODE_TYPE_STATEMENT (lode_statement_get_type ())
G_DECLARE_FINAL_TYPE (LodeStatement, lode_statement, LODE, STATEMENT, LodeRecord)

LodeActor           *lode_statement_get_actor      (LodeStatement *self);
LodeStatementKind    lode_statement_get_kind       (LodeStatement *self);
/* As stored; at least one. */
const char * const  *lode_statement_get_paragraphs (LodeStatement *self);
LodeSource          *lode_statement_get_source     (LodeStatement *self);
LodeTopic * const   *lode_statement_get_topics     (LodeStatement *self, guint *n_topics);
LodePlace * const   *lode_statement_get_places     (LodeStatement *self, guint *n_places);
gboolean             lode_statement_names_place    (LodeStatement *self, LodePlace *place);
/* Its own, else its source's. */
const char          *lode_statement_get_date       (LodeStatement *self);
const char          *lode_statement_get_venue      (LodeStatement *self);
const char          *lode_statement_get_prefix     (LodeStatement *self);
const char          *lode_statement_get_suffix     (LodeStatement *self);
/* Code points of the source's text; FALSE: not recorded. */
gboolean             lode_statement_get_span       (LodeStatement *self, guint64 *start,
                                                    guint64 *end);
const LodeSic       *lode_statement_get_sic        (LodeStatement *self, guint *n_sic);
const char          *lode_statement_get_gloss      (LodeStatement *self);
const char          *lode_statement_get_note       (LodeStatement *self);
const LodePosition  *lode_statement_get_positions  (LodeStatement *self, guint *n_positions);

G_END_DECLS

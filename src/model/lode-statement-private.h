/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record-private.h"
#include "lode-statement.h"

G_BEGIN_DECLS

/* There may be 100,000 of these: plain arrays, and counts where there are bits to spare. */
struct _LodeStatement
{
  LodeRecord parent_instance;

  LodeActor *actor;
  LodeSource *source;
  char **paragraphs;
  LodeTopic **topics;
  LodePlace **places;
  LodeSic *sic;
  LodePosition *positions;
  char *date;
  char *venue;
  char *prefix;
  char *suffix;
  char *gloss;
  char *note;
  guint64 span_start;
  guint64 span_end; /* 0: no span */
  guint n_topics;
  guint n_places;
  guint n_sic;
  guint n_positions;
  LodeStatementKind kind;
};

G_END_DECLS

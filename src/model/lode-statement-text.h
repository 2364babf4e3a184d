/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-statement.h"

G_BEGIN_DECLS

/* How statements and topics are written where they are shown: pure functions. @language is the
 * dataset's (BCP 47), or NULL if it is not known. */
char *lode_statement_dup_quoted   (LodeStatement *statement, const char *language);
char *lode_statement_dup_citation (LodeStatement *statement);
char **lode_statement_dup_remarks (LodeStatement *statement);
char *lode_position_dup_stance     (const LodePosition *position);
char *lode_position_dup_in_full    (const LodePosition *position);
char *lode_actor_dup_role         (LodeActor *actor);
char *lode_topic_dup_in_sentence  (LodeTopic *topic);

G_END_DECLS

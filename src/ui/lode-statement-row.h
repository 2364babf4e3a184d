/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-provenance.h"
#include "lode-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeStatementRow:
 *
 * A statement as a card: the words, who said them, where that is printed, what places they name.
 * A quotation, a paraphrase and a missing answer look different and say which they are.
 *
 * Properties: "statement" (LodeStatement, nullable), "language" (BCP 47, for the quotation marks).
 * Actions: "statement.copy", "statement.copy-reference", "statement.open-source",
 * "statement.show-in-source", "statement.choose-text".
 */
#define LODE_TYPE_STATEMENT_ROW (lode_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (LodeStatementRow, lode_statement_row, LODE, STATEMENT_ROW, AdwBin)

GtkWidget     *lode_statement_row_new            (void);
LodeStatement *lode_statement_row_get_statement  (LodeStatementRow *self);
void           lode_statement_row_set_statement  (LodeStatementRow *self,
                                                  LodeStatement    *statement,
                                                  const char       *language);
void           lode_statement_row_set_provenance (LodeStatementRow *self,
                                                  LodeProvenance   *provenance);
void           lode_statement_row_set_query      (LodeStatementRow *self, LodeQuery *query);
void           lode_statement_row_set_alias      (LodeStatementRow *self, const char *alias);
char          *lode_statement_row_dup_name       (LodeStatementRow *self);
void           lode_statement_row_set_reader     (LodeStatementRow *self);

G_END_DECLS

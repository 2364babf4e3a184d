/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-query.h"

G_BEGIN_DECLS

/* What most commands begin with: a dataset, and some of its statements. */
typedef struct
{
  LodeDataset *dataset;
  GFile *folder;          /* that the files are in; NULL: there is no one such */
  LodeQuery *query;
  GListModel *statements; /* of LodeStatement, that the query finds */
} LodeCliSelection;

char   **lode_cli_dup_arguments   (const char        *command,
                                   int                argc,
                                   char             **argv);
guint    lode_cli_count_datasets  (char             **words);
int      lode_cli_open_datasets   (const char        *command,
                                   char             **names,
                                   guint              n_names,
                                   LodeCliSelection  *selection);
int      lode_cli_select          (const char        *command,
                                   char             **words,
                                   LodeCliSelection  *selection);
void     lode_cli_selection_clear (LodeCliSelection  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LodeCliSelection, lode_cli_selection_clear)

G_END_DECLS

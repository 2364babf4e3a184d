/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset-reader.h"
#include "lode-provenance.h"

G_BEGIN_DECLS

/**
 * LodeFileCheck:
 * @name: the file as the user named it, for people
 * @error: why it cannot be read or recorded, translated; NULL: it was
 * @is_unreadable: whether @error is that it cannot be read
 * @is_recorded: whether the check was written into the file
 * @reading: what reading it gave; NULL: it cannot be read
 * @provenance: what its quotations came to; NULL: it gave no dataset
 * @problems: of the reading and of the quotations, in the order of the file
 * @n_problems: how many there are of each severity
 *
 * All that `lode check` finds out about one file.
 */
typedef struct
{
  char           *name;
  char           *error;
  gboolean        is_unreadable;
  gboolean        is_recorded;
  LodeReading    *reading;
  LodeProvenance *provenance;
  GPtrArray      *problems; /* of LodeProblem */
  guint           n_problems[LODE_SEVERITY_WARNING + 1];
} LodeFileCheck;

LodeFileCheck *lode_file_check_run       (GFile         *file,
                                          const char    *name,
                                          GHashTable    *texts,
                                          gboolean       record);
void           lode_file_check_free      (LodeFileCheck *self);
char          *lode_file_check_to_json   (GPtrArray     *checks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeFileCheck, lode_file_check_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-json-path.h"
#include "lode-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of each severity; how many more there are is said in a last line. */
#define LODE_PROBLEM_LIST_MAX 1000

/**
 * LodeProblemList:
 *
 * Gathers the problems of a file while it is read. Those that were found on json-glib's nodes know
 * only their path; their lines and columns are looked up at the end, all at once.
 */
typedef struct _LodeProblemList LodeProblemList;

LodeProblemList *lode_problem_list_new          (void);
void             lode_problem_list_free         (LodeProblemList    *self);
gboolean         lode_problem_list_has_errors   (LodeProblemList    *self);
/* All of these take @hint (nullable, translated) and a printf format of the translated message. */
void             lode_problem_list_error        (LodeProblemList    *self,
                                                 const LodeJsonPath *path,
                                                 char               *hint,
                                                 const char         *format,
                                                 ...) G_GNUC_PRINTF (4, 5);
void             lode_problem_list_error_at_key (LodeProblemList    *self,
                                                 const LodeJsonPath *path,
                                                 char               *hint,
                                                 const char         *format,
                                                 ...) G_GNUC_PRINTF (4, 5);
void             lode_problem_list_warning      (LodeProblemList    *self,
                                                 const LodeJsonPath *path,
                                                 char               *hint,
                                                 const char         *format,
                                                 ...) G_GNUC_PRINTF (4, 5);
/* Adds an error at the byte @offset, from 0; -1 for the whole file. */
void             lode_problem_list_error_at     (LodeProblemList    *self,
                                                 gssize              offset,
                                                 const char         *pointer,
                                                 char               *hint,
                                                 const char         *format,
                                                 ...) G_GNUC_PRINTF (5, 6);
GListModel      *lode_problem_list_to_model     (LodeProblemList    *self,
                                                 const char         *json,
                                                 gsize               length);
/* @text for a message: shortened, for it can be a megabyte. */
char            *lode_problem_list_dup_excerpt  (const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeProblemList, lode_problem_list_free)

G_END_DECLS

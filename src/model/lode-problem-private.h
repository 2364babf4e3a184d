/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-problem.h"

G_BEGIN_DECLS

LodeProblem *lode_problem_new (LodeSeverity  severity,
                               guint         line,
                               guint         column,
                               const char   *pointer,
                               const char   *message,
                               const char   *hint);

/* Once, before anybody else has seen @self: what stands around @mark on its line, and whether that
 * is not the line's beginning or end. */
void         lode_problem_take_excerpt (LodeProblem *self,
                                        const char  *from,
                                        const char  *mark,
                                        const char  *to,
                                        gboolean     is_cut_before,
                                        gboolean     is_cut_behind);

G_END_DECLS

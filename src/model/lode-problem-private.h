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

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-problem-list.h"

G_BEGIN_DECLS

/* A dataset takes about two and a half times the room of its file: tests/bench/bench-read.py. */
#define LODE_JSON_GUARD_MAX_SIZE  (256 * 1024 * 1024) /* bytes */
/* The format itself needs seven. */
#define LODE_JSON_GUARD_MAX_DEPTH 64

gboolean lode_json_guard_check        (const char      *json,
                                       gsize            length,
                                       LodeProblemList *problems);
/* Adds the error that a file of more than LODE_JSON_GUARD_MAX_SIZE bytes gets. */
void     lode_json_guard_refuse_size  (LodeProblemList *problems);

G_END_DECLS

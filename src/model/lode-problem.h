/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  LODE_SEVERITY_ERROR,   /* the dataset cannot be used */
  LODE_SEVERITY_WARNING, /* it can, but somebody should look */
} LodeSeverity;

#define LODE_TYPE_SEVERITY (lode_severity_get_type ())
GType lode_severity_get_type (void);

/**
 * LodeProblem:
 *
 * Something in a dataset that is wrong: what, where, and what would be right.
 */
#define LODE_TYPE_PROBLEM (lode_problem_get_type ())
G_DECLARE_FINAL_TYPE (LodeProblem, lode_problem, LODE, PROBLEM, GObject)

LodeSeverity  lode_problem_get_severity (LodeProblem *self);
/* From 1; 0: concerns the whole file. */
guint         lode_problem_get_line     (LodeProblem *self);
/* From 1, in code points; 0 as above. */
guint         lode_problem_get_column   (LodeProblem *self);
/* RFC 6901; "" is the whole document. */
const char   *lode_problem_get_pointer  (LodeProblem *self);
const char   *lode_problem_get_message  (LodeProblem *self); /* what is wrong, translated */
const char   *lode_problem_get_hint     (LodeProblem *self); /* what would be right; nullable */
const char   *lode_problem_get_excerpt  (LodeProblem *self, guint *mark);
char         *lode_problem_to_string    (LodeProblem *self, const char *file_name);

G_END_DECLS

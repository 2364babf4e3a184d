/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-problem-list.h"

#include "lode-json-locator.h"
#include "lode-problem-private.h"
#include "lode-text-position.h"

#include <glib/gi18n-lib.h>

#define EXCERPT_LENGTH 60 /* code points */

typedef struct
{
  LodeSeverity severity;
  gboolean is_pointer; /* only the pointer is known */
  gboolean at_key;
  gssize offset; /* of the byte; -1: the whole file */
  guint order;
  guint line;
  guint column;
  char *pointer;
  char *message;
  char *hint;
} Draft;

struct _LodeProblemList
{
  GPtrArray *drafts;
  guint n_found[LODE_SEVERITY_WARNING + 1];
};

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->pointer);
  g_free (draft->message);
  g_free (draft->hint);
  g_free (draft);
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *one = *(const Draft * const *) a;
  const Draft *other = *(const Draft * const *) b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;

  return one->order < other->order ? -1 : 1;
}

/* Counts a problem; gives a draft to fill, or NULL if there are enough of them. */
static Draft *
add_draft (LodeProblemList *self, LodeSeverity severity, char *hint)
{
  Draft *draft;

  if (self->n_found[severity]++ >= LODE_PROBLEM_LIST_MAX)
    {
      g_free (hint);
      return NULL;
    }

  draft = g_new0 (Draft, 1);
  draft->severity = severity;
  draft->order = self->drafts->len;
  draft->hint = hint;
  g_ptr_array_add (self->drafts, draft);

  return draft;
}

static G_GNUC_PRINTF (6, 0) void
add_at_path (LodeProblemList    *self,
             LodeSeverity        severity,
             const LodeJsonPath *path,
             gboolean            at_key,
             char               *hint,
             const char         *format,
             va_list             args)
{
  Draft *draft = add_draft (self, severity, hint);

  if (draft == NULL)
    return;

  draft->is_pointer = TRUE;
  draft->at_key = at_key;
  draft->pointer = lode_json_path_dup_pointer (path);
  draft->message = g_strdup_vprintf (format, args);
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  const Draft *one = *(const Draft * const *) a;
  const Draft *other = *(const Draft * const *) b;

  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* Finds the lines and columns of those that know their byte. */
static void
locate_offsets (LodeProblemList *self, const char *json)
{
  LodeTextPosition position = lode_text_position_at_start (json);

  g_ptr_array_sort (self->drafts, compare_offsets);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];

      if (draft->is_pointer || draft->offset < 0)
        continue;

      lode_text_position_advance (&position, json + draft->offset);
      draft->line = position.line;
      draft->column = position.column;
    }
}

/* Finds the lines and columns of those that know only their pointer. */
static void
locate_pointers (LodeProblemList *self, const char *json, gsize length)
{
  g_autofree LodeJsonLocation *locations = g_new0 (LodeJsonLocation, self->drafts->len);
  g_autofree Draft **drafts = g_new0 (Draft *, self->drafts->len);
  guint n = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];

      if (!draft->is_pointer)
        continue;

      locations[n].pointer = draft->pointer;
      locations[n].at_key = draft->at_key;
      drafts[n++] = draft;
    }

  if (n == 0)
    return;

  lode_json_locate (json, length, locations, n);
  for (guint i = 0; i < n; i++)
    {
      drafts[i]->line = locations[i].line;
      drafts[i]->column = locations[i].column;
    }
}

static LodeProblem *
create_remainder (LodeProblemList *self)
{
  g_autofree char *message = NULL;
  LodeSeverity severity;
  guint n_more;

  n_more = self->n_found[LODE_SEVERITY_ERROR] + self->n_found[LODE_SEVERITY_WARNING]
           - self->drafts->len;
  if (n_more == 0)
    return NULL;

  severity = self->n_found[LODE_SEVERITY_ERROR] > LODE_PROBLEM_LIST_MAX ? LODE_SEVERITY_ERROR
                                                                        : LODE_SEVERITY_WARNING;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u more problem is not listed",
                                          "%u more problems are not listed",
                                          n_more),
                             n_more);

  return lode_problem_new (severity, 0, 0, "", message, _("Correct these first, then check again"));
}

/**
 * lode_problem_list_new:
 *
 * Returns: (transfer full): an empty list; free it with lode_problem_list_free()
 */
LodeProblemList *
lode_problem_list_new (void)
{
  LodeProblemList *self = g_new0 (LodeProblemList, 1);

  self->drafts = g_ptr_array_new_with_free_func (draft_free);

  return self;
}

void
lode_problem_list_free (LodeProblemList *self)
{
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

gboolean
lode_problem_list_has_errors (LodeProblemList *self)
{
  return self->n_found[LODE_SEVERITY_ERROR] > 0;
}

/**
 * lode_problem_list_error:
 * @self: a list
 * @path: (nullable): where; NULL: the document
 * @hint: (transfer full) (nullable): what would be right, translated
 * @format: what is wrong, translated, as printf wants it
 *
 * Adds an error at a value.
 */
void
lode_problem_list_error (LodeProblemList    *self,
                         const LodeJsonPath *path,
                         char               *hint,
                         const char         *format,
                         ...)
{
  va_list args;

  va_start (args, format);
  add_at_path (self, LODE_SEVERITY_ERROR, path, FALSE, hint, format, args);
  va_end (args);
}

/* As lode_problem_list_error(), but the position is that of the member's name. */
void
lode_problem_list_error_at_key (LodeProblemList    *self,
                                const LodeJsonPath *path,
                                char               *hint,
                                const char         *format,
                                ...)
{
  va_list args;

  va_start (args, format);
  add_at_path (self, LODE_SEVERITY_ERROR, path, TRUE, hint, format, args);
  va_end (args);
}

/* As lode_problem_list_error(), for what does not make the dataset useless. */
void
lode_problem_list_warning (LodeProblemList    *self,
                           const LodeJsonPath *path,
                           char               *hint,
                           const char         *format,
                           ...)
{
  va_list args;

  va_start (args, format);
  add_at_path (self, LODE_SEVERITY_WARNING, path, FALSE, hint, format, args);
  va_end (args);
}

void
lode_problem_list_error_at (LodeProblemList *self,
                            gssize           offset,
                            const char      *pointer,
                            char            *hint,
                            const char      *format,
                            ...)
{
  Draft *draft = add_draft (self, LODE_SEVERITY_ERROR, hint);
  va_list args;

  if (draft == NULL)
    return;

  draft->offset = offset;
  draft->pointer = g_strdup (pointer);
  va_start (args, format);
  draft->message = g_strdup_vprintf (format, args);
  va_end (args);
}

/* Code points of a line that are shown on each side of a problem. */
#define EXCERPT_BEFORE 30
#define EXCERPT_AFTER 50

/* What there is to read of a file, from one problem to the next. */
typedef struct
{
  const char *start; /* of the line */
  const char *at;
  const char *end;   /* of the file */
  guint line;
  guint column;      /* of @at */
} Reader;

static gboolean
is_inside (char c)
{
  return ((guchar) c & 0xC0) == 0x80;
}

/* One code point on, if there is one on the line. */
static gboolean
step (const Reader *self, const char **at)
{
  if (*at >= self->end || **at == '\n')
    return FALSE;

  do
    (*at)++;
  while (*at < self->end && is_inside (**at));

  return TRUE;
}

static gboolean
step_back (const Reader *self, const char **at)
{
  if (*at <= self->start)
    return FALSE;

  do
    (*at)--;
  while (*at > self->start && is_inside (**at));

  return TRUE;
}

/* Problems come in the order of the file, and a line may be as long as the file: no byte of it is
 * looked at for each of them. */
static void
go_to (Reader *self, guint line, guint column)
{
  while (self->line < line)
    {
      const char *feed = memchr (self->at, '\n', self->end - self->at);

      self->start = self->at = feed != NULL ? feed + 1 : self->end;
      self->line++;
      self->column = 1;
    }

  while (self->column < column && step (self, &self->at))
    self->column++;
}

static void
show_excerpt (Reader *self, LodeProblem *problem)
{
  const guint line = lode_problem_get_line (problem);
  const char *from, *to;

  if (line == 0)
    return;

  go_to (self, line, lode_problem_get_column (problem));
  from = to = self->at;
  for (guint i = 0; i < EXCERPT_BEFORE && step_back (self, &from); i++)
    continue;
  for (guint i = 0; i < EXCERPT_AFTER && step (self, &to); i++)
    continue;
  lode_problem_take_excerpt (problem, from, self->at, to, from > self->start,
                             to < self->end && *to != '\n');
}

/**
 * lode_problem_list_to_model:
 * @self: a list
 * @json: the bytes that the problems are of
 * @length: how many
 *
 * Looks up the lines and columns, and gives the problems in the order of the file.
 *
 * Returns: (transfer full): a list model of LodeProblem
 */
GListModel *
lode_problem_list_to_model (LodeProblemList *self, const char *json, gsize length)
{
  GListStore *problems = g_list_store_new (LODE_TYPE_PROBLEM);
  g_autoptr (LodeProblem) remainder = create_remainder (self);
  Reader reader;

  locate_offsets (self, json);
  locate_pointers (self, json, length);
  g_ptr_array_sort (self->drafts, compare_drafts);
  reader = (Reader) { json, json, json + length, 1, 1 };

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];
      g_autoptr (LodeProblem) problem = NULL;

      problem = lode_problem_new (draft->severity, draft->line, draft->column,
                                  draft->pointer, draft->message, draft->hint);
      show_excerpt (&reader, problem);
      g_list_store_append (problems, problem);
    }

  if (remainder != NULL)
    g_list_store_append (problems, remainder);

  return G_LIST_MODEL (problems);
}

char *
lode_problem_list_dup_excerpt (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= EXCERPT_LENGTH)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, EXCERPT_LENGTH);

  return g_strconcat (start, "…", NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-query-private.h"

#include "lode-dataset-private.h"
#include "lode-date.h"
#include "lode-record-list.h"
#include "lode-search-fold.h"
#include "lode-search-index.h"

#include <string.h>

struct _LodeQuery
{
  GObject parent_instance;

  char *text;
  GArray *terms; /* of LodeQueryTerm */
  char *unclear;
};

G_DEFINE_FINAL_TYPE (LodeQuery, lode_query, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What is written before the colon. These are words of a language of their own, as the format's
 * are, and the same in all translations: a query can be sent to somebody else. */
static const char * const field_names[LODE_N_QUERY_FIELDS] = {
  [LODE_QUERY_FIELD_SPEAKER] = "speaker",
  [LODE_QUERY_FIELD_PLACE] = "place",
  [LODE_QUERY_FIELD_TOPIC] = "topic",
  [LODE_QUERY_FIELD_KIND] = "kind",
  [LODE_QUERY_FIELD_GROUP] = "group",
  [LODE_QUERY_FIELD_SOURCE] = "source",
  [LODE_QUERY_FIELD_CHECK] = "check",
  [LODE_QUERY_FIELD_DATE] = "date",
  [LODE_QUERY_FIELD_BEFORE] = "before",
  [LODE_QUERY_FIELD_AFTER] = "after",
  [LODE_QUERY_FIELD_AREA] = "area",
};

static void
clear_term (gpointer data)
{
  LodeQueryTerm *term = data;

  g_free (term->value);
  g_free (term->folded);
  g_free (term->needle);
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

/* The field that @at begins with, and moves @at behind its colon. */
static LodeQueryField
read_field (const char **at)
{
  const gsize length = strcspn (*at, ": ");

  if ((*at)[length] != ':')
    return LODE_QUERY_FIELD_WORDS;

  for (guint i = 0; i < LODE_N_QUERY_FIELDS; i++)
    if (field_names[i] != NULL && strlen (field_names[i]) == length
        && g_ascii_strncasecmp (*at, field_names[i], length) == 0)
      {
        *at += length + 1;
        return i;
      }

  return LODE_QUERY_FIELD_WORDS;
}

/* The value at @at, and moves @at behind it. @is_phrase: it stood in quotation marks; @is_whole:
 * and the second of them is there. */
static char *
read_value (const char **at, gboolean *is_phrase, gboolean *is_whole)
{
  const char *start;
  const char *end;

  *is_phrase = is_quotation_mark (g_utf8_get_char (*at));
  if (*is_phrase)
    *at = g_utf8_next_char (*at);

  start = *at;
  for (end = start; *end != '\0'; end = g_utf8_next_char (end))
    {
      const gunichar c = g_utf8_get_char (end);

      if (*is_phrase ? is_quotation_mark (c) : g_unichar_isspace (c))
        break;
    }

  *is_whole = *is_phrase && *end != '\0';
  *at = *is_whole ? g_utf8_next_char (end) : end;
  return g_strndup (start, end - start);
}

static char *
dup_folded (const char *value)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  lode_search_fold_append (folded, value, NULL);
  return g_strchomp (g_string_free (g_steal_pointer (&folded), FALSE));
}

/* A word is found where one begins with it; a whole phrase ends where a word does. */
static char *
dup_needle (const char *folded, gboolean is_whole)
{
  return g_strconcat (lode_search_fold_needs_start (folded) ? " " : "", folded,
                      is_whole ? " " : "", NULL);
}

static gboolean
is_date_field (LodeQueryField field)
{
  return field == LODE_QUERY_FIELD_DATE || field == LODE_QUERY_FIELD_BEFORE
         || field == LODE_QUERY_FIELD_AFTER;
}

/* Whether the term asks for anything. */
static gboolean
complete_term (LodeQueryTerm *term, gboolean is_whole)
{
  term->folded = dup_folded (term->value);
  if (*term->folded == '\0')
    return FALSE;

  term->needle = dup_needle (term->folded, is_whole);
  if (term->field == LODE_QUERY_FIELD_AREA)
    return lode_area_parse (term->value, &term->area);
  if (!is_date_field (term->field))
    return TRUE;

  return lode_date_pack (term->value, &term->first_day, &term->last_day);
}

static void
read_terms (LodeQuery *self)
{
  const char *at = self->text;

  while (*at != '\0')
    {
      LodeQueryTerm term = { 0 };
      const char *start = at;
      gboolean is_phrase, is_whole;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }

      term.field = read_field (&at);
      term.value = read_value (&at, &is_phrase, &is_whole);
      term.start = start - self->text;
      term.end = at - self->text;
      if (complete_term (&term, is_whole && term.field == LODE_QUERY_FIELD_WORDS))
        {
          g_array_append_val (self->terms, term);
          continue;
        }

      if (self->unclear == NULL && term.field != LODE_QUERY_FIELD_WORDS)
        self->unclear = g_strndup (start, at - start);
      clear_term (&term);
    }
}

static void
lode_query_finalize (GObject *object)
{
  LodeQuery *self = LODE_QUERY (object);

  g_free (self->text);
  g_free (self->unclear);
  g_array_unref (self->terms);

  G_OBJECT_CLASS (lode_query_parent_class)->finalize (object);
}

static void
lode_query_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeQuery *self = LODE_QUERY (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_query_class_init (LodeQueryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_query_finalize;
  object_class->get_property = lode_query_get_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_query_init (LodeQuery *self)
{
  self->terms = g_array_new (FALSE, FALSE, sizeof (LodeQueryTerm));
  g_array_set_clear_func (self->terms, clear_term);
}

/**
 * lode_query_new:
 * @text: (nullable): what somebody wrote; NULL is the empty query. What is not UTF-8 in it counts
 *   as U+FFFD
 *
 * Returns: (transfer full): the query; the empty one asks for all statements
 */
LodeQuery *
lode_query_new (const char *text)
{
  LodeQuery *self = g_object_new (LODE_TYPE_QUERY, NULL);

  self->text = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
  read_terms (self);

  return self;
}

/**
 * lode_query_get_text:
 *
 * Returns: (transfer none): the query as it was written; never NULL
 */
const char *
lode_query_get_text (LodeQuery *self)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);

  return self->text;
}

/**
 * lode_query_is_empty:
 *
 * Returns: whether the query asks for nothing, and so finds all
 */
gboolean
lode_query_is_empty (LodeQuery *self)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), TRUE);

  return self->terms->len == 0;
}

/**
 * lode_query_get_unclear:
 *
 * Gets the first term that is not understood, and that the query therefore leaves out: a field
 * without a value, or a date that is none.
 *
 * Returns: (transfer none) (nullable): the term as it was written, or NULL: all is understood
 */
const char *
lode_query_get_unclear (LodeQuery *self)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);

  return self->unclear;
}

/**
 * lode_query_get_field_name:
 *
 * Returns: what is written before the colon; NULL for words
 */
const char *
lode_query_get_field_name (LodeQueryField field)
{
  g_return_val_if_fail (field < LODE_N_QUERY_FIELDS, NULL);

  return field_names[field];
}

typedef gboolean (*TermMatch) (const LodeQueryTerm *term, const LodeQueryTerm *model);

static gboolean
is_term (const LodeQueryTerm *term, LodeQueryField field, const char *value)
{
  return term->field == field && g_str_equal (term->value, value);
}

/**
 * lode_query_has:
 * @field: not the words
 * @value: what stands behind its colon
 *
 * Returns: whether the query has that term
 */
gboolean
lode_query_has (LodeQuery *self, LodeQueryField field, const char *value)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  for (guint i = 0; i < self->terms->len; i++)
    if (is_term (&g_array_index (self->terms, LodeQueryTerm, i), field, value))
      return TRUE;

  return FALSE;
}

/**
 * lode_query_has_field:
 *
 * Returns: whether the query has a term of @field
 */
gboolean
lode_query_has_field (LodeQuery *self, LodeQueryField field)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), FALSE);

  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, LodeQueryTerm, i).field == field)
      return TRUE;

  return FALSE;
}

/**
 * lode_query_get_value:
 *
 * Returns: (transfer none) (nullable): what is written behind the colon of the first term of @field;
 *   NULL: there is none
 */
const char *
lode_query_get_value (LodeQuery *self, LodeQueryField field)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);

  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, LodeQueryTerm, i).field == field)
      return g_array_index (self->terms, LodeQueryTerm, i).value;

  return NULL;
}

/* Appends what stands between two terms that are left out, or before, or after them. */
static void
append_part (GString *text, const char *start, const char *end)
{
  g_autofree char *part = g_strstrip (g_strndup (start, end - start));

  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
}

/* The query's text without the terms for which @leave_out says so. */
static GString *
copy_without (LodeQuery *self, TermMatch leave_out, const LodeQueryTerm *model)
{
  GString *text = g_string_new (NULL);
  const char *at = self->text;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const LodeQueryTerm *term = &g_array_index (self->terms, LodeQueryTerm, i);

      if (!leave_out (term, model))
        continue;

      append_part (text, at, self->text + term->start);
      at = self->text + term->end;
    }

  append_part (text, at, self->text + strlen (self->text));
  return text;
}

static gboolean
is_same_term (const LodeQueryTerm *term, const LodeQueryTerm *model)
{
  return is_term (term, model->field, model->value);
}

static gboolean
is_same_field (const LodeQueryTerm *term, const LodeQueryTerm *model)
{
  return term->field == model->field;
}

static gboolean
is_filter (const LodeQueryTerm *term, const LodeQueryTerm *model)
{
  return term->field != LODE_QUERY_FIELD_WORDS;
}

/**
 * lode_query_with:
 * @field: not the words
 * @value: what shall stand behind its colon; without quotation marks
 * @present: whether the new query has that term
 *
 * Returns: (transfer full): the query with one term more or less; or itself, if that is so already
 */
LodeQuery *
lode_query_with (LodeQuery *self, LodeQueryField field, const char *value, gboolean present)
{
  const LodeQueryTerm term = { .field = field, .value = (char *) value };
  g_autoptr (GString) text = NULL;
  gboolean has_space = strpbrk (value, " \t\n") != NULL;

  if (lode_query_has (self, field, value) == present)
    return g_object_ref (self);

  text = copy_without (self, is_same_term, &term);
  if (present)
    g_string_append_printf (text, "%s%s:%s%s%s", text->len > 0 ? " " : "", field_names[field],
                            has_space ? "\"" : "", value, has_space ? "\"" : "");
  return lode_query_new (text->str);
}

/**
 * lode_query_without:
 * @field: a field, or LODE_QUERY_FIELD_WORDS
 *
 * Returns: (transfer full): the query without any term of @field
 */
LodeQuery *
lode_query_without (LodeQuery *self, LodeQueryField field)
{
  const LodeQueryTerm term = { .field = field };
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);

  text = copy_without (self, is_same_field, &term);
  return lode_query_new (text->str);
}

/**
 * lode_query_dup_words:
 *
 * Returns: (transfer full): the query's text without its filters, which are the terms of fields
 */
char *
lode_query_dup_words (LodeQuery *self)
{
  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);

  return g_string_free (copy_without (self, is_filter, NULL), FALSE);
}

/**
 * lode_query_dup_filters:
 *
 * Returns: (transfer full): the terms of fields, as they are written, with a space between
 */
char *
lode_query_dup_filters (LodeQuery *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const LodeQueryTerm *term = &g_array_index (self->terms, LodeQueryTerm, i);

      if (is_filter (term, NULL))
        append_part (text, self->text + term->start, self->text + term->end);
    }

  return g_string_free (text, FALSE);
}

/**
 * lode_query_select:
 * @dataset: where to look
 * @provenance: (nullable): what the quotations came to; NULL: what the dataset says of them
 *
 * Finds the statements that fulfil the query. May be called in any thread. The first query of a
 * dataset makes its search index, which takes some tenths of a second for 100,000 statements.
 *
 * Returns: (transfer full) (element-type LodeStatement): the statements, in the dataset's order, as
 *   a list model that never changes
 */
GListModel *
lode_query_select (LodeQuery *self, LodeDataset *dataset, LodeProvenance *provenance)
{
  g_autofree guint16 *failed = NULL;
  GListModel *statements;

  g_return_val_if_fail (LODE_IS_QUERY (self), NULL);
  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);

  statements = lode_dataset_get_statements (dataset);
  if (lode_query_is_empty (self))
    return g_object_ref (statements);

  failed = g_new0 (guint16, g_list_model_get_n_items (statements));
  lode_search_index_evaluate (lode_dataset_get_search_index (dataset), self, provenance, failed);
  return lode_query_list_found (statements, failed);
}

/* Those of @statements that have not failed, see lode_search_index_evaluate(). */
GListModel *
lode_query_list_found (GListModel *statements, const guint16 *failed)
{
  const guint n = g_list_model_get_n_items (statements);
  g_autofree guint32 *positions = g_new (guint32, n + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_found = 0;

  /* Writing down all and stepping on only where one is found is faster than deciding. */
  for (guint32 i = 0; i < n; i++)
    {
      positions[n_found] = i;
      n_found += failed[i] == 0;
    }
  g_array_append_vals (found, positions, n_found);

  return G_LIST_MODEL (lode_record_list_new_chosen (LODE_RECORD_LIST (statements), found));
}

/* Borrowed. */
const LodeQueryTerm *
lode_query_get_terms (LodeQuery *self, guint *n_terms)
{
  *n_terms = self->terms->len;
  return (const LodeQueryTerm *) (gpointer) self->terms->data;
}

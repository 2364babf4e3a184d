/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-provenance.h"

#include "lode-quotation-finder.h"
#include "lode-stored-text.h"
#include "lode-typography.h"

/* The texts are read one after the other, and each is searched for all of its source's quotations
 * at once: as it is, and then, for those that are not there, with its typography folded. */

/* What is known of a source, and its quotations. */
typedef struct
{
  LodeTextState state;
  gboolean is_chosen;
  LodeSourceText *text;
  GFile *file;
  char *error;
  GPtrArray *quotations; /* of LodeStatement, borrowed from the dataset */
} Sifted;

struct _LodeProvenance
{
  GObject parent_instance;

  LodeDataset *dataset;
  GHashTable *sources; /* LodeSource → Sifted */
  GHashTable *found;   /* LodeStatement → LodeVerification, where there was a text to look in */
  guint counts[LODE_N_OUTCOMES];
  guint8 *outcomes;    /* NULL until somebody filters by them */
};

G_DEFINE_FINAL_TYPE (LodeProvenance, lode_provenance, G_TYPE_OBJECT)

typedef struct
{
  LodeDataset *dataset;
  GFile *folder;
  GHashTable *chosen;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->dataset);
  g_clear_object (&request->folder);
  g_clear_pointer (&request->chosen, g_hash_table_unref);
  g_free (request);
}

static void
sifted_free (gpointer data)
{
  Sifted *sifted = data;

  g_clear_object (&sifted->text);
  g_clear_object (&sifted->file);
  g_free (sifted->error);
  g_ptr_array_unref (sifted->quotations);
  g_free (sifted);
}

static Sifted *
ensure_sifted (LodeProvenance *self, LodeSource *source)
{
  Sifted *sifted = g_hash_table_lookup (self->sources, source);

  if (sifted == NULL)
    {
      sifted = g_new0 (Sifted, 1);
      sifted->quotations = g_ptr_array_new ();
      g_hash_table_insert (self->sources, source, sifted);
    }

  return sifted;
}

static void
sift_statements (LodeProvenance *self)
{
  GListModel *statements = lode_dataset_get_statements (self->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_QUOTE)
        g_ptr_array_add (ensure_sifted (self, lode_statement_get_source (statement))->quotations,
                         statement);
    }
}

static LodeTextState
judge_text (LodeSource *source, LodeSourceText *text)
{
  const char *wanted = lode_source_get_sha256 (source);

  if (wanted == NULL)
    return LODE_TEXT_STATE_UNRECORDED;

  return g_ascii_strcasecmp (wanted, lode_source_text_get_sha256 (text)) == 0
    ? LODE_TEXT_STATE_MATCHES
    : LODE_TEXT_STATE_OTHER;
}

/* FALSE: cancelled. That a text cannot be read is a result. */
static gboolean
read_text (Sifted       *sifted,
           LodeSource   *source,
           GFile        *folder,
           GHashTable   *chosen,
           GCancellable *cancellable,
           GError      **error)
{
  GFile *file = chosen != NULL
    ? g_hash_table_lookup (chosen, lode_record_get_id (LODE_RECORD (source)))
    : NULL;
  g_autoptr (GError) local_error = NULL;

  sifted->is_chosen = file != NULL;
  if (file != NULL)
    sifted->file = g_object_ref (file);
  else if (folder != NULL && lode_source_get_text (source) != NULL)
    sifted->file = lode_stored_text_locate (folder, lode_source_get_text (source), &local_error);
  else
    return TRUE;

  if (sifted->file != NULL)
    sifted->text = lode_source_text_read (sifted->file, cancellable, &local_error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (sifted->text != NULL)
    {
      sifted->state = judge_text (source, sifted->text);
    }
  else
    {
      sifted->state = LODE_TEXT_STATE_UNREADABLE;
      sifted->error = g_strdup (local_error->message);
    }

  return TRUE;
}

/* Takes @sought's answer for @statement. FALSE: it is not there, or not only there. */
static gboolean
take_answer (LodeProvenance            *self,
             Sifted                    *sifted,
             LodeStatement             *statement,
             const LodeSoughtQuotation *sought,
             LodeCodePointMap          *map,
             LodeOutcome                outcome)
{
  const gboolean asks_context = sought->prefix != NULL || sought->suffix != NULL;
  const gboolean is_one = sought->n_in_context == 1 || sought->n_found == 1;
  LodeVerification *verification;

  if (sought->n_found == 0 && outcome == LODE_OUTCOME_VERIFIED)
    return FALSE;

  verification = g_new0 (LodeVerification, 1);
  verification->outcome = is_one ? outcome : LODE_OUTCOME_NOT_FOUND;
  verification->text_state = sifted->state;
  verification->n_found = sought->n_found;
  verification->misses_context = asks_context && sought->n_found > 0 && sought->n_in_context == 0;
  if (sought->n_found > 0)
    {
      verification->start = lode_code_point_map_get_position (map, sought->start);
      verification->end = lode_code_point_map_get_position (map, sought->end);
    }
  g_hash_table_insert (self->found, statement, verification);

  return is_one;
}

static char **
dup_folded_paragraphs (LodeStatement *statement)
{
  const char * const *paragraphs = lode_statement_get_paragraphs (statement);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **folded;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *paragraph = lode_typography_fold (paragraphs[i], strlen (paragraphs[i]),
                                                         NULL);

      g_strv_builder_add (builder, paragraph);
    }

  folded = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return folded;
}

static char *
fold_optional (const char *text)
{
  return text != NULL ? lode_typography_fold (text, strlen (text), NULL) : NULL;
}

static void
clear_folded (gpointer data)
{
  LodeSoughtQuotation *sought = data;

  g_strfreev ((char **) sought->paragraphs);
  g_free ((char *) sought->prefix);
  g_free ((char *) sought->suffix);
}

/* Looks for @quotations in the text with its typography folded. */
static gboolean
search_folded (LodeProvenance *self,
               Sifted         *sifted,
               GPtrArray      *quotations,
               GCancellable   *cancellable)
{
  g_autoptr (GArray) sought = g_array_new (FALSE, TRUE, sizeof (LodeSoughtQuotation));
  g_autoptr (LodeCodePointMap) map = NULL;
  g_autofree char *folded = NULL;
  const char *text;
  gsize length;

  text = lode_source_text_get_bytes (sifted->text, &length);
  folded = lode_typography_fold (text, length, &length);
  map = lode_code_point_map_new (folded, length);

  g_array_set_clear_func (sought, clear_folded);
  g_array_set_size (sought, quotations->len);
  for (guint i = 0; i < quotations->len; i++)
    {
      LodeStatement *statement = quotations->pdata[i];
      LodeSoughtQuotation *one = &g_array_index (sought, LodeSoughtQuotation, i);

      one->paragraphs = (const char * const *) dup_folded_paragraphs (statement);
      one->prefix = fold_optional (lode_statement_get_prefix (statement));
      one->suffix = fold_optional (lode_statement_get_suffix (statement));
    }

  if (!lode_quotation_finder_run (folded, length, (gpointer) sought->data, sought->len,
                                  cancellable))
    return FALSE;

  for (guint i = 0; i < quotations->len; i++)
    take_answer (self, sifted, quotations->pdata[i],
                 &g_array_index (sought, LodeSoughtQuotation, i), map,
                 LODE_OUTCOME_TYPOGRAPHY_DIFFERS);

  return TRUE;
}

static gboolean
search_text (LodeProvenance *self, Sifted *sifted, GCancellable *cancellable)
{
  const guint n = sifted->quotations->len;
  g_autofree LodeSoughtQuotation *sought = g_new0 (LodeSoughtQuotation, n);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  LodeCodePointMap *map = lode_source_text_get_map (sifted->text);
  const char *text;
  gsize length;

  for (guint i = 0; i < n; i++)
    {
      LodeStatement *statement = sifted->quotations->pdata[i];

      sought[i].paragraphs = lode_statement_get_paragraphs (statement);
      sought[i].prefix = lode_statement_get_prefix (statement);
      sought[i].suffix = lode_statement_get_suffix (statement);
    }

  text = lode_source_text_get_bytes (sifted->text, &length);
  if (!lode_quotation_finder_run (text, length, sought, n, cancellable))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      LodeStatement *statement = sifted->quotations->pdata[i];

      if (!take_answer (self, sifted, statement, &sought[i], map, LODE_OUTCOME_VERIFIED))
        g_ptr_array_add (left, statement);
    }

  return left->len == 0 || search_folded (self, sifted, left, cancellable);
}

static gboolean
check_source (LodeProvenance *self,
              LodeSource     *source,
              GFile          *folder,
              GHashTable     *chosen,
              GCancellable   *cancellable,
              GError        **error)
{
  Sifted *sifted = ensure_sifted (self, source);

  if (!read_text (sifted, source, folder, chosen, cancellable, error))
    return FALSE;

  if (lode_provenance_has_text (self, source) && sifted->quotations->len > 0 &&
      !search_text (self, sifted, cancellable))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  for (guint i = 0; i < sifted->quotations->len; i++)
    self->counts[lode_provenance_get_verification (self, sifted->quotations->pdata[i]).outcome]++;

  return TRUE;
}

static void
check_in_thread_cb (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  Request *request = task_data;
  LodeProvenance *self;
  GError *error = NULL;

  self = lode_provenance_check (request->dataset, request->folder, request->chosen, cancellable,
                                &error);
  if (self == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Here, and not where the filters ask for it. */
  lode_provenance_get_outcomes (self);
  g_task_return_pointer (task, self, g_object_unref);
}

static void
lode_provenance_finalize (GObject *object)
{
  LodeProvenance *self = LODE_PROVENANCE (object);

  g_hash_table_unref (self->found);
  g_hash_table_unref (self->sources);
  g_free (self->outcomes);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (lode_provenance_parent_class)->finalize (object);
}

static void
lode_provenance_class_init (LodeProvenanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_provenance_finalize;
}

static void
lode_provenance_init (LodeProvenance *self)
{
  self->sources = g_hash_table_new_full (NULL, NULL, NULL, sifted_free);
  self->found = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * lode_provenance_check:
 * @dataset: a dataset
 * @folder: (nullable): where the paths of its texts begin: the folder that its file is in
 * @chosen: (nullable): GFiles by the ids of sources, to be read instead of the stored texts
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Reads the texts of all sources that have one, and compares every quotation with its source's
 * text. That a text cannot be read, or is another than the dataset means, is part of the result.
 * Blocks.
 *
 * Returns: (transfer full): the results; NULL with G_IO_ERROR_CANCELLED
 */
LodeProvenance *
lode_provenance_check (LodeDataset   *dataset,
                       GFile         *folder,
                       GHashTable    *chosen,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (LodeProvenance) self = NULL;
  GListModel *sources;

  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);

  self = g_object_new (LODE_TYPE_PROVENANCE, NULL);
  self->dataset = g_object_ref (dataset);
  sift_statements (self);

  sources = lode_dataset_get_sources (dataset);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LodeSource) source = g_list_model_get_item (sources, i);

      if (!check_source (self, source, folder, chosen, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * lode_provenance_check_async:
 * @dataset: a dataset
 * @folder: (nullable): as for lode_provenance_check()
 * @chosen: (nullable): the same; not to be changed any more
 * @cancellable: (nullable): a cancellable
 * @callback: what to call in the thread-default main context of the caller
 * @user_data: for @callback
 *
 * Does in a thread what lode_provenance_check() does.
 */
void
lode_provenance_check_async (LodeDataset         *dataset,
                             GFile               *folder,
                             GHashTable          *chosen,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (LODE_IS_DATASET (dataset));
  g_return_if_fail (folder == NULL || G_IS_FILE (folder));

  request = g_new0 (Request, 1);
  request->dataset = g_object_ref (dataset);
  request->folder = folder != NULL ? g_object_ref (folder) : NULL;
  request->chosen = chosen != NULL ? g_hash_table_ref (chosen) : NULL;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lode_provenance_check_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, check_in_thread_cb);
}

/**
 * lode_provenance_check_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Ends lode_provenance_check_async().
 *
 * Returns: (transfer full): as lode_provenance_check() returns
 */
LodeProvenance *
lode_provenance_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

LodeDataset *
lode_provenance_get_dataset (LodeProvenance *self)
{
  g_return_val_if_fail (LODE_IS_PROVENANCE (self), NULL);

  return self->dataset;
}

/**
 * lode_provenance_get_verification:
 * @self: (nullable): the results of a check; NULL: there was none yet
 * @statement: a statement of the dataset
 *
 * Gets what is known about the words of a statement, in constant time. Without a check, or without
 * a text, that is what the dataset itself records.
 *
 * Returns: the result
 */
LodeVerification
lode_provenance_get_verification (LodeProvenance *self, LodeStatement *statement)
{
  LodeVerification verification = { .outcome = LODE_OUTCOME_NOT_CHECKED };
  const LodeVerification *found = NULL;
  LodeSource *source;

  g_return_val_if_fail (self == NULL || LODE_IS_PROVENANCE (self), verification);
  g_return_val_if_fail (LODE_IS_STATEMENT (statement), verification);

  if (lode_statement_get_kind (statement) != LODE_STATEMENT_KIND_QUOTE)
    {
      verification.is_own_words = TRUE;
      return verification;
    }

  if (self != NULL)
    found = g_hash_table_lookup (self->found, statement);
  if (found != NULL)
    return *found;

  source = lode_statement_get_source (statement);
  verification.text_state = lode_provenance_get_text_state (self, source);
  if (lode_source_get_checked (source) != NULL)
    verification.outcome = LODE_OUTCOME_RECORDED;

  return verification;
}

guint8 *
lode_provenance_dup_outcomes (LodeProvenance *self, LodeDataset *dataset)
{
  GListModel *statements = lode_dataset_get_statements (dataset);
  const guint n = g_list_model_get_n_items (statements);
  guint8 *outcomes = g_new (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      const LodeVerification verification = lode_provenance_get_verification (self, statement);

      outcomes[i] = verification.is_own_words ? LODE_N_OUTCOMES : verification.outcome;
    }

  return outcomes;
}

const guint8 *
lode_provenance_get_outcomes (LodeProvenance *self)
{
  g_return_val_if_fail (LODE_IS_PROVENANCE (self), NULL);

  if (g_once_init_enter (&self->outcomes))
    g_once_init_leave (&self->outcomes, lode_provenance_dup_outcomes (self, self->dataset));

  return self->outcomes;
}

guint
lode_provenance_get_count (LodeProvenance *self, LodeOutcome outcome)
{
  g_return_val_if_fail (LODE_IS_PROVENANCE (self), 0);
  g_return_val_if_fail (outcome < LODE_N_OUTCOMES, 0);

  return self->counts[outcome];
}

static Sifted *
find_sifted (LodeProvenance *self, LodeSource *source)
{
  return self != NULL ? g_hash_table_lookup (self->sources, source) : NULL;
}

LodeTextState
lode_provenance_get_text_state (LodeProvenance *self, LodeSource *source)
{
  Sifted *sifted = find_sifted (self, source);

  return sifted != NULL ? sifted->state : LODE_TEXT_STATE_NONE;
}

/* Whether there is a text that the source's quotations were looked for in. */
gboolean
lode_provenance_has_text (LodeProvenance *self, LodeSource *source)
{
  const LodeTextState state = lode_provenance_get_text_state (self, source);

  return state == LODE_TEXT_STATE_MATCHES || state == LODE_TEXT_STATE_UNRECORDED;
}

/* Whether the text was given for the check, and is not the one stored beside the dataset. */
gboolean
lode_provenance_is_text_chosen (LodeProvenance *self, LodeSource *source)
{
  Sifted *sifted = find_sifted (self, source);

  return sifted != NULL && sifted->is_chosen;
}

LodeSourceText *
lode_provenance_get_text (LodeProvenance *self, LodeSource *source)
{
  Sifted *sifted = find_sifted (self, source);

  return sifted != NULL ? sifted->text : NULL;
}

GFile *
lode_provenance_get_text_file (LodeProvenance *self, LodeSource *source)
{
  Sifted *sifted = find_sifted (self, source);

  return sifted != NULL ? sifted->file : NULL;
}

const char *
lode_provenance_get_text_error (LodeProvenance *self, LodeSource *source)
{
  Sifted *sifted = find_sifted (self, source);

  return sifted != NULL ? sifted->error : NULL;
}

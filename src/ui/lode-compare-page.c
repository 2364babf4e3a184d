/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-compare-page.h"

#include "lode-compare-reader.h"
#include "lode-comparison-table.h"
#include "lode-filter-bar.h"
#include "lode-optional-label.h"
#include "lode-record-list.h"
#include "lode-speaker-aliases.h"
#include "lode-word-shares.h"

#include <glib/gi18n.h>

/* Above this many statements the comparison is made in a worker thread. */
#define COMPARE_AT_ONCE 2000
/* So many names of those who did not answer are read, and laid out, at all. */
#define MAX_ASKED 20

struct _LodeComparePage
{
  AdwBin parent_instance;

  LodeDataset *dataset;
  GListModel *statements;
  char *query;
  LodeFindings *findings;
  LodeComparisonAxis by;
  LodeComparisonOrder order;
  guint min_statements;
  gboolean transposed;
  gboolean names_hidden;

  LodeSpeakerAliases *aliases;
  gboolean stale;
  GCancellable *comparing;
  LodeComparison *comparison;

  GtkStack *pages;
  GtkWidget *overview;
  LodeFilterBar *filter_bar;
  GtkStack *content;
  GtkStack *views;
  GtkStackPage *positions_page;
  GtkWidget *nothing_page;
  LodeComparisonTable *topics_table;
  LodeComparisonTable *positions_table;
  LodeWordShares *word_shares;
  GtkSpinner *spinner;
  GtkLabel *asked_label;
  LodeCompareReader *reader;
};

G_DEFINE_FINAL_TYPE (LodeComparePage, lode_compare_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_STATEMENTS,
  PROP_QUERY,
  PROP_FINDINGS,
  PROP_PROVENANCE,
  PROP_BY,
  PROP_ORDER,
  PROP_MIN_STATEMENTS,
  PROP_TRANSPOSED,
  PROP_NAMES_HIDDEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a worker thread needs to know. */
typedef struct
{
  LodeRecordList *statements;
  LodeComparisonAxis rows;
  LodeComparisonAxis columns;
  LodeComparisonOrder order;
  guint min_statements;
} Job;

static void
free_job (Job *job)
{
  g_object_unref (job->statements);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static gboolean
is_view (LodeComparePage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), name) == 0;
}

static LodeSpeakerAliases *
get_aliases (LodeComparePage *self)
{
  return self->names_hidden ? self->aliases : NULL;
}

static void
activated_cb (LodeComparePage *self, int row, int column)
{
  lode_compare_reader_read (self->reader, self->comparison, get_aliases (self), row,
                            column);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->reader));
}

/* Whether the statements come from more than one source. */
static gboolean
have_sources (GListModel *statements)
{
  LodeSource *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      if (first == NULL)
        first = lode_statement_get_source (statement);
      else if (first != lode_statement_get_source (statement))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_nothing_text (LodeComparePage *self)
{
  guint n_all = g_list_model_get_n_items (lode_dataset_get_statements (self->dataset));

  if (is_view (self, "positions"))
    return _("Not coded");
  if (g_list_model_get_n_items (self->statements) < n_all)
    return _("Nothing among what is shown");
  if (have_sources (self->statements))
    return _("Said nothing in these sources");

  return _("Said nothing in this source");
}

static void
show_asked (LodeComparePage *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint row = 0; row < lode_comparison_get_n_rows (self->comparison); row++)
    {
      const LodeComparisonHeading *heading = lode_comparison_get_row (self->comparison, row);
      g_autofree char *name = NULL;

      if (heading->n_no_replies == 0 || ++n > MAX_ASKED)
        continue;
      name = lode_speaker_aliases_dup_heading (get_aliases (self), self->by, heading);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  if (n > MAX_ASKED)
    /* Translators: %s is a list of people and organisations, and there are %'u more */
    text = g_strdup_printf (ngettext ("Asked, no answer reported: %s and %'u other",
                                      "Asked, no answer reported: %s and %'u others",
                                      n - MAX_ASKED), names->str, n - MAX_ASKED);
  else if (n > 0)
    /* Translators: %s is a list of people and organisations */
    text = g_strdup_printf (_("Asked, no answer reported: %s"), names->str);
  lode_optional_label_set_text (self->asked_label, text);
}

/* Puts what was compared into the view that is shown. */
static void
show_comparison (LodeComparePage *self, LodeComparison *comparison)
{
  gboolean empty = lode_comparison_get_n_rows (comparison) == 0
                   || lode_comparison_get_n_columns (comparison) == 0;

  g_set_object (&self->comparison, comparison);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child (self->pages, self->overview);
  gtk_stack_set_visible_child (self->content, empty ? self->nothing_page
                                                    : GTK_WIDGET (self->views));
  if (is_view (self, "words"))
    lode_word_shares_set_comparison (self->word_shares, comparison, get_aliases (self));
  else
    lode_comparison_table_set_comparison (is_view (self, "positions") ? self->positions_table
                                                                      : self->topics_table,
                                          comparison, get_aliases (self),
                                          get_nothing_text (self));
  show_asked (self);
}

static LodeComparison *
run_job (Job *job)
{
  return lode_comparison_new (G_LIST_MODEL (job->statements), job->rows, job->columns, job->order,
                              job->min_statements);
}

static void
compare_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, run_job (task_data), g_object_unref);
}

static void
compared_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  LodeComparePage *self = LODE_COMPARE_PAGE (source_object);
  g_autoptr (LodeComparison) comparison = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL: cancelled, since something newer is being compared. */
  if (comparison != NULL)
    show_comparison (self, comparison);
}

/* A list that may change while a worker reads it is not for the worker: it gets one of its own. */
static LodeRecordList *
copy_statements (GListModel *statements)
{
  g_autoptr (GPtrArray) records = NULL;

  if (LODE_IS_RECORD_LIST (statements))
    return g_object_ref (LODE_RECORD_LIST (statements));

  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    g_ptr_array_add (records, g_list_model_get_item (statements, i));

  return lode_record_list_new (LODE_TYPE_STATEMENT, records);
}

static Job *
create_job (LodeComparePage *self)
{
  Job *job = g_new0 (Job, 1);

  job->statements = copy_statements (self->statements);
  job->rows = self->by;
  job->columns = is_view (self, "positions") ? LODE_COMPARISON_AXIS_PROPOSITIONS
                                             : LODE_COMPARISON_AXIS_TOPICS;
  /* Hidden names in the order of the alphabet would be half told. */
  job->order = self->names_hidden && self->order == LODE_COMPARISON_ORDER_NAME
    ? LODE_COMPARISON_ORDER_FIRST
    : self->order;
  job->min_statements = self->min_statements;
  return job;
}

static void
compare (LodeComparePage *self)
{
  g_autoptr (Job) job = NULL;
  g_autoptr (LodeComparison) comparison = NULL;
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale || self->dataset == NULL || self->statements == NULL)
    return;

  job = create_job (self);
  if (g_list_model_get_n_items (self->statements) <= COMPARE_AT_ONCE)
    {
      comparison = run_job (job);
      show_comparison (self, comparison);
      return;
    }

  self->comparing = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  task = g_task_new (self, self->comparing, compared_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&job), (GDestroyNotify) free_job);
  g_task_run_in_thread (task, compare_thread);
}

static void
view_changed_cb (LodeComparePage *self)
{
  if (self->views != NULL)
    compare (self);
}

static gboolean
has_positions (LodeDataset *dataset)
{
  GListModel *statements = lode_dataset_get_statements (dataset);

  if (g_list_model_get_n_items (lode_dataset_get_propositions (dataset)) == 0)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      guint n;

      lode_statement_get_positions (statement, &n);
      if (n > 0)
        return TRUE;
    }

  return FALSE;
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lode_compare_page_step_back (LODE_COMPARE_PAGE (widget));
}

/* Names are only words on what is there: the table, or the reading, stays. */
static void
set_names_hidden (LodeComparePage *self, gboolean names_hidden)
{
  self->names_hidden = names_hidden;
  if (gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->reader))
    {
      lode_compare_reader_set_aliases (self->reader, get_aliases (self));
      self->stale = TRUE;
    }
  else
    {
      compare (self);
    }
}

static void
lode_compare_page_map (GtkWidget *widget)
{
  LodeComparePage *self = LODE_COMPARE_PAGE (widget);

  GTK_WIDGET_CLASS (lode_compare_page_parent_class)->map (widget);

  if (self->stale)
    compare (self);
}

static void
lode_compare_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeComparePage *self = LODE_COMPARE_PAGE (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_STATEMENTS:
      g_value_set_object (value, self->statements);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query != NULL ? self->query : "");
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    case PROP_BY:
      g_value_set_enum (value, self->by);
      break;
    case PROP_ORDER:
      g_value_set_enum (value, self->order);
      break;
    case PROP_MIN_STATEMENTS:
      g_value_set_uint (value, self->min_statements);
      break;
    case PROP_TRANSPOSED:
      g_value_set_boolean (value, self->transposed);
      break;
    case PROP_NAMES_HIDDEN:
      g_value_set_boolean (value, self->names_hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_compare_page_set_property (GObject *object, guint prop_id, const GValue *value,
                                GParamSpec *pspec)
{
  LodeComparePage *self = LODE_COMPARE_PAGE (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      lode_compare_page_set_dataset (self, g_value_get_object (value));
      return;
    case PROP_STATEMENTS:
      lode_compare_page_set_statements (self, g_value_get_object (value));
      return;
    case PROP_QUERY:
      if (g_strcmp0 (self->query, g_value_get_string (value)) == 0)
        return;
      g_free (self->query);
      self->query = g_value_dup_string (value);
      break;
    case PROP_FINDINGS:
      if (!g_set_object (&self->findings, g_value_get_object (value)))
        return;
      break;
    case PROP_PROVENANCE:
      lode_compare_reader_set_provenance (self->reader, g_value_get_object (value));
      return;
    case PROP_BY:
      if (self->by == (LodeComparisonAxis) g_value_get_enum (value))
        return;
      self->by = g_value_get_enum (value);
      compare (self);
      break;
    case PROP_ORDER:
      if (self->order == (LodeComparisonOrder) g_value_get_enum (value))
        return;
      self->order = g_value_get_enum (value);
      compare (self);
      break;
    case PROP_MIN_STATEMENTS:
      if (self->min_statements == g_value_get_uint (value))
        return;
      self->min_statements = g_value_get_uint (value);
      compare (self);
      break;
    case PROP_TRANSPOSED:
      if (self->transposed == g_value_get_boolean (value))
        return;
      self->transposed = g_value_get_boolean (value);
      lode_comparison_table_set_transposed (self->topics_table, self->transposed);
      lode_comparison_table_set_transposed (self->positions_table, self->transposed);
      break;
    case PROP_NAMES_HIDDEN:
      if (self->names_hidden == g_value_get_boolean (value))
        return;
      set_names_hidden (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
lode_compare_page_dispose (GObject *object)
{
  LodeComparePage *self = LODE_COMPARE_PAGE (object);

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  /* The bin's own child has an id: the template would take it away below the bin's hands. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_COMPARE_PAGE);
  g_clear_object (&self->dataset);
  g_clear_object (&self->statements);
  g_clear_object (&self->comparison);
  g_clear_object (&self->aliases);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (lode_compare_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_DATASET] =
    g_param_spec_object ("dataset", NULL, NULL, LODE_TYPE_DATASET, flags);
  properties[PROP_STATEMENTS] =
    g_param_spec_object ("statements", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, LODE_TYPE_FINDINGS, flags);
  properties[PROP_PROVENANCE] =
    g_param_spec_object ("provenance", NULL, NULL, LODE_TYPE_PROVENANCE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BY] =
    g_param_spec_enum ("by", NULL, NULL, LODE_TYPE_COMPARISON_AXIS, LODE_COMPARISON_AXIS_SPEAKERS,
                       flags);
  properties[PROP_ORDER] =
    g_param_spec_enum ("order", NULL, NULL, LODE_TYPE_COMPARISON_ORDER,
                       LODE_COMPARISON_ORDER_FIRST, flags);
  properties[PROP_MIN_STATEMENTS] =
    g_param_spec_uint ("min-statements", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TRANSPOSED] =
    g_param_spec_boolean ("transposed", NULL, NULL, FALSE, flags);
  properties[PROP_NAMES_HIDDEN] =
    g_param_spec_boolean ("names-hidden", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, pages);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, overview);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, content);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, views);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, positions_page);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, topics_table);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, positions_table);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, word_shares);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, asked_label);
  gtk_widget_class_bind_template_child (widget_class, LodeComparePage, reader);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
lode_compare_page_class_init (LodeComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_compare_page_get_property;
  object_class->set_property = lode_compare_page_set_property;
  object_class->dispose = lode_compare_page_dispose;
  widget_class->map = lode_compare_page_map;

  install_properties (object_class);
  gtk_widget_class_install_property_action (widget_class, "compare.by", "by");
  gtk_widget_class_install_property_action (widget_class, "compare.order", "order");
  gtk_widget_class_install_property_action (widget_class, "compare.min-statements",
                                            "min-statements");
  gtk_widget_class_install_property_action (widget_class, "compare.transposed", "transposed");
  gtk_widget_class_install_property_action (widget_class, "compare.names-hidden", "names-hidden");
  gtk_widget_class_install_action (widget_class, "compare.back", NULL, back_action);

  g_type_ensure (LODE_TYPE_COMPARE_READER);
  g_type_ensure (LODE_TYPE_COMPARISON_TABLE);
  g_type_ensure (LODE_TYPE_FILTER_BAR);
  g_type_ensure (LODE_TYPE_WORD_SHARES);
  bind_template (widget_class);
}

static void
lode_compare_page_init (LodeComparePage *self)
{
  self->by = LODE_COMPARISON_AXIS_SPEAKERS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lode_compare_page_set_dataset:
 * @dataset: (nullable): what the statements belong to
 */
void
lode_compare_page_set_dataset (LodeComparePage *self, LodeDataset *dataset)
{
  g_return_if_fail (LODE_IS_COMPARE_PAGE (self));

  if (!g_set_object (&self->dataset, dataset))
    return;

  g_clear_object (&self->aliases);
  if (dataset != NULL)
    self->aliases = lode_speaker_aliases_new (lode_dataset_get_actors (dataset));
  gtk_stack_page_set_visible (self->positions_page, dataset != NULL && has_positions (dataset));
  if (dataset == NULL || is_view (self, "positions"))
    gtk_stack_set_visible_child_name (self->views, "topics");
  /* Of the former dataset; the new one's statements come next. */
  lode_compare_page_set_statements (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}

/**
 * lode_compare_page_set_statements:
 * @statements: (nullable): what to compare, a list model of LodeStatement of the dataset; when its
 *   items change, the comparison does too
 *
 * Nothing is compared before the page is seen.
 */
void
lode_compare_page_set_statements (LodeComparePage *self, GListModel *statements)
{
  g_return_if_fail (LODE_IS_COMPARE_PAGE (self));
  g_return_if_fail (statements == NULL || G_IS_LIST_MODEL (statements));

  if (self->statements == statements)
    return;

  if (self->statements != NULL)
    g_signal_handlers_disconnect_by_func (self->statements, compare, self);
  g_set_object (&self->statements, statements);
  if (statements != NULL)
    g_signal_connect_object (statements, "items-changed", G_CALLBACK (compare), self,
                             G_CONNECT_SWAPPED);
  compare (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATEMENTS]);
}

/**
 * lode_compare_page_focus_search:
 *
 * Puts the cursor where words are written to look for, above the table.
 */
void
lode_compare_page_focus_search (LodeComparePage *self)
{
  g_return_if_fail (LODE_IS_COMPARE_PAGE (self));

  lode_compare_page_step_back (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
}

/**
 * lode_compare_page_step_back:
 *
 * Leaves the statements for the table, if they are open.
 *
 * Returns: whether they were
 */
gboolean
lode_compare_page_step_back (LodeComparePage *self)
{
  g_return_val_if_fail (LODE_IS_COMPARE_PAGE (self), FALSE);

  if (gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->reader))
    return FALSE;

  gtk_stack_set_visible_child (self->pages, self->overview);
  lode_compare_reader_clear (self->reader);
  if (self->stale)
    compare (self);
  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-statement-groups.h"

#include "lode-dataset-private.h"
#include "lode-record-list.h"
#include "lode-statement-text.h"

#include <glib/gi18n-lib.h>

/* One flat array of items, made anew whenever dataset, place or what is found change: a pass over
 * 100,000 statements takes a millisecond or two, and the list shows the top again anyway. The
 * statements in it are borrowed, as the lists that they are from stay as they are. */

struct _LodeStatementHeading
{
  GObject parent_instance;

  char *title;
  char *note;
  guint count;
};

G_DEFINE_FINAL_TYPE (LodeStatementHeading, lode_statement_heading, G_TYPE_OBJECT)

struct _LodeStatementGroups
{
  GObject parent_instance;

  LodeDataset *dataset;
  GListModel *statements; /* NULL: all of the dataset */
  LodePlace *place;
  GPtrArray *items;    /* borrowed */
  GPtrArray *headings; /* those of the items, owned */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LodeStatementGroups, lode_statement_groups, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_STATEMENTS,
  PROP_PLACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The topic that all others are narrower than; NULL if there is more than one such. */
static LodeTopic *
find_top_topic (LodeDataset *dataset)
{
  GListModel *topics = lode_dataset_get_topics (dataset);
  LodeTopic *top = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (LodeTopic) topic = g_list_model_get_item (topics, i);

      if (lode_topic_get_broader (topic) != NULL)
        continue;
      if (top != NULL)
        return NULL;
      top = topic;
    }

  return top;
}

static char *
dup_general_title (LodeDataset *dataset)
{
  LodeTopic *top = find_top_topic (dataset);
  g_autofree char *name = NULL;

  if (top == NULL)
    return g_strdup (_("In general"));

  name = lode_topic_dup_in_sentence (top);
  /* Translators: %s is what the dataset is about, e.g. "critical minerals" */
  return g_strdup_printf (_("About %s in general"), name);
}

static void
append_group (LodeStatementGroups *self, const char *title, const char *note, GPtrArray *statements)
{
  LodeStatementHeading *heading;

  if (statements->len == 0 && note == NULL)
    return;

  heading = g_object_new (LODE_TYPE_STATEMENT_HEADING, NULL);
  heading->title = g_strdup (title);
  heading->note = g_strdup (note);
  heading->count = statements->len;
  g_ptr_array_add (self->headings, heading);
  g_ptr_array_add (self->items, heading);
  g_ptr_array_extend (self->items, statements, NULL, NULL);
}

static void
fill_items (LodeStatementGroups *self)
{
  GListModel *statements = self->statements != NULL ? self->statements
                                                    : lode_dataset_get_statements (self->dataset);
  const guint n = g_list_model_get_n_items (statements);
  const guint8 *kinds = lode_dataset_get_digest (self->dataset)->groups;
  GPtrArray *groups[] = {
    [LODE_STATEMENT_GROUP_PLACE] = g_ptr_array_new (),
    [LODE_STATEMENT_GROUP_GENERAL] = g_ptr_array_new (),
    [LODE_STATEMENT_GROUP_NO_REPLY] = g_ptr_array_new (),
  };
  g_autofree char *general_title = dup_general_title (self->dataset);
  const char *nothing = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint position;
      LodeStatement *statement
        = lode_record_list_peek (LODE_RECORD_LIST (statements), i, &position);

      if (kinds[position] != LODE_STATEMENT_GROUP_PLACE || self->place == NULL
          || lode_statement_names_place (statement, self->place))
        g_ptr_array_add (groups[kinds[position]], statement);
    }

  if (self->place != NULL && groups[LODE_STATEMENT_GROUP_PLACE]->len == 0)
    nothing = lode_place_get_n_statements (self->place) == 0
      ? _("No statement in this dataset names this place.")
      : _("None of the statements found names this place.");

  append_group (self,
                self->place != NULL ? _("About this place") : _("About places on the map"),
                nothing, groups[LODE_STATEMENT_GROUP_PLACE]);
  append_group (self, general_title, NULL, groups[LODE_STATEMENT_GROUP_GENERAL]);
  append_group (self, _("Asked, no answer reported"), NULL,
                groups[LODE_STATEMENT_GROUP_NO_REPLY]);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_ptr_array_unref (groups[i]);
}

static gboolean
is_same_item (gpointer a, gpointer b)
{
  if (a == b)
    return TRUE;

  return LODE_IS_STATEMENT_HEADING (a) && LODE_IS_STATEMENT_HEADING (b)
         && LODE_STATEMENT_HEADING (a)->count == LODE_STATEMENT_HEADING (b)->count
         && g_str_equal (LODE_STATEMENT_HEADING (a)->title, LODE_STATEMENT_HEADING (b)->title)
         && g_strcmp0 (LODE_STATEMENT_HEADING (a)->note, LODE_STATEMENT_HEADING (b)->note) == 0;
}

/* Only what differs is said to have changed: most rows of the list stay as they are. The items before
 * must still be there, even if their dataset or their list is not the one any more. */
static void
rebuild (LodeStatementGroups *self)
{
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *old_headings = self->headings;
  guint start = 0;
  guint end = 0;

  self->items = g_ptr_array_new ();
  self->headings = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->dataset != NULL)
    fill_items (self);

  while (start < MIN (old->len, self->items->len)
         && is_same_item (old->pdata[start], self->items->pdata[start]))
    start++;
  while (end < MIN (old->len, self->items->len) - start
         && is_same_item (old->pdata[old->len - 1 - end],
                          self->items->pdata[self->items->len - 1 - end]))
    end++;

  if (old->len > start + end || self->items->len > start + end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->items->len - start - end);
  g_ptr_array_unref (old_headings);
}

static GType
lode_statement_groups_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
lode_statement_groups_get_n_items (GListModel *model)
{
  return LODE_STATEMENT_GROUPS (model)->items->len;
}

static gpointer
lode_statement_groups_get_item (GListModel *model, guint position)
{
  LodeStatementGroups *self = LODE_STATEMENT_GROUPS (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lode_statement_groups_get_item_type;
  iface->get_n_items = lode_statement_groups_get_n_items;
  iface->get_item = lode_statement_groups_get_item;
}

static void
lode_statement_heading_finalize (GObject *object)
{
  LodeStatementHeading *self = LODE_STATEMENT_HEADING (object);

  g_free (self->title);
  g_free (self->note);

  G_OBJECT_CLASS (lode_statement_heading_parent_class)->finalize (object);
}

static void
lode_statement_heading_class_init (LodeStatementHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_statement_heading_finalize;
}

static void
lode_statement_heading_init (LodeStatementHeading *self)
{
}

static void
lode_statement_groups_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  LodeStatementGroups *self = LODE_STATEMENT_GROUPS (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_STATEMENTS:
      g_value_set_object (value, self->statements);
      break;
    case PROP_PLACE:
      g_value_set_object (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_statement_groups_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  LodeStatementGroups *self = LODE_STATEMENT_GROUPS (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      lode_statement_groups_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_STATEMENTS:
      lode_statement_groups_set_statements (self, g_value_get_object (value));
      break;
    case PROP_PLACE:
      lode_statement_groups_set_place (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_statement_groups_dispose (GObject *object)
{
  LodeStatementGroups *self = LODE_STATEMENT_GROUPS (object);

  g_clear_object (&self->dataset);
  g_clear_object (&self->statements);
  g_clear_object (&self->place);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_new ();
  g_ptr_array_set_size (self->headings, 0);

  G_OBJECT_CLASS (lode_statement_groups_parent_class)->dispose (object);
}

static void
lode_statement_groups_finalize (GObject *object)
{
  g_ptr_array_unref (LODE_STATEMENT_GROUPS (object)->items);
  g_ptr_array_unref (LODE_STATEMENT_GROUPS (object)->headings);

  G_OBJECT_CLASS (lode_statement_groups_parent_class)->finalize (object);
}

static void
lode_statement_groups_class_init (LodeStatementGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lode_statement_groups_get_property;
  object_class->set_property = lode_statement_groups_set_property;
  object_class->dispose = lode_statement_groups_dispose;
  object_class->finalize = lode_statement_groups_finalize;

  properties[PROP_DATASET] =
    g_param_spec_object ("dataset", NULL, NULL, LODE_TYPE_DATASET, flags);
  properties[PROP_STATEMENTS] =
    g_param_spec_object ("statements", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_PLACE] = g_param_spec_object ("place", NULL, NULL, LODE_TYPE_PLACE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_statement_groups_init (LodeStatementGroups *self)
{
  self->items = g_ptr_array_new ();
  self->headings = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lode_statement_heading_get_title:
 *
 * Returns: what the group holds, translated; never NULL
 */
const char *
lode_statement_heading_get_title (LodeStatementHeading *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_HEADING (self), NULL);

  return self->title;
}

/**
 * lode_statement_heading_get_note:
 *
 * Returns: (nullable): a sentence for a group that has no statements
 */
const char *
lode_statement_heading_get_note (LodeStatementHeading *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_HEADING (self), NULL);

  return self->note;
}

/**
 * lode_statement_heading_get_count:
 *
 * Returns: how many statements follow the heading
 */
guint
lode_statement_heading_get_count (LodeStatementHeading *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_HEADING (self), 0);

  return self->count;
}

LodeStatementGroups *
lode_statement_groups_new (void)
{
  return g_object_new (LODE_TYPE_STATEMENT_GROUPS, NULL);
}

/**
 * lode_statement_groups_get_dataset:
 *
 * Returns: (transfer none) (nullable): the dataset, NULL for an empty list
 */
LodeDataset *
lode_statement_groups_get_dataset (LodeStatementGroups *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_GROUPS (self), NULL);

  return self->dataset;
}

/**
 * lode_statement_groups_set_dataset:
 * @dataset: (nullable): a dataset; NULL empties the list
 *
 * The place and the statements found are forgotten with the dataset they belonged to.
 */
void
lode_statement_groups_set_dataset (LodeStatementGroups *self, LodeDataset *dataset)
{
  g_autoptr (LodeDataset) old = NULL;

  g_return_if_fail (LODE_IS_STATEMENT_GROUPS (self));
  g_return_if_fail (dataset == NULL || LODE_IS_DATASET (dataset));

  old = self->dataset != NULL ? g_object_ref (self->dataset) : NULL;
  if (!g_set_object (&self->dataset, dataset))
    return;

  if (g_set_object (&self->place, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
  if (g_set_object (&self->statements, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATEMENTS]);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}

/**
 * lode_statement_groups_get_statements:
 *
 * Returns: (transfer none) (nullable): the statements to show, or NULL: all of the dataset
 */
GListModel *
lode_statement_groups_get_statements (LodeStatementGroups *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_GROUPS (self), NULL);

  return self->statements;
}

/**
 * lode_statement_groups_set_statements:
 * @statements: (nullable): those of the dataset's statements that a query found, in a
 *   LodeRecordList of them; NULL for all
 */
void
lode_statement_groups_set_statements (LodeStatementGroups *self, GListModel *statements)
{
  g_return_if_fail (LODE_IS_STATEMENT_GROUPS (self));
  g_return_if_fail (statements == NULL || G_IS_LIST_MODEL (statements));

  if (!g_set_object (&self->statements, statements))
    return;

  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATEMENTS]);
}

/**
 * lode_statement_groups_get_place:
 *
 * Returns: (transfer none) (nullable): the selected place
 */
LodePlace *
lode_statement_groups_get_place (LodeStatementGroups *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_GROUPS (self), NULL);

  return self->place;
}

/**
 * lode_statement_groups_set_place:
 * @place: (nullable): a place of the dataset; NULL for all places
 */
void
lode_statement_groups_set_place (LodeStatementGroups *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_STATEMENT_GROUPS (self));
  g_return_if_fail (place == NULL || LODE_IS_PLACE (place));

  if (!g_set_object (&self->place, place))
    return;

  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-panel-private.h"

/* The list is one model: the selected place (or the dataset), then headings and statements. The
 * floor's list view knows no section headers, so that headings are items and the factory makes the
 * row that an item's type asks for. */

G_DEFINE_FINAL_TYPE (LodePanel, lode_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_QUERY,
  PROP_FINDINGS,
  PROP_SELECTED_PLACE,
  PROP_LIT_PLACES,
  PROP_PROVENANCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
forget_next (LodePanel *self)
{
  g_clear_object (&self->next_dataset);
  g_clear_object (&self->next_findings);
  g_clear_object (&self->next_place);
  self->has_next_place = FALSE;
}

static void
start_growing (LodePanel *self)
{
  if (!self->is_held)
    lode_list_growth_restart (self->growth);
}

LodeQuery *
lode_panel_get_found_query (LodePanel *self)
{
  return self->findings != NULL ? lode_findings_get_query (self->findings) : NULL;
}

static void
show_overview (LodePanel *self)
{
  LodePlace *place = lode_statement_groups_get_place (self->groups);
  LodeDataset *dataset = lode_statement_groups_get_dataset (self->groups);
  gpointer item = place != NULL ? (gpointer) place : (gpointer) dataset;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->overview));
  g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (self->overview), 0);

  /* Whoever searches knows what this is, and wants to see what is found. */
  if (place == NULL && self->findings != NULL
      && !lode_query_is_empty (lode_panel_get_found_query (self)))
    item = NULL;
  if (item == old && (item != NULL || n_old == 0))
    return;

  g_list_store_splice (self->overview, 0, n_old, &item, item != NULL ? 1 : 0);
}

/* By the item, not by the adjustment: until the next layout that speaks of the items before. */
static void
scroll_to_top (LodePanel *self)
{
  if (self->is_held)
    return;

  if (g_list_model_get_n_items (lode_list_growth_get_shown (self->growth)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

static void
show_nothing_found (LodePanel *self)
{
  gboolean found = self->findings == NULL
    || g_list_model_get_n_items (lode_findings_get_statements (self->findings)) > 0;

  if (!found && self->nothing_found == NULL)
    {
      self->nothing_found = g_object_new (LODE_TYPE_NOTHING_FOUND, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->nothing_found), "nothing-found");
    }
  if (self->nothing_found != NULL)
    lode_nothing_found_set_findings (self->nothing_found, found ? NULL : self->findings);
  gtk_stack_set_visible_child_name (self->stack, found ? "statements" : "nothing-found");
}

static void
query_changed_cb (LodePanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

static void
lode_panel_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lode_panel_parent_class)->root (widget);

  lode_panel_follow_focus (LODE_PANEL (widget));
}

static void
lode_panel_unroot (GtkWidget *widget)
{
  lode_panel_stop_following (LODE_PANEL (widget));

  GTK_WIDGET_CLASS (lode_panel_parent_class)->unroot (widget);
}

static void
lode_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodePanel *self = LODE_PANEL (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, lode_panel_get_dataset (self));
      break;
    case PROP_QUERY:
      g_value_set_string (value, lode_panel_get_query (self));
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    case PROP_SELECTED_PLACE:
      g_value_set_object (value, lode_panel_get_selected_place (self));
      break;
    case PROP_LIT_PLACES:
      g_value_set_object (value, lode_panel_get_lit_places (self));
      break;
    case PROP_PROVENANCE:
      g_value_set_object (value, self->provenance);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LodePanel *self = LODE_PANEL (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      lode_panel_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      lode_panel_set_query (self, g_value_get_string (value));
      break;
    case PROP_FINDINGS:
      lode_panel_set_findings (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_PLACE:
      lode_panel_set_selected_place (self, g_value_get_object (value));
      break;
    case PROP_PROVENANCE:
      lode_panel_set_provenance (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_panel_dispose (GObject *object)
{
  LodePanel *self = LODE_PANEL (object);

  g_clear_pointer (&self->growth, lode_list_growth_free);
  g_clear_pointer (&self->anchor, lode_list_anchor_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_PANEL);
  g_clear_object (&self->items);
  g_clear_object (&self->groups);
  g_clear_object (&self->target);
  g_clear_object (&self->findings);
  forget_next (self);
  g_clear_object (&self->overview);
  g_clear_object (&self->lit_places);
  g_clear_object (&self->provenance);

  G_OBJECT_CLASS (lode_panel_parent_class)->dispose (object);
}

static void
lode_panel_finalize (GObject *object)
{
  g_hash_table_unref (LODE_PANEL (object)->rows);

  G_OBJECT_CLASS (lode_panel_parent_class)->finalize (object);
}

static void
lode_panel_class_init (LodePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lode_panel_get_property;
  object_class->set_property = lode_panel_set_property;
  object_class->dispose = lode_panel_dispose;
  object_class->finalize = lode_panel_finalize;
  widget_class->root = lode_panel_root;
  widget_class->unroot = lode_panel_unroot;

  properties[PROP_DATASET] =
    g_param_spec_object ("dataset", NULL, NULL, LODE_TYPE_DATASET, flags);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, LODE_TYPE_FINDINGS, flags);
  properties[PROP_SELECTED_PLACE] =
    g_param_spec_object ("selected-place", NULL, NULL, LODE_TYPE_PLACE, flags);
  properties[PROP_LIT_PLACES] =
    g_param_spec_object ("lit-places", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROVENANCE] =
    g_param_spec_object ("provenance", NULL, NULL, LODE_TYPE_PROVENANCE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LODE_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LodePanel, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LodePanel, stack);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, LodePanel, list_view);
}

static void
lode_panel_init (LodePanel *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  lode_panel_init_rows (self);

  self->groups = lode_statement_groups_new ();
  self->overview = g_list_store_new (G_TYPE_OBJECT);

  g_list_store_append (parts, self->overview);
  g_list_store_append (parts, self->groups);
  self->items = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));

  self->growth = lode_list_growth_new (self->items);
  selection = gtk_no_selection_new (g_object_ref (lode_list_growth_get_shown (self->growth)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
take_place (LodePanel *self, LodePlace *place)
{
  if (lode_statement_groups_get_place (self->groups) == place)
    return;

  lode_statement_groups_set_place (self->groups, place);
  show_overview (self);
  scroll_to_top (self);
}

/* Whether these are the very statements that stand in the list; NULL is all of the dataset. */
static gboolean
are_shown (LodePanel *self, GListModel *statements)
{
  LodeDataset *dataset = lode_statement_groups_get_dataset (self->groups);
  GListModel *all = dataset != NULL ? lode_dataset_get_statements (dataset) : NULL;
  GListModel *shown = lode_statement_groups_get_statements (self->groups);

  return (statements != NULL ? statements : all) == (shown != NULL ? shown : all);
}

static void
take_findings (LodePanel *self, LodeFindings *findings)
{
  GListModel *statements = findings != NULL ? lode_findings_get_statements (findings) : NULL;

  g_clear_object (&self->next_findings);
  g_set_object (&self->findings, findings);
  if (!are_shown (self, statements))
    {
      start_growing (self);
      lode_statement_groups_set_statements (self->groups, statements);
      scroll_to_top (self);
    }
  show_overview (self);
  lode_panel_show_marks (self);
  show_nothing_found (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
}

/**
 * lode_panel_get_dataset:
 *
 * Returns: (transfer none) (nullable): the dataset whose statements are shown
 */
LodeDataset *
lode_panel_get_dataset (LodePanel *self)
{
  g_return_val_if_fail (LODE_IS_PANEL (self), NULL);

  if (self->next_dataset != NULL)
    return self->next_dataset;
  return self->groups != NULL ? lode_statement_groups_get_dataset (self->groups) : NULL;
}

static void
take_dataset (LodePanel *self, LodeDataset *dataset)
{
  take_place (self, NULL);
  take_findings (self, NULL);
  g_clear_object (&self->target);

  start_growing (self);
  lode_statement_groups_set_dataset (self->groups, dataset);
  show_overview (self);
  scroll_to_top (self);
}

static void
take_next (gpointer user_data)
{
  LodePanel *self = LODE_PANEL (user_data);
  g_autoptr (LodeDataset) dataset = g_steal_pointer (&self->next_dataset);
  g_autoptr (LodeFindings) findings = g_steal_pointer (&self->next_findings);
  g_autoptr (LodePlace) place = g_steal_pointer (&self->next_place);
  const gboolean has_place = self->has_next_place;

  forget_next (self);
  start_growing (self);
  if (dataset != NULL)
    take_dataset (self, dataset);
  if (findings != NULL)
    take_findings (self, findings);
  if (has_place)
    take_place (self, place);
}

/* A list view takes as long to let go of its rows as to make them. So a long list goes away by and
 * by, and then the next one comes; FALSE: at once. */
static gboolean
shrink_first (LodePanel *self)
{
  return !self->is_held && lode_list_growth_shrink (self->growth, take_next, self);
}

/**
 * lode_panel_set_dataset:
 * @dataset: (nullable): the dataset to show; NULL shows nothing
 *
 * Forgets the selected place. A long list is taken away some milliseconds later.
 */
void
lode_panel_set_dataset (LodePanel *self, LodeDataset *dataset)
{
  g_return_if_fail (LODE_IS_PANEL (self));

  if (lode_panel_get_dataset (self) == dataset)
    return;

  if (dataset == NULL || self->is_held)
    lode_list_growth_settle (self->growth);
  /* What was to come was of the former dataset. */
  forget_next (self);
  if (dataset != NULL && shrink_first (self))
    {
      g_set_object (&self->next_dataset, dataset);
      self->has_next_place = TRUE;
    }
  else
    {
      take_dataset (self, dataset);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_PLACE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}

/**
 * lode_panel_get_query:
 *
 * Returns: (transfer none): what is written and chosen above the statements; never NULL
 */
const char *
lode_panel_get_query (LodePanel *self)
{
  g_return_val_if_fail (LODE_IS_PANEL (self), NULL);

  return self->filter_bar != NULL ? lode_filter_bar_get_query (self->filter_bar) : "";
}

/**
 * lode_panel_set_query:
 * @query: (nullable): what to look for; NULL for everything
 */
void
lode_panel_set_query (LodePanel *self, const char *query)
{
  g_return_if_fail (LODE_IS_PANEL (self));

  lode_filter_bar_set_query (self->filter_bar, query); /* notifies through its own property */
}

/**
 * lode_panel_get_findings:
 *
 * Returns: (transfer none) (nullable): the statements to show, or NULL: all of the dataset
 */
LodeFindings *
lode_panel_get_findings (LodePanel *self)
{
  g_return_val_if_fail (LODE_IS_PANEL (self), NULL);

  return self->findings;
}

/* Only what is said of the statements is another. */
static gboolean
is_shown (LodePanel *self, LodeFindings *findings)
{
  return self->next_dataset == NULL && self->next_findings == NULL && !self->has_next_place
         && are_shown (self, lode_findings_get_statements (findings));
}

/**
 * lode_panel_set_findings:
 * @findings: (nullable): which of the dataset's statements to show, and what to mark in them; NULL
 *   for all
 *
 * A long list is taken away some milliseconds later.
 */
void
lode_panel_set_findings (LodePanel *self, LodeFindings *findings)
{
  g_return_if_fail (LODE_IS_PANEL (self));

  if (findings == NULL || self->is_held)
    lode_list_growth_settle (self->growth);
  if (findings == self->findings && self->next_findings == NULL)
    return;

  if (findings != NULL && !is_shown (self, findings) && shrink_first (self))
    g_set_object (&self->next_findings, findings);
  else
    take_findings (self, findings);
}

/**
 * lode_panel_get_selected_place:
 *
 * Returns: (transfer none) (nullable): the place that the panel is about
 */
LodePlace *
lode_panel_get_selected_place (LodePanel *self)
{
  g_return_val_if_fail (LODE_IS_PANEL (self), NULL);

  if (self->has_next_place)
    return self->next_place;
  return self->groups != NULL ? lode_statement_groups_get_place (self->groups) : NULL;
}

/**
 * lode_panel_set_selected_place:
 * @place: (nullable): a place of the dataset; NULL for all of them
 *
 * A long list is taken away some milliseconds later.
 */
void
lode_panel_set_selected_place (LodePanel *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_PANEL (self));

  if (lode_panel_get_selected_place (self) == place)
    return;

  if (self->is_held)
    lode_list_growth_settle (self->growth);
  if (shrink_first (self))
    {
      g_set_object (&self->next_place, place);
      self->has_next_place = TRUE;
    }
  else
    {
      take_place (self, place);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_PLACE]);
}

/**
 * lode_panel_get_lit_places:
 *
 * Returns: (transfer none): the same list for the panel's whole life; its items change
 */
GListModel *
lode_panel_get_lit_places (LodePanel *self)
{
  g_return_val_if_fail (LODE_IS_PANEL (self), NULL);

  return G_LIST_MODEL (self->lit_places);
}

/**
 * lode_panel_hold:
 *
 * From here on, whatever else is shown, the list stays where it is, with the statements under the
 * reader's eyes, until lode_panel_release().
 */
void
lode_panel_hold (LodePanel *self)
{
  g_return_if_fail (LODE_IS_PANEL (self));
  g_return_if_fail (!self->is_held);

  self->anchor = lode_list_anchor_new (self->list_view);
  self->is_held = TRUE;
  /* All at once: what is in sight may stand anywhere. */
  lode_list_growth_complete (self->growth);
}

void
lode_panel_release (LodePanel *self)
{
  g_return_if_fail (LODE_IS_PANEL (self));
  g_return_if_fail (self->is_held);

  self->is_held = FALSE;
  if (self->anchor == NULL || !lode_list_anchor_restore (g_steal_pointer (&self->anchor)))
    scroll_to_top (self);
}

/**
 * lode_panel_focus_statements:
 *
 * Gives the focus to the list below search and filters, where the reader goes on.
 */
void
lode_panel_focus_statements (LodePanel *self)
{
  g_return_if_fail (LODE_IS_PANEL (self));

  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

/**
 * lode_panel_focus_search:
 *
 * Puts the cursor where words are written to look for.
 */
void
lode_panel_focus_search (LodePanel *self)
{
  g_return_if_fail (LODE_IS_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
}

/**
 * lode_panel_set_provenance:
 * @provenance: (nullable): what the quotations came to; NULL: they have not been compared
 */
void
lode_panel_set_provenance (LodePanel *self, LodeProvenance *provenance)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (LODE_IS_PANEL (self));

  if (!g_set_object (&self->provenance, provenance))
    return;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    lode_statement_row_set_provenance (LODE_STATEMENT_ROW (row), provenance);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROVENANCE]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-panel.h"

#include "lode-filter-bar.h"
#include "lode-heading-row.h"
#include "lode-list-anchor.h"
#include "lode-list-growth.h"
#include "lode-nothing-found.h"
#include "lode-overview-row.h"
#include "lode-plain-label.h"
#include "lode-statement-groups.h"
#include "lode-statement-row.h"

/* The list is one model: the selected place (or the dataset), then headings and statements. The
 * floor's list view knows no section headers, so that headings are items and the factory makes the
 * row that an item's type asks for. */

/* Within which a list that is laid out has come to where it was to scroll to. */
#define MAX_TARGET_FRAMES 30

struct _LodePanel
{
  AdwBin parent_instance;

  LodeStatementGroups *groups;
  LodeFindings *findings;
  /* What comes when the list has shrunk. */
  LodeDataset *next_dataset;   /* NULL: the same as now */
  LodeFindings *next_findings; /* NULL: the same */
  LodePlace *next_place;       /* if there is a next one; NULL: all places */
  gboolean has_next_place;
  GHashTable *rows; /* set of the LodeStatementRows that show a statement */
  GListStore *overview;
  GListStore *lit_places;
  LodeProvenance *provenance;
  GListModel *items;
  LodeListGrowth *growth;
  gboolean is_held;
  LodeListAnchor *anchor; /* NULL: not held, or at the list's beginning */
  LodeStatement *target; /* the statement that a link or a step leads to */
  guint n_target_frames; /* for which it has been waited to come into sight */
  LodeStatementRow *pointed_row;
  LodeStatementRow *focused_row;
  GtkRoot *root;

  LodeFilterBar *filter_bar;
  GtkStack *stack;
  LodeNothingFound *nothing_found;
  GtkListView *list_view;
};

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

static LodeQuery *
get_found_query (LodePanel *self)
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
  if (place == NULL && self->findings != NULL && !lode_query_is_empty (get_found_query (self)))
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

/* In the rows that stay as they are. */
static void
show_marks (LodePanel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    lode_statement_row_set_query (LODE_STATEMENT_ROW (row), get_found_query (self));
}

static void
show_nothing_found (LodePanel *self)
{
  gboolean found = self->findings == NULL
    || g_list_model_get_n_items (lode_findings_get_statements (self->findings)) > 0;

  lode_nothing_found_set_findings (self->nothing_found, found ? NULL : self->findings);
  gtk_stack_set_visible_child_name (self->stack, found ? "statements" : "nothing-found");
}

/* The row around which the list has its own widget is where the keys go on from. */
static void
show_target (LodePanel *self, GtkWidget *row)
{
  gboolean is_target = self->target != NULL
    && lode_statement_row_get_statement (LODE_STATEMENT_ROW (row)) == self->target;

  if (is_target)
    gtk_widget_add_css_class (row, "target");
  else
    gtk_widget_remove_css_class (row, "target");
}

/* -1: it is not shown. */
static int
find_position (LodePanel *self, LodeStatement *statement)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, i);

      if (item == (GObject *) statement)
        return i;
    }

  return -1;
}

static void
scroll_to_target (LodePanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                              (guint) find_position (self, self->target));
}

/* The list's widget with the target's row; NULL: it is not in sight. */
static GtkWidget *
find_target_in_sight (LodePanel *self)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  GHashTableIter iter;
  gpointer row;
  graphene_rect_t bounds;

  g_hash_table_iter_init (&iter, self->rows);
  while (height > 0 && g_hash_table_iter_next (&iter, &row, NULL))
    /* Rows that are out of sight have kept some former place. */
    if (lode_statement_row_get_statement (row) == self->target && gtk_widget_get_mapped (row)
        && gtk_widget_get_child_visible (gtk_widget_get_parent (row))
        && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds)
        && bounds.origin.y + bounds.size.height > 0
        && bounds.origin.y < height)
      return gtk_widget_get_parent (row);

  return NULL;
}

/* A list that has not been laid out yet, as at the start, forgets where it was to scroll to. */
static gboolean
focus_target_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer user_data)
{
  LodePanel *self = LODE_PANEL (user_data);
  GtkWidget *child = self->target != NULL ? find_target_in_sight (self) : NULL;

  if (child != NULL)
    gtk_widget_grab_focus (child);
  else if (self->target != NULL && find_position (self, self->target) >= 0
           && self->n_target_frames++ < MAX_TARGET_FRAMES)
    {
      scroll_to_target (self);
      return G_SOURCE_CONTINUE;
    }

  return G_SOURCE_REMOVE;
}

static void
query_changed_cb (LodePanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/* The statement with the pointer on it comes before the one with the focus. */
static void
update_lit_places (LodePanel *self)
{
  LodeStatementRow *row = self->pointed_row != NULL ? self->pointed_row : self->focused_row;
  LodeStatement *statement = row != NULL ? lode_statement_row_get_statement (row) : NULL;
  LodePlace * const *places = NULL;
  guint n_places = 0;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->lit_places));

  if (statement != NULL)
    places = lode_statement_get_places (statement, &n_places);
  if (n_places > 0 || n_old > 0)
    g_list_store_splice (self->lit_places, 0, n_old, (gpointer *) places, n_places);
}

static void
row_enter_cb (GtkEventController *controller, double x, double y, LodePanel *self)
{
  self->pointed_row = LODE_STATEMENT_ROW (gtk_event_controller_get_widget (controller));
  update_lit_places (self);
}

static void
row_leave_cb (GtkEventController *controller, LodePanel *self)
{
  if (GTK_WIDGET (self->pointed_row) != gtk_event_controller_get_widget (controller))
    return;

  self->pointed_row = NULL;
  update_lit_places (self);
}

/* The focus is on the list's own widget around a row, or somewhere inside the row. */
static LodeStatementRow *
find_row (GtkWidget *widget)
{
  GtkWidget *child;

  if (widget == NULL)
    return NULL;

  child = gtk_widget_get_first_child (widget);
  if (child != NULL && LODE_IS_STATEMENT_ROW (child))
    return LODE_STATEMENT_ROW (child);

  return (LodeStatementRow *) gtk_widget_get_ancestor (widget, LODE_TYPE_STATEMENT_ROW);
}

static void
focus_widget_changed_cb (LodePanel *self)
{
  LodeStatementRow *row = find_row (gtk_root_get_focus (self->root));

  if (row == self->focused_row)
    return;

  self->focused_row = row;
  update_lit_places (self);
}

static GtkWidget *
create_statement_row (LodePanel *self)
{
  GtkWidget *row = lode_statement_row_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (row_enter_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_leave_cb), self, 0);
  gtk_widget_add_controller (row, motion);
  return row;
}

/* Rows are made when bound: only then is it known what kind the item is. */
static GtkWidget *
ensure_row (LodePanel *self, GtkListItem *list_item, GType type)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row != NULL && G_TYPE_CHECK_INSTANCE_TYPE (row, type))
    return row;

  row = type == LODE_TYPE_STATEMENT_ROW ? create_statement_row (self) : g_object_new (type, NULL);
  gtk_list_item_set_child (list_item, row);
  return row;
}

/* The list's own widget around the row is what takes the focus, and so needs the name. */
static void
name_row (GtkWidget *row, const char *name)
{
  lode_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), name);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodePanel *self)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *row;

  gtk_list_item_set_activatable (list_item, FALSE);
  if (LODE_IS_STATEMENT (item))
    {
      g_autofree char *name = NULL;

      row = ensure_row (self, list_item, LODE_TYPE_STATEMENT_ROW);
      lode_statement_row_set_statement (LODE_STATEMENT_ROW (row), item,
                                        lode_record_get_language (item));
      lode_statement_row_set_query (LODE_STATEMENT_ROW (row), get_found_query (self));
      g_hash_table_add (self->rows, row);
      lode_statement_row_set_provenance (LODE_STATEMENT_ROW (row), self->provenance);
      show_target (self, row);
      name = lode_statement_row_dup_name (LODE_STATEMENT_ROW (row));
      name_row (row, name);
    }
  else if (LODE_IS_STATEMENT_HEADING (item))
    {
      row = ensure_row (self, list_item, LODE_TYPE_HEADING_ROW);
      lode_heading_row_set_heading (LODE_HEADING_ROW (row), item);
      name_row (row, lode_statement_heading_get_title (item));
    }
  else if (LODE_IS_PLACE (item))
    {
      row = ensure_row (self, list_item, LODE_TYPE_OVERVIEW_ROW);
      lode_overview_row_set_place (LODE_OVERVIEW_ROW (row), item);
      name_row (row, lode_place_get_name (item));
    }
  else
    {
      row = ensure_row (self, list_item, LODE_TYPE_OVERVIEW_ROW);
      lode_overview_row_set_dataset (LODE_OVERVIEW_ROW (row), LODE_DATASET (item));
      name_row (row, lode_dataset_get_title (item));
    }
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodePanel *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (!LODE_IS_STATEMENT_ROW (row))
    return;

  if (self->pointed_row == LODE_STATEMENT_ROW (row))
    self->pointed_row = NULL;
  if (self->focused_row == LODE_STATEMENT_ROW (row))
    self->focused_row = NULL;
  g_hash_table_remove (self->rows, row);
  lode_statement_row_set_statement (LODE_STATEMENT_ROW (row), NULL, NULL);
  update_lit_places (self);
}

static void
lode_panel_root (GtkWidget *widget)
{
  LodePanel *self = LODE_PANEL (widget);

  GTK_WIDGET_CLASS (lode_panel_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget",
                           G_CALLBACK (focus_widget_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
lode_panel_unroot (GtkWidget *widget)
{
  LodePanel *self = LODE_PANEL (widget);

  g_signal_handlers_disconnect_by_func (self->root, focus_widget_changed_cb, self);
  self->root = NULL;

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
  g_type_ensure (LODE_TYPE_NOTHING_FOUND);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LodePanel, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LodePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, LodePanel, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, LodePanel, list_view);
}

static void
lode_panel_init (LodePanel *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->groups = lode_statement_groups_new ();
  self->overview = g_list_store_new (G_TYPE_OBJECT);
  self->lit_places = g_list_store_new (LODE_TYPE_PLACE);

  g_list_store_append (parts, self->overview);
  g_list_store_append (parts, self->groups);
  self->items = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
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
  show_marks (self);
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
 * lode_panel_show_statement:
 * @statement: one that is in the list
 *
 * Scrolls to the statement, marks it, and gives it the focus.
 */
void
lode_panel_show_statement (LodePanel *self, LodeStatement *statement)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (LODE_IS_PANEL (self));
  g_return_if_fail (LODE_IS_STATEMENT (statement));

  lode_list_growth_settle (self->growth);
  if (find_position (self, statement) < 0)
    return;

  /* All at once: it may stand anywhere. */
  lode_list_growth_complete (self->growth);

  g_set_object (&self->target, statement);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    show_target (self, row);
  scroll_to_target (self);
  self->n_target_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), focus_target_cb, g_object_ref (self),
                                g_object_unref);
}

/**
 * lode_panel_step:
 * @step: 1 for the next statement, -1 for the one before
 *
 * Goes on from the statement that has the focus, or was gone to last; from the top if there is
 * none.
 */
void
lode_panel_step (LodePanel *self, int step)
{
  LodeStatement *from;
  int position;

  g_return_if_fail (LODE_IS_PANEL (self));
  g_return_if_fail (step == 1 || step == -1);

  lode_list_growth_settle (self->growth);
  from = self->focused_row != NULL ? lode_statement_row_get_statement (self->focused_row)
                                   : self->target;
  position = from != NULL ? find_position (self, from) : -1;
  for (position += step;
       position >= 0 && position < (int) g_list_model_get_n_items (self->items);
       position += step)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->items, position);

      if (LODE_IS_STATEMENT (item))
        {
          lode_panel_show_statement (self, LODE_STATEMENT (item));
          return;
        }
    }
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-filter-popover.h"

#include "lode-date-bounds.h"
#include "lode-plain-label.h"
#include "lode-tooltip.h"

#include <glib/gi18n.h>

/* From so many values on there is an entry to look for one. */
#define SEARCHED_FROM 12
#define MAX_HEIGHT 420

struct _LodeFilterPopover
{
  GtkPopover parent_instance;

  LodeQueryField field;
  LodeFindings *findings;
  GHashTable *current; /* value → LodeFilterValue, as of now */
  GHashTable *rows;    /* set of the check buttons that show a value */
  GListStore *values;
  GtkStringFilter *filter;
  GtkWidget *search_entry;
  GtkWidget *list_view;
  GtkWidget *bounds; /* NULL: the values are no dates */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LodeFilterPopover, lode_filter_popover, GTK_TYPE_POPOVER)

static char *
get_value_name (LodeFilterValue *value)
{
  return g_strdup (lode_filter_value_get_name (value));
}

static void
show_row (LodeFilterPopover *self, GtkWidget *check)
{
  LodeFilterValue *shown = g_object_get_data (G_OBJECT (check), "value");
  LodeFilterValue *value = g_hash_table_lookup (self->current, lode_filter_value_get_value (shown));
  GtkWidget *label = g_object_get_data (G_OBJECT (check), "count");
  guint count = value != NULL ? lode_filter_value_get_count (value) : 0;
  g_autofree char *text = g_strdup_printf ("%'u", count);
  g_autofree char *name = NULL;

  /* Translators: a value of a filter, and how many statements have it */
  name = g_strdup_printf (ngettext ("%s, %u statement", "%s, %u statements", count),
                          lode_filter_value_get_name (shown), count);
  lode_label_set_text (GTK_LABEL (label), text);
  lode_accessible_set_name (GTK_ACCESSIBLE (check), name);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               value != NULL && lode_filter_value_is_active (value));
  self->updating = FALSE;
}

static void
toggled_cb (LodeFilterPopover *self, GtkCheckButton *check)
{
  LodeFilterValue *value = g_object_get_data (G_OBJECT (check), "value");

  if (self->updating || value == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "filter.set", "(usb)", (guint) self->field,
                              lode_filter_value_get_value (value),
                              gtk_check_button_get_active (check));
}

static void
setup_cb (LodeFilterPopover *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 30);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data (G_OBJECT (check), "name", name);
  g_object_set_data (G_OBJECT (check), "count", count);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, check);
}

static void
bind_cb (LodeFilterPopover *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  LodeFilterValue *value = gtk_list_item_get_item (list_item);

  g_object_set_data_full (G_OBJECT (check), "value", g_object_ref (value), g_object_unref);
  lode_label_set_text (g_object_get_data (G_OBJECT (check), "name"),
                      lode_filter_value_get_name (value));
  lode_tooltip_set_text (check, lode_filter_value_get_name (value));
  g_hash_table_add (self->rows, check);
  show_row (self, check);
}

static void
unbind_cb (LodeFilterPopover *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);

  g_hash_table_remove (self->rows, check);
  g_object_set_data (G_OBJECT (check), "value", NULL);
}

/* The values as they are now; from here on they stay. */
static void
show_values (LodeFilterPopover *self)
{
  g_autoptr (GListModel) values = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->findings == NULL)
    return;

  values = lode_findings_list_values (self->findings, self->field);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    g_ptr_array_add (items, g_list_model_get_item (values, i));
  g_list_store_splice (self->values, 0, g_list_model_get_n_items (G_LIST_MODEL (self->values)),
                       items->pdata, items->len);
  gtk_widget_set_visible (self->search_entry, items->len >= SEARCHED_FROM);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
update_current (LodeFilterPopover *self)
{
  g_autoptr (GListModel) values = lode_findings_list_values (self->findings, self->field);
  GHashTableIter iter;
  gpointer check;

  g_hash_table_remove_all (self->current);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      LodeFilterValue *value = g_list_model_get_item (values, i);

      g_hash_table_insert (self->current, (char *) lode_filter_value_get_value (value), value);
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &check, NULL))
    show_row (self, check);
  if (self->bounds != NULL)
    lode_date_bounds_set_findings (LODE_DATE_BOUNDS (self->bounds), self->findings);
}

static void
lode_filter_popover_show (GtkWidget *widget)
{
  LodeFilterPopover *self = LODE_FILTER_POPOVER (widget);

  if (self->findings != NULL)
    update_current (self);
  show_values (self);
  GTK_WIDGET_CLASS (lode_filter_popover_parent_class)->show (widget);
}

static void
lode_filter_popover_dispose (GObject *object)
{
  LodeFilterPopover *self = LODE_FILTER_POPOVER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->findings);
  g_clear_object (&self->values);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (lode_filter_popover_parent_class)->dispose (object);
}

static void
lode_filter_popover_finalize (GObject *object)
{
  LodeFilterPopover *self = LODE_FILTER_POPOVER (object);

  g_hash_table_unref (self->current);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (lode_filter_popover_parent_class)->finalize (object);
}

static void
lode_filter_popover_class_init (LodeFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lode_filter_popover_dispose;
  object_class->finalize = lode_filter_popover_finalize;
  GTK_WIDGET_CLASS (klass)->show = lode_filter_popover_show;
}

static GtkWidget *
create_list (LodeFilterPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkExpression *name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                     G_CALLBACK (get_value_name), NULL, NULL);
  GtkFilterListModel *filtered;

  self->filter = gtk_string_filter_new (name);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->values)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  g_object_bind_property (self->search_entry, "text", self->filter, "search", G_BINDING_DEFAULT);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->list_view =
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))),
                       g_steal_pointer (&factory));
  gtk_widget_add_css_class (self->list_view, "filter-values");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Values of the filter"), -1);
  return self->list_view;
}

static void
lode_filter_popover_init (LodeFilterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->current = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->rows = g_hash_table_new (NULL, NULL);
  self->values = g_list_store_new (LODE_TYPE_FILTER_VALUE);
  self->search_entry = gtk_search_entry_new ();
  g_object_set (self->search_entry, "placeholder-text", _("Search values"), NULL);
  /* The entry takes Escape for itself. */
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list (self));
  gtk_box_append (GTK_BOX (box), self->search_entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * lode_filter_popover_new:
 * @field: a field that has a list of values
 *
 * Returns: a popover that shows nothing yet
 */
GtkWidget *
lode_filter_popover_new (LodeQueryField field)
{
  LodeFilterPopover *self = g_object_new (LODE_TYPE_FILTER_POPOVER, NULL);

  self->field = field;
  if (field == LODE_QUERY_FIELD_DATE)
    {
      self->bounds = lode_date_bounds_new ();
      gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (self))), self->bounds);
    }
  return GTK_WIDGET (self);
}

/**
 * lode_filter_popover_set_findings:
 * @findings: (nullable): whose values to show
 */
void
lode_filter_popover_set_findings (LodeFilterPopover *self, LodeFindings *findings)
{
  g_return_if_fail (LODE_IS_FILTER_POPOVER (self));

  if (g_set_object (&self->findings, findings) && findings != NULL
      && gtk_widget_get_visible (GTK_WIDGET (self)))
    update_current (self);
}

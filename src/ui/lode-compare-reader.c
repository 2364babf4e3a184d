/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-compare-reader.h"

#include "lode-plain-label.h"
#include "lode-record-list.h"
#include "lode-set-string.h"
#include "lode-shown-text.h"
#include "lode-statement-row.h"

#include <glib/gi18n.h>

#define COLUMN_MIN_WIDTH 320
#define MAX_COLUMNS 4
#define MAX_MENU_ITEMS 40
#define EVERYTHING -1

struct _LodeCompareReader
{
  AdwBin parent_instance;

  LodeComparison *comparison;
  LodeSpeakerAliases *aliases;
  LodeProvenance *provenance;
  int column; /* of the comparison; EVERYTHING: all of them */
  guint rows[MAX_COLUMNS];
  guint n_rows;

  GtkWidget *back_button;
  GtkLabel *title_label;
  GtkMenuButton *add_button;
  GtkBox *columns_box;
};

G_DEFINE_FINAL_TYPE (LodeCompareReader, lode_compare_reader, ADW_TYPE_BIN)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, lode_statement_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodeCompareReader *self)
{
  LodeStatement *statement = gtk_list_item_get_item (list_item);
  LodeStatementRow *row = LODE_STATEMENT_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *alias =
    lode_speaker_aliases_dup_speaker (self->aliases, lode_statement_get_actor (statement));
  g_autofree char *name = NULL;

  lode_statement_row_set_alias (row, alias);
  lode_statement_row_set_statement (row, statement,
                                    lode_record_get_language (LODE_RECORD (statement)));
  lode_statement_row_set_provenance (row, self->provenance);

  /* The list's own widget around the row is what takes the focus, and so needs the name. */
  name = lode_statement_row_dup_name (row);
  lode_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))), name);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  lode_statement_row_set_statement (LODE_STATEMENT_ROW (gtk_list_item_get_child (list_item)), NULL,
                                    NULL);
}

static GtkWidget *
create_list (LodeCompareReader *self, const char *title, GListModel *statements)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (statements));
  GtkWidget *list_view;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  list_view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_widget_add_css_class (list_view, "statements");
  lode_accessible_set_name (GTK_ACCESSIBLE (list_view), title);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list_view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
create_heading (const char *title, guint n_statements)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                         "ellipsize", PANGO_ELLIPSIZE_END,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  g_autofree char *digits = g_strdup_printf ("%'u", n_statements);
  GtkWidget *count_label = gtk_label_new (digits);

  lode_label_set_text (GTK_LABEL (title_label), title);
  gtk_widget_add_css_class (title_label, "heading");
  gtk_widget_add_css_class (count_label, "count");
  gtk_widget_set_valign (count_label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "group-heading");
  gtk_widget_add_css_class (box, "column-heading");
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), count_label);
  return box;
}

/* The statements of @row about what is read: each once. */
static GListModel *
collect_statements (LodeCompareReader *self, guint row)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_columns = lode_comparison_get_n_columns (self->comparison);

  for (guint column = 0; column < n_columns; column++)
    {
      LodeStatement * const *cell;
      guint n;

      if (self->column != EVERYTHING && (guint) self->column != column)
        continue;

      cell = lode_comparison_get_cell (self->comparison, row, column, &n);
      for (guint i = 0; i < n; i++)
        if (g_hash_table_add (seen, cell[i]))
          g_ptr_array_add (statements, g_object_ref (cell[i]));
    }

  return G_LIST_MODEL (lode_record_list_new (LODE_TYPE_STATEMENT, statements));
}

static char *
dup_row_name (LodeCompareReader *self, guint row)
{
  return lode_speaker_aliases_dup_heading (self->aliases,
                                           lode_comparison_get_rows_axis (self->comparison),
                                           lode_comparison_get_row (self->comparison, row));
}

static void
append_column (LodeCompareReader *self, guint row)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dup_row_name (self, row);
  g_autoptr (GListModel) statements = collect_statements (self, row);

  gtk_box_append (GTK_BOX (column),
                  create_heading (name, g_list_model_get_n_items (statements)));
  gtk_box_append (GTK_BOX (column), create_list (self, name, statements));
  gtk_widget_set_size_request (column, COLUMN_MIN_WIDTH, -1);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (self->columns_box, column);
}

static gboolean
is_read (LodeCompareReader *self, guint row)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i] == row)
      return TRUE;

  return FALSE;
}

/* How many statements of @row there are about what is read. */
static guint
count_statements (LodeCompareReader *self, guint row)
{
  const LodeComparisonHeading *heading = lode_comparison_get_row (self->comparison, row);
  guint n;

  if (self->column == EVERYTHING)
    return heading->n_statements + heading->n_no_replies;

  lode_comparison_get_cell (self->comparison, row, self->column, &n);
  return n;
}

/* Who else says something about it. */
static void
show_add_menu (LodeCompareReader *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n_rows = lode_comparison_get_n_rows (self->comparison);

  for (guint row = 0;
       row < n_rows && g_menu_model_get_n_items (G_MENU_MODEL (menu)) < MAX_MENU_ITEMS;
       row++)
    {
      g_autofree char *name = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (is_read (self, row) || count_statements (self, row) == 0)
        continue;

      name = dup_row_name (self, row);
      shown = lode_shown_text_dup (name);
      item = g_menu_item_new (NULL, NULL);
      /* An underscore in a name is no mnemonic. */
      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", shown);
      g_menu_item_set_action_and_target (item, "reader.read-beside", "u", row);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->add_button),
                          self->n_rows < MAX_COLUMNS
                          && g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
remove_columns (LodeCompareReader *self)
{
  GtkWidget *column;

  while ((column = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box))) != NULL)
    gtk_box_remove (self->columns_box, column);
}

static void
show_columns (LodeCompareReader *self)
{
  remove_columns (self);
  for (guint i = 0; i < self->n_rows; i++)
    append_column (self, self->rows[i]);
  show_add_menu (self);
}

/* Those with the most statements about it. */
static void
choose_rows (LodeCompareReader *self)
{
  guint n_rows = lode_comparison_get_n_rows (self->comparison);

  for (self->n_rows = 0; self->n_rows < MAX_COLUMNS; self->n_rows++)
    {
      guint most = 0;
      guint n_most = 0;

      for (guint row = 0; row < n_rows; row++)
        {
          guint n = count_statements (self, row);

          if (n > n_most && !is_read (self, row))
            {
              most = row;
              n_most = n;
            }
        }
      if (n_most == 0)
        return;
      self->rows[self->n_rows] = most;
    }
}

static void
read_beside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeCompareReader *self = LODE_COMPARE_READER (widget);
  guint row = g_variant_get_uint32 (parameter);

  if (self->comparison == NULL || row >= lode_comparison_get_n_rows (self->comparison)
      || is_read (self, row) || self->n_rows >= MAX_COLUMNS)
    return;

  self->rows[self->n_rows++] = row;
  append_column (self, row);
  show_add_menu (self);
}

static void
lode_compare_reader_dispose (GObject *object)
{
  LodeCompareReader *self = LODE_COMPARE_READER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_COMPARE_READER);
  g_clear_object (&self->comparison);
  g_clear_object (&self->aliases);
  g_clear_object (&self->provenance);

  G_OBJECT_CLASS (lode_compare_reader_parent_class)->dispose (object);
}

static void
lode_compare_reader_finalize (GObject *object)
{

  G_OBJECT_CLASS (lode_compare_reader_parent_class)->finalize (object);
}

static void
lode_compare_reader_class_init (LodeCompareReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_compare_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = lode_compare_reader_finalize;

  gtk_widget_class_install_action (widget_class, "reader.read-beside", "u", read_beside_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-compare-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeCompareReader, back_button);
  gtk_widget_class_bind_template_child (widget_class, LodeCompareReader, title_label);
  gtk_widget_class_bind_template_child (widget_class, LodeCompareReader, add_button);
  gtk_widget_class_bind_template_child (widget_class, LodeCompareReader, columns_box);
}

static void
lode_compare_reader_init (LodeCompareReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lode_compare_reader_read:
 * @comparison: whose statements are read; its rows are speakers or groups
 * @aliases: (nullable): what they are called; NULL: their names
 * @row: whom to read; -1: the four with the most statements about @column
 * @column: about what; -1: everything that @row said
 *
 * Shows it from its beginning, and takes the focus.
 */
void
lode_compare_reader_read (LodeCompareReader *self, LodeComparison *comparison,
                          LodeSpeakerAliases *aliases, int row, int column)
{
  g_return_if_fail (LODE_IS_COMPARE_READER (self) && LODE_IS_COMPARISON (comparison));
  g_return_if_fail (row >= 0 || column >= 0);

  g_set_object (&self->comparison, comparison);
  g_set_object (&self->aliases, aliases);
  self->column = column;
  if (row >= 0)
    {
      self->rows[0] = row;
      self->n_rows = 1;
    }
  else
    {
      choose_rows (self);
    }

  lode_label_set_text (self->title_label, column == EVERYTHING
                                           ? _("Everything they said")
                                           : lode_comparison_get_column (comparison, column)->name);
  show_columns (self);
  gtk_widget_grab_focus (self->back_button);
}

/**
 * lode_compare_reader_set_aliases:
 * @aliases: (nullable): what speakers are called from now on; NULL: their names
 */
void
lode_compare_reader_set_aliases (LodeCompareReader *self, LodeSpeakerAliases *aliases)
{
  g_return_if_fail (LODE_IS_COMPARE_READER (self));

  if (g_set_object (&self->aliases, aliases) && self->comparison != NULL)
    show_columns (self);
}

/**
 * lode_compare_reader_set_provenance:
 * @provenance: (nullable): what the quotations came to; NULL: they have not been compared
 */
void
lode_compare_reader_set_provenance (LodeCompareReader *self, LodeProvenance *provenance)
{
  g_return_if_fail (LODE_IS_COMPARE_READER (self));

  if (g_set_object (&self->provenance, provenance) && self->comparison != NULL)
    show_columns (self);
}

/**
 * lode_compare_reader_clear:
 *
 * Takes away all columns.
 */
void
lode_compare_reader_clear (LodeCompareReader *self)
{
  g_return_if_fail (LODE_IS_COMPARE_READER (self));

  remove_columns (self);
  g_clear_object (&self->comparison);
  self->n_rows = 0;
}

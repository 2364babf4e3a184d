/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-word-shares.h"

#include "lode-plain-label.h"

#include <glib/gi18n.h>

/* One speaker or group, as an item of the table. */
#define LODE_TYPE_WORD_SHARE (lode_word_share_get_type ())
G_DECLARE_FINAL_TYPE (LodeWordShare, lode_word_share, LODE, WORD_SHARE, GObject)

struct _LodeWordShare
{
  GObject parent_instance;

  char *name;
  guint n_words;
  double share; /* of all words, 0 to 1 */
};

G_DEFINE_FINAL_TYPE (LodeWordShare, lode_word_share, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_N_WORDS,
};

struct _LodeWordShares
{
  AdwBin parent_instance;

  GListStore *shares;

  GtkColumnView *column_view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *words_column;
  GtkColumnViewColumn *share_column;
};

G_DEFINE_FINAL_TYPE (LodeWordShares, lode_word_shares, ADW_TYPE_BIN)

static void
lode_word_share_finalize (GObject *object)
{
  g_free (LODE_WORD_SHARE (object)->name);

  G_OBJECT_CLASS (lode_word_share_parent_class)->finalize (object);
}

static void
lode_word_share_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeWordShare *self = LODE_WORD_SHARE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_N_WORDS:
      g_value_set_uint (value, self->n_words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_word_share_class_init (LodeWordShareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_word_share_finalize;
  object_class->get_property = lode_word_share_get_property;

  g_object_class_install_property (
    object_class, PROP_NAME,
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    object_class, PROP_N_WORDS,
    g_param_spec_uint ("n-words", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
lode_word_share_init (LodeWordShare *self)
{
}

static void
setup_label_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_name_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  LodeWordShare *share = gtk_list_item_get_item (list_item);

  lode_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), share->name);
}

static void
setup_number_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
bind_words_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  LodeWordShare *share = gtk_list_item_get_item (list_item);
  g_autofree char *digits = g_strdup_printf ("%'u", share->n_words);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), digits);
}

static void
setup_share_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_share_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  LodeWordShare *share = gtk_list_item_get_item (list_item);
  GtkWidget *bar = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
  /* Translators: a share in percent, such as "47 %" */
  g_autofree char *percent = g_strdup_printf (_("%.0f %%"), 100 * share->share);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), share->share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, percent,
                                  -1);
  gtk_label_set_text (GTK_LABEL (label), percent);
}

static void
lode_word_shares_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_WORD_SHARES);

  G_OBJECT_CLASS (lode_word_shares_parent_class)->dispose (object);
}

static void
lode_word_shares_class_init (LodeWordSharesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_word_shares_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-word-shares.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeWordShares, column_view);
  gtk_widget_class_bind_template_child (widget_class, LodeWordShares, name_column);
  gtk_widget_class_bind_template_child (widget_class, LodeWordShares, words_column);
  gtk_widget_class_bind_template_child (widget_class, LodeWordShares, share_column);
  gtk_widget_class_bind_template_callback (widget_class, setup_label_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_share_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_share_cb);
}

static GtkSorter *
create_sorter (GType sorter_type, const char *property)
{
  GtkExpression *expression = gtk_property_expression_new (LODE_TYPE_WORD_SHARE, NULL, property);

  if (sorter_type == GTK_TYPE_STRING_SORTER)
    return GTK_SORTER (gtk_string_sorter_new (expression));

  return GTK_SORTER (gtk_numeric_sorter_new (expression));
}

static void
set_sorter (GtkColumnViewColumn *column, GtkSorter *sorter)
{
  gtk_column_view_column_set_sorter (column, sorter);
  g_object_unref (sorter);
}

static void
lode_word_shares_init (LodeWordShares *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));

  set_sorter (self->name_column, create_sorter (GTK_TYPE_STRING_SORTER, "name"));
  set_sorter (self->words_column, create_sorter (GTK_TYPE_NUMERIC_SORTER, "n-words"));
  set_sorter (self->share_column, create_sorter (GTK_TYPE_NUMERIC_SORTER, "n-words"));

  self->shares = g_list_store_new (LODE_TYPE_WORD_SHARE);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->shares),
                                    g_object_ref (gtk_column_view_get_sorter (self->column_view)));
  selection = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
  gtk_column_view_sort_by_column (self->column_view, self->words_column, GTK_SORT_DESCENDING);
  /* The list in it takes the keyboard, and would be called by its type. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->column_view))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Share of the quoted words"), -1);
}

/**
 * lode_word_shares_set_comparison:
 * @comparison: whose rows are speakers or groups; not kept
 * @aliases: (nullable): what speakers and groups are called; NULL: their names
 *
 * Speakers without a quotation are left out.
 */
void
lode_word_shares_set_comparison (LodeWordShares *self, LodeComparison *comparison,
                                 LodeSpeakerAliases *aliases)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (g_object_unref);
  LodeComparisonAxis axis;
  double n_words;

  g_return_if_fail (LODE_IS_WORD_SHARES (self) && LODE_IS_COMPARISON (comparison));

  axis = lode_comparison_get_rows_axis (comparison);
  n_words = MAX (lode_comparison_get_n_words (comparison), 1);
  for (guint i = 0; i < lode_comparison_get_n_rows (comparison); i++)
    {
      const LodeComparisonHeading *row = lode_comparison_get_row (comparison, i);
      LodeWordShare *share;

      if (row->n_words == 0)
        continue;

      share = g_object_new (LODE_TYPE_WORD_SHARE, NULL);
      share->name = lode_speaker_aliases_dup_heading (aliases, axis, row);
      share->n_words = row->n_words;
      share->share = row->n_words / n_words;
      g_ptr_array_add (shares, share);
    }

  gtk_column_view_column_set_title (self->name_column,
                                    axis == LODE_COMPARISON_AXIS_GROUPS ? _("Group")
                                                                        : _("Speaker"));
  g_list_store_splice (self->shares, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shares)),
                       shares->pdata, shares->len);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-filter-bar.h"

#include "lode-chip-row.h"
#include "lode-filter-popover.h"
#include "lode-plain-label.h"

#include <glib/gi18n.h>

/* A query is one line of text. The entry shows its words, the chips its filters; what is typed as
 * "topic:gold" stays in the entry until Enter makes it a chip. */

/* So many topics have a chip at once; the menu has all. */
#define MAX_TOPIC_CHIPS 4

struct _LodeFilterBar
{
  AdwBin parent_instance;

  LodeQuery *query;
  LodeFindings *findings;
  LodeDataset *dataset;     /* whose topics have chips */
  char *filters;            /* of the query, those that are not typed in the entry */
  GPtrArray *topics;        /* of LodeTopic, with a chip of their own */
  GPtrArray *chips;         /* of GtkToggleButton, in order */
  GtkWidget *menus[LODE_N_QUERY_FIELDS]; /* NULL: the field has none */
  gboolean updating;

  GtkSearchEntry *search_entry;
  LodeChipRow *chip_row;
  LodeChipRow *menu_row;
  GtkWidget *status_box;
  GtkLabel *status_label;
};

G_DEFINE_FINAL_TYPE (LodeFilterBar, lode_filter_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_QUERY,
  PROP_FINDINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_field_title (LodeQueryField field)
{
  switch (field)
    {
    case LODE_QUERY_FIELD_TOPIC:
      return _("Topics");
    case LODE_QUERY_FIELD_PLACE:
      return _("Places");
    case LODE_QUERY_FIELD_SPEAKER:
      return _("People");
    case LODE_QUERY_FIELD_GROUP:
      return _("Groups");
    case LODE_QUERY_FIELD_KIND:
      return _("Kinds");
    case LODE_QUERY_FIELD_SOURCE:
      return _("Sources");
    case LODE_QUERY_FIELD_CHECK:
      /* Translators: what comparing a quotation with its source came to; the title of a menu */
      return _("Checks");
    case LODE_QUERY_FIELD_DATE:
      return _("Dates");
    case LODE_QUERY_FIELD_WORDS:
    case LODE_QUERY_FIELD_BEFORE:
    case LODE_QUERY_FIELD_AFTER:
    case LODE_QUERY_FIELD_AREA:
    case LODE_N_QUERY_FIELDS:
    default:
      return NULL;
    }
}

static void
take_query (LodeFilterBar *self, LodeQuery *query)
{
  lode_filter_bar_set_query (self, lode_query_get_text (query));
}

/* Shows the query's words in the entry, and keeps its filters for the chips. */
static void
split_query (LodeFilterBar *self)
{
  g_autofree char *words = lode_query_dup_words (self->query);

  g_free (self->filters);
  self->filters = lode_query_dup_filters (self->query);
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  self->updating = FALSE;
}

static void
words_changed_cb (LodeFilterBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *text = NULL;

  if (self->updating)
    return;

  text = *self->filters != '\0' && *words != '\0'
    ? g_strconcat (self->filters, " ", words, NULL)
    : g_strconcat (self->filters, words, NULL);
  g_object_unref (self->query);
  self->query = lode_query_new (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

static void
words_activated_cb (LodeFilterBar *self)
{
  split_query (self);
}

/* Escape in the entry: first what is written goes, then the entry is left. */
static void
stop_search_cb (LodeFilterBar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.step-back", NULL);
}

static void
set_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeFilterBar *self = LODE_FILTER_BAR (widget);
  g_autoptr (LodeQuery) query = NULL;
  const char *value;
  gboolean active;
  guint field;

  g_variant_get (parameter, "(u&sb)", &field, &value, &active);
  if (field >= LODE_N_QUERY_FIELDS || field == LODE_QUERY_FIELD_WORDS)
    return;

  query = lode_query_with (self->query, field, value, active);
  take_query (self, query);
}

/* All that is asked of a field is this one value, or nothing. */
static void
replace_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeFilterBar *self = LODE_FILTER_BAR (widget);
  g_autoptr (LodeQuery) without = NULL;
  g_autoptr (LodeQuery) query = NULL;
  const char *value;
  guint field;

  g_variant_get (parameter, "(u&s)", &field, &value);
  if (field >= LODE_N_QUERY_FIELDS || field == LODE_QUERY_FIELD_WORDS)
    return;

  without = lode_query_without (self->query, field);
  query = lode_query_with (without, field, value, *value != '\0');
  take_query (self, query);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lode_filter_bar_set_query (LODE_FILTER_BAR (widget), "");
  gtk_widget_grab_focus (GTK_WIDGET (LODE_FILTER_BAR (widget)->search_entry));
}

static void
chip_toggled_cb (LodeFilterBar *self, GtkToggleButton *chip)
{
  if (self->updating)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "filter.set", "(usb)",
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "field")),
                              g_object_get_data (G_OBJECT (chip), "value"),
                              gtk_toggle_button_get_active (chip));
}

static GtkWidget *
create_chip (LodeFilterBar *self, LodeQueryField field, const char *value)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *cross = gtk_image_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (chip), "field", GUINT_TO_POINTER (field));
  g_object_set_data_full (G_OBJECT (chip), "value", g_strdup (value), g_free);
  g_object_set_data (G_OBJECT (chip), "name", name);
  g_object_set_data (G_OBJECT (chip), "count", count);
  g_object_set_data (G_OBJECT (chip), "cross", cross);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
show_chip (LodeFilterBar *self, GtkWidget *chip, LodeFilterValue *value)
{
  const guint count = lode_filter_value_get_count (value);
  const gboolean active = lode_filter_value_is_active (value);
  GtkWidget *count_label = g_object_get_data (G_OBJECT (chip), "count");
  g_autofree char *count_text = g_strdup_printf ("%'u", count);
  g_autofree char *name = NULL;

  /* Translators: the name of a filter, and how many statements it leaves */
  name = g_strdup_printf (ngettext ("Filter: %s, %u statement", "Filter: %s, %u statements", count),
                          lode_filter_value_get_name (value), count);
  if (count == G_MAXUINT)
    {
      g_free (name);
      /* Translators: the name of a filter */
      name = g_strdup_printf (_("Filter: %s"), lode_filter_value_get_name (value));
    }

  lode_label_set_text (g_object_get_data (G_OBJECT (chip), "name"),
                      lode_filter_value_get_name (value));
  lode_label_set_text (GTK_LABEL (count_label), count_text);
  gtk_widget_set_visible (count_label, count != G_MAXUINT);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (chip), "cross"), active);
  lode_accessible_set_name (GTK_ACCESSIBLE (chip), name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), active);
}

static GtkWidget *
find_chip (LodeFilterBar *self, LodeQueryField field, const char *value)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (GPOINTER_TO_UINT (g_object_get_data (self->chips->pdata[i], "field")) == field
        && g_str_equal (g_object_get_data (self->chips->pdata[i], "value"), value))
      return self->chips->pdata[i];

  return NULL;
}

/* The chip for @value, behind @sibling; one that is there already is kept, and with it the focus. */
static GtkWidget *
place_chip (LodeFilterBar *self, LodeFilterValue *value, GtkWidget *sibling, GPtrArray *placed)
{
  const LodeQueryField field = lode_filter_value_get_field (value);
  GtkWidget *chip = find_chip (self, field, lode_filter_value_get_value (value));

  if (chip == NULL)
    chip = create_chip (self, field, lode_filter_value_get_value (value));
  else
    g_ptr_array_remove (self->chips, chip);
  g_ptr_array_add (placed, chip);
  lode_chip_row_insert (self->chip_row, chip, sibling);
  show_chip (self, chip, value);
  return chip;
}

static gboolean
is_chip_topic (LodeFilterBar *self, LodeFilterValue *value)
{
  if (lode_filter_value_get_field (value) != LODE_QUERY_FIELD_TOPIC)
    return FALSE;

  for (guint i = 0; i < self->topics->len; i++)
    if (g_str_equal (lode_record_get_id (self->topics->pdata[i]),
                     lode_filter_value_get_value (value)))
      return TRUE;

  return FALSE;
}

/* What is set stands first, so that it is in sight; a topic that has its chip anyway stays there. */
static void
show_chips (LodeFilterBar *self)
{
  g_autoptr (GListModel) active = lode_findings_list_active (self->findings);
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  GtkWidget *last = NULL;

  self->updating = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (active); i++)
    {
      g_autoptr (LodeFilterValue) value = g_list_model_get_item (active, i);

      if (!is_chip_topic (self, value))
        last = place_chip (self, value, last, placed);
    }
  for (guint i = 0; i < self->topics->len; i++)
    {
      g_autoptr (LodeFilterValue) value =
        lode_findings_dup_value (self->findings, LODE_QUERY_FIELD_TOPIC,
                                 lode_record_get_id (self->topics->pdata[i]));

      last = place_chip (self, value, last, placed);
    }

  for (guint i = 0; i < self->chips->len; i++)
    lode_chip_row_remove (self->chip_row, self->chips->pdata[i]);
  g_ptr_array_unref (self->chips);
  self->chips = g_steal_pointer (&placed);
  gtk_widget_set_visible (GTK_WIDGET (self->chip_row), self->chips->len > 0);
  self->updating = FALSE;
}

static void
show_status (LodeFilterBar *self)
{
  guint n_all = g_list_model_get_n_items (lode_dataset_get_statements (self->dataset));
  guint n = g_list_model_get_n_items (lode_findings_get_statements (self->findings));
  g_autofree char *text = NULL;

  /* Translators: how many statements are found, of how many */
  text = g_strdup_printf (ngettext ("%'u of %'u statement", "%'u of %'u statements", n_all),
                          n, n_all);
  lode_label_set_text (self->status_label, text);
  /* Not ours: it may be told of after what it has found. */
  gtk_widget_set_visible (self->status_box,
                          !lode_query_is_empty (lode_findings_get_query (self->findings)));
}

/* The first topics that have a symbol, which is what a map shows, and a statement. */
static void
choose_topics (LodeFilterBar *self)
{
  GListModel *topics = lode_dataset_get_topics (self->dataset);

  g_ptr_array_set_size (self->topics, 0);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (LodeTopic) topic = g_list_model_get_item (topics, i);

      if (self->topics->len < MAX_TOPIC_CHIPS && lode_topic_get_symbol (topic) != NULL)
        g_ptr_array_add (self->topics, g_object_ref (topic));
    }
}

/* Made when it is opened. */
static void
create_popover_cb (GtkMenuButton *menu, gpointer user_data)
{
  LodeFilterBar *self = user_data;
  LodeQueryField field = LODE_QUERY_FIELD_WORDS;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (menu) != NULL)
    return;

  while (self->menus[field] != GTK_WIDGET (menu))
    field++;
  popover = lode_filter_popover_new (field);
  lode_filter_popover_set_findings (LODE_FILTER_POPOVER (popover), self->findings);
  gtk_menu_button_set_popover (menu, popover);
}

static GtkWidget *
create_menu (LodeFilterBar *self, LodeQueryField field)
{
  GtkWidget *menu = gtk_menu_button_new ();
  g_autofree char *name = NULL;

  /* Translators: %s is what a filter looks at: "Topics", "People" … */
  name = g_strdup_printf (_("Filter by %s"), get_field_title (field));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), get_field_title (field));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (menu), create_popover_cb, self, NULL);
  gtk_widget_add_css_class (menu, "chip");
  lode_accessible_set_name (GTK_ACCESSIBLE (menu), name);
  return menu;
}

static void
show_menus (LodeFilterBar *self)
{
  static const LodeQueryField fields[] = {
    LODE_QUERY_FIELD_TOPIC, LODE_QUERY_FIELD_SPEAKER, LODE_QUERY_FIELD_GROUP,
    LODE_QUERY_FIELD_PLACE, LODE_QUERY_FIELD_KIND,    LODE_QUERY_FIELD_SOURCE,
    LODE_QUERY_FIELD_CHECK,   LODE_QUERY_FIELD_DATE,
  };
  GtkWidget *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget **menu = &self->menus[fields[i]];
      GtkPopover *popover;
      gboolean offered = lode_findings_offers (self->findings, fields[i]);

      if (*menu == NULL && !offered)
        continue;

      if (*menu == NULL)
        *menu = create_menu (self, fields[i]);
      lode_chip_row_insert (self->menu_row, *menu, last);
      gtk_widget_set_visible (*menu, offered);
      popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (*menu));
      if (popover != NULL)
        lode_filter_popover_set_findings (LODE_FILTER_POPOVER (popover), self->findings);
      last = *menu;
    }
}

static void
lode_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeFilterBar *self = LODE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      g_value_set_string (value, lode_filter_bar_get_query (self));
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_filter_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LodeFilterBar *self = LODE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      lode_filter_bar_set_query (self, g_value_get_string (value));
      break;
    case PROP_FINDINGS:
      lode_filter_bar_set_findings (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
lode_filter_bar_grab_focus (GtkWidget *widget)
{
  LodeFilterBar *self = LODE_FILTER_BAR (widget);

  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
lode_filter_bar_dispose (GObject *object)
{
  LodeFilterBar *self = LODE_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_FILTER_BAR);
  g_clear_object (&self->findings);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (lode_filter_bar_parent_class)->dispose (object);
}

static void
lode_filter_bar_finalize (GObject *object)
{
  LodeFilterBar *self = LODE_FILTER_BAR (object);

  g_object_unref (self->query);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->chips);
  g_free (self->filters);

  G_OBJECT_CLASS (lode_filter_bar_parent_class)->finalize (object);
}

static void
lode_filter_bar_class_init (LodeFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lode_filter_bar_get_property;
  object_class->set_property = lode_filter_bar_set_property;
  object_class->dispose = lode_filter_bar_dispose;
  object_class->finalize = lode_filter_bar_finalize;
  widget_class->grab_focus = lode_filter_bar_grab_focus;

  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, LODE_TYPE_FINDINGS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "filter.set", "(usb)", set_filter_action);
  gtk_widget_class_install_action (widget_class, "filter.replace", "(us)", replace_filter_action);
  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_action);

  g_type_ensure (LODE_TYPE_CHIP_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeFilterBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LodeFilterBar, chip_row);
  gtk_widget_class_bind_template_child (widget_class, LodeFilterBar, menu_row);
  gtk_widget_class_bind_template_child (widget_class, LodeFilterBar, status_box);
  gtk_widget_class_bind_template_child (widget_class, LodeFilterBar, status_label);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
lode_filter_bar_init (LodeFilterBar *self)
{
  self->query = lode_query_new (NULL);
  self->filters = g_strdup ("");
  self->topics = g_ptr_array_new_with_free_func (g_object_unref);
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lode_filter_bar_get_query:
 *
 * Returns: (transfer none): words and filters, as LodeQuery reads them
 */
const char *
lode_filter_bar_get_query (LodeFilterBar *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_BAR (self), NULL);

  return lode_query_get_text (self->query);
}

/**
 * lode_filter_bar_set_query:
 * @query: (nullable): words and filters; NULL for none
 */
void
lode_filter_bar_set_query (LodeFilterBar *self, const char *query)
{
  g_return_if_fail (LODE_IS_FILTER_BAR (self));

  if (g_strcmp0 (query != NULL ? query : "", lode_query_get_text (self->query)) == 0)
    return;

  g_object_unref (self->query);
  self->query = lode_query_new (query);
  split_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/**
 * lode_filter_bar_get_findings:
 *
 * Returns: (transfer none) (nullable): what is counted
 */
LodeFindings *
lode_filter_bar_get_findings (LodeFilterBar *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_BAR (self), NULL);

  return self->findings;
}

/**
 * lode_filter_bar_set_findings:
 * @findings: (nullable): what to count
 */
void
lode_filter_bar_set_findings (LodeFilterBar *self, LodeFindings *findings)
{
  g_return_if_fail (LODE_IS_FILTER_BAR (self));

  if (!g_set_object (&self->findings, findings))
    return;

  if (findings != NULL)
    {
      if (g_set_object (&self->dataset, lode_findings_get_dataset (findings)))
        choose_topics (self);
      show_chips (self);
      show_menus (self);
      show_status (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
}

/**
 * lode_filter_bar_get_entry:
 *
 * Returns: (transfer none): where the words are written
 */
GtkEditable *
lode_filter_bar_get_entry (LodeFilterBar *self)
{
  g_return_val_if_fail (LODE_IS_FILTER_BAR (self), NULL);

  return GTK_EDITABLE (self->search_entry);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-legend.h"

#include "lode-plain-label.h"
#include "lode-query.h"
#include "lode-topic-tile.h"

#include <glib/gi18n.h>

/* More would cover the map: the menu of topics beside the search has all of them. */
#define MAX_TOPICS 12
#define TILE_SIZE 22

struct _LodeLegend
{
  AdwBin parent_instance;

  GSettings *settings;
  LodeDataset *dataset; /* whose topics are listed; NULL: none yet */
  char *query;
  gboolean updating;
  gboolean narrow;

  GtkToggleButton *fold_button;
  GtkBox *topics_box;
};

G_DEFINE_FINAL_TYPE (LodeLegend, lode_legend, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FINDINGS,
  PROP_QUERY,
  PROP_NARROW,
  N_PROPS
};

enum
{
  TOPIC_HOVERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static LodeTopic *
get_topic (GtkWidget *button)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));

  return lode_topic_tile_get_topic (LODE_TOPIC_TILE (gtk_widget_get_first_child (box)));
}

static void
topic_toggled_cb (LodeLegend *self, GtkToggleButton *button)
{
  g_autoptr (LodeQuery) former = NULL;
  g_autoptr (LodeQuery) query = NULL;

  if (self->updating)
    return;

  former = lode_query_new (self->query);
  query = lode_query_with (former, LODE_QUERY_FIELD_TOPIC,
                           lode_record_get_id (LODE_RECORD (get_topic (GTK_WIDGET (button)))),
                           gtk_toggle_button_get_active (button));
  g_object_set (self, "query", lode_query_get_text (query), NULL);
}

static void
entered_cb (GtkEventController *motion, double x, double y, LodeLegend *self)
{
  g_signal_emit (self, signals[TOPIC_HOVERED], 0,
                 get_topic (gtk_event_controller_get_widget (motion)));
}

static void
left_cb (GtkEventController *motion, LodeLegend *self)
{
  g_signal_emit (self, signals[TOPIC_HOVERED], 0, NULL);
}

static GtkWidget *
create_button (LodeLegend *self, LodeTopic *topic)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_autofree char *name = NULL;

  /* Translators: the name of a filter */
  name = g_strdup_printf (_("Filter: %s"), lode_topic_get_name (topic));
  lode_label_set_text (GTK_LABEL (label), lode_topic_get_name (topic));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_append (GTK_BOX (box), lode_topic_tile_new (topic, TILE_SIZE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  lode_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_signal_connect_object (button, "toggled", G_CALLBACK (topic_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (button, motion);
  return button;
}

/* The topics with a symbol, which is what a marker shows. */
static void
list_topics (LodeLegend *self)
{
  GListModel *topics = lode_dataset_get_topics (self->dataset);
  GtkWidget *child;
  guint n_listed = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->topics_box))) != NULL)
    gtk_box_remove (self->topics_box, child);

  for (guint i = 0; i < g_list_model_get_n_items (topics) && n_listed < MAX_TOPICS; i++)
    {
      g_autoptr (LodeTopic) topic = g_list_model_get_item (topics, i);

      if (lode_topic_get_symbol (topic) == NULL)
        continue;
      gtk_box_append (self->topics_box, create_button (self, topic));
      n_listed++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n_listed > 0);
}

static void
show_query (LodeLegend *self)
{
  g_autoptr (LodeQuery) query = lode_query_new (self->query);

  self->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->topics_box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (child),
      lode_query_has (query, LODE_QUERY_FIELD_TOPIC,
                      lode_record_get_id (LODE_RECORD (get_topic (child)))));
  self->updating = FALSE;
}

static void
set_findings (LodeLegend *self, LodeFindings *findings)
{
  if (findings == NULL || !g_set_object (&self->dataset, lode_findings_get_dataset (findings)))
    return;

  list_topics (self);
  show_query (self);
}

static void
unfolded_cb (LodeLegend *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_toggle_button_get_active (self->fold_button), -1);
}

/* A narrow window's map is too small to be covered from the start; what the reader wants is told by
 * wide ones. */
static void
follow_width (LodeLegend *self)
{
  if (self->narrow)
    {
      g_settings_unbind (self->fold_button, "active");
      gtk_toggle_button_set_active (self->fold_button, FALSE);
    }
  else
    {
      g_settings_bind (self->settings, "legend-unfolded", self->fold_button, "active",
                       G_SETTINGS_BIND_DEFAULT);
    }
}

static void
lode_legend_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_QUERY)
    g_value_set_string (value, LODE_LEGEND (object)->query);
  else if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, LODE_LEGEND (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lode_legend_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  LodeLegend *self = LODE_LEGEND (object);
  const char *query;

  switch (prop_id)
    {
    case PROP_FINDINGS:
      set_findings (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      query = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
      if (g_str_equal (query, self->query))
        return;
      g_free (self->query);
      self->query = g_strdup (query);
      show_query (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      if (g_value_get_boolean (value) == self->narrow)
        return;
      self->narrow = g_value_get_boolean (value);
      follow_width (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_legend_dispose (GObject *object)
{
  LodeLegend *self = LODE_LEGEND (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (lode_legend_parent_class)->dispose (object);
}

static void
lode_legend_finalize (GObject *object)
{
  g_free (LODE_LEGEND (object)->query);

  G_OBJECT_CLASS (lode_legend_parent_class)->finalize (object);
}

static void
lode_legend_class_init (LodeLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_legend_get_property;
  object_class->set_property = lode_legend_set_property;
  object_class->dispose = lode_legend_dispose;
  object_class->finalize = lode_legend_finalize;

  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, LODE_TYPE_FINDINGS,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_QUERY] =
    g_param_spec_string ("query", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOPIC_HOVERED] = g_signal_new ("topic-hovered", LODE_TYPE_LEGEND, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, LODE_TYPE_TOPIC);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeLegend, fold_button);
  gtk_widget_class_bind_template_child (widget_class, LodeLegend, topics_box);
  gtk_widget_class_bind_template_callback (widget_class, unfolded_cb);
}

static void
lode_legend_init (LodeLegend *self)
{
  self->query = g_strdup ("");
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_width (self);
  unfolded_cb (self);
}

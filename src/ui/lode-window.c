/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window.h"

#include "lode-background-settings.h"
#include "lode-date.h"
#include "lode-first-hint.h"
#include "lode-legend.h"
#include "lode-panel-resizer.h"
#include "lode-recent-menu.h"
#include "lode-record-list.h"
#include "lode-shown-text.h"
#include "lode-text-size-control.h"
#include "lode-window-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LodeWindow, lode_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_QUERY,
  PROP_FINDINGS,
  PROP_SHOWN_STATEMENTS,
  PROP_SELECTED_PLACE,
  PROP_PANEL_SHOWN,
  PROP_PANEL_WIDTH,
  PROP_PROVENANCE,
  PROP_PAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* "2 February 2026", or "2024 to 2 February 2026". */
static char *
dup_dates (LodeDataset *dataset)
{
  const char *first = lode_dataset_get_first_date (dataset);
  const char *last = lode_dataset_get_last_date (dataset);
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = lode_date_format (last);

  if (g_strcmp0 (first, last) == 0)
    return g_steal_pointer (&last_text);

  first_text = lode_date_format (first);
  /* Translators: from the first to the last date */
  return g_strdup_printf (_("%s to %s"), first_text, last_text);
}

static void
show_title (LodeWindow *self)
{
  guint n = g_list_model_get_n_items (lode_dataset_get_statements (self->dataset));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u statement", "%'u statements", n), n);
  g_autofree char *dates = dup_dates (self->dataset);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", count, dates);
  g_autofree char *title = lode_shown_text_dup (lode_dataset_get_title (self->dataset));

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Of the places, those that the statements found name; and what is selected, so that it is not gone
 * under the reader's hand. */
static gboolean
is_place_shown (LodeWindow *self, LodePlace *place, gboolean show_context)
{
  if (lode_place_is_context (place))
    return show_context;

  return self->findings == NULL || lode_query_is_empty (self->query)
         || place == self->selected_place || lode_findings_count_place (self->findings, place) > 0;
}

static void
show_places (LodeWindow *self)
{
  const gboolean show_context = g_settings_get_boolean (self->settings, "show-context-places");
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (LodeRecordList) shown = NULL;
  GListModel *places;

  if (self->dataset == NULL)
    return;

  if (self->selected_place != NULL && !is_place_shown (self, self->selected_place, show_context))
    lode_window_set_selected_place (self, NULL);
  places = lode_dataset_get_places (self->dataset);
  for (guint32 i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);

      if (is_place_shown (self, place, show_context))
        g_array_append_val (positions, i);
    }

  shown = lode_record_list_new_chosen (LODE_RECORD_LIST (places), positions);
  lode_map_view_set_places (self->map_view, G_LIST_MODEL (shown));
}

/* Until it has been searched, all of it. */
static void
show_dataset (LodeWindow *self)
{
  g_clear_object (&self->findings);
  g_set_object (&self->shown_statements, lode_dataset_get_statements (self->dataset));
  show_title (self);
  lode_map_view_set_findings (self->map_view, NULL);
  show_places (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  lode_window_update_search (self);
}

static void
place_activated_cb (LodeWindow *self, LodePlace *place)
{
  lode_window_set_panel_shown (self, TRUE);

  /* The panel lies over the map now, and keys are for what can be seen. */
  if (lode_window_is_folded (self))
    lode_panel_focus_statements (self->panel);
}

static gboolean
has_topic (LodePlace *place, LodeTopic *topic)
{
  guint n_topics;
  LodeTopic * const *topics = lode_place_get_topics (place, &n_topics);

  for (guint i = 0; i < n_topics; i++)
    if (topics[i] == topic)
      return TRUE;

  return FALSE;
}

/* Pointing at a topic in the legend lights its places; else those that the panel points at are lit. */
static void
topic_hovered_cb (LodeWindow *self, LodeTopic *topic)
{
  GListModel *places = lode_map_view_get_places (self->map_view);
  g_autoptr (GListStore) lit = g_list_store_new (LODE_TYPE_PLACE);

  for (guint i = 0; topic != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);

      if (has_topic (place, topic))
        g_list_store_append (lit, place);
    }

  lode_map_view_set_lit_places (self->map_view, topic != NULL ? G_LIST_MODEL (lit)
                                                              : lode_panel_get_lit_places (self->panel));
}

static void
show_place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  LodePlace *place = self->dataset != NULL
    ? lode_dataset_find_place (self->dataset, g_variant_get_string (parameter, NULL))
    : NULL;

  if (place == NULL)
    return;

  lode_window_set_page (self, "map");
  lode_window_set_selected_place (self, place);
  lode_map_view_show_place (self->map_view, place);
  if (lode_window_is_folded (self))
    lode_window_set_panel_shown (self, FALSE);
  lode_map_view_focus_place (self->map_view, place);
}

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Copied")));
}

static void
map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  if (g_str_equal (name, "win.zoom-in"))
    lode_map_view_zoom_in (self->map_view);
  else if (g_str_equal (name, "win.zoom-out"))
    lode_map_view_zoom_out (self->map_view);
  else
    lode_map_view_go_home (self->map_view);
}

static void
clear_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lode_window_set_selected_place (LODE_WINDOW (widget), NULL);
}

/* To the selected marker, so that the reader goes on where they were; else to the map itself. */
static void
focus_map (LodeWindow *self)
{
  if (self->selected_place == NULL
      || !lode_map_view_focus_place (self->map_view, self->selected_place))
    gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
}

/* Escape: first back to the map, then out of what lies over it, then out of the selection. */
static void
step_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);

  if (lode_window_step_back_page (self))
    return;

  if (lode_window_is_folded (self) && adw_flap_get_reveal_flap (self->flap))
    {
      lode_window_set_panel_shown (self, FALSE);
      focus_map (self);
    }
  else
    {
      lode_window_set_selected_place (self, NULL);
    }
}

static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeWindow *self = LODE_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean in_panel = focus != NULL
                      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel));

  /* The comparison has no panes. */
  if (g_strcmp0 (lode_window_get_page (self), "map") != 0)
    return;

  if (in_panel && lode_window_is_folded (self))
    lode_window_set_panel_shown (self, FALSE);
  else if (!in_panel)
    lode_window_set_panel_shown (self, TRUE);

  if (in_panel)
    focus_map (self);
  else
    lode_panel_focus_statements (self->panel);
}

/* Made when it is asked for: GtkApplication would build it with every window. */
static void
show_help_overlay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource (LODE_RESOURCE_PATH "/ui/lode-help-overlay.ui");
      GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (overlay));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
lode_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeWindow *self = LODE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_QUERY:
      g_value_set_string (value, lode_window_get_query (self));
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    case PROP_PROVENANCE:
      g_value_set_object (value, lode_window_get_provenance (self));
      break;
    case PROP_SHOWN_STATEMENTS:
      g_value_set_object (value, self->shown_statements);
      break;
    case PROP_SELECTED_PLACE:
      g_value_set_object (value, self->selected_place);
      break;
    case PROP_PANEL_SHOWN:
      g_value_set_boolean (value, lode_window_get_panel_shown (self));
      break;
    case PROP_PANEL_WIDTH:
      g_value_set_int (value, self->panel_width);
      break;
    case PROP_PAGE:
      g_value_set_string (value, lode_window_get_page (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LodeWindow *self = LODE_WINDOW (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      lode_window_set_query (self, g_value_get_string (value));
      break;
    case PROP_SELECTED_PLACE:
      lode_window_set_selected_place (self, g_value_get_object (value));
      break;
    case PROP_PANEL_SHOWN:
      lode_window_set_panel_shown (self, g_value_get_boolean (value));
      break;
    case PROP_PANEL_WIDTH:
      lode_window_set_panel_width (self, g_value_get_int (value));
      break;
    case PROP_PAGE:
      lode_window_set_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_window_dispose (GObject *object)
{
  LodeWindow *self = LODE_WINDOW (object);

  lode_window_dispose_provenance (self);
  lode_window_dispose_opening (self);
  lode_window_dispose_picture (self);
  lode_window_dispose_print (self);
  lode_window_dispose_speaker (self);
  lode_window_dispose_reloading (self);
  lode_window_dispose_history (self);
  lode_window_dispose_area (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_WINDOW);
  g_clear_object (&self->dataset);
  g_clear_object (&self->query);
  g_clear_object (&self->shown_statements);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->address, lode_address_free);
  g_clear_object (&self->selected_place);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lode_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_DATASET] =
    g_param_spec_object ("dataset", NULL, NULL, LODE_TYPE_DATASET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, LODE_TYPE_FINDINGS,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWN_STATEMENTS] =
    g_param_spec_object ("shown-statements", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED_PLACE] =
    g_param_spec_object ("selected-place", NULL, NULL, LODE_TYPE_PLACE, flags);
  properties[PROP_PANEL_SHOWN] =
    g_param_spec_boolean ("panel-shown", NULL, NULL, TRUE, flags);
  properties[PROP_PROVENANCE] =
    g_param_spec_object ("provenance", NULL, NULL, LODE_TYPE_PROVENANCE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PANEL_WIDTH] =
    g_param_spec_int ("panel-width", NULL, NULL, LODE_PANEL_MIN_WIDTH, LODE_PANEL_MAX_WIDTH, 420,
                      flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "map", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.show-panel", "panel-shown");
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  gtk_widget_class_install_action (widget_class, "win.show-place", "s", show_place_action);
  gtk_widget_class_install_action (widget_class, "win.copy-text", "s", copy_text_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, map_action);
  gtk_widget_class_install_action (widget_class, "win.clear-selection", NULL,
                                   clear_selection_action);
  gtk_widget_class_install_action (widget_class, "win.step-back", NULL, step_back_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);
  lode_window_class_install_opening (widget_class);
  lode_window_class_install_places (widget_class);
  lode_window_class_install_picture (widget_class);
  lode_window_class_install_print (widget_class);
  lode_window_class_install_speaker (widget_class);
  lode_window_class_install_export (widget_class);
  lode_window_class_install_provenance (widget_class);
  lode_window_class_install_reloading (widget_class);
  lode_window_class_install_search (widget_class);
  lode_window_class_install_history (widget_class);
  lode_window_class_install_links (widget_class);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, reading_revealer);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, reading_spinner);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, reading_label);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, announcement_label);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, drop_target);
  lode_window_class_bind_pages (widget_class);
  lode_window_class_bind_size (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, topic_hovered_cb);
}

static void
lode_window_class_init (LodeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_window_get_property;
  object_class->set_property = lode_window_set_property;
  object_class->dispose = lode_window_dispose;

  install_properties (object_class);

  g_type_ensure (LODE_TYPE_FIRST_HINT);
  g_type_ensure (LODE_TYPE_LEGEND);
  g_type_ensure (LODE_TYPE_MAP_VIEW);
  g_type_ensure (LODE_TYPE_PANEL);
  g_type_ensure (LODE_TYPE_PANEL_RESIZER);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
bind_settings (LodeWindow *self)
{
  static const char *bound[][2] = {
    { "window-width", "default-width" },
    { "window-height", "default-height" },
    { "window-maximized", "maximized" },
    { "panel-width", "panel-width" },
  };
  g_autoptr (GAction) show_context_places =
    g_settings_create_action (self->settings, "show-context-places");

  /* For the next window: those that are open must not drag each other along. */
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    g_settings_bind (self->settings, bound[i][0], self, bound[i][1],
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "panel-shown"));
  g_action_map_add_action (G_ACTION_MAP (self), show_context_places);
  g_signal_connect_object (self->settings, "changed::show-context-places",
                           G_CALLBACK (show_places), self, G_CONNECT_SWAPPED);
}

static void
update_background (LodeWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeBackground) background = lode_background_settings_open (self->settings, &error);

  g_object_set (self->map_view, "background", background, NULL);
  if (error != NULL)
    {
      /* Translators: %s is why, as a sentence */
      g_autofree char *title = g_strdup_printf (_("The built-in map is shown: %s"),
                                                error->message);
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
    }
}

static void
background_changed_cb (LodeWindow *self, const char *key)
{
  if (g_str_has_prefix (key, "background-"))
    update_background (self);
}

/* Made when it is opened: a menu has as many widgets as all that is in sight. */
static void
create_menu_cb (GtkMenuButton *menu_button, gpointer user_data)
{
  LodeWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (menu_button) != NULL)
    return;

  gtk_menu_button_set_menu_model (menu_button, self->main_menu);
  lode_text_size_control_add_to_menu (menu_button);
  lode_recent_menu_fill (self->recent_menu);
}

static void
lode_window_init (LodeWindow *self)
{
  self->panel_width = 420;
  self->query = lode_query_new (NULL);
  if (LODE_IN_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);

  bind_settings (self);
  g_object_bind_property (adw_style_manager_get_default (), "dark", self->map_view, "dark",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", self->map_view,
                          "high-contrast", G_BINDING_SYNC_CREATE);
  g_settings_bind (self->settings, "place-names", self->map_view, "place-names",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "show-graticule", self->map_view, "graticule",
                   G_SETTINGS_BIND_GET);
  update_background (self);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (background_changed_cb), self,
                           G_CONNECT_SWAPPED);
  lode_window_init_opening (self);
  lode_window_init_provenance (self);
  lode_window_init_announcement (self);
  lode_window_init_history (self);
  lode_window_init_area (self);
  lode_window_init_search (self);
  lode_window_init_speaker (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-problems", FALSE);
  lode_window_init_size (self);
  /* The map has keys of its own, and they work from the start. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map_view));
  /* The action asked for the state before there was any. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_SHOWN]);
}

/* Shows @dataset, which is whole: the former one goes, and with it the selection and the query. */
void
lode_window_set_dataset (LodeWindow *self, LodeDataset *dataset)
{
  if (!g_set_object (&self->dataset, dataset))
    return;

  lode_window_forget_history (self);
  lode_window_set_selected_place (self, NULL);
  g_object_unref (self->query);
  self->query = lode_query_new (NULL);
  show_dataset (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/* There are other findings than before. */
void
lode_window_findings_changed (LodeWindow *self)
{
  show_places (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN_STATEMENTS]);
}

/* Shows @dataset, which is what the one on screen has become: selection, query and what is in sight
 * stay, as far as they are still there. */
void
lode_window_replace_dataset (LodeWindow *self, LodeDataset *dataset)
{
  g_autofree char *id = NULL;

  if (self->selected_place != NULL)
    id = lode_dataset_dup_record_id (self->dataset, LODE_RECORD (self->selected_place));

  lode_panel_hold (self->panel);
  lode_window_set_selected_place (self, NULL);
  g_set_object (&self->dataset, dataset);
  show_dataset (self);
  if (id != NULL)
    lode_window_set_selected_place (self, lode_dataset_find_place (dataset, id));
  lode_panel_release (self->panel);
}

/**
 * lode_window_new:
 *
 * Returns: a window without a dataset; see lode_window_open_file()
 */
GtkWidget *
lode_window_new (GtkApplication *application)
{
  return g_object_new (LODE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * lode_window_get_dataset:
 *
 * Returns: (transfer none) (nullable): what is shown; NULL until the first file has been read
 */
LodeDataset *
lode_window_get_dataset (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), NULL);

  return self->dataset;
}

/**
 * lode_window_get_selected_place:
 *
 * Returns: (transfer none) (nullable): the place that map and panel are about
 */
LodePlace *
lode_window_get_selected_place (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), NULL);

  return self->selected_place;
}

/**
 * lode_window_set_selected_place:
 * @place: (nullable): a place of the dataset; NULL for all of them
 */
void
lode_window_set_selected_place (LodeWindow *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_WINDOW (self));
  g_return_if_fail (place == NULL || LODE_IS_PLACE (place));

  if (g_set_object (&self->selected_place, place))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_PLACE]);
}

/**
 * lode_window_set_query:
 * @query: (nullable): what to look for, as LodeQuery reads it; NULL for everything
 *
 * Map and panel show what it finds.
 */
void
lode_window_set_query (LodeWindow *self, const char *query)
{
  g_return_if_fail (LODE_IS_WINDOW (self));

  if (g_strcmp0 (query != NULL ? query : "", lode_query_get_text (self->query)) == 0)
    return;

  g_object_unref (self->query);
  self->query = lode_query_new (query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  lode_window_update_search (self);
}

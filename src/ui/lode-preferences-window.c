/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-preferences-window.h"

#include "lode-background-group.h"
#include "lode-citation.h"
#include "lode-guide-window.h"
#include "lode-map-view.h"
#include "lode-reading-style.h"
#include "lode-text-size-control.h"

struct _LodePreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;

  AdwComboRow *place_names_row;
  AdwComboRow *citation_row;
  GtkSwitch *graticule_switch;
  GtkSwitch *restore_session_switch;
  AdwComboRow *density_row;
};

G_DEFINE_FINAL_TYPE (LodePreferencesWindow, lode_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* A row's number is that of the enumeration's value, in the order of the .ui file. */
static gboolean
get_nick_cb (GValue *value, GVariant *variant, gpointer user_data)
{
  g_autoptr (GEnumClass) names = g_type_class_ref (GPOINTER_TO_SIZE (user_data));
  GEnumValue *choice = g_enum_get_value_by_nick (names, g_variant_get_string (variant, NULL));

  if (choice == NULL)
    return FALSE;

  g_value_set_uint (value, choice->value);
  return TRUE;
}

static GVariant *
set_nick_cb (const GValue *value, const GVariantType *type, gpointer user_data)
{
  g_autoptr (GEnumClass) names = g_type_class_ref (GPOINTER_TO_SIZE (user_data));
  GEnumValue *choice = g_enum_get_value (names, (int) g_value_get_uint (value));

  return choice != NULL ? g_variant_new_string (choice->value_nick) : NULL;
}

static void
bind_choice (LodePreferencesWindow *self, const char *key, AdwComboRow *row, GType type)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_nick_cb, set_nick_cb, GSIZE_TO_POINTER (type), NULL);
}

static void
lode_preferences_window_dispose (GObject *object)
{
  LodePreferencesWindow *self = LODE_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lode_preferences_window_parent_class)->dispose (object);
}

static void
lode_preferences_window_class_init (LodePreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_preferences_window_dispose;

  g_type_ensure (LODE_TYPE_BACKGROUND_GROUP);
  g_type_ensure (LODE_TYPE_TEXT_SIZE_CONTROL);
  lode_guide_window_bind_help (widget_class, "map");
  gtk_widget_class_set_template_from_resource (
    widget_class, LODE_RESOURCE_PATH "/ui/lode-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LodePreferencesWindow, place_names_row);
  gtk_widget_class_bind_template_child (widget_class, LodePreferencesWindow, citation_row);
  gtk_widget_class_bind_template_child (widget_class, LodePreferencesWindow, density_row);
  gtk_widget_class_bind_template_child (widget_class, LodePreferencesWindow, graticule_switch);
  gtk_widget_class_bind_template_child (widget_class, LodePreferencesWindow,
                                        restore_session_switch);
}

static void
lode_preferences_window_init (LodePreferencesWindow *self)
{
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  gtk_widget_init_template (GTK_WIDGET (self));

  bind_choice (self, "citation-style", self->citation_row, LODE_TYPE_CITATION_STYLE);
  bind_choice (self, "card-density", self->density_row, LODE_TYPE_CARD_DENSITY);
  bind_choice (self, "place-names", self->place_names_row, LODE_TYPE_MAP_NAMES);
  g_settings_bind (self->settings, "show-graticule", self->graticule_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "restore-session", self->restore_session_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * lode_preferences_window_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): the window, not yet shown; as GTK's own it lives until it is closed
 */
GtkWidget *
lode_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (LODE_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal",
                       parent != NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background-group.h"

#include "lode-background-settings.h"

#include <glib/gi18n.h>

struct _LodeBackgroundGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings *settings;
  GtkFileChooserNative *chooser;

  AdwComboRow *kind_row;
  AdwActionRow *path_row;
  GtkEditable *address_row;
  GtkEditable *attribution_row;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (LodeBackgroundGroup, lode_background_group, ADW_TYPE_PREFERENCES_GROUP)

static LodeBackgroundKind
get_kind (LodeBackgroundGroup *self)
{
  return g_settings_get_enum (self->settings, "background-kind");
}

/* Whether this runs where there is no network at all: a Flatpak that was given none. */
static gboolean
is_shut_in (void)
{
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *shared = NULL;

  if (!g_key_file_load_from_file (about, "/.flatpak-info", G_KEY_FILE_NONE, NULL))
    return FALSE;

  shared = g_key_file_get_string (about, "Context", "shared", NULL);
  return shared == NULL || strstr (shared, "network") == NULL;
}

static char *
dup_message (LodeBackgroundGroup *self)
{
  LodeBackgroundKind kind = get_kind (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeBackground) background = NULL;

  if (!lode_background_is_supported (kind))
    return g_strdup (_("This build of Lode cannot show such a background."));

  background = lode_background_settings_open (self->settings, &error);
  if (error != NULL)
    return g_strdup (error->message);
  if (kind == LODE_BACKGROUND_ADDRESS && is_shut_in ())
    /* Translators: %s is a command for a terminal */
    return g_strdup_printf (_("Lode runs without a network here. To give it one, and start it "
                              "anew: %s"),
                            "flatpak override --user --share=network " LODE_APPLICATION_ID);
  if (kind == LODE_BACKGROUND_ADDRESS)
    return g_strdup (_("Where you look is told to the server. Lode asks it for what is on screen, "
                       "and keeps up to 100 MB for a week. Mind the server’s rules of use."));
  return NULL;
}

static void
update (LodeBackgroundGroup *self)
{
  LodeBackgroundKind kind = get_kind (self);
  const char *key = lode_background_settings_get_location_key (kind);
  g_autofree char *location = key != NULL ? g_settings_get_string (self->settings, key)
                                          : g_strdup ("");
  g_autofree char *attribution = g_settings_get_string (self->settings, "background-attribution");
  g_autofree char *message = dup_message (self);
  gboolean is_address = kind == LODE_BACKGROUND_ADDRESS;

  if (adw_combo_row_get_selected (self->kind_row) != (guint) kind)
    adw_combo_row_set_selected (self->kind_row, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->path_row), key != NULL && !is_address);
  gtk_widget_set_visible (GTK_WIDGET (self->address_row), is_address);
  gtk_widget_set_visible (GTK_WIDGET (self->attribution_row), key != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->path_row),
                                 kind == LODE_BACKGROUND_FOLDER ? _("Folder") : _("File"));
  adw_action_row_set_subtitle (self->path_row, *location != '\0' ? location : _("None chosen"));
  if (is_address && g_strcmp0 (gtk_editable_get_text (self->address_row), location) != 0)
    gtk_editable_set_text (self->address_row, location);
  if (g_strcmp0 (gtk_editable_get_text (self->attribution_row), attribution) != 0)
    gtk_editable_set_text (self->attribution_row, attribution);
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static void
settings_changed_cb (LodeBackgroundGroup *self, const char *key)
{
  if (g_str_has_prefix (key, "background-"))
    update (self);
}

static void
kind_selected_cb (LodeBackgroundGroup *self)
{
  g_settings_set_enum (self->settings, "background-kind",
                       (int) adw_combo_row_get_selected (self->kind_row));
}

static void
address_applied_cb (LodeBackgroundGroup *self)
{
  g_autofree char *address = g_strdup (gtk_editable_get_text (self->address_row));

  g_settings_set_string (self->settings, "background-address", g_strstrip (address));
}

static void
attribution_applied_cb (LodeBackgroundGroup *self)
{
  g_settings_set_string (self->settings, "background-attribution",
                         gtk_editable_get_text (self->attribution_row));
}

static void
chosen_cb (LodeBackgroundGroup *self, int response, GtkFileChooser *chooser)
{
  const char *key = lode_background_settings_get_location_key (get_kind (self));

  if (response == GTK_RESPONSE_ACCEPT && key != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_settings_set_string (self->settings, key, path);
    }
  g_clear_object (&self->chooser);
}

static void
choose_cb (LodeBackgroundGroup *self)
{
  gboolean is_folder = get_kind (self) == LODE_BACKGROUND_FOLDER;
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (
    is_folder ? _("Choose a Folder of Tiles") : _("Choose an MBTiles File"), parent,
    is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
    NULL, NULL);
  if (!is_folder)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _("MBTiles files"));
      gtk_file_filter_add_suffix (filter, "mbtiles");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
    }
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
lode_background_group_dispose (GObject *object)
{
  LodeBackgroundGroup *self = LODE_BACKGROUND_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_BACKGROUND_GROUP);
  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lode_background_group_parent_class)->dispose (object);
}

static void
lode_background_group_class_init (LodeBackgroundGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_background_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-background-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeBackgroundGroup, kind_row);
  gtk_widget_class_bind_template_child (widget_class, LodeBackgroundGroup, path_row);
  gtk_widget_class_bind_template_child (widget_class, LodeBackgroundGroup, address_row);
  gtk_widget_class_bind_template_child (widget_class, LodeBackgroundGroup, attribution_row);
  gtk_widget_class_bind_template_child (widget_class, LodeBackgroundGroup, message_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, attribution_applied_cb);
}

static void
lode_background_group_init (LodeBackgroundGroup *self)
{
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

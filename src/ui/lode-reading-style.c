/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-reading-style.h"

/* One style sheet over the program's own: sizes there are shares of a statement's own size, so that to
 * set this is enough. */

#define STYLE_KEY "lode-reading-style"

/* Percent. */
static const guint sizes[] = { 80, 90, 100, 110, 125, 150, 175, 200 };
#define NORMAL_SIZE 100

typedef struct
{
  GSettings *settings;
  GtkCssProvider *provider;
} ReadingStyle;

static const char compact[] =
  ".statement { padding: 10px 12px; }\n"
  ".statement > box { border-spacing: 6px; }\n"
  ".statement.quote .words { line-height: 1.2; }\n"
  ".statement button.place-button { padding: 0 8px; min-height: 22px; }\n"
  "listview.statements > row { padding: 3px 12px; }\n"
  ".group-heading { padding-top: 6px; }\n";

GType
lode_card_density_get_type (void)
{
  static GType type;
  static const GEnumValue values[] = {
    { LODE_CARD_DENSITY_COMFORTABLE, "LODE_CARD_DENSITY_COMFORTABLE", "comfortable" },
    { LODE_CARD_DENSITY_COMPACT, "LODE_CARD_DENSITY_COMPACT", "compact" },
    { 0, NULL, NULL }
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("LodeCardDensity", values));

  return type;
}

static void
reading_style_free (gpointer data)
{
  ReadingStyle *self = data;

  g_object_unref (self->settings);
  g_object_unref (self->provider);
  g_free (self);
}

/* A number of CSS has a point in any language. */
static void
update (ReadingStyle *self)
{
  const guint size = g_settings_get_uint (self->settings, "text-size");
  g_autoptr (GString) style = g_string_new (NULL);

  g_string_append_printf (style,
                          ".statement, .wording { font-size: %u%%; }\n"
                          "textview.source-text { font-size: %u%%; }\n",
                          size, size * 108 / 100);
  if (g_settings_get_enum (self->settings, "card-density") == LODE_CARD_DENSITY_COMPACT)
    g_string_append (style, compact);
  gtk_css_provider_load_from_data (self->provider, style->str, -1);
}

static void
changed_cb (ReadingStyle *self, const char *key)
{
  if (g_str_equal (key, "text-size") || g_str_equal (key, "card-density"))
    update (self);
}

static void
resize (GSettings *settings, gboolean larger)
{
  const guint size = g_settings_get_uint (settings, "text-size");
  guint next = larger ? G_N_ELEMENTS (sizes) - 1 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const guint at = larger ? i : G_N_ELEMENTS (sizes) - 1 - i;

      if (larger ? sizes[at] > size : sizes[at] < size)
        {
          next = at;
          break;
        }
    }
  g_settings_set_uint (settings, "text-size", sizes[next]);
}

static void
larger_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  resize (user_data, TRUE);
}

static void
smaller_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  resize (user_data, FALSE);
}

static void
normal_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_settings_set_uint (user_data, "text-size", NORMAL_SIZE);
}

static const GActionEntry actions[] = {
  { "text-larger", larger_action },
  { "text-smaller", smaller_action },
  { "text-normal", normal_action },
};

void
lode_reading_style_install (GApplication *application)
{
  ReadingStyle *self = g_new0 (ReadingStyle, 1);

  self->settings = g_settings_new (LODE_SETTINGS_ID);
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_swapped (self->settings, "changed", G_CALLBACK (changed_cb), self);
  update (self);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self->settings);
  g_object_set_data_full (G_OBJECT (application), STYLE_KEY, self, reading_style_free);
}

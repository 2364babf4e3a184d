/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-search-provider.h"

#include "lode-address.h"
#include "lode-cli-dataset.h"
#include "lode-cli.h"
#include "lode-desktop-search.h"

#include <gio/gio.h>

/* What the desktop's search asks, on the built-in dataset: GNOME's by
 * org.gnome.Shell.SearchProvider2, Plasma's by org.kde.krunner1. The bus starts it as a process of
 * its own, which needs no display and answers before a window could be made. It ends when nobody has
 * asked for a while; opening a result is the application's. */

#define BUS_NAME LODE_APPLICATION_ID ".SearchProvider"
#define IDLE_SECONDS 60

/* KRunner::QueryMatch: neither what it is sure of nor the last thing to show. */
#define KRUNNER_CATEGORY_RELEVANCE 30

typedef struct
{
  LodeDataset *dataset;
  GMainLoop *loop;
  guint idle_id;
  guint idle_seconds;
} SearchProvider;

static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "  <interface name='org.kde.krunner1'>"
  "    <method name='Actions'>"
  "      <arg type='a(sss)' name='actions' direction='out'/>"
  "    </method>"
  "    <method name='Match'>"
  "      <arg type='s' name='query' direction='in'/>"
  "      <arg type='a(sssida{sv})' name='matches' direction='out'/>"
  "    </method>"
  "    <method name='Run'>"
  "      <arg type='s' name='match' direction='in'/>"
  "      <arg type='s' name='action' direction='in'/>"
  "    </method>"
  "    <method name='Teardown'/>"
  "  </interface>"
  "</node>";

static gboolean
idle_cb (gpointer user_data)
{
  SearchProvider *self = user_data;

  self->idle_id = 0;
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static void
stay_awake (SearchProvider *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->idle_id = g_timeout_add_seconds (self->idle_seconds, idle_cb, self);
}

static GVariant *
describe (LodeDataset *dataset, const char * const *ids)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (LodeDesktopResult) result = lode_desktop_search_describe (dataset, ids[i]);

      if (result == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (ids[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (result->name));
      g_variant_builder_add (&metas, "{sv}", "description",
                             g_variant_new_string (result->description));
      /* As g_icon_to_string() writes the icon of a theme. */
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (result->icon));
      g_variant_builder_close (&metas);
    }

  return g_variant_new ("(aa{sv})", &metas);
}

/* What @text finds, as org.kde.krunner1 has it: id, text, icon, category's relevance, relevance, and
 * the line below. Plasma sorts by relevance, so that the order is kept. */
static GVariant *
match (LodeDataset *dataset, const char *text)
{
  g_auto (GStrv) terms = g_strsplit_set (text, " \t\r\n", -1);
  g_auto (GStrv) ids = lode_desktop_search_find (dataset, (const char * const *) terms);
  guint n_ids = g_strv_length (ids);
  GVariantBuilder matches;

  g_variant_builder_init (&matches, G_VARIANT_TYPE ("a(sssida{sv})"));
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (LodeDesktopResult) result = lode_desktop_search_describe (dataset, ids[i]);
      GVariantBuilder properties;

      g_variant_builder_init (&properties, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&properties, "{sv}", "subtext",
                             g_variant_new_string (result->description));
      g_variant_builder_add (&matches, "(sssida{sv})", ids[i], result->name, result->icon,
                             KRUNNER_CATEGORY_RELEVANCE, 1.0 - (double) i / n_ids, &properties);
    }

  return g_variant_new ("(a(sssida{sv}))", &matches);
}

/* org.freedesktop.Application of the desktop entry specification: whatever runs already is asked, and
 * otherwise the bus starts it. @timestamp is of the click, so that the window may come to the front. */
static void
open_address (GDBusConnection *connection, const char *uri, guint32 timestamp)
{
  g_autofree char *path = g_strdelimit (g_strdup ("/" LODE_APPLICATION_ID), ".", '/');
  g_autofree char *startup_id = g_strdup_printf ("_TIME%u", timestamp);
  const char *uris[] = { uri, NULL };
  GVariantBuilder platform_data;

  g_variant_builder_init (&platform_data, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&platform_data, "{sv}", "desktop-startup-id",
                         g_variant_new_string (startup_id));
  g_dbus_connection_call (connection, LODE_APPLICATION_ID, path, "org.freedesktop.Application",
                          "Open", g_variant_new ("(^asa{sv})", uris, &platform_data), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
krunner_call_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *method,
                 GVariant *parameters,
                 GDBusMethodInvocation *invocation,
                 gpointer user_data)
{
  SearchProvider *self = user_data;
  const char *text;
  GVariant *answer = NULL;

  stay_awake (self);
  if (g_str_equal (method, "Match"))
    {
      g_variant_get (parameters, "(&s)", &text);
      answer = match (self->dataset, text);
    }
  else if (g_str_equal (method, "Run"))
    {
      g_variant_get (parameters, "(&s&s)", &text, NULL);
      open_address (connection, text, 0);
    }
  else if (g_str_equal (method, "Actions"))
    {
      /* A result can be opened, and nothing else. */
      answer = g_variant_new ("(a(sss))", NULL);
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
shell_call_cb (GDBusConnection *connection,
               const char *sender,
               const char *path,
               const char *interface,
               const char *method,
               GVariant *parameters,
               GDBusMethodInvocation *invocation,
               gpointer user_data)
{
  SearchProvider *self = user_data;
  g_autofree const char **words = NULL;
  GVariant *answer = NULL;

  stay_awake (self);
  if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      answer = describe (self->dataset, words);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      const char *uri;
      guint32 timestamp;

      g_variant_get (parameters, "(&s^a&su)", &uri, &words, &timestamp);
      open_address (connection, uri, timestamp);
    }
  else if (g_str_equal (method, "LaunchSearch"))
    {
      guint32 timestamp;
      g_autofree char *text = NULL;
      g_autofree char *uri = NULL;

      g_variant_get (parameters, "(^a&su)", &words, &timestamp);
      text = g_strjoinv (" ", (char **) words);
      uri = lode_address_dup_uri (LODE_ADDRESS_QUERY, lode_dataset_get_id (self->dataset), text);
      open_address (connection, uri, timestamp);
    }
  else
    {
      g_auto (GStrv) results = NULL;
      g_autoptr (GVariant) terms = NULL;

      /* The terms are what comes last; a search within results is a search. */
      terms = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
      words = g_variant_get_strv (terms, NULL);
      results = lode_desktop_search_find (self->dataset, words);
      answer = g_variant_new ("(^as)", results);
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
bus_acquired_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  /* In the order of the interfaces above. */
  static const GDBusInterfaceVTable vtables[] = { { shell_call_cb }, { krunner_call_cb } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *path =
    g_strdelimit (g_strdup ("/" LODE_APPLICATION_ID "/SearchProvider"), ".", '/');

  for (guint i = 0; i < G_N_ELEMENTS (vtables); i++)
    g_dbus_connection_register_object (connection, path, node->interfaces[i], &vtables[i], user_data,
                                       NULL, NULL);
}

static void
name_lost_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  SearchProvider *self = user_data;

  g_main_loop_quit (self->loop);
}

static gboolean
parse_options (char ***arguments, int *idle_seconds, GError **error)
{
  const GOptionEntry entries[] = {
    { "idle", 0, 0, G_OPTION_ARG_INT, idle_seconds, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, arguments, error);
}

/**
 * lode_search_provider_command:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments behind the words "search-provider"
 *
 * Answers the desktop's search over D-Bus, until nobody has asked for a minute, or for the seconds
 * of `--idle`. The bus starts it.
 *
 * Returns: the exit status, a LodeExitStatus
 */
int
lode_search_provider_command (int argc, char **argv)
{
  g_auto (GStrv) arguments = lode_cli_dup_arguments ("search-provider", argc, argv);
  g_auto (LodeCliSelection) selection = { NULL };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  SearchProvider provider = { NULL, loop, 0, 0 };
  int idle_seconds = IDLE_SECONDS;
  guint name_id;
  int status;

  if (!parse_options (&arguments, &idle_seconds, &error))
    {
      g_printerr ("lode search-provider: %s\n", error->message);
      return LODE_EXIT_UNREADABLE;
    }
  provider.idle_seconds = MAX (idle_seconds, 1);

  status = lode_cli_open_datasets ("search-provider", NULL, 0, &selection);
  if (status != LODE_EXIT_GOOD)
    return status;

  provider.dataset = selection.dataset;
  stay_awake (&provider);
  name_id = g_bus_own_name (G_BUS_TYPE_SESSION, BUS_NAME, G_BUS_NAME_OWNER_FLAGS_NONE,
                            bus_acquired_cb, NULL, name_lost_cb, &provider, NULL);
  g_main_loop_run (loop);
  g_bus_unown_name (name_id);
  g_clear_handle_id (&provider.idle_id, g_source_remove);

  return LODE_EXIT_GOOD;
}

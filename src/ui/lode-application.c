/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"

#include "lode-about.h"
#include "lode-address.h"
#include "lode-built-in.h"
#include "lode-guide-window.h"
#include "lode-preferences-window.h"
#include "lode-reading-style.h"
#include "lode-session.h"
#include "lode-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

struct _LodeApplication
{
  AdwApplication parent_instance;

  LodeSession *session; /* from startup on */
  guint terminate_id;
};

/* Of g_application_open(): the files do not go into the window at hand. */
#define NEW_WINDOW_HINT "new-window"

G_DEFINE_FINAL_TYPE (LodeApplication, lode_application, ADW_TYPE_APPLICATION)

/* The window of a dataset that was used last, or NULL. */
static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (LODE_IS_WINDOW (at->data))
      return at->data;

  return NULL;
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *window = lode_window_new (GTK_APPLICATION (user_data));

  lode_window_open_built_in (LODE_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

/* What the desktop's menu offers as "Open…": a window, with the file chooser over it. */
static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (G_APPLICATION (user_data));
  gtk_widget_activate_action (GTK_WIDGET (find_window (GTK_APPLICATION (user_data))), "win.open",
                              NULL);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (lode_preferences_window_new (parent)));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lode_guide_window_show (GTK_APPLICATION (user_data), g_variant_get_string (parameter, NULL));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lode_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GList *window;

  lode_session_save (LODE_APPLICATION (application)->session);
  /* Destroyed, not only left behind: a window saves nothing late, and leaks are seen. */
  while ((window = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (GTK_WINDOW (window->data));
  g_application_quit (G_APPLICATION (application));
}

/* The desktop ends its programs like this when the reader logs out. */
static gboolean
terminate_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "open", open_action },
  { "preferences", preferences_action },
  { "help", help_action, "s" }, /* the page of the guide, or "" */
  { "about", about_action },
  { "quit", quit_action },
};

static const struct
{
  const char *action;
  const char *accelerators[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help('')", { "F1" } },
  { "app.text-larger", { "<Control><Alt>plus", "<Control><Alt>equal", "<Control><Alt>KP_Add" } },
  { "app.text-smaller", { "<Control><Alt>minus", "<Control><Alt>KP_Subtract" } },
  { "app.text-normal", { "<Control><Alt>0", "<Control><Alt>KP_0" } },
  { "win.find", { "<Control>f" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.forward", { "<Alt>Right", "Forward" } },
  { "win.next-statement", { "<Control>Down" } },
  { "win.previous-statement", { "<Control>Up" } },
  { "win.open", { "<Control>o" } },
  { "win.save-map", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.list-places", { "<Control>l" } },
  { "win.print", { "<Control>p" } },
  { "win.show-panel", { "F9" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.home", { "<Control>0", "<Control>KP_0" } },
  { "window.close", { "<Control>w" } },
};

static void
lode_application_activate (GApplication *application)
{
  GtkWindow *window = find_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (!lode_session_restore (LODE_APPLICATION (application)->session))
    g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
}

/* The window that has the address's dataset; else a new one, if it is built in; else the one at hand. */
static void
open_address (GtkApplication *application, const char *uri)
{
  g_autoptr (LodeAddress) address = lode_address_parse (uri, NULL);
  gboolean is_built_in = address != NULL && g_str_equal (address->dataset, LODE_BUILT_IN_ID);
  GtkWindow *window = is_built_in ? NULL : find_window (application);

  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    {
      LodeDataset *dataset =
        LODE_IS_WINDOW (at->data) ? lode_window_get_dataset (at->data) : NULL;

      if (address != NULL && dataset != NULL
          && g_str_equal (lode_dataset_get_id (dataset), address->dataset))
        {
          window = at->data;
          break;
        }
    }

  if (window == NULL)
    {
      window = GTK_WINDOW (lode_window_new (application));
      lode_window_open_built_in (LODE_WINDOW (window));
    }
  gtk_window_present (window);
  lode_window_show_address (LODE_WINDOW (window), uri);
}

/* What is named together is shown together, in the window at hand unless a new one is asked for. */
static void
lode_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window = find_window (GTK_APPLICATION (application));

  if (n_files == 1 && g_file_has_uri_scheme (files[0], LODE_ADDRESS_SCHEME))
    {
      g_autofree char *uri = g_file_get_uri (files[0]);

      open_address (GTK_APPLICATION (application), uri);
      return;
    }

  if (window == NULL || g_str_equal (hint, NEW_WINDOW_HINT))
    window = GTK_WINDOW (lode_window_new (GTK_APPLICATION (application)));
  lode_window_open_files (LODE_WINDOW (window), files, n_files);
  gtk_window_present (window);
}

/* The arguments that are not options, relative to where the command was typed. */
static GPtrArray *
dup_files (GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **arguments = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &arguments))
    for (guint i = 0; arguments[i] != NULL; i++)
      g_ptr_array_add (
        files, g_application_command_line_create_file_for_arg (command_line, arguments[i]));

  return files;
}

/* --statement=ID and the like are addresses in whatever is open. */
static void
open_option_address (GtkApplication *application, GVariantDict *options)
{
  for (guint kind = 0; kind < LODE_N_ADDRESS_KINDS; kind++)
    {
      g_autofree char *value = NULL;
      g_autofree char *uri = NULL;

      if (!g_variant_dict_lookup (options, lode_address_get_kind_name (kind), "s", &value))
        continue;

      uri = lode_address_dup_uri (kind, "", value);
      open_address (application, uri);
    }
}

static int
lode_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  gboolean new_window = g_variant_dict_contains (options, "new-window");
  g_autoptr (GPtrArray) files = dup_files (command_line);

  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, files->len,
                        new_window ? NEW_WINDOW_HINT : "");
  else if (new_window)
    g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  else if (!g_variant_dict_contains (options, "open"))
    g_application_activate (application);

  if (g_variant_dict_contains (options, "open"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "open", NULL);
  open_option_address (GTK_APPLICATION (application), options);

  return 0;
}

static void
install_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, LODE_RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
lode_application_startup (GApplication *application)
{
  LodeApplication *self = LODE_APPLICATION (application);
  g_autoptr (GSettings) settings = g_settings_new (LODE_SETTINGS_ID);
  g_autoptr (GAction) restore_session = g_settings_create_action (settings, "restore-session");

  /* GLib registers a program's resources when the first is asked for, and threads that ask for one
   * meanwhile are told that there is none: it is done before there are any. */
  g_resources_get_info (LODE_RESOURCE_PATH "/style.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL,
                        NULL);
  /* While GTK opens the display, another processor is free. */
  lode_window_guess_map (settings);
  lode_window_read_ahead ();
  G_APPLICATION_CLASS (lode_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accelerators[i].action, accelerators[i].accelerators);
  g_action_map_add_action (G_ACTION_MAP (application), restore_session);
  install_style ();
  lode_reading_style_install (application);
  self->session = lode_session_new (GTK_APPLICATION (application));
  self->terminate_id = g_unix_signal_add (SIGTERM, terminate_cb, application);
}

static void
lode_application_shutdown (GApplication *application)
{
  LodeApplication *self = LODE_APPLICATION (application);

  g_clear_handle_id (&self->terminate_id, g_source_remove);
  g_clear_object (&self->session);
  lode_window_end_reading_ahead ();

  G_APPLICATION_CLASS (lode_application_parent_class)->shutdown (application);
}

static int
lode_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("Lode %s\n", LODE_VERSION);
  return 0;
}

static void
lode_application_class_init (LodeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = lode_application_activate;
  application_class->command_line = lode_application_command_line;
  application_class->open = lode_application_open;
  application_class->startup = lode_application_startup;
  application_class->shutdown = lode_application_shutdown;
  application_class->handle_local_options = lode_application_handle_local_options;
}

static const GOptionEntry options[] = {
  { "new-window", 'w', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Open a new window, also when there is one already"), NULL },
  { "open", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Ask for the dataset to open"), NULL },
  { "statement", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show the statement with this id"), N_("ID") },
  { "place", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show the place with this id"), N_("ID") },
  { "speaker", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show what the speaker with this id said"), N_("ID") },
  { "query", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Show what this query finds"), N_("QUERY") },
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Show the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
    N_("[DATASET…]") },
  { NULL }
};

static void
lode_application_init (LodeApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_summary (
    application,
    _("Who said what, about which mineral, where, and where is the proof.\n\n"
      "Commands that need no display:\n"
      "  lode check FILE…    list all problems of datasets\n"
      "  lode cite ID…       cite statements\n"
      "  lode export         write statements in another format\n"
      "  lode list           list statements and their ids"));
}

/* Without a resource base path: GTK would look for icons below it, and read the whole icon theme a
 * second time for that, while the program waits. */
LodeApplication *
lode_application_new (void)
{
  LodeApplication *self = g_object_new (
    LODE_TYPE_APPLICATION, "application-id", LODE_APPLICATION_ID, "flags",
    G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);

  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"

#include "lode-about.h"
#include "lode-preferences-window.h"
#include "lode-window.h"

#include <glib/gi18n.h>

struct _LodeApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (LodeApplication, lode_application, ADW_TYPE_APPLICATION)

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *window = lode_window_new (GTK_APPLICATION (user_data));

  lode_window_open_built_in (LODE_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (lode_preferences_window_new (parent)));
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

  /* Destroyed, not only left behind: a window saves nothing late, and leaks are seen. */
  while ((window = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (GTK_WINDOW (window->data));
  g_application_quit (G_APPLICATION (application));
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "preferences", preferences_action },
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
  { "win.find", { "<Control>f" } },
  { "win.open", { "<Control>o" } },
  { "win.save-map", { "<Control><Shift>s" } },
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
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
}

/* What is named together is shown together, in the window at hand. */
static void
lode_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!LODE_IS_WINDOW (window))
    window = GTK_WINDOW (lode_window_new (GTK_APPLICATION (application)));
  lode_window_open_files (LODE_WINDOW (window), files, n_files);
  gtk_window_present (window);
}

static void
lode_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (lode_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accelerators[i].action, accelerators[i].accelerators);
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
  application_class->open = lode_application_open;
  application_class->startup = lode_application_startup;
  application_class->handle_local_options = lode_application_handle_local_options;
}

static void
lode_application_init (LodeApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option (application, "version", 'v', G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE, _("Show the version and exit"), NULL);
  g_application_set_option_context_parameter_string (application, _("[DATASET…]"));
  g_application_set_option_context_summary (
    application,
    _("Who said what, about which mineral, where, and where is the proof.\n\n"
      "Commands that need no display:\n"
      "  lode check FILE…    list all problems of datasets"));
}

LodeApplication *
lode_application_new (void)
{
  return g_object_new (LODE_TYPE_APPLICATION,
                       "application-id", LODE_APPLICATION_ID,
                       "resource-base-path", LODE_RESOURCE_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

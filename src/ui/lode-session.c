/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-session.h"

#include "lode-window-private.h"

#include <glib/gstdio.h>

/* One save for a burst of changes. */
#define SAVE_AFTER_MS 1000
/* A file that was tampered with, or went wrong, shall not flood the screen. */
#define MAX_WINDOWS 20

struct _LodeSession
{
  GObject parent_instance;

  GtkApplication *application; /* owns us */
  GSettings *settings;
  char *path;
  guint save_id;
};

G_DEFINE_FINAL_TYPE (LodeSession, lode_session, G_TYPE_OBJECT)

static char *
dup_group (guint number)
{
  return g_strdup_printf ("Window %u", number);
}

static gboolean
is_wanted (LodeSession *self)
{
  return g_settings_get_boolean (self->settings, "restore-session");
}

/* The windows as GTK has them: the one used last comes first. */
static guint
count_windows (LodeSession *self)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    n += LODE_IS_WINDOW (l->data);
  return n;
}

static void
save_cb (gpointer user_data)
{
  LodeSession *self = LODE_SESSION (user_data);

  self->save_id = 0;
  lode_session_save (self);
}

static void
queue_save (LodeSession *self)
{
  if (self->save_id == 0)
    self->save_id = g_timeout_add_once (SAVE_AFTER_MS, save_cb, self);
}

/* The last window is the one to come back to; of several, the others are. */
static gboolean
close_request_cb (LodeSession *self)
{
  if (count_windows (self) == 1)
    lode_session_save (self);
  return FALSE;
}

static void
window_added_cb (LodeSession *self, GtkWindow *window)
{
  if (!LODE_IS_WINDOW (window))
    return;

  g_signal_connect_object (window, "notify::dataset", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::selected-place", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::query", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::page", G_CALLBACK (queue_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
window_removed_cb (LodeSession *self, GtkWindow *window)
{
  if (count_windows (self) > 0)
    queue_save (self);
  else
    g_clear_handle_id (&self->save_id, g_source_remove);
}

static void
lode_session_dispose (GObject *object)
{
  LodeSession *self = LODE_SESSION (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lode_session_parent_class)->dispose (object);
}

static void
lode_session_finalize (GObject *object)
{
  LodeSession *self = LODE_SESSION (object);

  g_free (self->path);

  G_OBJECT_CLASS (lode_session_parent_class)->finalize (object);
}

static void
lode_session_class_init (LodeSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lode_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = lode_session_finalize;
}

static void
lode_session_init (LodeSession *self)
{
  self->settings = g_settings_new (LODE_SETTINGS_ID);
  self->path = g_build_filename (g_get_user_state_dir (), "lode", "session.ini", NULL);
}

/**
 * lode_session_new:
 * @application: (not nullable): whose windows are meant; it owns the session, and outlives it
 *
 * Returns: (transfer full): a session that keeps itself up to date from now on
 */
LodeSession *
lode_session_new (GtkApplication *application)
{
  LodeSession *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (LODE_TYPE_SESSION, NULL);
  self->application = application;
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * lode_session_restore:
 *
 * Opens the windows of the last session, the one used last on top. A dataset that is gone is said
 * in its window, beside the built-in one.
 *
 * Returns: whether there is a window now; FALSE if there is no last session, it cannot be read, or
 *   it is not wanted
 */
gboolean
lode_session_restore (LodeSession *self)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  guint n = 0;

  g_return_val_if_fail (LODE_IS_SESSION (self), FALSE);

  if (!is_wanted (self)
      || !g_key_file_load_from_file (key_file, self->path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  for (; n < MAX_WINDOWS; n++)
    {
      g_autofree char *group = dup_group (n + 1);

      if (!g_key_file_has_group (key_file, group))
        break;
    }

  for (guint i = n; i > 0; i--)
    {
      g_autofree char *group = dup_group (i);
      GtkWidget *window = lode_window_new (self->application);

      lode_window_restore (LODE_WINDOW (window), key_file, group);
      gtk_window_present (GTK_WINDOW (window));
    }
  return n > 0;
}

/**
 * lode_session_save:
 *
 * Writes down the windows that are open now. That it cannot be written is not worth a word: nothing
 * of the reader's is lost.
 */
void
lode_session_save (LodeSession *self)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_return_if_fail (LODE_IS_SESSION (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!is_wanted (self))
    {
      g_unlink (self->path);
      return;
    }

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      g_autofree char *group = dup_group (n + 1);

      if (LODE_IS_WINDOW (l->data) && lode_window_save (LODE_WINDOW (l->data), key_file, group))
        n++;
    }
  if (n == 0)
    return;

  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (key_file, self->path, &error))
    g_debug ("The session is not saved: %s", error->message);
}

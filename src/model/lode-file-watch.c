/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-file-watch.h"

/* A save is several events in a row: truncated, written in pieces, closed; or written elsewhere and
 * renamed. Nobody is told before it has been quiet for this long. */
#define QUIET_MS 250

struct _LodeFileWatch
{
  GObject parent_instance;

  GPtrArray *monitors; /* of GFileMonitor */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (LodeFileWatch, lode_file_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
quiet_cb (gpointer user_data)
{
  LodeFileWatch *self = LODE_FILE_WATCH (user_data);

  self->timeout = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
event_cb (LodeFileWatch *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_once (QUIET_MS, quiet_cb, self);
}

static void
lode_file_watch_finalize (GObject *object)
{
  LodeFileWatch *self = LODE_FILE_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_ptr_array_unref (self->monitors);

  G_OBJECT_CLASS (lode_file_watch_parent_class)->finalize (object);
}

static void
lode_file_watch_class_init (LodeFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_file_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lode_file_watch_init (LodeFileWatch *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lode_file_watch_new:
 * @files: (array length=n_files): what to watch, of a folder all in it; a file that cannot be watched, as one that is
 *   compiled in, never changes
 * @n_files: how many
 *
 * Returns: (transfer full): a watch, which ends with its last reference
 */
LodeFileWatch *
lode_file_watch_new (GFile * const *files, guint n_files)
{
  LodeFileWatch *self = g_object_new (LODE_TYPE_FILE_WATCH, NULL);

  for (guint i = 0; i < n_files; i++)
    {
      GFileMonitor *monitor;

      monitor = g_file_monitor (files[i], G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL)
        continue;

      g_signal_connect_object (monitor, "changed", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->monitors, monitor);
    }

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background-loader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#ifdef HAVE_SOUP
#include <libsoup/soup.h>
#endif

/* One tile from a server, with a copy on disk. Each thread has a session of its own: libsoup's are
 * not to be shared. */

#define USER_AGENT "Lode/" LODE_VERSION " (" LODE_APPLICATION_ID ")"
#define TIMEOUT_SECONDS 20
#define FRESH_SECONDS (7 * 24 * 60 * 60)
#define CACHE_LIMIT (100 << 20)
/* The folder is looked through once for so many bytes written. */
#define PRUNE_INTERVAL (8 << 20)

#ifdef HAVE_SOUP

typedef struct
{
  char *path;
  gint64 size;
  gint64 modified;
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return (first->modified > second->modified) - (first->modified < second->modified);
}

static void
list_files (const char *folder, GArray *entries)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf about;

      if (g_lstat (path, &about) != 0)
        continue;
      if (S_ISDIR (about.st_mode))
        list_files (path, entries);
      else
        {
          Entry entry = { g_steal_pointer (&path), about.st_size, about.st_mtime };

          g_array_append_val (entries, entry);
        }
    }
}

static char *
dup_cache_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "lode", "tiles", NULL);
}

/* Removes the oldest until a quarter of the room is free. */
static void
prune (void)
{
  g_autofree char *folder = dup_cache_folder ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gint64 total = 0;

  g_array_set_clear_func (entries, entry_clear);
  list_files (folder, entries);
  for (guint i = 0; i < entries->len; i++)
    total += g_array_index (entries, Entry, i).size;
  if (total <= CACHE_LIMIT)
    return;

  g_array_sort (entries, compare_age);
  for (guint i = 0; i < entries->len && total > CACHE_LIMIT / 4 * 3; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (g_unlink (entry->path) == 0)
        total -= entry->size;
    }
}

static void
store (const char *path, GBytes *bytes)
{
  static int written = PRUNE_INTERVAL;
  g_autofree char *folder = g_path_get_dirname (path);

  /* A cache that cannot be written is none: the tile is shown all the same. */
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes), NULL))
    return;

  if (g_atomic_int_add (&written, (int) g_bytes_get_size (bytes)) >= PRUNE_INTERVAL)
    {
      g_atomic_int_set (&written, 0);
      prune ();
    }
}

/* An address may hold a key: it is no part of the name. */
static char *
dup_cache_path (const char *template, int zoom, int x, int y)
{
  g_autofree char *folder = dup_cache_folder ();
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, template, -1);
  g_autofree char *tile = g_strdup_printf ("%d-%d-%d", zoom, x, y);

  return g_build_filename (folder, key, tile, NULL);
}

static GBytes *
read_cached (const char *path, gboolean *fresh)
{
  g_autofree char *contents = NULL;
  GStatBuf about;
  gsize size;

  *fresh = FALSE;
  if (g_stat (path, &about) != 0 || about.st_size > LODE_TILE_MAX_BYTES
      || !g_file_get_contents (path, &contents, &size, NULL))
    return NULL;

  *fresh = g_get_real_time () / G_USEC_PER_SEC - about.st_mtime < FRESH_SECONDS;
  return g_bytes_new_take (g_steal_pointer (&contents), size);
}

static SoupSession *
get_session (void)
{
  static GPrivate session = G_PRIVATE_INIT (g_object_unref);

  if (g_private_get (&session) == NULL)
    {
      g_autoptr (GMainContext) context = g_main_context_new ();

      /* A session keeps the context of its thread; not that of the main one. */
      g_main_context_push_thread_default (context);
      g_private_set (&session,
                     soup_session_new_with_options ("user-agent", USER_AGENT, "timeout",
                                                    TIMEOUT_SECONDS, "max-conns-per-host", 2,
                                                    NULL));
    }
  return g_private_get (&session);
}

static GBytes *
read_body (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (LODE_TILE_MAX_BYTES + 1);
  gsize size = 0;

  if (!g_input_stream_read_all (stream, buffer, LODE_TILE_MAX_BYTES + 1, &size, cancellable,
                                error))
    return NULL;
  if (size > LODE_TILE_MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("The server sent something larger than a tile"));
      return NULL;
    }
  return g_bytes_new (buffer, size);
}

static GBytes *
ask_server (const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);
  g_autoptr (GInputStream) stream = NULL;
  guint status;

  if (message == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The address of the tiles is not a web address"));
      return NULL;
    }

  stream = soup_session_send (get_session (), message, cancellable, error);
  if (stream == NULL)
    return NULL;

  status = soup_message_get_status (message);
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_NO_CONTENT)
    return NULL;
  if (status != SOUP_STATUS_OK)
    {
      /* Translators: the number and the words of HTTP, such as "403 Forbidden" */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The tile server answered “%u %s”"),
                   status, soup_message_get_reason_phrase (message));
      return NULL;
    }
  return read_body (stream, cancellable, error);
}

GBytes *
lode_tile_download (const char *template, const char *uri, int zoom, int x, int y,
                    GCancellable *cancellable, GError **error)
{
  g_autofree char *path = dup_cache_path (template, zoom, x, y);
  gboolean fresh;
  g_autoptr (GBytes) cached = read_cached (path, &fresh);
  GBytes *bytes;

  if (fresh)
    return g_steal_pointer (&cached);

  bytes = ask_server (uri, cancellable, cached != NULL ? NULL : error);
  if (bytes == NULL)
    return g_steal_pointer (&cached);

  store (path, bytes);
  return bytes;
}

#else

GBytes *
lode_tile_download (const char *template, const char *uri, int zoom, int x, int y,
                    GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("Lode was built without libsoup, which tiles from a server need"));
  return NULL;
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background.h"

#include <glib/gstdio.h>
#include <string.h>

#ifdef HAVE_SOUP
#include <libsoup/soup.h>
#endif
#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

/* Tiles of a folder, of a generated MBTiles file, and of a small server on the loopback device. */

static char *folder;

/* A tile of one colour. */
static GBytes *
create_tile (guint8 red)
{
  g_autofree guint8 *pixels = g_malloc0 (256 * 256 * 4);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (guint i = 0; i < 256 * 256; i++)
    {
      pixels[4 * i + 2] = red;
      pixels[4 * i + 3] = 255;
    }
  data = g_bytes_new (pixels, 256 * 256 * 4);
  texture = gdk_memory_texture_new (256, 256, GDK_MEMORY_B8G8R8A8, data, 256 * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

static guint8
read_red (GdkTexture *texture)
{
  g_autofree guint8 *pixels = g_malloc (256 * 256 * 4);

  g_assert_cmpint (gdk_texture_get_width (texture), ==, 256);
  gdk_texture_download (texture, pixels, 256 * 4);
  return pixels[2];
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GdkTexture *
load (LodeBackground *background, int zoom, int x, int y, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lode_background_load_async (background, zoom, x, y, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lode_background_load_finish (background, result, error);
}

static void
write_tile (const char *path, GBytes *bytes)
{
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
test_folder (void)
{
  g_autoptr (GBytes) tile = create_tile (200);
  g_autoptr (GBytes) junk = g_bytes_new_static ("no picture", 10);
  g_autofree char *good = g_build_filename (folder, "tiles/6/63/40.png", NULL);
  g_autofree char *bad = g_build_filename (folder, "tiles/6/63/41.jpg", NULL);
  g_autofree char *root = g_build_filename (folder, "tiles", NULL);
  g_autoptr (LodeBackground) background = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  write_tile (good, tile);
  write_tile (bad, junk);
  background = lode_background_new (LODE_BACKGROUND_FOLDER, root, "A. Author", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lode_background_get_attribution (background), ==, "A. Author");

  texture = load (background, 6, 63, 40, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_red (texture), ==, 200);

  g_assert_null (load (background, 6, 0, 0, &error));
  g_assert_no_error (error);
  g_assert_null (lode_background_get_message (background));

  g_assert_null (load (background, 6, 63, 41, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (lode_background_get_message (background), ==, error->message);

  g_clear_error (&error);
  g_assert_null (lode_background_new (LODE_BACKGROUND_FOLDER, "/no/such/folder", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_addresses (void)
{
  static const char *bad[] = {
    "", "example.org/{z}/{x}/{y}.png", "file:///etc/{z}/{x}/{y}", "javascript:{z}{x}{y}",
    "https://example.org/{z}/{x}.png", "ftp://example.org/{z}/{x}/{y}.png",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lode_background_new (LODE_BACKGROUND_ADDRESS, bad[i], NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

#ifdef HAVE_SQLITE

static void
execute (sqlite3 *database, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
test_mbtiles (void)
{
  g_autofree char *path = g_build_filename (folder, "map.mbtiles", NULL);
  g_autofree char *junk = g_build_filename (folder, "junk.mbtiles", NULL);
  g_autoptr (GBytes) tile = create_tile (77);
  g_autoptr (LodeBackground) background = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *insert;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  execute (database, "CREATE TABLE metadata (name text, value text);"
                     "CREATE TABLE tiles (zoom_level integer, tile_column integer,"
                     " tile_row integer, tile_data blob);"
                     "INSERT INTO metadata VALUES ('attribution', 'The Survey');"
                     "INSERT INTO metadata VALUES ('format', 'png');");
  sqlite3_prepare_v2 (database, "INSERT INTO tiles VALUES (6, 63, 23, ?)", -1, &insert, NULL);
  sqlite3_bind_blob (insert, 1, g_bytes_get_data (tile, NULL), (int) g_bytes_get_size (tile),
                     SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_finalize (insert);
  sqlite3_close (database);

  background = lode_background_new (LODE_BACKGROUND_MBTILES, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lode_background_get_attribution (background), ==, "The Survey");
  /* Rows are counted from the south: 63 - 23. */
  texture = load (background, 6, 63, 40, &error);
  g_assert_no_error (error);
  g_assert_nonnull (texture);
  g_assert_cmpint (read_red (texture), ==, 77);
  g_assert_null (load (background, 6, 63, 23, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (junk, "This is no database at all.", -1, NULL));
  g_assert_null (lode_background_new (LODE_BACKGROUND_MBTILES, junk, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

#endif

#ifdef HAVE_SOUP

typedef struct
{
  GBytes *tile;
  guint n_requests;
  char *agent;
  guint status;
} Service;

static void
serve_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
          gpointer user_data)
{
  Service *service = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  service->n_requests++;
  g_free (service->agent);
  service->agent = g_strdup (soup_message_headers_get_one (headers, "User-Agent"));
  soup_server_message_set_status (message, service->status, NULL);
  if (service->status == SOUP_STATUS_OK && g_str_equal (path, "/6/63/40.png"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY,
                                      g_bytes_get_data (service->tile, NULL),
                                      g_bytes_get_size (service->tile));
  else if (service->status == SOUP_STATUS_OK)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static void
check_service (Service *service, LodeBackground *background)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) first = NULL, second = NULL;

  /* Nobody asked yet. */
  g_assert_cmpuint (service->n_requests, ==, 0);
  first = load (background, 6, 63, 40, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_red (first), ==, 150);
  g_assert_true (g_str_has_prefix (service->agent, "Lode/"));
  g_assert_cmpuint (service->n_requests, ==, 1);

  /* From the disk. */
  second = load (background, 6, 63, 40, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
  g_assert_cmpuint (service->n_requests, ==, 1);

  /* A tile that is not there is no failure. */
  g_assert_null (load (background, 6, 1, 1, &error));
  g_assert_no_error (error);
  g_assert_null (lode_background_get_message (background));

  service->status = SOUP_STATUS_FORBIDDEN;
  g_assert_null (load (background, 6, 2, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (lode_background_get_message (background), "403"));
}

static void
test_server (void)
{
  Service service = { .tile = create_tile (150), .status = SOUP_STATUS_OK };
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr (LodeBackground) background = NULL;
  g_autoptr (GdkTexture) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *template = NULL;
  GSList *uris;

  soup_server_add_handler (server, NULL, serve_cb, &service, NULL);
  g_assert_true (soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  uris = soup_server_get_uris (server);
  template = g_strdup_printf ("http://127.0.0.1:%d/{z}/{x}/{y}.png", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  background = lode_background_new (LODE_BACKGROUND_ADDRESS, template, NULL, &error);
  g_assert_no_error (error);
  check_service (&service, background);

  /* The server is gone: what is on disk is still shown, what is not is said to be missing. */
  soup_server_disconnect (server);
  kept = load (background, 6, 63, 40, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_assert_null (load (background, 6, 3, 3, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (lode_background_get_message (background));

  g_bytes_unref (service.tile);
  g_free (service.agent);
}

#endif

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

int
main (int argc, char **argv)
{
  int status;

  folder = g_dir_make_tmp ("lode-background-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/background/folder", test_folder);
  g_test_add_func ("/background/addresses", test_addresses);
#ifdef HAVE_SQLITE
  g_test_add_func ("/background/mbtiles", test_mbtiles);
#endif
#ifdef HAVE_SOUP
  g_test_add_func ("/background/server", test_server);
#endif

  status = g_test_run ();
  remove_folder (folder);
  g_free (folder);
  return status;
}

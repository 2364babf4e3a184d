/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background-loader.h"

#include <glib/gi18n-lib.h>

#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

/* MBTiles 1.3: a SQLite database with a table of tiles, whose rows count from the south. */

struct _LodeMbtiles
{
#ifdef HAVE_SQLITE
  GMutex mutex;
  sqlite3 *database;
  sqlite3_stmt *find_tile;
#else
  int unused;
#endif
};

#ifdef HAVE_SQLITE

static char *
dup_metadata (sqlite3 *database, const char *name)
{
  sqlite3_stmt *statement = NULL;
  char *value = NULL;

  if (sqlite3_prepare_v2 (database, "SELECT value FROM metadata WHERE name = ?", -1, &statement,
                          NULL) != SQLITE_OK)
    return NULL;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return value;
}

LodeMbtiles *
lode_mbtiles_open (const char *path, GError **error)
{
  LodeMbtiles *self = g_new0 (LodeMbtiles, 1);
  g_autofree char *format = NULL;

  g_mutex_init (&self->mutex);
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, NULL)
        != SQLITE_OK
      || sqlite3_prepare_v2 (self->database,
                             "SELECT tile_data FROM tiles"
                             " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
                             -1, &self->find_tile, NULL) != SQLITE_OK)
    {
      /* Translators: %s is SQLite's own word */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is no MBTiles file: %s"),
                   sqlite3_errmsg (self->database));
      lode_mbtiles_free (self);
      return NULL;
    }

  format = dup_metadata (self->database, "format");
  if (g_strcmp0 (format, "pbf") == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This MBTiles file holds vector tiles; only pictures (PNG, JPEG) can "
                             "be shown"));
      lode_mbtiles_free (self);
      return NULL;
    }
  return self;
}

void
lode_mbtiles_free (LodeMbtiles *self)
{
  sqlite3_finalize (self->find_tile);
  sqlite3_close (self->database);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

char *
lode_mbtiles_dup_attribution (LodeMbtiles *self)
{
  return dup_metadata (self->database, "attribution");
}

GBytes *
lode_mbtiles_load (LodeMbtiles *self, int zoom, int x, int y, GError **error)
{
  GBytes *bytes = NULL;
  int status;

  g_mutex_lock (&self->mutex);
  sqlite3_reset (self->find_tile);
  sqlite3_bind_int (self->find_tile, 1, zoom);
  sqlite3_bind_int (self->find_tile, 2, x);
  sqlite3_bind_int (self->find_tile, 3, (1 << zoom) - 1 - y);
  status = sqlite3_step (self->find_tile);
  if (status == SQLITE_ROW && sqlite3_column_bytes (self->find_tile, 0) <= LODE_TILE_MAX_BYTES)
    bytes = g_bytes_new (sqlite3_column_blob (self->find_tile, 0),
                         sqlite3_column_bytes (self->find_tile, 0));
  else if (status != SQLITE_DONE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The MBTiles file cannot be read: %s"),
                 sqlite3_errmsg (self->database));
  g_mutex_unlock (&self->mutex);
  return bytes;
}

#else

LodeMbtiles *
lode_mbtiles_open (const char *path, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("Lode was built without SQLite, which MBTiles files need"));
  return NULL;
}

void
lode_mbtiles_free (LodeMbtiles *self)
{
}

char *
lode_mbtiles_dup_attribution (LodeMbtiles *self)
{
  return NULL;
}

GBytes *
lode_mbtiles_load (LodeMbtiles *self, int zoom, int x, int y, GError **error)
{
  return NULL;
}

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background.h"

#include "lode-background-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_THREADS 2

struct _LodeBackground
{
  GObject parent_instance;

  LodeBackgroundKind kind;
  char *location;
  char *attribution;
  char *message;
  LodeMbtiles *mbtiles;
  GThreadPool *pool; /* of GTask */
};

typedef struct
{
  int zoom;
  int x;
  int y;
} Tile;

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (LodeBackgroundKind, lode_background_kind,
                    G_DEFINE_ENUM_VALUE (LODE_BACKGROUND_BUILT_IN, "built-in"),
                    G_DEFINE_ENUM_VALUE (LODE_BACKGROUND_MBTILES, "mbtiles"),
                    G_DEFINE_ENUM_VALUE (LODE_BACKGROUND_FOLDER, "folder"),
                    G_DEFINE_ENUM_VALUE (LODE_BACKGROUND_ADDRESS, "address"))

G_DEFINE_FINAL_TYPE (LodeBackground, lode_background, G_TYPE_OBJECT)

static void
set_message (LodeBackground *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static char *
fill_template (const char *template, const Tile *tile)
{
  g_autoptr (GString) uri = g_string_new (template);
  g_autofree char *zoom = g_strdup_printf ("%d", tile->zoom);
  g_autofree char *x = g_strdup_printf ("%d", tile->x);
  g_autofree char *y = g_strdup_printf ("%d", tile->y);

  g_string_replace (uri, "{z}", zoom, 0);
  g_string_replace (uri, "{x}", x, 0);
  g_string_replace (uri, "{y}", y, 0);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}

static GBytes *
load_from_folder (LodeBackground *self, const Tile *tile, GError **error)
{
  static const char *endings[] = { "png", "jpg", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d/%d/%d.%s", self->location, tile->zoom,
                                               tile->x, tile->y, endings[i]);
      g_autoptr (GError) read_error = NULL;
      char *contents;
      gsize size;

      /* A pipe or a device of that name would never end. */
      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      if (g_file_get_contents (path, &contents, &size, &read_error))
        return g_bytes_new_take (contents, size);
      g_propagate_error (error, g_steal_pointer (&read_error));
      return NULL;
    }
  return NULL;
}

static GBytes *
load_bytes (LodeBackground *self, const Tile *tile, GCancellable *cancellable, GError **error)
{
  g_autofree char *uri = NULL;

  switch (self->kind)
    {
    case LODE_BACKGROUND_MBTILES:
      return lode_mbtiles_load (self->mbtiles, tile->zoom, tile->x, tile->y, error);

    case LODE_BACKGROUND_FOLDER:
      return load_from_folder (self, tile, error);

    case LODE_BACKGROUND_ADDRESS:
      uri = fill_template (self->location, tile);
      return lode_tile_download (self->location, uri, tile->zoom, tile->x, tile->y, cancellable,
                                 error);

    case LODE_BACKGROUND_BUILT_IN:
    default:
      return NULL;
    }
}

static gboolean
drop_cb (gpointer task)
{
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* In a worker. The task may hold the last reference to the tile and to this: not to die here. */
static void
load (gpointer data, gpointer user_data)
{
  GTask *task = data;
  LodeBackground *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (!g_task_return_error_if_cancelled (task))
    {
      GdkTexture *texture = NULL;

      bytes = load_bytes (self, g_task_get_task_data (task), cancellable, &error);
      if (bytes != NULL)
        texture = gdk_texture_new_from_bytes (bytes, &error);
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, texture, g_object_unref);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, task, NULL);
}

static void
lode_background_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, LODE_BACKGROUND (object)->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lode_background_finalize (GObject *object)
{
  LodeBackground *self = LODE_BACKGROUND (object);

  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_pointer (&self->mbtiles, lode_mbtiles_free);
  g_free (self->location);
  g_free (self->attribution);
  g_free (self->message);

  G_OBJECT_CLASS (lode_background_parent_class)->finalize (object);
}

static void
lode_background_class_init (LodeBackgroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lode_background_get_property;
  object_class->finalize = lode_background_finalize;
  properties[PROP_MESSAGE]
      = g_param_spec_string ("message", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_background_init (LodeBackground *self)
{
  self->pool = g_thread_pool_new (load, NULL, N_THREADS, TRUE, NULL);
}

static gboolean
check_location (LodeBackgroundKind kind, const char *location, GError **error)
{
  const char *scheme = g_uri_peek_scheme (location);

  if (kind == LODE_BACKGROUND_FOLDER && !g_file_test (location, G_FILE_TEST_IS_DIR))
    {
      /* Translators: %s is a path */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no folder “%s”"),
                   location);
      return FALSE;
    }
  if (kind != LODE_BACKGROUND_ADDRESS)
    return TRUE;

  if ((g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
      || strstr (location, "{z}") == NULL || strstr (location, "{x}") == NULL
      || strstr (location, "{y}") == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("An address of tiles begins with https:// and has {z}, {x} and {y} "
                             "in it, as https://example.org/{z}/{x}/{y}.png"));
      return FALSE;
    }
  return TRUE;
}

LodeBackground *
lode_background_new (LodeBackgroundKind kind, const char *location, const char *attribution,
                     GError **error)
{
  g_autoptr (LodeBackground) self = NULL;
  LodeMbtiles *mbtiles = NULL;

  g_return_val_if_fail (location != NULL, NULL);

  if (!check_location (kind, location, error))
    return NULL;
  if (kind == LODE_BACKGROUND_MBTILES)
    {
      mbtiles = lode_mbtiles_open (location, error);
      if (mbtiles == NULL)
        return NULL;
    }

  self = g_object_new (LODE_TYPE_BACKGROUND, NULL);
  self->kind = kind;
  self->location = g_strdup (location);
  self->mbtiles = mbtiles;
  if (attribution != NULL && *attribution != '\0')
    self->attribution = g_strdup (attribution);
  else if (mbtiles != NULL)
    self->attribution = lode_mbtiles_dup_attribution (mbtiles);
  return g_steal_pointer (&self);
}

gboolean
lode_background_is_supported (LodeBackgroundKind kind)
{
#ifndef HAVE_SQLITE
  if (kind == LODE_BACKGROUND_MBTILES)
    return FALSE;
#endif
#ifndef HAVE_SOUP
  if (kind == LODE_BACKGROUND_ADDRESS)
    return FALSE;
#endif
  return TRUE;
}

const char *
lode_background_get_attribution (LodeBackground *self)
{
  g_return_val_if_fail (LODE_IS_BACKGROUND (self), NULL);

  return self->attribution;
}

const char *
lode_background_get_message (LodeBackground *self)
{
  g_return_val_if_fail (LODE_IS_BACKGROUND (self), NULL);

  return self->message;
}

void
lode_background_load_async (LodeBackground *self, int zoom, int x, int y,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Tile *tile = g_new (Tile, 1);

  *tile = (Tile){ zoom, x, y };
  g_task_set_source_tag (task, lode_background_load_async);
  g_task_set_task_data (task, tile, g_free);
  g_thread_pool_push (self->pool, task, NULL);
}

GdkTexture *
lode_background_load_finish (LodeBackground *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GdkTexture *texture;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  texture = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure == NULL && texture != NULL)
    set_message (self, NULL);
  else if (failure != NULL && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_message (self, failure->message);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return texture;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-background-source.h"

#include "lode-tile-source.h"

/* See lode-tile-source.c for what libshumate expects of a source. */

struct _LodeBackgroundSource
{
  ShumateMapSource parent_instance;

  LodeBackground *background;
};

G_DEFINE_FINAL_TYPE (LodeBackgroundSource, lode_background_source, SHUMATE_TYPE_MAP_SOURCE)

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ShumateTile *tile = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = lode_background_load_finish (LODE_BACKGROUND (object), result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  /* What failed is done as well: undone, it would keep another zoom level's tiles over the map. */
  if (texture != NULL)
    shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static void
lode_background_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  LodeBackgroundSource *self = LODE_BACKGROUND_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  int zoom = shumate_tile_get_zoom_level (tile);
  int n_columns = 1 << zoom;
  int x = shumate_tile_get_x (tile);

  g_task_set_source_tag (task, lode_background_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  lode_background_load_async (self->background, zoom, (x % n_columns + n_columns) % n_columns,
                              shumate_tile_get_y (tile), cancellable, loaded_cb, task);
}

static gboolean
lode_background_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
lode_background_source_finalize (GObject *object)
{
  g_clear_object (&LODE_BACKGROUND_SOURCE (object)->background);

  G_OBJECT_CLASS (lode_background_source_parent_class)->finalize (object);
}

static void
lode_background_source_class_init (LodeBackgroundSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lode_background_source_finalize;
  source_class->fill_tile_async = lode_background_source_fill_tile_async;
  source_class->fill_tile_finish = lode_background_source_fill_tile_finish;
}

static void
lode_background_source_init (LodeBackgroundSource *self)
{
}

LodeBackgroundSource *
lode_background_source_new (LodeBackground *background)
{
  LodeBackgroundSource *self
      = g_object_new (LODE_TYPE_BACKGROUND_SOURCE, "id", "background", "name", "Background",
                      "min-zoom-level", LODE_TILE_MIN_ZOOM, "max-zoom-level", LODE_TILE_MAX_ZOOM,
                      "tile-size", LODE_TILE_SIZE, "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                      NULL);

  self->background = g_object_ref (background);
  return self;
}

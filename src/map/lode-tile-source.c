/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-source.h"

#include "lode-basemap.h"
#include "lode-tile-paintable.h"
#include "lode-tile-painter.h"
#include "lode-tile-texture.h"

#include <math.h>

/* What libshumate expects of a source, in all of 1.x: fill_tile_async() is called in the main
 * thread and must not answer before it returns; only the main thread may touch the tile; after the
 * cancellable fired the answer must be G_IO_ERROR_CANCELLED and nothing else, or 1.4 to 1.6 use
 * freed memory. A GTask with its defaults does all of that. A tile that was painted has its
 * paintable and the state DONE before finish returns.
 *
 * A change of style, scale or zoom level asks shumate for nothing: a paintable that is drawn with
 * an old picture asks for a new one, and shows the old one until then.
 *
 * Between two zoom levels shumate draws the tiles of the lower one enlarged. Where the map rests,
 * they are painted as large as they are drawn. */

/* Of a tile, beyond the view: more than its bleed. */
#define VIEW_MARGIN 0.05

struct _LodeTileSource
{
  ShumateMapSource parent_instance;

  GThreadPool *pool; /* of GTask */
  LodeTilePrefetch *prefetch;
  int scale_factor;
  LodeMapTheme theme;
  int zoom;          /* whose tiles are enlarged where the map rests, */
  int enlarged_size; /* to so many widget pixels */
  double view_x; /* the centre of what is seen, in worlds */
  double view_y;
  double view_width;
  double view_height;
  guint pending;
};

typedef struct
{
  ShumateTile *tile;
  LodeTilePaintable *paintable;
  LodeTilePrefetch *prefetch;
  LodeTileArea area;
  double x; /* the tile's centre in worlds */
  double y;
} Job;

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPS
};

enum
{
  SIGNAL_REDRAW,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodeTileSource, lode_tile_source, SHUMATE_TYPE_MAP_SOURCE)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->tile);
  g_clear_object (&job->paintable);
  g_clear_pointer (&job->prefetch, lode_tile_prefetch_unref);
  g_free (job);
}

/* How tiles of that zoom level shall look now. */
static LodeTileLook
get_look (const LodeTileSource *self, int zoom)
{
  int size = zoom == self->zoom ? self->enlarged_size : LODE_TILE_SIZE;

  return (LodeTileLook){ self->scale_factor, size * self->scale_factor, self->theme };
}

/* Tiles of other zoom levels are seen in passing only: they may keep their size. */
static gboolean
is_outdated (const LodeTileSource *self, LodeTileLook look, int zoom)
{
  LodeTileLook now = get_look (self, zoom);

  return !lode_map_theme_equal (look.theme, now.theme) || look.scale != now.scale
         || (zoom == self->zoom && look.tile_size != now.tile_size);
}

static gboolean
is_in_view (const LodeTileSource *self, int zoom, int x, int y)
{
  double size = ldexp (1, -zoom), margin = size / 2 + VIEW_MARGIN * size;
  double dx = (x + 0.5) * size - self->view_x, dy = (y + 0.5) * size - self->view_y;

  return fabs (dx - floor (dx + 0.5)) <= self->view_width / 2 + margin
         && fabs (dy) <= self->view_height / 2 + margin;
}

static Job *
create_job (LodeTileSource *self, int zoom, int x, int y)
{
  LodeTileLook look = get_look (self, zoom);
  Job *job = g_new0 (Job, 1);

  /* shumate asks for some more than can be seen: they stay small until they come into view. */
  if (!is_in_view (self, zoom, x, y))
    look.tile_size = LODE_TILE_SIZE * look.scale;

  lode_tile_area_init_tile (&job->area, zoom, x, y, look.scale, look.tile_size, LODE_TILE_BLEED,
                            look.theme);
  job->x = ldexp (x + 0.5, -zoom);
  job->y = ldexp (y + 0.5, -zoom);
  if (self->prefetch != NULL)
    job->prefetch = lode_tile_prefetch_ref (self->prefetch);
  return job;
}

static LodeTileLook
get_job_look (const Job *job)
{
  return (LodeTileLook){ job->area.scale, job->area.tile_size, job->area.theme };
}

static void
set_pending (LodeTileSource *self, guint pending)
{
  self->pending = pending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static double
measure_distance (const LodeTileSource *self, const Job *job)
{
  double dx = job->x - self->view_x;

  return hypot (dx - floor (dx + 0.5), job->y - self->view_y);
}

/* Called where tasks are pushed, which is the main thread: no lock for the view. */
static int
compare_distance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const LodeTileSource *self = user_data;
  double first = measure_distance (self, g_task_get_task_data (G_TASK ((gpointer) a)));
  double second = measure_distance (self, g_task_get_task_data (G_TASK ((gpointer) b)));

  return (first > second) - (first < second);
}

static gboolean
drop_cb (gpointer task)
{
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* A task holds the tile, and it may hold the last reference to the source: neither may die in a
 * worker. Not g_main_context_invoke(), which may call at once, here. */
static void
drop_in_main_thread (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "lode-tile-source-drop");
  g_source_set_callback (source, drop_cb, task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

/* In a worker. */
static void
paint (gpointer data, gpointer user_data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    {
      GdkTexture *texture = NULL;

      if (job->prefetch != NULL)
        texture = lode_tile_prefetch_wait (job->prefetch, &job->area);
      if (texture == NULL)
        texture = lode_tile_texture_paint (&job->area, g_task_get_cancellable (task));
      g_task_return_pointer (task, texture, g_object_unref);
    }
  drop_in_main_thread (task);
}

static void
push (LodeTileSource *self, GTask *task)
{
  set_pending (self, self->pending + 1);
  g_thread_pool_push (self->pool, task, NULL);
}

static void
repainted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  LodeTileSource *self = LODE_TILE_SOURCE (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  lode_tile_paintable_set_pending (job->paintable, FALSE);
  if (texture != NULL)
    {
      lode_tile_paintable_set_texture (job->paintable, texture, LODE_TILE_BLEED,
                                       get_job_look (job));
      g_signal_emit (self, signals[SIGNAL_REDRAW], 0);
    }
  set_pending (self, self->pending - 1);
}

/* libshumate draws all that it has, which between two zoom levels is three times as much as can be
 * seen; and what is drawn is uploaded or copied. */
static void
shown_cb (LodeTileSource *self, gboolean *visible, LodeTilePaintable *paintable)
{
  g_autoptr (GTask) task = NULL;
  int zoom, x, y;
  Job *job;

  lode_tile_paintable_get_tile (paintable, &zoom, &x, &y);
  *visible = is_in_view (self, zoom, x, y);
  if (!*visible || lode_tile_paintable_get_pending (paintable)
      || !is_outdated (self, lode_tile_paintable_get_look (paintable), zoom))
    return;

  job = create_job (self, zoom, x, y);
  job->paintable = g_object_ref (paintable);
  task = g_task_new (self, NULL, repainted_cb, NULL);
  g_task_set_source_tag (task, shown_cb);
  g_task_set_task_data (task, job, job_free);
  lode_tile_paintable_set_pending (paintable, TRUE);
  push (self, g_steal_pointer (&task));
}

static void
lode_tile_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  LodeTileSource *self = LODE_TILE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job;

  job = create_job (self, shumate_tile_get_zoom_level (tile), shumate_tile_get_x (tile),
                    shumate_tile_get_y (tile));
  job->tile = g_object_ref (tile);
  g_task_set_source_tag (task, lode_tile_source_fill_tile_async);
  g_task_set_task_data (task, job, job_free);
  push (self, task);
}

static gboolean
lode_tile_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  LodeTileSource *self = LODE_TILE_SOURCE (source);
  Job *job;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (LodeTilePaintable) paintable = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  texture = g_task_propagate_pointer (G_TASK (result), error);
  if (texture != NULL)
    {
      paintable = lode_tile_paintable_new (shumate_tile_get_zoom_level (job->tile),
                                           shumate_tile_get_x (job->tile),
                                           shumate_tile_get_y (job->tile));
      lode_tile_paintable_set_texture (paintable, texture, LODE_TILE_BLEED, get_job_look (job));
      g_signal_connect_object (paintable, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
      shumate_tile_set_paintable (job->tile, GDK_PAINTABLE (paintable));
      shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
    }
  set_pending (self, self->pending - 1);
  return texture != NULL;
}

static void
lode_tile_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LodeTileSource *self = LODE_TILE_SOURCE (object);

  switch (id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lode_tile_source_finalize (GObject *object)
{
  LodeTileSource *self = LODE_TILE_SOURCE (object);

  /* Each task holds a reference to the source, so that nothing waits here. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_clear_pointer (&self->prefetch, lode_tile_prefetch_unref);

  G_OBJECT_CLASS (lode_tile_source_parent_class)->finalize (object);
}

static void
lode_tile_source_class_init (LodeTileSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->get_property = lode_tile_source_get_property;
  object_class->finalize = lode_tile_source_finalize;
  source_class->fill_tile_async = lode_tile_source_fill_tile_async;
  source_class->fill_tile_finish = lode_tile_source_fill_tile_finish;

  properties[PROP_PENDING]
      = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REDRAW] = g_signal_new ("redraw", LODE_TYPE_TILE_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lode_tile_source_init (LodeTileSource *self)
{
  int n_threads = MAX (1, (int) g_get_num_processors () - 1);

  self->scale_factor = 1;
  self->enlarged_size = LODE_TILE_SIZE;
  self->view_x = 0.98;
  self->view_y = 0.62;
  self->view_width = 2;
  self->view_height = 2;
  self->pool = g_thread_pool_new (paint, NULL, n_threads, FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_distance, self);
}

/**
 * lode_tile_source_new:
 *
 * Returns: (transfer full): a source for a #ShumateMapLayer
 */
LodeTileSource *
lode_tile_source_new (void)
{
  /* The id first: libshumate before 1.2 falls through from it into the name. */
  return g_object_new (LODE_TYPE_TILE_SOURCE, "id", "lode", "name", "Lode", "license",
                       LODE_BASEMAP_CREDIT, "min-zoom-level",
                       LODE_TILE_MIN_ZOOM, "max-zoom-level", LODE_TILE_MAX_ZOOM, "tile-size",
                       LODE_TILE_SIZE, "projection", SHUMATE_MAP_PROJECTION_MERCATOR, NULL);
}

/**
 * lode_tile_source_set_scale_factor:
 * @self: a source
 * @scale_factor: device pixels for one widget pixel, taken as 1 to 3
 *
 * Tiles are painted anew when they are next drawn; what is shown stays until then.
 */
void
lode_tile_source_set_scale_factor (LodeTileSource *self, int scale_factor)
{
  g_return_if_fail (LODE_IS_TILE_SOURCE (self));

  scale_factor = CLAMP (scale_factor, 1, LODE_TILE_MAX_SCALE);
  if (self->scale_factor == scale_factor)
    return;

  self->scale_factor = scale_factor;
  g_signal_emit (self, signals[SIGNAL_REDRAW], 0);
}

/**
 * lode_tile_source_set_zoom_level:
 * @self: a source
 * @zoom_level: where the map rests, or will rest when it has moved; may be fractional
 *
 * Tiles of the whole zoom level below are painted as large as they are drawn there, to the nearest
 * widget pixel. Those that have another size are painted anew when they are next drawn; what is
 * shown stays until then. Not to be called at each step of a movement.
 */
void
lode_tile_source_set_zoom_level (LodeTileSource *self, double zoom_level)
{
  int zoom, size;

  g_return_if_fail (LODE_IS_TILE_SOURCE (self));

  zoom_level = CLAMP (zoom_level, 0, LODE_TILE_MAX_ZOOM);
  zoom = (int) floor (zoom_level);
  size = lode_tile_size_at (zoom_level);
  if (self->zoom == zoom && self->enlarged_size == size)
    return;

  self->zoom = zoom;
  self->enlarged_size = size;
  g_signal_emit (self, signals[SIGNAL_REDRAW], 0);
}

/**
 * lode_tile_source_set_theme:
 * @self: a source
 * @theme: what was chosen
 *
 * Tiles are painted anew when they are next drawn; what is shown stays until then.
 */
void
lode_tile_source_set_theme (LodeTileSource *self, LodeMapTheme theme)
{
  g_return_if_fail (LODE_IS_TILE_SOURCE (self));

  if (lode_map_theme_equal (self->theme, theme))
    return;

  self->theme = theme;
  g_signal_emit (self, signals[SIGNAL_REDRAW], 0);
}

/**
 * lode_tile_source_set_prefetch:
 * @self: a source
 * @prefetch: (nullable) (transfer none): tiles that are painted already or about to be
 *
 * Those asked for from now on are taken from there if they are among them.
 */
void
lode_tile_source_set_prefetch (LodeTileSource *self, LodeTilePrefetch *prefetch)
{
  g_return_if_fail (LODE_IS_TILE_SOURCE (self));

  g_clear_pointer (&self->prefetch, lode_tile_prefetch_unref);
  if (prefetch != NULL)
    self->prefetch = lode_tile_prefetch_ref (prefetch);
}

/**
 * lode_tile_source_set_view:
 * @self: a source
 * @x: centre of what can be seen, world coordinate
 * @y: centre, world coordinate
 * @width: of what can be seen, in worlds
 * @height: the same
 *
 * Tiles nearest to the centre are painted first, those that wait already included. Tiles that
 * cannot be seen are neither drawn nor painted anew. At the beginning all of the world can be seen.
 */
void
lode_tile_source_set_view (LodeTileSource *self, double x, double y, double width, double height)
{
  g_return_if_fail (LODE_IS_TILE_SOURCE (self));

  self->view_width = width;
  self->view_height = height;
  if (self->view_x == x && self->view_y == y)
    return;

  self->view_x = x;
  self->view_y = y;
  /* Setting the function sorts what waits. */
  g_thread_pool_set_sort_function (self->pool, compare_distance, self);
}

/**
 * lode_tile_source_get_pending:
 * @self: a source
 *
 * Returns: how many tiles were asked for and not yet answered, repainted ones included
 */
guint
lode_tile_source_get_pending (LodeTileSource *self)
{
  g_return_val_if_fail (LODE_IS_TILE_SOURCE (self), 0);

  return self->pending;
}

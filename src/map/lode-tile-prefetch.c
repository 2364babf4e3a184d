/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-prefetch.h"

#include "lode-tile-source.h"
#include "lode-tile-texture.h"

#include <math.h>

/* libshumate asks for tiles only when the first frames are over, and GTK needs one processor until
 * then: the others can paint. */

typedef struct
{
  LodeTileArea area;
  double distance; /* from the view's centre, in tiles */
  GdkTexture *texture; /* NULL: not painted yet */
} Entry;

struct _LodeTilePrefetch
{
  gatomicrefcount ref_count; /* the thread has none */
  GThread *thread;
  int stopped; /* atomic */

  GArray *entries; /* of Entry; only textures change, under the lock */
  GMutex mutex;
  GCond painted;
};

/* What is painted on a guess, and how its thread is told what is wanted; NULL: nothing is. Of the
 * main thread. */
static LodeTilePrefetch *guessed;
static GAsyncQueue *wanted; /* of LodeTilePrefetch */

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->texture);
}

static int
compare_distance (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return (first->distance > second->distance) - (first->distance < second->distance);
}

static void
add_entries (LodeTilePrefetch *self, const LodeTileView *view)
{
  int zoom = (int) floor (view->zoom);
  int size = lode_tile_size_at (view->zoom);
  double x = ldexp (view->x, zoom), y = ldexp (view->y, zoom);
  double half_width = view->width / 2.0 / size, half_height = view->height / 2.0 / size;

  for (int column = (int) floor (x - half_width); column < x + half_width; column++)
    for (int row = (int) floor (y - half_height); row < y + half_height; row++)
      {
        Entry entry = { .distance = hypot (column + 0.5 - x, row + 0.5 - y) };

        lode_tile_area_init_tile (&entry.area, zoom, column, row, view->scale, size * view->scale,
                                  LODE_TILE_BLEED, view->theme);
        g_array_append_val (self->entries, entry);
      }

  g_array_sort (self->entries, compare_distance);
}

static Entry *
find_entry (LodeTilePrefetch *self, const LodeTileArea *area)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->area.zoom == area->zoom && entry->area.left == area->left
          && entry->area.top == area->top && entry->area.scale == area->scale
          && entry->area.tile_size == area->tile_size
          && lode_map_theme_equal (entry->area.theme, area->theme))
        return entry;
    }

  return NULL;
}

static void
prefetch_free (LodeTilePrefetch *self)
{
  g_array_unref (self->entries);
  g_cond_clear (&self->painted);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
put (LodeTilePrefetch *self, Entry *entry, GdkTexture *texture)
{
  g_mutex_lock (&self->mutex);
  entry->texture = texture;
  g_cond_broadcast (&self->painted);
  g_mutex_unlock (&self->mutex);
}

static gpointer
paint_all (gpointer data)
{
  LodeTilePrefetch *self = data;

  for (guint i = 0; i < self->entries->len && !g_atomic_int_get (&self->stopped); i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->texture == NULL)
        put (self, entry, lode_tile_texture_paint (&entry->area, NULL));
    }

  return NULL;
}

/* Until it is known what is wanted, what is guessed; then what is still missing of the former. */
static gpointer
paint_guess (gpointer data)
{
  LodeTilePrefetch *guess = data;
  LodeTilePrefetch *self;

  paint_all (guess);
  self = g_async_queue_pop (wanted);

  for (guint i = 0; i < guess->entries->len; i++)
    {
      Entry *painted = &g_array_index (guess->entries, Entry, i);
      Entry *entry = find_entry (self, &painted->area);

      if (entry != NULL && painted->texture != NULL)
        put (self, entry, g_steal_pointer (&painted->texture));
    }
  prefetch_free (guess);

  return paint_all (self);
}

static LodeTilePrefetch *
prefetch_alloc (const LodeTileView *view)
{
  LodeTilePrefetch *self = g_new0 (LodeTilePrefetch, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->painted);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  add_entries (self, view);

  return self;
}

/**
 * lode_tile_prefetch_guess:
 * @view: what is probably going to be looked at
 *
 * Begins to paint before it is known how large the view is, and in which colours. The first
 * lode_tile_prefetch_new() takes what it can use, and goes on from there; at least the fonts and the
 * base map have been read by then. Once in a process, in the main thread.
 */
void
lode_tile_prefetch_guess (const LodeTileView *view)
{
  g_return_if_fail (wanted == NULL);

  wanted = g_async_queue_new (); /* for as long as the process: the thread may still be looking */
  guessed = prefetch_alloc (view);
  guessed->thread = g_thread_new ("lode-prefetch", paint_guess, guessed);
}

/**
 * lode_tile_prefetch_new:
 * @view: what is going to be looked at
 *
 * Begins to paint the tiles of that view, those in its middle first.
 *
 * Returns: (transfer full): the tiles
 */
LodeTilePrefetch *
lode_tile_prefetch_new (const LodeTileView *view)
{
  LodeTilePrefetch *self = prefetch_alloc (view);
  LodeTilePrefetch *guess = g_steal_pointer (&guessed);

  if (guess == NULL)
    {
      self->thread = g_thread_new ("lode-prefetch", paint_all, self);
      return self;
    }

  self->thread = guess->thread;
  g_atomic_int_set (&guess->stopped, TRUE);
  g_async_queue_push (wanted, self);
  return self;
}

LodeTilePrefetch *
lode_tile_prefetch_ref (LodeTilePrefetch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* The last one waits until the tile at hand is painted: a thread that went on while the program ends
 * would find the libraries' own data gone. */
void
lode_tile_prefetch_unref (LodeTilePrefetch *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_atomic_int_set (&self->stopped, TRUE);
  g_thread_join (self->thread);
  prefetch_free (self);
}

/**
 * lode_tile_prefetch_wait:
 * @self: tiles
 * @area: a tile, with a bleed of %LODE_TILE_BLEED
 *
 * Waits until the tile is painted; not for the main thread.
 *
 * Returns: (transfer full) (nullable): its picture; NULL if it is not one of these tiles
 */
GdkTexture *
lode_tile_prefetch_wait (LodeTilePrefetch *self, const LodeTileArea *area)
{
  Entry *entry = find_entry (self, area);
  GdkTexture *texture;

  if (entry == NULL)
    return NULL;

  g_mutex_lock (&self->mutex);
  while (entry->texture == NULL)
    g_cond_wait (&self->painted, &self->mutex);
  texture = g_object_ref (entry->texture);
  g_mutex_unlock (&self->mutex);
  return texture;
}

/**
 * lode_tile_prefetch_foreach:
 * @self: tiles
 * @func: (scope call): called for each, with its picture or with NULL where there is none yet
 * @user_data: for @func
 *
 * Does not wait.
 */
void
lode_tile_prefetch_foreach (LodeTilePrefetch *self, LodeTilePrefetchFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autoptr (GdkTexture) texture = NULL;

      g_mutex_lock (&self->mutex);
      g_set_object (&texture, entry->texture);
      g_mutex_unlock (&self->mutex);
      func (&entry->area, texture, user_data);
    }
}

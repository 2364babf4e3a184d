/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-list-growth.h"

#include <gtk/gtk.h>

/* As many as can be seen at once in an ordinary window. */
#define ROWS_AT_ONCE 4
#define ROWS_PER_STEP 2
/* More than can be seen in any: what follows can wait until somebody rests. */
#define ROWS_IN_SIGHT 24
#define REST_MS 400
/* A little longer than a frame: the rows of two steps, laid out in one, would be a frame lost. */
#define STEP_MS 20
/* A list view makes no more rows than about so many. */
#define MAX_ROWS_BY_STEPS 200
/* About a millisecond's worth. */
#define ROWS_LESS_PER_STEP 8

struct _LodeListGrowth
{
  GListModel *items;
  GtkSliceListModel *shown;
  guint growing;    /* source id; 0: all is shown, or it shrinks */
  guint shrinking;  /* source id */
  LodeListShrunk shrunk;
  gpointer user_data;
};

LodeListGrowth *
lode_list_growth_new (GListModel *items)
{
  LodeListGrowth *self = g_new0 (LodeListGrowth, 1);

  self->items = g_object_ref (items);
  self->shown = gtk_slice_list_model_new (g_object_ref (items), 0, G_MAXUINT);

  return self;
}

void
lode_list_growth_free (LodeListGrowth *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_handle_id (&self->shrinking, g_source_remove);
  g_object_unref (self->shown);
  g_object_unref (self->items);
  g_free (self);
}

static gboolean grow_cb (gpointer user_data);

static gboolean
rest_cb (gpointer user_data)
{
  LodeListGrowth *self = user_data;

  self->growing = g_timeout_add_full (G_PRIORITY_LOW, STEP_MS, grow_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
grow_cb (gpointer user_data)
{
  LodeListGrowth *self = user_data;
  const guint before = gtk_slice_list_model_get_size (self->shown);
  const guint size = before + (before < ROWS_IN_SIGHT ? ROWS_PER_STEP : 1);

  if (size >= MIN (g_list_model_get_n_items (self->items), MAX_ROWS_BY_STEPS))
    {
      gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
      self->growing = 0;
      return G_SOURCE_REMOVE;
    }

  gtk_slice_list_model_set_size (self->shown, size);
  if (size != ROWS_IN_SIGHT)
    return G_SOURCE_CONTINUE;

  self->growing = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, rest_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

void
lode_list_growth_restart (LodeListGrowth *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->shown, ROWS_AT_ONCE);
  self->growing = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

static void
call_shrunk (LodeListGrowth *self)
{
  self->shrinking = 0;
  self->shrunk (self->user_data);
}

static gboolean
shrink_cb (gpointer user_data)
{
  LodeListGrowth *self = user_data;
  const guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->shown)), MAX_ROWS_BY_STEPS);

  if (n > ROWS_IN_SIGHT)
    {
      gtk_slice_list_model_set_size (self->shown, n - ROWS_LESS_PER_STEP);
      return G_SOURCE_CONTINUE;
    }

  call_shrunk (self);
  return G_SOURCE_REMOVE;
}

gboolean
lode_list_growth_shrink (LodeListGrowth *self, LodeListShrunk shrunk, gpointer user_data)
{
  if (self->shrinking == 0
      && g_list_model_get_n_items (G_LIST_MODEL (self->shown)) <= ROWS_IN_SIGHT)
    return FALSE;

  self->shrunk = shrunk;
  self->user_data = user_data;
  if (self->shrinking == 0)
    {
      g_clear_handle_id (&self->growing, g_source_remove);
      /* Before the next frame, which would measure what is about to go. */
      self->shrinking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, shrink_cb, self, NULL);
    }
  return TRUE;
}

void
lode_list_growth_settle (LodeListGrowth *self)
{
  if (self->shrinking == 0)
    return;

  g_source_remove (self->shrinking);
  call_shrunk (self);
}

void
lode_list_growth_complete (LodeListGrowth *self)
{
  lode_list_growth_settle (self);
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

GListModel *
lode_list_growth_get_shown (LodeListGrowth *self)
{
  return G_LIST_MODEL (self->shown);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-history.h"

#include "lode-query.h"

#define MAX_STEPS 100
/* Who rests for so long between two letters begins something new. */
#define REST (2 * G_USEC_PER_SEC)

struct _LodeHistory
{
  GPtrArray *steps; /* of LodeHistoryStep, the oldest first */
  int position;     /* of the one that is shown; -1: there is none */
  gint64 typed;     /* when words were last changed, µs; 0: something else was done since */
};

static void
free_step (gpointer data)
{
  LodeHistoryStep *step = data;

  g_free (step->query);
  g_free (step->place);
  g_free (step->page);
  g_free (step);
}

LodeHistory *
lode_history_new (void)
{
  LodeHistory *self = g_new0 (LodeHistory, 1);

  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->position = -1;

  return self;
}

void
lode_history_free (LodeHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
lode_history_clear (LodeHistory *self)
{
  g_ptr_array_set_size (self->steps, 0);
  self->position = -1;
  self->typed = 0;
}

static gboolean
is_same (const LodeHistoryStep *a, const LodeHistoryStep *b)
{
  return g_str_equal (a->query, b->query) && g_strcmp0 (a->place, b->place) == 0
         && g_str_equal (a->page, b->page);
}

/* Whether only the words have changed; and a place that they do not find went with them. */
static gboolean
is_typed (const LodeHistoryStep *before, const LodeHistoryStep *now)
{
  g_autoptr (LodeQuery) query_before = lode_query_new (before->query);
  g_autoptr (LodeQuery) query_now = lode_query_new (now->query);
  g_autofree char *filters_before = lode_query_dup_filters (query_before);
  g_autofree char *filters_now = lode_query_dup_filters (query_now);

  return !g_str_equal (before->query, now->query) && g_str_equal (filters_before, filters_now)
         && g_str_equal (before->page, now->page)
         && (now->place == NULL || g_strcmp0 (before->place, now->place) == 0);
}

/* Whether only the map has moved, which a filter follows. */
static gboolean
is_moved (const LodeHistoryStep *before, const LodeHistoryStep *now)
{
  g_autoptr (LodeQuery) query_before = lode_query_new (before->query);
  g_autoptr (LodeQuery) query_now = lode_query_new (now->query);
  g_autoptr (LodeQuery) rest_before = lode_query_without (query_before, LODE_QUERY_FIELD_AREA);
  g_autoptr (LodeQuery) rest_now = lode_query_without (query_now, LODE_QUERY_FIELD_AREA);

  return lode_query_has_field (query_before, LODE_QUERY_FIELD_AREA)
         && lode_query_has_field (query_now, LODE_QUERY_FIELD_AREA)
         && g_str_equal (lode_query_get_text (rest_before), lode_query_get_text (rest_now))
         && g_strcmp0 (before->place, now->place) == 0 && g_str_equal (before->page, now->page);
}

static void
append (LodeHistory *self, LodeHistoryStep *step)
{
  if (self->steps->len == MAX_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  g_ptr_array_add (self->steps, step);
  self->position = self->steps->len - 1;
}

void
lode_history_visit (LodeHistory *self,
                    const char  *query,
                    const char  *place,
                    const char  *page,
                    gint64       now)
{
  LodeHistoryStep *step = g_new0 (LodeHistoryStep, 1);
  LodeHistoryStep *current = self->position >= 0 ? self->steps->pdata[self->position] : NULL;
  gboolean typed, goes_on;

  *step = (LodeHistoryStep) { g_strdup (query), g_strdup (place), g_strdup (page) };
  if (current != NULL && is_same (current, step))
    {
      free_step (step);
      return;
    }

  if (current != NULL && is_moved (current, step))
    {
      free_step (current);
      self->steps->pdata[self->position] = step;
      return;
    }

  typed = current != NULL && is_typed (current, step);
  goes_on = typed && self->typed != 0 && now - self->typed < REST;
  self->typed = typed ? now : 0;
  /* Of a run of letters, only where it has come to is kept. */
  g_ptr_array_set_size (self->steps, goes_on ? self->position : self->position + 1);
  self->position = (int) self->steps->len - 1;
  if (goes_on && self->position >= 0 && is_same (self->steps->pdata[self->position], step))
    free_step (step);
  else
    append (self, step);
}

gboolean
lode_history_can_go (LodeHistory *self, int direction)
{
  const int position = self->position + direction;

  return position >= 0 && position < (int) self->steps->len;
}

const LodeHistoryStep *
lode_history_go (LodeHistory *self, int direction)
{
  if (!lode_history_can_go (self, direction))
    return NULL;

  self->position += direction;
  self->typed = 0;
  return self->steps->pdata[self->position];
}

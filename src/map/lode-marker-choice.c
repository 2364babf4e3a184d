/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-choice.h"

#include "lode-place-index.h"

#define MAX_MARKERS 200
/* Pixels around the view in which markers are kept ready: the largest callout, and some way. */
#define KEEP_MARGIN 320
#define NEED_MARGIN 160

struct _LodeMarkerChoice
{
  GPtrArray      *known;         /* of LodePlace, by the index's positions */
  LodePlaceIndex *index;
  LodeWorldBox    gathered;      /* what the last choice was gathered for */
  double          gathered_zoom;
  gboolean        must_gather;
};

typedef struct
{
  GPtrArray *known;
  LodePlace *selected;
} Ranking;

static LodeWorldPoint
get_world_point (LodePlace *place)
{
  LodeWorldPoint point = {
    .x = lode_world_wrap_x (lode_world_x_from_longitude (lode_place_get_longitude (place))),
    .y = lode_world_y_from_latitude (lode_place_get_latitude (place)),
  };

  return point;
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ranking *ranking = user_data;
  guint position_a = *(const guint *) a;
  guint position_b = *(const guint *) b;
  LodePlace *place_a = g_ptr_array_index (ranking->known, position_a);
  LodePlace *place_b = g_ptr_array_index (ranking->known, position_b);
  guint count_a = lode_place_get_n_statements (place_a);
  guint count_b = lode_place_get_n_statements (place_b);

  if ((place_a == ranking->selected) != (place_b == ranking->selected))
    return place_a == ranking->selected ? -1 : 1;
  if (count_a != count_b)
    return count_a > count_b ? -1 : 1;
  return position_a < position_b ? -1 : position_a > position_b;
}

static gboolean
box_is_within (const LodeWorldBox *box, const LodeWorldBox *outer)
{
  return box->west >= outer->west && box->east <= outer->east && box->north >= outer->north
         && box->south <= outer->south;
}

LodeMarkerChoice *
lode_marker_choice_new (void)
{
  LodeMarkerChoice *self = g_new0 (LodeMarkerChoice, 1);

  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
lode_marker_choice_free (LodeMarkerChoice *self)
{
  g_clear_pointer (&self->index, lode_place_index_free);
  g_ptr_array_unref (self->known);
  g_free (self);
}

void
lode_marker_choice_set_places (LodeMarkerChoice *self, GListModel *places)
{
  guint n_places = places != NULL ? g_list_model_get_n_items (places) : 0;
  g_autoptr (GArray) points = g_array_sized_new (FALSE, FALSE, sizeof (LodeWorldPoint), n_places);

  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; i < n_places; i++)
    {
      LodePlace *place = g_list_model_get_item (places, i);
      LodeWorldPoint point = get_world_point (place);

      g_ptr_array_add (self->known, place);
      g_array_append_val (points, point);
    }

  g_clear_pointer (&self->index, lode_place_index_free);
  self->index = lode_place_index_new ((LodeWorldPoint *) points->data, n_places);
  self->must_gather = TRUE;
}

void
lode_marker_choice_expire (LodeMarkerChoice *self)
{
  self->must_gather = TRUE;
}

GPtrArray *
lode_marker_choice_make (LodeMarkerChoice *self, const LodeMapProjection *projection,
                         LodePlace *selected)
{
  LodeWorldBox needed = lode_map_projection_get_box (projection, NEED_MARGIN);
  Ranking ranking = { self->known, selected };
  g_autoptr (GArray) found = NULL;
  GPtrArray *places;

  if (!self->must_gather && self->gathered_zoom == projection->pose.zoom
      && box_is_within (&needed, &self->gathered))
    return NULL;

  self->must_gather = FALSE;
  self->gathered = lode_map_projection_get_box (projection, KEEP_MARGIN);
  self->gathered_zoom = projection->pose.zoom;

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->index != NULL)
    lode_place_index_query (self->index, &self->gathered, found);
  g_array_sort_with_data (found, compare_importance, &ranking);
  g_array_set_size (found, MIN (found->len, MAX_MARKERS));

  places = g_ptr_array_sized_new (found->len);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (places, g_ptr_array_index (self->known, g_array_index (found, guint, i)));
  return places;
}

gboolean
lode_marker_choice_knows (LodeMarkerChoice *self, LodePlace *place)
{
  return g_ptr_array_find (self->known, place, NULL);
}

LodePlace *
lode_marker_choice_find_next (LodeMarkerChoice *self, LodeWorldPoint from,
                              GtkDirectionType direction)
{
  int dx = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  int dy = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;
  int position;

  if (dx == 0 && dy == 0)
    return NULL;

  position = lode_place_index_find_next (self->index, from, dx, dy);
  return position >= 0 ? g_ptr_array_index (self->known, position) : NULL;
}

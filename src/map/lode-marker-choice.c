/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-choice.h"

#include <math.h>

#define MAX_MARKERS 200
/* Pixels around the view in which markers are kept ready, and must be. */
#define KEEP_MARGIN 160
#define NEED_MARGIN 80
/* How far items stand apart, pixels: as much as a marker and its surroundings are wide. */
#define MIN_SPACING 64
#define SPACING_STEP 8
/* How many items there are in a square as wide as their spacing, if places are everywhere. */
#define DENSITY 0.75

struct _LodeMarkerChoice
{
  LodeMarkerLevels *levels;
  LodeMarkerLevel  *level;         /* of the last choice; NULL: none */
  LodeWorldBox      gathered;      /* what the last choice was gathered for */
  double            gathered_zoom;
  gboolean          must_gather;
};

static gboolean
box_is_within (const LodeWorldBox *box, const LodeWorldBox *outer)
{
  return box->west >= outer->west && box->east <= outer->east && box->north >= outer->north
         && box->south <= outer->south;
}

/* The nearest whole one: the view is then half a level nearer or further at most. */
static int
get_level (const LodeMapProjection *projection)
{
  return (int) floor (projection->pose.zoom + 0.5);
}

/* At a whole zoom level; so that there are never more items in view than markers, however large the
 * view is, half a level further out. */
static int
get_spacing (const LodeMapProjection *projection)
{
  double area = (projection->width + 2.0 * KEEP_MARGIN) * (projection->height + 2.0 * KEEP_MARGIN);
  double spacing = sqrt (DENSITY * area / MAX_MARKERS);

  return (int) ceil (MAX (spacing, MIN_SPACING) * G_SQRT2 / SPACING_STEP) * SPACING_STEP;
}

LodeMarkerChoice *
lode_marker_choice_new (GSourceOnceFunc changed_cb, gpointer user_data)
{
  LodeMarkerChoice *self = g_new0 (LodeMarkerChoice, 1);

  self->levels = lode_marker_levels_new (changed_cb, user_data);
  return self;
}

void
lode_marker_choice_free (LodeMarkerChoice *self)
{
  g_clear_pointer (&self->level, lode_marker_level_unref);
  lode_marker_levels_free (self->levels);
  g_free (self);
}

void
lode_marker_choice_set_places (LodeMarkerChoice *self, GListModel *places, LodeFindings *findings)
{
  lode_marker_levels_set_places (self->levels, places, findings);
  self->must_gather = TRUE;
}

void
lode_marker_choice_expire (LodeMarkerChoice *self)
{
  self->must_gather = TRUE;
}

static gboolean
update_level (LodeMarkerChoice *self, const LodeMapProjection *projection)
{
  LodeMarkerLevel *level = lode_marker_levels_get (self->levels, get_level (projection),
                                                   get_spacing (projection));

  if (level == self->level)
    return FALSE;

  g_clear_pointer (&self->level, lode_marker_level_unref);
  self->level = lode_marker_level_ref (level);
  return TRUE;
}

GPtrArray *
lode_marker_choice_make (LodeMarkerChoice *self, const LodeMapProjection *projection,
                         LodePlace *selected)
{
  LodeWorldBox needed = lode_map_projection_get_box (projection, NEED_MARGIN);
  GPtrArray *items;

  if (!update_level (self, projection) && !self->must_gather
      && self->gathered_zoom == projection->pose.zoom && box_is_within (&needed, &self->gathered))
    return NULL;
  if (self->level == NULL)
    return NULL;

  self->must_gather = FALSE;
  self->gathered = lode_map_projection_get_box (projection, KEEP_MARGIN);
  self->gathered_zoom = projection->pose.zoom;
  items = lode_marker_level_query (self->level, &self->gathered);
  g_ptr_array_set_size (items, (int) MIN (items->len, MAX_MARKERS));

  if (selected != NULL && lode_marker_level_find_item (self->level, selected) != NULL
      && !g_ptr_array_find (items, selected, NULL))
    g_ptr_array_add (items, selected);
  return items;
}

gboolean
lode_marker_choice_knows (LodeMarkerChoice *self, LodePlace *place)
{
  return lode_marker_levels_knows (self->levels, place);
}

GObject *
lode_marker_choice_find_item (LodeMarkerChoice *self, LodePlace *place)
{
  return self->level != NULL ? lode_marker_level_find_item (self->level, place) : NULL;
}

GObject *
lode_marker_choice_find_next (LodeMarkerChoice *self, LodeWorldPoint from,
                              GtkDirectionType direction)
{
  int dx = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  int dy = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;

  if (self->level == NULL || (dx == 0 && dy == 0))
    return NULL;
  return lode_marker_level_find_next (self->level, from, dx, dy);
}

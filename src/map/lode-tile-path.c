/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-path.h"

#include <math.h>

/* A coast has a hundred thousand points and a tile shows a few hundred. Runs of points whose
 * bounding box is wholly on one side of the tile are replaced by a straight line: it stays on that
 * side, so what is filled inside the tile is the same. Inside, points closer than a fraction of a
 * pixel are left out; which ones depends on the run alone, so that two tiles leave out the same. */
#define DETAIL 0.6

enum
{
  SIDE_LEFT = 1 << 0,
  SIDE_RIGHT = 1 << 1,
  SIDE_ABOVE = 1 << 2,
  SIDE_BELOW = 1 << 3,
};

static gint32
clamp_coordinate (double value)
{
  return (gint32) CLAMP (value, G_MININT32, G_MAXINT32);
}

static guint
find_sides (const LodeGeoBox *box, const LodeGeoBox *clip)
{
  return (box->x1 < clip->x0 ? SIDE_LEFT : 0) | (box->x0 > clip->x1 ? SIDE_RIGHT : 0)
         | (box->y1 < clip->y0 ? SIDE_ABOVE : 0) | (box->y0 > clip->y1 ? SIDE_BELOW : 0);
}

static void
add_point (const LodeTileFrame *frame, cairo_t *cr, const LodeGeoPoint *point)
{
  cairo_line_to (cr, point->x * frame->scale - frame->origin_x,
                 point->y * frame->scale - frame->origin_y);
}

/* All but the run's last point, which begins the next. */
static void
add_run (const LodeTileFrame *frame, cairo_t *cr, const LodeGeoPoint *points, guint n_points)
{
  double detail = DETAIL / frame->scale;
  const LodeGeoPoint *last = &points[0];

  add_point (frame, cr, last);
  for (guint i = 1; i < n_points; i++)
    if (ABS ((double) points[i].x - last->x) >= detail
        || ABS ((double) points[i].y - last->y) >= detail)
      {
        last = &points[i];
        add_point (frame, cr, last);
      }
}

/**
 * lode_tile_frame_init:
 * @frame: (out caller-allocates): a frame
 * @world_size: the whole world's width in surface pixels
 * @left: the surface's left edge, in surface pixels from the world's
 * @top: the same from the north
 * @width: the surface's width in pixels
 * @height: its height
 * @margin: how many pixels outside of the surface still count: half the widest line
 */
void
lode_tile_frame_init (LodeTileFrame *frame, double world_size, double left, double top, int width,
                      int height, double margin)
{
  frame->scale = world_size / LODE_GEO_UNIT;
  frame->origin_x = left;
  frame->origin_y = top;
  frame->clip.x0 = clamp_coordinate (floor ((left - margin) / frame->scale));
  frame->clip.y0 = clamp_coordinate (floor ((top - margin) / frame->scale));
  frame->clip.x1 = clamp_coordinate (ceil ((left + width + margin) / frame->scale));
  frame->clip.y1 = clamp_coordinate (ceil ((top + height + margin) / frame->scale));
}

/**
 * lode_tile_frame_find_world:
 * @frame: a frame
 * @box: what shall be painted
 * @world_size: as for lode_tile_frame_init()
 *
 * The world repeats from east to west: moves the frame to the copy of the world in which @box
 * touches it. At zoom level 2 and above no frame of a tile's size touches two.
 *
 * Returns: %FALSE if there is none
 */
gboolean
lode_tile_frame_find_world (LodeTileFrame *frame, const LodeGeoBox *box, double world_size)
{
  double width = ((double) frame->clip.x1 - frame->clip.x0) * frame->scale;
  double left = frame->origin_x, clip_left = frame->clip.x0 * frame->scale;

  for (int world = -2; world <= 2; world++)
    {
      LodeGeoBox moved = frame->clip;

      moved.x0 = clamp_coordinate ((clip_left - world * world_size) / frame->scale);
      moved.x1 = clamp_coordinate ((clip_left - world * world_size + width) / frame->scale);
      if (lode_geo_box_intersects (&moved, box))
        {
          frame->clip = moved;
          frame->origin_x = left - world * world_size;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * lode_tile_frame_add_ring:
 * @frame: a frame
 * @cr: a cairo context, untransformed
 * @geo: the base map
 * @path: a ring
 *
 * Adds a closed sub-path for filling. Outside of the frame it runs where it likes.
 */
void
lode_tile_frame_add_ring (const LodeTileFrame *frame, cairo_t *cr, const LodeGeo *geo,
                          const LodeGeoPath *path)
{
  const LodeGeoPoint *points = geo->points + path->first_point;
  const LodeGeoBox *chunks = geo->chunks + path->first_chunk;
  guint n_chunks = lode_geo_count_chunks (path);
  guint common = 0; /* the sides on which everything since the last point added lies */

  if (!lode_geo_box_intersects (&path->box, &frame->clip))
    return;

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_chunks; i++)
    {
      guint start = i * LODE_GEO_CHUNK;
      guint n_points = MIN (LODE_GEO_CHUNK, path->n_points - 1 - start);
      guint sides = find_sides (&chunks[i], &frame->clip);

      if (sides == 0)
        add_run (frame, cr, points + start, n_points);
      else if ((common & sides) == 0)
        add_point (frame, cr, points + start);
      common = (common & sides) != 0 ? common & sides : sides;
    }
  cairo_close_path (cr);
}

/**
 * lode_tile_frame_add_line:
 * @frame: a frame
 * @cr: a cairo context, untransformed
 * @geo: the base map
 * @path: a line or a ring
 *
 * Adds the parts that touch the frame, for stroking.
 */
void
lode_tile_frame_add_line (const LodeTileFrame *frame, cairo_t *cr, const LodeGeo *geo,
                          const LodeGeoPath *path)
{
  const LodeGeoPoint *points = geo->points + path->first_point;
  const LodeGeoBox *chunks = geo->chunks + path->first_chunk;
  guint n_chunks = lode_geo_count_chunks (path);
  gboolean drawing = FALSE;

  if (!lode_geo_box_intersects (&path->box, &frame->clip))
    return;

  for (guint i = 0; i < n_chunks; i++)
    {
      guint start = i * LODE_GEO_CHUNK;
      guint n_points = MIN (LODE_GEO_CHUNK, path->n_points - 1 - start);
      gboolean visible = find_sides (&chunks[i], &frame->clip) == 0;

      if (visible && !drawing)
        cairo_new_sub_path (cr);
      if (visible)
        add_run (frame, cr, points + start, n_points);
      else if (drawing)
        add_point (frame, cr, points + start);
      drawing = visible;
    }
  if (drawing)
    add_point (frame, cr, points + path->n_points - 1);
}

/**
 * lode_tile_frame_add_rings:
 * @frame: a frame
 * @cr: a cairo context, untransformed
 * @geo: the base map
 * @layer: a layer of rings
 *
 * Adds all rings of a layer that touch the frame, for filling.
 */
void
lode_tile_frame_add_rings (const LodeTileFrame *frame, cairo_t *cr, const LodeGeo *geo,
                           LodeGeoPathLayer layer)
{
  const LodeGeoRange *range = &geo->path_layers[layer];

  for (guint i = 0; i < range->count; i++)
    lode_tile_frame_add_ring (frame, cr, geo, &geo->paths[range->first + i]);
}

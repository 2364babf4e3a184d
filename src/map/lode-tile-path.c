/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-tile-path.h"

#include <math.h>

/* A coast has a hundred thousand points and a tile shows a few hundred. Runs of points whose
 * bounding box is wholly on one side of the tile are replaced by a straight line: it stays on that
 * side, so what is filled inside the tile is the same. Inside, points closer than a fraction of a
 * pixel are left out; which ones depends on the run alone, so that two tiles leave out the same. */
#define DETAIL 0.6
/* From here on, about zoom level 9½, the corners of the finest coast would be seen as such. */
#define ROUND_SCALE (256 * 724.0 / LODE_GEO_UNIT)
/* Surface pixels of a side that rounding its corner takes away, at most. */
#define MAX_ROUNDED 14
/* Corners between sides of which both are shorter cannot be seen. */
#define MIN_SIDE 3

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

/* Draws a path from corner to corner; where the map is larger than its geometry is fine, corners are
 * rounded. A tile's neighbour may know the next corner but one from farther away: what is rounded
 * reaches less far than the margin about a tile, so that both draw the same. */
typedef struct
{
  const LodeTileFrame *frame;
  cairo_t *cr;
  gboolean is_round;
  gboolean is_ring;
  guint n_corners;
  double first[2], second[2]; /* corners, in surface pixels */
  double last[2], corner[2];  /* the last two */
} Pen;

static void
pen_start (Pen *pen, const LodeTileFrame *frame, cairo_t *cr, gboolean is_ring)
{
  *pen = (Pen){
    .frame = frame, .cr = cr, .is_round = frame->scale > ROUND_SCALE, .is_ring = is_ring,
  };
  cairo_new_sub_path (cr);
}

/* From @corner as far towards @other, which is @length away, as is rounded off. */
static void
find_end (const double *corner, const double *other, double length, double *end)
{
  const double part = length > 2 * MAX_ROUNDED ? MAX_ROUNDED / length : 0.5;

  end[0] = corner[0] + part * (other[0] - corner[0]);
  end[1] = corner[1] + part * (other[1] - corner[1]);
}

/* The corner as a quadratic Bézier curve, and before it what is left of the straight line. */
static void
round_corner (cairo_t *cr, const double *last, const double *corner, const double *next)
{
  const double length = hypot (corner[0] - last[0], corner[1] - last[1]);
  const double next_length = hypot (next[0] - corner[0], next[1] - corner[1]);
  double start[2], end[2];

  if (length < MIN_SIDE && next_length < MIN_SIDE)
    {
      cairo_line_to (cr, corner[0], corner[1]);
      return;
    }

  find_end (corner, last, length, start);
  find_end (corner, next, next_length, end);
  cairo_line_to (cr, start[0], start[1]);
  cairo_curve_to (cr, (start[0] + 2 * corner[0]) / 3, (start[1] + 2 * corner[1]) / 3,
                  (end[0] + 2 * corner[0]) / 3, (end[1] + 2 * corner[1]) / 3, end[0], end[1]);
}

static void
pen_add (Pen *pen, const LodeGeoPoint *point)
{
  const double next[] = { point->x * pen->frame->scale - pen->frame->origin_x,
                          point->y * pen->frame->scale - pen->frame->origin_y };
  const guint n = pen->n_corners++;

  if (!pen->is_round || (n == 0 && !pen->is_ring))
    cairo_line_to (pen->cr, next[0], next[1]);
  else if (n >= 2)
    round_corner (pen->cr, pen->last, pen->corner, next);

  memcpy (pen->last, pen->corner, sizeof next);
  memcpy (pen->corner, next, sizeof next);
  if (n < 2)
    memcpy (n == 0 ? pen->first : pen->second, next, sizeof next);
}

/* The last corner, and the first, are rounded as all the others are. */
static void
pen_close (Pen *pen)
{
  if (pen->is_round && pen->n_corners > 2)
    {
      round_corner (pen->cr, pen->last, pen->corner, pen->first);
      round_corner (pen->cr, pen->corner, pen->first, pen->second);
    }
  cairo_close_path (pen->cr);
}

static void
pen_lift (Pen *pen)
{
  cairo_line_to (pen->cr, pen->corner[0], pen->corner[1]);
}

/* All but the run's last point, which begins the next. */
static void
add_run (Pen *pen, const LodeGeoPoint *points, guint n_points)
{
  double detail = DETAIL / pen->frame->scale;
  const LodeGeoPoint *last = &points[0];

  pen_add (pen, last);
  for (guint i = 1; i < n_points; i++)
    if (ABS ((double) points[i].x - last->x) >= detail
        || ABS ((double) points[i].y - last->y) >= detail)
      {
        last = &points[i];
        pen_add (pen, last);
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
  Pen pen;

  if (!lode_geo_box_intersects (&path->box, &frame->clip))
    return;

  pen_start (&pen, frame, cr, TRUE);
  for (guint i = 0; i < n_chunks; i++)
    {
      guint start = i * LODE_GEO_CHUNK;
      guint n_points = MIN (LODE_GEO_CHUNK, path->n_points - 1 - start);
      guint sides = find_sides (&chunks[i], &frame->clip);

      if (sides == 0)
        add_run (&pen, points + start, n_points);
      else if ((common & sides) == 0)
        pen_add (&pen, points + start);
      common = (common & sides) != 0 ? common & sides : sides;
    }
  pen_close (&pen);
}

static gboolean
is_visible (const LodeTileFrame *frame, const LodeGeo *geo, const LodeGeoPath *path, guint chunk)
{
  return find_sides (&geo->chunks[path->first_chunk + chunk], &frame->clip) == 0;
}

/* Where a ring comes into the frame; for a line, its beginning. */
static guint
find_first_chunk (const LodeTileFrame *frame, const LodeGeo *geo, const LodeGeoPath *path,
                  gboolean is_ring)
{
  guint first = 0;

  while (is_ring && first < lode_geo_count_chunks (path) && is_visible (frame, geo, path, first))
    first++;

  return first;
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
  const LodeGeoPoint *last = &points[path->n_points - 1];
  const gboolean is_ring = points->x == last->x && points->y == last->y;
  guint n_chunks = lode_geo_count_chunks (path);
  guint first;
  gboolean drawing = FALSE;
  Pen pen;

  if (!lode_geo_box_intersects (&path->box, &frame->clip))
    return;

  first = find_first_chunk (frame, geo, path, is_ring);
  for (guint i = 0; i < n_chunks; i++)
    {
      guint chunk = (first + i) % n_chunks;
      guint start = chunk * LODE_GEO_CHUNK;
      guint n_points = MIN (LODE_GEO_CHUNK, path->n_points - 1 - start);
      gboolean visible = is_visible (frame, geo, path, chunk);

      if (visible && !drawing)
        pen_start (&pen, frame, cr, first == n_chunks);
      if (visible)
        add_run (&pen, points + start, n_points);
      else if (drawing)
        {
          pen_add (&pen, points + start);
          pen_lift (&pen);
        }
      drawing = visible;
    }
  if (drawing && first == n_chunks)
    {
      pen_close (&pen);
    }
  else if (drawing)
    {
      pen_add (&pen, is_ring ? points + first * LODE_GEO_CHUNK : last);
      pen_lift (&pen);
    }
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

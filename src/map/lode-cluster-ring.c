/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster-ring.h"

#include "lode-topic-colour.h"
#include "lode-surface-texture.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Painted once into a texture whenever the marker changes: a couple of hundred of them move with
 * each frame. While the map is panned, some come into view in each: what they have in common, which
 * is most of the work, is kept. */

#define RING_WIDTH 5.0
#define SHADOW_DROP 1.0
#define SHADOW_SIZE 4
/* Between two shares, pixels. */
#define GAP 1.5
/* Shares too small to see are one grey one. */
#define MAX_SHARES 5
#define MIN_SHARE 0.04

/* How many plates are kept: of three sizes, plain, lit or selected, pointed at or not. */
#define MAX_PLATES 18

static const GdkRGBA grey = { 0.55f, 0.55f, 0.57f, 1 };

static void
paint_shadow (const LodeClusterRing *self, cairo_t *cr, double radius)
{
  for (int i = SHADOW_SIZE; i > 0; i--)
    {
      double fall = 1 - (i - 1.0) / SHADOW_SIZE;

      cairo_set_source_rgba (cr, 0, 0, 0, self->shadow * fall * fall / SHADOW_SIZE * 2);
      cairo_arc (cr, 0, SHADOW_DROP, radius + i, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
paint_disc (const GdkRGBA *colour, cairo_t *cr, double radius)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* From 0 to 1 around the ring, clockwise from the top. */
static void
paint_share (const GdkRGBA *colour, cairo_t *cr, double radius, double from, double to)
{
  double gap = to - from < 1 ? GAP / radius : 0;
  double start = from * 2 * G_PI - G_PI / 2 + gap / 2;
  double end = to * 2 * G_PI - G_PI / 2 - gap / 2;

  if (end <= start)
    return;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, start, end);
  cairo_stroke (cr);
}

static void
paint_shares (const LodeClusterRing *self, cairo_t *cr, double radius)
{
  guint n_shares, total = 0;
  const LodeClusterShare *shares = lode_cluster_get_shares (self->cluster, &n_shares);
  double at = 0;

  for (guint i = 0; i < n_shares; i++)
    total += shares[i].n_places;

  for (guint i = 0; i < MIN (n_shares, MAX_SHARES); i++)
    {
      double share = (double) shares[i].n_places / total;
      GdkRGBA colour, text;

      if (share < MIN_SHARE)
        break;
      lode_topic_get_colours (shares[i].topic, &colour, &text);
      paint_share (&colour, cr, radius, at, at + share);
      at += share;
    }

  if (at < 1 - 1e-6)
    paint_share (&grey, cr, radius, at, 1);
}

static void
paint_count (const LodeClusterRing *self, cairo_t *cr)
{
  double room = self->size - 2 * RING_WIDTH - 6;
  PangoRectangle ink, logical;
  double shrink;

  pango_layout_get_pixel_extents (self->layout, &ink, &logical);
  shrink = MIN (1, room / MAX (logical.width, 1));
  cairo_scale (cr, shrink, shrink);
  cairo_move_to (cr, -logical.x - logical.width / 2.0, -ink.y - ink.height / 2.0);
  gdk_cairo_set_source_rgba (cr, &self->text);
  pango_cairo_show_layout (cr, self->layout);
}

static cairo_surface_t *
create_surface (const LodeClusterRing *self)
{
  int length = (self->size + 2 * LODE_CLUSTER_RING_MARGIN) * self->scale;

  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, length, length);
}

/* The middle is at 0, 0. */
static cairo_t *
create_context (const LodeClusterRing *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, LODE_CLUSTER_RING_MARGIN + self->size / 2.0,
                   LODE_CLUSTER_RING_MARGIN + self->size / 2.0);
  return cr;
}

/* The disc and its shadow, without anything of the cluster. */
static cairo_surface_t *
paint_plate (const LodeClusterRing *self)
{
  cairo_surface_t *surface = create_surface (self);
  cairo_t *cr = create_context (self, surface);
  double radius = self->size / 2.0;

  paint_shadow (self, cr, radius);
  paint_disc (&self->outline, cr, radius);
  paint_disc (&self->background, cr, radius - self->outline_width);
  cairo_destroy (cr);
  return surface;
}

/* Borrowed until the next call. */
static cairo_surface_t *
get_plate (const LodeClusterRing *self)
{
  static GHashTable *plates = NULL; /* GBytes of a look to cairo_surface_t */
  const double look[] = {
    self->size, self->scale, self->outline_width, self->shadow,
    self->outline.red, self->outline.green, self->outline.blue, self->outline.alpha,
    self->background.red, self->background.green, self->background.blue, self->background.alpha,
  };
  g_autoptr (GBytes) key = g_bytes_new (look, sizeof (look));
  cairo_surface_t *plate;

  if (plates == NULL)
    plates = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                    (GDestroyNotify) cairo_surface_destroy);

  plate = g_hash_table_lookup (plates, key);
  if (plate != NULL)
    return plate;

  if (g_hash_table_size (plates) >= MAX_PLATES)
    g_hash_table_remove_all (plates);
  plate = paint_plate (self);
  g_hash_table_insert (plates, g_steal_pointer (&key), plate);
  return plate;
}

GdkTexture *
lode_cluster_ring_paint (const LodeClusterRing *self)
{
  cairo_surface_t *surface = create_surface (self);
  cairo_t *cr = cairo_create (surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, get_plate (self), 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  cr = create_context (self, surface);
  paint_shares (self, cr, self->size / 2.0 - self->outline_width - RING_WIDTH / 2 - 1);
  paint_count (self, cr);
  cairo_destroy (cr);

  return lode_surface_texture_new (surface, FALSE);
}

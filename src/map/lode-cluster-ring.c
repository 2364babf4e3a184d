/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster-ring.h"

#include "lode-surface-node.h"
#include "lode-topic-colour.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Painted once whenever the marker changes: a couple of hundred of them move with
 * each frame. While the map is panned, some come into view in each: what they have in common, which
 * is most of the work, is kept. */

/* Around the ring, for its shadow. */
#define MARGIN 6
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

/* A pixel of the band around the disc that shows the shares. */
typedef struct
{
  gsize offset; /* in the surface's data, bytes */
  float turn;   /* around the ring, clockwise from the top: 0 to 1 */
  float cover;  /* how much of it is in the band: 0 to 1 */
} BandPixel;

/* What rings of one look have in common. */
typedef struct
{
  cairo_surface_t *disc; /* with its shadow */
  GArray          *band; /* of BandPixel */
} Plate;

typedef struct
{
  double  from; /* turns */
  double  to;
  GdkRGBA colour;
} Sector;

static const GdkRGBA grey = { 0.55f, 0.55f, 0.57f, 1 };

static double
get_band_radius (const LodeClusterRing *self)
{
  return self->size / 2.0 - self->outline_width - RING_WIDTH / 2 - 1;
}

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

/* Returns how many there are. */
static guint
divide_ring (const LodeClusterRing *self, Sector sectors[MAX_SHARES + 1])
{
  guint n_shares, n_sectors = 0, total = 0;
  const LodeClusterShare *shares = lode_cluster_get_shares (self->cluster, &n_shares);
  double at = 0;

  for (guint i = 0; i < n_shares; i++)
    total += shares[i].n_places;

  for (guint i = 0; i < MIN (n_shares, MAX_SHARES); i++)
    {
      Sector *sector = &sectors[n_sectors];
      double share = (double) shares[i].n_places / total;
      GdkRGBA text;

      if (share < MIN_SHARE)
        break;
      lode_topic_get_colours (shares[i].topic, &sector->colour, &text);
      sector->from = at;
      sector->to = at += share;
      n_sectors++;
    }

  if (at < 1 - 1e-6)
    sectors[n_sectors++] = (Sector) { at, 1, grey };
  return n_sectors;
}

static guint32
blend (guint32 below, const GdkRGBA *colour, float alpha)
{
  const float channels[] = { colour->blue, colour->green, colour->red };
  guint32 result = below & 0xff000000;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      float value = (float) (below >> 8 * i & 0xff);

      result |= (guint32) (value + (channels[i] * 255 - value) * alpha + 0.5f) << 8 * i;
    }
  return result;
}

/* Over the disc, which is opaque there. Strokes of arcs take five times as long, and were most of the
 * work for a ring. */
static void
paint_sectors (const LodeClusterRing *self, cairo_surface_t *surface, const Plate *plate)
{
  Sector sectors[MAX_SHARES + 1];
  guint n_sectors = divide_ring (self, sectors);
  double length = 2 * G_PI * get_band_radius (self) * self->scale;
  double gap = n_sectors > 1 ? GAP * self->scale : -1;
  guchar *data = cairo_image_surface_get_data (surface);
  guint at = 0;

  for (guint i = 0; i < plate->band->len; i++)
    {
      const BandPixel *pixel = &g_array_index (plate->band, BandPixel, i);
      guint32 *argb = (guint32 *) (data + pixel->offset);
      double inside;

      while (at < n_sectors - 1 && pixel->turn > sectors[at].to)
        at++;
      inside = MIN (pixel->turn - sectors[at].from, sectors[at].to - pixel->turn) * length;
      inside = CLAMP (inside - gap / 2 + 0.5, 0, 1);
      *argb = blend (*argb, &sectors[at].colour, pixel->cover * (float) inside);
    }
  cairo_surface_mark_dirty (surface);
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
  int length = (self->size + 2 * MARGIN) * self->scale;

  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, length, length);
}

/* The middle is at 0, 0. */
static cairo_t *
create_context (const LodeClusterRing *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, MARGIN + self->size / 2.0,
                   MARGIN + self->size / 2.0);
  return cr;
}

static cairo_surface_t *
paint_disc_and_shadow (const LodeClusterRing *self)
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

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  float one = ((const BandPixel *) a)->turn;
  float other = ((const BandPixel *) b)->turn;

  return one < other ? -1 : one > other;
}

/* Clockwise from the top. */
static GArray *
find_band (const LodeClusterRing *self, cairo_surface_t *surface)
{
  GArray *band = g_array_new (FALSE, FALSE, sizeof (BandPixel));
  int length = cairo_image_surface_get_width (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double radius = get_band_radius (self);

  for (int row = 0; row < length; row++)
    for (int column = 0; column < length; column++)
      {
        double x = column + 0.5 - length / 2.0;
        double y = row + 0.5 - length / 2.0;
        double beside = fabs (hypot (x, y) - radius * self->scale);
        double turn = atan2 (x, -y) / (2 * G_PI);
        BandPixel pixel = {
          .offset = (gsize) row * stride + (gsize) column * 4,
          .turn = (float) (turn < 0 ? turn + 1 : turn),
          .cover = (float) CLAMP (RING_WIDTH / 2 * self->scale + 0.5 - beside, 0, 1),
        };

        if (pixel.cover > 0)
          g_array_append_val (band, pixel);
      }

  g_array_sort (band, compare_turns);
  return band;
}

static Plate *
plate_new (const LodeClusterRing *self)
{
  Plate *plate = g_new0 (Plate, 1);

  plate->disc = paint_disc_and_shadow (self);
  plate->band = find_band (self, plate->disc);
  return plate;
}

static void
plate_free (Plate *plate)
{
  cairo_surface_destroy (plate->disc);
  g_array_unref (plate->band);
  g_free (plate);
}

/* Borrowed until the next call. */
static const Plate *
get_plate (const LodeClusterRing *self)
{
  static GHashTable *plates = NULL; /* GBytes of a look to Plate */
  const double look[] = {
    self->size, self->scale, self->outline_width, self->shadow,
    self->outline.red, self->outline.green, self->outline.blue, self->outline.alpha,
    self->background.red, self->background.green, self->background.blue, self->background.alpha,
  };
  g_autoptr (GBytes) key = g_bytes_new (look, sizeof (look));
  Plate *plate;

  if (plates == NULL)
    plates = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                    (GDestroyNotify) plate_free);

  plate = g_hash_table_lookup (plates, key);
  if (plate != NULL)
    return plate;

  if (g_hash_table_size (plates) >= MAX_PLATES)
    g_hash_table_remove_all (plates);
  plate = plate_new (self);
  g_hash_table_insert (plates, g_steal_pointer (&key), plate);
  return plate;
}

GskRenderNode *
lode_cluster_ring_paint (const LodeClusterRing *self, GtkWidget *widget)
{
  const float length = (float) (self->size + 2 * MARGIN);
  const Plate *plate = get_plate (self);
  cairo_surface_t *surface = create_surface (self);
  cairo_t *cr = cairo_create (surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_surface (cr, plate->disc, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  paint_sectors (self, surface, plate);
  cr = create_context (self, surface);
  paint_count (self, cr);
  cairo_destroy (cr);

  return lode_surface_node_new (surface, &GRAPHENE_RECT_INIT (-MARGIN, -MARGIN, length, length),
                                widget);
}

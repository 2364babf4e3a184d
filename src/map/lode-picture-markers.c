/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-picture-markers.h"

#include "lode-basemap.h"
#include "lode-camera-pose.h"
#include "lode-marker-callout.h"
#include "lode-picture-text.h"
#include "lode-tile-labels.h"
#include "lode-topic-colour.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TILE_SIZE 26
#define TILE_GAP 3
#define MAX_TILES 4
#define PADDING 8
#define DOT_RADIUS 4.5

/* More callouts than these are no picture, and so much of one may lie under another. */
#define MAX_CALLOUTS 40
#define MAX_CROWDING 0.15

typedef struct
{
  LodePlace *place;
  double x; /* pixels from the map's corner */
  double y;
  guint n_statements;
} Spot;

typedef struct
{
  cairo_t *cr;
  GdkRGBA background;
  GdkRGBA outline;
  LodePictureText name;
  LodePictureText count;
  LodePictureText symbol;
} Look;

static GdkRGBA
to_rgba (guint32 colour)
{
  return (GdkRGBA){ (colour >> 24) / 255.0f, (colour >> 16 & 0xff) / 255.0f,
                    (colour >> 8 & 0xff) / 255.0f, (colour & 0xff) / 255.0f };
}

static void
init_look (Look *look, cairo_t *cr, LodeMapTheme theme)
{
  GdkRGBA text = to_rgba (theme.dark ? 0xffffffff : 0x1e1e1eff);

  *look = (Look){
    .cr = cr,
    .background = to_rgba (theme.dark ? 0x36363aff : 0xffffffff),
    .outline = text,
    .name = { 12.5, PANGO_WEIGHT_BOLD, 0, text },
    .count = { 11, PANGO_WEIGHT_NORMAL, 0, to_rgba (theme.dark ? 0xd0d0d0ff : 0x50504eff) },
  };
  if (theme.high_contrast)
    look->count.colour = text;
  else
    look->outline.alpha = 0.3f;
}

static char *
dup_symbol (LodeTopic *topic)
{
  const char *symbol = lode_topic_get_symbol (topic);
  g_autofree char *first = NULL;

  if (symbol != NULL && *symbol != '\0')
    return g_strdup (symbol);

  first = g_utf8_substring (lode_topic_get_name (topic), 0,
                            *lode_topic_get_name (topic) != '\0' ? 1 : 0);
  return g_utf8_strup (first, -1);
}

static char *
dup_count (LodePlace *place, guint n)
{
  if (n == 0 && lode_place_is_context (place))
    return g_strdup (_("Background"));
  return g_strdup_printf (ngettext ("%'u statement", "%'u statements", n), n);
}

static guint
count_tiles (LodePlace *place)
{
  guint n_topics;

  lode_place_get_topics (place, &n_topics);
  return MIN (n_topics, MAX_TILES);
}

static void
measure_callout (const Look *look, const Spot *spot, double *width, double *height)
{
  LodePlace *place = spot->place;
  g_autofree char *count = dup_count (place, spot->n_statements);
  guint n_tiles = count_tiles (place);
  double name_width, count_width;

  *height = 2 * PADDING + (n_tiles > 0 ? TILE_SIZE + 4 : 0);
  *height += lode_picture_text_measure (look->cr, &look->name, lode_place_get_name (place),
                                        &name_width);
  *height += lode_picture_text_measure (look->cr, &look->count, count, &count_width);
  *width = MAX (MAX (name_width, count_width), n_tiles * (TILE_SIZE + TILE_GAP) - TILE_GAP)
           + 2 * PADDING;
}

static void
draw_callout (const Look *look, const LodeMarkerRequest *request, const Spot *spot)
{
  LodePlace *place = spot->place;
  g_autofree char *count = dup_count (place, spot->n_statements);
  LodeMarkerCallout callout = {
    .width = request->width,
    .height = request->height,
    .placement = request->placement,
    .background = look->background,
    .outline = look->outline,
    .line = look->name.colour,
    .outline_width = 1,
    .dashed = lode_place_is_context (place),
    .shadow = 0.16,
    .scale = 1,
  };
  guint n_topics, n_tiles = count_tiles (place);
  LodeTopic *const *topics = lode_place_get_topics (place, &n_topics);
  double y = PADDING;

  cairo_save (look->cr);
  cairo_translate (look->cr, round (request->x + request->placement.dx),
                   round (request->y + request->placement.dy));
  lode_marker_callout_draw (&callout, look->cr);
  for (guint i = 0; i < n_tiles; i++)
    lode_picture_draw_topic_tile (look->cr, topics[i], PADDING + i * (TILE_SIZE + TILE_GAP), y,
                                  TILE_SIZE);
  if (n_tiles > 0)
    y += TILE_SIZE + 4;
  y += lode_picture_text_draw (look->cr, &look->name, lode_place_get_name (place), PADDING, y);
  lode_picture_text_draw (look->cr, &look->count, count, PADDING, y);
  cairo_restore (look->cr);
}

static void
draw_dot (const Look *look, const Spot *spot)
{
  guint n_topics;
  LodeTopic *const *topics = lode_place_get_topics (spot->place, &n_topics);
  GdkRGBA colour, text;

  lode_topic_get_colours (n_topics > 0 ? topics[0] : NULL, &colour, &text);
  cairo_arc (look->cr, spot->x, spot->y, DOT_RADIUS, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (look->cr, &colour);
  cairo_fill_preserve (look->cr);
  gdk_cairo_set_source_rgba (look->cr, &look->background);
  cairo_set_line_width (look->cr, 1.2);
  cairo_stroke (look->cr);
}

/* Those on the map, the ones with most statements first. */
static GArray *
find_spots (GPtrArray *places, GHashTable *counts, const LodeTileArea *area, int width, int height)
{
  double world = lode_tile_area_get_world (area) / area->scale;
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < places->len; i++)
    {
      LodePlace *place = g_ptr_array_index (places, i);
      double x = lode_world_x_from_longitude (lode_place_get_longitude (place));
      double y = lode_world_y_from_latitude (lode_place_get_latitude (place));
      double middle = (double) area->left / area->scale / world + width / world / 2;
      Spot spot = { .place = place };

      spot.n_statements = counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, place))
                                         : lode_place_get_n_statements (place);
      spot.x = lode_world_wrap_delta (x - middle) * world + width / 2.0;
      spot.y = y * world - (double) area->top / area->scale;
      if (spot.x >= 0 && spot.x <= width && spot.y >= 0 && spot.y <= height)
        g_array_append_val (spots, spot);
    }
  return spots;
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *first = a, *second = b;

  if (first->n_statements != second->n_statements)
    return first->n_statements > second->n_statements ? -1 : 1;
  return g_strcmp0 (lode_record_get_id (LODE_RECORD (first->place)),
                    lode_record_get_id (LODE_RECORD (second->place)));
}

/* The towns' names and dots: a callout would rather not lie on them. */
static GArray *
find_obstacles (const LodeTileArea *area)
{
  GArray *labels = lode_tile_labels_get (area->zoom, area->theme.names);
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (LodeMarkerObstacle));

  for (guint i = 0; i < labels->len; i++)
    {
      LodeLabel label = lode_tile_labels_magnify (&g_array_index (labels, LodeLabel, i),
                                                  lode_tile_area_get_magnification (area));
      LodeLabelBox box = lode_tile_labels_get_text_box (&label);
      LodeMarkerObstacle obstacle = {
        .box = { box.x0 - (double) area->left / area->scale,
                 box.y0 - (double) area->top / area->scale, box.x1 - box.x0, box.y1 - box.y0 },
        .weight = label.kind <= LODE_LABEL_TOWN ? 0.5 : 0.2,
      };

      if (label.text != NULL)
        g_array_append_val (obstacles, obstacle);
    }
  return obstacles;
}

/* Requests for the first of the spots, as many as do not crowd each other. */
static GArray *
place_callouts (const Look *look, GArray *spots, const LodeTileArea *area, int width, int height)
{
  g_autoptr (GArray) obstacles = find_obstacles (area);
  const LodeBox view = { 4, 4, width - 8, height - 8 };
  guint n = MIN (spots->len, MAX_CALLOUTS);

  for (;; n -= MAX (1, n / 5))
    {
      GArray *requests = g_array_new (FALSE, TRUE, sizeof (LodeMarkerRequest));

      for (guint i = 0; i < n; i++)
        {
          const Spot *spot = &g_array_index (spots, Spot, i);
          LodeMarkerRequest request = { .x = spot->x, .y = spot->y };

          measure_callout (look, spot, &request.width, &request.height);
          g_array_append_val (requests, request);
        }
      lode_marker_placement_choose ((LodeMarkerRequest *) (gpointer) requests->data, n,
                                    (LodeMarkerObstacle *) (gpointer) obstacles->data,
                                    obstacles->len, &view);
      if (n <= 1
          || lode_marker_placement_crowding (
                 (LodeMarkerRequest *) (gpointer) requests->data, n) <= MAX_CROWDING)
        return requests;
      g_array_unref (requests);
    }
}

void
lode_picture_draw_topic_tile (cairo_t *cr, LodeTopic *topic, double x, double y, double size)
{
  g_autofree char *symbol = dup_symbol (topic);
  LodePictureText text = { .size = size * 0.54, .weight = PANGO_WEIGHT_BOLD };
  double radius = size * 0.18, width, height;
  GdkRGBA background;

  lode_topic_get_colours (topic, &background, &text.colour);
  cairo_new_path (cr);
  cairo_arc (cr, x + size - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + size - radius, y + size - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + size - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &background);
  cairo_fill (cr);

  height = lode_picture_text_measure (cr, &text, symbol, &width);
  if (width > size * 0.86)
    {
      text.size *= size * 0.86 / width;
      height = lode_picture_text_measure (cr, &text, symbol, &width);
    }
  lode_picture_text_draw (cr, &text, symbol, x + (size - width) / 2, y + (size - height) / 2);
}

void
lode_picture_markers_draw (cairo_t *cr, GPtrArray *places, GHashTable *counts,
                           const LodeTileArea *area, int width, int height)
{
  g_autoptr (GArray) spots = find_spots (places, counts, area, width, height);
  g_autoptr (GArray) requests = NULL;
  Look look;

  init_look (&look, cr, area->theme);
  g_array_sort (spots, compare_spots);
  requests = place_callouts (&look, spots, area, width, height);

  for (guint i = spots->len; i > requests->len; i--)
    draw_dot (&look, &g_array_index (spots, Spot, i - 1));
  for (guint i = requests->len; i > 0; i--)
    draw_callout (&look, &g_array_index (requests, LodeMarkerRequest, i - 1),
                  &g_array_index (spots, Spot, i - 1));
}

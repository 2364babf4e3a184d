/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-picture.h"

#include "lode-basemap.h"
#include "lode-date.h"
#include "lode-picture-markers.h"
#include "lode-picture-text.h"
#include "lode-shape.h"
#include "lode-tile-painter.h"
#include "lode-tile-source.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 20
#define LEGEND_TILE 20
#define LEGEND_GAP 18
#define MAX_SOURCES 2
#define MAX_LEGEND 60 /* topics; more are no legend but a list */
#define POINTS_PER_PIXEL 0.75
#define SHAPE_LINE_WIDTH 1.5

struct _LodeMapPicture
{
  LodeDataset *dataset;
  GPtrArray *places; /* of LodePlace */
  GPtrArray *topics; /* of LodeTopic: those of the places */
  GHashTable *counts; /* of statements by place; NULL: those of the dataset */
  LodeCameraPose pose;
  int width; /* of the map, pixels */
  int height;
  LodeMapTheme theme;
};

typedef struct
{
  LodeMapPicture *picture;
  GCancellable *cancellable;
  cairo_t *cr;
  gboolean vector;
  int scale;
  double margin;
  double y; /* how far down the page is filled */
  LodePictureText title;
  LodePictureText text;
  LodePictureText small;
  GdkRGBA paper;
} Page;

static void
add_place (LodeMapPicture *self, LodePlace *place)
{
  guint n_topics;
  LodeTopic *const *topics = lode_place_get_topics (place, &n_topics);

  g_ptr_array_add (self->places, g_object_ref (place));
  for (guint i = 0; i < n_topics; i++)
    if (!g_ptr_array_find (self->topics, topics[i], NULL))
      g_ptr_array_add (self->topics, g_object_ref (topics[i]));
}

/* Those of the statements: what a dataset says of its background stands in other sources. */
static GPtrArray *
find_sources (LodeMapPicture *self)
{
  GListModel *statements = lode_dataset_get_statements (self->dataset);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      LodeSource *source = lode_statement_get_source (statement);

      if (g_hash_table_add (seen, source))
        g_ptr_array_add (sources, source);
    }
  return sources;
}

/* "Otago Daily Times (RNZ), 2 February 2026", at most MAX_SOURCES of them; "12 sources". */
static char *
dup_sources (LodeMapPicture *self)
{
  g_autoptr (GPtrArray) sources = find_sources (self);
  GString *list = NULL;

  if (sources->len > MAX_SOURCES)
    return g_strdup_printf (ngettext ("%'u source", "%'u sources", sources->len), sources->len);

  list = g_string_new (NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      LodeSource *source = g_ptr_array_index (sources, i);
      const char *publisher = lode_source_get_publisher (source);
      const char *credit = lode_source_get_credit (source);
      g_autofree char *date = lode_date_format (lode_source_get_published (source));

      g_string_append (list, i > 0 ? "; " : "");
      g_string_append (list, publisher != NULL ? publisher : lode_source_get_title (source));
      if (publisher != NULL && credit != NULL && !g_str_equal (credit, publisher))
        g_string_append_printf (list, " (%s)", credit);
      if (date != NULL)
        g_string_append_printf (list, ", %s", date);
    }
  return g_string_free (list, FALSE);
}

static char *
dup_credit (LodeMapPicture *self)
{
  g_autofree char *sources = dup_sources (self);

  /* Translators: below a picture of the map: where the statements and the map are from */
  return g_strdup_printf (_("Statements: %s. Map: %s. Made with Lode."), sources,
                          LODE_BASEMAP_CREDIT);
}

static void
init_page (Page *page, LodeMapPicture *picture, LodePictureFormat format, int scale)
{
  LodeMapTheme theme = picture->theme;
  GdkRGBA ink = { 0.12f, 0.12f, 0.12f, 1 }, grey = { 0.3f, 0.3f, 0.3f, 1 };

  page->picture = picture;
  page->margin = MARGIN;
  page->vector = format != LODE_PICTURE_PNG;
  page->scale = page->vector ? 1 : scale;
  page->paper = (GdkRGBA){ 1, 1, 1, 1 };
  if (theme.dark)
    {
      page->paper = (GdkRGBA){ 0.14f, 0.14f, 0.15f, 1 };
      ink = (GdkRGBA){ 1, 1, 1, 1 };
      grey = (GdkRGBA){ 0.8f, 0.8f, 0.8f, 1 };
    }
  page->title = (LodePictureText){ 22, PANGO_WEIGHT_BOLD, picture->width - 2 * MARGIN, ink };
  page->text = (LodePictureText){ 13, PANGO_WEIGHT_NORMAL, picture->width - 2 * MARGIN, ink };
  page->small = (LodePictureText){ 11, PANGO_WEIGHT_NORMAL, picture->width - 2 * MARGIN,
                                   theme.high_contrast ? ink : grey };
}

/* Sets text on the page, or, where there is no page yet, only measures it. */
static void
set_text (Page *page, gboolean draw, const LodePictureText *style, const char *text)
{
  if (draw)
    page->y += lode_picture_text_draw (page->cr, style, text, page->margin, page->y);
  else
    page->y += lode_picture_text_measure (page->cr, style, text, NULL);
}

static void
lay_out_title (Page *page, gboolean draw)
{
  guint n = g_list_model_get_n_items (lode_dataset_get_statements (page->picture->dataset));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u statement", "%'u statements", n), n);

  page->y += MARGIN * 0.7;
  set_text (page, draw, &page->title, lode_dataset_get_title (page->picture->dataset));
  set_text (page, draw, &page->small, count);
  page->y = ceil (page->y + MARGIN * 0.5);
}

static void
lay_out_legend (Page *page, gboolean draw)
{
  LodePictureText name = page->text;
  double x = page->margin;

  name.width = 0;
  if (page->picture->topics->len == 0)
    return;

  for (guint i = 0; i < page->picture->topics->len; i++)
    {
      LodeTopic *topic = g_ptr_array_index (page->picture->topics, i);
      double width;
      double height
          = lode_picture_text_measure (page->cr, &name, lode_topic_get_name (topic), &width);

      if (x > page->margin && x + LEGEND_TILE + 7 + width > page->picture->width - page->margin)
        {
          x = page->margin;
          page->y += LEGEND_TILE + 6;
        }
      if (draw)
        {
          lode_picture_draw_topic_tile (page->cr, topic, x, page->y, LEGEND_TILE);
          lode_picture_text_draw (page->cr, &name, lode_topic_get_name (topic),
                                  x + LEGEND_TILE + 7, page->y + (LEGEND_TILE - height) / 2);
        }
      x += LEGEND_TILE + 7 + width + LEGEND_GAP;
    }
  page->y += LEGEND_TILE + 10;
}

/* The places that are more than a point, below the markers. */
static void
draw_shapes (Page *page, const LodeTileArea *area)
{
  const LodeMapPicture *picture = page->picture;
  const double world = lode_tile_area_get_world (area) / page->scale;
  const LodeWorldPoint corner = { picture->pose.x - picture->width / 2.0 / world,
                                  picture->pose.y - picture->height / 2.0 / world };

  for (guint i = 0; i < picture->places->len; i++)
    {
      g_autoptr (LodeShape) shape = lode_shape_new (picture->places->pdata[i]);
      LodeWorldPoint from = corner;
      double middle;

      if (shape == NULL)
        continue;
      /* From which side of the antimeridian it is meant. */
      middle = (lode_shape_get_box (shape)->west + lode_shape_get_box (shape)->east) / 2;
      from.x += middle - picture->pose.x - lode_world_wrap_delta (middle - picture->pose.x);
      lode_shape_paint (shape, page->cr, from, world, SHAPE_LINE_WIDTH, &page->text.colour);
    }
}

static void
draw_map (Page *page)
{
  LodeMapPicture *picture = page->picture;
  int zoom = CLAMP ((int) floor (picture->pose.zoom), LODE_TILE_MIN_ZOOM, LODE_TILE_MAX_ZOOM);
  LodeTileArea area = {
    .zoom = zoom,
    .scale = page->scale,
    .tile_size = (int) round (LODE_TILE_SIZE * page->scale
                              * exp2 (CLAMP (picture->pose.zoom - zoom, 0, 1))),
    .theme = picture->theme,
    .vector = page->vector,
    .width = picture->width * page->scale,
    .height = picture->height * page->scale,
  };
  double world = lode_tile_area_get_world (&area);

  area.left = llround (picture->pose.x * world) - area.width / 2;
  area.top = llround (picture->pose.y * world) - area.height / 2;

  cairo_save (page->cr);
  cairo_translate (page->cr, 0, page->y);
  cairo_rectangle (page->cr, 0, 0, picture->width, picture->height);
  cairo_clip (page->cr);
  cairo_save (page->cr);
  cairo_scale (page->cr, 1.0 / page->scale, 1.0 / page->scale);
  if (page->vector)
    lode_tile_painter_paint_on (page->cr, &area, page->cancellable);
  else
    {
      cairo_surface_t *map = lode_tile_painter_paint (&area, page->cancellable);

      cairo_set_source_surface (page->cr, map, 0, 0);
      cairo_paint (page->cr);
      cairo_surface_destroy (map);
    }
  cairo_restore (page->cr);
  draw_shapes (page, &area);
  lode_picture_markers_draw (page->cr, picture->places, picture->counts, &area, picture->width,
                             picture->height);
  cairo_restore (page->cr);
  page->y += picture->height;
}

/* The map, and what has to stand below it. */
static void
lay_out_map (Page *page, gboolean draw)
{
  g_autofree char *credit = dup_credit (page->picture);

  if (draw)
    draw_map (page);
  else
    page->y += page->picture->height;
  page->y += MARGIN * 0.6;
  if (page->picture->topics->len <= MAX_LEGEND)
    lay_out_legend (page, draw);
  set_text (page, draw, &page->small, credit);
}

/* draw: FALSE only finds how high it is. */
static void
lay_out_page (Page *page, gboolean draw)
{
  page->y = 0;
  if (draw)
    {
      gdk_cairo_set_source_rgba (page->cr, &page->paper);
      cairo_paint (page->cr);
    }
  lay_out_title (page, draw);
  lay_out_map (page, draw);
  page->y = ceil (page->y + MARGIN * 0.6);
}

static double
measure_height (Page *page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

  page->cr = cairo_create (surface);
  lay_out_page (page, FALSE);
  cairo_destroy (page->cr);
  cairo_surface_destroy (surface);
  return page->y;
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (Page *page, LodePictureFormat format, GByteArray *bytes, double height)
{
  double width = page->picture->width;
  cairo_surface_t *surface;

  switch (format)
    {
    case LODE_PICTURE_SVG:
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;

    case LODE_PICTURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width * POINTS_PER_PIXEL,
                                                     height * POINTS_PER_PIXEL);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                      lode_dataset_get_title (page->picture->dataset));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Lode " LODE_VERSION);
      return surface;

    case LODE_PICTURE_PNG:
    case LODE_PICTURE_N_FORMATS:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * page->scale,
                                         (int) height * page->scale);
    }
}

/**
 * lode_map_picture_render:
 * @self: a picture
 * @format: the kind of file
 * @scale: PNG's device pixels for one pixel, 1 to 4; of no effect on the others
 * @cancellable: (nullable): is looked at between layers of the map
 * @error: %G_IO_ERROR_CANCELLED; %G_IO_ERROR_FAILED if there is no memory for so large a picture
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
lode_map_picture_render (LodeMapPicture *self, LodePictureFormat format, int scale,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Page page = { .cancellable = cancellable };
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (format < LODE_PICTURE_N_FORMATS, NULL);

  init_page (&page, self, format, CLAMP (scale, 1, 4));
  surface = create_surface (&page, format, bytes, measure_height (&page));
  page.cr = cairo_create (surface);
  if (format == LODE_PICTURE_PDF)
    cairo_scale (page.cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  else if (format == LODE_PICTURE_PNG)
    cairo_scale (page.cr, page.scale, page.scale);
  lay_out_page (&page, TRUE);
  cairo_show_page (page.cr);
  status = cairo_status (page.cr);
  cairo_destroy (page.cr);
  if (format == LODE_PICTURE_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * lode_map_picture_draw:
 * @self: a picture
 * @cr: (nullable): where to, as shapes, with its upper left corner at the origin; %NULL only
 *   measures
 *
 * Draws the map on a page that has a title already: the map, its legend and its credit, in the
 * page's own colours.
 *
 * Returns: the height, in the same units as the picture's width
 */
double
lode_map_picture_draw (LodeMapPicture *self, cairo_t *cr)
{
  Page page = { .cr = cr };

  g_return_val_if_fail (self != NULL, 0);

  init_page (&page, self, LODE_PICTURE_PDF, 1);
  page.margin = 0;
  page.title.width = page.text.width = page.small.width = self->width;
  if (cr == NULL)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

      page.cr = cairo_create (surface);
      lay_out_map (&page, FALSE);
      cairo_destroy (page.cr);
      cairo_surface_destroy (surface);
      return page.y;
    }

  cairo_save (cr);
  lay_out_map (&page, TRUE);
  cairo_restore (cr);
  return page.y;
}

/**
 * lode_map_picture_new:
 * @dataset: whose title and sources stand on it
 * @places: (nullable): of #LodePlace, as they are now; %NULL: those with statements
 *
 * Returns: (transfer full): a picture of the whole country in the light style
 */
LodeMapPicture *
lode_map_picture_new (LodeDataset *dataset, GListModel *places)
{
  LodeMapPicture *self = g_new0 (LodeMapPicture, 1);
  GListModel *all = places != NULL ? places : lode_dataset_get_places (dataset);

  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);

  self->dataset = g_object_ref (dataset);
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->topics = g_ptr_array_new_with_free_func (g_object_unref);
  self->width = 960;
  self->height = 1080;
  self->pose = lode_camera_pose_home (self->width, self->height);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (all, i);

      if (places != NULL || lode_place_get_n_statements (place) > 0)
        add_place (self, place);
    }
  return self;
}

void
lode_map_picture_free (LodeMapPicture *self)
{
  g_object_unref (self->dataset);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->topics);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_free (self);
}

/**
 * lode_map_picture_set_counts:
 * @counts: (element-type LodePlace guint): how many of the statements that are shown name each place
 *
 * What the markers say, where the picture shows only some of the dataset.
 */
void
lode_map_picture_set_counts (LodeMapPicture *self, GHashTable *counts)
{
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = g_hash_table_ref (counts);
}

void
lode_map_picture_set_view (LodeMapPicture *self, LodeCameraPose pose, int width, int height)
{
  g_return_if_fail (width > 0 && height > 0);

  self->pose = pose;
  self->width = width;
  self->height = height;
}

void
lode_map_picture_set_theme (LodeMapPicture *self, LodeMapTheme theme)
{
  self->theme = theme;
}

gboolean
lode_picture_format_parse (const char *word, LodePictureFormat *format)
{
  static const char *words[] = { "png", "svg", "pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

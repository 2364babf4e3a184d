/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-brief-block.h"

#include "lode-shown-text.h"

#define BAR_WIDTH 2

/* A paragraph of fewer lines is not divided: one line alone at the foot or the head of a page looks
 * like a mistake. */
#define MIN_LINES_TO_DIVIDE 4

/* A paragraph, or a picture. */
typedef struct
{
  LodeBriefStyle style;
  PangoLayout *layout; /* NULL: a picture */
  double width;        /* where lines are broken */
  gboolean rtl;
  char *url;
  LodeMapPicture *picture;
  double scale;
} Piece;

typedef struct
{
  Piece *piece;
  int line;
  double x;
  double before;
  double height;
  double baseline; /* from the row's top */
  gboolean divides; /* a page may begin with it */
} Row;

struct _LodeBriefBlock
{
  PangoContext *context;
  double width;
  GPtrArray *pieces; /* of Piece */
  GArray *rows;      /* of Row */
  char *heading;
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->picture, lode_map_picture_free);
  g_free (piece->url);
  g_free (piece);
}

LodeBriefBlock *
lode_brief_block_new (PangoContext *context, double width)
{
  LodeBriefBlock *self = g_new0 (LodeBriefBlock, 1);

  self->context = g_object_ref (context);
  self->width = width;
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  return self;
}

void
lode_brief_block_free (LodeBriefBlock *self)
{
  g_object_unref (self->context);
  g_ptr_array_unref (self->pieces);
  g_array_unref (self->rows);
  g_free (self->heading);
  g_free (self);
}

static PangoAttrList *
create_attributes (const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A hyphen that nobody wrote has no place in somebody's words. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (language != NULL)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (language)));
  return attributes;
}

static PangoLayout *
create_layout (LodeBriefBlock *self, const Piece *piece, const char *text, const char *language)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = create_attributes (language);
  const LodeBriefStyle *style = &piece->style;

  pango_font_description_set_family_static (
    font, style->serif ? "Source Serif 4, Noto Serif, DejaVu Serif, serif"
                       : "Cantarell, Noto Sans, DejaVu Sans, sans");
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (piece->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Not the first line alone, nor the last; and not behind what belongs to what follows. */
static gboolean
may_divide (LodeBriefBlock *self, const Piece *piece, int line, int n_lines)
{
  if (line > 0)
    return n_lines >= MIN_LINES_TO_DIVIDE && line > 1 && line < n_lines - 1;
  if (self->pieces->len < 2)
    return FALSE;
  return !((Piece *) g_ptr_array_index (self->pieces, self->pieces->len - 2))->style.keep;
}

static void
add_rows (LodeBriefBlock *self, Piece *piece)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);
  const int n_lines = pango_layout_get_line_count (piece->layout);
  int line = 0;

  do
    {
      PangoRectangle logical;
      double natural;
      int top, bottom;
      Row row = { .piece = piece, .line = line };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      row.x = (piece->rtl ? 0 : piece->style.indent) + (double) logical.x / PANGO_SCALE;
      row.before = line == 0 ? piece->style.before : 0;
      natural = (double) (bottom - top) / PANGO_SCALE;
      row.height = natural * piece->style.spacing;
      row.baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE
                     + (row.height - natural) / 2;
      row.divides = may_divide (self, piece, line, n_lines);
      g_array_append_val (self->rows, row);
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
lode_brief_block_add_text (LodeBriefBlock *self, const LodeBriefStyle *style, const char *text,
                           const char *language, const char *url)
{
  g_autofree char *shown = lode_shown_text_dup (text);
  Piece *piece = g_new0 (Piece, 1);

  piece->style = *style;
  piece->width = self->width - style->indent;
  piece->url = g_strdup (url);
  piece->layout = create_layout (self, piece, shown, language);
  piece->rtl = pango_layout_get_direction (piece->layout, 0) == PANGO_DIRECTION_RTL;
  g_ptr_array_add (self->pieces, piece);
  add_rows (self, piece);
}

void
lode_brief_block_add_picture (LodeBriefBlock *self, LodeMapPicture *picture, double scale)
{
  Piece *piece = g_new0 (Piece, 1);
  Row row = { .piece = piece, .before = 10 };

  piece->picture = picture;
  piece->scale = scale;
  row.height = lode_map_picture_draw (picture, NULL) * scale;
  g_ptr_array_add (self->pieces, piece);
  g_array_append_val (self->rows, row);
}

void
lode_brief_block_set_heading (LodeBriefBlock *self, const char *title)
{
  g_free (self->heading);
  self->heading = lode_shown_text_dup (title);
}

const char *
lode_brief_block_get_heading (LodeBriefBlock *self)
{
  return self->heading;
}

guint
lode_brief_block_get_n_rows (LodeBriefBlock *self)
{
  return self->rows->len;
}

double
lode_brief_block_get_height (LodeBriefBlock *self, guint start, guint end, gboolean at_top)
{
  double height = 0;

  for (guint i = start; i < end; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      height += row->height + (i == start && at_top ? 0 : row->before);
    }
  return height;
}

guint
lode_brief_block_find_break (LodeBriefBlock *self, guint start, double room, gboolean at_top)
{
  guint end = start, best;

  while (end < self->rows->len
         && lode_brief_block_get_height (self, start, end + 1, at_top) <= room)
    end++;
  if (end == self->rows->len)
    return end;
  for (best = end; best > start; best--)
    if (g_array_index (self->rows, Row, best).divides)
      return best;

  /* A page holds at least a row, else the document would have no end. */
  return at_top ? MAX (end, start + 1) : start;
}

static void
draw_bar (LodeBriefBlock *self, cairo_t *cr, const Row *row, double top, double bottom)
{
  const double x = row->piece->rtl ? self->width - BAR_WIDTH / 2.0 : BAR_WIDTH / 2.0;
  const double dots[] = { 0, 5 };

  cairo_save (cr);
  if (row->piece->style.bar == LODE_BRIEF_BAR_SOLID)
    {
      cairo_set_source_rgb (cr, 0.54, 0.35, 0);
    }
  else
    {
      cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      top += BAR_WIDTH / 2.0;
    }
  cairo_set_line_width (cr, BAR_WIDTH);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A value of a tag's attributes stands between apostrophes. */
static char *
dup_link (const char *url)
{
  g_autofree char *safe
    = g_uri_escape_string (url, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS "!$&()*+,;=%", FALSE);

  return g_strdup_printf ("uri='%s'", safe);
}

static void
draw_line (cairo_t *cr, const Row *row, double y)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (row->piece->layout, row->line);
  const double grey = row->piece->style.grey;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, row->x, y + row->baseline);
  if (row->piece->url != NULL)
    {
      g_autofree char *link = dup_link (row->piece->url);

      cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
      pango_cairo_show_layout_line (cr, line);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
  else
    {
      pango_cairo_show_layout_line (cr, line);
    }
}

static void
draw_picture (LodeBriefBlock *self, cairo_t *cr, const Piece *piece, double y)
{
  cairo_save (cr);
  cairo_translate (cr, 0, y);
  cairo_scale (cr, piece->scale, piece->scale);
  lode_map_picture_draw (piece->picture, cr);
  cairo_restore (cr);
}

/* One bar goes on beside both, on that side where their lines begin. */
static gboolean
has_same_bar (const Row *a, const Row *b)
{
  return a->piece->style.bar == b->piece->style.bar && a->piece->rtl == b->piece->rtl;
}

void
lode_brief_block_draw (LodeBriefBlock *self, cairo_t *cr, guint start, guint end, gboolean at_top)
{
  double y = 0, bar_top = 0;

  for (guint i = start; i < end; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      const Row *next = i + 1 < end ? &g_array_index (self->rows, Row, i + 1) : NULL;

      if (i > start || !at_top)
        y += row->before;
      if (row->piece->picture != NULL)
        draw_picture (self, cr, row->piece, y);
      else
        draw_line (cr, row, y);
      if (i == start || !has_same_bar (row, row - 1))
        bar_top = y;
      y += row->height;
      if (row->piece->style.bar != LODE_BRIEF_BAR_NONE
          && (next == NULL || !has_same_bar (row, next)))
        draw_bar (self, cr, row, bar_top, y);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-brief.h"

#include "lode-brief-text.h"
#include "lode-shown-text.h"
#include "lode-statement-groups.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* A brief is a row of blocks, and a page begins at a row of one of them. To lay a page out and to draw
 * it is the same walk, so that both always come to the same. Blocks are made when the walk comes to
 * them, and forgotten behind it. */

#define MAX_SIDE_MARGIN 72.0
#define MAX_TOP_MARGIN 60.0
#define FOOTER_SIZE 8.5
#define MAP_PIXEL 0.66 /* points */
/* The share of a page that must be free below for what is longer than a page to begin there. */
#define MIN_ROOM_TO_DIVIDE 0.35

typedef struct
{
  guint block;
  guint row;
} Position;

typedef struct
{
  guint index;
  LodeBriefBlock *block; /* NULL: none yet */
} Made;

struct _LodeBrief
{
  LodeExport *export;
  LodeStatementGroups *groups;
  GHashTable *places;  /* LodePlace to how many statements name it */
  GPtrArray *sources;  /* of LodeSource, in the order of their numbers */
  GHashTable *numbers; /* LodeSource to its number */
  PangoContext *context;
  double width;
  double height;
  double side_margin;
  double top_margin;
  GArray *pages; /* of Position: where each begins; behind the last one, the end */
  Made made[2];  /* a heading looks at what follows it */
  LodeBriefHeadingFunc heading_func;
  gpointer heading_data;
};

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* As wide on any paper and at any scale. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/* Which places and sources the statements name. */
static void
gather (LodeBrief *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
      LodePlace *const *places;
      LodeSource *source;
      guint n_places;

      if (!LODE_IS_STATEMENT (item))
        continue;
      places = lode_statement_get_places (LODE_STATEMENT (item), &n_places);
      for (guint p = 0; p < n_places; p++)
        {
          const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, places[p]));

          g_hash_table_insert (self->places, places[p], GUINT_TO_POINTER (count + 1));
        }
      source = lode_statement_get_source (LODE_STATEMENT (item));
      if (g_hash_table_contains (self->numbers, source))
        continue;
      g_ptr_array_add (self->sources, source);
      g_hash_table_insert (self->numbers, source, GUINT_TO_POINTER (self->sources->len));
    }
}

LodeBrief *
lode_brief_new (LodeExport *export)
{
  LodeBrief *self = g_new0 (LodeBrief, 1);
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (NULL);

  g_return_val_if_fail (LODE_IS_EXPORT (export), NULL);

  self->export = g_object_ref (export);
  self->groups = lode_statement_groups_new ();
  lode_statement_groups_set_dataset (self->groups, lode_export_get_dataset (export));
  lode_statement_groups_set_statements (self->groups, lode_export_get_statements (export));
  lode_statement_groups_set_place (self->groups, lode_export_get_place (export));
  self->places = g_hash_table_new (NULL, NULL);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->sources = g_ptr_array_new ();
  self->pages = g_array_new (FALSE, TRUE, sizeof (Position));
  self->context = create_context ();
  gather (self);
  lode_brief_set_paper (self, gtk_paper_size_get_width (paper, GTK_UNIT_POINTS),
                        gtk_paper_size_get_height (paper, GTK_UNIT_POINTS));
  return self;
}

static void
forget_made (LodeBrief *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->made); i++)
    g_clear_pointer (&self->made[i].block, lode_brief_block_free);
}

void
lode_brief_free (LodeBrief *self)
{
  forget_made (self);
  g_object_unref (self->export);
  g_object_unref (self->groups);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->sources);
  g_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self);
}

void
lode_brief_set_paper (LodeBrief *self, double width, double height)
{
  const Position start = { 0, 0 };

  /* A stamp has no room for a word, and no end of pages. */
  self->width = MAX (width, 150);
  self->height = MAX (height, 150);
  self->side_margin = MIN (MAX_SIDE_MARGIN, self->width * 0.12);
  self->top_margin = MIN (MAX_TOP_MARGIN, self->height * 0.08);
  forget_made (self);
  g_array_set_size (self->pages, 0);
  g_array_append_val (self->pages, start);
}

void
lode_brief_get_paper (LodeBrief *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

static guint
count_items (LodeBrief *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->groups));
}

/* Title, map, groups, the sources with a heading, the imprint with one. */
static guint
count_blocks (LodeBrief *self)
{
  return 2 + count_items (self) + 1 + self->sources->len + 2;
}

static guint
count_statements (LodeBrief *self)
{
  guint n = 0;

  for (guint i = 0; i < count_items (self); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      n += LODE_IS_STATEMENT (item);
    }
  return n;
}

static double
get_text_width (LodeBrief *self)
{
  return self->width - 2 * self->side_margin;
}

/* Below it stands the page's number. */
static double
get_text_height (LodeBrief *self)
{
  return self->height - 2 * self->top_margin - FOOTER_SIZE;
}

/* As wide as the text, and high enough for both islands, but not for a page. */
static void
add_map (LodeBrief *self, LodeBriefBlock *block)
{
  g_autoptr (GListStore) places = g_list_store_new (LODE_TYPE_PLACE);
  const int width = (int) (get_text_width (self) / MAP_PIXEL);
  const int height = (int) (MIN (get_text_width (self) * 0.86, get_text_height (self) * 0.6)
                            / MAP_PIXEL);
  GListModel *all = lode_dataset_get_places (lode_export_get_dataset (self->export));
  LodeMapPicture *picture;

  /* In the dataset's order, not in that of a hash table. */
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (all, i);

      if (g_hash_table_contains (self->places, place))
        g_list_store_append (places, place);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (places)) == 0)
    return;

  picture = lode_map_picture_new (lode_export_get_dataset (self->export), G_LIST_MODEL (places));
  lode_map_picture_set_view (picture, lode_camera_pose_home (width, height), width, height);
  lode_map_picture_set_counts (picture, self->places);
  lode_brief_block_add_picture (block, picture, MAP_PIXEL);
}

static void
add_group_heading (LodeBrief *self, LodeBriefBlock *block, LodeStatementHeading *heading, guint i)
{
  LodePlace *place = lode_export_get_place (self->export);
  const char *title = lode_statement_heading_get_title (heading);
  g_autofree char *about = NULL;

  /* On paper nobody sees which place "this place" is. */
  if (place != NULL && i == 0)
    /* Translators: %s is a place */
    title = about = g_strdup_printf (_("About %s"), lode_place_get_name (place));
  lode_brief_add_heading (block, title, lode_statement_heading_get_note (heading));
}

static void
add_item (LodeBrief *self, LodeBriefBlock *block, guint i)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
  LodeStatement *statement;
  gpointer number;

  if (LODE_IS_STATEMENT_HEADING (item))
    {
      add_group_heading (self, block, LODE_STATEMENT_HEADING (item), i);
      return;
    }

  statement = LODE_STATEMENT (item);
  number = g_hash_table_lookup (self->numbers, lode_statement_get_source (statement));
  lode_brief_add_statement (block, self->export, statement, GPOINTER_TO_UINT (number));
}

static LodeBriefBlock *
create_block (LodeBrief *self, guint index)
{
  LodeBriefBlock *block = lode_brief_block_new (self->context, get_text_width (self));
  const guint n_items = count_items (self);

  if (index == 0)
    lode_brief_add_title (block, self->export, count_statements (self));
  else if (index == 1)
    add_map (self, block);
  else if (index < 2 + n_items)
    add_item (self, block, index - 2);
  else if (index == 2 + n_items)
    lode_brief_add_heading (block, _("Sources"), NULL);
  else if (index < 3 + n_items + self->sources->len)
    lode_brief_add_source (block, g_ptr_array_index (self->sources, index - 3 - n_items),
                           index - 2 - n_items);
  else if (index == 3 + n_items + self->sources->len)
    lode_brief_add_heading (block, _("About the dataset"), NULL);
  else
    lode_brief_add_imprint (block, lode_export_get_dataset (self->export));
  return block;
}

static LodeBriefBlock *
get_block (LodeBrief *self, guint index)
{
  Made *made = &self->made[index % G_N_ELEMENTS (self->made)];

  if (made->block == NULL || made->index != index)
    {
      g_clear_pointer (&made->block, lode_brief_block_free);
      made->block = create_block (self, index);
      made->index = index;
    }
  return made->block;
}

/* Which row of the block the next page begins with; the block's first: all of it does. */
static guint
find_end (LodeBrief *self, Position at, double room, gboolean at_top)
{
  const double full = get_text_height (self);
  LodeBriefBlock *block = get_block (self, at.block);
  const guint n_rows = lode_brief_block_get_n_rows (block);
  const double height = lode_brief_block_get_height (block, at.row, n_rows, at_top);
  double needed = height;

  /* A heading takes along what it is the heading of, or the beginning of that. */
  if (lode_brief_block_get_heading (block) != NULL && at.block + 1 < count_blocks (self))
    {
      LodeBriefBlock *next = get_block (self, at.block + 1);
      const double next_height
        = lode_brief_block_get_height (next, 0, lode_brief_block_get_n_rows (next), FALSE);

      if (height + next_height <= full)
        needed += next_height;
      else
        needed += full * MIN_ROOM_TO_DIVIDE;
    }
  if (needed <= room || (at_top && height <= room))
    return n_rows;
  if (!at_top && (needed <= full || room < full * MIN_ROOM_TO_DIVIDE))
    return at.row;
  return lode_brief_block_find_break (block, at.row, room, at_top);
}

static void
tell_heading (LodeBrief *self, LodeBriefBlock *block, guint page, double y)
{
  if (lode_brief_block_get_heading (block) != NULL && self->heading_func != NULL)
    self->heading_func (lode_brief_block_get_heading (block), page, y, self->heading_data);
}

/* Walks over a page, and draws it if there is something to draw on. Returns where the next begins. */
static Position
walk_page (LodeBrief *self, Position at, guint page, cairo_t *cr)
{
  const double full = get_text_height (self);
  double y = 0;

  while (at.block < count_blocks (self))
    {
      LodeBriefBlock *block;
      const gboolean at_top = y == 0;
      const guint end = find_end (self, at, full - y, at_top);

      block = get_block (self, at.block);
      if (cr != NULL && end > at.row)
        {
          cairo_save (cr);
          cairo_translate (cr, self->side_margin, self->top_margin + y);
          lode_brief_block_draw (block, cr, at.row, end, at_top);
          cairo_restore (cr);
          tell_heading (self, block, page, self->top_margin + y);
        }
      y += lode_brief_block_get_height (block, at.row, end, at_top);
      if (end < lode_brief_block_get_n_rows (block))
        return (Position){ at.block, end };
      at = (Position){ at.block + 1, 0 };
    }
  return at;
}

gboolean
lode_brief_lay_out (LodeBrief *self)
{
  const guint last = self->pages->len - 1;
  const Position at = g_array_index (self->pages, Position, last);
  Position next;

  if (at.block >= count_blocks (self))
    return FALSE;

  next = walk_page (self, at, last, NULL);
  g_array_append_val (self->pages, next);
  return next.block < count_blocks (self);
}

guint
lode_brief_get_n_pages (LodeBrief *self)
{
  return self->pages->len - 1;
}

guint
lode_brief_count_until (LodeBrief *self, guint page)
{
  const Position at = g_array_index (self->pages, Position, MIN (page + 1, self->pages->len - 1));

  return CLAMP (at.block, 2, 2 + count_items (self)) - 2;
}

static PangoLayout *
create_footer (LodeBrief *self, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *shown = lode_shown_text_dup (text);

  pango_font_description_set_family_static (font, "Cantarell, Noto Sans, DejaVu Sans, sans");
  pango_font_description_set_absolute_size (font, FOOTER_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, shown, -1);
  return layout;
}

/* The title, in case the sheets come apart, and which of them this is. */
static void
draw_footer (LodeBrief *self, cairo_t *cr, guint page)
{
  /* Translators: the number of a printed page, and how many there are */
  g_autofree char *number
    = g_strdup_printf (_("Page %u of %u"), page + 1, lode_brief_get_n_pages (self));
  const char *title = lode_dataset_get_title (lode_export_get_dataset (self->export));
  g_autoptr (PangoLayout) right = create_footer (self, number);
  g_autoptr (PangoLayout) left = create_footer (self, title);
  const double y = self->height - self->top_margin * 0.62;
  PangoRectangle logical;
  double width;

  pango_layout_get_extents (right, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  pango_layout_set_width (left, (int) ((get_text_width (self) - width - 20) * PANGO_SCALE));
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
  cairo_move_to (cr, self->width - self->side_margin - width, y);
  pango_cairo_show_layout (cr, right);
  if (page > 0)
    {
      cairo_move_to (cr, self->side_margin, y);
      pango_cairo_show_layout (cr, left);
    }
}

void
lode_brief_draw_page (LodeBrief *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < lode_brief_get_n_pages (self));

  walk_page (self, g_array_index (self->pages, Position, page), page, cr);
  draw_footer (self, cr, page);
}

void
lode_brief_set_heading_func (LodeBrief *self, LodeBriefHeadingFunc func, gpointer user_data)
{
  self->heading_func = func;
  self->heading_data = user_data;
}

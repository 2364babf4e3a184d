/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-map-picture.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What stands beside words: whose words they are. */
typedef enum
{
  LODE_BRIEF_BAR_NONE,
  LODE_BRIEF_BAR_SOLID,  /* a quotation */
  LODE_BRIEF_BAR_DOTTED, /* the dataset's own words */
} LodeBriefBar;

/* How a piece of text is set. Lengths in points. */
typedef struct
{
  gboolean serif;
  gboolean italic;
  gboolean bold;
  double size;
  double spacing; /* of lines, as a multiple of the font's own */
  double before;  /* above it, unless it begins a page */
  double grey;    /* 0: black */
  double indent;
  LodeBriefBar bar;
  gboolean keep; /* no page ends behind it */
} LodeBriefStyle;

/**
 * LodeBriefBlock:
 *
 * What stays together on a page of a brief if it can: a statement, a heading, a source. It is made
 * of rows, between which it is divided where it is longer than a page.
 */
typedef struct _LodeBriefBlock LodeBriefBlock;

LodeBriefBlock *lode_brief_block_new         (PangoContext *context, double width);
void            lode_brief_block_free        (LodeBriefBlock *self);
/* text: plain. language, by BCP 47, and url, which a click on the text opens, may be NULL. */
void            lode_brief_block_add_text    (LodeBriefBlock *self, const LodeBriefStyle *style,
                                              const char *text, const char *language,
                                              const char *url);
/* picture: of the width that scale makes the block's; taken. */
void            lode_brief_block_add_picture (LodeBriefBlock *self, LodeMapPicture *picture,
                                              double scale);
/* A heading never ends a page, and stands in the document's outline. */
void            lode_brief_block_set_heading (LodeBriefBlock *self, const char *title);
const char     *lode_brief_block_get_heading (LodeBriefBlock *self); /* NULL: it is none */

guint           lode_brief_block_get_n_rows  (LodeBriefBlock *self);
/* Of the rows from start to end, the latter not included; at the top of a page or not. */
double          lode_brief_block_get_height  (LodeBriefBlock *self, guint start, guint end,
                                              gboolean at_top);
/* Where to end a page on which there is room for that height: the first row of the next one. */
guint           lode_brief_block_find_break  (LodeBriefBlock *self, guint start, double room,
                                              gboolean at_top);
/* With its upper left corner at the origin. */
void            lode_brief_block_draw        (LodeBriefBlock *self, cairo_t *cr, guint start,
                                              guint end, gboolean at_top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeBriefBlock, lode_brief_block_free)

G_END_DECLS

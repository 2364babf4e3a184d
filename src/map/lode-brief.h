/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-export.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * LodeBrief:
 *
 * Statements on paper: title, map, groups, sources, page by page. Only where the pages begin is
 * kept, so that a document of ten thousand pages takes no room. Needs no display; to be used by one
 * thread at a time, and by the one that made it.
 */
typedef struct _LodeBrief LodeBrief;

LodeBrief  *lode_brief_new          (LodeExport *export);
void        lode_brief_free         (LodeBrief *self);
/* Of a sheet, in points of 1/72 inch. Without it, of the locale's: A4, or US Letter. Pages have to be
 * laid out again. */
void        lode_brief_set_paper    (LodeBrief *self, double width, double height);
void        lode_brief_get_paper    (LodeBrief *self, double *width, double *height);
/* One page more; FALSE: there is none. */
gboolean    lode_brief_lay_out      (LodeBrief *self);
guint       lode_brief_get_n_pages  (LodeBrief *self);
/* How many statements stand before the end of that page, or are on the pages laid out so far. */
guint       lode_brief_count_until  (LodeBrief *self, guint page);
/* On a sheet whose corner is the context's origin, in points; all pages have been laid out. */
void        lode_brief_draw_page    (LodeBrief *self, cairo_t *cr, guint page);

/* A heading, for the document's outline. page: from 0. y: points from the sheet's top. */
typedef void (* LodeBriefHeadingFunc) (const char *title, guint page, double y, gpointer user_data);
void        lode_brief_set_heading_func (LodeBrief *self, LodeBriefHeadingFunc func,
                                         gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeBrief, lode_brief_free)

G_END_DECLS

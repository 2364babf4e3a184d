/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LODE_GUIDE_PARAGRAPH,
  LODE_GUIDE_HEADING,
  LODE_GUIDE_STEP,
  LODE_GUIDE_ITEM,
  LODE_GUIDE_TERM,
  LODE_GUIDE_DETAIL,
  LODE_GUIDE_NOTE,
  LODE_GUIDE_CODE,
} LodeGuideBlockKind;

/**
 * LodeGuideBlock:
 * @kind: what it is: a detail belongs to the term before it
 * @number: of a step, from 1; else 0
 * @text: Pango markup in the reader's language; of code, the plain text
 *
 * A piece of a page, from top to bottom.
 */
typedef struct
{
  LodeGuideBlockKind kind;
  guint number;
  char *text;
} LodeGuideBlock;

/**
 * LodeGuidePage:
 * @id: its file's name without ".page"
 * @title: plain text in the reader's language
 * @summary: one sentence of plain text in the reader's language, or "" if the page has none
 * @blocks: (element-type LodeGuideBlock): from top to bottom
 *
 * A page of the user guide. The pages are files in the Mallard 1.0 format, in resources/guide/; of
 * Mallard they use what this reader knows, and what it does not know is an error. In the markup a
 * link to another page has the address `page:ID`.
 */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  GPtrArray *blocks;
} LodeGuidePage;

#define LODE_GUIDE_PAGE_SCHEME "page:"

LodeGuidePage *lode_guide_page_load  (const char *id, GError **error);
LodeGuidePage *lode_guide_page_parse (const char *id,
                                      const char *text,
                                      gssize      length,
                                      GError    **error);
void           lode_guide_page_free  (LodeGuidePage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeGuidePage, lode_guide_page_free)

G_END_DECLS

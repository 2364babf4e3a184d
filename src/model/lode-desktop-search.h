/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

G_BEGIN_DECLS

/* What the desktop's own search gets to know of a dataset. A result is named by its address in Lode,
 * a `lode:` URI, so that whoever opens that is there. */

/**
 * LodeDesktopResult:
 * @name: what to show, plain text
 * @description: what to show below it, plain text
 * @icon: the name of an icon
 */
typedef struct
{
  char *name;
  char *description;
  const char *icon;
} LodeDesktopResult;

char             **lode_desktop_search_find     (LodeDataset        *dataset,
                                                 const char * const *terms);
LodeDesktopResult *lode_desktop_search_describe (LodeDataset        *dataset,
                                                 const char         *uri);
void               lode_desktop_result_free     (LodeDesktopResult  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeDesktopResult, lode_desktop_result_free)

G_END_DECLS

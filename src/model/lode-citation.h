/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset.h"

G_BEGIN_DECLS

/* How a statement is cited. The nicks of the GEnum are the words of `lode cite --style=` and of the
 * setting. */
typedef enum
{
  LODE_CITATION_PLAIN,   /* in the words of the program's language */
  LODE_CITATION_APA,     /* after the Publication Manual of the APA, 7th edition */
  LODE_CITATION_CHICAGO, /* a note, after the Chicago Manual of Style, 17th edition */
  LODE_CITATION_MLA,     /* after the MLA Handbook, 9th edition */
  LODE_CITATION_BIBTEX,
  LODE_CITATION_RIS,
} LodeCitationStyle;

#define LODE_TYPE_CITATION_STYLE (lode_citation_style_get_type ())
GType lode_citation_style_get_type (void);

char *lode_citation_dup (LodeDataset       *dataset,
                         LodeStatement     *statement,
                         LodeCitationStyle  style);

G_END_DECLS

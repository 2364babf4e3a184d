/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record.h"

G_BEGIN_DECLS

/* The types of CSL 1.0.2 that a source can have; lode_source_kind_to_string() gives CSL's word,
 * which is also the word of the format and the nick of the GEnum. */
typedef enum
{
  LODE_SOURCE_KIND_ARTICLE_NEWSPAPER,
  LODE_SOURCE_KIND_WEBPAGE,
  LODE_SOURCE_KIND_SPEECH,
  LODE_SOURCE_KIND_INTERVIEW,
  LODE_SOURCE_KIND_BROADCAST,
  LODE_SOURCE_KIND_REPORT,
  LODE_SOURCE_KIND_HEARING,
  LODE_SOURCE_KIND_LEGISLATION,
  LODE_SOURCE_KIND_DOCUMENT,
} LodeSourceKind;

#define LODE_TYPE_SOURCE_KIND (lode_source_kind_get_type ())
GType       lode_source_kind_get_type  (void);
const char *lode_source_kind_to_string (LodeSourceKind kind);

/**
 * LodeSource:
 *
 * Where statements were published, and what is known about its stored text.
 */
#define LODE_TYPE_SOURCE (lode_source_get_type ())
G_DECLARE_FINAL_TYPE (LodeSource, lode_source, LODE, SOURCE, LodeRecord)

LodeSourceKind       lode_source_get_kind      (LodeSource *self);
const char          *lode_source_get_title     (LodeSource *self);
const char          *lode_source_get_published (LodeSource *self); /* YYYY[-MM[-DD]] */
const char * const  *lode_source_get_authors   (LodeSource *self); /* never NULL */
const char          *lode_source_get_publisher (LodeSource *self);
const char          *lode_source_get_credit    (LodeSource *self); /* who really reported it */
const char          *lode_source_get_url       (LodeSource *self); /* http or https only */
const char          *lode_source_get_archive   (LodeSource *self);
const char          *lode_source_get_accessed  (LodeSource *self);
const char          *lode_source_get_rights    (LodeSource *self);
/* A path relative to the dataset. */
const char          *lode_source_get_text      (LodeSource *self);
const char          *lode_source_get_sha256    (LodeSource *self);
const char          *lode_source_get_checked   (LodeSource *self); /* YYYY-MM-DD */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-geometry.h"
#include "lode-record.h"
#include "lode-source.h"
#include "lode-topic.h"

G_BEGIN_DECLS

/* The nicks of the GEnum are the words of the format. */
typedef enum
{
  LODE_PLACE_KIND_COUNTRY,
  LODE_PLACE_KIND_REGION,
  LODE_PLACE_KIND_SEA_AREA,
  LODE_PLACE_KIND_LOCALITY,
  LODE_PLACE_KIND_DEPOSIT,
  LODE_PLACE_KIND_MINE,
  LODE_PLACE_KIND_PROJECT,
} LodePlaceKind;

#define LODE_TYPE_PLACE_KIND (lode_place_kind_get_type ())
GType lode_place_kind_get_type (void);

typedef enum
{
  LODE_PRECISION_EXACT,
  LODE_PRECISION_LOCALITY,
  LODE_PRECISION_REGION,
  LODE_PRECISION_COUNTRY,
} LodePrecision;

#define LODE_TYPE_PRECISION (lode_precision_get_type ())
GType lode_precision_get_type (void);

/**
 * LodePlace:
 *
 * Somewhere that the words of a statement name; or context, which they do not.
 */
#define LODE_TYPE_PLACE (lode_place_get_type ())
G_DECLARE_FINAL_TYPE (LodePlace, lode_place, LODE, PLACE, LodeRecord)

const char        *lode_place_get_name         (LodePlace *self);
/* NULL: none. */
const char        *lode_place_get_name_in      (LodePlace *self, const char *language);
LodePlaceKind      lode_place_get_kind         (LodePlace *self);
LodePrecision      lode_place_get_precision    (LodePlace *self);
/* WGS 84, degrees. The point, or for a geometry a point that represents it. */
double             lode_place_get_longitude    (LodePlace *self);
double             lode_place_get_latitude     (LodePlace *self);
LodeGeometry      *lode_place_get_geometry     (LodePlace *self); /* NULL: a point */
LodePlace         *lode_place_get_within       (LodePlace *self);
LodeTopic * const *lode_place_get_topics       (LodePlace *self, guint *n_topics);
LodeSource        *lode_place_get_source       (LodePlace *self);
const char        *lode_place_get_note         (LodePlace *self);
const char        *lode_place_get_as_at        (LodePlace *self); /* date of the note */
gboolean           lode_place_is_context       (LodePlace *self); /* not from the statements */
guint              lode_place_get_n_statements (LodePlace *self); /* statements that name it */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"
#include "lode-map-style.h"

G_BEGIN_DECLS

/* How exact a place is, in the user's language; NULL: as exact as a point. */
const char *lode_place_words_get_precision (LodePlace    *place);
/* The place's name as the map's names are chosen; what a dataset says. */
const char *lode_place_words_get_title     (LodePlace    *place,
                                            LodeMapNames  names);
/* What stands below that in a list, as "2 statements · Ōtākou · region, not an exact point". Free
 * with g_free(). */
char       *lode_place_words_dup_details   (LodePlace    *place,
                                            LodeMapNames  names,
                                            LodeFindings *findings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-cluster.h"

G_BEGIN_DECLS

/**
 * LodeMarkerWords:
 * @findings: how many statements name each place; NULL: all that do
 *
 * What one must know of a dataset to say what a marker is. Only lends.
 */
typedef struct
{
  LodeFindings *findings;
} LodeMarkerWords;

/* "2 statements", in the user's language. Free with g_free(), as the next ones. */
char *lode_marker_label_for_count   (guint                  n_statements);
/* What a screen reader says of a place's marker: "Otago: tungsten, antimony. 2 statements". */
char *lode_marker_label_for_place   (LodePlace             *place,
                                     const LodeMarkerWords *words);
/* "12 places: antimony, tungsten. 40 statements". */
char *lode_marker_label_for_cluster (LodeCluster           *cluster,
                                     const LodeMarkerWords *words);

G_END_DECLS

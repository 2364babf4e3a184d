/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeArea:
 *
 * What lies between two meridians and two parallels: WGS 84, degrees. From @west one goes eastwards to
 * @east, which is the smaller one if the antimeridian lies between them, as in RFC 7946.
 */
typedef struct
{
  double west;
  double south;
  double east;
  double north;
} LodeArea;

/* "166.2,-47.5,175,-40.25": as a bounding box of RFC 7946 is written, whatever the language. FALSE: it
 * is none, and @area is not set. */
gboolean lode_area_parse      (const char *text, LodeArea *area);
/* To ten metres or so. Free with g_free(). */
char    *lode_area_dup_string (const LodeArea *self);
gboolean lode_area_contains   (const LodeArea *self, double longitude, double latitude);

G_END_DECLS

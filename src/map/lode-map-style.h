/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* How the base map looks: the one place for its colours, widths and type. Colours are 0xRRGGBBAA,
 * lengths and sizes are widget pixels. */

/* Which names a map has, where a place has two. */
typedef enum
{
  LODE_MAP_NAMES_BOTH, /* as the official dual name, or one below the other */
  LODE_MAP_NAMES_ENGLISH,
  LODE_MAP_NAMES_MAORI,
  LODE_MAP_N_NAMES
} LodeMapNames;

/* What the reader chose, or the desktop: all that the look of a place depends on but its zoom. All
 * zero is the map in a light window. */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  gboolean graticule; /* lines of longitude and latitude */
  LodeMapNames names;
} LodeMapTheme;

typedef enum
{
  LODE_LABEL_CITY, /* towns of rank 1; the next four are those of rank 2 to 5 */
  LODE_LABEL_LARGE_TOWN,
  LODE_LABEL_TOWN,
  LODE_LABEL_SMALL_TOWN,
  LODE_LABEL_LOCALITY,
  LODE_LABEL_REGION,
  LODE_LABEL_REGION_AGAIN, /* close up, where nothing else tells where one is */
  LODE_LABEL_OCEAN,
  LODE_LABEL_STRAIT,
  LODE_LABEL_BIGHT,
  LODE_LABEL_LAKE,
  LODE_LABEL_RIVER,
  LODE_LABEL_PEAK,
  LODE_LABEL_PARK,
  LODE_LABEL_GRATICULE,
  LODE_N_LABELS
} LodeLabelKind;

typedef enum
{
  LODE_LINE_COAST,
  LODE_LINE_LAKE,
  LODE_LINE_REGION,
  LODE_LINE_RIVER_1, /* rivers of rank 1; the next two are those of rank 2 and 3 */
  LODE_LINE_RIVER_2,
  LODE_LINE_RIVER_3,
  LODE_LINE_GRATICULE,
  LODE_N_LINES
} LodeLineKind;

#define LODE_N_ELEVATIONS 6

typedef struct
{
  guint32 sea;
  guint32 sea_near; /* the glow along the shore: a narrow band, and a wide one under it */
  guint32 sea_far;
  guint32 elevations[LODE_N_ELEVATIONS]; /* land at 0, 300, 600, 1000, 1500, 2000 m */
  guint32 shadow; /* of hill shading, as strong as its alpha on the steepest slope */
  guint32 light;
  guint32 lines[LODE_N_LINES];
  guint32 lake;
  guint32 dot;
  guint32 dot_rim;
  guint32 peak;
  guint32 texts[LODE_N_LABELS];
  guint32 land_halo;
  guint32 sea_halo;
  double relief;     /* how strong, 0: the land is flat and of one colour */
  double line_width; /* of all lines, to that of the table */
} LodeMapStyle;

typedef struct
{
  int from_zoom;
  int to_zoom;
  double from_size; /* at from_zoom */
  double to_size;   /* at the highest zoom level */
  int weight;       /* as PangoWeight */
  gboolean italic;
  gboolean upper_case;
  double letter_spacing;
  double dot; /* radius, 0: none */
} LodeLabelStyle;

gboolean              lode_map_theme_equal          (LodeMapTheme a, LodeMapTheme b);
const LodeMapStyle   *lode_map_style_get            (LodeMapTheme theme);
const LodeLabelStyle *lode_map_style_get_label      (LodeLabelKind kind);
double                lode_map_style_get_label_size (LodeLabelKind kind, int zoom);
double                lode_map_style_get_line_width (LodeLineKind kind, int zoom);
double                lode_map_style_get_relief     (int zoom);
int                   lode_map_style_get_town_zoom  (int rank, int inhabitants);
int                   lode_map_style_get_lake_zoom  (int square_kilometres);
int                   lode_map_style_get_peak_zoom  (int metres);
int                   lode_map_style_get_second_name_zoom (LodeLabelKind kind);
void                  lode_map_style_set_source     (cairo_t *cr, guint32 colour);

G_END_DECLS

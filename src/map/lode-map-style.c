/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-style.h"

#include "lode-tile-source.h"

typedef struct
{
  int from_zoom;
  double from_width; /* at from_zoom; 0 below */
  double to_width;   /* at the highest zoom level */
} LineStyle;

static const LodeMapStyle light_style = {
  .sea = 0xcfe3efff,
  .sea_near = 0x9cc6ddb0,
  .sea_far = 0xb4d5e8c0,
  .elevations = { 0xf5f2e6ff, 0xf0ead6ff, 0xe9dfc5ff, 0xe1d3b5ff, 0xdccfbaff, 0xf1eee9ff },
  .shadow = 0x5a4632b8,
  .light = 0xfffdf4ff,
  .lines = {
    [LODE_LINE_COAST] = 0x5f8ba6ff,
    [LODE_LINE_LAKE] = 0x79a8c4ff,
    [LODE_LINE_REGION] = 0x8a6f96b0,
    [LODE_LINE_RIVER_1] = 0x7fb0ceff,
    [LODE_LINE_RIVER_2] = 0x8ab8d4ff,
    [LODE_LINE_RIVER_3] = 0x98c1daff,
    [LODE_LINE_GRATICULE] = 0x5f8ba670,
  },
  .lake = 0xb5d6eaff,
  .dot = 0x3a3a3aff,
  .dot_rim = 0xffffffff,
  .peak = 0x7a5c3eff,
  .texts = {
    [LODE_LABEL_CITY] = 0x1f2326ff,
    [LODE_LABEL_LARGE_TOWN] = 0x262b2eff,
    [LODE_LABEL_TOWN] = 0x33383bff,
    [LODE_LABEL_SMALL_TOWN] = 0x3d4346ff,
    [LODE_LABEL_LOCALITY] = 0x4a5053ff,
    [LODE_LABEL_REGION] = 0x6d5277ff,
    [LODE_LABEL_REGION_AGAIN] = 0x6d5277ff,
    [LODE_LABEL_OCEAN] = 0x2c6286ff,
    [LODE_LABEL_STRAIT] = 0x2f6384ff,
    [LODE_LABEL_BIGHT] = 0x2f6384ff,
    [LODE_LABEL_LAKE] = 0x22628bff,
    [LODE_LABEL_RIVER] = 0x2c7098ff,
    [LODE_LABEL_PEAK] = 0x6b4f33ff,
    [LODE_LABEL_PARK] = 0x4d7048ff,
    [LODE_LABEL_GRATICULE] = 0x416176ff,
  },
  .land_halo = 0xfaf7eee6,
  .sea_halo = 0xcfe3efb0,
  .relief = 1,
  .line_width = 1,
};

static const LodeMapStyle dark_style = {
  .sea = 0x17222bff,
  .sea_near = 0x35536780,
  .sea_far = 0x243a4aa0,
  .elevations = { 0x363a33ff, 0x3d3f35ff, 0x454338ff, 0x4d493dff, 0x565146ff, 0x6c6963ff },
  .shadow = 0x080b0cd0,
  .light = 0xdcd6bf90,
  .lines = {
    [LODE_LINE_COAST] = 0x5d7f92ff,
    [LODE_LINE_LAKE] = 0x4d7790ff,
    [LODE_LINE_REGION] = 0xa58fb2a0,
    [LODE_LINE_RIVER_1] = 0x4a7a96ff,
    [LODE_LINE_RIVER_2] = 0x446f89ff,
    [LODE_LINE_RIVER_3] = 0x3e657dff,
    [LODE_LINE_GRATICULE] = 0x8fb0c460,
  },
  .lake = 0x203d50ff,
  .dot = 0xe6e4dcff,
  .dot_rim = 0x17191aff,
  .peak = 0xc9ac86ff,
  .texts = {
    [LODE_LABEL_CITY] = 0xf4f2eaff,
    [LODE_LABEL_LARGE_TOWN] = 0xe9e7dfff,
    [LODE_LABEL_TOWN] = 0xd9d7cfff,
    [LODE_LABEL_SMALL_TOWN] = 0xcac8c0ff,
    [LODE_LABEL_LOCALITY] = 0xb9b7afff,
    [LODE_LABEL_REGION] = 0xc9b6d3ff,
    [LODE_LABEL_REGION_AGAIN] = 0xc9b6d3ff,
    [LODE_LABEL_OCEAN] = 0x6f9db8ff,
    [LODE_LABEL_STRAIT] = 0x7aa8c2ff,
    [LODE_LABEL_BIGHT] = 0x7aa8c2ff,
    [LODE_LABEL_LAKE] = 0x8bbbd6ff,
    [LODE_LABEL_RIVER] = 0x7eafcbff,
    [LODE_LABEL_PEAK] = 0xd3b992ff,
    [LODE_LABEL_PARK] = 0x9cc094ff,
    [LODE_LABEL_GRATICULE] = 0x93aebfff,
  },
  .land_halo = 0x1b1e1be0,
  .sea_halo = 0x17222bb0,
  .relief = 1,
  .line_width = 1,
};

/* High contrast: flat land, strong lines, letters of at least 7 : 1 on what they stand on. */
static const LodeMapStyle light_contrast_style = {
  .sea = 0xcbe4f5ff,
  .sea_near = 0x8fc3e4ff,
  .sea_far = 0xb3d8f0ff,
  .elevations = { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
  .shadow = 0x00000000,
  .light = 0x00000000,
  .lines = {
    [LODE_LINE_COAST] = 0x002a44ff,
    [LODE_LINE_LAKE] = 0x00436bff,
    [LODE_LINE_REGION] = 0x4a0a5cff,
    [LODE_LINE_RIVER_1] = 0x0062a0ff,
    [LODE_LINE_RIVER_2] = 0x0062a0ff,
    [LODE_LINE_RIVER_3] = 0x0062a0ff,
    [LODE_LINE_GRATICULE] = 0x00436bb0,
  },
  .lake = 0xa6d3f2ff,
  .dot = 0x000000ff,
  .dot_rim = 0xffffffff,
  .peak = 0x4a2600ff,
  .texts = {
    [LODE_LABEL_CITY] = 0x000000ff,
    [LODE_LABEL_LARGE_TOWN] = 0x000000ff,
    [LODE_LABEL_TOWN] = 0x000000ff,
    [LODE_LABEL_SMALL_TOWN] = 0x000000ff,
    [LODE_LABEL_LOCALITY] = 0x000000ff,
    [LODE_LABEL_REGION] = 0x4a0a5cff,
    [LODE_LABEL_REGION_AGAIN] = 0x4a0a5cff,
    [LODE_LABEL_OCEAN] = 0x002a4dff,
    [LODE_LABEL_STRAIT] = 0x002a4dff,
    [LODE_LABEL_BIGHT] = 0x002a4dff,
    [LODE_LABEL_LAKE] = 0x002a4dff,
    [LODE_LABEL_RIVER] = 0x003a66ff,
    [LODE_LABEL_PEAK] = 0x4a2600ff,
    [LODE_LABEL_PARK] = 0x06420fff,
    [LODE_LABEL_GRATICULE] = 0x002a4dff,
  },
  .land_halo = 0xffffffff,
  .sea_halo = 0xe6f2faff,
  .relief = 0,
  .line_width = 1.5,
};

static const LodeMapStyle dark_contrast_style = {
  .sea = 0x00060cff,
  .sea_near = 0x123a58ff,
  .sea_far = 0x061c2eff,
  .elevations = { 0x2a2a2aff, 0x2a2a2aff, 0x2a2a2aff, 0x2a2a2aff, 0x2a2a2aff, 0x2a2a2aff },
  .shadow = 0x00000000,
  .light = 0x00000000,
  .lines = {
    [LODE_LINE_COAST] = 0xd8efffff,
    [LODE_LINE_LAKE] = 0x9bd4ffff,
    [LODE_LINE_REGION] = 0xe9bdfaff,
    [LODE_LINE_RIVER_1] = 0x6fbff5ff,
    [LODE_LINE_RIVER_2] = 0x6fbff5ff,
    [LODE_LINE_RIVER_3] = 0x6fbff5ff,
    [LODE_LINE_GRATICULE] = 0x9bd4ffb0,
  },
  .lake = 0x06304dff,
  .dot = 0xffffffff,
  .dot_rim = 0x000000ff,
  .peak = 0xffd9a0ff,
  .texts = {
    [LODE_LABEL_CITY] = 0xffffffff,
    [LODE_LABEL_LARGE_TOWN] = 0xffffffff,
    [LODE_LABEL_TOWN] = 0xffffffff,
    [LODE_LABEL_SMALL_TOWN] = 0xffffffff,
    [LODE_LABEL_LOCALITY] = 0xffffffff,
    [LODE_LABEL_REGION] = 0xf0cffcff,
    [LODE_LABEL_REGION_AGAIN] = 0xf0cffcff,
    [LODE_LABEL_OCEAN] = 0xb9e1ffff,
    [LODE_LABEL_STRAIT] = 0xb9e1ffff,
    [LODE_LABEL_BIGHT] = 0xb9e1ffff,
    [LODE_LABEL_LAKE] = 0xb9e1ffff,
    [LODE_LABEL_RIVER] = 0xb9e1ffff,
    [LODE_LABEL_PEAK] = 0xffd9a0ff,
    [LODE_LABEL_PARK] = 0xb5f2b0ff,
    [LODE_LABEL_GRATICULE] = 0xb9e1ffff,
  },
  .land_halo = 0x000000ff,
  .sea_halo = 0x00060cff,
  .relief = 0,
  .line_width = 1.5,
};

static const LodeLabelStyle label_styles[LODE_N_LABELS] = {
  /*                         zoom    size        weight italic upper spacing dot */
  [LODE_LABEL_CITY]       = { 4, 12, 12.0, 18.0, 600, FALSE, FALSE, 0.0, 3.2 },
  [LODE_LABEL_LARGE_TOWN] = { 5, 12, 11.0, 16.0, 500, FALSE, FALSE, 0.0, 2.6 },
  [LODE_LABEL_TOWN]       = { 7, 12, 11.5, 14.5, 400, FALSE, FALSE, 0.0, 2.2 },
  [LODE_LABEL_SMALL_TOWN] = { 8, 12, 11.0, 13.5, 400, FALSE, FALSE, 0.0, 1.9 },
  [LODE_LABEL_LOCALITY]   = { 9, 12, 10.5, 12.5, 400, FALSE, FALSE, 0.0, 1.7 },
  [LODE_LABEL_REGION]     = { 6,  9, 10.0, 18.0, 600, FALSE, TRUE,  2.0, 0.0 },
  [LODE_LABEL_REGION_AGAIN] = { 10, 12, 11.0, 14.0, 500, FALSE, TRUE, 3.0, 0.0 },
  [LODE_LABEL_OCEAN]      = { 4,  8, 12.0, 24.0, 400, TRUE,  FALSE, 1.6, 0.0 },
  [LODE_LABEL_STRAIT]     = { 7, 11, 11.5, 16.0, 400, TRUE,  FALSE, 0.8, 0.0 },
  [LODE_LABEL_BIGHT]      = { 8, 11, 11.5, 15.0, 400, TRUE,  FALSE, 0.8, 0.0 },
  [LODE_LABEL_LAKE]       = { 7, 12, 10.0, 14.0, 400, TRUE,  FALSE, 0.2, 0.0 },
  [LODE_LABEL_RIVER]      = { 9, 12, 10.0, 12.0, 400, TRUE,  FALSE, 0.4, 0.0 },
  [LODE_LABEL_PEAK]       = { 8, 12, 10.5, 13.0, 400, FALSE, FALSE, 0.0, 3.6 },
  [LODE_LABEL_PARK]       = { 8, 12, 10.5, 13.5, 500, FALSE, FALSE, 0.4, 0.0 },
  [LODE_LABEL_GRATICULE]  = { 3, 12,  9.5, 11.0, 400, FALSE, FALSE, 0.2, 0.0 },
};

static const LineStyle line_styles[LODE_N_LINES] = {
  [LODE_LINE_COAST] = { 3, 0.6, 1.2 },
  [LODE_LINE_LAKE] = { 5, 0.5, 1.0 },
  [LODE_LINE_REGION] = { 5, 0.6, 1.3 },
  [LODE_LINE_RIVER_1] = { 5, 0.6, 3.2 },
  [LODE_LINE_RIVER_2] = { 7, 0.6, 2.4 },
  [LODE_LINE_RIVER_3] = { 8, 0.6, 2.0 },
  [LODE_LINE_GRATICULE] = { 3, 0.6, 1.0 },
};

/* How strong height bands and hill shading are. They are coarse: soon no more than a wash. */
static const double relief[] = { 0, 0, 0, 0.7, 0.85, 1, 1, 0.95, 0.7, 0.35, 0.2, 0.1 };

static const int town_zooms[] = { 4, 6, 7, 8, 9 };

/* From which zoom level a place's second name stands below its first; 0: at any. */
static const int second_name_zooms[LODE_N_LABELS] = {
  [LODE_LABEL_CITY] = 7,       [LODE_LABEL_LARGE_TOWN] = 8, [LODE_LABEL_TOWN] = 9,
  [LODE_LABEL_SMALL_TOWN] = 10, [LODE_LABEL_LOCALITY] = 10, [LODE_LABEL_REGION] = 8,
  [LODE_LABEL_BIGHT] = 9,      [LODE_LABEL_LAKE] = 10,
};

static double
interpolate (int zoom, int from_zoom, double from, double to)
{
  double along = (double) (zoom - from_zoom) / (LODE_TILE_MAX_ZOOM - from_zoom);

  return from + CLAMP (along, 0, 1) * (to - from);
}

gboolean
lode_map_theme_equal (LodeMapTheme a, LodeMapTheme b)
{
  return !a.dark == !b.dark && !a.high_contrast == !b.high_contrast
         && !a.graticule == !b.graticule && a.names == b.names;
}

/**
 * lode_map_style_get:
 * @theme: what was chosen
 *
 * Returns: (transfer none): the colours
 */
const LodeMapStyle *
lode_map_style_get (LodeMapTheme theme)
{
  if (theme.high_contrast)
    return theme.dark ? &dark_contrast_style : &light_contrast_style;

  return theme.dark ? &dark_style : &light_style;
}

/**
 * lode_map_style_get_label:
 * @kind: what is named
 *
 * Returns: (transfer none): the type of its name
 */
const LodeLabelStyle *
lode_map_style_get_label (LodeLabelKind kind)
{
  return &label_styles[kind];
}

/**
 * lode_map_style_get_label_size:
 * @kind: what is named
 * @zoom: zoom level
 *
 * Returns: size of the type in widget pixels
 */
double
lode_map_style_get_label_size (LodeLabelKind kind, int zoom)
{
  const LodeLabelStyle *style = &label_styles[kind];

  return interpolate (zoom, style->from_zoom, style->from_size, style->to_size);
}

/**
 * lode_map_style_get_line_width:
 * @kind: a line
 * @zoom: zoom level
 *
 * Returns: the width in widget pixels, 0 if it is not drawn at that zoom level
 */
double
lode_map_style_get_line_width (LodeLineKind kind, int zoom)
{
  const LineStyle *style = &line_styles[kind];

  if (zoom < style->from_zoom)
    return 0;

  return interpolate (zoom, style->from_zoom, style->from_width, style->to_width);
}

/**
 * lode_map_style_get_relief:
 * @zoom: zoom level
 *
 * Returns: how strong the relief is, 0 to 1
 */
double
lode_map_style_get_relief (int zoom)
{
  return zoom >= 0 && (guint) zoom < G_N_ELEMENTS (relief) ? relief[zoom] : 0;
}

/**
 * lode_map_style_get_town_zoom:
 * @rank: 1 to 5
 * @inhabitants: 0 if not known
 *
 * Returns: the first zoom level that shows the town
 */
int
lode_map_style_get_town_zoom (int rank, int inhabitants)
{
  /* At level 5 the three cities alone would leave the map bare. */
  if (rank == 2 && inhabitants >= 100000)
    return 5;

  return town_zooms[CLAMP (rank, 1, 5) - 1];
}

/**
 * lode_map_style_get_lake_zoom:
 * @square_kilometres: area
 *
 * Returns: the first zoom level that names the lake
 */
int
lode_map_style_get_lake_zoom (int square_kilometres)
{
  if (square_kilometres >= 300)
    return 7;
  if (square_kilometres >= 100)
    return 8;
  return square_kilometres >= 30 ? 9 : 10;
}

/**
 * lode_map_style_get_peak_zoom:
 * @metres: height
 *
 * Returns: the first zoom level that shows the peak
 */
int
lode_map_style_get_peak_zoom (int metres)
{
  return metres >= 1700 ? 8 : 9;
}

/**
 * lode_map_style_get_second_name_zoom:
 * @kind: what is named
 *
 * Returns: the first zoom level that shows both its names, one below the other
 */
int
lode_map_style_get_second_name_zoom (LodeLabelKind kind)
{
  return second_name_zooms[kind];
}

/**
 * lode_map_style_set_source:
 * @cr: a cairo context
 * @colour: 0xRRGGBBAA
 */
void
lode_map_style_set_source (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"
#include "lode-tile-painter.h"
#include "lode-tile-source.h"

#include <math.h>

/* Paints a piece of the base map into a PNG: for looking at it, and for pictures in the
 * documentation. Needs no display. */

static double zoom = 6;
static int scale = 1;
static double longitude = 173.5;
static double latitude = -41.2;
static LodeMapTheme theme = { 0 };
static char *names = NULL;
static char *size = NULL;

static const GOptionEntry entries[] = {
  { "zoom", 'z', 0, G_OPTION_ARG_DOUBLE, &zoom, "Zoom level, 3 to 12", "Z" },
  { "lon", 0, 0, G_OPTION_ARG_DOUBLE, &longitude, "Longitude of the centre", "DEGREES" },
  { "lat", 0, 0, G_OPTION_ARG_DOUBLE, &latitude, "Latitude of the centre", "DEGREES" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Width and height in widget pixels", "WxH" },
  { "scale", 0, 0, G_OPTION_ARG_INT, &scale, "Device pixels for one widget pixel", "N" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &theme.dark, "The dark style", NULL },
  { "contrast", 0, 0, G_OPTION_ARG_NONE, &theme.high_contrast, "High contrast", NULL },
  { "graticule", 0, 0, G_OPTION_ARG_NONE, &theme.graticule, "Longitudes and latitudes", NULL },
  { "names", 0, 0, G_OPTION_ARG_STRING, &names, "both, english or maori", "LANGUAGE" },
  { NULL },
};

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.png");
  g_autoptr (GError) error = NULL;
  int width = 960, height = 720;
  LodeTileArea area;
  cairo_surface_t *surface;
  cairo_status_t status;
  double world;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (argc != 2 || zoom < LODE_TILE_MIN_ZOOM || zoom > LODE_TILE_MAX_ZOOM || scale < 1 || scale > 4
      || (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2) || width < 1 || height < 1)
    {
      g_printerr ("%s", g_option_context_get_help (context, TRUE, NULL));
      return 2;
    }

  if (g_strcmp0 (names, "english") == 0)
    theme.names = LODE_MAP_NAMES_ENGLISH;
  else if (g_strcmp0 (names, "maori") == 0)
    theme.names = LODE_MAP_NAMES_MAORI;

  area = (LodeTileArea){ .zoom = (int) zoom, .scale = scale, .theme = theme };
  area.tile_size = (int) round (LODE_TILE_SIZE * scale * exp2 (zoom - area.zoom));
  world = lode_tile_area_get_world (&area);
  area.width = width * scale;
  area.height = height * scale;
  area.left = llround (lode_world_x_from_longitude (longitude) * world) - area.width / 2;
  area.top = llround (lode_world_y_from_latitude (latitude) * world) - area.height / 2;
  surface = lode_tile_painter_paint (&area, NULL);
  status = cairo_surface_write_to_png (surface, argv[1]);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: %s\n", argv[1], cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}

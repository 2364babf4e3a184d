/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap-data.h"

#include "lode-basemap-resources.h"

#include <string.h>

/* Everything that the painter later reads without looking is checked here, once: a file of another
 * version or byte order, or one cut short, must not become a read outside of it. */

#define MAGIC "LODEMAP"
#define BYTE_ORDER_MARK 0x01020304

enum
{
  TABLE_POINTS,
  TABLE_CHUNKS,
  TABLE_PATHS,
  TABLE_SPOTS,
  TABLE_STRINGS,
  TABLE_SHADE,
  N_TABLES
};

typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 version;
  guint32 size;
  guint32 header_size;
  struct
  {
    guint32 offset;
    guint32 count;
  } tables[N_TABLES];
  LodeGeoRange path_layers[LODE_GEO_N_PATH_LAYERS];
  LodeGeoRange spot_layers[LODE_GEO_N_SPOT_LAYERS];
  LodeGeoShade shade;
} Header;

static const gsize item_sizes[N_TABLES] = {
  [TABLE_POINTS] = sizeof (LodeGeoPoint), [TABLE_CHUNKS] = sizeof (LodeGeoBox),
  [TABLE_PATHS] = sizeof (LodeGeoPath),   [TABLE_SPOTS] = sizeof (LodeGeoSpot),
  [TABLE_STRINGS] = 1,                    [TABLE_SHADE] = 1,
};

static gboolean
check_header (const Header *header, gsize size)
{
  if (size < sizeof *header || memcmp (header->magic, MAGIC, sizeof header->magic) != 0
      || header->byte_order != BYTE_ORDER_MARK || header->version != LODE_GEO_VERSION
      || header->size != size || header->header_size != sizeof *header)
    return FALSE;

  for (guint i = 0; i < N_TABLES; i++)
    if (header->tables[i].offset % 8 != 0 || header->tables[i].offset > size
        || header->tables[i].count > (size - header->tables[i].offset) / item_sizes[i])
      return FALSE;

  return header->tables[TABLE_SHADE].count
         == (guint64) header->shade.width * header->shade.height;
}

static gboolean
check_range (guint32 first, guint32 count, guint32 total)
{
  return first <= total && count <= total - first;
}

static gboolean
check_name (LodeGeoName name, guint32 n_strings)
{
  return name.official < n_strings && name.english < n_strings && name.maori < n_strings;
}

static gboolean
check_records (const Header *header, const LodeGeo *geo)
{
  guint32 n_strings = header->tables[TABLE_STRINGS].count;

  if (n_strings == 0 || geo->strings[n_strings - 1] != '\0')
    return FALSE;

  for (guint i = 0; i < LODE_GEO_N_PATH_LAYERS; i++)
    if (!check_range (header->path_layers[i].first, header->path_layers[i].count,
                      header->tables[TABLE_PATHS].count))
      return FALSE;

  for (guint i = 0; i < LODE_GEO_N_SPOT_LAYERS; i++)
    if (!check_range (header->spot_layers[i].first, header->spot_layers[i].count,
                      header->tables[TABLE_SPOTS].count))
      return FALSE;

  for (guint32 i = 0; i < header->tables[TABLE_PATHS].count; i++)
    {
      const LodeGeoPath *path = &geo->paths[i];

      if (path->n_points < 2 || !check_name (path->name, n_strings)
          || !check_range (path->first_point, path->n_points, header->tables[TABLE_POINTS].count)
          || !check_range (path->first_chunk, lode_geo_count_chunks (path),
                           header->tables[TABLE_CHUNKS].count))
        return FALSE;
    }

  for (guint32 i = 0; i < header->tables[TABLE_SPOTS].count; i++)
    if (!check_name (geo->spots[i].name, n_strings))
      return FALSE;

  return TRUE;
}

static LodeGeoBox
measure_land (const LodeGeo *geo)
{
  const LodeGeoRange *land = &geo->path_layers[LODE_GEO_LAND_FINE];
  LodeGeoBox box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < land->count; i++)
    {
      const LodeGeoBox *part = &geo->paths[land->first + i].box;

      box.x0 = MIN (box.x0, part->x0);
      box.y0 = MIN (box.y0, part->y0);
      box.x1 = MAX (box.x1, part->x1);
      box.y1 = MAX (box.y1, part->y1);
    }
  return box;
}

/**
 * lode_geo_read:
 * @geo: (out caller-allocates): is filled with pointers into @data
 * @data: a packed base map, aligned to 8 bytes; must outlive @geo
 * @size: its size in bytes
 * @error: %G_IO_ERROR_INVALID_DATA
 *
 * Finds the tables of a packed base map and checks all that is in them but the coordinates.
 *
 * Returns: %FALSE if @data is not a base map of this version and this machine's byte order
 */
gboolean
lode_geo_read (LodeGeo *geo, const void *data, gsize size, GError **error)
{
  const Header *header = data;
  const char *base = data;

  if (check_header (header, size))
    {
      geo->points = (const LodeGeoPoint *) (base + header->tables[TABLE_POINTS].offset);
      geo->chunks = (const LodeGeoBox *) (base + header->tables[TABLE_CHUNKS].offset);
      geo->paths = (const LodeGeoPath *) (base + header->tables[TABLE_PATHS].offset);
      geo->spots = (const LodeGeoSpot *) (base + header->tables[TABLE_SPOTS].offset);
      geo->strings = base + header->tables[TABLE_STRINGS].offset;
      geo->shade_pixels = (const guint8 *) (base + header->tables[TABLE_SHADE].offset);
      geo->path_layers = header->path_layers;
      geo->spot_layers = header->spot_layers;
      geo->shade = &header->shade;

      if (check_records (header, geo))
        {
          geo->box = measure_land (geo);
          return TRUE;
        }
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a packed base map");
  return FALSE;
}

static gpointer
load (gpointer unused)
{
  static LodeGeo geo;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const void *data;

  /* Uncompressed, so that these are the very bytes of the program: they are never freed. */
  bytes = g_resource_lookup_data (lode_basemap_get_resource (), LODE_RESOURCE_PATH "/basemap.bin",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The base map is missing: %s", error->message);

  data = g_bytes_get_data (bytes, &size);
  if (GPOINTER_TO_SIZE (data) % 8 != 0)
    data = g_memdup2 (data, size);
  if (!lode_geo_read (&geo, data, size, &error))
    g_error ("The base map was compiled for another version: %s", error->message);

  return &geo;
}

/**
 * lode_geo_get:
 *
 * The base map that is compiled into the program; any thread may ask.
 *
 * Returns: (transfer none): lives as long as the program
 */
const LodeGeo *
lode_geo_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * lode_geo_get_string:
 * @geo: a base map
 * @offset: one of a path's or spot's names
 *
 * Returns: (nullable): %NULL if it has none
 */
const char *
lode_geo_get_string (const LodeGeo *geo, guint32 offset)
{
  return offset == 0 ? NULL : geo->strings + offset;
}

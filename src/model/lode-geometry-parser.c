/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-geometry-parser.h"

#include "lode-geometry-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How the coordinates of RFC 7946's types are nested. */
typedef enum
{
  NESTING_POSITION,
  NESTING_POSITIONS,
  NESTING_LINE,
  NESTING_LINES,
  NESTING_POLYGON,
  NESTING_POLYGONS,
} Nesting;

typedef struct
{
  const char *name;
  LodeGeometryKind kind;
  Nesting nesting;
} GeometryType;

static const GeometryType types[] = {
  { "Point", LODE_GEOMETRY_POINT, NESTING_POSITION },
  { "MultiPoint", LODE_GEOMETRY_POINT, NESTING_POSITIONS },
  { "LineString", LODE_GEOMETRY_LINE, NESTING_LINE },
  { "MultiLineString", LODE_GEOMETRY_LINE, NESTING_LINES },
  { "Polygon", LODE_GEOMETRY_POLYGON, NESTING_POLYGON },
  { "MultiPolygon", LODE_GEOMETRY_POLYGON, NESTING_POLYGONS },
};

typedef struct
{
  LodeProblemList *problems;
  GArray *points; /* of LodeLonLat */
  GArray *parts;  /* of LodeGeometryPart */
  gboolean is_good;
} GeometryParser;

static gboolean
check_range (LodeLonLat point, const LodeJsonPath *path, LodeProblemList *problems)
{
  char *hint;

  if (fabs (point.longitude) <= 180 && fabs (point.latitude) <= 90)
    return TRUE;

  if (fabs (point.latitude) <= 180 && fabs (point.longitude) <= 90)
    hint = g_strdup_printf (_("Longitude and latitude look swapped: write [%g, %g]"),
                            point.latitude, point.longitude);
  else
    hint = g_strdup (_("Write [longitude, latitude] in degrees: longitude from -180 to 180, "
                       "latitude from -90 to 90"));

  if (fabs (point.latitude) > 90)
    lode_problem_list_error (problems, path, hint, _("The latitude %g is not on Earth"),
                             point.latitude);
  else
    lode_problem_list_error (problems, path, hint, _("The longitude %g is not on Earth"),
                             point.longitude);

  return FALSE;
}

/* @max_length: RFC 7946 allows an altitude in a geometry. */
static gboolean
read_position (JsonNode           *node,
               const LodeJsonPath *path,
               LodeProblemList    *problems,
               guint               max_length,
               LodeLonLat         *point)
{
  JsonArray *array = lode_json_node_check_array (node, path, problems);
  double numbers[3] = { 0, 0, 0 };
  guint length;

  if (array == NULL)
    return FALSE;

  length = json_array_get_length (array);
  if (length < 2 || length > max_length)
    {
      lode_problem_list_error (problems, path, g_strdup (_("Write [longitude, latitude]")),
                               _("A position must have two numbers"));
      return FALSE;
    }

  for (guint i = 0; i < length; i++)
    {
      LodeJsonPath element = { .parent = path, .index = i };

      if (!lode_json_node_check_number (json_array_get_element (array, i), &element, problems,
                                        &numbers[i]))
        return FALSE;
    }

  point->longitude = numbers[0];
  point->latitude = numbers[1];

  return check_range (*point, path, problems);
}

static void
add_position (GeometryParser *self, JsonNode *node, const LodeJsonPath *path)
{
  LodeLonLat point = { 0, 0 };

  if (!read_position (node, path, self->problems, 3, &point))
    self->is_good = FALSE;

  g_array_append_val (self->points, point);
}

static JsonArray *
check_array (GeometryParser *self, JsonNode *node, const LodeJsonPath *path, guint min_length)
{
  JsonArray *array = lode_json_node_check_array (node, path, self->problems);

  if (array != NULL && json_array_get_length (array) < min_length)
    {
      char *message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                    "At least %u element is needed here",
                                                    "At least %u elements are needed here",
                                                    min_length),
                                       min_length);

      lode_problem_list_error (self->problems, path,
                               g_strdup (_("A line has at least two positions, a ring four, and "
                                           "nothing is empty")),
                               "%s", message);
      g_free (message);
      array = NULL;
    }

  if (array == NULL)
    self->is_good = FALSE;

  return array;
}

static void
add_line (GeometryParser *self, JsonNode *node, const LodeJsonPath *path, gboolean is_ring)
{
  JsonArray *array = check_array (self, node, path, is_ring ? 4 : 2);
  LodeGeometryPart part = { NULL, 0, 0 };
  const LodeLonLat *points;

  if (array == NULL)
    return;

  part.n_points = json_array_get_length (array);
  for (guint i = 0; i < part.n_points; i++)
    {
      LodeJsonPath element = { .parent = path, .index = i };

      add_position (self, json_array_get_element (array, i), &element);
    }
  g_array_append_val (self->parts, part);

  points = &g_array_index (self->points, LodeLonLat, self->points->len - part.n_points);
  if (is_ring && self->is_good &&
      (points[0].longitude != points[part.n_points - 1].longitude ||
       points[0].latitude != points[part.n_points - 1].latitude))
    {
      self->is_good = FALSE;
      lode_problem_list_error (self->problems, path,
                               g_strdup (_("Repeat the first position at the end")),
                               _("This ring is not closed"));
    }
}

static void
add_polygon (GeometryParser *self, JsonNode *node, const LodeJsonPath *path)
{
  JsonArray *array = check_array (self, node, path, 1);
  const guint outer = self->parts->len;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      LodeJsonPath element = { .parent = path, .index = i };

      add_line (self, json_array_get_element (array, i), &element, TRUE);
    }

  if (self->is_good)
    g_array_index (self->parts, LodeGeometryPart, outer).n_holes = self->parts->len - outer - 1;
}

static void
add_coordinates (GeometryParser *self, JsonNode *node, const LodeJsonPath *path, Nesting nesting)
{
  LodeGeometryPart point = { NULL, 1, 0 };
  JsonArray *array;

  switch (nesting)
    {
    case NESTING_POSITION:
      add_position (self, node, path);
      g_array_append_val (self->parts, point);
      return;
    case NESTING_LINE:
      add_line (self, node, path, FALSE);
      return;
    case NESTING_POLYGON:
      add_polygon (self, node, path);
      return;
    case NESTING_POSITIONS:
    case NESTING_LINES:
    case NESTING_POLYGONS:
    default:
      break;
    }

  /* Of what comes several times, each is one step nearer to a position. */
  array = check_array (self, node, path, 1);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      LodeJsonPath element = { .parent = path, .index = i };

      add_coordinates (self, json_array_get_element (array, i), &element, nesting - 1);
    }
}

static const GeometryType *
find_type (LodeMemberReader *reader)
{
  const char *name;
  LodeJsonPath path = lode_member_reader_get_path (reader, "type");
  g_autofree char *excerpt = NULL;

  name = lode_member_reader_get_text (reader, "type", LODE_TEXT_FREE, LODE_MEMBER_REQUIRED);
  if (name == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (types[i].name, name))
        return &types[i];
    }

  excerpt = lode_problem_list_dup_excerpt (name);
  lode_problem_list_error (reader->problems, &path,
                           g_strdup_printf (_("The words are: %s"),
                                            "Point, MultiPoint, LineString, MultiLineString, "
                                            "Polygon, MultiPolygon"),
                           _("“%s” is no word for “%s”"), excerpt, "type");
  return NULL;
}

gboolean
lode_geometry_parser_read_point (JsonNode           *node,
                                 const LodeJsonPath *path,
                                 LodeProblemList    *problems,
                                 LodeLonLat         *point)
{
  return read_position (node, path, problems, 2, point);
}

LodeGeometry *
lode_geometry_parser_read (JsonNode           *node,
                           const LodeJsonPath *path,
                           LodeProblemList    *problems)
{
  JsonObject *object = lode_json_node_check_object (node, path, problems);
  GeometryParser self = { .problems = problems, .is_good = TRUE };
  LodeGeometry *geometry = NULL;
  LodeMemberReader reader;
  const GeometryType *type;
  JsonNode *coordinates;

  if (object == NULL)
    return NULL;

  lode_member_reader_begin (&reader, problems, object, path);
  type = find_type (&reader);
  coordinates = lode_member_reader_get_node (&reader, "coordinates", LODE_MEMBER_REQUIRED);
  lode_member_reader_get_node (&reader, "bbox", LODE_MEMBER_OPTIONAL);
  lode_member_reader_end (&reader);
  if (type == NULL || coordinates == NULL)
    return NULL;

  self.points = g_array_new (FALSE, FALSE, sizeof (LodeLonLat));
  self.parts = g_array_new (FALSE, FALSE, sizeof (LodeGeometryPart));
  LodeJsonPath coordinates_path = lode_member_reader_get_path (&reader, "coordinates");
  add_coordinates (&self, coordinates, &coordinates_path, type->nesting);
  if (self.is_good)
    geometry = lode_geometry_new (type->kind,
                                  (const LodeLonLat *) (gpointer) self.points->data,
                                  self.points->len,
                                  (const LodeGeometryPart *) (gpointer) self.parts->data,
                                  self.parts->len);
  g_array_unref (self.points);
  g_array_unref (self.parts);

  return geometry;
}

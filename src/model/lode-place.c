/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (LodePlace, lode_place, LODE_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (LodePlaceKind, lode_place_kind,
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_COUNTRY, "country"),
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_REGION, "region"),
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_SEA_AREA, "sea-area"),
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_LOCALITY, "locality"),
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_DEPOSIT, "deposit"),
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_MINE, "mine"),
                    G_DEFINE_ENUM_VALUE (LODE_PLACE_KIND_PROJECT, "project"))

G_DEFINE_ENUM_TYPE (LodePrecision, lode_precision,
                    G_DEFINE_ENUM_VALUE (LODE_PRECISION_EXACT, "exact"),
                    G_DEFINE_ENUM_VALUE (LODE_PRECISION_LOCALITY, "locality"),
                    G_DEFINE_ENUM_VALUE (LODE_PRECISION_REGION, "region"),
                    G_DEFINE_ENUM_VALUE (LODE_PRECISION_COUNTRY, "country"))

enum
{
  PROP_0,
  PROP_NAME,
  PROP_KIND,
  PROP_PRECISION,
  PROP_LONGITUDE,
  PROP_LATITUDE,
  PROP_GEOMETRY,
  PROP_WITHIN,
  PROP_SOURCE,
  PROP_NOTE,
  PROP_AS_AT,
  PROP_CONTEXT,
  PROP_N_STATEMENTS,
};

static void
lode_place_finalize (GObject *object)
{
  LodePlace *self = LODE_PLACE (object);

  for (guint i = 0; i < self->n_topics; i++)
    g_object_unref (self->topics[i]);
  g_free (self->topics);
  g_clear_object (&self->within);
  g_clear_object (&self->source);
  g_clear_pointer (&self->geometry, lode_geometry_unref);
  g_strfreev (self->names);
  g_free (self->name);
  g_free (self->note);
  g_free (self->as_at);

  G_OBJECT_CLASS (lode_place_parent_class)->finalize (object);
}

static void
lode_place_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodePlace *self = LODE_PLACE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, lode_place_get_name (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, lode_place_get_kind (self));
      break;
    case PROP_PRECISION:
      g_value_set_enum (value, lode_place_get_precision (self));
      break;
    case PROP_LONGITUDE:
      g_value_set_double (value, lode_place_get_longitude (self));
      break;
    case PROP_LATITUDE:
      g_value_set_double (value, lode_place_get_latitude (self));
      break;
    case PROP_GEOMETRY:
      g_value_set_boxed (value, lode_place_get_geometry (self));
      break;
    case PROP_WITHIN:
      g_value_set_object (value, lode_place_get_within (self));
      break;
    case PROP_SOURCE:
      g_value_set_object (value, lode_place_get_source (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, lode_place_get_note (self));
      break;
    case PROP_AS_AT:
      g_value_set_string (value, lode_place_get_as_at (self));
      break;
    case PROP_CONTEXT:
      g_value_set_boolean (value, lode_place_is_context (self));
      break;
    case PROP_N_STATEMENTS:
      g_value_set_uint (value, lode_place_get_n_statements (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_place_class_init (LodePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = LODE_RECORD_PARAM_FLAGS;

  object_class->finalize = lode_place_finalize;
  object_class->get_property = lode_place_get_property;

  lode_record_class_install_string (object_class, PROP_NAME, "name");
  lode_record_class_install_enum (object_class, PROP_KIND, "kind", LODE_TYPE_PLACE_KIND);
  lode_record_class_install_enum (object_class, PROP_PRECISION, "precision", LODE_TYPE_PRECISION);
  g_object_class_install_property (object_class, PROP_LONGITUDE,
                                   g_param_spec_double ("longitude", NULL, NULL,
                                                        -180, 180, 0, flags));
  g_object_class_install_property (object_class, PROP_LATITUDE,
                                   g_param_spec_double ("latitude", NULL, NULL,
                                                        -90, 90, 0, flags));
  g_object_class_install_property (object_class, PROP_GEOMETRY,
                                   g_param_spec_boxed ("geometry", NULL, NULL,
                                                       LODE_TYPE_GEOMETRY, flags));
  lode_record_class_install_object (object_class, PROP_WITHIN, "within", LODE_TYPE_PLACE);
  lode_record_class_install_object (object_class, PROP_SOURCE, "source", LODE_TYPE_SOURCE);
  lode_record_class_install_string (object_class, PROP_NOTE, "note");
  lode_record_class_install_string (object_class, PROP_AS_AT, "as-at");
  g_object_class_install_property (object_class, PROP_CONTEXT,
                                   g_param_spec_boolean ("context", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_N_STATEMENTS,
                                   g_param_spec_uint ("n-statements", NULL, NULL,
                                                      0, G_MAXUINT, 0, flags));
}

static void
lode_place_init (LodePlace *self)
{
}

/**
 * lode_place_get_name:
 * @self: a place
 *
 * Gets the name in the dataset's language.
 *
 * Returns: (transfer none): the name
 */
const char *
lode_place_get_name (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  return self->name;
}

/**
 * lode_place_get_name_in:
 * @self: a place
 * @language: a language tag by BCP 47, as "mi"
 *
 * Gets the name in another language. As RFC 4647's lookup does it, "mi-NZ" finds "mi" if there is
 * nothing closer.
 *
 * Returns: (transfer none) (nullable): the name, or NULL: none given in that language
 */
const char *
lode_place_get_name_in (LodePlace *self, const char *language)
{
  g_autofree char *range = NULL;
  char *hyphen;

  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (self->names == NULL)
    return NULL;

  range = g_strdup (language);
  do
    {
      for (guint i = 0; self->names[i] != NULL; i += 2)
        {
          if (g_ascii_strcasecmp (self->names[i], range) == 0)
            return self->names[i + 1];
        }

      hyphen = strrchr (range, '-');
      if (hyphen != NULL)
        *hyphen = '\0';
    }
  while (hyphen != NULL);

  return NULL;
}

/**
 * lode_place_get_kind:
 * @self: a place
 *
 * Gets what sort of place it is.
 *
 * Returns: the kind
 */
LodePlaceKind
lode_place_get_kind (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), LODE_PLACE_KIND_COUNTRY);

  return self->kind;
}

/**
 * lode_place_get_precision:
 * @self: a place
 *
 * Gets how exactly the position is meant: a region's point is not a spot on the ground.
 *
 * Returns: the precision
 */
LodePrecision
lode_place_get_precision (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), LODE_PRECISION_EXACT);

  return self->precision;
}

/**
 * lode_place_get_longitude:
 * @self: a place
 *
 * Gets the longitude of the point, or of a point that represents the geometry.
 *
 * Returns: degrees east of Greenwich, WGS 84, from -180 to 180
 */
double
lode_place_get_longitude (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), 0);

  return self->longitude;
}

/**
 * lode_place_get_latitude:
 * @self: a place
 *
 * Gets the latitude of the point, or of a point that represents the geometry.
 *
 * Returns: degrees north of the equator, WGS 84, from -90 to 90
 */
double
lode_place_get_latitude (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), 0);

  return self->latitude;
}

/**
 * lode_place_get_geometry:
 * @self: a place
 *
 * Gets the shape on the ground.
 *
 * Returns: (transfer none) (nullable): the geometry, or NULL: the place is a point
 */
LodeGeometry *
lode_place_get_geometry (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  return self->geometry;
}

/**
 * lode_place_get_within:
 * @self: a place
 *
 * Gets the larger place that it is a part of.
 *
 * Returns: (transfer none) (nullable): a place, or NULL: none given
 */
LodePlace *
lode_place_get_within (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  return self->within;
}

/**
 * lode_place_get_topics:
 * @self: a place
 * @n_topics: (out) (optional): return location for the number of topics
 *
 * Gets what the place is known for, in the order of the file.
 *
 * Returns: (transfer none) (array length=n_topics) (nullable): the topics, or NULL: none given
 */
LodeTopic * const *
lode_place_get_topics (LodePlace *self, guint *n_topics)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  if (n_topics != NULL)
    *n_topics = self->n_topics;

  return self->topics;
}

/**
 * lode_place_get_source:
 * @self: a place
 *
 * Gets where the place and its note are from.
 *
 * Returns: (transfer none) (nullable): a source, or NULL: none given
 */
LodeSource *
lode_place_get_source (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  return self->source;
}

/**
 * lode_place_get_note:
 * @self: a place
 *
 * Gets what a reader should know about the place.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_place_get_note (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  return self->note;
}

/**
 * lode_place_get_as_at:
 * @self: a place
 *
 * Gets when the note was true (see lode_date_is_valid()).
 *
 * Returns: (transfer none) (nullable): a date, or NULL: none given
 */
const char *
lode_place_get_as_at (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), NULL);

  return self->as_at;
}

/**
 * lode_place_is_context:
 * @self: a place
 *
 * Tells a place that helps to understand the statements from one that they name.
 *
 * Returns: TRUE if the place is not from the statements
 */
gboolean
lode_place_is_context (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), FALSE);

  return self->context;
}

/**
 * lode_place_get_n_statements:
 * @self: a place
 *
 * Counts the statements of the dataset whose own words name the place.
 *
 * Returns: the number of statements
 */
guint
lode_place_get_n_statements (LodePlace *self)
{
  g_return_val_if_fail (LODE_IS_PLACE (self), 0);

  return self->n_statements;
}

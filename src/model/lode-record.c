/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-record-private.h"

typedef struct
{
  char *id;
  const char *language; /* interned */
} LodeRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LodeRecord, lode_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
lode_record_finalize (GObject *object)
{
  LodeRecordPrivate *priv = lode_record_get_instance_private (LODE_RECORD (object));

  g_free (priv->id);

  G_OBJECT_CLASS (lode_record_parent_class)->finalize (object);
}

static void
lode_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, lode_record_get_id (LODE_RECORD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_record_class_init (LodeRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_record_finalize;
  object_class->get_property = lode_record_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, LODE_RECORD_PARAM_FLAGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_record_init (LodeRecord *self)
{
}

void
lode_record_take_id (LodeRecord *self, char *id)
{
  LodeRecordPrivate *priv = lode_record_get_instance_private (self);

  g_assert (priv->id == NULL);

  priv->id = id;
}

void
lode_record_class_install_string (GObjectClass *object_class, guint id, const char *name)
{
  GParamSpec *pspec = g_param_spec_string (name, NULL, NULL, NULL, LODE_RECORD_PARAM_FLAGS);

  g_object_class_install_property (object_class, id, pspec);
}

void
lode_record_class_install_strv (GObjectClass *object_class, guint id, const char *name)
{
  GParamSpec *pspec = g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, LODE_RECORD_PARAM_FLAGS);

  g_object_class_install_property (object_class, id, pspec);
}

void
lode_record_class_install_object (GObjectClass *object_class,
                                  guint         id,
                                  const char   *name,
                                  GType         type)
{
  GParamSpec *pspec = g_param_spec_object (name, NULL, NULL, type, LODE_RECORD_PARAM_FLAGS);

  g_object_class_install_property (object_class, id, pspec);
}

void
lode_record_class_install_enum (GObjectClass *object_class,
                                guint         id,
                                const char   *name,
                                GType         type)
{
  GParamSpec *pspec = g_param_spec_enum (name, NULL, NULL, type, 0, LODE_RECORD_PARAM_FLAGS);

  g_object_class_install_property (object_class, id, pspec);
}

/**
 * lode_record_get_id:
 * @self: a record
 *
 * Gets the permanent name of the record in its array: small letters, digits and single hyphens.
 *
 * Returns: (transfer none): the id, never NULL
 */
const char *
lode_record_get_id (LodeRecord *self)
{
  LodeRecordPrivate *priv;

  g_return_val_if_fail (LODE_IS_RECORD (self), NULL);

  priv = lode_record_get_instance_private (self);
  return priv->id;
}

void
lode_record_set_language (LodeRecord *self, const char *language)
{
  LodeRecordPrivate *priv = lode_record_get_instance_private (self);

  priv->language = language;
}

/**
 * lode_record_get_language:
 * @self: a record
 *
 * Gets the language that its dataset says it is in. Where several datasets are shown as one, their
 * records keep their own.
 *
 * Returns: (transfer none) (nullable): a tag by BCP 47
 */
const char *
lode_record_get_language (LodeRecord *self)
{
  LodeRecordPrivate *priv;

  g_return_val_if_fail (LODE_IS_RECORD (self), NULL);

  priv = lode_record_get_instance_private (self);
  return priv->language;
}

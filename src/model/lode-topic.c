/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-topic-private.h"

G_DEFINE_FINAL_TYPE (LodeTopic, lode_topic, LODE_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_SYMBOL,
  PROP_BROADER,
  PROP_ALIASES,
  PROP_COLOUR,
  PROP_NOTE,
  PROP_WIKIDATA,
};

static void
lode_topic_finalize (GObject *object)
{
  LodeTopic *self = LODE_TOPIC (object);

  g_clear_object (&self->broader);
  g_free (self->name);
  g_free (self->symbol);
  g_strfreev (self->aliases);
  g_free (self->colour);
  g_free (self->note);
  g_free (self->wikidata);

  G_OBJECT_CLASS (lode_topic_parent_class)->finalize (object);
}

static void
lode_topic_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeTopic *self = LODE_TOPIC (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, lode_topic_get_name (self));
      break;
    case PROP_SYMBOL:
      g_value_set_string (value, lode_topic_get_symbol (self));
      break;
    case PROP_BROADER:
      g_value_set_object (value, lode_topic_get_broader (self));
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, lode_topic_get_aliases (self));
      break;
    case PROP_COLOUR:
      g_value_set_string (value, lode_topic_get_colour (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, lode_topic_get_note (self));
      break;
    case PROP_WIKIDATA:
      g_value_set_string (value, lode_topic_get_wikidata (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_topic_class_init (LodeTopicClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_topic_finalize;
  object_class->get_property = lode_topic_get_property;

  lode_record_class_install_string (object_class, PROP_NAME, "name");
  lode_record_class_install_string (object_class, PROP_SYMBOL, "symbol");
  lode_record_class_install_object (object_class, PROP_BROADER, "broader", LODE_TYPE_TOPIC);
  lode_record_class_install_strv (object_class, PROP_ALIASES, "aliases");
  lode_record_class_install_string (object_class, PROP_COLOUR, "colour");
  lode_record_class_install_string (object_class, PROP_NOTE, "note");
  lode_record_class_install_string (object_class, PROP_WIKIDATA, "wikidata");
}

static void
lode_topic_init (LodeTopic *self)
{
}

/**
 * lode_topic_get_name:
 * @self: a topic
 *
 * Gets the name as it stands alone, as on a button.
 *
 * Returns: (transfer none): the name
 */
const char *
lode_topic_get_name (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return self->name;
}

/**
 * lode_topic_get_symbol:
 * @self: a topic
 *
 * Gets the short sign for a marker, as "Sb".
 *
 * Returns: (transfer none) (nullable): the symbol, or NULL: none given
 */
const char *
lode_topic_get_symbol (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return self->symbol;
}

/**
 * lode_topic_get_broader:
 * @self: a topic
 *
 * Gets the wider topic that this one belongs to, in the sense of SKOS.
 *
 * Returns: (transfer none) (nullable): a topic, or NULL: this is a top topic
 */
LodeTopic *
lode_topic_get_broader (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return self->broader;
}

/**
 * lode_topic_get_aliases:
 * @self: a topic
 *
 * Gets other names, by which a search finds the topic too.
 *
 * Returns: (transfer none): the names, NULL-terminated, perhaps none; never NULL
 */
const char * const *
lode_topic_get_aliases (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return (const char * const *) self->aliases;
}

/**
 * lode_topic_get_colour:
 * @self: a topic
 *
 * Gets the colour that the dataset wants for the topic.
 *
 * Returns: (transfer none) (nullable): "#rrggbb", or NULL: none given
 */
const char *
lode_topic_get_colour (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return self->colour;
}

/**
 * lode_topic_get_note:
 * @self: a topic
 *
 * Gets what a reader should know about the topic.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_topic_get_note (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return self->note;
}

/**
 * lode_topic_get_wikidata:
 * @self: a topic
 *
 * Gets the topic's item in Wikidata.
 *
 * Returns: (transfer none) (nullable): as "Q1096", or NULL: none given
 */
const char *
lode_topic_get_wikidata (LodeTopic *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC (self), NULL);

  return self->wikidata;
}

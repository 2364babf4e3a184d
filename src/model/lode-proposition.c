/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-proposition-private.h"

G_DEFINE_FINAL_TYPE (LodeProposition, lode_proposition, LODE_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_TOPIC,
};

static void
lode_proposition_finalize (GObject *object)
{
  LodeProposition *self = LODE_PROPOSITION (object);

  g_clear_object (&self->topic);
  g_free (self->text);

  G_OBJECT_CLASS (lode_proposition_parent_class)->finalize (object);
}

static void
lode_proposition_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeProposition *self = LODE_PROPOSITION (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, lode_proposition_get_text (self));
      break;
    case PROP_TOPIC:
      g_value_set_object (value, lode_proposition_get_topic (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_proposition_class_init (LodePropositionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_proposition_finalize;
  object_class->get_property = lode_proposition_get_property;

  lode_record_class_install_string (object_class, PROP_TEXT, "text");
  lode_record_class_install_object (object_class, PROP_TOPIC, "topic", LODE_TYPE_TOPIC);
}

static void
lode_proposition_init (LodeProposition *self)
{
}

/**
 * lode_proposition_get_text:
 * @self: a proposition
 *
 * Gets the sentence.
 *
 * Returns: (transfer none): one line
 */
const char *
lode_proposition_get_text (LodeProposition *self)
{
  g_return_val_if_fail (LODE_IS_PROPOSITION (self), NULL);

  return self->text;
}

/**
 * lode_proposition_get_topic:
 * @self: a proposition
 *
 * Gets what the sentence is about.
 *
 * Returns: (transfer none) (nullable): a topic, or NULL: none given
 */
LodeTopic *
lode_proposition_get_topic (LodeProposition *self)
{
  g_return_val_if_fail (LODE_IS_PROPOSITION (self), NULL);

  return self->topic;
}

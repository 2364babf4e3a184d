/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-actor-private.h"

G_DEFINE_FINAL_TYPE (LodeActor, lode_actor, LODE_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (LodeActorKind, lode_actor_kind,
                    G_DEFINE_ENUM_VALUE (LODE_ACTOR_KIND_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (LODE_ACTOR_KIND_ORGANISATION, "organisation"))

enum
{
  PROP_0,
  PROP_KIND,
  PROP_NAME,
  PROP_ROLE,
  PROP_ORGANISATION,
  PROP_GROUP,
  PROP_WIKIDATA,
  PROP_URL,
};

static void
lode_actor_finalize (GObject *object)
{
  LodeActor *self = LODE_ACTOR (object);

  g_clear_object (&self->organisation);
  g_free (self->name);
  g_free (self->role);
  g_free (self->group);
  g_free (self->wikidata);
  g_free (self->url);

  G_OBJECT_CLASS (lode_actor_parent_class)->finalize (object);
}

static void
lode_actor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeActor *self = LODE_ACTOR (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, lode_actor_get_kind (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, lode_actor_get_name (self));
      break;
    case PROP_ROLE:
      g_value_set_string (value, lode_actor_get_role (self));
      break;
    case PROP_ORGANISATION:
      g_value_set_object (value, lode_actor_get_organisation (self));
      break;
    case PROP_GROUP:
      g_value_set_string (value, lode_actor_get_group (self));
      break;
    case PROP_WIKIDATA:
      g_value_set_string (value, lode_actor_get_wikidata (self));
      break;
    case PROP_URL:
      g_value_set_string (value, lode_actor_get_url (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_actor_class_init (LodeActorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_actor_finalize;
  object_class->get_property = lode_actor_get_property;

  lode_record_class_install_enum (object_class, PROP_KIND, "kind", LODE_TYPE_ACTOR_KIND);
  lode_record_class_install_string (object_class, PROP_NAME, "name");
  lode_record_class_install_string (object_class, PROP_ROLE, "role");
  lode_record_class_install_object (object_class, PROP_ORGANISATION, "organisation",
                                    LODE_TYPE_ACTOR);
  lode_record_class_install_string (object_class, PROP_GROUP, "group");
  lode_record_class_install_string (object_class, PROP_WIKIDATA, "wikidata");
  lode_record_class_install_string (object_class, PROP_URL, "url");
}

static void
lode_actor_init (LodeActor *self)
{
}

/**
 * lode_actor_get_kind:
 * @self: an actor
 *
 * Gets whether this is a person or an organisation.
 *
 * Returns: the kind
 */
LodeActorKind
lode_actor_get_kind (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), 0);

  return self->kind;
}

/**
 * lode_actor_get_name:
 * @self: an actor
 *
 * Gets the name.
 *
 * Returns: (transfer none): the name
 */
const char *
lode_actor_get_name (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), NULL);

  return self->name;
}

/**
 * lode_actor_get_role:
 * @self: an actor
 *
 * Gets what the person does in the organisation.
 *
 * Returns: (transfer none) (nullable): one line, or NULL: none given
 */
const char *
lode_actor_get_role (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), NULL);

  return self->role;
}

/**
 * lode_actor_get_organisation:
 * @self: an actor
 *
 * Gets whom the actor speaks for, or what the organisation is a part of.
 *
 * Returns: (transfer none) (nullable): an actor that is an organisation, or NULL: none given
 */
LodeActor *
lode_actor_get_organisation (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), NULL);

  return self->organisation;
}

/**
 * lode_actor_get_group:
 * @self: an actor
 *
 * Gets the side that the actor belongs to, as "opposition" or "industry": its own, else that of its
 * organisation.
 *
 * Returns: (transfer none) (nullable): one line, or NULL: none given
 */
const char *
lode_actor_get_group (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), NULL);

  if (self->group == NULL && self->organisation != NULL)
    return lode_actor_get_group (self->organisation);

  return self->group;
}

/**
 * lode_actor_get_wikidata:
 * @self: an actor
 *
 * Gets the actor's item in Wikidata.
 *
 * Returns: (transfer none) (nullable): as "Q42", or NULL: none given
 */
const char *
lode_actor_get_wikidata (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), NULL);

  return self->wikidata;
}

/**
 * lode_actor_get_url:
 * @self: an actor
 *
 * Gets the actor's own page: http or https, nothing else.
 *
 * Returns: (transfer none) (nullable): a URL, or NULL: none given
 */
const char *
lode_actor_get_url (LodeActor *self)
{
  g_return_val_if_fail (LODE_IS_ACTOR (self), NULL);

  return self->url;
}

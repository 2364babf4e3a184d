/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record.h"

G_BEGIN_DECLS

/* The nicks of the GEnum are the words of the format. */
typedef enum
{
  LODE_ACTOR_KIND_PERSON,
  LODE_ACTOR_KIND_ORGANISATION,
} LodeActorKind;

#define LODE_TYPE_ACTOR_KIND (lode_actor_kind_get_type ())
GType lode_actor_kind_get_type (void);

/**
 * LodeActor:
 *
 * A person or organisation that says something, or was asked.
 */
#define LODE_TYPE_ACTOR (lode_actor_get_type ())
G_DECLARE_FINAL_TYPE (LodeActor, lode_actor, LODE, ACTOR, LodeRecord)

const char    *lode_actor_get_name         (LodeActor *self);
LodeActorKind  lode_actor_get_kind         (LodeActor *self);
const char    *lode_actor_get_role         (LodeActor *self); /* NULL: none given */
LodeActor     *lode_actor_get_organisation (LodeActor *self); /* NULL: none given */
/* Its own, else the organisation's, else NULL. */
const char    *lode_actor_get_group        (LodeActor *self);
const char    *lode_actor_get_wikidata     (LodeActor *self);
const char    *lode_actor_get_url          (LodeActor *self);

G_END_DECLS

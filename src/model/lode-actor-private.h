/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record-private.h"
#include "lode-actor.h"

G_BEGIN_DECLS

struct _LodeActor
{
  LodeRecord parent_instance;

  LodeActorKind kind;
  char *name;
  char *role;
  LodeActor *organisation;
  char *group;
  char *wikidata;
  char *url;
};

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record-private.h"
#include "lode-topic.h"

G_BEGIN_DECLS

struct _LodeTopic
{
  LodeRecord parent_instance;

  char *name;
  char *symbol;
  LodeTopic *broader;
  char **aliases;
  char *colour;
  char *note;
  char *wikidata;
};

G_END_DECLS

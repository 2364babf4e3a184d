/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record-private.h"
#include "lode-proposition.h"

G_BEGIN_DECLS

struct _LodeProposition
{
  LodeRecord parent_instance;

  char *text;
  LodeTopic *topic;
};

G_END_DECLS

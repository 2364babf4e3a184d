/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-place.h"
#include "lode-record-private.h"

G_BEGIN_DECLS

struct _LodePlace
{
  LodeRecord parent_instance;

  LodePlaceKind kind;
  LodePrecision precision;
  gboolean context;
  double longitude;
  double latitude;
  LodeGeometry *geometry;
  char *name;
  char **names; /* language, name, language, name, … NULL */
  LodePlace *within;
  LodeTopic **topics;
  guint n_topics;
  LodeSource *source;
  char *note;
  char *as_at;
  guint n_statements;
};

G_END_DECLS

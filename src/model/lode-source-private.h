/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record-private.h"
#include "lode-source.h"

G_BEGIN_DECLS

struct _LodeSource
{
  LodeRecord parent_instance;

  LodeSourceKind kind;
  char *title;
  char *published;
  char **authors;
  char *publisher;
  char *credit;
  char *url;
  char *archive;
  char *accessed;
  char *rights;
  char *text;
  char *sha256;
  char *checked;
};

G_END_DECLS

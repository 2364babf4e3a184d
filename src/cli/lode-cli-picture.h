/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-cli-dataset.h"

G_BEGIN_DECLS

/* A format that is painted, and not by this folder, which knows no map: whoever does says so before
 * lode_cli_run(). purpose is marked for translation and not yet translated. */
typedef struct
{
  const char *id;
  const char *name;
  const char *purpose;
  GBytes *(*render) (LodeDataset *dataset, const char *id, GError **error);
} LodeCliPicture;

/* pictures: static, ends with an empty one. */
void                  lode_cli_set_pictures  (const LodeCliPicture   *pictures);
const LodeCliPicture *lode_cli_get_pictures  (void);
/* NULL: there is none of that id, which may be NULL. */
const LodeCliPicture *lode_cli_find_picture  (const char             *id);
int                   lode_cli_write_picture (const LodeCliPicture   *picture,
                                              const char             *output,
                                              const LodeCliSelection *selection);

G_END_DECLS

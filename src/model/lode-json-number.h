/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lode_json_number_begins (const char *at, const char *end);
gsize    lode_json_number_scan   (const char  *start,
                                  const char  *end,
                                  const char **message,
                                  const char **hint);

G_END_DECLS

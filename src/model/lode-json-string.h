/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lode_json_string_dup (const char *start, gsize length);

G_END_DECLS

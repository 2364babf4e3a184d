/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lode_shown_text_has_directions (const char *text);
char    *lode_shown_text_dup            (const char *text);

G_END_DECLS

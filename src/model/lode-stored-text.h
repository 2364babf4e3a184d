/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *lode_stored_text_locate (GFile       *folder,
                                const char  *path,
                                GError     **error);

G_END_DECLS

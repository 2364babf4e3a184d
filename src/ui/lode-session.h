/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeSession:
 *
 * The windows that were open when the program was last used: which dataset, place, page and part of
 * the map, and what was looked for. Kept in a key file in the user's state folder (XDG_STATE_HOME of the XDG Base
 * Directory Specification), which is written whenever a window changes or closes, and whole or not
 * at all. If the setting "restore-session" is off, nothing is kept.
 */
#define LODE_TYPE_SESSION (lode_session_get_type ())
G_DECLARE_FINAL_TYPE (LodeSession, lode_session, LODE, SESSION, GObject)

LodeSession *lode_session_new     (GtkApplication *application);
gboolean     lode_session_restore (LodeSession *self);
void         lode_session_save    (LodeSession *self);

G_END_DECLS

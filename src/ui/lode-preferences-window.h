/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodePreferencesWindow:
 *
 * What the reader can choose, bound to the settings: a change shows at once in all windows.
 */
#define LODE_TYPE_PREFERENCES_WINDOW (lode_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (LodePreferencesWindow, lode_preferences_window, LODE, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *lode_preferences_window_new (GtkWindow *parent);

G_END_DECLS

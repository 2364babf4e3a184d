/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeGuideWindow:
 *
 * The user guide: one page at a time, links between them, and a way back. It shows the pages that
 * are compiled in, so that it works where no help viewer is, as in a sandbox. The same pages are
 * installed for help viewers.
 */
#define LODE_TYPE_GUIDE_WINDOW (lode_guide_window_get_type ())
G_DECLARE_FINAL_TYPE (LodeGuideWindow, lode_guide_window, LODE, GUIDE_WINDOW, AdwWindow)

void lode_guide_window_show      (GtkApplication *application, const char *page);
void lode_guide_window_bind_help (GtkWidgetClass *dialog_class, const char *page);

G_END_DECLS

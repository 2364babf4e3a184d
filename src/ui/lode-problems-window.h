/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset-reader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LodeProblemsWindow:
 *
 * Why a file could not be shown: a list of all its problems, which can be copied.
 */
#define LODE_TYPE_PROBLEMS_WINDOW (lode_problems_window_get_type ())
G_DECLARE_FINAL_TYPE (LodeProblemsWindow, lode_problems_window, LODE, PROBLEMS_WINDOW, AdwWindow)

GtkWidget *lode_problems_window_new (GtkWindow   *parent,
                                     LodeReading *reading,
                                     gboolean     keeps_former);

G_END_DECLS

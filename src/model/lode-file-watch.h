/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeFileWatch:
 *
 * Tells when one of some files has been saved: written in place, or replaced by another one of its
 * name, as editors do. Signal `changed`, once all is quiet again.
 */
#define LODE_TYPE_FILE_WATCH (lode_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (LodeFileWatch, lode_file_watch, LODE, FILE_WATCH, GObject)

LodeFileWatch *lode_file_watch_new (GFile * const *files, guint n_files);

G_END_DECLS

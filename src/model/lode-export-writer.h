/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeExportProgress:
 * @fraction: how much is written, from 0 to 1
 * @user_data: what was given with the function
 *
 * Called in the thread that writes.
 */
typedef void (* LodeExportProgress) (double fraction, gpointer user_data);

/**
 * LodeExportWriter:
 *
 * Text on its way into a stream: what is written is gathered and handed on in pieces, so that an
 * export never stands in memory as a whole. After an error, and after a cancel, it writes nothing
 * more, so that those who write need not ask after each word.
 */
typedef struct _LodeExportWriter LodeExportWriter;

LodeExportWriter *lode_export_writer_new    (GOutputStream      *stream,
                                             guint               n_steps,
                                             LodeExportProgress  progress,
                                             gpointer            user_data,
                                             GCancellable       *cancellable);
void              lode_export_writer_free   (LodeExportWriter   *self);
void              lode_export_writer_put    (LodeExportWriter   *self,
                                             const char         *text);
void              lode_export_writer_put_n  (LodeExportWriter   *self,
                                             const char         *text,
                                             gsize               length);
void              lode_export_writer_putf   (LodeExportWriter   *self,
                                             const char         *format,
                                             ...) G_GNUC_PRINTF (2, 3);
gboolean          lode_export_writer_step   (LodeExportWriter   *self);
gboolean          lode_export_writer_finish (LodeExportWriter   *self,
                                             GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeExportWriter, lode_export_writer_free)

G_END_DECLS

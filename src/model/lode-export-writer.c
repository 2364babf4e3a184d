/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-export-writer.h"

#include <string.h>

#define PIECE  (64 * 1024) /* bytes */
#define STRIDE 256         /* steps between two reports */

struct _LodeExportWriter
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *text;
  GError *error;
  LodeExportProgress progress;
  gpointer user_data;
  guint n_steps;
  guint n_done;
};

static void
flush (LodeExportWriter *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL,
                               self->cancellable, &self->error);
  g_string_set_size (self->text, 0);
}

/**
 * lode_export_writer_new:
 * @stream: where the text goes; it stays open
 * @n_steps: how often lode_export_writer_step() will be called
 * @progress: (nullable): what to tell how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): a cancellable
 *
 * Returns: (transfer full): a writer
 */
LodeExportWriter *
lode_export_writer_new (GOutputStream      *stream,
                        guint               n_steps,
                        LodeExportProgress  progress,
                        gpointer            user_data,
                        GCancellable       *cancellable)
{
  LodeExportWriter *self = g_new0 (LodeExportWriter, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->text = g_string_sized_new (PIECE);
  self->n_steps = n_steps;
  self->progress = progress;
  self->user_data = user_data;

  return self;
}

void
lode_export_writer_free (LodeExportWriter *self)
{
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_object_unref (self->stream);
  g_free (self);
}

/* UTF-8, as it is. */
void
lode_export_writer_put (LodeExportWriter *self, const char *text)
{
  lode_export_writer_put_n (self, text, strlen (text));
}

void
lode_export_writer_put_n (LodeExportWriter *self, const char *text, gsize length)
{
  g_string_append_len (self->text, text, length);
  if (self->text->len >= PIECE)
    flush (self);
}

void
lode_export_writer_putf (LodeExportWriter *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
  if (self->text->len >= PIECE)
    flush (self);
}

/**
 * lode_export_writer_step:
 *
 * Counts one more statement as written.
 *
 * Returns: whether to go on; FALSE after an error or a cancel
 */
gboolean
lode_export_writer_step (LodeExportWriter *self)
{
  self->n_done++;
  if (self->n_done % STRIDE == 0 || self->n_done == self->n_steps)
    {
      if (self->error == NULL)
        g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
      if (self->error == NULL && self->progress != NULL)
        self->progress (MIN (1.0, (double) self->n_done / self->n_steps), self->user_data);
    }

  return self->error == NULL;
}

/**
 * lode_export_writer_finish:
 * @error: return location for a #GError
 *
 * Writes what is left.
 *
 * Returns: whether all of it could be written
 */
gboolean
lode_export_writer_finish (LodeExportWriter *self, GError **error)
{
  flush (self);
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

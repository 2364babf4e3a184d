/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-source-text.h"

#include <glib/gi18n-lib.h>

#define CHUNK (256 * 1024) /* bytes */

struct _LodeSourceText
{
  GObject parent_instance;

  GBytes *bytes;
  LodeCodePointMap *map;
  char *sha256;
};

G_DEFINE_FINAL_TYPE (LodeSourceText, lode_source_text, G_TYPE_OBJECT)

static void
set_too_large (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The text is larger than %d megabytes"), LODE_SOURCE_TEXT_MAX_SIZE / 1024 / 1024);
}

/* Refuses what is no regular file: a pipe would block, and a device need never end. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no file “%s”"), name);
      return FALSE;
    }
  if (info == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _("“%s” is not a regular file"), name);
      return FALSE;
    }

  if (g_file_info_get_size (info) > LODE_SOURCE_TEXT_MAX_SIZE)
    {
      set_too_large (error);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read = -1;

  if (stream == NULL)
    return NULL;

  while (n_read != 0)
    {
      const guint length = bytes->len;

      if (length > LODE_SOURCE_TEXT_MAX_SIZE)
        {
          set_too_large (error);
          return NULL;
        }

      g_byte_array_set_size (bytes, length + CHUNK);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, CHUNK,
                                    cancellable, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_set_size (bytes, length + n_read);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
lode_source_text_finalize (GObject *object)
{
  LodeSourceText *self = LODE_SOURCE_TEXT (object);

  g_clear_pointer (&self->map, lode_code_point_map_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);

  G_OBJECT_CLASS (lode_source_text_parent_class)->finalize (object);
}

static void
lode_source_text_class_init (LodeSourceTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_source_text_finalize;
}

static void
lode_source_text_init (LodeSourceText *self)
{
}

/**
 * lode_source_text_new:
 * @bytes: (transfer none): a plain text in UTF-8
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a text; NULL with G_IO_ERROR_INVALID_DATA: it is not UTF-8, or has a
 *   null byte
 */
LodeSourceText *
lode_source_text_new (GBytes *bytes, GError **error)
{
  LodeSourceText *self;
  const char *text;
  const char *end;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (text == NULL)
    text = ""; /* of no bytes */
  if (!g_utf8_validate_len (text, length, &end))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("This is not plain text in UTF-8: byte %zu is 0x%02X"),
                   (gsize) (end - text) + 1, (guchar) *end);
      return NULL;
    }

  self = g_object_new (LODE_TYPE_SOURCE_TEXT, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->map = lode_code_point_map_new (text, length);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return self;
}

/**
 * lode_source_text_read:
 * @file: a plain text in UTF-8
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Reads a text. Blocks.
 *
 * Returns: (transfer full): a text; NULL with an error of the domain G_IO_ERROR if it cannot be
 *   read, is no regular file, too large, or not UTF-8
 */
LodeSourceText *
lode_source_text_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!check_file (file, cancellable, error))
    return NULL;

  bytes = read_bytes (file, cancellable, error);

  return bytes != NULL ? lode_source_text_new (bytes, error) : NULL;
}

/**
 * lode_source_text_get_bytes:
 * @self: a text
 * @length: (out): its length in bytes
 *
 * Returns: (transfer none): the text in UTF-8; not ended by a null byte
 */
const char *
lode_source_text_get_bytes (LodeSourceText *self, gsize *length)
{
  const char *text;

  g_return_val_if_fail (LODE_IS_SOURCE_TEXT (self), NULL);

  text = g_bytes_get_data (self->bytes, length);

  return text != NULL ? text : "";
}

LodeCodePointMap *
lode_source_text_get_map (LodeSourceText *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE_TEXT (self), NULL);

  return self->map;
}

const char *
lode_source_text_get_sha256 (LodeSourceText *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE_TEXT (self), NULL);

  return self->sha256;
}

/**
 * lode_source_text_dup_part:
 * @self: a text
 * @start: the first position, in code points
 * @end: the position after the last
 *
 * Returns: (transfer full): what stands between
 */
char *
lode_source_text_dup_part (LodeSourceText *self, gsize start, gsize end)
{
  const char *text;
  gsize length;
  gsize from;

  g_return_val_if_fail (LODE_IS_SOURCE_TEXT (self), NULL);
  g_return_val_if_fail (start <= end, NULL);

  text = lode_source_text_get_bytes (self, &length);
  from = lode_code_point_map_get_byte (self->map, start);

  return g_strndup (text + from, lode_code_point_map_get_byte (self->map, end) - from);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-code-point-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes; a text that is larger is no article, speech or report. */
#define LODE_SOURCE_TEXT_MAX_SIZE (256 * 1024 * 1024)

/**
 * LodeSourceText:
 *
 * The plain text of a source, as it is stored: immutable, to be read from any thread. Positions in
 * it count Unicode code points.
 */
#define LODE_TYPE_SOURCE_TEXT (lode_source_text_get_type ())
G_DECLARE_FINAL_TYPE (LodeSourceText, lode_source_text, LODE, SOURCE_TEXT, GObject)

LodeSourceText   *lode_source_text_new           (GBytes           *bytes,
                                                  GError          **error);
LodeSourceText   *lode_source_text_read          (GFile            *file,
                                                  GCancellable     *cancellable,
                                                  GError          **error);
const char       *lode_source_text_get_bytes     (LodeSourceText   *self,
                                                  gsize            *length);
LodeCodePointMap *lode_source_text_get_map       (LodeSourceText   *self);
/* SHA-256 of the bytes: 64 hexadecimal digits in small letters. */
const char       *lode_source_text_get_sha256    (LodeSourceText   *self);
char             *lode_source_text_dup_part      (LodeSourceText   *self,
                                                  gsize             start,
                                                  gsize             end);

G_END_DECLS

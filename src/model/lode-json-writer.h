/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-export-writer.h"

G_BEGIN_DECLS

/**
 * LodeJsonWriter:
 *
 * JSON (RFC 8259) written as it comes, indented by two spaces. In an object each value has a
 * @name; in an array it has NULL. What is NULL itself is left out, with its name.
 */
typedef struct
{
  LodeExportWriter *out;
  guint64 filled; /* a bit for each container that is open: something stands in it */
  guint64 arrays; /* … it is an array */
  guint depth;
} LodeJsonWriter;

void lode_json_writer_init    (LodeJsonWriter     *self,
                               LodeExportWriter   *out);
void lode_json_writer_object  (LodeJsonWriter     *self,
                               const char         *name);
void lode_json_writer_array   (LodeJsonWriter     *self,
                               const char         *name);
void lode_json_writer_end     (LodeJsonWriter     *self);
void lode_json_writer_string  (LodeJsonWriter     *self,
                               const char         *name,
                               const char         *value);
void lode_json_writer_strings (LodeJsonWriter     *self,
                               const char         *name,
                               const char * const *values);
void lode_json_writer_number  (LodeJsonWriter     *self,
                               const char         *name,
                               guint64             value);
/* @json, of @length bytes, is a whole value. */
void lode_json_writer_raw     (LodeJsonWriter     *self,
                               const char         *name,
                               const char         *json,
                               gsize               length);

G_END_DECLS

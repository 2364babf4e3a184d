/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-writer.h"

#include <string.h>

#define BIT(depth) (G_GUINT64_CONSTANT (1) << (depth))

static void
put_string (LodeExportWriter *out, const char *text)
{
  const char *plain = text;

  lode_export_writer_put (out, "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      const guchar c = (guchar) *at;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;

      lode_export_writer_put_n (out, plain, at - plain);
      if (c == '\n')
        lode_export_writer_put (out, "\\n");
      else if (c < 0x20)
        lode_export_writer_putf (out, "\\u%04x", c);
      else
        lode_export_writer_putf (out, "\\%c", c);
      plain = at + 1;
    }
  lode_export_writer_put (out, plain);
  lode_export_writer_put (out, "\"");
}

static void
put_line (LodeJsonWriter *self)
{
  lode_export_writer_put (self->out, "\n");
  for (guint i = 0; i < self->depth; i++)
    lode_export_writer_put (self->out, "  ");
}

/* Everything that stands before a value. */
static void
begin_value (LodeJsonWriter *self, const char *name)
{
  if (self->depth == 0)
    return;

  if (self->filled & BIT (self->depth))
    lode_export_writer_put (self->out, ",");
  self->filled |= BIT (self->depth);
  put_line (self);

  g_assert ((name == NULL) == ((self->arrays & BIT (self->depth)) != 0));
  if (name != NULL)
    {
      put_string (self->out, name);
      lode_export_writer_put (self->out, ": ");
    }
}

static void
begin_container (LodeJsonWriter *self, const char *name, gboolean is_array)
{
  begin_value (self, name);
  lode_export_writer_put (self->out, is_array ? "[" : "{");
  self->depth++;
  g_assert (self->depth < 64);
  self->filled &= ~BIT (self->depth);
  self->arrays &= ~BIT (self->depth);
  if (is_array)
    self->arrays |= BIT (self->depth);
}

void
lode_json_writer_init (LodeJsonWriter *self, LodeExportWriter *out)
{
  *self = (LodeJsonWriter) { .out = out };
}

void
lode_json_writer_object (LodeJsonWriter *self, const char *name)
{
  begin_container (self, name, FALSE);
}

void
lode_json_writer_array (LodeJsonWriter *self, const char *name)
{
  begin_container (self, name, TRUE);
}

/* Closes the innermost object or array; after the outermost the line ends. */
void
lode_json_writer_end (LodeJsonWriter *self)
{
  const gboolean is_array = (self->arrays & BIT (self->depth)) != 0;
  const gboolean is_filled = (self->filled & BIT (self->depth)) != 0;

  g_assert (self->depth > 0);

  self->depth--;
  if (is_filled)
    put_line (self);
  lode_export_writer_put (self->out, is_array ? "]" : "}");
  if (self->depth == 0)
    lode_export_writer_put (self->out, "\n");
}

void
lode_json_writer_string (LodeJsonWriter *self, const char *name, const char *value)
{
  if (value == NULL)
    return;

  begin_value (self, name);
  put_string (self->out, value);
}

void
lode_json_writer_strings (LodeJsonWriter *self, const char *name, const char * const *values)
{
  if (values == NULL || values[0] == NULL)
    return;

  lode_json_writer_array (self, name);
  for (guint i = 0; values[i] != NULL; i++)
    lode_json_writer_string (self, NULL, values[i]);
  lode_json_writer_end (self);
}

void
lode_json_writer_number (LodeJsonWriter *self, const char *name, guint64 value)
{
  begin_value (self, name);
  lode_export_writer_putf (self->out, "%" G_GUINT64_FORMAT, value);
}

void
lode_json_writer_raw (LodeJsonWriter *self, const char *name, const char *json, gsize length)
{
  begin_value (self, name);
  lode_export_writer_put_n (self->out, json, length);
}

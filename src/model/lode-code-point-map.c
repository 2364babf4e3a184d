/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-code-point-map.h"

/* How many code points begin before each block is remembered; within a block they are counted. */
#define BLOCK 1024 /* bytes */

struct _LodeCodePointMap
{
  const char *text;
  gsize length;
  gsize *before; /* of each block, and of the end */
  gsize n_blocks;
};

static inline gsize
count_code_points (const char *from, const char *to)
{
  gsize n = 0;

  for (; from < to; from++)
    n += ((guchar) *from & 0xC0) != 0x80;

  return n;
}

/**
 * lode_code_point_map_new:
 * @text: valid UTF-8, which must outlive the map
 * @length: its length in bytes
 *
 * Returns: (transfer full): a map; free it with lode_code_point_map_free()
 */
LodeCodePointMap *
lode_code_point_map_new (const char *text, gsize length)
{
  LodeCodePointMap *self = g_new0 (LodeCodePointMap, 1);
  gsize n = 0;

  self->text = text;
  self->length = length;
  self->n_blocks = length / BLOCK + 1;
  self->before = g_new (gsize, self->n_blocks + 1);
  for (gsize i = 0; i < self->n_blocks; i++)
    {
      self->before[i] = n;
      n += count_code_points (text + i * BLOCK, text + MIN ((i + 1) * BLOCK, length));
    }
  self->before[self->n_blocks] = n;

  return self;
}

void
lode_code_point_map_free (LodeCodePointMap *self)
{
  g_free (self->before);
  g_free (self);
}

/* How many code points the whole text has. */
gsize
lode_code_point_map_get_size (LodeCodePointMap *self)
{
  return self->before[self->n_blocks];
}

/* The position, in code points, of what begins at @byte. */
gsize
lode_code_point_map_get_position (LodeCodePointMap *self, gsize byte)
{
  gsize block;

  byte = MIN (byte, self->length);
  block = byte / BLOCK;

  return self->before[block] + count_code_points (self->text + block * BLOCK, self->text + byte);
}

/* Where the code point at @position begins; the end of the text if there is none. */
gsize
lode_code_point_map_get_byte (LodeCodePointMap *self, gsize position)
{
  gsize low = 0;
  gsize high = self->n_blocks;
  gsize byte;
  gsize n;

  if (position >= lode_code_point_map_get_size (self))
    return self->length;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (self->before[middle] <= position)
        low = middle;
      else
        high = middle;
    }

  byte = low * BLOCK;
  n = self->before[low];
  for (;; byte++)
    {
      if (((guchar) self->text[byte] & 0xC0) != 0x80 && n++ == position)
        return byte;
    }
}

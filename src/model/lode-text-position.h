/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeTextPosition:
 * @at: the byte that the position belongs to
 * @line: its line, from 1
 * @column: its column, from 1, in code points
 *
 * A place in UTF-8 text that only moves forward, so that all positions of a text cost one pass.
 */
typedef struct
{
  const char *at;
  guint       line;
  guint       column;
} LodeTextPosition;

static inline LodeTextPosition
lode_text_position_at_start (const char *text)
{
  return (LodeTextPosition) { .at = text, .line = 1, .column = 1 };
}

/* Moves @self forward to the byte @to. */
static inline void
lode_text_position_advance (LodeTextPosition *self, const char *to)
{
  for (; self->at < to; self->at++)
    {
      if (*self->at == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else if (((guchar) *self->at & 0xC0) != 0x80)
        {
          self->column++;
        }
    }
}

G_END_DECLS

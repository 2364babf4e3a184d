/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-outline.h"

#include "lode-json-string.h"

#include <string.h>

/* A parser's tree of a whole file takes ten times the room of the file, most of it for brackets and
 * names that repeat 100,000 times. So one quick pass over the bytes, which are known to be right,
 * only notes where each record begins and ends, and what is left without the records is small. */

struct _LodeJsonOutline
{
  GString *frame;
  GArray **elements; /* of LodeJsonRange, one array a name */
  guint n_names;
};

typedef struct
{
  const char *start;
  const char *end;
  const char *cursor;
  const char * const *names;
  LodeJsonOutline *outline;
} Scan;

static void
skip_space (Scan *scan)
{
  while (scan->cursor < scan->end && strchr (" \t\n\r", *scan->cursor) != NULL)
    scan->cursor++;
}

/* Moves behind the string whose opening mark is at the cursor. */
static void
skip_string (Scan *scan)
{
  const char *at = scan->cursor + 1;

  while (at < scan->end && *at != '"')
    at += *at == '\\' ? 2 : 1;
  scan->cursor = MIN (at + 1, scan->end);
}

static void
skip_container (Scan *scan)
{
  guint depth = 0;

  while (scan->cursor < scan->end)
    {
      switch (*scan->cursor)
        {
        case '"':
          skip_string (scan);
          continue;
        case '{':
        case '[':
          depth++;
          break;
        case '}':
        case ']':
          depth--;
          break;
        default:
          break;
        }

      scan->cursor++;
      if (depth == 0)
        return;
    }
}

static void
skip_value (Scan *scan)
{
  if (scan->cursor >= scan->end)
    return;

  if (*scan->cursor == '"')
    skip_string (scan);
  else if (*scan->cursor == '{' || *scan->cursor == '[')
    skip_container (scan);
  else
    while (scan->cursor < scan->end && strchr (",]} \t\n\r", *scan->cursor) == NULL)
      scan->cursor++;
}

/* The cursor is at the opening bracket. Moves it behind the closing one. */
static void
note_elements (Scan *scan, GArray *elements)
{
  scan->cursor++;
  for (skip_space (scan); scan->cursor < scan->end; skip_space (scan))
    {
      LodeJsonRange range = { .start = scan->cursor - scan->start };

      if (*scan->cursor == ']')
        {
          scan->cursor++;
          return;
        }
      if (*scan->cursor == ',')
        {
          scan->cursor++;
          continue;
        }

      skip_value (scan);
      range.length = scan->cursor - scan->start - range.start;
      g_array_append_val (elements, range);
    }
}

/* The elements of the array of that name; NULL: it is none of those that are asked for. */
static GArray *
find_elements (Scan *scan, const char *key, gsize length)
{
  g_autofree char *name = lode_json_string_dup (key, length);

  for (guint i = 0; i < scan->outline->n_names; i++)
    {
      if (g_str_equal (scan->names[i], name))
        return scan->outline->elements[i];
    }

  return NULL;
}

/* A container that no one asks for, of an x- member or by mistake, may be of any size: of it only
 * the type matters. */
static void
add_value (Scan *scan, GArray *elements)
{
  GString *frame = scan->outline->frame;
  const char *value = scan->cursor;

  if (*value == '[' && elements != NULL)
    {
      /* Of two members of that name, which is an error, the last one counts. */
      g_array_set_size (elements, 0);
      note_elements (scan, elements);
      g_string_append (frame, elements->len > 0 ? "[null]" : "[]");
      return;
    }

  skip_value (scan);
  if (*value == '[')
    g_string_append (frame, "[]");
  else if (*value == '{')
    g_string_append (frame, "{}");
  else
    g_string_append_len (frame, value, scan->cursor - value);
}

static void
add_members (Scan *scan)
{
  GString *frame = scan->outline->frame;

  g_string_append_c (frame, '{');
  scan->cursor++;
  for (skip_space (scan); scan->cursor < scan->end && *scan->cursor != '}'; skip_space (scan))
    {
      const char *key = scan->cursor;
      GArray *elements;

      if (*key == ',')
        {
          g_string_append_c (frame, *scan->cursor++);
          continue;
        }

      skip_string (scan);
      elements = find_elements (scan, key + 1, scan->cursor - key - 2);
      g_string_append_len (frame, key, scan->cursor - key);
      g_string_append_c (frame, ':');

      skip_space (scan);
      scan->cursor++; /* the colon */
      skip_space (scan);
      add_value (scan, elements);
    }
  g_string_append_c (frame, '}');
}

/**
 * lode_json_outline_new:
 * @json: a JSON document that has passed the guard (see lode_json_guard_check())
 * @length: its length in bytes
 * @names: (array length=n_names): the names of the members of the document that are arrays whose
 *   elements are to be found
 * @n_names: how many
 *
 * Finds the elements in one pass.
 *
 * Returns: (transfer full): the outline
 */
LodeJsonOutline *
lode_json_outline_new (const char         *json,
                       gsize               length,
                       const char * const *names,
                       guint               n_names)
{
  LodeJsonOutline *self = g_new0 (LodeJsonOutline, 1);
  Scan scan = {
    .start = json,
    .end = json + length,
    .cursor = json,
    .names = names,
    .outline = self,
  };

  self->frame = g_string_new (NULL);
  self->n_names = n_names;
  self->elements = g_new (GArray *, n_names);
  for (guint i = 0; i < n_names; i++)
    self->elements[i] = g_array_new (FALSE, FALSE, sizeof (LodeJsonRange));

  skip_space (&scan);
  if (scan.cursor < scan.end && *scan.cursor == '{')
    add_members (&scan);
  else if (scan.cursor < scan.end)
    add_value (&scan, NULL);

  return self;
}

void
lode_json_outline_free (LodeJsonOutline *self)
{
  for (guint i = 0; i < self->n_names; i++)
    g_array_unref (self->elements[i]);
  g_free (self->elements);
  g_string_free (self->frame, TRUE);
  g_free (self);
}

/**
 * lode_json_outline_get_frame:
 * @self: an outline
 *
 * Gets the document without the elements: what was asked for is [] where there are none and [null]
 * otherwise, and all other arrays and objects in the document's object are empty.
 *
 * Returns: (transfer none): a JSON document
 */
const char *
lode_json_outline_get_frame (LodeJsonOutline *self)
{
  return self->frame->str;
}

/**
 * lode_json_outline_get_elements:
 * @self: an outline
 * @array: the index of a name
 * @n_elements: (out): return location for the number of elements
 *
 * Gets where the elements of an array stand.
 *
 * Returns: (transfer none) (array length=n_elements): their bytes, in the order of the file
 */
const LodeJsonRange *
lode_json_outline_get_elements (LodeJsonOutline *self, guint array, guint *n_elements)
{
  g_assert (array < self->n_names);

  *n_elements = self->elements[array]->len;

  return (const LodeJsonRange *) (gpointer) self->elements[array]->data;
}

/**
 * lode_json_outline_find_member:
 * @json: a JSON object that has passed the guard
 * @length: its length in bytes
 * @name: the name of a member
 * @range: (out): return location for where its value stands
 *
 * Finds a member by its name, however that is escaped.
 *
 * Returns: whether there is one
 */
gboolean
lode_json_outline_find_member (const char    *json,
                               gsize          length,
                               const char    *name,
                               LodeJsonRange *range)
{
  Scan scan = { .start = json, .end = json + length, .cursor = json };

  skip_space (&scan);
  scan.cursor++; /* the brace */
  for (skip_space (&scan); scan.cursor < scan.end && *scan.cursor != '}'; skip_space (&scan))
    {
      const char *key = scan.cursor;
      g_autofree char *plain = NULL;

      if (*key == ',')
        {
          scan.cursor++;
          continue;
        }

      skip_string (&scan);
      plain = lode_json_string_dup (key + 1, scan.cursor - key - 2);
      skip_space (&scan);
      scan.cursor++; /* the colon */
      skip_space (&scan);
      range->start = scan.cursor - json;
      skip_value (&scan);
      range->length = scan.cursor - json - range->start;
      if (g_str_equal (plain, name))
        return TRUE;
    }

  return FALSE;
}

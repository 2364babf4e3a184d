/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-locator.h"

#include "lode-json-string.h"
#include "lode-text-position.h"

#include <string.h>

/* json-glib's nodes do not know where they stood. So the pointers of all problems are put into a
 * tree, and one pass over the bytes walks that tree alongside the document. */

typedef struct
{
  GHashTable *children;  /* unescaped reference token → PointerNode; NULL: a leaf */
  GArray     *locations; /* indices; NULL: none ends here */
} PointerNode;

typedef struct
{
  const char       *cursor;
  const char       *end;
  LodeTextPosition  position;
  LodeJsonLocation *locations;
} Locator;

static void locate_value (Locator *self, PointerNode *node);

static void
pointer_node_free (gpointer data)
{
  PointerNode *node = data;

  g_clear_pointer (&node->children, g_hash_table_unref);
  g_clear_pointer (&node->locations, g_array_unref);
  g_free (node);
}

static char *
unescape_token (const char *start, gsize length)
{
  GString *token = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (start[i] == '~' && i + 1 < length)
        g_string_append_c (token, start[++i] == '1' ? '/' : '~');
      else
        g_string_append_c (token, start[i]);
    }

  return g_string_free (token, FALSE);
}

static PointerNode *
ensure_child (PointerNode *node, const char *start, gsize length)
{
  g_autofree char *token = unescape_token (start, length);
  PointerNode *child;

  if (node->children == NULL)
    node->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pointer_node_free);

  child = g_hash_table_lookup (node->children, token);
  if (child == NULL)
    {
      child = g_new0 (PointerNode, 1);
      g_hash_table_insert (node->children, g_steal_pointer (&token), child);
    }

  return child;
}

static void
add_pointer (PointerNode *node, const char *pointer, guint index)
{
  const char *token = pointer;

  while (*token == '/')
    {
      gsize length = strcspn (++token, "/");

      node = ensure_child (node, token, length);
      token += length;
    }

  if (node->locations == NULL)
    node->locations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (node->locations, index);
}

static PointerNode *
find_child (PointerNode *node, const char *token)
{
  if (node == NULL || node->children == NULL)
    return NULL;

  return g_hash_table_lookup (node->children, token);
}

static void
answer (Locator *self, PointerNode *node, gboolean at_key)
{
  if (node == NULL || node->locations == NULL)
    return;

  lode_text_position_advance (&self->position, self->cursor);
  for (guint i = 0; i < node->locations->len; i++)
    {
      LodeJsonLocation *location;

      location = &self->locations[g_array_index (node->locations, guint, i)];
      if (location->at_key == at_key && location->line == 0)
        {
          location->line = self->position.line;
          location->column = self->position.column;
        }
    }
}

static void
skip_space (Locator *self)
{
  while (self->cursor < self->end && strchr (" \t\n\r", *self->cursor) != NULL)
    self->cursor++;
}

/* Moves behind the string at the cursor, with the bytes between the marks in @start, @length. */
static void
skip_string (Locator *self, const char **start, gsize *length)
{
  *start = ++self->cursor;
  while (self->cursor < self->end && *self->cursor != '"')
    self->cursor += *self->cursor == '\\' ? 2 : 1;
  *length = MIN (self->cursor, self->end) - *start;
  self->cursor = MIN (self->cursor + 1, self->end);
}

static void
locate_member (Locator *self, PointerNode *node)
{
  PointerNode *child = NULL;
  const char *key = self->cursor;
  const char *start;
  gsize length;

  skip_string (self, &start, &length);
  if (node != NULL && node->children != NULL)
    {
      g_autofree char *name = lode_json_string_dup (start, length);
      const char *after = self->cursor;

      child = find_child (node, name);
      self->cursor = key;
      answer (self, child, TRUE);
      self->cursor = after;
    }

  skip_space (self);
  self->cursor = MIN (self->cursor + 1, self->end);
  locate_value (self, child);
}

static void
locate_container (Locator *self, PointerNode *node, gboolean is_object)
{
  guint index = 0;

  self->cursor++;
  for (skip_space (self); self->cursor < self->end; skip_space (self))
    {
      if (*self->cursor == '}' || *self->cursor == ']')
        {
          self->cursor++;
          return;
        }

      if (*self->cursor == ',')
        {
          self->cursor++;
        }
      else if (is_object)
        {
          locate_member (self, node);
        }
      else
        {
          char token[16];

          g_snprintf (token, sizeof token, "%u", index++);
          locate_value (self, find_child (node, token));
        }
    }
}

static void
locate_value (Locator *self, PointerNode *node)
{
  const char *start;
  gsize length;

  skip_space (self);
  if (self->cursor >= self->end)
    return;

  answer (self, node, FALSE);
  if (*self->cursor == '{' || *self->cursor == '[')
    {
      locate_container (self, node, *self->cursor == '{');
    }
  else if (*self->cursor == '"')
    {
      skip_string (self, &start, &length);
    }
  else
    {
      while (self->cursor < self->end && strchr (",]} \t\n\r", *self->cursor) == NULL)
        self->cursor++;
    }
}

/**
 * lode_json_locate:
 * @json: a JSON document that has passed the guard (see lode_json_guard_check())
 * @length: its length in bytes
 * @locations: (inout) (array length=n_locations): what to look for
 * @n_locations: how many
 *
 * Finds the lines and columns of values by their JSON Pointers (RFC 6901), all in one pass.
 */
void
lode_json_locate (const char       *json,
                  gsize             length,
                  LodeJsonLocation *locations,
                  guint             n_locations)
{
  PointerNode *root = g_new0 (PointerNode, 1);
  Locator self = {
    .cursor = json,
    .end = json + length,
    .position = lode_text_position_at_start (json),
    .locations = locations,
  };

  for (guint i = 0; i < n_locations; i++)
    {
      locations[i].line = 0;
      locations[i].column = 0;
      add_pointer (root, locations[i].pointer, i);
    }

  locate_value (&self, root);

  pointer_node_free (root);
}

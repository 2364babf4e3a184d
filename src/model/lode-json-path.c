/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-path.h"

static void
append_steps (GString *pointer, const LodeJsonPath *path)
{
  if (path == NULL)
    return;

  append_steps (pointer, path->parent);
  if (path->member != NULL)
    lode_json_pointer_append_member (pointer, path->member);
  else
    g_string_append_printf (pointer, "/%u", path->index);
}

/**
 * lode_json_pointer_append_member:
 * @pointer: a JSON Pointer
 * @member: the name of a member
 *
 * Appends "/" and @member to @pointer, escaped by RFC 6901.
 */
void
lode_json_pointer_append_member (GString *pointer, const char *member)
{
  g_string_append_c (pointer, '/');
  for (const char *at = member; *at != '\0'; at++)
    {
      if (*at == '~')
        g_string_append (pointer, "~0");
      else if (*at == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *at);
    }
}

/**
 * lode_json_path_dup_pointer:
 * @self: (nullable): a path, or NULL: the document
 *
 * Writes the path as a JSON Pointer by RFC 6901.
 *
 * Returns: (transfer full): the pointer; "" for the document
 */
char *
lode_json_path_dup_pointer (const LodeJsonPath *self)
{
  GString *pointer = g_string_new (NULL);

  append_steps (pointer, self);

  return g_string_free (pointer, FALSE);
}

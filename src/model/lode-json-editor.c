/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-editor.h"

#include "lode-json-string.h"

#include <string.h>

/* Positions are bytes of the document. It has passed the guard (see lode_json_guard_check()), so
 * that nothing here needs to doubt its syntax. */

typedef struct
{
  gsize key_start; /* of the quotation mark */
  gsize key_end;   /* behind the closing mark */
  gsize value_start;
  gsize value_end;
} Member;

typedef struct
{
  gsize start;
  gsize end;
  char *text;
} Edit;

struct _LodeJsonEditor
{
  const char *json;
  GArray *edits;
};

static gsize
skip_space (const char *json, gsize at)
{
  return at + strspn (json + at, " \t\n\r");
}

static gsize
skip_string (const char *json, gsize at)
{
  for (at++; json[at] != '"' && json[at] != '\0'; at++)
    {
      if (json[at] == '\\' && json[at + 1] != '\0')
        at++;
    }

  return json[at] == '"' ? at + 1 : at;
}

static gsize
skip_value (const char *json, gsize at)
{
  guint depth = 0;

  do
    {
      switch (json[at])
        {
        case '\0':
          return at;
        case '"':
          at = skip_string (json, at);
          break;
        case '{':
        case '[':
          depth++;
          at++;
          break;
        case '}':
        case ']':
          depth--;
          at++;
          break;
        case ' ':
        case '\t':
        case '\n':
        case '\r':
        case ',':
        case ':':
          at++;
          break;
        default:
          at += strcspn (json + at, ",:]} \t\n\r");
        }
    }
  while (depth > 0);

  return at;
}

static GArray *
read_members (const char *json, gsize object)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));
  gsize at = skip_space (json, object + 1);

  while (json[at] == '"')
    {
      Member member = { .key_start = at, .key_end = skip_string (json, at) };

      at = skip_space (json, member.key_end);
      member.value_start = skip_space (json, at + 1);
      member.value_end = skip_value (json, member.value_start);
      g_array_append_val (members, member);

      at = skip_space (json, member.value_end);
      if (json[at] == ',')
        at = skip_space (json, at + 1);
    }

  return members;
}

static GArray *
read_elements (const char *json, gsize array)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize at = skip_space (json, array + 1);

  while (json[at] != ']' && json[at] != '\0')
    {
      g_array_append_val (elements, at);
      at = skip_space (json, skip_value (json, at));
      if (json[at] == ',')
        at = skip_space (json, at + 1);
    }

  return elements;
}

static const Member *
find_member (const char *json, GArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      g_autofree char *key = lode_json_string_dup (json + member->key_start + 1,
                                                   member->key_end - member->key_start - 2);

      if (g_str_equal (key, name))
        return member;
    }

  return NULL;
}

/* Behind which of its members an object gets a new one: the first of @after that it has, else the
 * last of all. */
static const Member *
choose_neighbour (const char *json, GArray *members, const char * const *after)
{
  for (guint i = 0; after[i] != NULL; i++)
    {
      const Member *member = find_member (json, members, after[i]);

      if (member != NULL)
        return member;
    }

  return &g_array_index (members, Member, members->len - 1);
}

/* The white space that stands before a member: a line feed and its indent, a space, or nothing. */
static char *
dup_space_before (const char *json, GArray *members, const Member *member)
{
  gsize start;

  /* On one line, the first has the space behind the brace, which is not that behind a comma. */
  if (member == &g_array_index (members, Member, 0) && members->len > 1)
    member++;

  for (start = member->key_start; strchr (" \t\n\r", json[start - 1]) != NULL; start--)
    ;

  return g_strndup (json + start, member->key_start - start);
}

static void
take_edit (LodeJsonEditor *self, gsize start, gsize end, char *text)
{
  Edit edit = { start, end, text };

  g_array_append_val (self->edits, edit);
}

/* Writes the member as its neighbours are written. */
static void
add_member (LodeJsonEditor     *self,
            GArray             *members,
            const char         *name,
            const char         *value,
            const char * const *after)
{
  const Member *neighbour = choose_neighbour (self->json, members, after);
  g_autofree char *space = dup_space_before (self->json, members, neighbour);
  g_autofree char *colon = g_strndup (self->json + neighbour->key_end,
                                      neighbour->value_start - neighbour->key_end);

  take_edit (self, neighbour->value_end, neighbour->value_end,
             g_strconcat (",", space, "\"", name, "\"", colon, value, NULL));
}

static void
replace_value (LodeJsonEditor *self, gsize start, gsize end, const char *value)
{
  if (strlen (value) != end - start || strncmp (self->json + start, value, end - start) != 0)
    take_edit (self, start, end, g_strdup (value));
}

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *one = a;
  const Edit *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->text);
}

/**
 * lode_json_editor_new:
 * @json: a JSON object that has passed the guard, ended by a null byte; must outlive the editor
 *
 * Returns: (transfer full): an editor; free it with lode_json_editor_free()
 */
LodeJsonEditor *
lode_json_editor_new (const char *json)
{
  LodeJsonEditor *self = g_new0 (LodeJsonEditor, 1);

  self->json = json;
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, clear_edit);

  return self;
}

void
lode_json_editor_free (LodeJsonEditor *self)
{
  g_array_unref (self->edits);
  g_free (self);
}

/**
 * lode_json_editor_get_elements:
 * @self: an editor
 * @array: a member of the document that is an array
 *
 * Returns: (transfer full): where its elements begin, an array of gsize; empty if there is no such
 *   member
 */
GArray *
lode_json_editor_get_elements (LodeJsonEditor *self, const char *array)
{
  g_autoptr (GArray) members = read_members (self->json, skip_space (self->json, 0));
  const Member *member = find_member (self->json, members, array);

  return member != NULL ? read_elements (self->json, member->value_start)
                        : g_array_new (FALSE, FALSE, sizeof (gsize));
}

/**
 * lode_json_editor_set_string:
 * @self: an editor
 * @object: where an object with at least one member begins
 * @name: the name of the member
 * @value: a string that needs no escape
 * @after: behind which members it goes if it is new: the first of these that there is, else the
 *   last member; NULL-terminated
 *
 * Sets a member; once for each name and object.
 */
void
lode_json_editor_set_string (LodeJsonEditor     *self,
                             gsize               object,
                             const char         *name,
                             const char         *value,
                             const char * const *after)
{
  g_autoptr (GArray) members = read_members (self->json, object);
  const Member *member = find_member (self->json, members, name);
  g_autofree char *quoted = g_strconcat ("\"", value, "\"", NULL);

  if (member != NULL)
    replace_value (self, member->value_start, member->value_end, quoted);
  else
    add_member (self, members, name, quoted, after);
}

/* As lode_json_editor_set_string(), for an array of two numbers: where there is one, the numbers
 * change and its form does not. */
void
lode_json_editor_set_span (LodeJsonEditor     *self,
                           gsize               object,
                           const char         *name,
                           guint64             start,
                           guint64             end,
                           const char * const *after)
{
  g_autoptr (GArray) members = read_members (self->json, object);
  const Member *member = find_member (self->json, members, name);
  g_autofree char *first = g_strdup_printf ("%" G_GUINT64_FORMAT, start);
  g_autofree char *second = g_strdup_printf ("%" G_GUINT64_FORMAT, end);

  if (member != NULL)
    {
      g_autoptr (GArray) numbers = read_elements (self->json, member->value_start);

      g_return_if_fail (numbers->len == 2);
      replace_value (self, g_array_index (numbers, gsize, 0),
                     skip_value (self->json, g_array_index (numbers, gsize, 0)), first);
      replace_value (self, g_array_index (numbers, gsize, 1),
                     skip_value (self->json, g_array_index (numbers, gsize, 1)), second);
    }
  else
    {
      const Member *neighbour = choose_neighbour (self->json, members, after);
      const gboolean is_dense = neighbour->value_start == neighbour->key_end + 1;
      g_autofree char *value = g_strconcat ("[", first, is_dense ? "," : ", ", second, "]", NULL);

      add_member (self, members, name, value, after);
    }
}

/**
 * lode_json_editor_apply:
 * @self: an editor
 *
 * Returns: (transfer full): the document with all that was set
 */
char *
lode_json_editor_apply (LodeJsonEditor *self)
{
  GString *json = g_string_new (NULL);
  gsize at = 0;

  /* Stable, so that members that go behind the same neighbour keep the order they were set in. */
  g_array_sort (self->edits, compare_edits);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      g_string_append_len (json, self->json + at, edit->start - at);
      g_string_append (json, edit->text);
      at = edit->end;
    }
  g_string_append (json, self->json + at);

  return g_string_free (json, FALSE);
}

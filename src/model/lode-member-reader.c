/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-member-reader.h"

#include "lode-nearest-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a member or element should have been, in a sentence that can be translated as a whole. */
static void
report_type (LodeProblemList    *problems,
             const LodeJsonPath *path,
             JsonNode           *node,
             const char         *message)
{
  const char *hint = NULL;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      hint = _("It is an object: {…}");
      break;
    case JSON_NODE_ARRAY:
      hint = _("It is an array: […]");
      break;
    case JSON_NODE_NULL:
      hint = _("It is null: leave the member out instead");
      break;
    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        hint = _("It is a string, in quotation marks");
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        hint = _("It is true or false");
      else
        hint = _("It is a number");
    }

  lode_problem_list_error (problems, path, g_strdup (hint), "%s", message);
}

static void
report_unknown (LodeMemberReader *self, const char *name)
{
  LodeJsonPath path = lode_member_reader_get_path (self, name);
  g_autofree char *excerpt = lode_problem_list_dup_excerpt (name);
  LodeNearestWord nearest;
  char *hint;

  lode_nearest_word_init (&nearest, name);
  for (guint i = 0; i < self->n_asked; i++)
    lode_nearest_word_try (&nearest, self->asked[i]);

  if (nearest.nearest != NULL)
    hint = g_strdup_printf (_("Did you mean “%s”?"), nearest.nearest);
  else
    hint = g_strdup (_("Names of members of your own begin with “x-”"));

  lode_problem_list_error_at_key (self->problems, &path, hint,
                                  _("The format has no member “%s” here"), excerpt);
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static char *
dup_words (GEnumClass *words)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < words->n_values; i++)
    {
      if (i > 0)
        g_string_append (list, ", ");
      g_string_append (list, words->values[i].value_nick);
    }

  return g_string_free (list, FALSE);
}

/* Begins with no members read. @object and @path must outlive the reading. */
void
lode_member_reader_begin (LodeMemberReader   *self,
                          LodeProblemList    *problems,
                          JsonObject         *object,
                          const LodeJsonPath *path)
{
  self->problems = problems;
  self->object = object;
  self->path = path;
  self->n_asked = 0;
  self->n_found = 0;
  self->n_members = json_object_get_size (object);
}

void
lode_member_reader_end (LodeMemberReader *self)
{
  JsonObjectIter iter;
  const char *name;

  if (self->n_found == self->n_members)
    return;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      gboolean is_known = g_str_has_prefix (name, "x-");

      for (guint i = 0; i < self->n_asked && !is_known; i++)
        is_known = g_str_equal (self->asked[i], name);

      if (!is_known)
        report_unknown (self, name);
    }
}

LodeJsonPath
lode_member_reader_get_path (LodeMemberReader *self, const char *name)
{
  return (LodeJsonPath) { .parent = self->path, .member = name };
}

gboolean
lode_member_reader_has (LodeMemberReader *self, const char *name)
{
  return json_object_has_member (self->object, name);
}

JsonNode *
lode_member_reader_get_node (LodeMemberReader *self, const char *name, LodeMemberNeed need)
{
  JsonNode *node = NULL;

  /* Most members are optional and most of those absent: once all that there are have been found,
   * there is nothing to look for. */
  if (self->n_found < self->n_members)
    node = json_object_get_member (self->object, name);

  g_assert (self->n_asked < LODE_MEMBER_READER_MAX);
  self->asked[self->n_asked++] = name;

  if (node != NULL)
    self->n_found++;
  else if (need == LODE_MEMBER_REQUIRED)
    lode_problem_list_error (self->problems, self->path,
                             g_strdup_printf (_("Add a member “%s”"), name),
                             _("The member “%s” is missing"), name);

  return node;
}

/* Characters that nobody sees, and that can make words read backwards (Unicode Annex 9, explicit
 * directional formatting): they may belong to a source, but whoever checks it should know. */
static void
warn_of_direction (LodeMemberReader *self, const char *text, const LodeJsonPath *path)
{
  /* All of them, and little else, begin with this byte. */
  for (const char *at = strchr (text, '\xe2'); at != NULL; at = strchr (at + 1, '\xe2'))
    {
      const gunichar c = g_utf8_get_char (at);

      if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        {
          lode_problem_list_warning (self->problems, path,
                                     g_strdup (_("Remove it, unless it stands in the source")),
                                     _("There is an invisible character that changes the "
                                       "direction of text: U+%04X"), c);
          return;
        }
    }
}

const char *
lode_member_reader_check_text (LodeMemberReader   *self,
                               JsonNode           *node,
                               LodeTextFormat      format,
                               const LodeJsonPath *path)
{
  const char *text;
  const char *message;
  const char *hint;

  if (!is_string (node))
    {
      report_type (self->problems, path, node, _("This must be a string"));
      return NULL;
    }

  text = json_node_get_string (node);
  message = lode_text_format_check (format, text, &hint);
  if (message == NULL)
    {
      warn_of_direction (self, text, path);
      return text;
    }

  if (*text == '\0' || format == LODE_TEXT_LINE)
    {
      lode_problem_list_error (self->problems, path, g_strdup (hint), "%s", message);
    }
  else
    {
      g_autofree char *excerpt = lode_problem_list_dup_excerpt (text);

      /* Translators: what is wrong with a value, and the value. */
      lode_problem_list_error (self->problems, path, g_strdup (hint), _("%s: “%s”"),
                               message, excerpt);
    }

  return NULL;
}

const char *
lode_member_reader_get_text (LodeMemberReader *self,
                             const char       *name,
                             LodeTextFormat    format,
                             LodeMemberNeed    need)
{
  JsonNode *node = lode_member_reader_get_node (self, name, need);
  LodeJsonPath path = lode_member_reader_get_path (self, name);

  return node != NULL ? lode_member_reader_check_text (self, node, format, &path) : NULL;
}

JsonArray *
lode_member_reader_get_array (LodeMemberReader *self, const char *name, LodeMemberNeed need)
{
  JsonNode *node = lode_member_reader_get_node (self, name, need);
  LodeJsonPath path = lode_member_reader_get_path (self, name);

  return node != NULL ? lode_json_node_check_array (node, &path, self->problems) : NULL;
}

/* As lode_member_reader_get_array(), for an array that may not be empty. */
JsonArray *
lode_member_reader_get_filled (LodeMemberReader *self, const char *name, LodeMemberNeed need)
{
  JsonArray *array = lode_member_reader_get_array (self, name, need);
  LodeJsonPath path = lode_member_reader_get_path (self, name);

  if (array != NULL && json_array_get_length (array) == 0)
    lode_problem_list_error (self->problems, &path, g_strdup (_("Put at least one element in it")),
                             _("The array “%s” must not be empty"), name);

  return array;
}

JsonObject *
lode_member_reader_get_object (LodeMemberReader *self, const char *name, LodeMemberNeed need)
{
  JsonNode *node = lode_member_reader_get_node (self, name, need);
  LodeJsonPath path = lode_member_reader_get_path (self, name);

  return node != NULL ? lode_json_node_check_object (node, &path, self->problems) : NULL;
}

gboolean
lode_member_reader_get_boolean (LodeMemberReader *self, const char *name)
{
  JsonNode *node = lode_member_reader_get_node (self, name, LODE_MEMBER_OPTIONAL);
  LodeJsonPath path = lode_member_reader_get_path (self, name);

  if (node == NULL)
    return FALSE;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      report_type (self->problems, &path, node, _("This must be true or false"));
      return FALSE;
    }

  return json_node_get_boolean (node);
}

/* One of the words that are the nicks of @enum_type; -1 if it is missing or none of them. */
int
lode_member_reader_get_word (LodeMemberReader *self,
                             const char       *name,
                             GType             enum_type,
                             LodeMemberNeed    need)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (enum_type);
  const char *word = lode_member_reader_get_text (self, name, LODE_TEXT_FREE, need);
  LodeJsonPath path = lode_member_reader_get_path (self, name);
  g_autofree char *excerpt = NULL;
  g_autofree char *list = NULL;
  LodeNearestWord nearest;
  const GEnumValue *value;
  char *hint;

  if (word == NULL)
    return -1;

  value = g_enum_get_value_by_nick (words, word);
  if (value != NULL)
    return value->value;

  list = dup_words (words);
  lode_nearest_word_init (&nearest, word);
  for (guint i = 0; i < words->n_values; i++)
    lode_nearest_word_try (&nearest, words->values[i].value_nick);

  if (nearest.nearest != NULL)
    /* Translators: the second is a list of words. */
    hint = g_strdup_printf (_("Did you mean “%s”? The words are: %s"), nearest.nearest, list);
  else
    hint = g_strdup_printf (_("The words are: %s"), list);

  excerpt = lode_problem_list_dup_excerpt (word);
  lode_problem_list_error (self->problems, &path, hint, _("“%s” is no word for “%s”"),
                           excerpt, name);

  return -1;
}

/* An array of strings of one line each; never NULL. A required one must not be empty. */
char **
lode_member_reader_dup_lines (LodeMemberReader *self, const char *name, LodeMemberNeed need)
{
  LodeJsonPath path = lode_member_reader_get_path (self, name);
  JsonArray *array;
  GPtrArray *lines;

  if (need == LODE_MEMBER_REQUIRED)
    array = lode_member_reader_get_filled (self, name, need);
  else
    array = lode_member_reader_get_array (self, name, need);

  lines = g_ptr_array_sized_new (array != NULL ? json_array_get_length (array) + 1 : 1);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      LodeJsonPath element = { .parent = &path, .index = i };
      const char *line;

      line = lode_member_reader_check_text (self, json_array_get_element (array, i),
                                            LODE_TEXT_LINE, &element);
      if (line != NULL)
        g_ptr_array_add (lines, g_strdup (line));
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}

JsonObject *
lode_json_node_check_object (JsonNode           *node,
                             const LodeJsonPath *path,
                             LodeProblemList    *problems)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  report_type (problems, path, node, _("This must be an object"));
  return NULL;
}

JsonArray *
lode_json_node_check_array (JsonNode           *node,
                            const LodeJsonPath *path,
                            LodeProblemList    *problems)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  report_type (problems, path, node, _("This must be an array"));
  return NULL;
}

gboolean
lode_json_node_check_number (JsonNode           *node,
                             const LodeJsonPath *path,
                             LodeProblemList    *problems,
                             double             *number)
{
  if (JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                       json_node_get_value_type (node) == G_TYPE_DOUBLE))
    {
      *number = json_node_get_double (node);
      return TRUE;
    }

  report_type (problems, path, node, _("This must be a number"));
  return FALSE;
}

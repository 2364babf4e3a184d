/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-problem-private.h"

#include <glib/gi18n-lib.h>

struct _LodeProblem
{
  GObject parent_instance;

  LodeSeverity severity;
  guint line;
  guint column;
  char *pointer;
  char *message;
  char *hint;
  char *excerpt; /* NULL: none */
  guint mark;    /* code points of the excerpt */
};

G_DEFINE_FINAL_TYPE (LodeProblem, lode_problem, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (LodeSeverity, lode_severity,
                    G_DEFINE_ENUM_VALUE (LODE_SEVERITY_ERROR, "error"),
                    G_DEFINE_ENUM_VALUE (LODE_SEVERITY_WARNING, "warning"))

enum
{
  PROP_0,
  PROP_SEVERITY,
  PROP_LINE,
  PROP_COLUMN,
  PROP_POINTER,
  PROP_MESSAGE,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Members and file names are whatever somebody chose: none of them may steer a terminal, by a
 * control character, or turn a line around, by a character for the direction of writing. */
static gboolean
is_harmful (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static char *
dup_harmless (const char *text)
{
  GString *harmless = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_harmful (c))
        g_string_append_printf (harmless, "\\u%04X", c);
      else
        g_string_append_unichar (harmless, c);
    }

  return g_string_free (harmless, FALSE);
}

static void
lode_problem_finalize (GObject *object)
{
  LodeProblem *self = LODE_PROBLEM (object);

  g_free (self->pointer);
  g_free (self->message);
  g_free (self->hint);
  g_free (self->excerpt);

  G_OBJECT_CLASS (lode_problem_parent_class)->finalize (object);
}

static void
lode_problem_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeProblem *self = LODE_PROBLEM (object);

  switch (prop_id)
    {
    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
      break;
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_COLUMN:
      g_value_set_uint (value, self->column);
      break;
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_problem_class_init (LodeProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = lode_problem_finalize;
  object_class->get_property = lode_problem_get_property;

  properties[PROP_SEVERITY] = g_param_spec_enum ("severity", NULL, NULL,
                                                 LODE_TYPE_SEVERITY, LODE_SEVERITY_ERROR, flags);
  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_problem_init (LodeProblem *self)
{
}

/*
 * lode_problem_new:
 * @severity: how bad it is
 * @line: its line, from 1; 0: it concerns the whole file
 * @column: its column in code points, from 1; 0: as above
 * @pointer: a JSON Pointer (RFC 6901)
 * @message: what is wrong, translated
 * @hint: (nullable): what would be right, translated
 *
 * Returns: (transfer full): a problem
 */
LodeProblem *
lode_problem_new (LodeSeverity  severity,
                  guint         line,
                  guint         column,
                  const char   *pointer,
                  const char   *message,
                  const char   *hint)
{
  LodeProblem *self = g_object_new (LODE_TYPE_PROBLEM, NULL);

  self->severity = severity;
  self->line = line;
  self->column = column;
  self->pointer = g_strdup (pointer);
  self->message = g_strdup (message);
  self->hint = g_strdup (hint);

  return self;
}

void
lode_problem_take_excerpt (LodeProblem *self, const char *from, const char *mark, const char *to,
                           gboolean is_cut_before, gboolean is_cut_behind)
{
  GString *excerpt;

  /* What is not UTF-8 has a problem of its own. */
  if (!g_utf8_validate (from, to - from, NULL))
    return;

  excerpt = g_string_new (is_cut_before ? "…" : NULL);
  self->mark = g_utf8_strlen (from, mark - from) + (is_cut_before ? 1 : 0);
  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    g_string_append_unichar (excerpt, is_harmful (g_utf8_get_char (at)) ? ' '
                                                                        : g_utf8_get_char (at));
  if (is_cut_behind)
    g_string_append (excerpt, "…");

  g_free (self->excerpt);
  self->excerpt = g_string_free (excerpt, FALSE);
}

/**
 * lode_problem_get_excerpt:
 * @self: a problem
 * @mark: (out): return location for where in it the problem is, in code points; it may be its end
 *
 * Gets the line of the file that it is on, or of a long one what stands around it.
 *
 * Returns: (transfer none) (nullable): a part of the file, without characters that would steer a
 *   terminal or turn text round; NULL: it concerns the whole file, or that is not UTF-8
 */
const char *
lode_problem_get_excerpt (LodeProblem *self, guint *mark)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), NULL);

  *mark = self->mark;
  return self->excerpt;
}

/**
 * lode_problem_get_severity:
 * @self: a problem
 *
 * Gets whether the dataset can be used all the same.
 *
 * Returns: the severity
 */
LodeSeverity
lode_problem_get_severity (LodeProblem *self)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), LODE_SEVERITY_ERROR);

  return self->severity;
}

/**
 * lode_problem_get_line:
 * @self: a problem
 *
 * Gets the line of the file that it is on.
 *
 * Returns: the line, from 1; 0: it concerns the whole file
 */
guint
lode_problem_get_line (LodeProblem *self)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), 0);

  return self->line;
}

/**
 * lode_problem_get_column:
 * @self: a problem
 *
 * Gets where on its line it is.
 *
 * Returns: the column in code points, from 1; 0: it concerns the whole file
 */
guint
lode_problem_get_column (LodeProblem *self)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), 0);

  return self->column;
}

/**
 * lode_problem_get_pointer:
 * @self: a problem
 *
 * Gets which value it is about, as a JSON Pointer by RFC 6901.
 *
 * Returns: (transfer none): the pointer; "" is the whole document
 */
const char *
lode_problem_get_pointer (LodeProblem *self)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), NULL);

  return self->pointer;
}

/**
 * lode_problem_get_message:
 * @self: a problem
 *
 * Gets what is wrong.
 *
 * Returns: (transfer none): a translated sentence, not markup
 */
const char *
lode_problem_get_message (LodeProblem *self)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), NULL);

  return self->message;
}

/**
 * lode_problem_get_hint:
 * @self: a problem
 *
 * Gets what would be right.
 *
 * Returns: (transfer none) (nullable): a translated sentence, not markup, or NULL: no idea
 */
const char *
lode_problem_get_hint (LodeProblem *self)
{
  g_return_val_if_fail (LODE_IS_PROBLEM (self), NULL);

  return self->hint;
}

/**
 * lode_problem_to_string:
 * @self: a problem
 * @file_name: the file as the user named it, in UTF-8
 *
 * Writes the problem as compilers do, so that editors can jump to it: "file:line:column: severity:
 * message (pointer)", and below it, indented, the hint if there is one. Control characters are
 * spelled out.
 *
 * Returns: (transfer full): one or two lines, without a line feed at the end
 */
char *
lode_problem_to_string (LodeProblem *self, const char *file_name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *file = NULL;
  g_autofree char *pointer = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (LODE_IS_PROBLEM (self), NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  file = dup_harmless (file_name);
  pointer = dup_harmless (self->pointer);
  message = dup_harmless (self->message);

  g_string_append_printf (text, "%s:", file);
  if (self->line > 0)
    g_string_append_printf (text, "%u:%u:", self->line, self->column);
  g_string_append_printf (text, " %s: %s",
                          self->severity == LODE_SEVERITY_ERROR ? _("error") : _("warning"),
                          message);
  if (*pointer != '\0')
    g_string_append_printf (text, " (%s)", pointer);
  if (self->hint != NULL)
    {
      g_autofree char *hint = dup_harmless (self->hint);

      /* Translators: the line below a problem of a file: what would be right. */
      g_string_append_printf (text, _("\n  hint: %s"), hint);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

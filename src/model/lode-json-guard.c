/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-guard.h"

#include "lode-json-keys.h"
#include "lode-json-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib 1.6 recurses and dies of a deep file, returns success with no root on an empty one,
 * loses duplicate members without a word, and takes much that is not JSON. So one strict pass by
 * RFC 8259 over the bytes comes first; json-glib only ever sees what is right. */

typedef struct
{
  gboolean    is_object;
  guint       index;  /* of the element */
  const char *key;    /* the member's name, still escaped; NULL: none yet */
  gsize       length; /* of the name */
} Frame;

typedef struct
{
  const char      *start;
  const char      *end;
  const char      *cursor;
  Frame            frames[LODE_JSON_GUARD_MAX_DEPTH];
  guint            depth;
  LodeJsonKeys    *keys;
  LodeProblemList *problems;
} Guard;

static gboolean check_value (Guard *self);

static char *
dup_pointer (Guard *self)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const Frame *frame = &self->frames[i];

      if (!frame->is_object)
        {
          g_string_append_printf (pointer, "/%u", frame->index);
        }
      else if (frame->key != NULL)
        {
          g_autofree char *name = lode_json_string_dup (frame->key, frame->length);

          lode_json_pointer_append_member (pointer, name);
        }
    }

  return g_string_free (pointer, FALSE);
}

/* Says that the document is wrong at the byte @at. Always FALSE, so that the caller can end on it.
 * @hint is translated and may be NULL. */
static gboolean
fail (Guard *self, const char *at, const char *message, const char *hint)
{
  g_autofree char *pointer = dup_pointer (self);

  lode_problem_list_error_at (self->problems, at - self->start, pointer, g_strdup (hint),
                              "%s", message);

  return FALSE;
}

static gboolean
fail_at_end (Guard *self)
{
  return fail (self, self->end, _("The file ends too early"),
               _("Something is missing at the end: perhaps the file was cut off"));
}

/* What stands at the cursor is no JSON: says so in words that fit the usual slips. */
static gboolean
fail_at_token (Guard *self)
{
  const gunichar c = g_utf8_get_char (self->cursor);
  g_autofree char *message = NULL;

  switch (c)
    {
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
      return fail (self, self->cursor, _("A string begins with the wrong quotation mark"),
                   _("Write straight double quotation marks around strings: \"…\""));
    case '/':
    case '#':
      return fail (self, self->cursor, _("JSON has no comments"),
                   _("Remove it, or keep it in a member whose name begins with “x-”"));
    case ',':
      return fail (self, self->cursor, _("There is nothing before this comma"),
                   _("Remove the comma, or write what is missing"));
    default:
      break;
    }

  if (g_unichar_isalpha (c))
    return fail (self, self->cursor, _("There is a word without quotation marks"),
                 _("Strings stand in double quotation marks; without them there are only true, "
                   "false, null and numbers"));

  if (g_unichar_isprint (c))
    message = g_strdup_printf (_("The character “%.*s” cannot stand here"),
                               (int) (g_utf8_next_char (self->cursor) - self->cursor),
                               self->cursor);
  else
    message = g_strdup_printf (_("The character U+%04X cannot stand here"), c);

  return fail (self, self->cursor, message, NULL);
}

static inline void
skip_space (Guard *self)
{
  const char *at = self->cursor;

  while (at < self->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;
  self->cursor = at;
}

static gboolean
read_unit (Guard *self, const char *at, gunichar *unit)
{
  *unit = 0;
  if (self->end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return FALSE;

  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (gunichar) digit;
    }

  return TRUE;
}

/* @at is the backslash; moves it behind the escape. */
static gboolean
check_escape (Guard *self, const char **at)
{
  gunichar unit;
  gunichar low;

  if (self->end - *at < 2)
    return fail_at_end (self);

  if ((*at)[1] != 'u')
    {
      if (strchr ("\"\\/bfnrt", (*at)[1]) == NULL)
        return fail (self, *at, _("A backslash begins an escape that JSON does not have"),
                     _("The escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four "
                       "hexadecimal digits; write a backslash itself as \\\\"));
      *at += 2;
      return TRUE;
    }

  if (!read_unit (self, *at, &unit))
    return fail (self, *at, _("\\u needs four hexadecimal digits"),
                 _("Write the character itself: the file is UTF-8"));
  if (unit == 0)
    return fail (self, *at, _("The character U+0000 cannot be used"), _("Remove it"));

  if ((unit & 0xFC00) == 0xD800 && read_unit (self, *at + 6, &low) && (low & 0xFC00) == 0xDC00)
    {
      *at += 12;
      return TRUE;
    }
  if ((unit & 0xF800) == 0xD800)
    return fail (self, *at, _("Half of a surrogate pair is missing"),
                 _("Write the character itself: the file is UTF-8"));

  *at += 6;
  return TRUE;
}

/* The cursor is at the opening mark. Moves it behind the string; gives the bytes between. */
static gboolean
check_string (Guard *self, const char **start, gsize *length)
{
  const char *at = self->cursor + 1;

  *start = at;
  while (TRUE)
    {
      while (at < self->end && (guchar) *at >= 0x20 && *at != '"' && *at != '\\')
        at++;

      if (at >= self->end)
        return fail (self, self->cursor, _("This string has no end"),
                     _("Close it with a double quotation mark"));

      if (*at == '"')
        break;

      if (*at == '\\')
        {
          if (!check_escape (self, &at))
            return FALSE;
        }
      else if (*at == '\n' || *at == '\r')
        {
          return fail (self, at, _("A line ends inside a string"),
                       _("Close the string before the end of the line, or write \\n"));
        }
      else
        {
          return fail (self, at, _("There is a control character inside a string"),
                       *at == '\t' ? _("Write a tab as \\t") : _("Remove it"));
        }
    }

  *length = at - *start;
  self->cursor = at + 1;
  return TRUE;
}

static gboolean
check_number (Guard *self)
{
  const char *message;
  const char *hint;
  gsize length;

  length = lode_json_number_scan (self->cursor, self->end, &message, &hint);
  if (length == 0)
    return fail (self, self->cursor, message, hint);

  self->cursor += length;
  return TRUE;
}

static gboolean
check_word (Guard *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->cursor) < length || memcmp (self->cursor, word, length) != 0 ||
      (self->cursor + length < self->end && g_ascii_isalnum (self->cursor[length])))
    return fail_at_token (self);

  self->cursor += length;
  return TRUE;
}

/* The cursor is behind a value. Moves it to the next one, or behind the closing bracket. */
static gboolean
check_separator (Guard *self, char closing, gboolean *closed)
{
  const char *comma;

  skip_space (self);
  *closed = FALSE;
  if (self->cursor >= self->end)
    return fail_at_end (self);

  if (*self->cursor == closing)
    {
      self->cursor++;
      *closed = TRUE;
      return TRUE;
    }

  if (*self->cursor == '}' || *self->cursor == ']')
    return fail (self, self->cursor, _("The brackets do not match"),
                 closing == '}' ? _("Close the object with }") : _("Close the array with ]"));

  if (*self->cursor != ',')
    {
      if (strchr ("\"{[-0123456789tfn", *self->cursor) != NULL)
        return fail (self, self->cursor, _("A comma is missing before this"),
                     _("Write a comma between two values"));
      return fail_at_token (self);
    }

  comma = self->cursor++;
  skip_space (self);
  if (self->cursor < self->end && (*self->cursor == '}' || *self->cursor == ']'))
    return fail (self, comma, _("There is a comma after the last value"), _("Remove the comma"));

  return TRUE;
}

static gboolean
check_member (Guard *self, Frame *frame)
{
  const char *start;
  gsize length;

  frame->key = NULL;
  if (self->cursor >= self->end)
    return fail_at_end (self);
  if (*self->cursor != '"')
    {
      if (strchr ("{[]:-0123456789", *self->cursor) == NULL)
        return fail_at_token (self);
      return fail (self, self->cursor, _("The name of a member is missing"),
                   _("Write a name in double quotation marks, a colon, and a value"));
    }

  if (!check_string (self, &start, &length))
    return FALSE;
  frame->key = start;
  frame->length = length;
  lode_json_keys_add (self->keys, start, length);

  skip_space (self);
  if (self->cursor >= self->end)
    return fail_at_end (self);
  if (*self->cursor != ':')
    return fail (self, self->cursor, _("A colon is missing after the name of the member"),
                 _("Write a colon between the name and its value"));

  self->cursor++;
  skip_space (self);

  return check_value (self);
}

static void
report_duplicate_cb (const char *second, gsize length, gpointer user_data)
{
  Guard *self = user_data;
  Frame *frame = &self->frames[self->depth - 1];
  g_autofree char *name = lode_json_string_dup (second, length);
  g_autofree char *excerpt = lode_problem_list_dup_excerpt (name);
  g_autofree char *pointer = NULL;

  frame->key = second;
  frame->length = length;
  pointer = dup_pointer (self);

  /* The key begins behind its opening quotation mark. */
  lode_problem_list_error_at (self->problems, second - 1 - self->start, pointer,
                              g_strdup (_("Keep one of them")),
                              _("The member “%s” is already in this object"), excerpt);
}

static gboolean
check_container (Guard *self)
{
  const gboolean is_object = *self->cursor == '{';
  const char closing = is_object ? '}' : ']';
  gboolean closed = FALSE;
  Frame *frame;

  if (self->depth == LODE_JSON_GUARD_MAX_DEPTH)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (_("Objects and arrays are nested more than %u deep"),
                                 LODE_JSON_GUARD_MAX_DEPTH);
      return fail (self, self->cursor, message, _("A dataset needs no more than seven levels"));
    }

  frame = &self->frames[self->depth];
  *frame = (Frame) { .is_object = is_object };

  self->cursor++;
  skip_space (self);
  if (self->cursor < self->end && *self->cursor == closing)
    {
      self->cursor++;
      return TRUE;
    }

  self->depth++;
  if (is_object)
    lode_json_keys_begin (self->keys);
  while (!closed)
    {
      if (!(is_object ? check_member (self, frame) : check_value (self)) ||
          !check_separator (self, closing, &closed))
        return FALSE;
      frame->index++;
    }
  if (is_object)
    lode_json_keys_end (self->keys, report_duplicate_cb, self);
  self->depth--;

  return TRUE;
}

static gboolean
check_value (Guard *self)
{
  const char *start;
  gsize length;

  if (self->cursor >= self->end)
    return fail_at_end (self);

  switch (*self->cursor)
    {
    case '{':
    case '[':
      return check_container (self);
    case '"':
      return check_string (self, &start, &length);
    case 't':
      return check_word (self, "true");
    case 'f':
      return check_word (self, "false");
    case 'n':
      return check_word (self, "null");
    case '}':
    case ']':
      return fail (self, self->cursor, _("A value is missing before this bracket"), NULL);
    default:
      if (lode_json_number_begins (self->cursor, self->end))
        return check_number (self);
      return fail_at_token (self);
    }
}

static gboolean
check_document (Guard *self)
{
  skip_space (self);
  if (self->cursor >= self->end)
    return fail (self, self->start, _("The file is empty"),
                 _("A dataset begins with { and ends with }"));

  if (!check_value (self))
    return FALSE;

  skip_space (self);
  if (self->cursor < self->end)
    return fail (self, self->cursor, _("There is something after the end of the document"),
                 _("A file holds one object: remove what follows its last bracket"));

  return TRUE;
}

static gboolean
check_encoding (Guard *self)
{
  g_autofree char *message = NULL;
  const guchar *bytes = (const guchar *) self->start;
  const gsize length = self->end - self->start;
  const char *invalid;

  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    return fail (self, self->start, _("The file begins with a byte order mark"),
                 _("Save it as UTF-8 without a byte order mark"));

  if (length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0))
    return fail (self, self->start, _("The file is UTF-16"), _("Save it as UTF-8"));

  if (g_utf8_validate_len (self->start, length, &invalid))
    return TRUE;

  /* GLib takes a null byte for the end of the text. */
  if (*invalid == '\0')
    message = g_strdup_printf (_("Byte %u is null: this is not text"),
                               (guint) (invalid - self->start));
  else
    message = g_strdup_printf (_("Byte %u (0x%02X) is not UTF-8"),
                               (guint) (invalid - self->start), (guint) (guchar) *invalid);

  return fail (self, invalid, message, _("Save the file as UTF-8"));
}

/**
 * lode_json_guard_check:
 * @json: the bytes of a file
 * @length: how many
 * @problems: where to report what is wrong
 *
 * Checks, before a JSON parser sees them, that the bytes are one JSON document in UTF-8 by RFC 8259
 * that is neither too large nor too deep, has no member twice in one object, and no number that a
 * double or a 64-bit integer cannot hold. Only the first error of syntax is reported, as what
 * follows one is guesswork, but every duplicate member is.
 *
 * Returns: TRUE if the bytes can be parsed (there may still be duplicate members, which have been
 *   reported)
 */
gboolean
lode_json_guard_check (const char *json, gsize length, LodeProblemList *problems)
{
  Guard self = {
    .start = json,
    .end = json + length,
    .cursor = json,
    .problems = problems,
  };
  gboolean is_good;

  if (length > LODE_JSON_GUARD_MAX_SIZE)
    {
      lode_json_guard_refuse_size (problems);
      return FALSE;
    }

  self.keys = lode_json_keys_new ();
  is_good = check_encoding (&self) && check_document (&self);
  lode_json_keys_free (self.keys);

  return is_good;
}

void
lode_json_guard_refuse_size (LodeProblemList *problems)
{
  g_autofree char *limit = g_format_size_full (LODE_JSON_GUARD_MAX_SIZE,
                                               G_FORMAT_SIZE_IEC_UNITS);

  lode_problem_list_error_at (problems, -1, "",
                              g_strdup (_("Split the dataset into several files")),
                              _("The file is larger than %s"), limit);
}

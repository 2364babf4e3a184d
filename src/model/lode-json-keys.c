/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-keys.h"

#include <stdlib.h>
#include <string.h>

/* Objects of a dataset have a dozen members: comparing each with each is quickest. A file made to
 * be slow can have a million in one object: those are sorted. */
#define FEW 24

typedef struct
{
  const char *start;
  gsize       length;
  guint32     hash;
  char       *plain; /* NULL: no escapes, what is at start can be compared */
} Key;

struct _LodeJsonKeys
{
  GArray *keys;   /* of Key, of all open objects, the innermost last */
  GArray *begins; /* of guint: where the keys of each open object begin */
};

static void
key_clear (gpointer data)
{
  Key *key = data;

  g_free (key->plain);
}

static const char *
get_plain (const Key *key, gsize *length)
{
  if (key->plain == NULL)
    {
      *length = key->length;
      return key->start;
    }

  *length = strlen (key->plain);
  return key->plain;
}

static int
compare_plain (const Key *one, const Key *other)
{
  gsize one_length;
  gsize other_length;
  const char *one_plain = get_plain (one, &one_length);
  const char *other_plain = get_plain (other, &other_length);

  if (one_length != other_length)
    return one_length < other_length ? -1 : 1;

  return memcmp (one_plain, other_plain, one_length);
}

/* Equal names end up side by side, in the order of the file. */
static int
compare_keys (const void *a, const void *b)
{
  const Key *one = a;
  const Key *other = b;
  int order;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;

  order = compare_plain (one, other);
  if (order != 0)
    return order;

  return one->start < other->start ? -1 : 1;
}

static void
find_among_few (const Key *keys, guint n_keys, LodeJsonKeysFunc duplicate, gpointer user_data)
{
  for (guint i = 1; i < n_keys; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (keys[i].hash == keys[j].hash && compare_plain (&keys[i], &keys[j]) == 0)
            {
              duplicate (keys[i].start, keys[i].length, user_data);
              break;
            }
        }
    }
}

static void
find_among_many (Key *keys, guint n_keys, LodeJsonKeysFunc duplicate, gpointer user_data)
{
  guint first = 0;

  qsort (keys, n_keys, sizeof (Key), compare_keys);
  for (guint i = 1; i < n_keys; i++)
    {
      if (keys[i].hash == keys[first].hash && compare_plain (&keys[i], &keys[first]) == 0)
        duplicate (keys[i].start, keys[i].length, user_data);
      else
        first = i;
    }
}

LodeJsonKeys *
lode_json_keys_new (void)
{
  LodeJsonKeys *self = g_new0 (LodeJsonKeys, 1);

  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_array_set_clear_func (self->keys, key_clear);
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
lode_json_keys_free (LodeJsonKeys *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->begins);
  g_free (self);
}

/* An object begins. */
void
lode_json_keys_begin (LodeJsonKeys *self)
{
  guint begin = self->keys->len;

  g_array_append_val (self->begins, begin);
}

/* The object has a member whose name is the @length bytes at @start, still escaped. */
void
lode_json_keys_add (LodeJsonKeys *self, const char *start, gsize length)
{
  Key key = { .start = start, .length = length, .hash = 2166136261u };
  const char *plain;
  gsize plain_length;

  if (memchr (start, '\\', length) != NULL)
    key.plain = lode_json_string_dup (start, length);

  /* FNV-1a */
  plain = get_plain (&key, &plain_length);
  for (gsize i = 0; i < plain_length; i++)
    key.hash = (key.hash ^ (guchar) plain[i]) * 16777619u;

  g_array_append_val (self->keys, key);
}

/* The object ends: calls @duplicate for each name that it had before. */
void
lode_json_keys_end (LodeJsonKeys *self, LodeJsonKeysFunc duplicate, gpointer user_data)
{
  guint begin = g_array_index (self->begins, guint, self->begins->len - 1);
  guint n_keys = self->keys->len - begin;
  Key *keys = &g_array_index (self->keys, Key, begin);

  if (n_keys <= FEW)
    find_among_few (keys, n_keys, duplicate, user_data);
  else
    find_among_many (keys, n_keys, duplicate, user_data);

  g_array_set_size (self->keys, begin);
  g_array_set_size (self->begins, self->begins->len - 1);
}

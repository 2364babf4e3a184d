/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-nearest-word.h"

#include <string.h>

#define MAX_LENGTH 80

/* The optimal string alignment distance: how many letters must be added, left out, changed, or
 * swapped with their neighbour. Bytes will do for names and ids. */
static guint
measure_distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];

  for (gsize j = 0; j <= b_length; j++)
    above[j] = j;

  for (gsize i = 1; i <= a_length; i++)
    {
      guint *recycled = before;

      row[0] = i;
      for (gsize j = 1; j <= b_length; j++)
        {
          row[j] = MIN (above[j], row[j - 1]) + 1;
          row[j] = MIN (row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }

      before = above;
      above = row;
      row = recycled;
    }

  return above[b_length];
}

/* @wanted is what somebody wrote. */
void
lode_nearest_word_init (LodeNearestWord *self, const char *wanted)
{
  self->wanted = wanted;
  self->nearest = NULL;
  self->distance = MAX (strlen (wanted) / 3, 1) + 1;
}

/* Makes @word the nearest if it is nearer than all before. */
void
lode_nearest_word_try (LodeNearestWord *self, const char *word)
{
  const gsize wanted_length = strlen (self->wanted);
  const gsize length = strlen (word);
  const gsize difference = length > wanted_length ? length - wanted_length : wanted_length - length;
  guint distance;

  if (length > MAX_LENGTH || wanted_length > MAX_LENGTH || difference >= self->distance)
    return;

  distance = measure_distance (self->wanted, wanted_length, word, length);
  if (distance < self->distance)
    {
      self->nearest = word;
      self->distance = distance;
    }
}

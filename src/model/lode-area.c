/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-area.h"

#include <math.h>

gboolean
lode_area_parse (const char *text, LodeArea *area)
{
  double numbers[4];
  const char *at = text;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      /* Neither spaces nor words such as "infinity". */
      if (!g_ascii_isdigit (*at) && *at != '-' && *at != '.')
        return FALSE;
      numbers[i] = g_ascii_strtod (at, &end);
      if (end == at || !isfinite (numbers[i]) || *end != (i < 3 ? ',' : '\0'))
        return FALSE;
      at = end + 1;
    }
  if (fabs (numbers[0]) > 180 || fabs (numbers[2]) > 180 || numbers[1] < -90 || numbers[3] > 90
      || numbers[1] > numbers[3])
    return FALSE;

  *area = (LodeArea) { numbers[0], numbers[1], numbers[2], numbers[3] };
  return TRUE;
}

char *
lode_area_dup_string (const LodeArea *self)
{
  const double numbers[] = { self->west, self->south, self->east, self->north };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.4f", numbers[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", number);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
lode_area_contains (const LodeArea *self, double longitude, double latitude)
{
  if (latitude < self->south || latitude > self->north)
    return FALSE;

  return self->west <= self->east ? longitude >= self->west && longitude <= self->east
                                  : longitude >= self->west || longitude <= self->east;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-date.h"

#include <locale.h>

static const struct
{
  const char *date;
  const char *text; /* NULL: not a date */
} dates[] = {
  { "2026-02-02", "2 February 2026" },
  { "2026-12-31", "31 December 2026" },
  { "2024-02-29", "29 February 2024" },
  { "2000-02-29", "29 February 2000" },
  { "2026-02", "February 2026" },
  { "2026", "2026" },
  { "1642-12-13", "13 December 1642" },
  { "0001", "1" },
  { "2026-02-29", NULL },
  { "1900-02-29", NULL },
  { "2026-04-31", NULL },
  { "2026-13", NULL },
  { "2026-00", NULL },
  { "2026-01-00", NULL },
  { "0000", NULL },
  { "", NULL },
  { "26", NULL },
  { "2026-2-2", NULL },
  { "2026-02-2x", NULL },
  { "2026/02/02", NULL },
  { "2026-02-02T00:00", NULL },
  { "-026", NULL },
  { "２０２６", NULL },
};

static void
test_date (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = lode_date_format (dates[i].date);

  g_assert_true (lode_date_is_valid (dates[i].date) == (dates[i].text != NULL));

  /* What is no date is shown as it is. */
  g_assert_cmpstr (text, ==, dates[i].text != NULL ? dates[i].text : dates[i].date);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_date);
    }

  return g_test_run ();
}

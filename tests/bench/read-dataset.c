/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-reader.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* read-dataset json-glib|lode FILE: reads FILE once, in a process of its own, and prints the
 * processor time in milliseconds, the time by the clock, and by how many KiB the process grew at
 * its largest and at the end. */

static double
get_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* The figure of /proc/self/status that is called @name, in KiB. */
static guint64
get_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, name);

  return line != NULL ? g_ascii_strtoull (line + strlen (name), NULL, 10) : 0;
}

static void
read_with_json_glib (const char *path)
{
  JsonParser *parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s", error->message);
}

/* Keeps what it read, as a window does. */
static void
read_with_lode (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LodeReading *reading = lode_dataset_read (file, NULL, &error);

  if (reading == NULL || lode_reading_get_dataset (reading) == NULL)
    g_error ("%s is no good dataset", path);
}

int
main (int argc, char **argv)
{
  const gboolean is_lode = argc == 3 && g_str_equal (argv[1], "lode");
  guint64 before;
  double processor;
  double clock;

  if (argc != 3)
    return 2;

  before = get_status ("VmRSS:\t");
  processor = get_clock (CLOCK_PROCESS_CPUTIME_ID);
  clock = get_clock (CLOCK_MONOTONIC);
  if (is_lode)
    read_with_lode (argv[2]);
  else
    read_with_json_glib (argv[2]);
  processor = get_clock (CLOCK_PROCESS_CPUTIME_ID) - processor;
  clock = get_clock (CLOCK_MONOTONIC) - clock;

  printf ("%.2f %.2f %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", processor, clock,
          get_status ("VmHWM:\t") - before, get_status ("VmRSS:\t") - before);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-reader.h"
#include "lode-export.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

/* export-dataset FILE: how long it takes to write all statements of FILE in each format, to
 * /dev/null, as the median of some runs; and how many times as long as reading FILE. All are
 * milliseconds of the processor. */

#define N_RUNS 3

static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
get_median (double *times)
{
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static LodeDataset *
read_dataset (const char *path, double *milliseconds)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  LodeDataset *dataset = NULL;
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double before = get_time ();
      g_autoptr (LodeReading) reading = NULL;
      g_autoptr (GError) error = NULL;

      reading = lode_dataset_read (file, NULL, &error);
      g_assert_no_error (error);
      times[i] = get_time () - before;
      g_set_object (&dataset, lode_reading_get_dataset (reading));
      g_assert_nonnull (dataset);
    }

  *milliseconds = get_median (times);
  return dataset;
}

static double
write_dataset (LodeDataset *dataset, const LodeExportFormat *format)
{
  GListModel *statements = lode_dataset_get_statements (dataset);
  g_autoptr (LodeExport) out = lode_export_new (dataset, statements, NULL);
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double before = get_time ();
      g_autoptr (GOutputStream) stream = NULL;
      g_autoptr (GError) error = NULL;

      stream = g_unix_output_stream_new (open ("/dev/null", O_WRONLY | O_CLOEXEC), TRUE);
      lode_export_write (out, format, stream, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      times[i] = get_time () - before;
    }

  return get_median (times);
}

int
main (int argc, char **argv)
{
  g_autoptr (LodeDataset) dataset = NULL;
  double reading;

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, ==, 2);

  dataset = read_dataset (argv[1], &reading);
  g_print ("medians of %d          ms  × reading\n%-16s %9.1f %10.2f\n", N_RUNS, "reading", reading,
           1.0);
  for (guint i = 0; i < lode_export_format_get_count (); i++)
    {
      const LodeExportFormat *format = lode_export_format_get (i);
      const double writing = write_dataset (dataset, format);

      g_print ("%-16s %9.1f %10.2f\n", format->id, writing, writing / reading);
    }

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-dataset-reader.h"
#include "lode-findings.h"

#include <string.h>

/* One keystroke of search: a query read, all statements searched, all filters counted; against
 * memchr() for a byte that is nowhere over the same bytes. Medians, in one run.
 *
 *     bench-search DATASET */

#define N_RUNS 21

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 time_a = *(const gint64 *) a;
  const gint64 time_b = *(const gint64 *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static double
get_median_ms (gint64 *times)
{
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  return times[N_RUNS / 2] / 1000.0;
}

static double
measure_memchr (const char *bytes, gsize size)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      const void *volatile found = memchr (bytes, 0x01, size);

      times[i] = g_get_monotonic_time () - start;
      g_assert_null (found);
    }

  return get_median_ms (times);
}

static void
measure_query (LodeDataset *dataset, const char *text, double memchr_ms)
{
  gint64 select_times[N_RUNS];
  gint64 findings_times[N_RUNS];
  double select_ms, findings_ms;
  guint n = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (LodeQuery) query = lode_query_new (text);
      g_autoptr (GListModel) found = lode_query_select (query, dataset);
      const gint64 selected = g_get_monotonic_time ();
      g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset);

      select_times[i] = selected - start;
      findings_times[i] = g_get_monotonic_time () - selected;
      n = g_list_model_get_n_items (found);
    }

  select_ms = get_median_ms (select_times);
  findings_ms = get_median_ms (findings_times);
  g_print ("%-34s %8u %9.2f %8.2f %9.2f %8.2f\n", text, n, select_ms, select_ms / memchr_ms,
           findings_ms, findings_ms / memchr_ms);
}

int
main (int argc, char **argv)
{
  static const char *queries[] = {
    "v", "va", "van", "vanadium", "vanadium gold", "zzzz", "\"the mineral coast\"", "taranaki",
    "topic:topic-3", "kind:quote mining", "speaker:actor-200 after:2020",
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = NULL;
  LodeSearchTexts *words;
  LodeDataset *dataset;
  const char *bytes;
  double memchr_ms;
  gint64 start;
  gsize size;

  if (argc != 2)
    {
      g_printerr ("usage: bench-search DATASET\n");
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  reading = lode_dataset_read (file, NULL, &error);
  if (reading == NULL || lode_reading_get_dataset (reading) == NULL)
    g_error ("%s: %s", argv[1], error != NULL ? error->message : "not a good dataset");

  dataset = lode_reading_get_dataset (reading);
  start = g_get_monotonic_time ();
  words = lode_search_index_get_words (lode_dataset_get_search_index (dataset));
  g_print ("index made in %.0f ms, once, in a thread\n",
           (g_get_monotonic_time () - start) / 1000.0);

  bytes = lode_search_texts_get_bytes (words, &size);
  memchr_ms = measure_memchr (bytes, size);
  g_print ("%u statements, %.1f MB of words; memchr() over them %.2f ms\n\n",
           lode_search_texts_get_length (words), size / 1e6, memchr_ms);
  g_print ("%-34s %8s %9s %8s %9s %8s\n", "query", "found", "select ms", "× memchr", "count ms",
           "× memchr");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    measure_query (dataset, queries[i], memchr_ms);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"
#include "lode-dataset-reader.h"
#include "lode-findings.h"
#include "lode-search-fold.h"

#include <string.h>

/* One keystroke of search: a query read, all statements searched, what is always shown counted;
 * against memchr() for a byte that is nowhere over the words of all statements, folded, in one piece.
 * Medians, in one run. Then the values of all filters, which are counted when a menu opens.
 *
 *     bench-search DATASET [QUERY...] */

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

/* Called through a pointer that may change at any time, so that no compiler leaves out or moves a
 * call whose answer it knows. */
static void *(*volatile look_for_byte) (const void *bytes, int byte, size_t size) = memchr;

static double
measure_memchr (const GString *words)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      const void *found = look_for_byte (words->str, 0x01, words->len);

      times[i] = g_get_monotonic_time () - start;
      g_assert_null (found);
    }

  return get_median_ms (times);
}

static GString *
fold_words (LodeDataset *dataset)
{
  GListModel *statements = lode_dataset_get_statements (dataset);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      const char * const *paragraphs = lode_statement_get_paragraphs (statement);

      for (guint j = 0; paragraphs[j] != NULL; j++)
        lode_search_fold_append (words, paragraphs[j], NULL);
      if (lode_statement_get_gloss (statement) != NULL)
        lode_search_fold_append (words, lode_statement_get_gloss (statement), NULL);
    }

  return words;
}

static void
measure_query (LodeDataset *dataset, const char *text, double memchr_ms)
{
  gint64 search_times[N_RUNS];
  gint64 count_times[N_RUNS];
  double search_ms;
  guint n = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (LodeQuery) query = lode_query_new (text);
      g_autoptr (LodeFindings) findings = lode_findings_new (query, dataset, NULL);
      const gint64 found = g_get_monotonic_time ();

      for (guint field = LODE_QUERY_FIELD_SPEAKER; field <= LODE_QUERY_FIELD_DATE; field++)
        {
          g_autoptr (GListModel) values = lode_findings_list_values (findings, field);

          g_assert_true (G_IS_LIST_MODEL (values));
        }

      search_times[i] = found - start;
      count_times[i] = g_get_monotonic_time () - found;
      n = g_list_model_get_n_items (lode_findings_get_statements (findings));
    }

  search_ms = get_median_ms (search_times);
  g_print ("%-34s %8u %9.2f %9.2f %9.2f\n", text, n, search_ms, search_ms / memchr_ms,
           get_median_ms (count_times));
}

int
main (int argc, char **argv)
{
  static const char *queries[] = {
    "a", "s", "v", "va", "van", "vanadium", "vanadium gold", "zzzz", "\"the mineral coast\"", "taranaki", "place", "sp", "the want",
    "topic:topic-3", "kind:quote mining", "speaker:actor-200 after:2020",
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (GString) words = NULL;
  LodeDataset *dataset;
  double memchr_ms;
  gint64 start;

  if (argc < 2)
    {
      g_printerr ("usage: bench-search DATASET [QUERY...]\n");
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  reading = lode_dataset_read (file, NULL, &error);
  if (reading == NULL || lode_reading_get_dataset (reading) == NULL)
    g_error ("%s: %s", argv[1], error != NULL ? error->message : "not a good dataset");

  dataset = lode_reading_get_dataset (reading);
  start = g_get_monotonic_time ();
  lode_dataset_get_search_index (dataset);
  g_print ("index made in %.0f ms, once, in a thread\n",
           (g_get_monotonic_time () - start) / 1000.0);

  words = fold_words (dataset);
  memchr_ms = measure_memchr (words);
  g_print ("%u statements, %.1f MB of words; memchr() over them %.2f ms, %.0f GB/s\n\n",
           g_list_model_get_n_items (lode_dataset_get_statements (dataset)), words->len / 1e6,
           memchr_ms, words->len / 1e6 / memchr_ms);
  g_print ("%-34s %8s %9s %9s %9s\n", "query", "found", "search ms", "x memchr", "menus ms");
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (queries); i++)
    measure_query (dataset, queries[i], memchr_ms);
  for (int i = 2; i < argc; i++)
    measure_query (dataset, argv[i], memchr_ms);

  return 0;
}

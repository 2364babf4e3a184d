/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-comparison.h"
#include "lode-dataset-reader.h"
#include "lode-search-fold.h"

#include <string.h>

/* The table of a comparison made from all statements, against strstr() for a word that is nowhere
 * over their words, folded, in one piece; and, as what any table costs at least, against one visit
 * to each statement's words. Medians, in one run.
 *
 *     bench-compare DATASET */

#define N_RUNS 11

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

static GString *
fold_words (GListModel *statements)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);
      const char * const *paragraphs = lode_statement_get_paragraphs (statement);

      for (guint j = 0; paragraphs[j] != NULL; j++)
        lode_search_fold_append (words, paragraphs[j], NULL);
    }

  return words;
}

/* Called through a pointer that may change at any time, so that no compiler leaves out or moves a
 * call whose answer it knows. */
static char *(*volatile look_for_text) (const char *text, const char *needle) = strstr;

static double
measure_strstr (const GString *words)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      const char *found = look_for_text (words->str, "zzzz");

      times[i] = g_get_monotonic_time () - start;
      g_assert_null (found);
    }

  return get_median_ms (times);
}

static double
measure_visit (GListModel *statements)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      guint64 n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, j);

          n += lode_statement_count_words (statement);
        }
      times[i] = g_get_monotonic_time () - start;
      g_assert_cmpuint (n, >, 0);
    }

  return get_median_ms (times);
}

static void
measure_comparison (GListModel          *statements,
                    LodeComparisonAxis   rows,
                    LodeComparisonOrder  order,
                    const char          *name,
                    double               strstr_ms,
                    double               visit_ms)
{
  gint64 times[N_RUNS];
  g_autofree char *size = NULL;
  double ms;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (LodeComparison) comparison =
        lode_comparison_new (statements, rows, LODE_COMPARISON_AXIS_TOPICS, order, 0);

      times[i] = g_get_monotonic_time () - start;
      if (size == NULL)
        size = g_strdup_printf ("%u x %u", lode_comparison_get_n_rows (comparison),
                                lode_comparison_get_n_columns (comparison));
    }

  ms = get_median_ms (times);
  g_print ("%-34s %12s %9.1f %9.2f %9.2f\n", name, size, ms, ms / strstr_ms, ms / visit_ms);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = NULL;
  g_autoptr (GString) words = NULL;
  GListModel *statements;
  double strstr_ms, visit_ms;

  if (argc != 2)
    {
      g_printerr ("usage: bench-compare DATASET\n");
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  reading = lode_dataset_read (file, NULL, &error);
  if (reading == NULL || lode_reading_get_dataset (reading) == NULL)
    g_error ("%s: %s", argv[1], error != NULL ? error->message : "not a good dataset");

  statements = lode_dataset_get_statements (lode_reading_get_dataset (reading));
  words = fold_words (statements);
  strstr_ms = measure_strstr (words);
  visit_ms = measure_visit (statements);
  g_print ("%u statements, %.1f MB of words; strstr() over them %.1f ms; counting their words %.1f "
           "ms\n\n", g_list_model_get_n_items (statements), words->len / 1e6, strstr_ms, visit_ms);
  g_print ("%-34s %12s %9s %9s %9s\n", "compared", "rows x cols", "ms", "x strstr", "x count");
  measure_comparison (statements, LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_ORDER_FIRST,
                      "speakers x topics", strstr_ms, visit_ms);
  measure_comparison (statements, LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_ORDER_NAME,
                      "speakers x topics, by name", strstr_ms, visit_ms);
  measure_comparison (statements, LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_ORDER_WORDS,
                      "speakers x topics, by words", strstr_ms, visit_ms);
  measure_comparison (statements, LODE_COMPARISON_AXIS_GROUPS, LODE_COMPARISON_ORDER_FIRST,
                      "groups x topics", strstr_ms, visit_ms);

  return 0;
}

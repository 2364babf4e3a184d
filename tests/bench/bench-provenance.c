/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
#include "config.h"

#include "lode-quotation-finder.h"
#include "lode-source-text.h"
#include "lode-typography.h"

#include <string.h>
#include <time.h>

/* How long it takes to look for a thousand quotations in five megabytes: in one pass, against
 * looking for each by memmem(), and against reading the text once (SHA-256). The text is made of
 * words drawn by a fixed seed, so that every run is the same. Prints, asserts no time. */

#define TEXT_SIZE (5 * 1024 * 1024)
#define N_QUOTATIONS 1000
#define N_RUNS 5

static const char * const words[] = {
  "the", "of", "and", "mine", "gold", "Māori", "Ōtākou", "ore", "said", "we", "have", "to",
  "vanadium", "tungsten", "antimony", "export", "country", "people", "can’t", "well-paid", "💎",
};

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static char *
create_text (gsize *length)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GString *text = g_string_sized_new (TEXT_SIZE + 64);

  while (text->len < TEXT_SIZE)
    {
      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append (text, g_rand_int_range (rand, 0, 80) == 0 ? ".\n\n" : " ");
    }

  *length = text->len;
  return g_string_free (text, FALSE);
}

/* Some eighty code points from places all over the text, that begin and end with a word. */
static char **
cut_quotations (const char *text, gsize length)
{
  char **quotations = g_new0 (char *, N_QUOTATIONS + 1);

  for (gsize i = 0; i < N_QUOTATIONS; i++)
    {
      const char *start = strchr (text + i * (length / (N_QUOTATIONS + 1)), ' ') + 1;
      const char *end = strchr (start + 80, ' ');

      quotations[i] = g_strndup (start, end - start);
    }

  return quotations;
}

static double
find_in_one_pass (const char *text, gsize length, char **quotations, guint *n_found)
{
  g_autofree LodeSoughtQuotation *sought = g_new0 (LodeSoughtQuotation, N_QUOTATIONS);
  g_autofree const char **paragraphs = g_new0 (const char *, 2 * N_QUOTATIONS);
  const double start = get_ms ();

  for (guint i = 0; i < N_QUOTATIONS; i++)
    {
      paragraphs[2 * i] = quotations[i];
      sought[i].paragraphs = &paragraphs[2 * i];
    }
  lode_quotation_finder_run (text, length, sought, N_QUOTATIONS, NULL);

  *n_found = 0;
  for (guint i = 0; i < N_QUOTATIONS; i++)
    *n_found += sought[i].n_found > 0;

  return get_ms () - start;
}

static double
find_one_by_one (const char *text, gsize length, char **quotations)
{
  const double start = get_ms ();

  for (guint i = 0; i < N_QUOTATIONS; i++)
    g_assert_nonnull (memmem (text, length, quotations[i], strlen (quotations[i])));

  return get_ms () - start;
}

static double
fold (const char *text, gsize length)
{
  const double start = get_ms ();

  g_free (lode_typography_fold (text, length, NULL));

  return get_ms () - start;
}

static double
prepare_text (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  const double start = get_ms ();

  g_object_unref (lode_source_text_new (bytes, NULL));

  return get_ms () - start;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_row (const char *name, double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  g_print ("%-44s %8.1f ms\n", name, times[N_RUNS / 2]);
}

int
main (void)
{
  gsize length;
  g_autofree char *text = create_text (&length);
  g_auto (GStrv) quotations = cut_quotations (text, length);
  double passes[N_RUNS], singles[N_RUNS], folds[N_RUNS], readings[N_RUNS];
  guint n_found = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      readings[i] = prepare_text (text, length);
      passes[i] = find_in_one_pass (text, length, quotations, &n_found);
      folds[i] = fold (text, length);
      singles[i] = find_one_by_one (text, length, quotations);
    }
  g_assert_cmpuint (n_found, ==, N_QUOTATIONS);

  g_print ("%.1f MB, %d quotations; medians of %d runs\n", length / 1e6, N_QUOTATIONS, N_RUNS);
  print_row ("UTF-8, SHA-256 and positions of the text", readings);
  print_row ("all quotations in one pass", passes);
  print_row ("typography of the text folded", folds);
  print_row ("the same by memmem(), one by one", singles);
  g_print ("one pass against memmem(): %.2f\n", passes[N_RUNS / 2] / singles[N_RUNS / 2]);

  return 0;
}

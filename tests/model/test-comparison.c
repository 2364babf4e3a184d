/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-comparison.h"

#include "test-model.h"

/* The table as text: "column column; row: cell cell; row: cell cell", a cell being ids or "-". */
static char *
dup_table (LodeComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lode_comparison_get_n_columns (comparison); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            lode_comparison_get_column (comparison, i)->name);

  for (guint row = 0; row < lode_comparison_get_n_rows (comparison); row++)
    {
      const char *name = lode_comparison_get_row (comparison, row)->name;

      g_string_append_printf (text, "; %s:", name != NULL ? name : "(none)");
      for (guint column = 0; column < lode_comparison_get_n_columns (comparison); column++)
        {
          guint n;
          LodeStatement * const *cell = lode_comparison_get_cell (comparison, row, column, &n);

          g_assert_true ((cell == NULL) == (n == 0));
          g_string_append (text, n == 0 ? " -" : " ");
          for (guint i = 0; i < n; i++)
            g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                                    lode_record_get_id (LODE_RECORD (cell[i])));
        }
    }

  return g_string_free (text, FALSE);
}

#define STATEMENT(id, actor, kind, text, topics, more) \
  "{\"id\":\"" id "\",\"actor\":\"" actor "\",\"kind\":\"" kind "\",\"text\":[\"" text "\"]," \
  "\"source\":\"s\",\"topics\":[" topics "]" more "}"

static LodeDataset *
read_small (void)
{
  g_autofree char *json = test_model_dup_text (
    "{\"id\":\"zoe\",\"name\":\"Zoe\",\"kind\":\"person\",\"group\":\"left\"},"
    "{\"id\":\"abe\",\"name\":\"Abe\",\"kind\":\"person\",\"group\":\"right\"},"
    "{\"id\":\"moe\",\"name\":\"Moe\",\"kind\":\"person\"}",
    "{\"id\":\"gold\",\"name\":\"Gold\"},{\"id\":\"coal\",\"name\":\"Coal\"},"
    "{\"id\":\"iron\",\"name\":\"Iron\"}",
    "",
    STATEMENT ("z1", "zoe", "quote", "One two — three.", "\"coal\",\"gold\"", "") ","
    STATEMENT ("a1", "abe", "quote", "Four.", "\"gold\"", "") ","
    STATEMENT ("z2", "zoe", "paraphrase", "Not her words.", "\"gold\"", "") ","
    STATEMENT ("m1", "moe", "no-reply", "Did not answer.", "\"iron\"", ""));
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  LodeDataset *dataset = test_model_parse (json, strlen (json), problems);

  g_assert_nonnull (dataset);
  return dataset;
}

static LodeComparison *
compare (LodeDataset *dataset, LodeComparisonAxis rows, LodeComparisonAxis columns,
         LodeComparisonOrder order, guint min_statements)
{
  return lode_comparison_new (lode_dataset_get_statements (dataset), rows, columns, order,
                              min_statements);
}

static void
test_tables (void)
{
  static const struct
  {
    LodeComparisonAxis rows;
    LodeComparisonAxis columns;
    LodeComparisonOrder order;
    guint min_statements;
    guint n_hidden;
    const char *table;
  } cases[] = {
    { LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_ORDER_FIRST, 0, 0,
      "Coal Gold Iron; Zoe: z1 z1,z2 -; Abe: - a1 -; Moe: - - m1" },
    { LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_ORDER_FIRST, 0, 0,
      "Zoe Abe Moe; Coal: z1 - -; Gold: z1,z2 a1 -; Iron: - - m1" },
    { LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_ORDER_NAME, 0, 0,
      "Coal Gold Iron; Abe: - a1 -; Moe: - - m1; Zoe: z1 z1,z2 -" },
    { LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_ORDER_STATEMENTS,
      0, 0, "Gold Coal Iron; Zoe: z1,z2 z1 -; Abe: a1 - -; Moe: - - m1" },
    { LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_ORDER_FIRST, 2, 4,
      "Gold; Zoe: z1,z2" },
    { LODE_COMPARISON_AXIS_GROUPS, LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_ORDER_NAME, 0, 0,
      "Coal Gold Iron; left: z1 z1,z2 -; right: - a1 -; (none): - - m1" },
    { LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_PROPOSITIONS, LODE_COMPARISON_ORDER_FIRST,
      0, 0, "; Zoe:; Abe:; Moe:" },
  };
  g_autoptr (LodeDataset) dataset = read_small ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LodeComparison) comparison =
        compare (dataset, cases[i].rows, cases[i].columns, cases[i].order,
                 cases[i].min_statements);
      g_autofree char *table = dup_table (comparison);

      g_assert_cmpstr (table, ==, cases[i].table);
      g_assert_cmpuint (lode_comparison_get_n_hidden (comparison), ==, cases[i].n_hidden);
    }
}

/* Words are the speaker's own; a statement with two topics counts once in its row. */
static void
test_counts (void)
{
  g_autoptr (LodeDataset) dataset = read_small ();
  g_autoptr (LodeComparison) comparison =
    compare (dataset, LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_TOPICS,
             LODE_COMPARISON_ORDER_WORDS, 0);
  const LodeComparisonHeading *zoe = lode_comparison_get_row (comparison, 0);
  const LodeComparisonHeading *moe = lode_comparison_get_row (comparison, 2);

  g_assert_cmpuint (lode_comparison_get_n_words (comparison), ==, 4);
  g_assert_cmpstr (zoe->name, ==, "Zoe");
  g_assert_cmpuint (zoe->n_words, ==, 3);
  g_assert_cmpuint (zoe->n_statements, ==, 2);
  g_assert_cmpuint (zoe->n_no_replies, ==, 0);
  g_assert_cmpuint (moe->n_words, ==, 0);
  g_assert_cmpuint (moe->n_statements, ==, 0);
  g_assert_cmpuint (moe->n_no_replies, ==, 1);
}

/* What is compared may go: the table keeps what it shows. */
static void
test_keeps (void)
{
  LodeDataset *dataset = read_small ();
  g_autoptr (LodeComparison) comparison =
    compare (dataset, LODE_COMPARISON_AXIS_SPEAKERS, LODE_COMPARISON_AXIS_TOPICS,
             LODE_COMPARISON_ORDER_FIRST, 0);
  g_autofree char *table = NULL;

  g_object_unref (dataset);
  table = dup_table (comparison);
  g_assert_cmpstr (table, ==, "Coal Gold Iron; Zoe: z1 z1,z2 -; Abe: - a1 -; Moe: - - m1");
}

/* The words of each speaker in the article, counted by hand. */
static void
test_built_in (void)
{
  static const struct
  {
    const char *name;
    guint n_words;
  } speakers[] = {
    { "Josie Vidal", 422 },     { "Simon Court", 137 },      { "Chlöe Swarbrick", 117 },
    { "Megan Woods", 109 },     { "Shane Jones", 108 },      { "Christopher Luxon", 6 },
  };
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LODE_BUILT_IN"));
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, NULL);
  g_autoptr (LodeComparison) comparison =
    compare (lode_reading_get_dataset (reading), LODE_COMPARISON_AXIS_SPEAKERS,
             LODE_COMPARISON_AXIS_TOPICS, LODE_COMPARISON_ORDER_WORDS, 0);

  g_assert_cmpuint (lode_comparison_get_n_words (comparison), ==, 899);
  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    {
      const LodeComparisonHeading *row = lode_comparison_get_row (comparison, i);

      g_assert_cmpstr (row->name, ==, speakers[i].name);
      g_assert_cmpuint (row->n_words, ==, speakers[i].n_words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison/tables", test_tables);
  g_test_add_func ("/comparison/counts", test_counts);
  g_test_add_func ("/comparison/keeps", test_keeps);
  g_test_add_func ("/comparison/built-in", test_built_in);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-comparison.h"

#include <string.h>

/* Each statement is entered once for each pair of a row and a column that it belongs to. The
 * entries are sorted by row, column and the statements' own order; a cell is a run of them. */

/* A heading while statements are counted. */
typedef struct
{
  LodeComparisonHeading heading;
  guint index; /* as it first appeared; after sorting, where it went; G_MAXUINT: hidden */
} Tally;

/* One axis while statements are counted. */
typedef struct
{
  LodeComparisonAxis axis;
  GHashTable *by_key; /* an item, or a group's name → Tally, owned by @tallies */
  GPtrArray *tallies;
} Counter;

typedef struct
{
  guint row;
  guint column;
  guint position; /* of the statement in the list */
  LodeStatement *statement;
} Entry;

struct _LodeComparison
{
  GObject parent_instance;

  LodeComparisonAxis axes[2]; /* rows, columns */
  GArray *headings[2];        /* of LodeComparisonHeading */
  guint *cell_starts;         /* for each row, where its entries begin; one more for the end */
  guint *cell_columns;        /* for each entry */
  GPtrArray *statements;      /* for each entry; owned by the list that was compared */
  GPtrArray *kept;            /* what the table refers to */
  guint n_hidden;
  guint n_words;
};

G_DEFINE_FINAL_TYPE (LodeComparison, lode_comparison, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (LodeComparisonAxis, lode_comparison_axis,
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_AXIS_SPEAKERS, "speakers"),
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_AXIS_GROUPS, "groups"),
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_AXIS_TOPICS, "topics"),
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_AXIS_PROPOSITIONS, "propositions"))

G_DEFINE_ENUM_TYPE (LodeComparisonOrder, lode_comparison_order,
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_ORDER_FIRST, "first"),
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_ORDER_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_ORDER_STATEMENTS, "statements"),
                    G_DEFINE_ENUM_VALUE (LODE_COMPARISON_ORDER_WORDS, "words"))

static void
counter_init (Counter *counter, LodeComparisonAxis axis)
{
  counter->axis = axis;
  counter->by_key = axis == LODE_COMPARISON_AXIS_GROUPS
    ? g_hash_table_new (g_str_hash, g_str_equal)
    : g_hash_table_new (NULL, NULL);
  counter->tallies = g_ptr_array_new_with_free_func (g_free);
}

static void
counter_clear (Counter *counter)
{
  g_hash_table_unref (counter->by_key);
  g_ptr_array_unref (counter->tallies);
}

/* The tally of @key, which is new if it was not asked for before. A group's name may be NULL. */
static Tally *
counter_ensure (Counter *counter, gconstpointer key, GObject *item, const char *name)
{
  gconstpointer entry = key != NULL ? key : "";
  Tally *tally = g_hash_table_lookup (counter->by_key, entry);

  if (tally != NULL)
    return tally;

  tally = g_new0 (Tally, 1);
  tally->heading.item = item;
  tally->heading.name = name;
  tally->index = counter->tallies->len;
  g_ptr_array_add (counter->tallies, tally);
  g_hash_table_insert (counter->by_key, (gpointer) entry, tally);
  return tally;
}

static void
append_tally (GPtrArray *tallies, Tally *tally)
{
  if (!g_ptr_array_find (tallies, tally, NULL))
    g_ptr_array_add (tallies, tally);
}

/* Those of @counter that @statement belongs to, into @tallies. */
static void
counter_find (Counter *counter, LodeStatement *statement, GPtrArray *tallies)
{
  LodeActor *actor = lode_statement_get_actor (statement);
  LodeTopic * const *topics;
  const LodePosition *positions;
  guint n;

  g_ptr_array_set_size (tallies, 0);
  switch (counter->axis)
    {
    case LODE_COMPARISON_AXIS_SPEAKERS:
      append_tally (tallies, counter_ensure (counter, actor, G_OBJECT (actor),
                                             lode_actor_get_name (actor)));
      break;
    case LODE_COMPARISON_AXIS_GROUPS:
      append_tally (tallies, counter_ensure (counter, lode_actor_get_group (actor), NULL,
                                             lode_actor_get_group (actor)));
      break;
    case LODE_COMPARISON_AXIS_TOPICS:
      topics = lode_statement_get_topics (statement, &n);
      for (guint i = 0; i < n; i++)
        append_tally (tallies, counter_ensure (counter, topics[i], G_OBJECT (topics[i]),
                                               lode_topic_get_name (topics[i])));
      break;
    case LODE_COMPARISON_AXIS_PROPOSITIONS:
      positions = lode_statement_get_positions (statement, &n);
      for (guint i = 0; i < n; i++)
        append_tally (tallies,
                      counter_ensure (counter, positions[i].proposition,
                                      G_OBJECT (positions[i].proposition),
                                      lode_proposition_get_text (positions[i].proposition)));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
count_statement (GPtrArray *tallies, LodeStatement *statement, guint n_words)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      LodeComparisonHeading *heading = &((Tally *) tallies->pdata[i])->heading;

      if (lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_NO_REPLY)
        heading->n_no_replies++;
      else
        heading->n_statements++;
      heading->n_words += n_words;
    }
}

static int
compare_guints (guint a, guint b)
{
  return (a > b) - (a < b);
}

static int
compare_names (const char *a, const char *b)
{
  /* Those without a group come last. */
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return g_utf8_collate (a, b);
}

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Tally *x = *(const Tally **) a;
  const Tally *y = *(const Tally **) b;
  LodeComparisonOrder order = GPOINTER_TO_INT (user_data);
  int result = 0;

  switch (order)
    {
    case LODE_COMPARISON_ORDER_FIRST:
      break;
    case LODE_COMPARISON_ORDER_NAME:
      result = compare_names (x->heading.name, y->heading.name);
      break;
    case LODE_COMPARISON_ORDER_STATEMENTS:
      result = compare_guints (y->heading.n_statements, x->heading.n_statements);
      break;
    case LODE_COMPARISON_ORDER_WORDS:
      result = compare_guints (y->heading.n_words, x->heading.n_words);
      break;
    default:
      g_assert_not_reached ();
    }

  return result != 0 ? result : compare_guints (x->index, y->index);
}

/* Sorts the tallies, leaves out the rare ones, and lets each know where it went. */
static GArray *
settle_headings (LodeComparison *self, Counter *counter, LodeComparisonOrder order,
                 guint min_statements)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (LodeComparisonHeading));

  g_ptr_array_sort_with_data (counter->tallies, compare_tallies, GINT_TO_POINTER (order));
  for (guint i = 0; i < counter->tallies->len; i++)
    {
      Tally *tally = counter->tallies->pdata[i];

      if (tally->heading.n_statements + tally->heading.n_no_replies < min_statements)
        {
          tally->index = G_MAXUINT;
          self->n_hidden++;
          continue;
        }

      tally->index = headings->len;
      g_array_append_val (headings, tally->heading);
      if (tally->heading.item != NULL)
        g_ptr_array_add (self->kept, g_object_ref (tally->heading.item));
    }

  return headings;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->row != y->row)
    return compare_guints (x->row, y->row);
  if (x->column != y->column)
    return compare_guints (x->column, y->column);
  return compare_guints (x->position, y->position);
}

/* The cells of what is left of rows and columns. */
static GArray *
collect_entries (Counter counters[2], GPtrArray *statements)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      counter_find (&counters[0], statements->pdata[i], rows);
      counter_find (&counters[1], statements->pdata[i], columns);
      for (guint row = 0; row < rows->len; row++)
        for (guint column = 0; column < columns->len; column++)
          {
            Entry entry = {
              .row = ((Tally *) rows->pdata[row])->index,
              .column = ((Tally *) columns->pdata[column])->index,
              .position = i,
              .statement = statements->pdata[i],
            };

            if (entry.row != G_MAXUINT && entry.column != G_MAXUINT)
              g_array_append_val (entries, entry);
          }
    }

  g_array_sort (entries, compare_entries);
  return entries;
}

static void
settle_cells (LodeComparison *self, GArray *entries)
{
  guint n_rows = self->headings[0]->len;
  guint row = 0;

  self->cell_starts = g_new (guint, n_rows + 1);
  self->cell_columns = g_new (guint, entries->len);
  self->statements = g_ptr_array_sized_new (entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      while (row <= entry->row)
        self->cell_starts[row++] = i;
      self->cell_columns[i] = entry->column;
      g_ptr_array_add (self->statements, entry->statement);
    }
  while (row <= n_rows)
    self->cell_starts[row++] = entries->len;
}

static void
lode_comparison_finalize (GObject *object)
{
  LodeComparison *self = LODE_COMPARISON (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->headings); i++)
    g_clear_pointer (&self->headings[i], g_array_unref);
  g_free (self->cell_starts);
  g_free (self->cell_columns);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);

  G_OBJECT_CLASS (lode_comparison_parent_class)->finalize (object);
}

static void
lode_comparison_class_init (LodeComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_comparison_finalize;
}

static void
lode_comparison_init (LodeComparison *self)
{
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lode_comparison_new:
 * @statements: a list model of LodeStatement, which must not change meanwhile
 * @rows: what the rows are
 * @columns: what the columns are, something else than @rows
 * @order: in which order rows and columns stand
 * @min_statements: rows and columns with fewer statements are left out; 0 leaves out nothing
 *
 * Takes time in proportion to the statements: call it in a worker thread for more than a few
 * thousand.
 *
 * Returns: (transfer full): the table
 */
LodeComparison *
lode_comparison_new (GListModel *statements, LodeComparisonAxis rows, LodeComparisonAxis columns,
                     LodeComparisonOrder order, guint min_statements)
{
  LodeComparison *self;
  Counter counters[2];
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (GArray) entries = NULL;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);
  g_return_val_if_fail (rows != columns, NULL);

  self = g_object_new (LODE_TYPE_COMPARISON, NULL);
  self->axes[0] = rows;
  self->axes[1] = columns;
  counter_init (&counters[0], rows);
  counter_init (&counters[1], columns);

  n = g_list_model_get_n_items (statements);
  for (guint i = 0; i < n; i++)
    {
      LodeStatement *statement = g_list_model_get_item (statements, i);
      guint n_words = lode_statement_count_words (statement);

      g_ptr_array_add (self->kept, statement);
      g_ptr_array_add (all, statement);
      self->n_words += n_words;
      for (guint axis = 0; axis < G_N_ELEMENTS (counters); axis++)
        {
          counter_find (&counters[axis], statement, tallies);
          count_statement (tallies, statement, n_words);
        }
    }

  for (guint axis = 0; axis < G_N_ELEMENTS (counters); axis++)
    self->headings[axis] = settle_headings (self, &counters[axis], order, min_statements);
  entries = collect_entries (counters, all);
  settle_cells (self, entries);
  counter_clear (&counters[0]);
  counter_clear (&counters[1]);

  return self;
}

/**
 * lode_comparison_get_rows_axis:
 *
 * Returns: what the rows are
 */
LodeComparisonAxis
lode_comparison_get_rows_axis (LodeComparison *self)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self), LODE_COMPARISON_AXIS_SPEAKERS);

  return self->axes[0];
}

/**
 * lode_comparison_get_columns_axis:
 *
 * Returns: what the columns are
 */
LodeComparisonAxis
lode_comparison_get_columns_axis (LodeComparison *self)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self), LODE_COMPARISON_AXIS_TOPICS);

  return self->axes[1];
}

/**
 * lode_comparison_get_n_rows:
 *
 * Returns: how many rows there are, those left out not counted
 */
guint
lode_comparison_get_n_rows (LodeComparison *self)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self), 0);

  return self->headings[0]->len;
}

/**
 * lode_comparison_get_n_columns:
 *
 * Returns: how many columns there are, those left out not counted
 */
guint
lode_comparison_get_n_columns (LodeComparison *self)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self), 0);

  return self->headings[1]->len;
}

/**
 * lode_comparison_get_row:
 * @row: less than the number of rows
 *
 * Returns: (transfer none): the row's heading
 */
const LodeComparisonHeading *
lode_comparison_get_row (LodeComparison *self, guint row)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self) && row < self->headings[0]->len, NULL);

  return &g_array_index (self->headings[0], LodeComparisonHeading, row);
}

/**
 * lode_comparison_get_column:
 * @column: less than the number of columns
 *
 * Returns: (transfer none): the column's heading
 */
const LodeComparisonHeading *
lode_comparison_get_column (LodeComparison *self, guint column)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self) && column < self->headings[1]->len, NULL);

  return &g_array_index (self->headings[1], LodeComparisonHeading, column);
}

/**
 * lode_comparison_get_n_hidden:
 *
 * Returns: how many rows and columns were left out because they have too few statements
 */
guint
lode_comparison_get_n_hidden (LodeComparison *self)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self), 0);

  return self->n_hidden;
}

/**
 * lode_comparison_get_n_words:
 *
 * Returns: the words of all quotations that were compared, those of rows left out included
 */
guint
lode_comparison_get_n_words (LodeComparison *self)
{
  g_return_val_if_fail (LODE_IS_COMPARISON (self), 0);

  return self->n_words;
}

/**
 * lode_comparison_get_cell:
 * @row: less than the number of rows
 * @column: less than the number of columns
 * @n_statements: (out): return location for how many statements there are
 *
 * Returns: (transfer none) (array length=n_statements) (nullable): what is said there, in the
 *   statements' order; NULL if nothing is
 */
LodeStatement * const *
lode_comparison_get_cell (LodeComparison *self, guint row, guint column, guint *n_statements)
{
  guint low, high, end;

  g_return_val_if_fail (LODE_IS_COMPARISON (self) && n_statements != NULL, NULL);
  g_return_val_if_fail (row < self->headings[0]->len && column < self->headings[1]->len, NULL);

  *n_statements = 0;
  low = self->cell_starts[row];
  high = end = self->cell_starts[row + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->cell_columns[middle] < column)
        low = middle + 1;
      else
        high = middle;
    }

  while (low + *n_statements < end && self->cell_columns[low + *n_statements] == column)
    ++*n_statements;
  return *n_statements > 0 ? (LodeStatement * const *) &self->statements->pdata[low] : NULL;
}

/* Most characters are ASCII, for which GLib's tables of Unicode are slow. */
static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
}

static inline gboolean
is_alnum (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c);
}

/* What stands between white space and has a letter or a digit in it. */
static guint
count_words (const char *text)
{
  gboolean counted = FALSE;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (is_space (c))
        {
          counted = FALSE;
        }
      else if (!counted && is_alnum (c))
        {
          counted = TRUE;
          n++;
        }
    }

  return n;
}

/**
 * lode_statement_count_words:
 *
 * Returns: how many words of its speaker @statement holds; none, if it is not a quotation
 */
guint
lode_statement_count_words (LodeStatement *statement)
{
  const char * const *paragraphs;
  guint n = 0;

  g_return_val_if_fail (LODE_IS_STATEMENT (statement), 0);

  if (lode_statement_get_kind (statement) != LODE_STATEMENT_KIND_QUOTE)
    return 0;

  paragraphs = lode_statement_get_paragraphs (statement);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    n += count_words (paragraphs[i]);
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-reader.h"
#include "lode-record-list.h"
#include "lode-statement-groups.h"

/* The groups as one string, "title (count): id id | title (count): id". */
static char *
dup_groups (LodeStatementGroups *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (groups)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (groups), i);

      if (LODE_IS_STATEMENT_HEADING (item))
        g_string_append_printf (
          text, "%s%s (%u):", text->len > 0 ? " | " : "",
          lode_statement_heading_get_title (LODE_STATEMENT_HEADING (item)),
          lode_statement_heading_get_count (LODE_STATEMENT_HEADING (item)));
      else
        g_string_append_printf (text, " %s", lode_record_get_id (LODE_RECORD (item)));
    }

  return g_string_free (text, FALSE);
}

static LodeDataset *
read_dataset (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "groups.said-where.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeReading) reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lode_reading_get_dataset (reading));
  return g_object_ref (lode_reading_get_dataset (reading));
}

static void
assert_groups (LodeStatementGroups *groups, const char *expected)
{
  g_autofree char *text = dup_groups (groups);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_all_places (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeStatementGroups) groups = lode_statement_groups_new ();

  assert_groups (groups, "");
  lode_statement_groups_set_dataset (groups, dataset);
  assert_groups (groups, "About places on the map (3): of-north of-both asked-north | "
                         "About critical minerals in general (2): first last | "
                         "Asked, no answer reported (1): asked");
}

static void
test_one_place (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeStatementGroups) groups = lode_statement_groups_new ();

  lode_statement_groups_set_dataset (groups, dataset);
  lode_statement_groups_set_place (groups, lode_dataset_find_place (dataset, "south"));
  assert_groups (groups, "About this place (1): of-both | "
                         "About critical minerals in general (2): first last | "
                         "Asked, no answer reported (1): asked");
  lode_statement_groups_set_place (groups, NULL);
  assert_groups (groups, "About places on the map (3): of-north of-both asked-north | "
                         "About critical minerals in general (2): first last | "
                         "Asked, no answer reported (1): asked");
}

/* What a query finds; the next dataset begins with all of its own. */
/* What a query would find: those statements of the dataset, in its order. */
static GListModel *
choose (LodeDataset *dataset, const char * const *ids)
{
  LodeRecordList *all = LODE_RECORD_LIST (lode_dataset_get_statements (dataset));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      g_autoptr (LodeRecord) statement = g_list_model_get_item (G_LIST_MODEL (all), i);

      if (g_strv_contains (ids, lode_record_get_id (statement)))
        g_array_append_val (positions, i);
    }

  return G_LIST_MODEL (lode_record_list_new_chosen (all, positions));
}

static void
test_statements (void)
{
  const char * const both[] = { "of-both", "last", NULL };
  const char * const last[] = { "last", NULL };
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeDataset) next = read_dataset ();
  g_autoptr (LodeStatementGroups) groups = lode_statement_groups_new ();
  g_autoptr (GListModel) found = choose (dataset, both);
  g_autoptr (GListModel) less = choose (dataset, last);
  g_autoptr (LodeStatementHeading) heading = NULL;

  lode_statement_groups_set_dataset (groups, dataset);
  lode_statement_groups_set_statements (groups, found);
  assert_groups (groups, "About places on the map (1): of-both | "
                         "About critical minerals in general (1): last");

  lode_statement_groups_set_statements (groups, less);
  lode_statement_groups_set_place (groups, lode_dataset_find_place (dataset, "south"));
  assert_groups (groups, "About this place (0): | About critical minerals in general (1): last");
  heading = g_list_model_get_item (G_LIST_MODEL (groups), 0);
  g_assert_cmpstr (lode_statement_heading_get_note (heading), ==,
                   "None of the statements found names this place.");

  lode_statement_groups_set_dataset (groups, next);
  g_assert_null (lode_statement_groups_get_statements (groups));
  assert_groups (groups, "About places on the map (3): of-north of-both asked-north | "
                         "About critical minerals in general (2): first last | "
                         "Asked, no answer reported (1): asked");
}

static void
test_place_without_statements (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeStatementGroups) groups = lode_statement_groups_new ();
  g_autoptr (LodeStatementHeading) heading = NULL;

  lode_statement_groups_set_dataset (groups, dataset);
  lode_statement_groups_set_place (groups, lode_dataset_find_place (dataset, "silent"));
  heading = g_list_model_get_item (G_LIST_MODEL (groups), 0);
  g_assert_cmpstr (lode_statement_heading_get_title (heading), ==, "About this place");
  g_assert_cmpuint (lode_statement_heading_get_count (heading), ==, 0);
  g_assert_nonnull (lode_statement_heading_get_note (heading));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *trace)
{
  g_string_append_printf (trace, "%u-%u+%u ", position, removed, added);
}

static void
test_items_changed (void)
{
  g_autoptr (LodeDataset) dataset = read_dataset ();
  g_autoptr (LodeStatementGroups) groups = lode_statement_groups_new ();
  g_autoptr (GString) trace = g_string_new (NULL);

  g_signal_connect (groups, "items-changed", G_CALLBACK (items_changed_cb), trace);
  lode_statement_groups_set_dataset (groups, dataset);
  lode_statement_groups_set_dataset (groups, dataset);
  lode_statement_groups_set_place (groups, lode_dataset_find_place (dataset, "north"));
  lode_statement_groups_set_place (groups, lode_dataset_find_place (dataset, "north"));
  lode_statement_groups_set_dataset (groups, NULL);
  g_assert_cmpstr (trace->str, ==, "0-0+9 0-1+1 0-9+0 ");
  g_assert_null (lode_statement_groups_get_place (groups));
}

int
main (int argc, char **argv)
{
  (g_test_init) (&argc, &argv, NULL);

  g_test_add_func ("/statement-groups/all-places", test_all_places);
  g_test_add_func ("/statement-groups/one-place", test_one_place);
  g_test_add_func ("/statement-groups/statements", test_statements);
  g_test_add_func ("/statement-groups/place-without-statements", test_place_without_statements);
  g_test_add_func ("/statement-groups/items-changed", test_items_changed);

  return g_test_run ();
}

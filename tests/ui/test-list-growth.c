/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-list-growth.h"
#include "ui-test.h"

/* A long list is shown from its beginning, and taken away in pieces. */

#define N_ITEMS 1000

typedef struct
{
  GtkStringList *items;
  LodeListGrowth *growth;
  guint largest_loss; /* items that went at once */
  guint n_shrunk;
} Fixture;

static void
items_changed_cb (Fixture *fixture, guint position, guint n_removed, guint n_added)
{
  if (n_removed < N_ITEMS - 200)
    fixture->largest_loss = MAX (fixture->largest_loss, n_removed);
}

static void
shrunk_cb (gpointer user_data)
{
  ((Fixture *) user_data)->n_shrunk++;
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (lode_list_growth_get_shown (fixture->growth));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->items = gtk_string_list_new (NULL);
  for (guint i = 0; i < N_ITEMS; i++)
    gtk_string_list_append (fixture->items, "item");
  fixture->growth = lode_list_growth_new (G_LIST_MODEL (fixture->items));
  g_signal_connect_swapped (lode_list_growth_get_shown (fixture->growth), "items-changed",
                            G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lode_list_growth_free (fixture->growth);
  g_object_unref (fixture->items);
}

static void
test_grows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_shown (fixture), ==, N_ITEMS);
  lode_list_growth_restart (fixture->growth);
  g_assert_cmpuint (count_shown (fixture), <, 10);
  ui_test_wait_for (count_shown (fixture) == N_ITEMS, 10000);
}

static void
test_shrinks (Fixture *fixture, gconstpointer data)
{
  g_assert_true (lode_list_growth_shrink (fixture->growth, shrunk_cb, fixture));
  g_assert_true (lode_list_growth_shrink (fixture->growth, shrunk_cb, fixture));
  g_assert_cmpuint (fixture->n_shrunk, ==, 0);
  ui_test_wait_for (fixture->n_shrunk > 0, 10000);
  g_assert_cmpuint (fixture->n_shrunk, ==, 1);
  g_assert_cmpuint (count_shown (fixture), <, 50);
  g_assert_cmpuint (fixture->largest_loss, <, 20);
  g_assert_cmpuint (fixture->largest_loss, >, 0);

  /* Few are replaced at once. */
  g_assert_false (lode_list_growth_shrink (fixture->growth, shrunk_cb, fixture));
}

/* Whoever needs the list now does not wait. */
static void
test_settles (Fixture *fixture, gconstpointer data)
{
  g_assert_true (lode_list_growth_shrink (fixture->growth, shrunk_cb, fixture));
  lode_list_growth_settle (fixture->growth);
  g_assert_cmpuint (fixture->n_shrunk, ==, 1);
  lode_list_growth_settle (fixture->growth);
  g_assert_cmpuint (fixture->n_shrunk, ==, 1);

  g_assert_true (lode_list_growth_shrink (fixture->growth, shrunk_cb, fixture));
  lode_list_growth_complete (fixture->growth);
  g_assert_cmpuint (fixture->n_shrunk, ==, 2);
  g_assert_cmpuint (count_shown (fixture), ==, N_ITEMS);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/list-growth/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("grows", test_grows);
  ADD ("shrinks", test_shrinks);
  ADD ("settles", test_settles);
#undef ADD

  return g_test_run ();
}

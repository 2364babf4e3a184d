/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-wrap-box.h"
#include "ui-test.h"

/* Children in lines, and what a label in it is asked. */

#define SPACING 6

typedef struct
{
  GtkWidget *window;
  LodeWrapBox *box;
} Fixture;

static GtkWidget *
create_child (int width, int height)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, height);
  return child;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->box = g_object_new (LODE_TYPE_WRAP_BOX, "valign", GTK_ALIGN_START, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->box));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static int
measure_height (Fixture *fixture, int width)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (fixture->box), GTK_ORIENTATION_VERTICAL, width, NULL, &natural,
                      NULL, NULL);
  return natural;
}

static void
assert_bounds (Fixture *fixture, GtkWidget *child, int x, int y, int width, int height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->box), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

static void
allocate (Fixture *fixture, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 200);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->box)), ==, width);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  GtkWidget *children[] = { create_child (100, 20), create_child (80, 30), create_child (90, 10) };
  GtkWidget *hidden = create_child (500, 500);
  int minimum, natural;

  gtk_widget_set_visible (hidden, FALSE);
  lode_wrap_box_append (fixture->box, hidden);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    lode_wrap_box_append (fixture->box, children[i]);

  gtk_widget_measure (GTK_WIDGET (fixture->box), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100 + 80 + 90 + 2 * SPACING);
  /* Just room enough for all, for two, for one. */
  g_assert_cmpint (measure_height (fixture, natural), ==, 30);
  g_assert_cmpint (measure_height (fixture, natural - 1), ==, 30 + SPACING + 10);
  g_assert_cmpint (measure_height (fixture, 100 + SPACING + 80), ==, 30 + SPACING + 10);
  g_assert_cmpint (measure_height (fixture, 100 + SPACING + 79), ==, 20 + SPACING + 30);

  allocate (fixture, 200);
  assert_bounds (fixture, children[0], 0, 0, 100, 30);
  assert_bounds (fixture, children[1], 100 + SPACING, 0, 80, 30);
  assert_bounds (fixture, children[2], 0, 30 + SPACING, 90, 10);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *children[] = { create_child (100, 20), create_child (80, 30) };

  gtk_widget_set_direction (GTK_WIDGET (fixture->box), GTK_TEXT_DIR_RTL);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    lode_wrap_box_append (fixture->box, children[i]);

  allocate (fixture, 250);
  assert_bounds (fixture, children[0], 150, 0, 100, 30);
  assert_bounds (fixture, children[1], 150 - SPACING - 80, 0, 80, 30);
}

/* A label that is too long for a line wraps inside, and is as wide as the line. */
static void
test_wraps_inside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("These are some more words than will ever fit into one line");
  int one_line, natural;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  lode_wrap_box_append (fixture->box, label);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  one_line = measure_height (fixture, natural);

  g_assert_cmpint (natural, >, 200);
  allocate (fixture, 200);
  g_assert_cmpint (gtk_widget_get_width (label), ==, 200);
  g_assert_cmpint (gtk_widget_get_height (label), >=, 2 * one_line);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  lode_wrap_box_append (fixture->box, create_child (100, 20));
  lode_wrap_box_append (fixture->box, create_child (100, 20));
  lode_wrap_box_clear (fixture->box);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (fixture->box)));
  g_assert_cmpint (measure_height (fixture, 200), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

#define ADD(name, test) \
  g_test_add ("/wrap-box/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("lines", test_lines);
  ADD ("right-to-left", test_right_to_left);
  ADD ("wraps-inside", test_wraps_inside);
  ADD ("clear", test_clear);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kit itself: if an event did not arrive, every test that uses the kit would be wrong. */

#include "ui-test.h"

static void
count_cb (GtkButton *button,
          int       *count)
{
  (*count)++;
}

static GtkWindow *
present_button (GtkWidget **button,
                int        *count)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  *button = gtk_button_new_with_label ("Ore");
  g_signal_connect (*button, "clicked", G_CALLBACK (count_cb), count);
  gtk_window_set_child (window, *button);
  gtk_window_set_default_size (window, 200, 100);
  ui_test_present (window);

  return window;
}

static void
test_events (void)
{
  GtkWidget *button;
  int count = 0;
  GtkWindow *window = present_button (&button, &count);

  ui_test_click (button);
  ui_test_wait_for (count == 1, 5000);
  ui_test_key (button, 0, GDK_KEY_space);
  ui_test_wait_for (count == 2, 5000);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  ui_test_assert_finalized (window);
}

static void
test_typing (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *entry = gtk_entry_new ();

  gtk_window_set_child (window, entry);
  ui_test_present (window);
  gtk_widget_grab_focus (entry);
  ui_test_type (entry, "tungsten 74");
  ui_test_wait_for (strcmp (gtk_editable_get_text (GTK_EDITABLE (entry)), "tungsten 74") == 0,
                    5000);
  ui_test_key (entry, GDK_KEY_Control_L, GDK_KEY_a);
  ui_test_key (entry, 0, GDK_KEY_BackSpace);
  ui_test_wait_for (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0', 5000);

  gtk_window_destroy (window);
}

static GBytes *
picture (GtkWindow *window)
{
  g_autoptr (GdkTexture) texture = NULL;

  ui_test_settle (GTK_WIDGET (window));
  texture = ui_test_render (GTK_WIDGET (window));
  g_assert_cmpint (gdk_texture_get_width (texture), >=, 200);
  g_assert_cmpint (gdk_texture_get_height (texture), >=, 100);

  return gdk_texture_save_to_png_bytes (texture);
}

static void
test_pictures (void)
{
  GtkWidget *button;
  int count = 0;
  GtkWindow *window = present_button (&button, &count);
  g_autoptr (GBytes) first = picture (window);
  g_autoptr (GBytes) second = picture (window);
  g_autoptr (GBytes) third = NULL;

  g_assert_true (g_bytes_equal (first, second));
  gtk_button_set_label (GTK_BUTTON (button), "Vein");
  third = picture (window);
  g_assert_false (g_bytes_equal (first, third));

  gtk_window_destroy (window);
}

static void
test_finding (void)
{
  GtkWidget *button;
  int count = 0;
  GtkWindow *window = present_button (&button, &count);

  g_assert_true (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Ore") == button);
  g_assert_null (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Or"));

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui-test/events", test_events);
  g_test_add_func ("/ui-test/typing", test_typing);
  g_test_add_func ("/ui-test/pictures", test_pictures);
  g_test_add_func ("/ui-test/finding", test_finding);

  return g_test_run ();
}

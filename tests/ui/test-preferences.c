/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-map-view.h"
#include "lode-preferences-window.h"
#include "lode-window.h"
#include "ui-test.h"

static GtkApplication *application;

typedef struct
{
  LodeWindow *window;
  LodeMapView *map_view;
  GtkWindow *preferences;
} Fixture;

static GtkWindow *
find_preferences (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (LODE_IS_PREFERENCES_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = LODE_WINDOW (lode_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  lode_window_open_built_in (fixture->window);
  ui_test_present (GTK_WINDOW (fixture->window));
  ui_test_wait_for (lode_window_get_dataset (fixture->window) != NULL, 10000);
  ui_test_settle (GTK_WIDGET (fixture->window));
  fixture->map_view = LODE_MAP_VIEW (
    ui_test_find (GTK_WIDGET (fixture->window), LODE_TYPE_MAP_VIEW, NULL));

  ui_test_key (GTK_WIDGET (fixture->window), GDK_KEY_Control_L, GDK_KEY_comma);
  ui_test_wait_for ((fixture->preferences = find_preferences ()) != NULL, 10000);
  g_object_add_weak_pointer (G_OBJECT (fixture->preferences),
                             (gpointer *) &fixture->preferences);
  ui_test_focus_window (fixture->preferences);
  ui_test_settle (GTK_WIDGET (fixture->preferences));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->preferences != NULL)
    gtk_window_destroy (fixture->preferences);
  ui_test_assert_finalized (fixture->preferences);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_assert_finalized (fixture->window);
}

static GBytes *
render_map (Fixture *fixture)
{
  g_autoptr (GdkTexture) texture = NULL;
  gsize stride;
  guint8 *pixels;

  for (int i = 0; i < 2; i++)
    {
      ui_test_wait_for (lode_map_view_get_pending_tiles (fixture->map_view) == 0, 20000);
      ui_test_settle (GTK_WIDGET (fixture->window));
    }
  texture = ui_test_render (GTK_WIDGET (fixture->map_view));
  stride = (gsize) gdk_texture_get_width (texture) * 4;
  pixels = g_malloc (stride * gdk_texture_get_height (texture));
  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new_take (pixels, stride * gdk_texture_get_height (texture));
}

static guint
count_differences (GBytes *a, GBytes *b)
{
  gsize size;
  const guint32 *first = g_bytes_get_data (a, &size);
  const guint32 *second = g_bytes_get_data (b, NULL);
  guint n_different = 0;

  g_assert_cmpuint (g_bytes_get_size (b), ==, size);
  for (gsize i = 0; i < size / 4; i++)
    n_different += first[i] != second[i];
  return n_different;
}

static void
test_place_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (fixture->preferences), ADW_TYPE_COMBO_ROW, NULL);
  g_autoptr (GBytes) both = render_map (fixture);
  g_autoptr (GBytes) maori = NULL;
  LodeMapNames names;

  g_assert_nonnull (row);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, LODE_MAP_NAMES_BOTH);

  /* By keys, as a reader: open the list, to the last, take it. */
  gtk_widget_grab_focus (row);
  ui_test_key (row, 0, GDK_KEY_space);
  ui_test_settle (row);
  ui_test_key (row, 0, GDK_KEY_Down);
  ui_test_key (row, 0, GDK_KEY_Down);
  ui_test_key (row, 0, GDK_KEY_Return);
  ui_test_wait_for (adw_combo_row_get_selected (ADW_COMBO_ROW (row)) == LODE_MAP_NAMES_MAORI,
                    10000);
  g_object_get (fixture->map_view, "place-names", &names, NULL);
  g_assert_cmpint (names, ==, LODE_MAP_NAMES_MAORI);
  maori = render_map (fixture);
  g_assert_cmpuint (count_differences (both, maori), >, 500);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), LODE_MAP_NAMES_BOTH);
  g_object_get (fixture->map_view, "place-names", &names, NULL);
  g_assert_cmpint (names, ==, LODE_MAP_NAMES_BOTH);
}

static void
test_graticule (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toggle = ui_test_find (GTK_WIDGET (fixture->preferences), GTK_TYPE_SWITCH, NULL);
  g_autoptr (GBytes) without = render_map (fixture);
  g_autoptr (GBytes) with = NULL;

  g_assert_nonnull (toggle);
  ui_test_click (toggle);
  ui_test_wait_for (gtk_switch_get_active (GTK_SWITCH (toggle)), 10000);
  with = render_map (fixture);
  g_assert_cmpuint (count_differences (without, with), >, 1000);
  ui_test_click (toggle);
  ui_test_wait_for (!gtk_switch_get_active (GTK_SWITCH (toggle)), 10000);
}

/* The desktop asks for it; see main(). */
static void
test_high_contrast (Fixture *fixture, gconstpointer data)
{
  gboolean high_contrast;
  g_autoptr (GBytes) strong = NULL, plain = NULL;

  g_object_get (fixture->map_view, "high-contrast", &high_contrast, NULL);
  g_assert_true (high_contrast);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->map_view), "contrast-map"));
  strong = render_map (fixture);
  g_object_set (fixture->map_view, "high-contrast", FALSE, NULL);
  plain = render_map (fixture);
  g_assert_cmpuint (count_differences (strong, plain), >, 20000);
}

static void
test_escape_closes (Fixture *fixture, gconstpointer data)
{
  ui_test_key (GTK_WIDGET (fixture->preferences), 0, GDK_KEY_Escape);
  ui_test_wait_for (fixture->preferences == NULL, 10000);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  ui_test_init (&argc, &argv);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = GTK_APPLICATION (lode_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(NAME, FUNC) g_test_add ("/preferences/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("place-names", test_place_names);
  ADD ("graticule", test_graticule);
  ADD ("high-contrast", test_high_contrast);
  ADD ("escape-closes", test_escape_closes);
#undef ADD

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-background-group.h"
#include "lode-basemap.h"
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

static GtkWidget *
find_child (Fixture *fixture, const char *id)
{
  GtkWidget *group
    = ui_test_find (GTK_WIDGET (fixture->preferences), LODE_TYPE_BACKGROUND_GROUP, NULL);

  return GTK_WIDGET (
    gtk_widget_get_template_child (group, LODE_TYPE_BACKGROUND_GROUP, id));
}

static LodeBackground *
get_background (Fixture *fixture)
{
  g_autoptr (LodeBackground) background = NULL;

  g_object_get (fixture->map_view, "background", &background, NULL);
  return background; /* the map keeps it */
}

static char *
create_tiles (void)
{
  char *folder = g_dir_make_tmp ("lode-tiles-XXXXXX", NULL);
  g_autofree guint8 *pixels = g_malloc (256 * 256 * 4);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  memset (pixels, 0xff, 256 * 256 * 4);
  data = g_bytes_new (pixels, 256 * 256 * 4);
  texture = gdk_memory_texture_new (256, 256, GDK_MEMORY_DEFAULT, data, 256 * 4);
  for (int x = 30; x < 32; x++)
    for (int y = 18; y < 22; y++)
      {
        g_autofree char *parent = g_strdup_printf ("%s/5/%d", folder, x);
        g_autofree char *path = g_strdup_printf ("%s/%d.png", parent, y);

        g_mkdir_with_parents (parent, 0700);
        g_assert_true (gdk_texture_save_to_png (texture, path));
      }
  return folder;
}

static void
test_folder_of_tiles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LODE_SETTINGS_ID);
  GtkWidget *kind = find_child (fixture, "kind_row");
  g_autofree char *folder = create_tiles ();
  g_autoptr (GBytes) built_in = render_map (fixture);
  g_autoptr (GBytes) own = NULL;

  g_assert_null (get_background (fixture));
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), LODE_BACKGROUND_FOLDER);
  g_assert_true (gtk_widget_get_visible (find_child (fixture, "path_row")));
  g_assert_false (gtk_widget_get_visible (find_child (fixture, "address_row")));

  g_settings_set_string (settings, "background-folder", "/no/such/folder");
  g_assert_null (get_background (fixture));
  g_assert_true (gtk_widget_get_visible (find_child (fixture, "message_label")));

  g_settings_set_string (settings, "background-attribution", "A Survey");
  g_settings_set_string (settings, "background-folder", folder);
  g_assert_false (gtk_widget_get_visible (find_child (fixture, "message_label")));
  ui_test_wait_for (get_background (fixture) != NULL, 10000);
  ui_test_wait_for (ui_test_find (GTK_WIDGET (fixture->map_view), GTK_TYPE_LABEL,
                                  LODE_BASEMAP_CREDIT " · A Survey") != NULL, 10000);
  for (int i = 0; i < 20; i++)
    {
      g_clear_pointer (&own, g_bytes_unref);
      own = render_map (fixture);
      if (count_differences (built_in, own) > 20000)
        break;
    }
  g_assert_cmpuint (count_differences (built_in, own), >, 20000);

  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), LODE_BACKGROUND_BUILT_IN);
  g_assert_null (get_background (fixture));
  g_settings_reset (settings, "background-attribution");
  g_settings_reset (settings, "background-folder");
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  GtkWidget *kind = find_child (fixture, "kind_row");
  GtkWidget *address = find_child (fixture, "address_row");

  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), LODE_BACKGROUND_ADDRESS);
  g_assert_true (gtk_widget_get_visible (address));
  /* Nothing has been typed: nobody is asked. */
  g_assert_null (get_background (fixture));

  gtk_editable_set_text (GTK_EDITABLE (address), "file:///etc/{z}/{x}/{y}");
  g_signal_emit_by_name (address, "apply");
  g_assert_null (get_background (fixture));
  g_assert_true (gtk_widget_get_visible (find_child (fixture, "message_label")));
  gtk_editable_set_text (GTK_EDITABLE (address), "");
  g_signal_emit_by_name (address, "apply");
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), LODE_BACKGROUND_BUILT_IN);
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
  ADD ("folder-of-tiles", test_folder_of_tiles);
  ADD ("address", test_address);
  ADD ("escape-closes", test_escape_closes);
#undef ADD

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}

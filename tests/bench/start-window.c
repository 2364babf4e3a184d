/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-map-view.h"
#include "lode-marker.h"
#include "lode-window.h"

#include <locale.h>
#include <shumate/shumate.h>

/* start-window lode|empty: opens a window, prints the milliseconds until its first complete frame
 * was painted, from the monotonic time in START_US (set by bench-start.py before it started us),
 * and the memory in KiB a second later (PSS, Linux), and ends. "empty" is what Lode is measured
 * against: a libadwaita window with a ShumateSimpleMap that has no source. No frame is asked for
 * here: they are those that the program itself makes. */

#define SETTLE_MS 1000

typedef struct
{
  GApplication *application;
  GtkWindow *window;
  double milliseconds; /* to the first complete frame */
} Bench;

static guint64
read_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;

  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      /* Menus that nobody has opened have lists, too. */
      if (!GTK_IS_POPOVER (child))
        found = find_widget (child, type);
    }

  return found;
}

static gboolean
list_is_filled (GtkWidget *list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  return gtk_adjustment_get_page_size (adjustment) > 0
         && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* All that will be seen was in this frame: a tile in each part of the map, the markers, and so many
 * statements that the panel is full. */
static gboolean
is_complete (Bench *bench)
{
  GtkWidget *window = GTK_WIDGET (bench->window);
  GtkWidget *map_view = find_widget (window, LODE_TYPE_MAP_VIEW);
  GtkWidget *marker;

  if (!LODE_IS_WINDOW (window))
    return TRUE;

  marker = find_widget (map_view, LODE_TYPE_MARKER);
  return lode_window_get_dataset (LODE_WINDOW (window)) != NULL
         && lode_map_view_is_painted (LODE_MAP_VIEW (map_view))
         && marker != NULL && gtk_widget_get_mapped (marker)
         && list_is_filled (find_widget (window, GTK_TYPE_LIST_VIEW));
}

/* When what is made ahead, for scrolling and panning, is there too. */
static gboolean
settled_cb (gpointer user_data)
{
  Bench *bench = user_data;

  g_print ("%.1f %" G_GUINT64_FORMAT "\n", bench->milliseconds, read_pss ());
  g_application_quit (bench->application);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  gint64 start = g_ascii_strtoll (g_getenv ("START_US"), NULL, 10);

  if (!is_complete (bench))
    return;

  g_signal_handlers_disconnect_by_data (clock, bench);
  bench->milliseconds = (g_get_monotonic_time () - start) / 1000.0;
  g_timeout_add (SETTLE_MS, settled_cb, bench);
}

static void
map_cb (Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint",
                    G_CALLBACK (after_paint_cb), bench);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  bench->window = window;
  g_signal_connect_swapped (window, "map", G_CALLBACK (map_cb), bench);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  ShumateSimpleMap *map = shumate_simple_map_new ();

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (map), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (map));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, ==, 2);
  g_assert_nonnull (g_getenv ("START_US"));

  if (g_str_equal (argv[1], "lode"))
    {
      bench.application = G_APPLICATION (lode_application_new ());
    }
  else
    {
      bench.application = G_APPLICATION (adw_application_new ("io.github.lodemap.Empty",
                                                              G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (bench.application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  g_signal_connect (bench.application, "window-added", G_CALLBACK (window_added_cb), &bench);

  return g_application_run (bench.application, 1, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-map-view.h"
#include "lode-window.h"

#include <locale.h>
#include <shumate/shumate.h>

/* start-window lode|empty: opens a window, and when its first complete frame has been painted prints
 * the milliseconds from the monotonic time in START_US (set by bench-start.py before it started us)
 * and the memory in KiB (PSS, Linux), and ends. "empty" is what Lode is measured against: a
 * libadwaita window with a ShumateSimpleMap that has no source.
 *
 * A frame is complete if all that will be in it was there before it was painted: whatever arrives
 * in between is seen only in the next one. No frame is asked for here: they are those that the
 * program itself makes. */

typedef struct
{
  GApplication *application;
  GtkWindow *window;
  gboolean complete; /* before the frame */
  gboolean asked_for_tiles;
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
find_map_view (GtkWidget *widget)
{
  GtkWidget *found = LODE_IS_MAP_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_map_view (child);

  return found;
}

/* All that was asked for is there: the dataset, the statements, each tile in view. libshumate asks
 * for tiles only after the first frames. */
static gboolean
is_complete (Bench *bench)
{
  GtkWidget *map_view;
  guint pending;

  if (!LODE_IS_WINDOW (bench->window))
    return TRUE;

  map_view = find_map_view (GTK_WIDGET (bench->window));
  pending = lode_map_view_get_pending_tiles (LODE_MAP_VIEW (map_view));
  bench->asked_for_tiles |= pending > 0;
  return lode_window_get_dataset (LODE_WINDOW (bench->window)) != NULL
         && lode_map_view_get_places (LODE_MAP_VIEW (map_view)) != NULL
         && bench->asked_for_tiles && pending == 0;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->complete = is_complete (bench);
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  gint64 start = g_ascii_strtoll (g_getenv ("START_US"), NULL, 10);

  if (!bench->complete)
    return;

  g_signal_handlers_disconnect_by_data (clock, bench);
  g_print ("%.1f %" G_GUINT64_FORMAT "\n",
           (g_get_monotonic_time () - start) / 1000.0, read_pss ());
  g_application_quit (bench->application);
}

static void
map_cb (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-panel.h"
#include "lode-window.h"

#include <locale.h>

/* scroll-window FILE: opens FILE in a window that shows the built-in dataset, then scrolls its
 * statements, a step a frame. Prints by how many milliseconds the main loop was longest kept from
 * its work while the file was opened, how many frames of scrolling took more than 16.7 ms to make,
 * and their median and longest, in milliseconds. */

#define N_FRAMES 240
#define STEP 60     /* widget pixels */
#define FRAME_MS 16.7
#define SETTLE_MS 1500

typedef struct
{
  GApplication *application;
  LodeWindow *window;
  GFile *file;
  LodeDataset *before;
  gint64 last_beat;
  gint64 longest_gap; /* µs */
  gint64 paint_began;
  GArray *frames;     /* of double, ms */
  gboolean is_timed;
} Bench;

/* What can be seen: menus that are not open have lists, too. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget)
                       ? widget
                       : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
print_figures (Bench *bench)
{
  guint n_long = 0;

  g_array_sort (bench->frames, compare_doubles);
  for (guint i = 0; i < bench->frames->len; i++)
    n_long += g_array_index (bench->frames, double, i) > FRAME_MS;

  g_print ("%.1f %u %.2f %.2f\n", bench->longest_gap / 1000.0, n_long,
           g_array_index (bench->frames, double, bench->frames->len / 2),
           g_array_index (bench->frames, double, bench->frames->len - 1));
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->paint_began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double milliseconds = (g_get_monotonic_time () - bench->paint_began) / 1000.0;

  g_array_append_val (bench->frames, milliseconds);
}

static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (bench->frames->len >= N_FRAMES)
    {
      g_signal_handlers_disconnect_by_data (clock, bench);
      print_figures (bench);
      gtk_window_destroy (GTK_WINDOW (bench->window));
      g_application_quit (bench->application);
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
  gtk_widget_queue_draw (list);
  return G_SOURCE_CONTINUE;
}

static gboolean
opened_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *panel = find_widget (GTK_WIDGET (bench->window), LODE_TYPE_PANEL);
  GtkWidget *list = find_widget (panel, GTK_TYPE_LIST_VIEW);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);

  bench->is_timed = FALSE;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (list, scroll_cb, bench, NULL);
  return G_SOURCE_REMOVE;
}

/* Of the main loop's heart: how long between two beats nothing else could be done. */
static gboolean
beat_cb (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();
  LodeDataset *dataset;

  if (!bench->is_timed)
    return G_SOURCE_REMOVE;

  bench->longest_gap = MAX (bench->longest_gap, now - bench->last_beat);
  bench->last_beat = now;
  dataset = lode_window_get_dataset (bench->window);
  if (bench->before != NULL && dataset != bench->before)
    {
      bench->before = NULL;
      g_timeout_add (SETTLE_MS, opened_cb, bench);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
started_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->before = lode_window_get_dataset (bench->window);
  g_assert_nonnull (bench->before);
  bench->is_timed = TRUE;
  bench->last_beat = g_get_monotonic_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, bench, NULL);
  lode_window_open_file (bench->window, bench->file);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  bench->window = LODE_WINDOW (window);
  g_timeout_add (SETTLE_MS, started_cb, bench);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, ==, 2);

  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.file = g_file_new_for_commandline_arg (argv[1]);
  bench.application = G_APPLICATION (lode_application_new ());
  g_signal_connect (bench.application, "window-added", G_CALLBACK (window_added_cb), &bench);

  return g_application_run (bench.application, 1, argv);
}

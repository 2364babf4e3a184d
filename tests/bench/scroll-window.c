/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-panel.h"
#include "lode-window.h"

#include <locale.h>
#include <time.h>

/* scroll-window FILE: opens FILE in a window that shows the built-in dataset, scrolls its
 * statements, a step a frame, selects a place, and opens the built-in dataset again. Prints how long the main
 * loop was at work without a break, at most: while the file was opened, while the place was
 * selected, while the file was let go of. Then how many frames of scrolling took more than 16.7 ms
 * to make, their median, and the longest. All in milliseconds of the main thread's own time, so
 * that others who use the machine do not count. */

#define N_FRAMES 240
#define STEP 60     /* widget pixels */
#define FRAME_MS 16.7
#define SETTLE_MS 1500

enum
{
  OPENING,
  SELECTING,
  LETTING_GO,
  N_PHASES
};

typedef struct
{
  GApplication *application;
  LodeWindow *window;
  GFile *file;
  guint phase;
  double last_beat;
  double longest[N_PHASES]; /* ms */
  double paint_began;
  GArray *frames;           /* of double, ms */
  gboolean is_timed;
} Bench;

/* In milliseconds, of this thread. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

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

  for (guint i = 0; i < N_PHASES; i++)
    g_print ("%.1f ", bench->longest[i]);
  g_print ("%u %.2f %.2f\n", n_long,
           g_array_index (bench->frames, double, bench->frames->len / 2),
           g_array_index (bench->frames, double, bench->frames->len - 1));
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->paint_began = get_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double milliseconds = get_time () - bench->paint_began;

  g_array_append_val (bench->frames, milliseconds);
}

static gboolean
beat_cb (gpointer user_data)
{
  Bench *bench = user_data;
  double now = get_time ();

  if (!bench->is_timed)
    return G_SOURCE_REMOVE;

  bench->longest[bench->phase] = MAX (bench->longest[bench->phase], now - bench->last_beat);
  bench->last_beat = now;
  return G_SOURCE_CONTINUE;
}

/* From here on, how long between two beats nothing else could be done. */
static void
start_phase (Bench *bench, guint phase)
{
  bench->phase = phase;
  bench->is_timed = TRUE;
  bench->last_beat = get_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, bench, NULL);
}

static gboolean
let_go_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->is_timed = FALSE;
  print_figures (bench);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_application_quit (bench->application);
  return G_SOURCE_REMOVE;
}

static gboolean
selected_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->phase = LETTING_GO;
  lode_window_open_built_in (bench->window);
  g_timeout_add (SETTLE_MS, let_go_cb, bench);
  return G_SOURCE_REMOVE;
}

static void
select_place (Bench *bench)
{
  GListModel *places = lode_dataset_get_places (lode_window_get_dataset (bench->window));
  g_autoptr (LodePlace) place = g_list_model_get_item (places, 0);

  start_phase (bench, SELECTING);
  lode_window_set_selected_place (bench->window, place);
  g_timeout_add (SETTLE_MS, selected_cb, bench);
}

static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (bench->frames->len >= N_FRAMES)
    {
      g_signal_handlers_disconnect_by_data (clock, bench);
      select_place (bench);
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

static void
dataset_changed_cb (LodeWindow *window, GParamSpec *pspec, Bench *bench)
{
  g_signal_handlers_disconnect_by_func (window, dataset_changed_cb, bench);
  g_timeout_add (SETTLE_MS, opened_cb, bench);
}

static gboolean
started_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (lode_window_get_dataset (bench->window) == NULL)
    return G_SOURCE_CONTINUE;

  g_signal_connect (bench->window, "notify::dataset", G_CALLBACK (dataset_changed_cb), bench);
  start_phase (bench, OPENING);
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

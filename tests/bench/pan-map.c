/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-map-view.h"
#include "lode-window.h"

#include <locale.h>
#include <math.h>
#include <shumate/shumate.h>
#include <time.h>

/* pan-map frames TURNS FILE...: shows one FILE after the other in a window, pans the map of each and
 * zooms it, and does it all again TURNS times. Prints, in a line for each FILE, how many milliseconds a
 * frame of panning and one of zooming take in the middle, of the main thread's own time. A frame has
 * the same to do in each turn; its quickest counts, as whatever else the machine does only adds to it.
 *
 * pan-map jumps FILE: how many milliseconds pass in the middle from a jump to a complete map.
 *
 * pan-map memory SECONDS FILE: what memory (PSS) the process has after that many seconds of panning
 * at random, and after four times as many, in KiB. */

#define SETTLE_MS 1500
#define N_PAN_FRAMES 240
#define N_ZOOM_FRAMES 180
#define N_JUMPS 15
#define PATIENCE_US (30 * G_USEC_PER_SEC)

typedef enum
{
  PANNING,
  ZOOMING,
  JUMPING,
  ROAMING,
  DONE,
  N_PHASES = DONE,
} Phase;

typedef struct
{
  GApplication *application;
  LodeWindow *window;
  LodeMapView *view;
  ShumateViewport *viewport;
  char **paths;       /* ends with NULL */
  guint n_paths;
  guint n_turns;
  guint n_shown;      /* files, in all turns */
  Phase first_phase;
  Phase last_phase;
  Phase phase;
  guint step;
  double paint_began;
  GArray *figures;    /* of double, ms: of this phase */
  GPtrArray *results; /* of figures, N_PHASES for each path, a NULL where there are none */
  gint64 jumped_at;   /* us; 0: not yet */
  gint64 roam_ends;   /* us */
  gint64 seconds;
  GRand *random;
} Bench;

/* In milliseconds, of this thread. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

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

static guint
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;

  line = strstr (text, "\nPss:");
  return line != NULL ? (guint) strtoul (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
look_at (Bench *bench, double longitude, double latitude, double zoom)
{
  shumate_viewport_set_zoom_level (bench->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (bench->viewport), latitude, longitude);
}

static void
print_results (Bench *bench)
{
  for (guint i = 0; i < bench->results->len; i++)
    {
      GArray *result = g_ptr_array_index (bench->results, i);

      if (result != NULL)
        {
          g_array_sort (result, compare_doubles);
          g_print ("%.3f ", g_array_index (result, double, result->len / 2));
          g_array_unref (result);
        }
      if (i % N_PHASES == N_PHASES - 1)
        g_print ("\n");
    }
}

static void
stop (Bench *bench)
{
  print_results (bench);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_application_quit (bench->application);
}

static void
end_phase (Bench *bench)
{
  guint at = bench->n_shown % bench->n_paths * N_PHASES + bench->phase;
  GArray *result = g_ptr_array_index (bench->results, at);

  for (guint i = 0; result != NULL && i < MIN (result->len, bench->figures->len); i++)
    {
      double *best = &g_array_index (result, double, i);

      *best = MIN (*best, g_array_index (bench->figures, double, i));
    }
  if (result == NULL)
    g_ptr_array_index (bench->results, at) = g_array_copy (bench->figures);

  g_array_set_size (bench->figures, 0);
  bench->phase = bench->phase < bench->last_phase ? bench->phase + 1 : DONE;
  bench->step = 0;
}

/* Round the country, some pixels a frame. */
static void
pan (Bench *bench)
{
  double angle = 2 * G_PI * bench->step / N_PAN_FRAMES;

  look_at (bench, 172 + 3 * cos (angle), -41 + 3 * sin (angle), 7);
  if (++bench->step > N_PAN_FRAMES)
    end_phase (bench);
}

/* In and out, through all levels that show the country. */
static void
zoom (Bench *bench)
{
  double angle = 2 * G_PI * bench->step / N_ZOOM_FRAMES;

  look_at (bench, 172, -41.5, 7 - 2 * cos (angle));
  if (++bench->step > N_ZOOM_FRAMES)
    end_phase (bench);
}

/* Each time to where no tile has been painted yet. */
static void
jump (Bench *bench)
{
  const gint64 now = g_get_monotonic_time ();
  double milliseconds = (now - bench->jumped_at) / 1e3;

  if (bench->jumped_at != 0)
    {
      if (now - bench->jumped_at > PATIENCE_US)
        g_error ("The map does not become complete");
      if (lode_map_view_get_pending_tiles (bench->view) > 0
          || !lode_map_view_is_painted (bench->view) || bench->step++ < 1)
        return;
      g_array_append_val (bench->figures, milliseconds);
    }

  if (bench->figures->len >= N_JUMPS)
    {
      end_phase (bench);
      return;
    }
  bench->step = 0;
  bench->jumped_at = g_get_monotonic_time ();
  look_at (bench, bench->figures->len % 2 == 0 ? 169.2 : 175.6,
           -46 + 0.7 * bench->figures->len, 9);
}

static void
roam (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();

  if (bench->roam_ends == 0)
    bench->roam_ends = now + bench->seconds * G_USEC_PER_SEC;
  if (now >= bench->roam_ends)
    {
      g_print ("%u%s", get_memory (), bench->step > 0 ? "\n" : " ");
      bench->roam_ends += 3 * bench->seconds * G_USEC_PER_SEC;
      if (bench->step++ > 0)
        bench->phase = DONE;
    }

  look_at (bench, g_rand_double_range (bench->random, 167, 178),
           g_rand_double_range (bench->random, -46.5, -35),
           g_rand_double_range (bench->random, 5, 10));
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

  if (bench->phase == PANNING || bench->phase == ZOOMING)
    g_array_append_val (bench->figures, milliseconds);
}

static void open_next (Bench *bench);

static void
finish_file (Bench *bench)
{
  if (++bench->n_shown < bench->n_turns * bench->n_paths)
    open_next (bench);
  else
    stop (bench);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  gtk_widget_queue_draw (widget);
  switch (bench->phase)
    {
    case PANNING:
      pan (bench);
      break;
    case ZOOMING:
      zoom (bench);
      break;
    case JUMPING:
      jump (bench);
      break;
    case ROAMING:
      roam (bench);
      break;
    case DONE:
    default:
      g_signal_handlers_disconnect_by_data (clock, bench);
      g_idle_add_once ((GSourceOnceFunc) finish_file, bench);
      return G_SOURCE_REMOVE;
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
opened_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *map;
  GdkFrameClock *clock;

  if (lode_window_get_dataset (bench->window) == NULL)
    return G_SOURCE_CONTINUE;

  bench->phase = bench->first_phase;
  bench->view = LODE_MAP_VIEW (find_widget (GTK_WIDGET (bench->window), LODE_TYPE_MAP_VIEW));
  map = find_widget (GTK_WIDGET (bench->view), SHUMATE_TYPE_MAP);
  bench->viewport = shumate_map_get_viewport (SHUMATE_MAP (map));
  clock = gtk_widget_get_frame_clock (map);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->view), tick_cb, bench, NULL);
  return G_SOURCE_REMOVE;
}

static void
dataset_changed_cb (LodeWindow *window, GParamSpec *pspec, Bench *bench)
{
  g_signal_handlers_disconnect_by_func (window, dataset_changed_cb, bench);
  g_timeout_add (SETTLE_MS, opened_cb, bench);
}

static void
open_next (Bench *bench)
{
  const char *path = bench->paths[bench->n_shown % bench->n_paths];
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  g_signal_connect (bench->window, "notify::dataset", G_CALLBACK (dataset_changed_cb), bench);
  lode_window_open_file (bench->window, file);
}

static gboolean
started_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (lode_window_get_dataset (bench->window) == NULL)
    return G_SOURCE_CONTINUE;

  open_next (bench);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  bench->window = LODE_WINDOW (window);
  g_timeout_add (SETTLE_MS, started_cb, bench);
}

static void
read_arguments (Bench *bench, char **argv)
{
  const char *what = argv[1];

  bench->n_turns = 1;
  if (g_str_equal (what, "frames"))
    {
      bench->n_turns = (guint) g_ascii_strtoull (argv[2], NULL, 10);
      bench->first_phase = PANNING;
      bench->last_phase = ZOOMING;
      bench->paths = argv + 3;
    }
  else if (g_str_equal (what, "jumps"))
    {
      bench->first_phase = bench->last_phase = JUMPING;
      bench->paths = argv + 2;
    }
  else
    {
      g_assert_cmpstr (what, ==, "memory");
      bench->seconds = g_ascii_strtoll (argv[2], NULL, 10);
      bench->first_phase = bench->last_phase = ROAMING;
      bench->paths = argv + 3;
    }
  bench->n_paths = g_strv_length (bench->paths);
  g_assert_cmpuint (bench->n_paths * bench->n_turns, >, 0);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  int status;

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpint (argc, >=, 3);

  read_arguments (&bench, argv);
  bench.figures = g_array_new (FALSE, FALSE, sizeof (double));
  bench.results = g_ptr_array_new ();
  g_ptr_array_set_size (bench.results, (int) bench.n_paths * N_PHASES);
  bench.random = g_rand_new_with_seed (2026);
  bench.application = G_APPLICATION (lode_application_new ());
  g_signal_connect (bench.application, "window-added", G_CALLBACK (window_added_cb), &bench);

  status = g_application_run (bench.application, 1, argv);
  g_ptr_array_unref (bench.results); /* each was let go when it was printed */
  g_array_unref (bench.figures);
  g_rand_free (bench.random);
  g_object_unref (bench.application);
  return status;
}

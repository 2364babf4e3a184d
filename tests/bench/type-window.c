/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-window.h"

#include <locale.h>

/* type-window FILE [PAGE]: types into the search entry of a window that shows FILE, a letter at a time.
 * Prints for each what is written, how many milliseconds later the window has what is found, and by
 * how many milliseconds the main loop was longest kept from its work from there to rest. */

#define SETTLE_MS 3000
#define REST_MS 700

static const char * const texts[] = {
  "v", "va", "van", "vana", "vanadium", "vanadium g", "vanadium gold", "vanadium goldz", "zzzz", "",
  "p", "pl", "place 9", "place 99", "",
};

typedef struct
{
  GApplication *application;
  LodeWindow *window;
  GtkEditable *entry;
  guint n_typed;
  gint64 typed;       /* µs */
  gint64 found;       /* µs; 0: not yet */
  gint64 last_beat;
  gint64 longest_gap;
} Bench;

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

/* Of the main loop's heart: how long between two beats nothing else could be done. */
static gboolean
beat_cb (gpointer user_data)
{
  Bench *bench = user_data;
  const gint64 now = g_get_monotonic_time ();

  bench->longest_gap = MAX (bench->longest_gap, now - bench->last_beat);
  bench->last_beat = now;
  return G_SOURCE_CONTINUE;
}

static void
findings_cb (Bench *bench)
{
  if (bench->found == 0)
    bench->found = g_get_monotonic_time ();
}

static void
print_last (Bench *bench)
{
  g_autofree char *text = g_strdup_printf ("\"%s\"", texts[bench->n_typed - 1]);

  g_print ("%-20s %10.1f %10.1f\n", text, (bench->found - bench->typed) / 1000.0,
           bench->longest_gap / 1000.0);
}

static gboolean
type_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->n_typed > 0)
    print_last (bench);
  if (bench->n_typed == G_N_ELEMENTS (texts))
    {
      gtk_window_destroy (GTK_WINDOW (bench->window));
      g_application_quit (bench->application);
      return G_SOURCE_REMOVE;
    }

  bench->found = 0;
  bench->longest_gap = 0;
  bench->last_beat = bench->typed = g_get_monotonic_time ();
  gtk_editable_set_text (bench->entry, texts[bench->n_typed++]);
  return G_SOURCE_CONTINUE;
}

static gboolean
settled_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->entry = GTK_EDITABLE (find_widget (GTK_WIDGET (bench->window), GTK_TYPE_SEARCH_ENTRY));
  g_assert_nonnull (bench->entry);
  g_signal_connect_swapped (bench->window, "notify::findings", G_CALLBACK (findings_cb), bench);
  g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, bench, NULL);
  g_timeout_add (REST_MS, type_cb, bench);
  g_print ("%-20s %10s %10s\n", "written", "found, ms", "stop, ms");
  return G_SOURCE_REMOVE;
}

static const char *page = "map";

static gboolean
wait_for_dataset_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (lode_window_get_findings (bench->window) == NULL)
    return G_SOURCE_CONTINUE;

  g_object_set (bench->window, "page", page, NULL);
  g_timeout_add (SETTLE_MS, settled_cb, bench);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  bench->window = LODE_WINDOW (window);
  g_timeout_add (50, wait_for_dataset_cb, bench);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, >=, 2);
  if (argc > 2)
    page = argv[2];

  bench.application = G_APPLICATION (lode_application_new ());
  g_signal_connect (bench.application, "window-added", G_CALLBACK (window_added_cb), &bench);

  return g_application_run (bench.application, 2, argv);
}

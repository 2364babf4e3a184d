/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-focus.h"

struct _LodeMarkerFocus
{
  GtkWidget    *plane;  /* the markers' parent; borrowed */
  LodePlace    *wanted; /* as soon as its marker is in view */
  GtkWidget    *from;   /* had the focus then; weak, nullable */
  GtkWindow    *window; /* tells where the focus goes; weak; NULL unless it is wanted */
  gulong        window_handler;
};

/* Of its place, or the first of its places. */
static const char *
get_id (LodeMarker *marker)
{
  GObject *item = lode_marker_get_item (marker);
  guint n_places;

  if (LODE_IS_CLUSTER (item))
    item = G_OBJECT (lode_cluster_get_places (LODE_CLUSTER (item), &n_places)[0]);
  return lode_record_get_id (LODE_RECORD (item));
}

static int
compare_north_to_south (gconstpointer a, gconstpointer b)
{
  LodeMarker *marker_a = *(LodeMarker *const *) a;
  LodeMarker *marker_b = *(LodeMarker *const *) b;
  LodeWorldPoint point_a = lode_marker_get_world_point (marker_a);
  LodeWorldPoint point_b = lode_marker_get_world_point (marker_b);

  if (point_a.y != point_b.y)
    return point_a.y < point_b.y ? -1 : 1;
  if (point_a.x != point_b.x)
    return point_a.x < point_b.x ? -1 : 1;
  return g_strcmp0 (get_id (marker_a), get_id (marker_b));
}

/* Somebody has gone elsewhere; but a focus that fell from something that is gone was not moved. */
static void
focus_moved_cb (LodeMarkerFocus *self)
{
  GtkRoot *root = gtk_widget_get_root (self->plane);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || focus == self->from)
    return;

  if (self->from != NULL && gtk_widget_get_mapped (self->from))
    lode_marker_focus_forget (self);
  else
    g_set_weak_pointer (&self->from, focus);
}

/* Not by a GSignalGroup: one of GLib 2.74 that is let go while its target goes is called later. */
static void
watch_window (LodeMarkerFocus *self, GtkWindow *window)
{
  if (self->window != NULL)
    g_clear_signal_handler (&self->window_handler, self->window);
  self->window_handler = 0;
  g_set_weak_pointer (&self->window, window);
  if (window != NULL)
    self->window_handler = g_signal_connect_swapped (window, "notify::focus-widget",
                                                     G_CALLBACK (focus_moved_cb), self);
}

LodeMarkerFocus *
lode_marker_focus_new (GtkWidget *plane)
{
  LodeMarkerFocus *self = g_new0 (LodeMarkerFocus, 1);

  self->plane = plane;
  return self;
}

void
lode_marker_focus_free (LodeMarkerFocus *self)
{
  lode_marker_focus_forget (self);
  g_free (self);
}

gboolean
lode_marker_focus_is_on (LodeMarker *marker)
{
  return gtk_widget_has_focus (lode_marker_get_button (marker));
}

LodeMarker *
lode_marker_focus_get_focused (LodeMarkerFocus *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (self->plane);

  return child != NULL && lode_marker_focus_is_on (LODE_MARKER (child)) ? LODE_MARKER (child)
                                                                        : NULL;
}

void
lode_marker_focus_sort (GPtrArray *markers)
{
  g_ptr_array_sort (markers, compare_north_to_south);
}

LodeMarker *
lode_marker_focus_find_next (LodeMarkerFocus *self, GPtrArray *markers, GtkDirectionType direction)
{
  LodeMarker *focused = lode_marker_focus_get_focused (self);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int position = step > 0 ? 0 : (int) markers->len - 1;
  guint start = 0;

  if (focused != NULL && g_ptr_array_find (markers, focused, &start))
    position = (int) start + step;

  for (; position >= 0 && position < (int) markers->len; position += step)
    {
      LodeMarker *marker = g_ptr_array_index (markers, position);

      if (gtk_widget_get_child_visible (GTK_WIDGET (marker)))
        return marker;
    }

  return NULL;
}

void
lode_marker_focus_want (LodeMarkerFocus *self, LodePlace *place)
{
  GtkRoot *root = gtk_widget_get_root (self->plane);

  g_set_object (&self->wanted, place);
  g_set_weak_pointer (&self->from, root != NULL ? gtk_root_get_focus (root) : NULL);
  watch_window (self, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

LodePlace *
lode_marker_focus_get_wanted (LodeMarkerFocus *self)
{
  return self->wanted;
}

void
lode_marker_focus_forget (LodeMarkerFocus *self)
{
  watch_window (self, NULL);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->wanted);
}

void
lode_marker_focus_give_away (LodeMarkerFocus *self)
{
  GtkWidget *ancestor = gtk_widget_get_parent (self->plane);

  g_clear_weak_pointer (&self->from);
  while (ancestor != NULL && !gtk_widget_get_focusable (ancestor))
    ancestor = gtk_widget_get_parent (ancestor);
  if (ancestor != NULL)
    gtk_widget_grab_focus (ancestor);
}

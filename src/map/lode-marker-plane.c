/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-plane.h"

#include "lode-marker-arrangement.h"

#include <math.h>

/* Pixels beyond the view's edge in which a marker that is partly in view can stand. */
#define MAX_OVERHANG 320

struct _LodeMarkerPlane
{
  GtkWidget         parent_instance;

  LodeMapProjection laid; /* as the map stood when the markers were put down; world 0: never yet */
};

G_DEFINE_FINAL_TYPE (LodeMarkerPlane, lode_marker_plane, GTK_TYPE_WIDGET)

/* How far the map has come since, whole device pixels, so that text stays sharp. */
static graphene_point_t
get_shift (LodeMarkerPlane *self, const LodeMapProjection *projection)
{
  LodeWorldPoint middle = { self->laid.pose.x, self->laid.pose.y };
  double x, y;

  lode_map_projection_project (projection, middle, &x, &y);
  return GRAPHENE_POINT_INIT (
      round ((x - projection->width / 2.0) * projection->scale) / projection->scale,
      round ((y - projection->height / 2.0) * projection->scale) / projection->scale);
}

/* Still holds what goes for the whole view: its scale, and which way round the world is short. */
static gboolean
is_laid_for (LodeMarkerPlane *self, const LodeMapProjection *projection)
{
  const LodeMapProjection *laid = &self->laid;
  double reach = (projection->world - projection->width) / 2 - MAX_OVERHANG;

  return laid->world == projection->world && laid->width == projection->width
         && laid->height == projection->height && laid->scale == projection->scale
         && fabs (get_shift (self, projection).x) <= reach;
}

static void
lay (LodeMarkerPlane *self)
{
  if (self->laid.world <= 0)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      LodeBox box = lode_marker_arrangement_get_box (LODE_MARKER (child), &self->laid);

      lode_marker_allocate (LODE_MARKER (child), &box);
    }
}

static void
show_those_in_view (LodeMarkerPlane *self, const graphene_point_t *shift)
{
  LodeBox view = { -shift->x, -shift->y, self->laid.width, self->laid.height };

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lode_marker_plane_show (
        self, LODE_MARKER (child),
        lode_box_overlap (lode_marker_get_box (LODE_MARKER (child)), &view) > 0);
}

/* A marker is new, or asks for another size. */
static void
lode_marker_plane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay (LODE_MARKER_PLANE (widget));
}

/* Between markers, the pointer is on the map. */
static gboolean
lode_marker_plane_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
lode_marker_plane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lode_marker_plane_parent_class)->dispose (object);
}

static void
lode_marker_plane_class_init (LodeMarkerPlaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_marker_plane_dispose;

  widget_class->size_allocate = lode_marker_plane_size_allocate;
  widget_class->contains = lode_marker_plane_contains;
}

static void
lode_marker_plane_init (LodeMarkerPlane *self)
{
}

GtkWidget *
lode_marker_plane_new (void)
{
  return g_object_new (LODE_TYPE_MARKER_PLANE, NULL);
}

void
lode_marker_plane_show (LodeMarkerPlane *self, LodeMarker *marker, gboolean in_view)
{
  g_return_if_fail (LODE_IS_MARKER_PLANE (self));
  g_return_if_fail (LODE_IS_MARKER (marker));

  if (gtk_widget_get_child_visible (GTK_WIDGET (marker)) == in_view)
    return;

  gtk_widget_set_child_visible (GTK_WIDGET (marker), in_view);
  /* A marker that has not been drawn yet does not tell its parent that it should be. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lode_marker_plane_move (LodeMarkerPlane *self, const LodeMapProjection *projection)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean anew;
  graphene_point_t shift;

  g_return_if_fail (LODE_IS_MARKER_PLANE (self));
  g_return_if_fail (projection != NULL);

  anew = !is_laid_for (self, projection);
  if (anew)
    self->laid = *projection;
  shift = get_shift (self, projection);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, projection->width, projection->height, -1,
                       gsk_transform_translate (NULL, &shift));
  if (anew)
    lay (self);
  show_those_in_view (self, &shift);
}

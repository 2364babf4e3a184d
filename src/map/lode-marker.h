/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-basemap.h"
#include "lode-marker-label.h"
#include "lode-marker-placement.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* How much a marker says, for want of room. */
typedef enum
{
  LODE_MARKER_FULL,
  LODE_MARKER_COMPACT, /* no name */
  LODE_MARKER_PIN,     /* no name, and it stands on its place instead of beside it */
} LodeMarkerForm;

/**
 * LodeMarker:
 *
 * A place or a cluster of them on the map. A real button, so that it has a role, a name and the
 * keyboard; but the pointer's part is done here, as a drag that begins on a marker is meant for the
 * map. What it looks like is its subclasses'.
 *
 * Signal "activated": clicked, or Enter or Space pressed.
 */
#define LODE_TYPE_MARKER (lode_marker_get_type ())
G_DECLARE_DERIVABLE_TYPE (LodeMarker, lode_marker, LODE, MARKER, ShumateMarker)

struct _LodeMarkerClass
{
  ShumateMarkerClass parent_class;

  /* The item is another one, never NULL. */
  void (* bind)         (LodeMarker *self, const LodeMarkerWords *words);
  /* The form to show is another one. */
  void (* form_changed) (LodeMarker *self);
  /* What is painted is out of date: placement, state or item have changed. */
  void (* invalidate)   (LodeMarker *self);
};

/* A LodePlace or a LodeCluster, borrowed; NULL: not in use. */
GObject                   *lode_marker_get_item      (LodeMarker *self);
/* The item if it is a place, else NULL; borrowed. */
LodePlace                 *lode_marker_get_place     (LodeMarker *self);
/* Shows an item, which it keeps a reference to. A marker is used again for one after another.
 * NULL: not in use; words may be NULL too, then. */
void                       lode_marker_set_item      (LodeMarker *self, GObject *item,
                                                      const LodeMarkerWords *words);
/* Of its item, in the copy of the world that New Zealand is continuous in. */
LodeWorldPoint             lode_marker_get_world_point (LodeMarker *self);
/* Its natural size, widget pixels; neither may be NULL. */
void                       lode_marker_measure_size  (LodeMarker *self, int *width, int *height);
/* The form it has been given. */
LodeMarkerForm             lode_marker_get_form      (LodeMarker *self);
void                       lode_marker_set_form      (LodeMarker *self, LodeMarkerForm form);
/* The form it shows. */
LodeMarkerForm             lode_marker_get_shown_form (LodeMarker *self);
/* Says all, whatever its form. */
void                       lode_marker_set_expanded  (LodeMarker *self, gboolean expanded);
/* Its place is the one that the statements are shown of; a screen reader says "pressed". */
gboolean                   lode_marker_get_selected  (LodeMarker *self);
void                       lode_marker_set_selected  (LodeMarker *self, gboolean selected);
/* Pointed at for a moment. */
gboolean                   lode_marker_get_lit       (LodeMarker *self);
void                       lode_marker_set_lit       (LodeMarker *self, gboolean lit);
/* Where it stands, seen from its place; its parent allocates it there. Copied. */
void                       lode_marker_set_placement (LodeMarker                *self,
                                                      const LodeMarkerPlacement *placement);
/* Borrowed, never NULL; valid until it is set again. */
const LodeMarkerPlacement *lode_marker_get_placement (LodeMarker *self);
/* For its parent's size_allocate: gives it its box there, in the parent's pixels. Copied. */
void                       lode_marker_allocate      (LodeMarker *self, const LodeBox *box);
/* The box it has been given; borrowed, never NULL. */
const LodeBox             *lode_marker_get_box       (LodeMarker *self);
/* What takes the focus, and what a screen reader meets. Borrowed. */
GtkWidget                 *lode_marker_get_button    (LodeMarker *self);

/* For subclasses: what the marker is called, and a class on or off. */
void                       lode_marker_set_name      (LodeMarker *self, const char *name);
void                       lode_marker_set_css_class (LodeMarker *self, const char *css_class,
                                                      gboolean on);
/* For subclasses: a named colour of the style. */
GdkRGBA                    lode_marker_look_up_colour (LodeMarker *self, const char *name);

G_END_DECLS

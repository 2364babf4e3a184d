/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-marker.h"

#include "lode-marker-callout.h"
#include "lode-plain-label.h"
#include "lode-topic-tile.h"

#include <glib/gi18n-lib.h>

#define MAX_TILES 3
#define TILE_SIZE 28
#define CONTEXT_TILE_SIZE 20
#define CONTEXT_INSET 4

struct _LodePlaceMarker
{
  LodeMarker     parent_instance;

  GtkWidget     *box;
  GtkWidget     *tiles;
  GtkWidget     *name;
  GtkWidget     *count;

  GskRenderNode *callout; /* NULL: to be painted */
  int            callout_width;
  int            callout_height;
  int            callout_scale;
};

G_DEFINE_FINAL_TYPE (LodePlaceMarker, lode_place_marker, LODE_TYPE_MARKER)

static gboolean
is_context (LodePlaceMarker *self)
{
  LodePlace *place = lode_marker_get_place (LODE_MARKER (self));

  return place != NULL && lode_place_is_context (place);
}

static gboolean
is_pin (LodePlaceMarker *self)
{
  return lode_marker_get_shown_form (LODE_MARKER (self)) == LODE_MARKER_PIN;
}

static gboolean
has_callout (LodePlaceMarker *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return self->callout != NULL && self->callout_width == gtk_widget_get_width (widget)
         && self->callout_height == gtk_widget_get_height (widget)
         && self->callout_scale == gtk_widget_get_scale_factor (widget);
}

/* Looking up a colour is not for every frame: only for those in which there is no callout. */
static void
paint_callout (LodePlaceMarker *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LodeMarker *marker = LODE_MARKER (self);
  gboolean hovered = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0;
  gboolean context = is_context (self);
  LodeMarkerCallout callout = {
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .inset = context ? CONTEXT_INSET : 0,
    .placement = *lode_marker_get_placement (marker),
    .background = lode_marker_look_up_colour (marker, "lode_callout_bg_color"),
    .outline = lode_marker_look_up_colour (marker, "lode_callout_outline_color"),
    .line = lode_marker_look_up_colour (marker, "lode_callout_line_color"),
    .outline_width = hovered ? 1.5 : 1,
    .dashed = context,
    .shadow = context ? 0.08 : hovered ? 0.4 : 0.26,
    .scale = gtk_widget_get_scale_factor (widget),
  };

  if (lode_marker_get_selected (marker) || lode_marker_get_lit (marker))
    {
      callout.outline = lode_marker_look_up_colour (marker, "accent_bg_color");
      callout.line = callout.outline;
      callout.outline_width = lode_marker_get_selected (marker) ? 3 : 2;
      callout.dashed = FALSE;
    }

  g_clear_pointer (&self->callout, gsk_render_node_unref);
  self->callout = lode_marker_callout_paint (&callout, widget);
  self->callout_width = (int) callout.width;
  self->callout_height = (int) callout.height;
  self->callout_scale = callout.scale;
}

static void
add_more_label (LodePlaceMarker *self, guint n_more)
{
  /* Translators: on a marker, the number of further minerals that have no room on it */
  g_autofree char *more = g_strdup_printf (_("+%'u"), n_more);
  GtkWidget *label = gtk_label_new (more);

  gtk_widget_add_css_class (label, "lode-marker-more");
  gtk_box_append (GTK_BOX (self->tiles), label);
}

/* A pin has room for one tile. */
static void
fill_tiles (LodePlaceMarker *self, LodePlace *place)
{
  gboolean pin = is_pin (self);
  int size = is_context (self) ? CONTEXT_TILE_SIZE : TILE_SIZE;
  guint n_topics;
  LodeTopic *const *topics = lode_place_get_topics (place, &n_topics);
  guint n_tiles = MIN (n_topics, pin ? 1 : MAX_TILES);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_box_remove (GTK_BOX (self->tiles), child);

  for (guint i = 0; i < n_tiles; i++)
    gtk_box_append (GTK_BOX (self->tiles), lode_topic_tile_new (topics[i], size));
  if (pin && n_topics == 0)
    gtk_box_append (GTK_BOX (self->tiles), lode_topic_tile_new (NULL, size));
  if (n_topics > n_tiles && !pin)
    add_more_label (self, n_topics - n_tiles);

  gtk_widget_set_visible (self->tiles, n_topics > 0 || pin);
}

static void
lode_place_marker_form_changed (LodeMarker *marker)
{
  LodePlaceMarker *self = LODE_PLACE_MARKER (marker);
  LodePlace *place = lode_marker_get_place (marker);
  LodeMarkerForm form = lode_marker_get_shown_form (marker);
  gboolean context = is_context (self);

  if (place == NULL)
    return;

  fill_tiles (self, place);
  gtk_widget_set_halign (self->tiles,
                         form == LODE_MARKER_PIN ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), context
                                                                  ? GTK_ORIENTATION_HORIZONTAL
                                                                  : GTK_ORIENTATION_VERTICAL);
  /* A place without topics has nothing to show but its name. */
  gtk_widget_set_visible (self->name,
                          form == LODE_MARKER_FULL || !gtk_widget_get_visible (self->tiles));
  gtk_widget_set_visible (self->count, form == LODE_MARKER_FULL && !context);
  lode_marker_set_css_class (marker, "context", context);
  lode_marker_set_css_class (marker, "compact", form == LODE_MARKER_COMPACT);
  lode_marker_set_css_class (marker, "pin", form == LODE_MARKER_PIN);
}

static void
lode_place_marker_bind (LodeMarker *marker, const LodeMarkerWords *words)
{
  LodePlaceMarker *self = LODE_PLACE_MARKER (marker);
  LodePlace *place = lode_marker_get_place (marker);
  g_autofree char *label = lode_marker_label_for_place (place, words);
  g_autofree char *count
      = lode_marker_label_for_count (lode_findings_count_place (words->findings, place));

  lode_label_set_text (GTK_LABEL (self->name), lode_place_get_name (place));
  lode_label_set_text (GTK_LABEL (self->count), count);
  lode_marker_set_name (marker, label);
}

static void
lode_place_marker_invalidate (LodeMarker *marker)
{
  g_clear_pointer (&LODE_PLACE_MARKER (marker)->callout, gsk_render_node_unref);
}

static void
lode_place_marker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodePlaceMarker *self = LODE_PLACE_MARKER (widget);

  if (!is_pin (self))
    {
      if (!has_callout (self))
        paint_callout (self);
      gtk_snapshot_append_node (snapshot, self->callout);
    }

  GTK_WIDGET_CLASS (lode_place_marker_parent_class)->snapshot (widget, snapshot);
}

static void
lode_place_marker_dispose (GObject *object)
{
  g_clear_pointer (&LODE_PLACE_MARKER (object)->callout, gsk_render_node_unref);

  G_OBJECT_CLASS (lode_place_marker_parent_class)->dispose (object);
}

static void
lode_place_marker_class_init (LodePlaceMarkerClass *klass)
{
  LodeMarkerClass *marker_class = LODE_MARKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_place_marker_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = lode_place_marker_snapshot;

  marker_class->bind = lode_place_marker_bind;
  marker_class->form_changed = lode_place_marker_form_changed;
  marker_class->invalidate = lode_place_marker_invalidate;
}

static void
lode_place_marker_init (LodePlaceMarker *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "lode-marker-content");
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);

  self->tiles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_box_append (GTK_BOX (self->box), self->tiles);

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), 24);
  gtk_widget_add_css_class (self->name, "lode-marker-name");
  gtk_box_append (GTK_BOX (self->box), self->name);

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "lode-marker-count");
  gtk_box_append (GTK_BOX (self->box), self->count);

  gtk_button_set_child (GTK_BUTTON (lode_marker_get_button (LODE_MARKER (self))), self->box);
}

LodeMarker *
lode_place_marker_new (void)
{
  return g_object_new (LODE_TYPE_PLACE_MARKER, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker.h"

#include "lode-camera-pose.h"
#include "lode-marker-callout.h"
#include "lode-topic-tile.h"

#include <glib/gi18n-lib.h>

#define MAX_TILES 3
#define TILE_SIZE 28
#define CONTEXT_TILE_SIZE 20
#define CONTEXT_INSET 4

struct _LodeMarker
{
  ShumateMarker       parent_instance;

  GtkWidget          *button;
  GtkWidget          *box;
  GtkWidget          *tiles;
  GtkWidget          *name;
  GtkWidget          *count;

  LodePlace          *place;
  LodeWorldPoint      at;
  LodeMarkerPlacement placement;
  gboolean            compact;
  gboolean            expanded;
  gboolean            selected;
  gboolean            lit;
  double              press_x;
  double              press_y;

  GdkTexture         *callout; /* NULL: to be painted */
  LodeBox             callout_bounds;
  int                 callout_width;
  int                 callout_height;
  int                 callout_scale;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodeMarker, lode_marker, SHUMATE_TYPE_MARKER)

static void
invalidate_callout (LodeMarker *self)
{
  g_clear_object (&self->callout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkRGBA
look_up_colour (LodeMarker *self, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

static void
ensure_callout (LodeMarker *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean hovered = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0;
  gboolean context = self->place != NULL && lode_place_is_context (self->place);
  LodeMarkerCallout callout = {
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .inset = context ? CONTEXT_INSET : 0,
    .placement = self->placement,
    .background = look_up_colour (self, "lode_callout_bg_color"),
    .outline = look_up_colour (self, "lode_callout_outline_color"),
    .line = look_up_colour (self, "lode_callout_line_color"),
    .outline_width = hovered ? 1.5 : 1,
    .dashed = context,
    .shadow = context ? 0.08 : hovered ? 0.4 : 0.26,
    .scale = gtk_widget_get_scale_factor (widget),
  };

  if (self->callout != NULL && self->callout_width == (int) callout.width
      && self->callout_height == (int) callout.height && self->callout_scale == callout.scale)
    return;

  if (self->selected || self->lit)
    {
      callout.outline = look_up_colour (self, "accent_bg_color");
      callout.line = callout.outline;
      callout.outline_width = self->selected ? 3 : 2;
      callout.dashed = FALSE;
    }

  g_clear_object (&self->callout);
  self->callout = lode_marker_callout_paint (&callout, &self->callout_bounds);
  self->callout_width = (int) callout.width;
  self->callout_height = (int) callout.height;
  self->callout_scale = callout.scale;
}

static void
set_css_class (LodeMarker *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static char *
dup_statement_count (guint n_statements)
{
  return g_strdup_printf (ngettext ("%'u statement", "%'u statements", n_statements),
                          n_statements);
}

/* "Tungsten" inside a sentence; "REE" stays. */
static char *
dup_topic_name (LodeTopic *topic)
{
  const char *name = lode_topic_get_name (topic);
  const char *rest = *name != '\0' ? g_utf8_next_char (name) : name;
  g_autofree char *first = NULL;
  g_autofree char *lower = NULL;

  if (*rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (name);

  first = g_utf8_substring (name, 0, 1);
  lower = g_utf8_strdown (first, -1);
  return g_strconcat (lower, rest, NULL);
}

char *
lode_marker_dup_label (LodePlace *place)
{
  LodeTopic *const *topics;
  guint n_topics, n_statements;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;
  g_autofree char *count = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (LODE_IS_PLACE (place), NULL);

  topics = lode_place_get_topics (place, &n_topics);
  for (guint i = 0; i < n_topics; i++)
    {
      g_autofree char *name = dup_topic_name (topics[i]);

      g_strv_builder_add (builder, name);
    }

  names = g_strv_builder_end (builder);
  /* Translators: between the minerals of a place, as in "tungsten, antimony" */
  list = g_strjoinv (_(", "), names);
  /* Translators: a place and its minerals, as in "Otago: tungsten, antimony" */
  what = n_topics == 0 ? g_strdup (lode_place_get_name (place))
                       : g_strdup_printf (_("%s: %s"), lode_place_get_name (place), list);

  n_statements = lode_place_get_n_statements (place);
  if (n_statements == 0 && lode_place_is_context (place))
    /* Translators: a place that no statement names, shown for orientation: one of those that the
     * menu calls Background Places */
    count = g_strdup (_("Background"));
  else
    count = dup_statement_count (n_statements);

  /* Translators: what a marker on the map is called: a place with its minerals, then the count of
   * its statements, as in "Otago: tungsten, antimony. 2 statements" */
  return g_strdup_printf (_("%s. %s"), what, count);
}

static void
fill_tiles (LodeMarker *self)
{
  gboolean context = lode_place_is_context (self->place);
  int size = context ? CONTEXT_TILE_SIZE : TILE_SIZE;
  guint n_topics;
  LodeTopic *const *topics = lode_place_get_topics (self->place, &n_topics);
  guint n_tiles = MIN (n_topics, MAX_TILES);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_box_remove (GTK_BOX (self->tiles), child);

  for (guint i = 0; i < n_tiles; i++)
    gtk_box_append (GTK_BOX (self->tiles), lode_topic_tile_new (topics[i], size));

  if (n_topics > n_tiles)
    {
      /* Translators: on a marker, the number of further minerals that have no room on it */
      g_autofree char *more = g_strdup_printf (_("+%'u"), n_topics - n_tiles);

      child = gtk_label_new (more);
      gtk_widget_add_css_class (child, "lode-marker-more");
      gtk_box_append (GTK_BOX (self->tiles), child);
    }

  gtk_widget_set_visible (self->tiles, n_topics > 0);
}

static void
update_form (LodeMarker *self)
{
  gboolean context = self->place != NULL && lode_place_is_context (self->place);
  /* A place without topics has nothing to show but its name. */
  gboolean has_tiles = gtk_widget_get_visible (self->tiles);
  gboolean compact = self->compact && !self->expanded;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), context
                                                                  ? GTK_ORIENTATION_HORIZONTAL
                                                                  : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (self->name, !compact || !has_tiles);
  gtk_widget_set_visible (self->count, !compact && !context);
  set_css_class (self, "context", context);
  set_css_class (self, "compact", compact);
}

static void
update_place (LodeMarker *self)
{
  g_autofree char *label = lode_marker_dup_label (self->place);
  g_autofree char *count = dup_statement_count (lode_place_get_n_statements (self->place));

  fill_tiles (self);
  gtk_label_set_text (GTK_LABEL (self->name), lode_place_get_name (self->place));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  self->at.x = lode_world_wrap_x (
      lode_world_x_from_longitude (lode_place_get_longitude (self->place)));
  self->at.y = lode_world_y_from_latitude (lode_place_get_latitude (self->place));
  shumate_location_set_location (SHUMATE_LOCATION (self), lode_place_get_latitude (self->place),
                                 lode_place_get_longitude (self->place));
  update_form (self);
}

/* A ring tells where keys go, which whoever points does not ask; the next key brings it back. */
static void
hide_focus_ring (LodeMarker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
}

/* The map moves with the pointer, and the marker with it: only the layer stands still. */
static void
get_layer_point (LodeMarker *self, double x, double y, double *layer_x, double *layer_y)
{
  GtkWidget *layer = gtk_widget_get_parent (GTK_WIDGET (self));

  *layer_x = x;
  *layer_y = y;
  if (layer != NULL)
    gtk_widget_translate_coordinates (GTK_WIDGET (self), layer, x, y, layer_x, layer_y);
}

static void
pressed_cb (LodeMarker *self, int n_press, double x, double y, GtkGesture *gesture)
{
  get_layer_point (self, x, y, &self->press_x, &self->press_y);

  /* A double click on a marker is not meant to zoom the map. */
  if (n_press > 1)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (LodeMarker *self, int n_press, double x, double y, GtkGesture *gesture)
{
  double layer_x, layer_y;

  get_layer_point (self, x, y, &layer_x, &layer_y);
  if (gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y,
                                (int) layer_x, (int) layer_y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  hide_focus_ring (self);
  gtk_widget_grab_focus (self->button);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
clicked_cb (LodeMarker *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
lode_marker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodeMarker *self = LODE_MARKER (widget);
  const LodeBox *bounds = &self->callout_bounds;

  ensure_callout (self);
  gtk_snapshot_append_texture (
      snapshot, self->callout,
      &GRAPHENE_RECT_INIT (bounds->x, bounds->y, bounds->width, bounds->height));

  GTK_WIDGET_CLASS (lode_marker_parent_class)->snapshot (widget, snapshot);
}

static void
lode_marker_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lode_marker_parent_class)->css_changed (widget, change);
  invalidate_callout (LODE_MARKER (widget));
}

static void
lode_marker_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GtkStateFlags changed = previous ^ gtk_widget_get_state_flags (widget);

  if ((changed & GTK_STATE_FLAG_PRELIGHT) != 0)
    invalidate_callout (LODE_MARKER (widget));
}

/* Only what cannot be read on the marker; and asked for, as setting a text costs a look at where
 * the pointer is. */
static gboolean
lode_marker_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                           GtkTooltip *tooltip)
{
  LodeMarker *self = LODE_MARKER (widget);
  g_autofree char *label = NULL;

  if (self->place == NULL || gtk_widget_get_visible (self->name))
    return FALSE;

  label = lode_marker_dup_label (self->place);
  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
lode_marker_dispose (GObject *object)
{
  LodeMarker *self = LODE_MARKER (object);

  g_clear_object (&self->place);
  g_clear_object (&self->callout);

  G_OBJECT_CLASS (lode_marker_parent_class)->dispose (object);
}

static void
lode_marker_class_init (LodeMarkerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_marker_dispose;

  widget_class->snapshot = lode_marker_snapshot;
  widget_class->css_changed = lode_marker_css_changed;
  widget_class->state_flags_changed = lode_marker_state_flags_changed;
  widget_class->query_tooltip = lode_marker_query_tooltip;

  signals[ACTIVATED] = g_signal_new ("activated", LODE_TYPE_MARKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_content (LodeMarker *self)
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

  gtk_button_set_child (GTK_BUTTON (self->button), self->box);
}

static void
lode_marker_init (LodeMarker *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "lode-marker");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->button = gtk_button_new ();
  gtk_widget_set_can_target (self->button, FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  add_content (self);
  shumate_marker_set_child (SHUMATE_MARKER (self), self->button);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

LodeMarker *
lode_marker_new (void)
{
  return g_object_new (LODE_TYPE_MARKER, NULL);
}

LodePlace *
lode_marker_get_place (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return self->place;
}

void
lode_marker_set_place (LodeMarker *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_MARKER (self));
  g_return_if_fail (place == NULL || LODE_IS_PLACE (place));

  if (!g_set_object (&self->place, place))
    return;

  if (place != NULL)
    update_place (self);
  invalidate_callout (self);
}

LodeWorldPoint
lode_marker_get_world_point (LodeMarker *self)
{
  LodeWorldPoint nowhere = { 0 };

  g_return_val_if_fail (LODE_IS_MARKER (self), nowhere);

  return self->at;
}

void
lode_marker_measure_size (LodeMarker *self, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (LODE_IS_MARKER (self));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

void
lode_marker_set_compact (LodeMarker *self, gboolean compact)
{
  g_return_if_fail (LODE_IS_MARKER (self));

  if (self->compact == compact)
    return;

  self->compact = compact;
  update_form (self);
}

gboolean
lode_marker_get_compact (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), FALSE);

  return self->compact;
}

void
lode_marker_set_expanded (LodeMarker *self, gboolean expanded)
{
  g_return_if_fail (LODE_IS_MARKER (self));

  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  update_form (self);
}

gboolean
lode_marker_get_selected (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), FALSE);

  return self->selected;
}

void
lode_marker_set_selected (LodeMarker *self, gboolean selected)
{
  g_return_if_fail (LODE_IS_MARKER (self));

  if (self->selected == selected)
    return;

  self->selected = selected;
  set_css_class (self, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  invalidate_callout (self);
}

void
lode_marker_set_lit (LodeMarker *self, gboolean lit)
{
  g_return_if_fail (LODE_IS_MARKER (self));

  if (self->lit == lit)
    return;

  self->lit = lit;
  set_css_class (self, "lit", lit);
  invalidate_callout (self);
}

void
lode_marker_set_placement (LodeMarker *self, const LodeMarkerPlacement *placement)
{
  g_return_if_fail (LODE_IS_MARKER (self));
  g_return_if_fail (placement != NULL);

  self->placement = *placement;
  invalidate_callout (self);
}

const LodeMarkerPlacement *
lode_marker_get_placement (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return &self->placement;
}

GtkWidget *
lode_marker_get_button (LodeMarker *self)
{
  g_return_val_if_fail (LODE_IS_MARKER (self), NULL);

  return self->button;
}

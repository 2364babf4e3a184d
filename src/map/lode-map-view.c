/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-map-view.h"

#include "lode-background-source.h"
#include "lode-map-camera.h"
#include "lode-map-controls.h"
#include "lode-map-input.h"
#include "lode-map-projection.h"
#include "lode-marker-layer.h"
#include "lode-region-layer.h"
#include "lode-shape-layer.h"
#include "lode-region-light.h"
#include "lode-tile-backdrop.h"
#include "lode-tile-source.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The zoom level for a place that is a point. */
#define POINT_ZOOM 9
/* What the controls cover, pixels. */
#define CORNER_WIDTH 68
#define CORNER_HEIGHT 210

struct _LodeMapView
{
  GtkWidget        parent_instance;

  GtkWidget       *overlay;
  ShumateMap      *map;
  ShumateMapLayer *map_layer;
  ShumateMapLayer *background_layer; /* NULL: the built-in map alone */
  LodeBackground  *background;
  GtkWidget       *legend;
  LodeTileSource  *source;
  LodeTileBackdrop *backdrop;
  LodeShapeLayer *shape_layer;
  LodeRegionLayer *region_layer;
  LodeMarkerLayer *marker_layer;
  LodeMapCamera   *camera;
  LodeMapInput    *input;

  GListModel      *places;
  LodePlace       *selected_place;
  GListModel      *lit_places;
  LodeFindings *findings;
  LodeMapTheme     theme;
  gboolean         tiles_answered; /* all that were asked for */
  guint            settling;       /* id of a tick callback; 0: none */
  guint            frames_to_settle;
};

enum
{
  PROP_0,
  PROP_PLACES,
  PROP_SELECTED_PLACE,
  PROP_LIT_PLACES,
  PROP_FINDINGS,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  PROP_GRATICULE,
  PROP_PLACE_NAMES,
  PROP_BACKGROUND,
  PROP_PENDING_TILES,
  N_PROPS
};

enum
{
  PLACE_ACTIVATED,
  MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (LodeMapNames, lode_map_names,
                    G_DEFINE_ENUM_VALUE (LODE_MAP_NAMES_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (LODE_MAP_NAMES_ENGLISH, "english"),
                    G_DEFINE_ENUM_VALUE (LODE_MAP_NAMES_MAORI, "maori"))

G_DEFINE_FINAL_TYPE (LodeMapView, lode_map_view, GTK_TYPE_WIDGET)

static ShumateViewport *
get_viewport (LodeMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

static void
update_view (LodeMapView *self)
{
  LodeMapProjection projection = lode_map_projection_new (get_viewport (self), GTK_WIDGET (self));
  LodeCameraPose pose = projection.pose;

  lode_tile_source_set_view (self->source, pose.x - floor (pose.x), pose.y,
                             projection.width / projection.world,
                             projection.height / projection.world);
}

static void
lit_places_changed_cb (LodeMapView *self)
{
  lode_region_layer_set_lit (self->region_layer, self->lit_places);
  lode_marker_layer_set_lit (self->marker_layer, self->lit_places);
}

static void
scale_factor_changed_cb (LodeMapView *self)
{
  lode_tile_source_set_scale_factor (self->source,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static void
pending_changed_cb (LodeMapView *self)
{
  /* libshumate 1.7 asks for some before it knows how large the map is. */
  self->tiles_answered = lode_tile_source_get_pending (self->source) == 0
                         && gtk_widget_get_width (GTK_WIDGET (self->map_layer)) > 0;
  if (self->tiles_answered)
    {
      lode_tile_source_set_prefetch (self->source, NULL);
      lode_tile_backdrop_set_prefetch (self->backdrop, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING_TILES]);
}

#if SHUMATE_CHECK_VERSION (1, 1, 0)
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LodeMapView *self = LODE_MAP_VIEW (widget);

  if (--self->frames_to_settle > 0)
    return G_SOURCE_CONTINUE;

  self->settling = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self->map_layer));
  if (self->background_layer != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self->background_layer));
  return G_SOURCE_REMOVE;
}
#endif

/* Where the map moves fast, libshumate puts tiles off until a later frame, and forgets them if that
 * frame's time is the one that the clock had announced (should_defer() in its shumate-map-layer.c).
 * An allocation some frames later makes it look again. */
static void
settle (LodeMapView *self)
{
#if SHUMATE_CHECK_VERSION (1, 1, 0)
  self->frames_to_settle = 3;
  if (self->settling == 0)
    self->settling = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
#endif
}

static void
viewport_changed_cb (LodeMapView *self)
{
  update_view (self);
  settle (self);
  lode_map_input_update_actions (self, get_viewport (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static void
add_map (LodeMapView *self)
{
  ShumateViewport *viewport;

  self->source = lode_tile_source_new ();
  self->map = shumate_map_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
  viewport = get_viewport (self);
  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (self->source));
  shumate_viewport_set_min_zoom_level (viewport, LODE_TILE_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, LODE_TILE_MAX_ZOOM);

  self->backdrop = lode_tile_backdrop_new (viewport);
  self->map_layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->source), viewport);
  self->shape_layer = lode_shape_layer_new (viewport);
  self->region_layer = lode_region_layer_new (viewport);
  self->marker_layer = lode_marker_layer_new (viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->backdrop));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->map_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->shape_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->region_layer));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->marker_layer));

  /* libshumate 1.0 redraws tiles from an idle that frames starve: they would stand still while
   * everything over them moves. */
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw),
                           self->map_layer, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "redraw", G_CALLBACK (gtk_widget_queue_draw),
                           self->map_layer, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "notify::pending", G_CALLBACK (pending_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker_layer, "place-activated",
                           G_CALLBACK (lode_map_view_activate_place), self, G_CONNECT_SWAPPED);
}

static void
lode_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  LodeMapView *self = LODE_MAP_VIEW (widget);

  gtk_widget_measure (self->overlay, orientation, for_size, minimum, natural, NULL, NULL);
}

/* Markers keep clear of the credit, which has many lines where text is large and the view narrow; but
 * most of the view is theirs. */
static void
reserve_corners (LodeMapView *self, int width, int height)
{
  int min_width, natural;

  /* While a window becomes narrow the map is narrower than that for a moment. */
  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->legend, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), NULL, &natural,
                      NULL, NULL);
  lode_marker_layer_reserve (self->marker_layer,
                             MAX (LODE_MAP_BOTTOM_RESERVED, MIN (natural, height / 3)),
                             CORNER_WIDTH, CORNER_HEIGHT);
}

static void
lode_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LodeMapView *self = LODE_MAP_VIEW (widget);

  if (lode_map_camera_set_size (self->camera, width, height))
    {
      update_view (self);
      g_signal_emit (self, signals[MOVED], 0);
    }
  reserve_corners (self, width, height);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  lode_map_input_present (self->input);
}

/* From libshumate 1.4 on the map goes on gliding when a gesture ends, for which it needs a clock. One
 * that is still under way, as the release went to a popover, must not end when the clock is gone. */
static void
lode_map_view_unrealize (GtkWidget *widget)
{
  LodeMapView *self = LODE_MAP_VIEW (widget);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      gtk_event_controller_reset (controller);
    }

  GTK_WIDGET_CLASS (lode_map_view_parent_class)->unrealize (widget);
}

/* The map itself is the first stop of Tab, then its markers, then its buttons. */
static gboolean
lode_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LodeMapView *self = LODE_MAP_VIEW (widget);

  if (direction == GTK_DIR_TAB_FORWARD && !gtk_widget_is_focus (widget)
      && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_is_focus (widget))
    return FALSE;
  if (gtk_widget_child_focus (self->overlay, direction))
    return TRUE;

  return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);
}

static void
lode_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeMapView *self = LODE_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_PLACES:
      g_value_set_object (value, self->places);
      break;

    case PROP_SELECTED_PLACE:
      g_value_set_object (value, self->selected_place);
      break;

    case PROP_LIT_PLACES:
      g_value_set_object (value, self->lit_places);
      break;

    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;

    case PROP_DARK:
      g_value_set_boolean (value, self->theme.dark);
      break;

    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->theme.high_contrast);
      break;

    case PROP_GRATICULE:
      g_value_set_boolean (value, self->theme.graticule);
      break;

    case PROP_PLACE_NAMES:
      g_value_set_enum (value, self->theme.names);
      break;

    case PROP_BACKGROUND:
      g_value_set_object (value, self->background);
      break;

    case PROP_PENDING_TILES:
      g_value_set_uint (value, lode_map_view_get_pending_tiles (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Whose map it is, and what is wrong with it, where the reader looks for the former. */
static void
update_credit (LodeMapView *self)
{
  const char *attribution, *message;
  g_autoptr (GString) credit = g_string_new (LODE_BASEMAP_CREDIT);

  if (self->background != NULL)
    {
      attribution = lode_background_get_attribution (self->background);
      message = lode_background_get_message (self->background);
      if (attribution != NULL)
        g_string_append_printf (credit, " · %s", attribution);
      if (message != NULL)
        {
          g_string_append_c (credit, '\n');
          /* Translators: below the map; %s is why, such as "Could not resolve host" */
          g_string_append_printf (credit, _("Some tiles are missing: %s"), message);
        }
    }
  lode_map_legend_set_credit (self->legend, credit->str);
}

static void
set_background (LodeMapView *self, LodeBackground *background)
{
  LodeBackground *former = self->background;

  if (former == background)
    return;

  if (former != NULL)
    {
      g_signal_handlers_disconnect_by_func (former, update_credit, self);
      shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->background_layer));
      self->background_layer = NULL;
    }
  g_set_object (&self->background, background);
  if (background != NULL)
    {
      g_autoptr (LodeBackgroundSource) source = lode_background_source_new (background);
      ShumateViewport *viewport = get_viewport (self);

      self->background_layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), viewport);
      shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->background_layer),
                                      SHUMATE_LAYER (self->map_layer));
      g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw),
                               self->background_layer, G_CONNECT_SWAPPED);
      g_signal_connect_object (background, "notify::message", G_CALLBACK (update_credit), self,
                               G_CONNECT_SWAPPED);
    }
  update_credit (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKGROUND]);
}

static void
set_css_class (LodeMapView *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_theme (LodeMapView *self, LodeMapTheme theme, GParamSpec *pspec)
{
  if (lode_map_theme_equal (self->theme, theme))
    return;

  self->theme = theme;
  lode_tile_source_set_theme (self->source, theme);
  set_css_class (self, "dark-map", theme.dark);
  set_css_class (self, "contrast-map", theme.high_contrast);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
lode_map_view_set_property (GObject *object, guint prop_id, const GValue *value,
                            GParamSpec *pspec)
{
  LodeMapView *self = LODE_MAP_VIEW (object);
  LodeMapTheme theme = self->theme;

  switch (prop_id)
    {
    case PROP_PLACES:
      lode_map_view_set_places (self, g_value_get_object (value));
      break;

    case PROP_SELECTED_PLACE:
      lode_map_view_set_selected_place (self, g_value_get_object (value));
      break;

    case PROP_LIT_PLACES:
      lode_map_view_set_lit_places (self, g_value_get_object (value));
      break;

    case PROP_FINDINGS:
      lode_map_view_set_findings (self, g_value_get_object (value));
      break;

    case PROP_DARK:
      lode_map_view_set_dark (self, g_value_get_boolean (value));
      break;

    case PROP_HIGH_CONTRAST:
      theme.high_contrast = g_value_get_boolean (value);
      set_theme (self, theme, pspec);
      break;

    case PROP_GRATICULE:
      theme.graticule = g_value_get_boolean (value);
      set_theme (self, theme, pspec);
      break;

    case PROP_PLACE_NAMES:
      theme.names = g_value_get_enum (value);
      set_theme (self, theme, pspec);
      break;

    case PROP_BACKGROUND:
      set_background (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_map_view_dispose (GObject *object)
{
  LodeMapView *self = LODE_MAP_VIEW (object);

  if (self->lit_places != NULL)
    g_signal_handlers_disconnect_by_func (self->lit_places, lit_places_changed_cb, self);
  if (self->camera != NULL)
    g_object_run_dispose (G_OBJECT (self->camera));
  g_clear_object (&self->camera);
  g_clear_pointer (&self->input, lode_map_input_free);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->places);
  g_clear_object (&self->selected_place);
  g_clear_object (&self->lit_places);
  g_clear_object (&self->background);
  g_clear_object (&self->source);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (lode_map_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_PLACES]
      = g_param_spec_object ("places", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_SELECTED_PLACE]
      = g_param_spec_object ("selected-place", NULL, NULL, LODE_TYPE_PLACE, flags);
  properties[PROP_LIT_PLACES]
      = g_param_spec_object ("lit-places", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FINDINGS]
      = g_param_spec_object ("findings", NULL, NULL, LODE_TYPE_FINDINGS, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST]
      = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  properties[PROP_GRATICULE] = g_param_spec_boolean ("graticule", NULL, NULL, FALSE, flags);
  properties[PROP_PLACE_NAMES] = g_param_spec_enum ("place-names", NULL, NULL, LODE_TYPE_MAP_NAMES,
                                                    LODE_MAP_NAMES_BOTH, flags);
  properties[PROP_BACKGROUND]
      = g_param_spec_object ("background", NULL, NULL, LODE_TYPE_BACKGROUND, flags);
  properties[PROP_PENDING_TILES]
      = g_param_spec_uint ("pending-tiles", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_map_view_class_init (LodeMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_map_view_get_property;
  object_class->set_property = lode_map_view_set_property;
  object_class->dispose = lode_map_view_dispose;

  widget_class->measure = lode_map_view_measure;
  widget_class->size_allocate = lode_map_view_size_allocate;
  widget_class->focus = lode_map_view_focus;
  widget_class->unrealize = lode_map_view_unrealize;

  install_properties (object_class);

  signals[PLACE_ACTIVATED]
      = g_signal_new ("place-activated", LODE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, LODE_TYPE_PLACE);
  signals[MOVED] = g_signal_new ("moved", LODE_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  lode_map_input_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "lode-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lode_map_view_init (LodeMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of New Zealand"), -1);

  add_map (self);
  self->camera = lode_map_camera_new (get_viewport (self), widget);
  g_signal_connect_object (self->camera, "rest", G_CALLBACK (lode_tile_source_set_zoom_level),
                           self->source, G_CONNECT_SWAPPED);

  /* As an overlay the map is not asked for its natural size, which libshumate before 1.2 gives as
   * that of the world. */
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));
  gtk_widget_set_parent (self->overlay, widget);
  self->legend = lode_map_legend_new (get_viewport (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->legend);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), lode_map_buttons_new ());
  self->input = lode_map_input_new (self, self->map, self->marker_layer, self->shape_layer,
                                    self->camera);

  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);
  scale_factor_changed_cb (self);
  lode_map_input_update_actions (self, get_viewport (self));
}

GtkWidget *
lode_map_view_new (void)
{
  return g_object_new (LODE_TYPE_MAP_VIEW, NULL);
}

/* A marker was clicked, or the place chosen from a list of those that stand together. */
void
lode_map_view_activate_place (LodeMapView *self, LodePlace *place)
{
  /* Whoever listens may drop the place. */
  g_autoptr (LodePlace) kept = NULL;

  g_return_if_fail (LODE_IS_MAP_VIEW (self));
  g_return_if_fail (LODE_IS_PLACE (place));

  kept = g_object_ref (place);
  lode_map_view_set_selected_place (self, kept);
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, kept);
}

GListModel *
lode_map_view_get_places (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), NULL);

  return self->places;
}

void
lode_map_view_set_places (LodeMapView *self, GListModel *places)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  if (!g_set_object (&self->places, places))
    return;

  lode_marker_layer_set_places (self->marker_layer, places);
  lode_shape_layer_set_places (self->shape_layer, places);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES]);
}

LodePlace *
lode_map_view_get_selected_place (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), NULL);

  return self->selected_place;
}

void
lode_map_view_set_selected_place (LodeMapView *self, LodePlace *place)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));
  g_return_if_fail (place == NULL || LODE_IS_PLACE (place));

  if (!g_set_object (&self->selected_place, place))
    return;

  lode_region_layer_set_selected (self->region_layer, place);
  lode_marker_layer_set_selected (self->marker_layer, place);
  lode_map_input_update_actions (self, get_viewport (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_PLACE]);
}

GListModel *
lode_map_view_get_lit_places (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), NULL);

  return self->lit_places;
}

void
lode_map_view_set_lit_places (LodeMapView *self, GListModel *places)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  if (self->lit_places == places)
    return;

  if (self->lit_places != NULL)
    g_signal_handlers_disconnect_by_func (self->lit_places, lit_places_changed_cb, self);
  g_set_object (&self->lit_places, places);
  if (places != NULL)
    g_signal_connect_object (places, "items-changed", G_CALLBACK (lit_places_changed_cb), self,
                             G_CONNECT_SWAPPED);

  lit_places_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIT_PLACES]);
}

LodeFindings *
lode_map_view_get_findings (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), NULL);

  return self->findings;
}

void
lode_map_view_set_findings (LodeMapView *self, LodeFindings *findings)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  if (self->findings == findings)
    return;

  g_set_object (&self->findings, findings);
  lode_marker_layer_set_findings (self->marker_layer, findings);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
}

gboolean
lode_map_view_get_dark (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), FALSE);

  return self->theme.dark;
}

void
lode_map_view_set_dark (LodeMapView *self, gboolean dark)
{
  LodeMapTheme theme;

  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  theme = self->theme;
  theme.dark = !!dark;
  set_theme (self, theme, properties[PROP_DARK]);
}

LodeMapTheme
lode_map_view_get_theme (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), (LodeMapTheme){ 0 });

  return self->theme;
}

LodeMapPicture *
lode_map_view_create_picture (LodeMapView *self, LodeDataset *dataset)
{
  LodeMapProjection projection;
  LodeMapPicture *picture;

  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), NULL);
  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);

  projection = lode_map_projection_new (get_viewport (self), GTK_WIDGET (self));
  picture = lode_map_picture_new (dataset, self->places);
  lode_map_picture_set_view (picture, projection.pose, MAX (projection.width, 1),
                             MAX (projection.height, 1));
  lode_map_picture_set_theme (picture, self->theme);
  return picture;
}

guint
lode_map_view_get_pending_tiles (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), 0);

  return self->source != NULL ? lode_tile_source_get_pending (self->source) : 0;
}

gboolean
lode_map_view_is_painted (LodeMapView *self)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), FALSE);

  return self->tiles_answered || lode_tile_backdrop_is_whole (self->backdrop);
}

static LodeTileView
make_home (int width, int height, int scale, LodeMapTheme theme)
{
  const LodeCameraPose pose = lode_camera_pose_home (width, height);

  return (LodeTileView){
    pose.x, pose.y, pose.zoom, width, height, CLAMP (scale, 1, LODE_TILE_MAX_SCALE), theme,
  };
}

void
lode_map_view_guess (int width, int height, LodeMapTheme theme)
{
  const LodeTileView view = make_home (width, height, 1, theme);

  lode_tile_prefetch_guess (&view);
}

void
lode_map_view_prepare (LodeMapView *self, int width, int height)
{
  g_autoptr (LodeTilePrefetch) prefetch = NULL;
  LodeTileView view;

  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  view = make_home (width, height, gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->theme);
  prefetch = lode_tile_prefetch_new (&view);
  lode_tile_source_set_prefetch (self->source, prefetch);
  lode_tile_backdrop_set_prefetch (self->backdrop, prefetch);
}

void
lode_map_view_show_place (LodeMapView *self, LodePlace *place)
{
  LodeWorldBox box;
  LodeCameraPose pose;

  g_return_if_fail (LODE_IS_MAP_VIEW (self));
  g_return_if_fail (LODE_IS_PLACE (place));

  if (lode_region_light_get_box (place, &box))
    pose = lode_camera_pose_fit (&box, gtk_widget_get_width (GTK_WIDGET (self)),
                                 gtk_widget_get_height (GTK_WIDGET (self)), LODE_MAP_SHOW_PADDING);
  else
    {
      pose.x = lode_world_x_from_longitude (lode_place_get_longitude (place));
      pose.y = lode_world_y_from_latitude (lode_place_get_latitude (place));
      pose.zoom = POINT_ZOOM;
    }

  lode_map_camera_move_to (self->camera, pose);
}

LodeArea
lode_map_view_get_area (LodeMapView *self)
{
  LodeMapProjection projection;
  LodeWorldBox box;
  LodeArea area;

  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), ((LodeArea) { 0 }));

  projection = lode_map_projection_new (get_viewport (self), GTK_WIDGET (self));
  box = lode_map_projection_get_box (&projection, 0);
  area.west = lode_longitude_from_world_x (box.west - floor (box.west));
  area.east = lode_longitude_from_world_x (box.east - floor (box.east));
  area.north = lode_latitude_from_world_y (CLAMP (box.north, 0, 1));
  area.south = lode_latitude_from_world_y (CLAMP (box.south, 0, 1));
  if (box.east - box.west >= 1)
    {
      area.west = -180;
      area.east = 180;
    }
  return area;
}

void
lode_map_view_show_area (LodeMapView *self, const LodeArea *area)
{
  LodeWorldBox box;

  g_return_if_fail (LODE_IS_MAP_VIEW (self));
  g_return_if_fail (area != NULL);

  box = lode_world_box_new (area->west, area->south, area->east, area->north);
  if (box.east <= box.west)
    {
      /* It goes round the world. */
      lode_map_camera_go_home (self->camera);
      return;
    }
  lode_map_camera_move_to (self->camera,
                           lode_camera_pose_fit (&box, gtk_widget_get_width (GTK_WIDGET (self)),
                                                 gtk_widget_get_height (GTK_WIDGET (self)), 0));
}

gboolean
lode_map_view_get_pose (LodeMapView *self, LodeCameraPose *pose)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (pose != NULL, FALSE);

  *pose = lode_map_camera_get_target (self->camera);
  return !lode_map_camera_is_at_home (self->camera);
}

void
lode_map_view_set_pose (LodeMapView *self, LodeCameraPose pose)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  lode_map_camera_jump_to (self->camera, pose);
}

void
lode_map_view_go_home (LodeMapView *self)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  lode_map_camera_go_home (self->camera);
}

void
lode_map_view_zoom_in (LodeMapView *self)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  lode_map_camera_zoom_by (self->camera, 1);
}

void
lode_map_view_zoom_out (LodeMapView *self)
{
  g_return_if_fail (LODE_IS_MAP_VIEW (self));

  lode_map_camera_zoom_by (self->camera, -1);
}

gboolean
lode_map_view_focus_place (LodeMapView *self, LodePlace *place)
{
  g_return_val_if_fail (LODE_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (LODE_IS_PLACE (place), FALSE);

  return lode_marker_layer_focus_place (self->marker_layer, place);
}

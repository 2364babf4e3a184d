/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-panel-resizer.h"
#include "lode-window-private.h"

/* How wide the window is, and what follows from it: whether the panel stands beside the map or lies
 * over it, and, before there is a window, how large its map is going to be. */

/* The map keeps at least this much beside an unfolded panel; below, the panel lies over the map. */
#define MAP_COMFORTABLE_WIDTH 360
/* About as high as a header bar is. */
#define HEADER_HEIGHT 47
/* Of the frame that a window has instead of a shadow where nothing can be translucent. */
#define SOLID_FRAME_WIDTH 5
/* As LodePanelResizer is; to ask it here would have all of the window's style computed early. */
#define RESIZER_WIDTH 7

/* Whether the panel, if it is shown, lies over the map. */
gboolean
lode_window_is_folded (LodeWindow *self)
{
  return adw_flap_get_fold_policy (self->flap) == ADW_FLAP_FOLD_POLICY_ALWAYS;
}

/* Folds by the window's width alone: a rule that looked at sizes which folding itself changes would
 * never come to rest. */
static void
update_folding (LodeWindow *self, int window_width)
{
  gboolean fold = window_width < self->panel_width + MAP_COMFORTABLE_WIDTH;

  gtk_widget_set_size_request (GTK_WIDGET (self->panel),
                               fold ? MIN (window_width, LODE_PANEL_MIN_WIDTH) : self->panel_width,
                               -1);
  if (fold == lode_window_is_folded (self))
    return;

  adw_flap_set_fold_policy (self->flap, fold ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                             : ADW_FLAP_FOLD_POLICY_NEVER);
  gtk_widget_set_visible (self->resizer, !fold);
  lode_window_set_page_narrow (self, fold);
  adw_flap_set_reveal_flap (self->flap,
                            !fold && g_settings_get_boolean (self->settings, "panel-shown"));
}

/* The surface is as much larger than the window as its shadow or border is wide. */
static void
surface_layout_cb (LodeWindow *self, int width, int height)
{
  double x, y;

  gtk_native_get_surface_transform (GTK_NATIVE (self), &x, &y);
  update_folding (self, width - 2 * (int) x);
}

/* What is folded away is not there for the Tab key and a screen reader either. */
static void
update_panel_visible (LodeWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->panel),
                          adw_flap_get_reveal_flap (self->flap)
                          || adw_flap_get_reveal_progress (self->flap) > 0);
}

static void
reveal_flap_changed_cb (LodeWindow *self)
{
  /* Narrow windows open and close it all the time; what the reader wants is told by wide ones. */
  if (!lode_window_is_folded (self))
    g_settings_set_boolean (self->settings, "panel-shown",
                            adw_flap_get_reveal_flap (self->flap));
  update_panel_visible (self);
  g_object_notify (G_OBJECT (self), "panel-shown");
}

static void
resize_panel_cb (LodeWindow *self, int panel_width)
{
  lode_window_set_panel_width (self, panel_width);
}

/* From the size of a window to that of its map. FALSE: it has no room for one. */
static gboolean
get_map_size (int *width, int *height, int panel_width, gboolean panel_shown)
{
  if (panel_shown && *width >= panel_width + MAP_COMFORTABLE_WIDTH)
    *width -= panel_width + RESIZER_WIDTH;
  *height -= HEADER_HEIGHT;

  return *width > 0 && *height > 0;
}

/* Folds, and has the map painted, for the size that the window will probably have: it, and with it
 * the header bar, has none yet. What is right at once need not be laid out twice. */
static void
prepare_size (LodeWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!gdk_display_is_composited (gtk_widget_get_display (GTK_WIDGET (self))))
    {
      width -= 2 * SOLID_FRAME_WIDTH;
      height -= 2 * SOLID_FRAME_WIDTH;
    }
  if (width > 0)
    update_folding (self, width);
  if (!lode_window_is_folded (self))
    lode_window_set_page_narrow (self, FALSE);
  if (get_map_size (&width, &height, self->panel_width, lode_window_get_panel_shown (self)))
    lode_map_view_prepare (self->map_view, width, height);
}

/**
 * lode_window_guess_map:
 * @settings: those of the program
 *
 * Has the map painted that the first window will probably show, while GTK opens the display. Once in a
 * process.
 */
void
lode_window_guess_map (GSettings *settings)
{
  const LodeMapTheme theme = {
    .graticule = g_settings_get_boolean (settings, "show-graticule"),
    .names = g_settings_get_enum (settings, "place-names"),
  };
  int width = g_settings_get_int (settings, "window-width");
  int height = g_settings_get_int (settings, "window-height");

  if (get_map_size (&width, &height, g_settings_get_int (settings, "panel-width"),
                    g_settings_get_boolean (settings, "panel-shown")))
    lode_map_view_guess (width, height, theme);
}

static void
realize_cb (LodeWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "layout",
                           G_CALLBACK (surface_layout_cb), self, G_CONNECT_SWAPPED);
}

/* Part of the window's class: the panel and its edge in its template. */
void
lode_window_class_bind_size (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, LodeWindow, resizer);
  gtk_widget_class_bind_template_callback (widget_class, resize_panel_cb);
}

/* When all else that the size depends on has been set. */
void
lode_window_init_size (LodeWindow *self)
{
  g_signal_connect_object (self, "realize", G_CALLBACK (realize_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->flap, "notify::reveal-flap",
                           G_CALLBACK (reveal_flap_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-progress",
                           G_CALLBACK (update_panel_visible), self, G_CONNECT_SWAPPED);
  prepare_size (self);
}

/**
 * lode_window_get_panel_shown:
 *
 * Returns: whether the statements are on screen, beside the map or over it
 */
gboolean
lode_window_get_panel_shown (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), FALSE);

  /* The action of that name asks before the template is there. */
  return self->flap != NULL && adw_flap_get_reveal_flap (self->flap);
}

/**
 * lode_window_set_panel_shown:
 * @panel_shown: whether the statements shall be on screen
 *
 * In a narrow window they lie over the map. What is wanted of a wide one is remembered.
 */
void
lode_window_set_panel_shown (LodeWindow *self, gboolean panel_shown)
{
  g_return_if_fail (LODE_IS_WINDOW (self));

  adw_flap_set_reveal_flap (self->flap, panel_shown); /* notifies through its own property */
}

/**
 * lode_window_get_panel_width:
 *
 * Returns: the width of the statements beside the map, in widget pixels
 */
int
lode_window_get_panel_width (LodeWindow *self)
{
  g_return_val_if_fail (LODE_IS_WINDOW (self), 0);

  return self->panel_width;
}

/**
 * lode_window_set_panel_width:
 * @panel_width: widget pixels, clamped to what leaves room for the map
 */
void
lode_window_set_panel_width (LodeWindow *self, int panel_width)
{
  int window_width;

  g_return_if_fail (LODE_IS_WINDOW (self));

  window_width = gtk_widget_get_width (GTK_WIDGET (self));
  if (window_width > LODE_PANEL_MIN_WIDTH + MAP_COMFORTABLE_WIDTH
      && !lode_window_is_folded (self))
    panel_width = MIN (panel_width, window_width - MAP_COMFORTABLE_WIDTH);
  panel_width = CLAMP (panel_width, LODE_PANEL_MIN_WIDTH, LODE_PANEL_MAX_WIDTH);
  if (panel_width == self->panel_width)
    return;

  self->panel_width = panel_width;
  if (window_width > 0)
    update_folding (self, window_width);
  else
    gtk_widget_set_size_request (GTK_WIDGET (self->panel), panel_width, -1);
  g_object_notify (G_OBJECT (self), "panel-width");
}

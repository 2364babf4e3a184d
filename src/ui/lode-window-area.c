/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

#include "lode-area.h"

/* Only What Is on the Map: a filter of the query, like all others, whose value is what the map shows
 * when it has come to rest. Where the value comes from elsewhere (back, a link, the last session),
 * the map goes there. */

/* Milliseconds without a movement of the map. */
#define REST 300

/* NULL: the query does not ask for an area. */
static const char *
get_asked_area (LodeWindow *self)
{
  return lode_query_get_value (self->query, LODE_QUERY_FIELD_AREA);
}

static char *
dup_shown_area (LodeWindow *self)
{
  LodeArea area = lode_map_view_get_area (self->map_view);

  return lode_area_dup_string (&area);
}

static void
ask_for_shown_area (LodeWindow *self)
{
  g_autofree char *value = dup_shown_area (self);
  g_autoptr (LodeQuery) without = lode_query_without (self->query, LODE_QUERY_FIELD_AREA);
  g_autoptr (LodeQuery) query = lode_query_with (without, LODE_QUERY_FIELD_AREA, value, TRUE);

  g_free (self->area);
  self->area = g_steal_pointer (&value);
  /* The reader looks at the map, and the list stays where it is. */
  lode_panel_hold (self->panel);
  lode_window_set_query (self, lode_query_get_text (query));
  lode_panel_release (self->panel);
}

static void
rest_cb (gpointer user_data)
{
  LodeWindow *self = LODE_WINDOW (user_data);
  const char *asked = get_asked_area (self);
  LodeArea area;

  self->resting = 0;
  if (asked == NULL || !lode_area_parse (asked, &area) || self->dataset == NULL
      || gtk_widget_get_width (GTK_WIDGET (self->map_view)) == 0)
    return;

  if (g_strcmp0 (asked, self->area) == 0)
    {
      ask_for_shown_area (self);
      return;
    }

  g_free (self->area);
  self->area = g_strdup (asked);
  lode_map_view_show_area (self->map_view, &area);
}

static void
wait_for_rest (LodeWindow *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  if (get_asked_area (self) != NULL)
    self->resting = g_timeout_add_once (REST, rest_cb, self);
}

static void
query_changed_cb (LodeWindow *self)
{
  const char *asked = get_asked_area (self);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "only-on-map");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (asked != NULL));
  if (g_strcmp0 (asked, self->area) != 0)
    wait_for_rest (self);
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, LodeWindow *self)
{
  g_autoptr (LodeQuery) query = NULL;

  if (self->dataset == NULL || g_variant_get_boolean (state) == (get_asked_area (self) != NULL))
    return;

  if (g_variant_get_boolean (state))
    {
      lode_window_set_page (self, "map");
      ask_for_shown_area (self);
      return;
    }

  query = lode_query_without (self->query, LODE_QUERY_FIELD_AREA);
  lode_window_set_query (self, lode_query_get_text (query));
}

void
lode_window_init_area (LodeWindow *self)
{
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful ("only-on-map", NULL, g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect (self, "notify::query", G_CALLBACK (query_changed_cb), NULL);
  g_signal_connect_object (self->map_view, "moved", G_CALLBACK (wait_for_rest), self,
                           G_CONNECT_SWAPPED);
}

void
lode_window_dispose_area (LodeWindow *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_pointer (&self->area, g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

#include <math.h>

/* What a window needs to come back as it was, as one group of LodeSession's key file. A key that is
 * not there, or makes no sense, leaves the window as any new one is. */

static void
save_size (LodeWindow *self, GKeyFile *key_file, const char *group)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_key_file_set_integer (key_file, group, "width", width);
  g_key_file_set_integer (key_file, group, "height", height);
  g_key_file_set_boolean (key_file, group, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_key_file_set_integer (key_file, group, "panel-width", self->panel_width);
  /* In a narrow window the panel comes and goes, and says nothing of what the reader wants. */
  if (!lode_window_is_folded (self))
    g_key_file_set_boolean (key_file, group, "panel-shown", lode_window_get_panel_shown (self));
}

/* The built-in dataset is none: where it lies in the program may change. */
static void
save_files (LodeWindow *self, GKeyFile *key_file, const char *group)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self->opened != NULL && i < self->opened->len; i++)
    if (!g_file_has_uri_scheme (self->opened->pdata[i], "resource"))
      g_ptr_array_add (uris, g_file_get_uri (self->opened->pdata[i]));

  if (uris->len > 0)
    g_key_file_set_string_list (key_file, group, "files", (const char **) uris->pdata, uris->len);
}

/**
 * lode_window_save:
 * @key_file: (not nullable): what to write into
 * @group: (not nullable): the group that is this window's
 *
 * Returns: whether there was anything to save: not before the first dataset has been read
 */
gboolean
lode_window_save (LodeWindow *self, GKeyFile *key_file, const char *group)
{
  LodeCameraPose pose;

  g_return_val_if_fail (LODE_IS_WINDOW (self), FALSE);

  if (self->dataset == NULL)
    return FALSE;

  save_files (self, key_file, group);
  if (self->selected_place != NULL)
    g_key_file_set_string (key_file, group, "place",
                           lode_record_get_id (LODE_RECORD (self->selected_place)));
  if (*lode_window_get_query (self) != '\0')
    g_key_file_set_string (key_file, group, "query", lode_window_get_query (self));
  if (g_strcmp0 (lode_window_get_page (self), "map") != 0)
    g_key_file_set_string (key_file, group, "page", lode_window_get_page (self));
  if (lode_map_view_get_pose (self->map_view, &pose))
    {
      double numbers[] = { pose.x, pose.y, pose.zoom };

      g_key_file_set_double_list (key_file, group, "map", numbers, G_N_ELEMENTS (numbers));
    }
  save_size (self, key_file, group);

  return TRUE;
}

static void
restore_size (LodeWindow *self, GKeyFile *key_file, const char *group)
{
  int width = g_key_file_get_integer (key_file, group, "width", NULL);
  int height = g_key_file_get_integer (key_file, group, "height", NULL);
  int panel_width = g_key_file_get_integer (key_file, group, "panel-width", NULL);

  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_key_file_get_boolean (key_file, group, "maximized", NULL))
    gtk_window_maximize (GTK_WINDOW (self));
  if (panel_width > 0)
    lode_window_set_panel_width (self, panel_width);
  if (g_key_file_has_key (key_file, group, "panel-shown", NULL))
    lode_window_set_panel_shown (self, g_key_file_get_boolean (key_file, group, "panel-shown",
                                                               NULL));
}

static void
restore_map (LodeWindow *self, GKeyFile *key_file, const char *group)
{
  gsize n = 0;
  g_autofree double *numbers = g_key_file_get_double_list (key_file, group, "map", &n, NULL);

  if (n == 3 && isfinite (numbers[0]) && isfinite (numbers[1]) && isfinite (numbers[2]))
    lode_map_view_set_pose (self->map_view, (LodeCameraPose) { numbers[0], numbers[1],
                                                               numbers[2] });
}

/**
 * lode_window_restore:
 * @key_file: (not nullable): what lode_window_save() has written
 * @group: (not nullable): the group that is this window's
 *
 * Brings the window back as it was, before it is shown. The dataset is read in the background; if
 * it is gone or broken, the built-in one is shown, and the reason said without a dialog.
 */
void
lode_window_restore (LodeWindow *self, GKeyFile *key_file, const char *group)
{
  gsize n_uris = 0;
  g_auto (GStrv) uris = g_key_file_get_string_list (key_file, group, "files", &n_uris, NULL);
  g_autofree char *place = g_key_file_get_string (key_file, group, "place", NULL);
  g_autofree char *query = g_key_file_get_string (key_file, group, "query", NULL);
  g_autofree char *page = g_key_file_get_string (key_file, group, "page", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LODE_IS_WINDOW (self));

  restore_size (self, key_file, group);
  restore_map (self, key_file, group);
  for (gsize i = 0; i < n_uris; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  lode_window_set_page (self, page);
  lode_window_reopen (self, files, place, query);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-recent-menu.h"

#include <glib/gi18n.h>

/* The desktop's own list of recent files, of which only what Lode has opened is shown. */

#define MAX_ITEMS 8
#define APPLICATION_NAME "Lode"
#define MIME_TYPE "application/vnd.said-where+json"

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GDateTime *one = NULL;
  GDateTime *other = NULL;

  if (!gtk_recent_info_get_application_info ((GtkRecentInfo *) a, APPLICATION_NAME, NULL, NULL,
                                             &one)
      || !gtk_recent_info_get_application_info ((GtkRecentInfo *) b, APPLICATION_NAME, NULL, NULL,
                                                &other))
    return 0;

  return g_date_time_compare (other, one);
}

/* An underscore would underline the letter behind it. */
static char *
dup_label (const char *name)
{
  GString *label = g_string_new (name);

  g_string_replace (label, "_", "__", 0);

  return g_string_free (label, FALSE);
}

static void
add_item (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *label = dup_label (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill (GtkRecentManager *manager, GMenu *menu)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (manager), compare_visits);
  guint n_items = 0;

  g_menu_remove_all (menu);
  for (GList *at = infos; at != NULL && n_items < MAX_ITEMS; at = at->next)
    {
      if (gtk_recent_info_has_application (at->data, APPLICATION_NAME)
          && (!gtk_recent_info_is_local (at->data) || gtk_recent_info_exists (at->data)))
        {
          add_item (menu, at->data);
          n_items++;
        }
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  if (n_items == 0)
    {
      g_autoptr (GMenuItem) nothing = g_menu_item_new (_("None Yet"), "win.no-recent");

      g_menu_append_item (menu, nothing);
    }
}

static void
changed_cb (GtkRecentManager *manager, GMenu *menu)
{
  fill (manager, menu);
}

void
lode_recent_menu_fill (GMenu *menu)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  g_signal_connect_object (manager, "changed", G_CALLBACK (changed_cb), menu, 0);
  fill (manager, menu);
}

void
lode_recent_menu_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) APPLICATION_NAME,
    .app_exec = (char *) "lode %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

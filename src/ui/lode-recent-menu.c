/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-recent-menu.h"

#include <glib/gi18n.h>

/* The desktop's own list of recent files, of which only what Lode has opened is shown. */

#define MAX_ITEMS 8
#define APPLICATION_NAME "Lode"
#define MIME_TYPE "application/vnd.said-where+json"

/* The last visit to each by Lode, latest first. */
static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo **) a;
  GtkRecentInfo *second = *(GtkRecentInfo **) b;
  GDateTime *one = NULL;
  GDateTime *other = NULL;

  if (!gtk_recent_info_get_application_info (first, APPLICATION_NAME, NULL, NULL, &one)
      || !gtk_recent_info_get_application_info (second, APPLICATION_NAME, NULL, NULL, &other))
    return 0;

  return g_date_time_compare (other, one);
}

/* GTK warns of whoever asks for a visit that never was. */
static GPtrArray *
list_datasets (GtkRecentManager *manager)
{
  GPtrArray *datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *infos = gtk_recent_manager_get_items (manager);

  for (GList *at = infos; at != NULL; at = at->next)
    if (gtk_recent_info_has_application (at->data, APPLICATION_NAME)
        && g_strcmp0 (gtk_recent_info_get_mime_type (at->data), MIME_TYPE) == 0
        && (!gtk_recent_info_is_local (at->data) || gtk_recent_info_exists (at->data)))
      g_ptr_array_add (datasets, gtk_recent_info_ref (at->data));
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (datasets, compare_visits);
  return datasets;
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
  g_autoptr (GPtrArray) datasets = list_datasets (manager);

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (datasets->len, MAX_ITEMS); i++)
    add_item (menu, datasets->pdata[i]);

  if (datasets->len == 0)
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-places-window.h"

#include "lode-guide-window.h"
#include "lode-place-row.h"
#include "lode-place-words.h"
#include "lode-plain-label.h"
#include "lode-search-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/* A place of the list, with what it is sorted by and found by. */
typedef struct
{
  LodePlace *place;
  gboolean is_background; /* no statement names it */
  char *key;
  char *folded;
} Entry;

struct _LodePlacesWindow
{
  AdwWindow parent_instance;

  LodeMapView *map_view;
  GPtrArray *entries; /* of Entry, sorted */
  GListStore *places; /* those of them that are searched for */

  GtkWidget *search_entry;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
};

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodePlacesWindow, lode_places_window, ADW_TYPE_WINDOW)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->place);
  g_free (entry->key);
  g_free (entry->folded);
  g_free (entry);
}

static LodeMapNames
get_names (LodePlacesWindow *self)
{
  return lode_map_view_get_theme (self->map_view).names;
}

/* Both names, whichever is shown, and the minerals. */
static char *
dup_folded (LodePlace *place)
{
  g_autoptr (GString) text = g_string_new (lode_place_get_name (place));
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *maori = lode_place_get_name_in (place, "mi");
  LodeTopic * const *topics;
  guint n_topics;

  if (maori != NULL)
    g_string_append_printf (text, " %s", maori);
  topics = lode_place_get_topics (place, &n_topics);
  for (guint i = 0; i < n_topics; i++)
    g_string_append_printf (text, " %s", lode_topic_get_name (topics[i]));

  lode_search_fold_append (folded, text->str, NULL);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static Entry *
create_entry (LodePlacesWindow *self, LodePlace *place)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->place = g_object_ref (place);
  entry->is_background = lode_place_is_context (place)
    && lode_findings_count_place (lode_map_view_get_findings (self->map_view), place) == 0;
  entry->key = g_utf8_collate_key (lode_place_words_get_title (place, get_names (self)), -1);
  entry->folded = dup_folded (place);
  return entry;
}

/* By name; what is there for orientation only comes last. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry * const *) a;
  const Entry *second = *(const Entry * const *) b;

  if (first->is_background != second->is_background)
    return first->is_background ? 1 : -1;
  return strcmp (first->key, second->key);
}

static void
show_count (LodePlacesWindow *self, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u place", "%'u places", n), n);

  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), n > 0);
  adw_status_page_set_description (self->empty_page, self->entries->len > 0
                                     ? NULL
                                     : _("None of the statements shown names a place."));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
search_changed_cb (LodePlacesWindow *self)
{
  g_autoptr (GString) needle = g_string_new (NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  lode_search_fold_append (needle, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
  g_strchomp (needle->str);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (strstr (entry->folded, needle->str) != NULL)
        g_ptr_array_add (found, entry->place);
    }

  g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)),
                       found->pdata, found->len);
  show_count (self, found->len);
}

static void
fill (LodePlacesWindow *self)
{
  GListModel *places = lode_map_view_get_places (self->map_view);

  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);

      g_ptr_array_add (self->entries, create_entry (self, place));
    }
  g_ptr_array_sort (self->entries, compare_entries);
  search_changed_cb (self);
}

static void
activate_place (LodePlacesWindow *self, guint position)
{
  g_autoptr (LodePlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), position);
  g_autoptr (LodePlacesWindow) kept = g_object_ref (self);

  if (place == NULL)
    return;

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place);
}

static void
activate_cb (LodePlacesWindow *self, guint position)
{
  activate_place (self, position);
}

/* Enter in the search: the first. */
static void
search_activated_cb (LodePlacesWindow *self)
{
  activate_place (self, 0);
}

static void
stop_search_cb (LodePlacesWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, lode_place_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodePlacesWindow *self)
{
  LodePlaceRow *row = LODE_PLACE_ROW (gtk_list_item_get_child (list_item));
  LodePlace *place = gtk_list_item_get_item (list_item);
  LodeMarkerWords words = { lode_map_view_get_findings (self->map_view) };
  g_autofree char *details = lode_place_words_dup_details (place, get_names (self), words.findings);

  lode_place_row_set_place (row, place, &words);
  lode_place_row_set_details (row, lode_place_words_get_title (place, get_names (self)), details);
}

static void
lode_places_window_dispose (GObject *object)
{
  LodePlacesWindow *self = LODE_PLACES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_PLACES_WINDOW);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->places);
  g_clear_object (&self->map_view);

  G_OBJECT_CLASS (lode_places_window_parent_class)->dispose (object);
}

static void
lode_places_window_class_init (LodePlacesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_places_window_dispose;

  signals[PLACE_ACTIVATED]
    = g_signal_new ("place-activated", LODE_TYPE_PLACES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, LODE_TYPE_PLACE);

  lode_guide_window_bind_help (widget_class, "map");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-places-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LodePlacesWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LodePlacesWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, LodePlacesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LodePlacesWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, LodePlacesWindow, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
lode_places_window_init (LodePlacesWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->places = g_list_store_new (LODE_TYPE_PLACE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  selection = GTK_SELECTION_MODEL (
    gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->places))));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
}

/**
 * lode_places_window_new:
 * @parent: the window that the map is in
 * @map_view: whose places are listed, as their names are chosen there
 *
 * Returns: a modal window, not yet presented
 */
GtkWidget *
lode_places_window_new (GtkWindow *parent, LodeMapView *map_view)
{
  LodePlacesWindow *self = g_object_new (LODE_TYPE_PLACES_WINDOW, "transient-for", parent, NULL);

  self->map_view = g_object_ref (map_view);
  g_signal_connect_object (map_view, "notify::places", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

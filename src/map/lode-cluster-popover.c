/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-cluster-popover.h"

#include "lode-place-row.h"
#include "lode-plain-label.h"

#include <glib/gi18n-lib.h>

#define MAX_HEIGHT 320
#define WIDTH 300

struct _LodeClusterPopover
{
  GtkPopover       parent_instance;

  GtkWidget       *title;
  GtkWidget       *list_view;
  GListStore      *places;
  LodeFindings *findings;
};

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LodeClusterPopover, lode_cluster_popover, GTK_TYPE_POPOVER)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, lode_place_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodeClusterPopover *self)
{
  LodeMarkerWords words = { self->findings };

  lode_place_row_set_place (LODE_PLACE_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item), &words);
}

static void
activate_cb (LodeClusterPopover *self, guint position)
{
  g_autoptr (LodePlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), position);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place);
}

static void
lode_cluster_popover_finalize (GObject *object)
{
  LodeClusterPopover *self = LODE_CLUSTER_POPOVER (object);

  g_clear_object (&self->places);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (lode_cluster_popover_parent_class)->finalize (object);
}

static void
lode_cluster_popover_class_init (LodeClusterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_cluster_popover_finalize;

  signals[PLACE_ACTIVATED]
      = g_signal_new ("place-activated", LODE_TYPE_CLUSTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, LODE_TYPE_PLACE);
}

static GtkWidget *
create_list (LodeClusterPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection
      = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->places)));
  GtkWidget *list_view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (list_view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list_view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Places here"), -1);
  return list_view;
}

static void
lode_cluster_popover_init (LodeClusterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->places = g_list_store_new (LODE_TYPE_PLACE);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "cluster-title");
  gtk_box_append (GTK_BOX (box), self->title);

  self->list_view = create_list (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list_view);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), scroller);

  gtk_widget_add_css_class (GTK_WIDGET (self), "cluster-places");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
lode_cluster_popover_new (void)
{
  return g_object_new (LODE_TYPE_CLUSTER_POPOVER, NULL);
}

void
lode_cluster_popover_open (LodeClusterPopover *self, LodeCluster *cluster,
                           const LodeMarkerWords *words, const GdkRectangle *beside)
{
  g_autofree char *title = NULL;
  guint n_places;
  LodePlace * const *places;

  g_return_if_fail (LODE_IS_CLUSTER_POPOVER (self));
  g_return_if_fail (LODE_IS_CLUSTER (cluster));

  g_clear_object (&self->findings);
  g_set_object (&self->findings, words->findings);

  places = lode_cluster_get_places (cluster, &n_places);
  title = g_strdup_printf (ngettext ("%'u place here", "%'u places here", n_places), n_places);
  lode_label_set_text (GTK_LABEL (self->title), title);
  lode_accessible_set_name (GTK_ACCESSIBLE (self), title);
  g_list_store_splice (self->places, 0, g_list_model_get_n_items (G_LIST_MODEL (self->places)),
                       (gpointer *) places, n_places);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), beside);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->list_view);
}

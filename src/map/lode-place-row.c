/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-row.h"

#include "lode-plain-label.h"
#include "lode-topic-tile.h"

#define MAX_TILES 3
#define TILE_SIZE 24

struct _LodePlaceRow
{
  GtkBox     parent_instance;

  GtkWidget *tiles;
  GtkWidget *name;
  GtkWidget *details;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (LodePlaceRow, lode_place_row, GTK_TYPE_BOX)

static void
fill_tiles (LodePlaceRow *self, LodePlace *place)
{
  guint n_topics;
  LodeTopic * const *topics = lode_place_get_topics (place, &n_topics);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_box_remove (GTK_BOX (self->tiles), child);
  for (guint i = 0; i < MIN (n_topics, MAX_TILES); i++)
    gtk_box_append (GTK_BOX (self->tiles), lode_topic_tile_new (topics[i], TILE_SIZE));
}

static void
lode_place_row_class_init (LodePlaceRowClass *klass)
{
}

static GtkWidget *
create_texts (LodePlaceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), 40);
  gtk_box_append (GTK_BOX (box), self->name);

  self->details = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->details), 0);
  gtk_label_set_wrap (GTK_LABEL (self->details), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->details), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->details, "dim-label");
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_set_visible (self->details, FALSE);
  gtk_box_append (GTK_BOX (box), self->details);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
lode_place_row_init (LodePlaceRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "place-row");
  gtk_box_set_spacing (GTK_BOX (self), 12);

  gtk_box_append (GTK_BOX (self), create_texts (self));

  self->tiles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_set_valign (self->tiles, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->tiles);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self), self->count);
}

GtkWidget *
lode_place_row_new (void)
{
  return g_object_new (LODE_TYPE_PLACE_ROW, NULL);
}

void
lode_place_row_set_place (LodePlaceRow *self, LodePlace *place, const LodeMarkerWords *words)
{
  g_autofree char *label = NULL;
  g_autofree char *count = NULL;
  GtkWidget *item;

  g_return_if_fail (LODE_IS_PLACE_ROW (self));
  g_return_if_fail (LODE_IS_PLACE (place));

  count = lode_marker_label_for_count (lode_findings_count_place (words->findings, place));
  lode_label_set_text (GTK_LABEL (self->name), lode_place_get_name (place));
  lode_label_set_text (GTK_LABEL (self->count), count);
  fill_tiles (self, place);

  /* The list's own widget around the row is what takes the focus, and so needs the name. */
  label = lode_marker_label_for_place (place, words);
  item = gtk_widget_get_parent (GTK_WIDGET (self));
  lode_accessible_set_name (GTK_ACCESSIBLE (item != NULL ? item : GTK_WIDGET (self)), label);
}

void
lode_place_row_set_details (LodePlaceRow *self, const char *title, const char *details)
{
  GtkWidget *item;

  g_return_if_fail (LODE_IS_PLACE_ROW (self));

  lode_label_set_text (GTK_LABEL (self->name), title);
  lode_label_set_text (GTK_LABEL (self->details), details);
  gtk_widget_set_visible (self->details, TRUE);
  gtk_widget_set_visible (self->count, FALSE);

  item = gtk_widget_get_parent (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (item != NULL ? item : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (self->details)), -1);
}

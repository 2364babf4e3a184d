/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-overview-row.h"

#include "lode-date.h"
#include "lode-optional-label.h"
#include "lode-place-words.h"
#include "lode-plain-label.h"
#include "lode-source-link.h"
#include "lode-tooltip.h"
#include "lode-topic-tile.h"

#include <glib/gi18n.h>

/* A tile's, and how many there is room for beside the title in the narrowest window; the subtitle
 * names all topics. */
#define TILE_SIZE 48
#define MAX_TILES 4

struct _LodeOverviewRow
{
  AdwBin parent_instance;

  GtkBox *tiles_box;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *clear_button;
  GtkLabel *note_label;
  LodeSourceLink *source_link;
};

G_DEFINE_FINAL_TYPE (LodeOverviewRow, lode_overview_row, ADW_TYPE_BIN)

static void
clear_tiles (LodeOverviewRow *self)
{
  GtkWidget *tile;

  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (self->tiles_box))) != NULL)
    gtk_box_remove (self->tiles_box, tile);
}

static int
get_tile_size (guint n_tiles)
{
  return n_tiles <= 2 ? TILE_SIZE : n_tiles == 3 ? TILE_SIZE * 2 / 3 : TILE_SIZE / 2;
}

static void
show_tiles (LodeOverviewRow *self, LodePlace *place)
{
  LodeTopic * const *topics;
  guint n_topics;

  clear_tiles (self);
  topics = lode_place_get_topics (place, &n_topics);
  for (guint i = 0; i < MIN (n_topics, MAX_TILES); i++)
    gtk_box_append (self->tiles_box, lode_topic_tile_new (topics[i], get_tile_size (n_topics)));
  gtk_widget_set_visible (GTK_WIDGET (self->tiles_box), n_topics > 0);
}

/* "Ōtākou · Tungsten, Antimony · region, not an exact point" */
static char *
dup_place_subtitle (LodePlace *place)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *maori = lode_place_get_name_in (place, "mi");
  const char *precision = lode_place_words_get_precision (place);
  LodeTopic * const *topics;
  guint n_topics;

  if (maori != NULL && !g_str_equal (maori, lode_place_get_name (place)))
    g_ptr_array_add (parts, g_strdup (maori));

  topics = lode_place_get_topics (place, &n_topics);
  if (n_topics > 0)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < n_topics; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", lode_topic_get_name (topics[i]));
      g_ptr_array_add (parts, g_strdup (names->str));
    }

  if (lode_place_is_context (place))
    g_ptr_array_add (parts, g_strdup (_("background, not from the statements")));
  if (precision != NULL)
    g_ptr_array_add (parts, g_strdup (precision));

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
lode_overview_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_OVERVIEW_ROW);

  G_OBJECT_CLASS (lode_overview_row_parent_class)->dispose (object);
}

static void
lode_overview_row_class_init (LodeOverviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_overview_row_dispose;

  g_type_ensure (LODE_TYPE_SOURCE_LINK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-overview-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeOverviewRow, tiles_box);
  gtk_widget_class_bind_template_child (widget_class, LodeOverviewRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LodeOverviewRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, LodeOverviewRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, LodeOverviewRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, LodeOverviewRow, source_link);
}

static void
lode_overview_row_init (LodeOverviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lode_overview_row_new (void)
{
  return g_object_new (LODE_TYPE_OVERVIEW_ROW, NULL);
}

/**
 * lode_overview_row_set_place:
 * @place: (transfer none): the selected place; not kept
 */
void
lode_overview_row_set_place (LodeOverviewRow *self, LodePlace *place)
{
  g_autofree char *subtitle = dup_place_subtitle (place);
  LodeSource *source = lode_place_get_source (place);
  g_autofree char *note = NULL;

  if (lode_place_get_note (place) != NULL && lode_place_get_as_at (place) != NULL)
    {
      g_autofree char *day = lode_date_format (lode_place_get_as_at (place));
      /* Translators: a note on a place, and the date on which it was true */
      note = g_strdup_printf (_("%s (As at %s.)"), lode_place_get_note (place), day);
    }
  else
    {
      note = g_strdup (lode_place_get_note (place));
    }

  show_tiles (self, place);
  lode_label_set_text (self->title_label, lode_place_get_name (place));
  lode_optional_label_set_text (self->subtitle_label, subtitle);
  lode_optional_label_set_text (self->note_label, note);
  lode_source_link_set_source (self->source_link, source,
                               source != NULL ? lode_source_get_published (source) : NULL);
  gtk_widget_set_visible (self->clear_button, TRUE);
}

/**
 * lode_overview_row_set_dataset:
 * @dataset: (transfer none): the dataset; not kept
 */
void
lode_overview_row_set_dataset (LodeOverviewRow *self, LodeDataset *dataset)
{
  clear_tiles (self);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles_box), FALSE);
  lode_label_set_text (self->title_label, _("Who said what, and where"));
  lode_label_set_text (self->subtitle_label,
                      _("Choose a place on the map to read what was said about it."));
  lode_optional_label_set_text (self->note_label, lode_dataset_get_description (dataset));
  lode_source_link_set_source (self->source_link, NULL, NULL);
  gtk_widget_set_visible (self->clear_button, FALSE);
}

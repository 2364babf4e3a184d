/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-topic-tile.h"

#include "lode-plain-label.h"
#include "lode-shown-text.h"
#include "lode-topic-colour.h"

#define DEFAULT_SIZE 32

/* Shares of the tile: of the symbol's font, and the most of its width. */
#define SYMBOL_SIZE 0.54
#define SYMBOL_ROOM 0.86

struct _LodeTopicTile
{
  GtkWidget    parent_instance;

  LodeTopic   *topic;
  int          tile_size;
  PangoLayout *layout; /* NULL: to be made */
};

enum
{
  PROP_0,
  PROP_TOPIC,
  PROP_TILE_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LodeTopicTile, lode_topic_tile, GTK_TYPE_WIDGET)

static char *
dup_symbol (LodeTopic *topic)
{
  const char *symbol = topic != NULL ? lode_topic_get_symbol (topic) : NULL;
  const char *name;
  g_autofree char *first = NULL;

  if (symbol != NULL && *symbol != '\0')
    return g_strdup (symbol);

  name = topic != NULL ? lode_topic_get_name (topic) : "";
  first = g_utf8_substring (name, 0, *name != '\0' ? 1 : 0);
  return g_utf8_strup (first, -1);
}

/* In the bold of the interface's font, which is drawn larger or smaller: a font of each tile's own
 * size would have to be looked for, and takes a millisecond. */
static void
ensure_layout (LodeTopicTile *self)
{
  g_autofree char *symbol = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return;

  symbol = dup_symbol (self->topic);
  shown = lode_shown_text_dup (symbol);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), shown);
  pango_layout_set_attributes (self->layout, attributes);
}

/* As large as the tile lets the symbol be. */
static float
get_text_scale (LodeTopicTile *self, int text_width)
{
  const PangoFontDescription *font
      = pango_context_get_font_description (pango_layout_get_context (self->layout));
  double font_size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double scale = self->tile_size * SYMBOL_SIZE / MAX (font_size, 1);

  return (float) MIN (scale, self->tile_size * SYMBOL_ROOM / MAX (text_width, 1));
}

static void
update_accessible (LodeTopicTile *self)
{
  lode_accessible_set_name (GTK_ACCESSIBLE (self),
                            self->topic != NULL ? lode_topic_get_name (self->topic) : "");
}

static void
lode_topic_tile_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  LodeTopicTile *self = LODE_TOPIC_TILE (widget);

  *minimum = *natural = self->tile_size;
}

static void
lode_topic_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LodeTopicTile *self = LODE_TOPIC_TILE (widget);
  float size = self->tile_size;
  float x = (gtk_widget_get_width (widget) - size) / 2;
  float y = (gtk_widget_get_height (widget) - size) / 2;
  GskRoundedRect outline;
  GdkRGBA background, text;
  PangoRectangle ink, logical;
  float scale;

  lode_topic_get_colours (self->topic, &background, &text);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, size, size),
                                   size * 0.18f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &background, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  ensure_layout (self);
  pango_layout_get_pixel_extents (self->layout, &ink, &logical);
  scale = get_text_scale (self, logical.width);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + size / 2, y + size / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  /* Centred by what is inked, as capitals without descenders look too high otherwise. */
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (-logical.x - logical.width / 2.0f,
                                                -ink.y - ink.height / 2.0f));
  gtk_snapshot_append_layout (snapshot, self->layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
lode_topic_tile_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LodeTopicTile *self = LODE_TOPIC_TILE (widget);

  GTK_WIDGET_CLASS (lode_topic_tile_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
}

static void
lode_topic_tile_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeTopicTile *self = LODE_TOPIC_TILE (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      g_value_set_object (value, self->topic);
      break;

    case PROP_TILE_SIZE:
      g_value_set_int (value, self->tile_size);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_topic_tile_set_property (GObject *object, guint prop_id, const GValue *value,
                              GParamSpec *pspec)
{
  LodeTopicTile *self = LODE_TOPIC_TILE (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      lode_topic_tile_set_topic (self, g_value_get_object (value));
      break;

    case PROP_TILE_SIZE:
      lode_topic_tile_set_tile_size (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_topic_tile_dispose (GObject *object)
{
  LodeTopicTile *self = LODE_TOPIC_TILE (object);

  g_clear_object (&self->topic);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (lode_topic_tile_parent_class)->dispose (object);
}

static void
lode_topic_tile_class_init (LodeTopicTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_topic_tile_get_property;
  object_class->set_property = lode_topic_tile_set_property;
  object_class->dispose = lode_topic_tile_dispose;

  widget_class->measure = lode_topic_tile_measure;
  widget_class->snapshot = lode_topic_tile_snapshot;
  widget_class->css_changed = lode_topic_tile_css_changed;

  properties[PROP_TOPIC]
      = g_param_spec_object ("topic", NULL, NULL, LODE_TYPE_TOPIC,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TILE_SIZE]
      = g_param_spec_int ("tile-size", NULL, NULL, 8, 256, DEFAULT_SIZE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "topic-tile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lode_topic_tile_init (LodeTopicTile *self)
{
  self->tile_size = DEFAULT_SIZE;
}

GtkWidget *
lode_topic_tile_new (LodeTopic *topic, int tile_size)
{
  return g_object_new (LODE_TYPE_TOPIC_TILE, "topic", topic, "tile-size", tile_size, NULL);
}

LodeTopic *
lode_topic_tile_get_topic (LodeTopicTile *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC_TILE (self), NULL);

  return self->topic;
}

void
lode_topic_tile_set_topic (LodeTopicTile *self, LodeTopic *topic)
{
  g_return_if_fail (LODE_IS_TOPIC_TILE (self));
  g_return_if_fail (topic == NULL || LODE_IS_TOPIC (topic));

  if (!g_set_object (&self->topic, topic))
    return;

  g_clear_object (&self->layout);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOPIC]);
}

int
lode_topic_tile_get_tile_size (LodeTopicTile *self)
{
  g_return_val_if_fail (LODE_IS_TOPIC_TILE (self), 0);

  return self->tile_size;
}

void
lode_topic_tile_set_tile_size (LodeTopicTile *self, int tile_size)
{
  g_return_if_fail (LODE_IS_TOPIC_TILE (self));
  g_return_if_fail (tile_size >= 8 && tile_size <= 256);

  if (self->tile_size == tile_size)
    return;

  self->tile_size = tile_size;
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TILE_SIZE]);
}

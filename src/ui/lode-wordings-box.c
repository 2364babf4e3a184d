/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-wordings-box.h"

#include "lode-plain-label.h"
#include "lode-typography.h"
#include "lode-word-diff.h"

#include <glib/gi18n.h>

#define MIN_COLUMN_WIDTH 260 /* widget pixels */
#define COLUMN_CHARS 24
#define MAX_HEIGHT 220       /* the same */

struct _LodeWordingsBox
{
  AdwBin parent_instance;

  GtkLabel *titles[2];
  GtkLabel *labels[2];
};

G_DEFINE_FINAL_TYPE (LodeWordingsBox, lode_wordings_box, ADW_TYPE_BIN)

/* Whether it is no more than the mark that a paragraph of a running quotation opens with. */
static gboolean
is_opening_mark (const char *text, LodeWord bytes)
{
  return (bytes.start == 0 || text[bytes.start - 1] == '\n') &&
         g_utf8_next_char (text + bytes.start) == text + bytes.end &&
         lode_typography_is_quotation_mark (g_utf8_get_char (text + bytes.start));
}

/* Bold and underlined, not by colour alone. */
static void
mark_words (PangoAttrList *attributes, LodeWord bytes)
{
  PangoAttribute *marks[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
    pango_attr_background_new (0xE5E5, 0xA5A5, 0x0A0A),
    pango_attr_background_alpha_new (0x5555),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = bytes.start;
      marks[i]->end_index = bytes.end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

/* What a screen reader says besides the words: it does not see the marks. */
static void
describe (GtkLabel *label, const char *text, GArray *runs, LodeWordRunKind kind)
{
  g_autoptr (GString) description = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const LodeWordRun *run = &g_array_index (runs, LodeWordRun, i);
      const LodeWord bytes = kind == LODE_WORD_RUN_FIRST_ONLY ? run->first : run->second;

      if (run->kind != kind || is_opening_mark (text, bytes))
        continue;
      if (description->len > 0)
        g_string_append (description, ", ");
      g_string_append_len (description, text + bytes.start, bytes.end - bytes.start);
    }

  if (description->len > 0)
    {
      /* Translators: %s are words that only one of two texts has */
      g_autofree char *sentence = g_strdup_printf (_("Only here: %s"), description->str);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
}

static GtkWidget *
create_column (LodeWordingsBox *self, guint i)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->titles[i] = GTK_LABEL (gtk_label_new (NULL));
  self->labels[i] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->titles[i]), "caption-heading");
  gtk_label_set_wrap (self->titles[i], TRUE);
  gtk_label_set_xalign (self->titles[i], 0);
  gtk_label_set_wrap (self->labels[i], TRUE);
  gtk_label_set_wrap_mode (self->labels[i], PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->labels[i], TRUE);
  /* So that two columns fit beside each other: a label's natural width is that of one line. */
  gtk_label_set_width_chars (self->labels[i], COLUMN_CHARS);
  gtk_label_set_max_width_chars (self->labels[i], COLUMN_CHARS);
  gtk_label_set_xalign (self->labels[i], 0);
  gtk_label_set_yalign (self->labels[i], 0);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->titles[i]));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->labels[i]));
  gtk_widget_set_size_request (column, MIN_COLUMN_WIDTH, -1);
  gtk_widget_add_css_class (column, "wording");

  return column;
}

static void
lode_wordings_box_class_init (LodeWordingsBoxClass *klass)
{
}

static void
lode_wordings_box_init (LodeWordingsBox *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    {
      gtk_flow_box_append (GTK_FLOW_BOX (flow), create_column (self, i));
      /* The labels take the focus, not the cells around them. */
      gtk_widget_set_focusable (gtk_widget_get_last_child (flow), FALSE);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), flow);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "wordings");
}

GtkWidget *
lode_wordings_box_new (void)
{
  return g_object_new (LODE_TYPE_WORDINGS_BOX, NULL);
}

/**
 * lode_wordings_box_set_wordings:
 * @first_title: what the first is
 * @first: its words
 * @second_title: what the second is
 * @second: its words
 *
 * Shows both as plain text, compared word by word.
 */
void
lode_wordings_box_set_wordings (LodeWordingsBox *self,
                                const char      *first_title,
                                const char      *first,
                                const char      *second_title,
                                const char      *second)
{
  const char *titles[] = { first_title, second_title };
  const char *texts[] = { first, second };
  const LodeWordRunKind kinds[] = { LODE_WORD_RUN_FIRST_ONLY, LODE_WORD_RUN_SECOND_ONLY };
  g_autoptr (GArray) runs = lode_word_diff (first, second);

  g_return_if_fail (LODE_IS_WORDINGS_BOX (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      for (guint j = 0; j < runs->len; j++)
        {
          const LodeWordRun *run = &g_array_index (runs, LodeWordRun, j);
          const LodeWord bytes = i == 0 ? run->first : run->second;

          if (run->kind == kinds[i] && !is_opening_mark (texts[i], bytes))
            mark_words (attributes, bytes);
        }
      lode_label_set_text (self->titles[i], titles[i]);
      lode_label_set_text (self->labels[i], texts[i]);
      gtk_label_set_attributes (self->labels[i], attributes);
      describe (self->labels[i], texts[i], runs, kinds[i]);
    }
}

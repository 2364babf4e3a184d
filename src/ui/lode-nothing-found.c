/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-nothing-found.h"

#include "lode-plain-label.h"
#include "lode-query-suggestion.h"

#include <glib/gi18n.h>

struct _LodeNothingFound
{
  AdwBin parent_instance;

  GtkLabel *explanation_label;
  GtkBox *ways_box;
};

G_DEFINE_FINAL_TYPE (LodeNothingFound, lode_nothing_found, ADW_TYPE_BIN)

/* A button that sets the window's query to @query. */
static void
append_way (LodeNothingFound *self, const char *text, const char *query)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  lode_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.search");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", query);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (self->ways_box, button);
}

/* What is found without the words, or without all filters of one field. */
static void
append_way_without (LodeNothingFound *self,
                    LodeFindings     *findings,
                    LodeQueryField    field,
                    const char       *name)
{
  LodeQuery *query = lode_findings_get_query (findings);
  guint n = lode_findings_count_without (findings, field);
  g_autoptr (LodeQuery) without = NULL;
  g_autofree char *text = NULL;

  if (n == 0 || !lode_query_has_field (query, field))
    return;

  without = lode_query_without (query, field);
  /* Translators: a filter to let go, and how many statements there are then */
  text = g_strdup_printf (ngettext ("Without “%s”: %'u statement", "Without “%s”: %'u statements",
                                    n), name, n);
  append_way (self, text, lode_query_get_text (without));
}

static void
append_ways (LodeNothingFound *self, LodeFindings *findings)
{
  LodeQuery *query = lode_findings_get_query (findings);
  g_autofree char *suggestion =
    lode_query_dup_suggestion (query, lode_findings_get_dataset (findings),
                               lode_findings_get_provenance (findings));
  g_autofree char *words = lode_query_dup_words (query);
  g_autoptr (GListModel) active = lode_findings_list_active (findings);
  gboolean done[LODE_N_QUERY_FIELDS] = { FALSE };

  if (suggestion != NULL)
    {
      g_autoptr (LodeQuery) suggested = lode_query_new (suggestion);
      g_autofree char *suggested_words = lode_query_dup_words (suggested);
      /* Translators: %s is a word that may have been meant */
      g_autofree char *text = g_strdup_printf (_("Did you mean “%s”?"), suggested_words);

      append_way (self, text, suggestion);
    }

  append_way_without (self, findings, LODE_QUERY_FIELD_WORDS, words);
  for (guint i = 0; i < g_list_model_get_n_items (active); i++)
    {
      g_autoptr (LodeFilterValue) value = g_list_model_get_item (active, i);
      LodeQueryField field = lode_filter_value_get_field (value);

      if (!done[field])
        append_way_without (self, findings, field, lode_filter_value_get_name (value));
      done[field] = TRUE;
    }

  append_way (self, _("Show All Statements"), "");
}

static void
lode_nothing_found_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_NOTHING_FOUND);

  G_OBJECT_CLASS (lode_nothing_found_parent_class)->dispose (object);
}

static void
lode_nothing_found_class_init (LodeNothingFoundClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_nothing_found_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-nothing-found.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeNothingFound, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, LodeNothingFound, ways_box);
}

static void
lode_nothing_found_init (LodeNothingFound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lode_nothing_found_set_findings:
 * @findings: (nullable): findings without a statement; NULL: something is found. Not kept
 */
void
lode_nothing_found_set_findings (LodeNothingFound *self, LodeFindings *findings)
{
  GtkWidget *way;
  const char *unclear;

  g_return_if_fail (LODE_IS_NOTHING_FOUND (self));

  while ((way = gtk_widget_get_first_child (GTK_WIDGET (self->ways_box))) != NULL)
    gtk_box_remove (self->ways_box, way);
  if (findings == NULL)
    return;

  unclear = lode_query_get_unclear (lode_findings_get_query (findings));
  if (unclear != NULL)
    {
      /* Translators: %s is a part of a query, such as "before:soon" */
      g_autofree char *text = g_strdup_printf (_("“%s” is not understood, and left out."), unclear);

      lode_label_set_text (self->explanation_label, text);
    }
  else
    {
      lode_label_set_text (self->explanation_label,
                          _("No statement in this dataset has all of what you look for."));
    }
  append_ways (self, findings);
}

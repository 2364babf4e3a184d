/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-date-bounds.h"

#include "lode-date.h"

#include <glib/gi18n.h>

static const LodeQueryField fields[] = { LODE_QUERY_FIELD_AFTER, LODE_QUERY_FIELD_BEFORE };

#define N_BOUNDS G_N_ELEMENTS (fields)

struct _LodeDateBounds
{
  GtkGrid parent_instance;

  GtkWidget *entries[N_BOUNDS];
  GtkWidget *wrong_label;
};

G_DEFINE_FINAL_TYPE (LodeDateBounds, lode_date_bounds, GTK_TYPE_GRID)

static void
show_wrong (LodeDateBounds *self, GtkWidget *entry, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_visible (self->wrong_label, is_wrong);
}

static void
activate_cb (LodeDateBounds *self, GtkEntry *entry)
{
  const guint i = (GtkWidget *) entry == self->entries[0] ? 0 : 1;
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  const gboolean is_wrong = *value != '\0' && !lode_date_is_valid (value);

  show_wrong (self, GTK_WIDGET (entry), is_wrong);
  if (!is_wrong)
    gtk_widget_activate_action (GTK_WIDGET (self), "filter.replace", "(us)", (guint) fields[i],
                                value);
}

static void
changed_cb (LodeDateBounds *self, GtkEntry *entry)
{
  show_wrong (self, GTK_WIDGET (entry), FALSE);
}

static void
lode_date_bounds_class_init (LodeDateBoundsClass *klass)
{
}

static void
lode_date_bounds_init (LodeDateBounds *self)
{
  /* Translators: the first day that is looked for; before an entry for a date */
  const char *titles[N_BOUNDS] = { C_("date", "_From"),
                                   /* Translators: the day before which all is that is looked for */
                                   C_("date", "_Before") };

  gtk_grid_set_row_spacing (GTK_GRID (self), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  for (guint i = 0; i < N_BOUNDS; i++)
    {
      GtkWidget *label = gtk_label_new_with_mnemonic (titles[i]);
      GtkWidget *entry = gtk_entry_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
      /* Translators: a year, a month or a day; these are written in digits in every language */
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("2026, 2026-02, 2026-02-28"));
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 22);
      gtk_widget_set_hexpand (entry, TRUE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      label, NULL, -1);
      g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (self), entry, 1, i, 1, 1);
      self->entries[i] = entry;
    }

  self->wrong_label = gtk_label_new (_("Not a date: write 2026, 2026-02 or 2026-02-28."));
  gtk_label_set_xalign (GTK_LABEL (self->wrong_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->wrong_label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->wrong_label), 30);
  gtk_widget_add_css_class (self->wrong_label, "error");
  gtk_widget_add_css_class (self->wrong_label, "caption");
  gtk_widget_set_visible (self->wrong_label, FALSE);
  gtk_grid_attach (GTK_GRID (self), self->wrong_label, 0, N_BOUNDS, 2, 1);
}

GtkWidget *
lode_date_bounds_new (void)
{
  return g_object_new (LODE_TYPE_DATE_BOUNDS, NULL);
}

/* The value of the first term of @field; "": there is none. */
static char *
dup_bound (LodeFindings *findings, LodeQueryField field)
{
  g_autoptr (GListModel) active = lode_findings_list_active (findings);

  for (guint i = 0; i < g_list_model_get_n_items (active); i++)
    {
      g_autoptr (LodeFilterValue) value = g_list_model_get_item (active, i);

      if (lode_filter_value_get_field (value) == field)
        return g_strdup (lode_filter_value_get_value (value));
    }

  return g_strdup ("");
}

/**
 * lode_date_bounds_set_findings:
 * @findings: whose query's bounds to show
 */
void
lode_date_bounds_set_findings (LodeDateBounds *self, LodeFindings *findings)
{
  g_return_if_fail (LODE_IS_DATE_BOUNDS (self));
  g_return_if_fail (LODE_IS_FINDINGS (findings));

  for (guint i = 0; i < N_BOUNDS; i++)
    {
      g_autofree char *bound = dup_bound (findings, fields[i]);

      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), bound))
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), bound);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-heading-row.h"

#include "lode-optional-label.h"
#include "lode-plain-label.h"

#include <glib/gi18n.h>

struct _LodeHeadingRow
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkLabel *note_label;
};

G_DEFINE_FINAL_TYPE (LodeHeadingRow, lode_heading_row, ADW_TYPE_BIN)

static void
lode_heading_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_HEADING_ROW);

  G_OBJECT_CLASS (lode_heading_row_parent_class)->dispose (object);
}

static void
lode_heading_row_class_init (LodeHeadingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_heading_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-heading-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeHeadingRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LodeHeadingRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, LodeHeadingRow, note_label);
}

static void
lode_heading_row_init (LodeHeadingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lode_heading_row_new (void)
{
  return g_object_new (LODE_TYPE_HEADING_ROW, NULL);
}

/**
 * lode_heading_row_set_heading:
 * @heading: (transfer none): what to show; not kept
 */
void
lode_heading_row_set_heading (LodeHeadingRow *self, LodeStatementHeading *heading)
{
  guint count = lode_statement_heading_get_count (heading);
  g_autofree char *digits = g_strdup_printf ("%'u", count);
  g_autofree char *spoken =
    g_strdup_printf (ngettext ("%'u statement", "%'u statements", count), count);

  lode_label_set_text (self->title_label, lode_statement_heading_get_title (heading));
  lode_label_set_text (self->count_label, digits);
  lode_accessible_set_name (GTK_ACCESSIBLE (self->count_label), spoken);
  lode_optional_label_set_text (self->note_label, lode_statement_heading_get_note (heading));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-source-link.h"

#include "lode-date.h"
#include "lode-plain-label.h"
#include "lode-tooltip.h"

struct _LodeSourceLink
{
  LodeWrapBox parent_instance;
};

G_DEFINE_FINAL_TYPE (LodeSourceLink, lode_source_link, LODE_TYPE_WRAP_BOX)

/* "Otago Daily Times (RNZ), 2 February 2026" */
static char *
dup_line (LodeSource *source, const char *date)
{
  g_autofree char *day = lode_date_format (date);
  const char *publisher = lode_source_get_publisher (source);
  const char *credit = lode_source_get_credit (source);

  if (publisher == NULL)
    return g_strdup_printf ("%s, %s", lode_source_get_title (source), day);
  if (credit == NULL || g_str_equal (credit, publisher))
    return g_strdup_printf ("%s, %s", publisher, day);
  return g_strdup_printf ("%s (%s), %s", publisher, credit, day);
}

static GtkWidget *
create_label (const char *line)
{
  GtkWidget *label = gtk_label_new (NULL);

  lode_label_set_text (GTK_LABEL (label), line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
create_link (const char *url, const char *line)
{
  GtkWidget *link = gtk_link_button_new (url);

  gtk_button_set_child (GTK_BUTTON (link), create_label (line));
  /* The label that it came with, in newer GTK, and which has gone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  lode_accessible_set_name (GTK_ACCESSIBLE (link), line);
  return link;
}

static void
lode_source_link_class_init (LodeSourceLinkClass *klass)
{
}

static void
lode_source_link_init (LodeSourceLink *self)
{
}

/**
 * lode_source_link_set_source:
 * @source: (transfer none) (nullable): what to name; not kept; NULL hides the widget
 * @date: (nullable): the day that matters here, as YYYY[-MM[-DD]]; NULL with no source
 */
void
lode_source_link_set_source (LodeSourceLink *self, LodeSource *source, const char *date)
{
  g_autofree char *line = NULL;
  GtkWidget *child;
  const char *url;

  g_return_if_fail (LODE_IS_SOURCE_LINK (self));

  gtk_widget_set_visible (GTK_WIDGET (self), source != NULL);
  lode_wrap_box_clear (LODE_WRAP_BOX (self));
  if (source == NULL)
    return;

  line = dup_line (source, date);
  url = lode_source_get_url (source);
  child = url != NULL ? create_link (url, line) : create_label (line);
  lode_wrap_box_append (LODE_WRAP_BOX (self), child);
  lode_tooltip_set_text (child, lode_source_get_title (source));
}

/**
 * lode_source_link_open:
 *
 * Does what a click does: hands the address to the web browser. Nothing where there is none.
 */
void
lode_source_link_open (LodeSourceLink *self)
{
  GtkWidget *child;
  gboolean handled;

  g_return_if_fail (LODE_IS_SOURCE_LINK (self));

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (GTK_IS_LINK_BUTTON (child))
    g_signal_emit_by_name (child, "activate-link", &handled);
}

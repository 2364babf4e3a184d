/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-message.h"

#include <glib/gi18n.h>

/* AdwMessageDialog has its heading twice, large on one line and small on several, and measures both,
 * the large one for less width than it needs, too: GTK warns of that from 4.18 on. Where the large one
 * can wrap it does not need more, and it is shown for the same headings as before: those that fit on
 * one line. */
static void
let_headings_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_headings_wrap (child);
}

/**
 * lode_message_show:
 * @parent: the window that it is about
 * @heading: what has happened
 * @body: why; not markup
 *
 * Says something that can only be taken notice of.
 */
void
lode_message_show (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  let_headings_wrap (dialog);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

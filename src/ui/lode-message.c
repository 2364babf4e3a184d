/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-message.h"

#include <glib/gi18n.h>

/* No heading needs more, and a window of 360 pixels has it. */
#define LABEL_WIDTH 200

/* AdwMessageDialog has its heading twice, large on one line and small on several, and measures both for
 * the width that the smaller needs: GTK warns of that from 4.18 on. Here they need the same. As before,
 * the large one is shown for headings that fit on one line. */
static void
equalise_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_size_request (widget, LABEL_WIDTH, -1);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    equalise_labels (child);
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

  equalise_labels (dialog);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * lode_message_ask:
 * @parent: the window that it is about
 * @heading: what would be done
 * @body: what there is to know before; not markup
 * @label: what doing it is called, with a mnemonic
 *
 * Returns: (transfer none): a dialog on screen, whose signal "response" tells LODE_MESSAGE_GO, or that
 *   it shall not be
 */
GtkWidget *
lode_message_ask (GtkWindow *parent, const char *heading, const char *body, const char *label)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  equalise_labels (dialog);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    LODE_MESSAGE_GO, label, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

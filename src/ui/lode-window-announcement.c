/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-window-private.h"

#include "lode-marker-label.h"
#include "lode-plain-label.h"

#include <glib/gi18n.h>

/* Who sees the window sees the panel change when a marker is pressed or a word is typed, elsewhere in
 * the window. A screen reader is told: by a label that cannot be seen, whose role is that of a
 * status, and from GTK 4.14 on by what is there for it. */

static char *
dup_announcement (LodeWindow *self)
{
  const LodeMarkerWords words = { self->findings };
  guint n_all, n_found;

  if (self->selected_place != NULL)
    return lode_marker_label_for_place (self->selected_place, &words);

  n_all = g_list_model_get_n_items (lode_dataset_get_statements (self->dataset));
  n_found = g_list_model_get_n_items (lode_findings_get_statements (self->findings));
  if (lode_query_is_empty (self->query))
    return lode_marker_label_for_count (n_all);
  return g_strdup_printf (ngettext ("%'u of %'u statement", "%'u of %'u statements", n_all),
                          n_found, n_all);
}

static void
changed_cb (LodeWindow *self)
{
  g_autofree char *former = NULL;
  g_autofree char *announcement = NULL;

  if (self->findings == NULL || self->dataset != lode_findings_get_dataset (self->findings))
    return;

  former = g_strdup (gtk_label_get_text (self->announcement_label));
  announcement = dup_announcement (self);
  lode_label_set_text (self->announcement_label, announcement);
  if (*former == '\0' || g_str_equal (gtk_label_get_text (self->announcement_label), former))
    return;

#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (self->announcement_label),
                           gtk_label_get_text (self->announcement_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

void
lode_window_init_announcement (LodeWindow *self)
{
  g_signal_connect (self, "notify::selected-place", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "notify::findings", G_CALLBACK (changed_cb), NULL);
}

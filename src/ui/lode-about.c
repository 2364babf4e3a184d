/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-about.h"

#include "lode-basemap.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ATTRIBUTION_PATH LODE_RESOURCE_PATH "/basemap/ATTRIBUTION.txt"

/* The attribution is plain text in lines; the about window wants markup in paragraphs. */
static char *
dup_attribution (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (ATTRIBUTION_PATH, 0, NULL);
  g_autoptr (GString) text = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  text = g_string_new_len (data, length);
  g_string_replace (text, "\n\n", "\r", 0);
  g_string_replace (text, "\n", " ", 0);
  g_string_replace (text, "\r", "\n\n", 0);
  return g_markup_escape_text (text->str, text->len);
}

void
lode_about_show (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (about);
  g_autofree char *attribution = dup_attribution ();
  const char *developers[] = { _("The Lode contributors"), NULL };

  adw_about_window_set_application_name (window, "Lode");
  adw_about_window_set_application_icon (window, LODE_APPLICATION_ID);
  adw_about_window_set_version (window, LODE_VERSION);
  adw_about_window_set_developer_name (window, _("The Lode contributors"));
  adw_about_window_set_developers (window, developers);
  adw_about_window_set_license_type (window, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_copyright (window, _("© 2026 The Lode contributors"));
  adw_about_window_set_comments (
    window, _("Who said what, about which mineral, where, and where is the proof."));
  /* Translators: put your names here, one a line */
  adw_about_window_set_translator_credits (window, _("translator-credits"));
  adw_about_window_add_legal_section (window, _("Base map"),
                                      LODE_BASEMAP_CREDIT,
                                      GTK_LICENSE_CUSTOM, attribution);
  adw_about_window_add_legal_section (
    window, _("Statements"), NULL, GTK_LICENSE_CUSTOM,
    _("The quoted words are their speakers’. They are quoted from reporting by RNZ, as published "
      "by the Otago Daily Times. Selection, paraphrases and notes are the Lode contributors’, "
      "under the Creative Commons Attribution 4.0 licence."));

  if (parent != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}

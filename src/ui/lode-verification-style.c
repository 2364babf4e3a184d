/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-verification-style.h"

/* How an outcome looks: by its icon and its words, and by colour only besides. */

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[LODE_N_OUTCOMES] = {
  [LODE_OUTCOME_VERIFIED] = { "emblem-ok-symbolic", "verified" },
  [LODE_OUTCOME_TYPOGRAPHY_DIFFERS] = { "dialog-information-symbolic", "typography-differs" },
  [LODE_OUTCOME_NOT_FOUND] = { "dialog-warning-symbolic", "not-found" },
  [LODE_OUTCOME_RECORDED] = { "document-open-recent-symbolic", "recorded" },
  [LODE_OUTCOME_NOT_CHECKED] = { "dialog-question-symbolic", "not-checked" },
};

const char *
lode_verification_get_icon_name (const LodeVerification *verification)
{
  return looks[verification->outcome].icon_name;
}

void
lode_verification_style_widget (const LodeVerification *verification, GtkWidget *widget)
{
  for (guint i = 0; i < LODE_N_OUTCOMES; i++)
    {
      if (i == verification->outcome)
        gtk_widget_add_css_class (widget, looks[i].css_class);
      else
        gtk_widget_remove_css_class (widget, looks[i].css_class);
    }
}

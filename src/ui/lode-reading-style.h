/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How dense the cards of statements are; the nicks of the GEnum are those of the settings. */
typedef enum
{
  LODE_CARD_DENSITY_COMFORTABLE,
  LODE_CARD_DENSITY_COMPACT,
} LodeCardDensity;

#define LODE_TYPE_CARD_DENSITY (lode_card_density_get_type ())
GType lode_card_density_get_type (void);

/* From here on all statements of the program, in whatever window, have the size and the density of
 * the settings, as they are and as they become; and the application has the actions text-larger,
 * text-smaller and text-normal. */
void lode_reading_style_install (GApplication *application);

G_END_DECLS

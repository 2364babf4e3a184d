/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-verification.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *lode_verification_get_icon_name (const LodeVerification *verification);
/* Gives @widget the class of the outcome, and takes those of the others. */
void        lode_verification_style_widget  (const LodeVerification *verification,
                                             GtkWidget              *widget);

G_END_DECLS

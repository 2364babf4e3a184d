/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LODE_MESSAGE_GO "go"

void lode_message_show (GtkWindow *parent, const char *heading, const char *body);
GtkWidget *lode_message_ask (GtkWindow *parent, const char *heading, const char *body,
                             const char *label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeWrapBox:
 *
 * Children one after the other in lines, like words: each as wide as it wants to be, and what does
 * not fit goes to the next line. A child that is too wide for a line of its own wraps inside.
 *
 * What AdwWrapBox does, which is too new for us. A GtkFlowBox makes columns, and asks every label in
 * it for its least width at a height, a dozen layouts each; so does anything that is aligned to the
 * start of a box. Here widths are asked for once.
 */
#define LODE_TYPE_WRAP_BOX (lode_wrap_box_get_type ())
G_DECLARE_DERIVABLE_TYPE (LodeWrapBox, lode_wrap_box, LODE, WRAP_BOX, GtkWidget)

struct _LodeWrapBoxClass
{
  GtkWidgetClass parent_class;
};

void lode_wrap_box_append (LodeWrapBox *self, GtkWidget *child);
void lode_wrap_box_clear (LodeWrapBox *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LodeFilterPopover:
 *
 * The values of one field of a query, each with a check and how many statements it has. The values
 * and their order stay while it is open; the counts follow. What is checked is told by the action
 * "filter.set", whose parameter is the field, the value, and whether it is checked: "(usb)". Below
 * dates stand a LodeDateBounds.
 */
#define LODE_TYPE_FILTER_POPOVER (lode_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (LodeFilterPopover, lode_filter_popover, LODE, FILTER_POPOVER, GtkPopover)

GtkWidget *lode_filter_popover_new          (LodeQueryField field);
void       lode_filter_popover_set_findings (LodeFilterPopover *self, LodeFindings *findings);

G_END_DECLS

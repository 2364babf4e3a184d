/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-chip-row.h"

/* Of the wheel: a step goes so far, widget pixels. */
#define STEP 60

struct _LodeChipRow
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (LodeChipRow, lode_chip_row, ADW_TYPE_BIN)

static GtkAdjustment *
get_adjustment (LodeChipRow *self)
{
  return gtk_scrolled_window_get_hadjustment (
    GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
}

/* An ordinary wheel goes up and down only, and here is nothing to go up or down to. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, LodeChipRow *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const double before = gtk_adjustment_get_value (adjustment);

  if (dx != 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, before + dy * STEP);
  return gtk_adjustment_get_value (adjustment) != before;
}

static void
lode_chip_row_class_init (LodeChipRowClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chiprow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lode_chip_row_init (LodeChipRow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  /* Names are not cut short where one can scroll. */
  gtk_scrollable_set_hscroll_policy (
    GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))),
    GTK_SCROLL_NATURAL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (scrolled, scroll);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
lode_chip_row_insert (LodeChipRow *self, GtkWidget *chip, GtkWidget *sibling)
{
  g_return_if_fail (LODE_IS_CHIP_ROW (self));

  if (gtk_widget_get_parent (chip) == self->box)
    gtk_box_reorder_child_after (GTK_BOX (self->box), chip, sibling);
  else
    gtk_box_insert_child_after (GTK_BOX (self->box), chip, sibling);
}

void
lode_chip_row_remove (LodeChipRow *self, GtkWidget *chip)
{
  g_return_if_fail (LODE_IS_CHIP_ROW (self));

  gtk_box_remove (GTK_BOX (self->box), chip);
}

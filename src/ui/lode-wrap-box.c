/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-wrap-box.h"

#define SPACING 6

struct _LodeWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LodeWrapBox, lode_wrap_box, GTK_TYPE_WIDGET)

/* Sets the children in lines of @width pixels, allocates them if @allocate says so, and says how
 * high that is. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;
      int minimum, natural, height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      natural = MAX (MIN (natural, width), minimum);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
      if (x > 0 && x + natural > width)
        {
          x = 0;
          y += line_height + SPACING;
          line_height = 0;
        }

      place = (GtkAllocation) { is_rtl ? width - x - natural : x, y, natural, height };
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
      x += natural + SPACING;
      line_height = MAX (line_height, height);
    }

  return y + line_height;
}

static GtkSizeRequestMode
lode_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lode_wrap_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }

  /* It takes the width that there is, and asks for none: it would push others aside. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = widest;
  else
    *minimum = *natural = lay_out (widget, MAX (for_size, widest), FALSE);
}

static void
lode_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
lode_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (lode_wrap_box_parent_class)->dispose (object);
}

static void
lode_wrap_box_class_init (LodeWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_wrap_box_dispose;
  widget_class->get_request_mode = lode_wrap_box_get_request_mode;
  widget_class->measure = lode_wrap_box_measure;
  widget_class->size_allocate = lode_wrap_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lode_wrap_box_init (LodeWrapBox *self)
{
}

/* A child that is in the box already is moved, and keeps the focus. */
void
lode_wrap_box_insert (LodeWrapBox *self, GtkWidget *child, GtkWidget *sibling)
{
  g_return_if_fail (LODE_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (gtk_widget_get_parent (child) != GTK_WIDGET (self)
      || gtk_widget_get_prev_sibling (child) != sibling)
    gtk_widget_insert_after (child, GTK_WIDGET (self), sibling);
}

void
lode_wrap_box_remove (LodeWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (LODE_IS_WRAP_BOX (self));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}

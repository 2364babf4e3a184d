/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-wrap-box.h"

/* Between children, and between lines; widget pixels. */
#define SPACING 6

G_DEFINE_TYPE (LodeWrapBox, lode_wrap_box, GTK_TYPE_WIDGET)

/* A line of children, from @first up to but not including @end (NULL: the last one is in it). */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int height;
} Line;

/* The next one that takes room, @child or one behind it; NULL: there is none. */
static GtkWidget *
find_laid_out (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_child_width (GtkWidget *child, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (width, minimum));
}

static Line
make_line (GtkWidget *first, int width)
{
  Line line = { .first = first };
  GtkWidget *child;
  int right = 0;

  for (child = first; child != NULL;
       child = find_laid_out (gtk_widget_get_next_sibling (child)))
    {
      const int child_width = get_child_width (child, width);
      int child_height;

      if (child != first && right + child_width > width)
        break;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL,
                          NULL);
      line.height = MAX (line.height, child_height);
      right += child_width + SPACING;
    }
  line.end = child;

  return line;
}

static int
measure_height (LodeWrapBox *self, int width)
{
  GtkWidget *child = find_laid_out (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int height = 0;

  while (child != NULL)
    {
      const Line line = make_line (child, width);

      height += line.height + (line.end != NULL ? SPACING : 0);
      child = line.end;
    }

  return height;
}

static void
lode_wrap_box_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  GtkWidget *child = find_laid_out (gtk_widget_get_first_child (widget));

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (LODE_WRAP_BOX (widget),
                                            for_size < 0 ? G_MAXINT / 2 : for_size);
      return;
    }

  /* Whatever the height: to be wide enough for few lines is the parent's business. */
  while (child != NULL)
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      child = find_laid_out (gtk_widget_get_next_sibling (child));
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (child != NULL ? SPACING : 0);
    }
}

static void
allocate_line (const Line *line, int width, int y, gboolean is_rtl)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = find_laid_out (gtk_widget_get_next_sibling (child)))
    {
      const int child_width = get_child_width (child, width);
      const GtkAllocation allocation = {
        .x = is_rtl ? width - x - child_width : x,
        .y = y,
        .width = child_width,
        .height = line->height,
      };

      gtk_widget_size_allocate (child, &allocation, -1);
      x += child_width + SPACING;
    }
}

static void
lode_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = find_laid_out (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      const Line line = make_line (child, width);

      allocate_line (&line, width, y, is_rtl);
      y += line.height + SPACING;
      child = line.end;
    }
}

static GtkSizeRequestMode
lode_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lode_wrap_box_dispose (GObject *object)
{
  lode_wrap_box_clear (LODE_WRAP_BOX (object));

  G_OBJECT_CLASS (lode_wrap_box_parent_class)->dispose (object);
}

static void
lode_wrap_box_class_init (LodeWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_wrap_box_dispose;
  widget_class->measure = lode_wrap_box_measure;
  widget_class->size_allocate = lode_wrap_box_size_allocate;
  widget_class->get_request_mode = lode_wrap_box_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lode_wrap_box_init (LodeWrapBox *self)
{
}

/**
 * lode_wrap_box_append:
 * @child: (transfer full) (floating): behind the others
 */
void
lode_wrap_box_append (LodeWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (LODE_IS_WRAP_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * lode_wrap_box_clear:
 *
 * Takes all children out.
 */
void
lode_wrap_box_clear (LodeWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (LODE_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

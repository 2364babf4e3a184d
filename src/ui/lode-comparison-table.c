/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-comparison-table.h"

#include "lode-comparison-pool.h"
#include "lode-set-string.h"

#include <math.h>

/* All cells are of one size, so that where a cell stands is a multiplication. Row -1 is the headings
 * of the columns, column -1 those of the rows; they stay where they are while the rest scrolls. */

#define HEADING LODE_COMPARISON_HEADING
#define CELL_LETTERS 26
#define CELL_LINES 4.8
#define HEADING_LETTERS 19
#define HEADING_LINES 3.2
#define PADDING 22
/* In a narrow table the rows' headings leave at least this share to the cells. */
#define HEADING_MAX_SHARE 0.36

typedef LodeComparisonPlace Place;

struct _LodeComparisonTable
{
  GtkWidget parent_instance;

  LodeComparison *comparison;
  LodeSpeakerAliases *aliases; /* NULL: names are shown */
  gboolean transposed;
  char *nothing;

  GtkAdjustment *adjustments[2]; /* horizontal, vertical */
  GtkScrollablePolicy policies[2];

  LodeComparisonPool *pool;
  GtkWidget *corner;
  Place focused;
  int cell_width, cell_height, heading_width, heading_height;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (LodeComparisonTable, lode_comparison_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
get_n_rows (LodeComparisonTable *self)
{
  if (self->comparison == NULL)
    return 0;

  return self->transposed ? (int) lode_comparison_get_n_columns (self->comparison)
                          : (int) lode_comparison_get_n_rows (self->comparison);
}

static int
get_n_columns (LodeComparisonTable *self)
{
  if (self->comparison == NULL)
    return 0;

  return self->transposed ? (int) lode_comparison_get_n_rows (self->comparison)
                          : (int) lode_comparison_get_n_columns (self->comparison);
}

/* From the table to its comparison, and back. */
static Place
transpose (LodeComparisonTable *self, Place place)
{
  return self->transposed ? (Place) { place.column, place.row } : place;
}

/* In letters and lines of the font, so that a larger text gets larger cells. */
static void
measure_font (LodeComparisonTable *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double letter = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  double line = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  self->cell_width = ceil (CELL_LETTERS * letter) + PADDING;
  self->cell_height = ceil (CELL_LINES * line) + PADDING;
  self->heading_width = ceil (HEADING_LETTERS * letter) + PADDING;
  self->heading_height = ceil (HEADING_LINES * line) + PADDING;
  if (width > 0)
    {
      self->heading_width = MIN (self->heading_width, ceil (width * HEADING_MAX_SHARE));
      self->cell_width = MIN (self->cell_width, width - self->heading_width);
    }
  pango_font_metrics_unref (metrics);
}

/* A row of the comparison, or a column: the other is a heading. */
static const LodeComparisonHeading *
get_heading (LodeComparisonTable *self, Place place)
{
  return place.column == HEADING ? lode_comparison_get_row (self->comparison, place.row)
                                 : lode_comparison_get_column (self->comparison, place.column);
}

static char *
dup_heading_name (LodeComparisonTable *self, Place place)
{
  LodeComparisonAxis axis = place.column == HEADING
    ? lode_comparison_get_rows_axis (self->comparison)
    : lode_comparison_get_columns_axis (self->comparison);

  return lode_speaker_aliases_dup_heading (self->aliases, axis, get_heading (self, place));
}

static void
fill_cell (LodeComparisonTable *self, LodeComparisonCell *cell, Place table_place)
{
  Place place = transpose (self, table_place);
  const LodeComparisonHeading *column;
  g_autofree char *name = NULL;
  g_autofree char *column_name = NULL;
  g_autofree char *where = NULL;
  LodeStatement * const *statements;
  guint n;

  if (place.column == HEADING || place.row == HEADING)
    {
      name = dup_heading_name (self, place);
      lode_comparison_cell_set_heading (cell, get_heading (self, place), name);
      return;
    }

  column = lode_comparison_get_column (self->comparison, place.column);
  name = dup_heading_name (self, (Place) { place.row, HEADING });
  column_name = dup_heading_name (self, (Place) { HEADING, place.column });
  where = g_strdup_printf ("%s, %s", name, column_name);
  statements = lode_comparison_get_cell (self->comparison, place.row, place.column, &n);
  if (n == 0)
    lode_comparison_cell_set_nothing (cell, self->nothing, where);
  else
    lode_comparison_cell_set_statements (
      cell, statements, n, LODE_IS_PROPOSITION (column->item) ? column->item : NULL,
      where);
}

static gboolean
is_mirrored (LodeComparisonTable *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* How far the cells are scrolled from where lines begin. */
static double
get_offset (LodeComparisonTable *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && is_mirrored (self))
    return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
           - gtk_adjustment_get_value (adjustment);

  return gtk_adjustment_get_value (adjustment);
}

static void
set_offset (LodeComparisonTable *self, GtkOrientation orientation, double offset)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && is_mirrored (self))
    offset = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
             - offset;
  gtk_adjustment_set_value (adjustment, offset);
}

static void
cell_clicked_cb (GtkWidget *cell, LodeComparisonTable *self)
{
  Place place = transpose (self, lode_comparison_pool_get_place (cell));

  g_signal_emit (self, activated_signal, 0, place.row, place.column);
}

static void
cell_focused_cb (GtkEventController *controller, LodeComparisonTable *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (controller);

  self->focused = lode_comparison_pool_get_place (cell);
}

static GtkWidget *
create_cell (gpointer table)
{
  GtkWidget *cell = lode_comparison_cell_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (cell, "clicked", G_CALLBACK (cell_clicked_cb), table, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (cell_focused_cb), table, 0);
  gtk_widget_add_controller (cell, focus);
  gtk_widget_set_parent (cell, GTK_WIDGET (table));
  return cell;
}

static GtkWidget *
ensure_cell (LodeComparisonTable *self, Place place)
{
  gboolean is_new;
  GtkWidget *cell = lode_comparison_pool_ensure (self->pool, place, &is_new);

  if (!is_new)
    return cell;

  fill_cell (self, LODE_COMPARISON_CELL (cell), place);
  /* Headings lie over the cells that scroll away below them, and the corner over the headings. */
  if (place.row == HEADING || place.column == HEADING)
    gtk_widget_insert_before (cell, GTK_WIDGET (self), self->corner);
  else
    gtk_widget_insert_after (cell, GTK_WIDGET (self), NULL);
  return cell;
}

/* The first and last row (or column) that can be seen. */
static void
find_range (double offset, int extent, int size, int n, int *first, int *last)
{
  *first = CLAMP ((int) floor (offset / size), 0, MAX (n - 1, 0));
  *last = CLAMP ((int) floor ((offset + extent) / size), -1, n - 1);
}

static void
allocate_cell (GtkWidget *cell, Place place, gpointer user_data)
{
  LodeComparisonTable *self = user_data;
  GtkAllocation area;

  area.width = place.column == HEADING ? self->heading_width : self->cell_width;
  area.height = place.row == HEADING ? self->heading_height : self->cell_height;
  area.x = place.column == HEADING
    ? 0
    : self->heading_width + place.column * self->cell_width
      - (int) round (get_offset (self, GTK_ORIENTATION_HORIZONTAL));
  area.y = place.row == HEADING
    ? 0
    : self->heading_height + place.row * self->cell_height
      - (int) round (get_offset (self, GTK_ORIENTATION_VERTICAL));
  if (is_mirrored (self))
    area.x = gtk_widget_get_width (GTK_WIDGET (self)) - area.x - area.width;

  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &area, -1);
}

static void
allocate_cells (LodeComparisonTable *self, int width, int height)
{
  Place first, last;

  find_range (get_offset (self, GTK_ORIENTATION_VERTICAL), height - self->heading_height,
              self->cell_height, get_n_rows (self), &first.row, &last.row);
  find_range (get_offset (self, GTK_ORIENTATION_HORIZONTAL), width - self->heading_width,
              self->cell_width, get_n_columns (self), &first.column, &last.column);

  lode_comparison_pool_spare_outside (self->pool, first, last);
  for (int row = first.row; row <= last.row; row++)
    ensure_cell (self, (Place) { row, HEADING });
  for (int column = first.column; column <= last.column; column++)
    ensure_cell (self, (Place) { HEADING, column });
  for (int row = first.row; row <= last.row; row++)
    for (int column = first.column; column <= last.column; column++)
      ensure_cell (self, (Place) { row, column });

  lode_comparison_pool_foreach (self->pool, allocate_cell, self);
}

static void
configure_adjustment (LodeComparisonTable *self, GtkOrientation orientation, int n, int size,
                      int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double offset = get_offset (self, orientation);
  double upper = MAX ((double) n * size, page);

  if (adjustment == NULL)
    return;

  offset = CLAMP (offset, 0, MAX (upper - page, 0));
  if (orientation == GTK_ORIENTATION_HORIZONTAL && is_mirrored (self))
    offset = upper - page - offset;
  gtk_adjustment_configure (adjustment, offset, 0, upper, size * 0.5, page * 0.9, page);
}

static void
lode_comparison_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (widget);
  GtkAllocation corner;

  measure_font (self, width);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, get_n_columns (self), self->cell_width,
                        MAX (width - self->heading_width, 1));
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, get_n_rows (self), self->cell_height,
                        MAX (height - self->heading_height, 1));
  allocate_cells (self, width, height);

  corner = (GtkAllocation) { is_mirrored (self) ? width - self->heading_width : 0, 0,
                             self->heading_width, self->heading_height };
  gtk_widget_measure (self->corner, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->corner, &corner, -1);
}

static void
lode_comparison_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (widget);

  measure_font (self, 0);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 1;
      *natural = self->heading_width + get_n_columns (self) * self->cell_width;
    }
  else
    {
      *minimum = self->heading_height;
      *natural = self->heading_height + get_n_rows (self) * self->cell_height;
    }
}

/* Scrolls as far as needed for the whole cell to be seen. */
static void
scroll_to (LodeComparisonTable *self, GtkOrientation orientation, int index, int size)
{
  double offset = get_offset (self, orientation);
  double page = self->adjustments[orientation] != NULL
    ? gtk_adjustment_get_page_size (self->adjustments[orientation])
    : 0;

  if (index == HEADING)
    return;
  if ((double) index * size < offset)
    set_offset (self, orientation, (double) index * size);
  else if ((index + 1.0) * size > offset + page)
    set_offset (self, orientation, (index + 1.0) * size - page);
}

static gboolean
move_focus (LodeComparisonTable *self, int row, int column)
{
  row = CLAMP (row, HEADING, get_n_rows (self) - 1);
  column = CLAMP (column, HEADING, get_n_columns (self) - 1);
  if (row == HEADING && column == HEADING)
    return FALSE;

  lode_comparison_table_focus_cell (self, row, column);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, LodeComparisonTable *self)
{
  gboolean whole = (state & GDK_CONTROL_MASK) != 0;
  Place to = self->focused;
  int forward = is_mirrored (self) ? -1 : 1;

  if ((state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      to.column -= forward;
      break;
    case GDK_KEY_Right:
      to.column += forward;
      break;
    case GDK_KEY_Up:
      to.row--;
      break;
    case GDK_KEY_Down:
      to.row++;
      break;
    case GDK_KEY_Home:
      to = (Place) { whole ? 0 : to.row, to.row == HEADING ? 0 : HEADING };
      break;
    case GDK_KEY_End:
      to = (Place) { whole ? get_n_rows (self) - 1 : to.row, get_n_columns (self) - 1 };
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  move_focus (self, to.row, to.column);
  return GDK_EVENT_STOP;
}

/* One stop of the Tab key, at the cell that had the focus last. */
static gboolean
lode_comparison_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || get_n_rows (self) == 0
      || get_n_columns (self) == 0)
    return FALSE;

  return move_focus (self, self->focused.row, self->focused.column);
}

static void
adjustment_changed_cb (LodeComparisonTable *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (LodeComparisonTable *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], adjustment_changed_cb,
                                          self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lode_comparison_table_get_property (GObject *object, guint prop_id, GValue *value,
                                    GParamSpec *pspec)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_comparison_table_set_property (GObject *object, guint prop_id, const GValue *value,
                                    GParamSpec *pspec)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_comparison_table_dispose (GObject *object)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (object);
  GtkWidget *child;

  g_clear_pointer (&self->pool, lode_comparison_pool_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_clear_object (&self->comparison);
  g_clear_object (&self->aliases);

  G_OBJECT_CLASS (lode_comparison_table_parent_class)->dispose (object);
}

static void
lode_comparison_table_finalize (GObject *object)
{
  LodeComparisonTable *self = LODE_COMPARISON_TABLE (object);

  g_free (self->nothing);

  G_OBJECT_CLASS (lode_comparison_table_parent_class)->finalize (object);
}

static void
lode_comparison_table_class_init (LodeComparisonTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_comparison_table_get_property;
  object_class->set_property = lode_comparison_table_set_property;
  object_class->dispose = lode_comparison_table_dispose;
  object_class->finalize = lode_comparison_table_finalize;
  widget_class->measure = lode_comparison_table_measure;
  widget_class->size_allocate = lode_comparison_table_size_allocate;
  widget_class->focus = lode_comparison_table_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "comparisontable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lode_comparison_table_init (LodeComparisonTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pool = lode_comparison_pool_new (create_cell, self);
  self->corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->corner, "corner");
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  /* Before the scrolled window around the table takes the arrows to scroll. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Shows what there is now, from its beginning. */
static void
start_anew (LodeComparisonTable *self)
{
  lode_comparison_pool_spare_all (self->pool);
  self->focused = (Place) { 0, 0 };
  set_offset (self, GTK_ORIENTATION_HORIZONTAL, 0);
  set_offset (self, GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lode_comparison_table_set_comparison:
 * @comparison: what to show, from its beginning
 * @aliases: (nullable): what speakers and groups are called; NULL: their names
 * @nothing: what stands in a cell in which nothing is said
 */
void
lode_comparison_table_set_comparison (LodeComparisonTable *self, LodeComparison *comparison,
                                      LodeSpeakerAliases *aliases, const char *nothing)
{
  g_return_if_fail (LODE_IS_COMPARISON_TABLE (self) && LODE_IS_COMPARISON (comparison));

  g_set_object (&self->comparison, comparison);
  g_set_object (&self->aliases, aliases);
  lode_set_string (&self->nothing, nothing);
  start_anew (self);
}

/**
 * lode_comparison_table_set_transposed:
 * @transposed: whether the comparison's rows stand as columns, and its columns as rows
 */
void
lode_comparison_table_set_transposed (LodeComparisonTable *self, gboolean transposed)
{
  g_return_if_fail (LODE_IS_COMPARISON_TABLE (self));

  if (self->transposed == transposed)
    return;

  self->transposed = transposed;
  start_anew (self);
}

/**
 * lode_comparison_table_focus_cell:
 * @row: a row of the table; -1: the headings of its columns
 * @column: a column of the table; -1: the headings of its rows
 *
 * Scrolls to the cell and gives it the focus.
 */
void
lode_comparison_table_focus_cell (LodeComparisonTable *self, int row, int column)
{
  GtkWidget *cell;

  g_return_if_fail (LODE_IS_COMPARISON_TABLE (self));
  g_return_if_fail (row >= HEADING && row < get_n_rows (self));
  g_return_if_fail (column >= HEADING && column < get_n_columns (self));

  scroll_to (self, GTK_ORIENTATION_VERTICAL, row, self->cell_height);
  scroll_to (self, GTK_ORIENTATION_HORIZONTAL, column, self->cell_width);
  cell = ensure_cell (self, (Place) { row, column });
  gtk_widget_grab_focus (cell);
}

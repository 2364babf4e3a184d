/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-problem-row.h"

#include "lode-optional-label.h"

#include <glib/gi18n.h>

struct _LodeProblemRow
{
  AdwBin parent_instance;

  char *line; /* as `lode check` prints it */

  GtkImage *severity_icon;
  GtkLabel *message_label;
  GtkLabel *hint_label;
  GtkLabel *where_label;
  GtkLabel *excerpt_label;
};

G_DEFINE_FINAL_TYPE (LodeProblemRow, lode_problem_row, ADW_TYPE_BIN)

static char *
dup_where (LodeProblem *problem)
{
  const char *pointer = lode_problem_get_pointer (problem);
  gboolean has_pointer = pointer != NULL && *pointer != '\0';

  if (lode_problem_get_line (problem) == 0)
    return has_pointer ? g_strdup (pointer) : NULL;

  if (!has_pointer)
    /* Translators: where in a file a problem is */
    return g_strdup_printf (_("Line %u, column %u"),
                            lode_problem_get_line (problem), lode_problem_get_column (problem));

  /* Translators: where in a file a problem is; %s is a JSON Pointer such as /places/0/point */
  return g_strdup_printf (_("Line %u, column %u: %s"),
                          lode_problem_get_line (problem), lode_problem_get_column (problem),
                          pointer);
}

/* The line of the file, with the place marked in it. */
static void
show_excerpt (LodeProblemRow *self, LodeProblem *problem)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *marks[] = {
    pango_attr_background_new (0xe000, 0x1b00, 0x2400),
    pango_attr_background_alpha_new (0x6000),
    pango_attr_underline_new (PANGO_UNDERLINE_ERROR),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
  };
  guint mark;
  const char *excerpt = lode_problem_get_excerpt (problem, &mark);
  /* Something to mark where the line has ended. */
  g_autofree char *text = excerpt != NULL ? g_strconcat (excerpt, " ", NULL) : NULL;
  const char *start = text != NULL ? g_utf8_offset_to_pointer (text, mark) : NULL;

  /* In code a hyphen would be read as one of the file. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = text != NULL ? start - text : 0;
      marks[i]->end_index = text != NULL ? g_utf8_next_char (start) - text : 0;
      pango_attr_list_insert (attributes, marks[i]);
    }
  lode_optional_label_set_text (self->excerpt_label, text);
  gtk_label_set_attributes (self->excerpt_label, attributes);
}

static void
copy_clicked_cb (LodeProblemRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "problems.copy-text", "s", self->line);
}

static void
lode_problem_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_PROBLEM_ROW);

  G_OBJECT_CLASS (lode_problem_row_parent_class)->dispose (object);
}

static void
lode_problem_row_finalize (GObject *object)
{
  g_free (LODE_PROBLEM_ROW (object)->line);

  G_OBJECT_CLASS (lode_problem_row_parent_class)->finalize (object);
}

static void
lode_problem_row_class_init (LodeProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_problem_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = lode_problem_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeProblemRow, severity_icon);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemRow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemRow, where_label);
  gtk_widget_class_bind_template_child (widget_class, LodeProblemRow, excerpt_label);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
lode_problem_row_init (LodeProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lode_problem_row_new (void)
{
  return g_object_new (LODE_TYPE_PROBLEM_ROW, NULL);
}

/**
 * lode_problem_row_set_problem:
 * @problem: (transfer none): what to show; not kept
 * @file_name: the file that it is of, for a copy
 */
void
lode_problem_row_set_problem (LodeProblemRow *self, LodeProblem *problem, const char *file_name)
{
  gboolean is_error = lode_problem_get_severity (problem) == LODE_SEVERITY_ERROR;
  g_autofree char *where = dup_where (problem);

  g_free (self->line);
  self->line = lode_problem_to_string (problem, file_name);
  gtk_image_set_from_icon_name (self->severity_icon,
                                is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->severity_icon),
                               is_error ? _("Error") : _("Warning"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->severity_icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _("Error") : _("Warning"), -1);
  gtk_label_set_text (self->message_label, lode_problem_get_message (problem));
  lode_optional_label_set_text (self->hint_label, lode_problem_get_hint (problem));
  lode_optional_label_set_text (self->where_label, where);
  show_excerpt (self, problem);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-comparison-cell.h"

#include "lode-optional-label.h"
#include "lode-plain-label.h"
#include "lode-statement-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* The words of a cell are cut by the label; no more than this of them need be laid out. */
#define WORDS_MAX_LETTERS 240

struct _LodeComparisonCell
{
  GtkButton parent_instance;

  GtkLabel *words_label;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (LodeComparisonCell, lode_comparison_cell, GTK_TYPE_BUTTON)

/* Of "heading", "quote", "paraphrase", "no-reply", "nothing" the one that the cell is. */
static void
set_class (LodeComparisonCell *self, const char *css_class)
{
  static const char *classes[] = { "heading", "quote", "paraphrase", "no-reply", "nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i], css_class))
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);

  gtk_widget_set_can_target (GTK_WIDGET (self), !g_str_equal (css_class, "nothing"));
}

static void
set_texts (LodeComparisonCell *self, const char *words, const char *count, const char *name)
{
  lode_label_set_text (self->words_label, words);
  lode_optional_label_set_text (self->count_label, count);
  lode_accessible_set_name (GTK_ACCESSIBLE (self), name);
}

/* Something with words comes before "was asked". */
static LodeStatement *
choose_first (LodeStatement * const *statements, guint n_statements)
{
  for (guint i = 0; i < n_statements; i++)
    if (lode_statement_get_kind (statements[i]) != LODE_STATEMENT_KIND_NO_REPLY)
      return statements[i];

  return statements[0];
}

static char *
dup_start (LodeStatement *statement)
{
  const char *language = lode_record_get_language (LODE_RECORD (statement));
  g_autofree char *text = lode_statement_dup_quoted (statement, language);

  g_strdelimit (text, "\n", ' ');
  if (g_utf8_strlen (text, -1) <= WORDS_MAX_LETTERS)
    return g_steal_pointer (&text);

  return g_utf8_substring (text, 0, WORDS_MAX_LETTERS);
}

/* "2 quotations · 1 paraphrase" */
static char *
dup_kinds (LodeStatement * const *statements, guint n_statements)
{
  guint counts[] = { 0, 0, 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_statements; i++)
    counts[lode_statement_get_kind (statements[i])]++;

  if (counts[LODE_STATEMENT_KIND_QUOTE] > 0)
    g_string_append_printf (text, ngettext ("%'u quotation", "%'u quotations",
                                            counts[LODE_STATEMENT_KIND_QUOTE]),
                            counts[LODE_STATEMENT_KIND_QUOTE]);
  if (counts[LODE_STATEMENT_KIND_PARAPHRASE] > 0)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%'u paraphrase", "%'u paraphrases",
                                              counts[LODE_STATEMENT_KIND_PARAPHRASE]),
                              counts[LODE_STATEMENT_KIND_PARAPHRASE]);
    }
  if (counts[LODE_STATEMENT_KIND_NO_REPLY] > 0)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, _("asked, no answer"));
    }

  return g_string_free (text, FALSE);
}

/* How the positions on @proposition were coded, and by whom: "Supports (A. Coder)". */
static char *
dup_stances (LodeStatement * const *statements, guint n_statements, gpointer proposition)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_statements; i++)
    {
      guint n;
      const LodePosition *positions = lode_statement_get_positions (statements[i], &n);

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *stance = NULL;

          if ((gpointer) positions[j].proposition != proposition)
            continue;

          stance = lode_position_dup_stance (&positions[j]);
          g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", stance);
        }
    }

  return g_string_free (text, FALSE);
}

static void
lode_comparison_cell_class_init (LodeComparisonCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-comparison-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeComparisonCell, words_label);
  gtk_widget_class_bind_template_child (widget_class, LodeComparisonCell, count_label);
}

static void
lode_comparison_cell_init (LodeComparisonCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lode_comparison_cell_new:
 *
 * Returns: a button that shows nothing yet
 */
GtkWidget *
lode_comparison_cell_new (void)
{
  return g_object_new (LODE_TYPE_COMPARISON_CELL, NULL);
}

/**
 * lode_comparison_cell_set_heading:
 * @heading: a row's or a column's; not kept
 * @name: how it is called, which may be other than its name
 */
void
lode_comparison_cell_set_heading (LodeComparisonCell *self, const LodeComparisonHeading *heading,
                                  const char *name)
{
  g_autofree char *count = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (LODE_IS_COMPARISON_CELL (self));

  count = heading->n_statements > 0 || heading->n_no_replies == 0
    ? g_strdup_printf (ngettext ("%'u statement", "%'u statements", heading->n_statements),
                       heading->n_statements)
    : g_strdup (_("asked, no answer"));
  /* Translators: a speaker or topic, and "3 statements" */
  spoken = g_strdup_printf (_("%s, %s"), name, count);

  set_class (self, "heading");
  set_texts (self, name, count, spoken);
}

/**
 * lode_comparison_cell_set_statements:
 * @statements: (array length=n_statements): what is said there, at least one; not kept
 * @proposition: (nullable): the proposition whose coding is shown instead of the kinds
 * @where: the names of row and column, for a screen reader
 */
void
lode_comparison_cell_set_statements (LodeComparisonCell *self, LodeStatement * const *statements,
                                     guint n_statements, GObject *proposition,
                                     const char *where)
{
  static const char *classes[] = { "quote", "paraphrase", "no-reply" };
  LodeStatement *first;
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (LODE_IS_COMPARISON_CELL (self) && n_statements > 0);

  first = choose_first (statements, n_statements);
  words = dup_start (first);
  count = proposition != NULL ? dup_stances (statements, n_statements, proposition)
                              : dup_kinds (statements, n_statements);
  spoken = g_strdup_printf ("%s: %s. %s", where, count, words);

  set_class (self, classes[lode_statement_get_kind (first)]);
  set_texts (self, words, count, spoken);
}

/**
 * lode_comparison_cell_set_nothing:
 * @words: that nothing is said there
 * @where: the names of row and column, for a screen reader
 */
void
lode_comparison_cell_set_nothing (LodeComparisonCell *self, const char *words, const char *where)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", where, words);

  g_return_if_fail (LODE_IS_COMPARISON_CELL (self));

  set_class (self, "nothing");
  set_texts (self, words, NULL, spoken);
}

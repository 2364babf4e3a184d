/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-statement-words.h"

#include "lode-query-marks.h"

#include <string.h>

/* Half an empty line between paragraphs, and a line under what is printed wrongly. */
static PangoAttrList *
create_word_attributes (const char *text, const LodeSic *sic, guint n_sic)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (const char *gap = strstr (text, "\n\n"); gap != NULL; gap = strstr (gap + 2, "\n\n"))
    {
      PangoAttribute *attribute = pango_attr_scale_new (0.5);

      attribute->start_index = gap + 1 - text;
      attribute->end_index = gap + 2 - text;
      pango_attr_list_insert (attributes, attribute);
    }

  for (guint i = 0; i < n_sic; i++)
    for (const char *at = strstr (text, sic[i].printed);
         at != NULL;
         at = strstr (at + strlen (sic[i].printed), sic[i].printed))
      {
        PangoAttribute *attribute = pango_attr_underline_new (PANGO_UNDERLINE_LOW);

        attribute->start_index = at - text;
        attribute->end_index = at - text + strlen (sic[i].printed);
        pango_attr_list_insert (attributes, attribute);
      }

  return attributes;
}

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const LodeTextRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

/* What the query looks for, as with a marker pen: dark letters on yellow, in the dark too. */
static void
mark_matches (PangoAttrList *attributes, LodeQuery *query, const char *text, LodeStatement *words)
{
  g_autoptr (GArray) ranges = NULL;

  if (query == NULL)
    return;

  ranges = lode_query_find_marks (query, text, words);
  for (guint i = 0; i < ranges->len; i++)
    {
      const LodeTextRange *range = &g_array_index (ranges, LodeTextRange, i);

      insert_attribute (attributes, pango_attr_background_new (0xffff, 0xe8e8, 0x7a7a), range);
      insert_attribute (attributes, pango_attr_foreground_new (0x2020, 0x1c1c, 0x0000), range);
    }
}

/**
 * lode_statement_words_create_attributes:
 * @statement: a statement
 * @text: its words, as lode_statement_dup_quoted() writes them
 * @language: (nullable): BCP 47 tag of the words
 * @query: (nullable): what to mark in them
 *
 * Returns: (transfer full): how the words look in a label
 */
PangoAttrList *
lode_statement_words_create_attributes (LodeStatement *statement, const char *text,
                                        const char *language, LodeQuery *query)
{
  PangoAttrList *attributes;
  const LodeSic *sic;
  guint n_sic;

  sic = lode_statement_get_sic (statement, &n_sic);
  attributes = create_word_attributes (text, sic, n_sic);
  /* Lines are broken by the rules of the words' language, not of the interface's. */
  if (language != NULL)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (language)));
  mark_matches (attributes, query, text, statement);

  return attributes;
}

/**
 * lode_statement_words_mark_label:
 * @label: what else of a statement is searched
 * @query: (nullable): what to mark in it
 */
void
lode_statement_words_mark_label (GtkLabel *label, LodeQuery *query)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  mark_matches (attributes, query, gtk_label_get_text (label), NULL);
  gtk_label_set_attributes (label, attributes);
}

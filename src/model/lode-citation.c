/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-citation.h"

#include "lode-export.h"
#include "lode-statement-text.h"

#include <string.h>

/* The styles say "speaker, quoted in source". They are for English prose whatever the language of
 * the program, and so their words and months are not translated. All names stay in the order in
 * which the dataset has them: no program can tell which part of a name is the family's. */

GType
lode_citation_style_get_type (void)
{
  static const GEnumValue values[] = {
    { LODE_CITATION_PLAIN, "LODE_CITATION_PLAIN", "plain" },
    { LODE_CITATION_APA, "LODE_CITATION_APA", "apa" },
    { LODE_CITATION_CHICAGO, "LODE_CITATION_CHICAGO", "chicago" },
    { LODE_CITATION_MLA, "LODE_CITATION_MLA", "mla" },
    { LODE_CITATION_BIBTEX, "LODE_CITATION_BIBTEX", "bibtex" },
    { LODE_CITATION_RIS, "LODE_CITATION_RIS", "ris" },
    { 0, NULL, NULL }
  };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("LodeCitationStyle", values));

  return type;
}

typedef enum
{
  YEAR_FIRST, /* 2026, February 2 */
  MONTH_FIRST, /* February 2, 2026 */
  DAY_FIRST, /* 2 Feb. 2026 */
} DateOrder;

static char *
dup_date (const char *date, DateOrder order)
{
  static const char * const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  };
  static const char * const short_months[] = {
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  };
  const gsize length = strlen (date);
  const int month = length >= 7 ? (date[5] - '0') * 10 + date[6] - '0' : 0;
  const int day = length == 10 ? (date[8] - '0') * 10 + date[9] - '0' : 0;

  if (month == 0)
    return g_strdup (date);

  switch (order)
    {
    case YEAR_FIRST:
      return day > 0 ? g_strdup_printf ("%.4s, %s %d", date, months[month - 1], day)
                     : g_strdup_printf ("%.4s, %s", date, months[month - 1]);
    case MONTH_FIRST:
      return day > 0 ? g_strdup_printf ("%s %d, %.4s", months[month - 1], day, date)
                     : g_strdup_printf ("%s %.4s", months[month - 1], date);
    case DAY_FIRST:
    default:
      return day > 0 ? g_strdup_printf ("%d %s %.4s", day, short_months[month - 1], date)
                     : g_strdup_printf ("%s %.4s", short_months[month - 1], date);
    }
}

/* "A, B, and C", with @last before the last of several; NULL: neither author nor credit. */
static char *
dup_authors (LodeSource *source, const char *last)
{
  const char * const *authors = lode_source_get_authors (source);
  const guint n_authors = g_strv_length ((char **) authors);
  GString *text;

  if (n_authors == 0)
    return g_strdup (lode_source_get_credit (source));

  text = g_string_new (authors[0]);
  for (guint i = 1; i < n_authors; i++)
    {
      if (n_authors > 2 || g_str_equal (last, "&"))
        g_string_append (text, ",");
      g_string_append_c (text, ' ');
      if (i + 1 == n_authors)
        g_string_append_printf (text, "%s ", last);
      g_string_append (text, authors[i]);
    }

  return g_string_free (text, FALSE);
}

/* The title as it stands inside double quotation marks: those of its own become single ones. */
static char *
dup_inner_title (LodeSource *source)
{
  g_autoptr (GString) title = g_string_new (lode_source_get_title (source));

  g_string_replace (title, "“", "‘", 0);
  g_string_replace (title, "”", "’", 0);

  return g_strdup (title->str);
}

/* Ends a sentence, unless it has ended. */
static void
append_stop (GString *text)
{
  if (text->len > 0 && strchr (".?!", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');
}

static void
append_part (GString *text, const char *before, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", before, part);
}

/* Josie Vidal, as quoted in RNZ. (2026, February 2). Title. Otago Daily Times. https://… */
static char *
dup_apa (LodeStatement *statement, LodeSource *source)
{
  static const char * const links[] = {
    ", as quoted in ", ", as reported in ", ", no reply reported in ",
  };
  g_autofree char *authors = dup_authors (source, "&");
  g_autofree char *date = dup_date (lode_source_get_published (source), YEAR_FIRST);
  const char *title = lode_source_get_title (source);
  GString *text = g_string_new (lode_actor_get_name (lode_statement_get_actor (statement)));

  g_string_append (text, links[lode_statement_get_kind (statement)]);
  g_string_append (text, authors != NULL ? authors : title);
  append_stop (text);
  g_string_append_printf (text, " (%s).", date);
  if (authors != NULL)
    {
      append_part (text, " ", title);
      append_stop (text);
    }
  if (lode_source_get_publisher (source) != NULL)
    {
      append_part (text, " ", lode_source_get_publisher (source));
      append_stop (text);
    }
  append_part (text, " ", lode_source_get_url (source));

  return g_string_free (text, FALSE);
}

/* Josie Vidal, quoted in RNZ, “Title,” Otago Daily Times, February 2, 2026, https://…. */
static char *
dup_chicago (LodeStatement *statement, LodeSource *source)
{
  static const char * const links[] = {
    ", quoted in ", ", paraphrased from ", ", no reply reported in ",
  };
  g_autofree char *authors = dup_authors (source, "and");
  g_autofree char *date = dup_date (lode_source_get_published (source), MONTH_FIRST);
  g_autofree char *title = dup_inner_title (source);
  const gboolean is_question = g_str_has_suffix (title, "?") || g_str_has_suffix (title, "!");
  GString *text = g_string_new (lode_actor_get_name (lode_statement_get_actor (statement)));

  g_string_append (text, links[lode_statement_get_kind (statement)]);
  if (authors != NULL)
    g_string_append_printf (text, "%s, ", authors);
  g_string_append_printf (text, "“%s%s”", title, is_question ? "" : ",");
  append_part (text, " ", lode_source_get_publisher (source));
  g_string_append_printf (text, "%s%s",
                          lode_source_get_publisher (source) != NULL ? ", " : " ", date);
  append_part (text, ", ", lode_source_get_url (source));
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

/* Josie Vidal, qtd. in RNZ. “Title.” Otago Daily Times, 2 Feb. 2026, www.odt.co.nz/…. */
static char *
dup_mla (LodeStatement *statement, LodeSource *source)
{
  static const char * const links[] = {
    ", qtd. in ", ", paraphrased from ", ", no reply reported in ",
  };
  g_autofree char *authors = dup_authors (source, "and");
  g_autofree char *date = dup_date (lode_source_get_published (source), DAY_FIRST);
  g_autofree char *title = dup_inner_title (source);
  const char *url = lode_source_get_url (source);
  GString *text = g_string_new (lode_actor_get_name (lode_statement_get_actor (statement)));

  g_string_append (text, links[lode_statement_get_kind (statement)]);
  if (authors != NULL)
    {
      g_string_append (text, authors);
      append_stop (text);
      g_string_append_c (text, ' ');
    }
  g_string_append_printf (text, "“%s", title);
  append_stop (text);
  g_string_append (text, "” ");
  if (lode_source_get_publisher (source) != NULL)
    g_string_append_printf (text, "%s, ", lode_source_get_publisher (source));
  g_string_append (text, date);
  /* MLA leaves the scheme out. */
  if (url != NULL)
    append_part (text, ", ", strstr (url, "://") + strlen ("://"));
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

/* The entry that an export has for it. */
static char *
dup_exported (LodeDataset *dataset, LodeStatement *statement, const char *format)
{
  g_autoptr (GListStore) statements = g_list_store_new (LODE_TYPE_STATEMENT);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LodeExport) export = NULL;

  g_list_store_append (statements, statement);
  export = lode_export_new (dataset, G_LIST_MODEL (statements), NULL);
  lode_export_write (export, lode_export_format_find (format), stream, NULL, NULL, NULL, NULL);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/**
 * lode_citation_dup:
 * @dataset: a dataset
 * @statement: one of its statements
 * @style: how to cite it
 *
 * Writes a reference to the statement: who said it, and where. One line of plain text without
 * italics, or an entry of BibTeX or RIS, which is several and has the words too.
 *
 * Returns: (transfer full): the reference
 */
char *
lode_citation_dup (LodeDataset *dataset, LodeStatement *statement, LodeCitationStyle style)
{
  LodeSource *source;

  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (LODE_IS_STATEMENT (statement), NULL);

  source = lode_statement_get_source (statement);
  switch (style)
    {
    case LODE_CITATION_APA:
      return dup_apa (statement, source);
    case LODE_CITATION_CHICAGO:
      return dup_chicago (statement, source);
    case LODE_CITATION_MLA:
      return dup_mla (statement, source);
    case LODE_CITATION_BIBTEX:
      return dup_exported (dataset, statement, "bibtex");
    case LODE_CITATION_RIS:
      return dup_exported (dataset, statement, "ris");
    case LODE_CITATION_PLAIN:
    default:
      return lode_statement_dup_citation (statement);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-guide-page.h"

#include "lode-set-string.h"

#include <glib/gi18n.h>

/* A page is read in two rounds. The first finds the blocks, and of each the text with its inline
 * elements just as xgettext has extracted it, with po/its/guide.its; gettext translates that. The
 * second makes Pango markup of the translation. */

typedef struct
{
  LodeGuidePage *page;
  GPtrArray *containers; /* (element-type utf8): the elements that are open, none of them inline */
  guint step;            /* of the innermost list of steps */
  GString *text;         /* of the block that is open, else NULL */
  guint n_inline;        /* inline elements that are open in it */
} PageReader;

typedef struct
{
  GString *markup;
  guint n_keys; /* of the sequence that is open */
} MarkupWriter;

/* What begins a text, in which container, and which block it becomes. */
static const struct
{
  const char *element;
  const char *container;
  LodeGuideBlockKind kind;
} block_elements[] = {
  { "p", "page", LODE_GUIDE_PARAGRAPH },
  { "p", "section", LODE_GUIDE_PARAGRAPH },
  { "p", "note", LODE_GUIDE_NOTE },
  { "p", "steps", LODE_GUIDE_STEP },
  { "p", "list", LODE_GUIDE_ITEM },
  { "p", "terms", LODE_GUIDE_DETAIL },
  { "title", "section", LODE_GUIDE_HEADING },
  { "title", "terms", LODE_GUIDE_TERM },
  { "code", "page", LODE_GUIDE_CODE },
  { "code", "section", LODE_GUIDE_CODE },
};

/* Inline elements and their Pango markup; a link's begins with its address. */
static const struct
{
  const char *element;
  const char *before;
  const char *after;
} inline_elements[] = {
  { "gui", "<b>", "</b>" },   { "em", "<i>", "</i>" },        { "key", "<tt>", "</tt>" },
  { "keyseq", "", "" },       { "cmd", "<tt>", "</tt>" },     { "code", "<tt>", "</tt>" },
  { "file", "<tt>", "</tt>" }, { "link", "", "</a>" },
};

static const char *const containers[] = {
  "page", "info", "section", "steps", "list", "terms", "item", "note", NULL,
};

static LodeGuideBlock *
guide_block_new (LodeGuideBlockKind kind, guint number, char *text)
{
  LodeGuideBlock *block = g_new0 (LodeGuideBlock, 1);

  *block = (LodeGuideBlock){ kind, number, text };
  return block;
}

static void
guide_block_free (gpointer data)
{
  LodeGuideBlock *block = data;

  g_free (block->text);
  g_free (block);
}

static int
find_inline (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inline_elements); i++)
    if (g_str_equal (inline_elements[i].element, element))
      return i;

  return -1;
}

/* The innermost container; of an item, the list that it is in. */
static const char *
get_container (PageReader *reader)
{
  guint n = reader->containers->len;
  const char *innermost = n > 0 ? g_ptr_array_index (reader->containers, n - 1) : "";

  if (g_str_equal (innermost, "item") && n > 1)
    return g_ptr_array_index (reader->containers, n - 2);
  return innermost;
}

/* Only what XML asks for, and what xgettext writes: quotation marks stay. */
static void
append_escaped (GString *text, const char *piece, gsize length)
{
  for (gsize i = 0; i < length; i++)
    switch (piece[i])
      {
      case '&': g_string_append (text, "&amp;"); break;
      case '<': g_string_append (text, "&lt;"); break;
      case '>': g_string_append (text, "&gt;"); break;
      default: g_string_append_c (text, piece[i]); break;
      }
}

/* Any white space is one space, and none is left at either end. */
static char *
dup_normalized (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);

  return g_string_free (joined, FALSE);
}

static void
inline_start_cb (GMarkupParseContext *context,
                 const char *element,
                 const char **names,
                 const char **values,
                 gpointer user_data,
                 GError **error)
{
  MarkupWriter *writer = user_data;
  int known = find_inline (element);
  const GSList *open = g_markup_parse_context_get_element_stack (context);
  gboolean is_link = g_str_equal (element, "link");

  if (g_str_equal (element, "text"))
    return;
  if (known < 0 || (is_link && names[0] == NULL))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                   "<%s> is not expected in a text", element);
      return;
    }

  if (g_str_equal (element, "keyseq"))
    writer->n_keys = 0;
  else if (g_str_equal (element, "key") && writer->n_keys++ > 0
           && g_str_equal (open->next->data, "keyseq"))
    g_string_append_c (writer->markup, '+');
  else if (is_link)
    {
      g_autofree char *address = g_markup_escape_text (values[0], -1);

      const char *scheme = g_str_equal (names[0], "xref") ? LODE_GUIDE_PAGE_SCHEME : "";

      g_string_append_printf (writer->markup, "<a href=\"%s%s\">", scheme, address);
    }
  g_string_append (writer->markup, inline_elements[known].before);
}

static void
inline_end_cb (GMarkupParseContext *context,
               const char *element,
               gpointer user_data,
               GError **error)
{
  MarkupWriter *writer = user_data;
  int known = find_inline (element);

  if (known >= 0)
    g_string_append (writer->markup, inline_elements[known].after);
}

static void
inline_text_cb (GMarkupParseContext *context,
                const char *text,
                gsize length,
                gpointer user_data,
                GError **error)
{
  MarkupWriter *writer = user_data;

  append_escaped (writer->markup, text, length);
}

/* Pango markup of a text with inline elements, or NULL if it is not well-formed. */
static char *
dup_markup (const char *text, GError **error)
{
  static const GMarkupParser parser = { inline_start_cb, inline_end_cb, inline_text_cb };
  g_autoptr (GString) markup = g_string_new (NULL);
  MarkupWriter writer = { markup, 0 };
  g_autofree char *whole = g_strdup_printf ("<text>%s</text>", text);
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &writer, NULL);

  if (!g_markup_parse_context_parse (context, whole, -1, error)
      || !g_markup_parse_context_end_parse (context, error))
    return NULL;

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* A translation that is not well-formed is a translator's mistake: the reader gets the English. */
static char *
dup_translated_markup (const char *source, GError **error)
{
  char *markup = *source != '\0' ? dup_markup (_(source), NULL) : NULL;

  return markup != NULL ? markup : dup_markup (source, error);
}

static void
page_start_cb (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  PageReader *reader = user_data;

  if (reader->text != NULL)
    {
      if (find_inline (element) < 0)
        g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                     "<%s> is not expected in a text", element);
      g_string_append_printf (reader->text, "<%s", element);
      for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf (reader->text, " %s=\"%s\"", names[i], values[i]);
      g_string_append_c (reader->text, '>');
      reader->n_inline++;
    }
  else if (g_strv_contains (containers, element))
    {
      g_ptr_array_add (reader->containers, g_strdup (element));
      if (g_str_equal (element, "steps"))
        reader->step = 0;
      else if (g_str_equal (element, "item"))
        reader->step++;
    }
  else if (g_str_equal (element, "p") || g_str_equal (element, "title")
           || g_str_equal (element, "desc") || g_str_equal (element, "code"))
    reader->text = g_string_new (NULL);
  else if (!g_str_equal (get_container (reader), "info"))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                 "<%s> is not one of the elements that the guide uses", element);
}

/* Puts the text that has ended where it belongs. */
static void
take_text (PageReader *reader, const char *element, GError **error)
{
  g_autoptr (GString) raw = g_steal_pointer (&reader->text);
  g_autofree char *source = dup_normalized (raw->str);
  const char *container = get_container (reader);

  if (g_str_equal (element, "desc"))
    lode_set_string (&reader->page->summary, *source != '\0' ? _(source) : "");
  else if (g_str_equal (element, "title") && g_str_equal (container, "page"))
    lode_set_string (&reader->page->title, *source != '\0' ? _(source) : "");
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (block_elements); i++)
        if (g_str_equal (block_elements[i].element, element)
            && g_str_equal (block_elements[i].container, container))
          {
            LodeGuideBlockKind kind = block_elements[i].kind;
            guint number = kind == LODE_GUIDE_STEP ? reader->step : 0;
            char *text = kind == LODE_GUIDE_CODE ? g_strdup (g_strstrip (raw->str))
                                                 : dup_translated_markup (source, error);

            g_ptr_array_add (reader->page->blocks, guide_block_new (kind, number, text));
            return;
          }
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "<%s> is not expected in <%s>", element, container);
    }
}

static void
page_end_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  PageReader *reader = user_data;

  if (reader->n_inline > 0)
    {
      g_string_append_printf (reader->text, "</%s>", element);
      reader->n_inline--;
    }
  else if (reader->text != NULL)
    take_text (reader, element, error);
  else if (g_strv_contains (containers, element))
    g_ptr_array_set_size (reader->containers, reader->containers->len - 1);
}

static void
page_text_cb (GMarkupParseContext *context,
              const char *text,
              gsize length,
              gpointer user_data,
              GError **error)
{
  PageReader *reader = user_data;
  const char *element = g_markup_parse_context_get_element (context);

  if (reader->text == NULL)
    return;
  /* Code stands alone, and is plain text. */
  if (g_str_equal (element, "code") && reader->n_inline == 0)
    g_string_append_len (reader->text, text, length);
  else
    append_escaped (reader->text, text, length);
}

/**
 * lode_guide_page_parse:
 * @id: what the page is called
 * @text: a page in Mallard's XML
 * @length: in bytes, or -1 if @text ends in a nul
 * @error: a #GMarkupError if the text is not well-formed, or not what the guide uses of Mallard
 *
 * Returns: (transfer full) (nullable): the page
 */
LodeGuidePage *
lode_guide_page_parse (const char *id, const char *text, gssize length, GError **error)
{
  static const GMarkupParser parser = { page_start_cb, page_end_cb, page_text_cb };
  g_autoptr (LodeGuidePage) page = g_new0 (LodeGuidePage, 1);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  PageReader reader = { page, open, 0, NULL, 0 };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  gboolean parsed;

  g_return_val_if_fail (id != NULL && text != NULL, NULL);

  page->id = g_strdup (id);
  page->title = g_strdup ("");
  page->summary = g_strdup ("");
  page->blocks = g_ptr_array_new_with_free_func (guide_block_free);
  parsed = g_markup_parse_context_parse (context, text, length, error)
           && g_markup_parse_context_end_parse (context, error);
  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);

  return parsed ? g_steal_pointer (&page) : NULL;
}

/**
 * lode_guide_page_load:
 * @id: the page's id
 * @error: a #GResourceError if there is no such page
 *
 * Returns: (transfer full) (nullable): the page, of those that are compiled in
 */
LodeGuidePage *
lode_guide_page_load (const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  g_return_val_if_fail (id != NULL, NULL);

  path = g_strdup_printf (LODE_RESOURCE_PATH "/guide/%s.page", id);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &size);
  return lode_guide_page_parse (id, text, size, error);
}

/**
 * lode_guide_page_free:
 * @page: (transfer full): a page
 */
void
lode_guide_page_free (LodeGuidePage *page)
{
  g_free (page->id);
  g_free (page->title);
  g_free (page->summary);
  g_ptr_array_unref (page->blocks);
  g_free (page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"

#include "lode-passage-finder.h"
#include "lode-quotation-finder.h"

#include <string.h>

/* Any text of a source, and any quotation: the input is the text, then behind a bar each, prefix,
 * suffix and paragraphs. What is said to be found must be inside the text, and on whole code
 * points. */

#define BAR "\x1f"
#define MAX_PARAGRAPHS 8

static const char *
get_optional (char **parts, guint n_parts, guint index)
{
  return index < n_parts && *parts[index] != '\0' ? parts[index] : NULL;
}

static void
assert_range (const char *text, gsize length, gsize start, gsize end)
{
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, length);
  g_assert_true (g_utf8_validate (text + start, end - start, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (input, BAR, 3 + MAX_PARAGRAPHS);
  const guint n_parts = g_strv_length (parts);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LodeSourceText) text = NULL;
  g_autoptr (LodePassageFinder) finder = NULL;
  LodeSoughtQuotation sought = { 0 };
  const char *start;
  gsize length, from, to;

  if (n_parts < 4 || !g_utf8_validate (input, -1, NULL))
    return 0;

  bytes = g_bytes_new (parts[0], strlen (parts[0]));
  text = lode_source_text_new (bytes, NULL);
  if (text == NULL)
    return 0;

  start = lode_source_text_get_bytes (text, &length);
  sought.prefix = get_optional (parts, n_parts, 1);
  sought.suffix = get_optional (parts, n_parts, 2);
  sought.paragraphs = (const char * const *) parts + 3;
  g_assert_true (lode_quotation_finder_run (start, length, &sought, 1, NULL));
  g_assert_cmpuint (sought.n_in_context, <=, sought.n_found);
  if (sought.n_found > 0)
    assert_range (start, length, sought.start, sought.end);

  finder = lode_passage_finder_new (text);
  /* This one answers in code points. */
  if (lode_passage_finder_find (finder, sought.paragraphs, &from, &to))
    {
      g_autofree char *passage = NULL;

      g_assert_cmpuint (from, <, to);
      g_assert_cmpuint (to, <=, (gsize) g_utf8_strlen (start, length));
      passage = lode_source_text_dup_part (text, from, to);
      g_assert_true (g_utf8_validate (passage, -1, NULL));
    }

  return 0;
}

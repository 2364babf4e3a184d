/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-guard.h"

#include <json-glib/json-glib.h>
#include <string.h>

static GListModel *
check (const char *json, gsize length, gboolean *is_good)
{
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();

  *is_good = lode_json_guard_check (json, length, problems);

  return lode_problem_list_to_model (problems, json, length);
}

static const char * const good[] = {
  "{}", "[]", "0", "-0", "1.5", "-1.25e-3", "1E+2", "1e5", "true", "false", "null", "\"\"",
  " \t\r\n[ 1 , 2 ]\n", "{\"a\":{\"b\":[{}]}}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
  "\"\\uD83D\\uDE00\"", "\"\x7f\"", "\"𝄞 Ōtākou\"", "9223372036854775807",
  "-9223372036854775808", "1e308", "1e-999", "123456789012345678", "{\"\":1}",
  "{\"a\":1,\"A\":2}", "[[],[],{}]",
};

/* What the guard lets through, json-glib must be able to parse. */
static void
test_good (gconstpointer data)
{
  const char *json = data;
  gboolean is_good;
  g_autoptr (GListModel) problems = check (json, strlen (json), &is_good);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
  g_assert_true (is_good);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json_parser_get_root (parser));
}

typedef struct
{
  const char *json;
  guint line;
  guint column;
  const char *pointer;
} Bad;

static const Bad bad[] = {
  { "", 1, 1, "" },
  { "{", 1, 2, "" },
  { "[1 2]", 1, 4, "/0" },
  { "[1,\n2,,3]", 2, 3, "/2" },
  { "[,1]", 1, 2, "/0" },
  { "[1,]", 1, 3, "/0" },
  { "{\"a\":1,}", 1, 7, "/a" },
  { "{,}", 1, 2, "" },
  { "{\"a\"}", 1, 5, "/a" },
  { "{\"a\":}", 1, 6, "/a" },
  { "{1:2}", 1, 2, "" },
  { "[1}", 1, 3, "/0" },
  { "]", 1, 1, "" },
  { "tru", 1, 1, "" },
  { "truee", 1, 1, "" },
  { "True", 1, 1, "" },
  { "nul", 1, 1, "" },
  { "-", 1, 1, "" },
  { "--1", 1, 1, "" },
  { "-01", 1, 1, "" },
  { "1.", 1, 1, "" },
  { "1.e3", 1, 1, "" },
  { "1e+", 1, 1, "" },
  { "1_000", 1, 1, "" },
  { "1.2.3", 1, 1, "" },
  { "-1e999", 1, 1, "" },
  { "9223372036854775808", 1, 1, "" },
  { "\"", 1, 1, "" },
  { "\"\\", 1, 3, "" },
  { "\"\\u12", 1, 2, "" },
  { "\"\\x41\"", 1, 2, "" },
  { "\"\\uD800\\u0041\"", 1, 2, "" },
  { "\"\\uDE00\"", 1, 2, "" },
  { "\"\\uD83D\\", 1, 2, "" },
  { "\"a\001\"", 1, 3, "" },
  { "{\"Ōtākou\":{\"x/y\":[true,\n \"ā\", oops]}}", 2, 7, "/Ōtākou/x~1y/2" },
  { "{} {}", 1, 4, "" },
  { "{}x", 1, 3, "" },
  { "\302\240[]", 1, 1, "" },
  { "[\342\200\250]", 1, 2, "/0" },
  { "[@]", 1, 2, "/0" },
  { "[\"\303\"]", 1, 3, "" },
  { "[\"\355\240\200\"]", 1, 3, "" },
  { "[\"ā\300\200\"]", 1, 4, "" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *expected = data;
  gboolean is_good;
  g_autoptr (GListModel) problems = check (expected->json, strlen (expected->json), &is_good);
  g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, 0);

  g_assert_false (is_good);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  g_assert_cmpuint (lode_problem_get_line (problem), ==, expected->line);
  g_assert_cmpuint (lode_problem_get_column (problem), ==, expected->column);
  g_assert_cmpstr (lode_problem_get_pointer (problem), ==, expected->pointer);
  g_assert_cmpint (lode_problem_get_severity (problem), ==, LODE_SEVERITY_ERROR);
  g_assert_cmpstr (lode_problem_get_message (problem), !=, "");
}

/* What a problem shows of its line, with the place marked. */
static void
test_excerpts (void)
{
  static const struct
  {
    const char *json;
    const char *excerpt;
    guint mark;
  } cases[] = {
    { "{\n  \"a\": 01\n}", "  \"a\": 01", 7 },
    { "{\r\n\t\"ā\u202e\": x }\r\n", " \"ā \": x } ", 7 },
    { "[", "[", 1 },
    { "[\"a word before\", \"another word\", \"and one more\", x, \"a word behind\", "
      "\"another word\", \"and one more\", \"and the last\"]",
      "…nother word\", \"and one more\", x, \"a word behind\", \"another word\", \"and one more\"…",
      31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_good;
      g_autoptr (GListModel) problems = check (cases[i].json, strlen (cases[i].json), &is_good);
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, 0);
      guint mark;

      g_assert_cmpstr (lode_problem_get_excerpt (problem, &mark), ==, cases[i].excerpt);
      g_assert_cmpuint (mark, ==, cases[i].mark);
    }
}

/* The text need not end in a null byte: not a byte behind it may be looked at. */
static void
test_every_beginning (void)
{
  const char *json = "{\"a\":[1,-2.5e3,\"\\uD83D\\uDE00ā\",true,false,null],\"b\":{}}";
  const gsize length = strlen (json);

  for (gsize n = 0; n < length; n++)
    {
      g_autofree char *copy = g_memdup2 (json, MAX (n, 1));
      gboolean is_good;
      g_autoptr (GListModel) problems = check (copy, n, &is_good);

      g_assert_false (is_good);
      g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
    }
}

static void
test_depth (void)
{
  for (guint depth = LODE_JSON_GUARD_MAX_DEPTH; depth <= LODE_JSON_GUARD_MAX_DEPTH + 1; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *json = g_strconcat (open, close, NULL);
      gboolean is_good;
      g_autoptr (GListModel) problems = check (json, strlen (json), &is_good);

      g_assert_true (is_good == (depth == LODE_JSON_GUARD_MAX_DEPTH));
      g_assert_cmpuint (g_list_model_get_n_items (problems), ==, is_good ? 0 : 1);
    }
}

/* Both ways of looking for duplicates: few members, and many. */
static void
test_duplicates (gconstpointer data)
{
  const guint n_members = GPOINTER_TO_UINT (data);
  g_autoptr (GString) json = g_string_new ("{\n");
  gboolean is_good;

  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (json, "\"member %u\": {\"member 1\": 0},\n", i);
  g_string_append (json, "\"m\\u0065mber 1\": 0,\n\"member 3\": 0,\n\"member 1\": 0}");

  g_autoptr (GListModel) problems = check (json->str, json->len, &is_good);
  static const char * const pointers[] = { "/member 1", "/member 3", "/member 1" };

  g_assert_true (is_good);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpuint (lode_problem_get_line (problem), ==, n_members + 2 + i);
      g_assert_cmpuint (lode_problem_get_column (problem), ==, 1);
      g_assert_cmpstr (lode_problem_get_pointer (problem), ==, pointers[i]);
    }
}

static void
test_size (void)
{
  gboolean is_good;
  /* The size is looked at before any byte is. */
  g_autoptr (LodeProblemList) list = lode_problem_list_new ();

  is_good = lode_json_guard_check ("{}", (gsize) LODE_JSON_GUARD_MAX_SIZE + 1, list);
  g_autoptr (GListModel) problems = lode_problem_list_to_model (list, "", 0);
  g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, 0);

  g_assert_false (is_good);
  g_assert_cmpuint (lode_problem_get_line (problem), ==, 0);
  g_assert_cmpuint (lode_problem_get_column (problem), ==, 0);
  g_assert_nonnull (strstr (lode_problem_get_message (problem), "256"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guard/good/%u", i);

      g_test_add_data_func (path, good[i], test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guard/bad/%u", i);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/guard/excerpts", test_excerpts);
  g_test_add_func ("/guard/every-beginning", test_every_beginning);
  g_test_add_func ("/guard/depth", test_depth);
  g_test_add_data_func ("/guard/duplicates/few", GUINT_TO_POINTER (5), test_duplicates);
  g_test_add_data_func ("/guard/duplicates/many", GUINT_TO_POINTER (5000), test_duplicates);
  g_test_add_func ("/guard/size", test_size);

  return g_test_run ();
}

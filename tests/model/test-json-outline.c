/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-json-outline.h"

#include "test-model.h"

typedef struct
{
  const char *json;
  const char *frame;
  const char *elements[2]; /* of "a" and of "b", with a bar behind each */
} Case;

static const Case cases[] = {
  { "{}", "{}", { "", "" } },
  { " [1, [2]] ", "[]", { "", "" } },
  { "7", "7", { "", "" } },
  { "{\"a\":[],\"c\":[1,{\"d\":[]}]}", "{\"a\":[],\"c\":[]}", { "", "" } },
  { "{ \"a\" : [ 1 , \"x,]\" , null ] , \"d\": {\"a\":[1]} }",
    "{\"a\":[null],\"d\":{}}", { "1|\"x,]\"|null|", "" } },
  { "{\"b\":[{\"t\":\"\\\"]}\"},[[]],-1e3],\"a\":{\"x\":[]}}",
    "{\"b\":[null],\"a\":{}}", { "", "{\"t\":\"\\\"]}\"}|[[]]|-1e3|" } },
  { "{\"\\u0061\":[1],\"t\":\"a\\\\\"}", "{\"\\u0061\":[null],\"t\":\"a\\\\\"}", { "1|", "" } },
  { "{\"a\":[1,2],\"a\":[3]}", "{\"a\":[null],\"a\":[null]}", { "3|", "" } },
  { "{\"a\":true,\"b\":\"[\",\"c\":12.5}", "{\"a\":true,\"b\":\"[\",\"c\":12.5}", { "", "" } },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  const char * const names[] = { "a", "b" };
  g_autoptr (LodeJsonOutline) outline = NULL;

  outline = lode_json_outline_new (expected->json, strlen (expected->json), names, 2);
  g_assert_cmpstr (lode_json_outline_get_frame (outline), ==, expected->frame);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      const LodeJsonRange *ranges;
      guint n_ranges;

      ranges = lode_json_outline_get_elements (outline, i, &n_ranges);
      for (guint j = 0; j < n_ranges; j++)
        {
          g_string_append_len (found, expected->json + ranges[j].start, ranges[j].length);
          g_string_append_c (found, '|');
        }
      g_assert_cmpstr (found->str, ==, expected->elements[i]);
    }
}

/* What the dataset gives back of a record is what stands in the file. */
static void
test_record_json (void)
{
  g_autoptr (LodeDataset) dataset = test_model_read_good ("full");
  g_autoptr (GFile) file = test_model_get_file ("good", "full");
  GListModel *statements = lode_dataset_get_statements (dataset);
  g_autofree char *contents = NULL;
  const char *at;

  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  at = strstr (contents, "\"statements\"");
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (statements, i);
      g_autoptr (GBytes) bytes = lode_dataset_dup_record_json (dataset, record);
      const gsize length = g_bytes_get_size (bytes);
      g_autofree char *json = g_strndup (g_bytes_get_data (bytes, NULL), length);
      g_autofree char *id = g_strdup_printf ("\"%s\"", lode_record_get_id (record));

      g_assert_cmpint (json[0], ==, '{');
      g_assert_cmpint (json[length - 1], ==, '}');
      g_assert_nonnull (strstr (json, id));
      at = strstr (at, json);
      g_assert_nonnull (at);
      at += length;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-outline/case/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json-outline/record-json", test_record_json);

  return g_test_run ();
}

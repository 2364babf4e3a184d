/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset-parser.h"
#include "lode-dataset-reader.h"
#include "lode-json-guard.h"

#include <string.h>

/* What the tests of the model share. */

static inline GFile *
test_model_get_file (const char *folder, const char *name)
{
  g_autofree char *base = g_strconcat (name, ".said-where.json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, base, NULL);

  return g_file_new_for_path (path);
}

static inline LodeReading *
test_model_read (const char *folder, const char *name)
{
  g_autoptr (GFile) file = test_model_get_file (folder, name);
  g_autoptr (GError) error = NULL;
  LodeReading *reading = lode_dataset_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);

  return reading;
}

/* The dataset of a file that is good, and has nothing to warn of. */
static inline LodeDataset *
test_model_read_good (const char *name)
{
  g_autoptr (LodeReading) reading = test_model_read ("good", name);

  g_assert_cmpuint (g_list_model_get_n_items (lode_reading_get_problems (reading)), ==, 0);
  g_assert_nonnull (lode_reading_get_dataset (reading));

  return g_object_ref (lode_reading_get_dataset (reading));
}

/* The dataset of a text that has passed the guard. */
static inline LodeDataset *
test_model_parse (const char *json, gsize length, LodeProblemList *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, length);

  return lode_dataset_parser_read (bytes, problems, NULL);
}

/* The problems of a text, by the same road as that of a file, but for the file. */
static inline GListModel *
test_model_check_text (const char *json, gsize length)
{
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  g_autoptr (LodeDataset) dataset = NULL;

  if (lode_json_guard_check (json, length, problems))
    dataset = test_model_parse (json, length, problems);

  return lode_problem_list_to_model (problems, json, length);
}

/* A small dataset in which whole arrays can be replaced. */
static inline char *
test_model_dup_text (const char *actors, const char *topics, const char *places,
                     const char *statements)
{
  return g_strconcat ("{\"format\":\"said-where/1\",\"id\":\"x\",\"title\":\"X\",\"language\":\"en\","
                      "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\","
                      "\"published\":\"2026\"}],"
                      "\"actors\":[", actors, "],\"topics\":[", topics, "],\"places\":[", places,
                      "],\"statements\":[", statements, "]}", NULL);
}

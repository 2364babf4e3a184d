/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-provenance.h"
#include "test-model.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#define MAX_PARAGRAPHS 4

typedef struct
{
  const char *name;
  const char *text;
  const char *paragraphs[MAX_PARAGRAPHS];
  const char *prefix;
  const char *suffix;
  LodeOutcome outcome;
  guint n_found;
  const char *found; /* what the span must cut out of the text; NULL: not asked */
} Case;

#define VERIFIED LODE_OUTCOME_VERIFIED
#define TYPOGRAPHY LODE_OUTCOME_TYPOGRAPHY_DIFFERS
#define NOT_FOUND LODE_OUTCOME_NOT_FOUND

static const Case cases[] = {
  { "plain", "She said: \"It is gold.\" Then she left.", { "It is gold." },
    NULL, NULL, VERIFIED, 1, "It is gold." },
  { "whole", "gold", { "gold" }, NULL, NULL, VERIFIED, 1, "gold" },
  { "one-letter", "Plan B it is", { "B" }, NULL, NULL, VERIFIED, 1, "B" },
  { "two-letters", "go on, or go", { "or" }, NULL, NULL, VERIFIED, 1, "or" },
  { "at-end", "and then: silver", { "silver" }, NULL, NULL, VERIFIED, 1, "silver" },
  { "empty-text", "", { "silver" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "absent", "There is gold.", { "There is silver." }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "one-letter-off", "There is gold in it.", { "There is golf in it." },
    NULL, NULL, NOT_FOUND, 0, NULL },
  { "case", "There is Gold.", { "There is gold." }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "macron", "Ōtākou has gold", { "Ōtākou has" }, NULL, NULL, VERIFIED, 1, "Ōtākou has" },
  { "no-macron", "Ōtākou has gold", { "Otakou has" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "decomposed", "O\314\204ta\314\204kou has gold", { "Ōtākou has" },
    NULL, NULL, NOT_FOUND, 0, NULL },
  { "astral", "𐑜𐑴𐑤𐑛 💎 “we dig 💎 here”", { "we dig 💎 here" },
    NULL, NULL, VERIFIED, 1, "we dig 💎 here" },
  { "behind-astral", "💎💎💎💎 the end", { "the end" }, NULL, NULL, VERIFIED, 1, "the end" },
  { "brackets", "to \"develop in [its] own way\".", { "develop in [its] own way" },
    NULL, NULL, VERIFIED, 1, "develop in [its] own way" },

  /* Paragraphs. */
  { "press", "He said:\n\n\"One is first.\n\n\"Two is last.\" Then", { "One is first.", "Two is last." },
    NULL, NULL, VERIFIED, 1, "One is first.\n\n\"Two is last." },
  { "closed-each", "“One.”\r\n\r\n“Two.”", { "One.", "Two." },
    NULL, NULL, VERIFIED, 1, "One.”\r\n\r\n“Two." },
  { "own-mark", "\"One.\n\n\"'Two' is a word.\"", { "One.", "'Two' is a word." },
    NULL, NULL, VERIFIED, 1, "One.\n\n\"'Two' is a word." },
  { "only-space", "One. Two.", { "One.", "Two." }, NULL, NULL, VERIFIED, 1, "One. Two." },
  { "word-between", "\"One,\" he said.\n\n\"Two.\"", { "One", "Two." },
    NULL, NULL, NOT_FOUND, 0, NULL },
  { "other-order", "\"Two.\n\n\"One.\"", { "One.", "Two." }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "second-missing", "\"One.\n\n\"Three.\"", { "One.", "Two." }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "first-twice", "One. Other. One. Two.", { "One.", "Two." },
    NULL, NULL, VERIFIED, 1, "One. Two." },
  { "one-word-as-two", "therein", { "the", "rein" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "line-break-inside", "There is\ngold.", { "There is gold." }, NULL, NULL, NOT_FOUND, 0, NULL },

  /* Words. */
  { "begins-inside", "irresponsible mining", { "responsible mining" },
    NULL, NULL, NOT_FOUND, 0, NULL },
  { "ends-inside", "not mined", { "not mine" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "combining-mark", "Ma\314\204ori", { "Ma" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "hyphen", "brutal self-interest", { "interest" }, NULL, NULL, VERIFIED, 1, "interest" },
  { "no-spaces", "首相は金があると述べた", { "金がある" }, NULL, NULL, VERIFIED, 1, "金がある" },
  { "inside-and-outside", "the party's art", { "art" }, NULL, NULL, VERIFIED, 1, "art" },

  /* Which of several. */
  { "twice", "gold and gold", { "gold" }, NULL, NULL, NOT_FOUND, 2, NULL },
  { "overlapping", "go go go", { "go go" }, NULL, NULL, NOT_FOUND, 2, NULL },
  { "prefix", "gold and gold", { "gold" }, "and ", NULL, VERIFIED, 2, "gold" },
  { "prefix-and-mark", "\"gold\" and \"gold\"", { "gold" }, " and", NULL, VERIFIED, 2, "gold" },
  { "prefix-with-mark", "\"gold\" and \"gold\"", { "gold" }, "and \"", NULL, VERIFIED, 2, "gold" },
  { "suffix", "gold and gold", { "gold" }, NULL, " and", VERIFIED, 2, "gold" },
  { "suffix-and-mark", "\"gold\" and \"gold\".", { "gold" }, NULL, "and", VERIFIED, 2, "gold" },
  { "both", "a gold b, a gold c, d gold c", { "gold" }, "a ", " c", VERIFIED, 3, "gold" },
  { "both-twice", "a gold c, a gold c", { "gold" }, "a ", " c", NOT_FOUND, 2, NULL },
  { "wrong-prefix", "a gold, b gold", { "gold" }, "c ", NULL, NOT_FOUND, 2, NULL },
  { "once-wrong-prefix", "a gold", { "gold" }, "c ", NULL, VERIFIED, 1, "gold" },
  { "prefix-alone", "\"gold\" gold", { "gold" }, "\"", NULL, VERIFIED, 2, "gold" },

  /* Typography. */
  { "apostrophe", "It’s gold", { "It's gold" }, NULL, NULL, TYPOGRAPHY, 1, "It’s gold" },
  { "other-way", "It's gold", { "It’s gold" }, NULL, NULL, TYPOGRAPHY, 1, "It's gold" },
  { "quotes-inside", "a \"so-called\" mine", { "a “so-called” mine" },
    NULL, NULL, TYPOGRAPHY, 1, "a \"so-called\" mine" },
  { "en-dash", "gold – and silver", { "gold - and silver" },
    NULL, NULL, TYPOGRAPHY, 1, "gold – and silver" },
  { "em-dash", "gold—and silver", { "gold-and silver" },
    NULL, NULL, TYPOGRAPHY, 1, "gold—and silver" },
  { "no-break-space", "65\302\240tonnes of ore", { "65 tonnes of ore" },
    NULL, NULL, TYPOGRAPHY, 1, "65\302\240tonnes of ore" },
  { "narrow-space", "65\342\200\257tonnes", { "65 tonnes" },
    NULL, NULL, TYPOGRAPHY, 1, "65\342\200\257tonnes" },
  { "no-break-space-itself", "65\302\240tonnes", { "65\302\240tonnes" },
    NULL, NULL, VERIFIED, 1, "65\302\240tonnes" },
  { "two-hyphens", "gold -- and silver", { "gold — and silver" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "ellipsis", "gold … silver", { "gold ... silver" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "guillemets", "a «fine» mine", { "a \"fine\" mine" }, NULL, NULL, NOT_FOUND, 0, NULL },
  { "exact-wins", "It's gold. It’s gold.", { "It's gold." },
    NULL, NULL, VERIFIED, 1, "It's gold." },
  { "folded-twice", "It’s gold. It’s gold.", { "It's gold." }, NULL, NULL, NOT_FOUND, 2, NULL },
  { "folded-prefix", "It’s gold. So it’s, “It’s gold.”", { "It's gold." },
    "So it's,", NULL, TYPOGRAPHY, 2, "It’s gold." },
  { "folded-paragraphs", "“It’s.\n\n“They’re.”", { "It's.", "They're." },
    NULL, NULL, TYPOGRAPHY, 1, "It’s.\n\n“They’re." },
};

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static char *
dup_statement (const char *id, const char * const *paragraphs, const char *prefix,
               const char *suffix)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "id", id);
  add_string (builder, "actor", "a");
  add_string (builder, "kind", "quote");
  add_string (builder, "source", "s");
  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "t");
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "text");
  json_builder_begin_array (builder);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    json_builder_add_string_value (builder, paragraphs[i]);
  json_builder_end_array (builder);
  add_string (builder, "prefix", prefix);
  add_string (builder, "suffix", suffix);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static LodeDataset *
parse (const char *source, const char *statements)
{
  g_autofree char *json =
    g_strconcat ("{\"format\":\"said-where/1\",\"id\":\"x\",\"title\":\"X\",\"language\":\"en\","
                 "\"sources\":[{\"id\":\"s\",\"type\":\"speech\",\"title\":\"S\","
                 "\"published\":\"2026\"", source, "}],"
                 "\"actors\":[{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}],"
                 "\"topics\":[{\"id\":\"t\",\"name\":\"T\"}],\"places\":[],"
                 "\"statements\":[", statements, "]}", NULL);
  g_autoptr (LodeProblemList) problems = lode_problem_list_new ();
  LodeDataset *dataset = test_model_parse (json, strlen (json), problems);

  g_assert_nonnull (dataset);
  g_assert_false (lode_problem_list_has_errors (problems));

  return dataset;
}

/* A file in a folder of its own, which free_folder() removes. */
static GFile *
create_text (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static char *
create_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lode-provenance-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static LodeProvenance *
check (LodeDataset *dataset, const char *folder, GFile *chosen)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  LodeProvenance *provenance;

  if (chosen != NULL)
    g_hash_table_insert (files, (gpointer) "s", chosen);
  provenance = lode_provenance_check (dataset, folder_file, files, NULL, &error);
  g_assert_no_error (error);

  return provenance;
}

static LodeVerification
get_first (LodeProvenance *provenance)
{
  GListModel *statements = lode_dataset_get_statements (lode_provenance_get_dataset (provenance));
  g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, 0);

  return lode_provenance_get_verification (provenance, statement);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = create_text (folder, "s.txt", test->text);
  g_autofree char *statement = dup_statement ("q", test->paragraphs, test->prefix, test->suffix);
  g_autoptr (LodeDataset) dataset = parse ("", statement);
  g_autoptr (LodeProvenance) provenance = check (dataset, folder, file);
  LodeVerification verification = get_first (provenance);

  g_assert_cmpstr (lode_outcome_to_string (verification.outcome), ==,
                   lode_outcome_to_string (test->outcome));
  g_assert_cmpuint (verification.n_found, ==, test->n_found);
  g_assert_cmpuint (lode_provenance_get_count (provenance, test->outcome), ==, 1);
  if (test->found != NULL)
    {
      g_autoptr (LodeSource) source =
        g_list_model_get_item (lode_dataset_get_sources (dataset), 0);
      LodeSourceText *text = lode_provenance_get_text (provenance, source);
      g_autofree char *found = lode_source_text_dup_part (text, verification.start,
                                                          verification.end);

      g_assert_cmpstr (found, ==, test->found);
    }

  remove_in (folder, "s.txt");
  g_rmdir (folder);
}

/* Code points are counted, neither bytes nor UTF-16: 4 + 1 of 💎💎💎💎 and a space. */
static void
test_code_points (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = create_text (folder, "s.txt", "💎ā💎é “the end”");
  const char *paragraphs[] = { "the end", NULL };
  g_autofree char *statement = dup_statement ("q", paragraphs, NULL, NULL);
  g_autoptr (LodeDataset) dataset = parse ("", statement);
  g_autoptr (LodeProvenance) provenance = check (dataset, folder, file);
  LodeVerification verification = get_first (provenance);

  g_assert_cmpuint (verification.start, ==, 6);
  g_assert_cmpuint (verification.end, ==, 13);

  remove_in (folder, "s.txt");
  g_rmdir (folder);
}


typedef struct
{
  const char *name;
  const char *members; /* of the source; SHA stands for the hash of the text */
  gboolean is_stored;
  gboolean is_chosen;
  LodeOutcome outcome;
  LodeTextState state;
} State;

static const State states[] = {
  { "none", "", FALSE, FALSE, LODE_OUTCOME_NOT_CHECKED, LODE_TEXT_STATE_NONE },
  { "recorded", ",\"sha256\":\"SHA\",\"checked\":\"2026-02-02\"", FALSE, FALSE,
    LODE_OUTCOME_RECORDED, LODE_TEXT_STATE_NONE },
  { "stored", ",\"sha256\":\"SHA\",\"text\":\"s.txt\"", TRUE, FALSE,
    LODE_OUTCOME_VERIFIED, LODE_TEXT_STATE_MATCHES },
  { "missing", ",\"sha256\":\"SHA\",\"text\":\"s.txt\",\"checked\":\"2026-02-02\"", FALSE, FALSE,
    LODE_OUTCOME_RECORDED, LODE_TEXT_STATE_UNREADABLE },
  { "missing-unchecked", ",\"sha256\":\"SHA\",\"text\":\"s.txt\"", FALSE, FALSE,
    LODE_OUTCOME_NOT_CHECKED, LODE_TEXT_STATE_UNREADABLE },
  { "other", ",\"sha256\":\"OTHER\",\"text\":\"s.txt\",\"checked\":\"2026-02-02\"", TRUE, FALSE,
    LODE_OUTCOME_RECORDED, LODE_TEXT_STATE_OTHER },
  { "chosen", ",\"sha256\":\"SHA\"", FALSE, TRUE, LODE_OUTCOME_VERIFIED, LODE_TEXT_STATE_MATCHES },
  { "chosen-other", ",\"sha256\":\"OTHER\"", FALSE, TRUE,
    LODE_OUTCOME_NOT_CHECKED, LODE_TEXT_STATE_OTHER },
  { "unrecorded", "", FALSE, TRUE, LODE_OUTCOME_VERIFIED, LODE_TEXT_STATE_UNRECORDED },
};

static void
test_state (gconstpointer data)
{
  const State *state = data;
  const char *words = "There is gold.";
  const char *paragraphs[] = { words, NULL };
  g_autofree char *folder = create_folder ();
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
  g_autofree char *other = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "x", -1);
  g_autoptr (GString) members = g_string_new (state->members);
  g_autofree char *statement = dup_statement ("q", paragraphs, NULL, NULL);
  g_autoptr (GFile) stored = state->is_stored ? create_text (folder, "s.txt", words) : NULL;
  g_autoptr (GFile) chosen = state->is_chosen ? create_text (folder, "chosen", words) : NULL;
  g_autoptr (LodeDataset) dataset = NULL;
  g_autoptr (LodeProvenance) provenance = NULL;
  g_autofree char *title = NULL;
  g_autofree char *explanation = NULL;
  g_autoptr (LodeStatement) first = NULL;
  LodeVerification verification;

  g_string_replace (members, "SHA", sha256, 0);
  g_string_replace (members, "OTHER", other, 0);
  dataset = parse (members->str, statement);
  provenance = check (dataset, folder, chosen);
  g_assert_true ((stored != NULL) == state->is_stored);
  verification = get_first (provenance);
  g_assert_cmpstr (lode_outcome_to_string (verification.outcome), ==,
                   lode_outcome_to_string (state->outcome));
  g_assert_cmpint (verification.text_state, ==, state->state);

  first = g_list_model_get_item (lode_dataset_get_statements (dataset), 0);
  title = lode_verification_dup_title (&verification, first);
  explanation = lode_verification_dup_explanation (&verification, first);
  if (state->outcome == LODE_OUTCOME_RECORDED)
    {
      g_assert_nonnull (strstr (title, "2 February 2026"));
      g_assert_nonnull (strstr (explanation, state->state == LODE_TEXT_STATE_OTHER ? other
                                                                                    : sha256));
    }

  if (state->is_stored)
    remove_in (folder, "s.txt");
  if (state->is_chosen)
    remove_in (folder, "chosen");
  g_rmdir (folder);
}

/* Neither by a symbolic link does a dataset name a file outside its folder. */
static void
test_link_outside (void)
{
  const char *paragraphs[] = { "secret", NULL };
  g_autofree char *folder = create_folder ();
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *link = g_build_filename (inner, "s.txt", NULL);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "secret", -1);
  g_autofree char *members = g_strdup_printf (",\"sha256\":\"%s\",\"text\":\"s.txt\"", sha256);
  g_autofree char *statement = dup_statement ("q", paragraphs, NULL, NULL);
  g_autoptr (GFile) outside = create_text (folder, "outside", "secret");
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  g_autoptr (LodeDataset) dataset = parse (members, statement);
  g_autoptr (LodeProvenance) provenance = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_make_symbolic_link (link_file, "../outside", NULL, NULL));
  g_assert_true (g_file_query_exists (outside, NULL));
  provenance = check (dataset, inner, NULL);
  g_assert_cmpint (get_first (provenance).text_state, ==, LODE_TEXT_STATE_UNREADABLE);

  remove_in (inner, "s.txt");
  g_rmdir (inner);
  remove_in (folder, "outside");
  g_rmdir (folder);
}

static void
test_not_utf_8 (void)
{
  const char *paragraphs[] = { "gold", NULL };
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = create_text (folder, "s.txt", "gold \351");
  g_autofree char *statement = dup_statement ("q", paragraphs, NULL, NULL);
  g_autoptr (LodeDataset) dataset = parse ("", statement);
  g_autoptr (LodeProvenance) provenance = check (dataset, folder, file);
  g_autoptr (LodeSource) source = g_list_model_get_item (lode_dataset_get_sources (dataset), 0);

  g_assert_cmpint (get_first (provenance).text_state, ==, LODE_TEXT_STATE_UNREADABLE);
  g_assert_nonnull (strstr (lode_provenance_get_text_error (provenance, source), "byte 6"));

  remove_in (folder, "s.txt");
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeDataset) dataset = test_model_read_good ("minimal");
  g_autoptr (LodeProvenance) provenance = NULL;
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GFile) file = test_model_get_file ("good", "minimal");
  g_autoptr (LodeSource) source = g_list_model_get_item (lode_dataset_get_sources (dataset), 0);

  g_hash_table_insert (chosen, (char *) lode_record_get_id (LODE_RECORD (source)), file);
  g_cancellable_cancel (cancellable);
  provenance = lode_provenance_check (dataset, NULL, chosen, cancellable, &error);
  g_assert_null (provenance);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A paraphrase is the dataset's own words, even where they stand in the text. */
static void
test_own_words (void)
{
  g_autofree char *folder = create_folder ();
  g_autoptr (GFile) file = create_text (folder, "s.txt", "gold");
  g_autoptr (LodeDataset) dataset =
    parse ("", "{\"id\":\"p\",\"actor\":\"a\",\"kind\":\"paraphrase\",\"source\":\"s\","
               "\"topics\":[\"t\"],\"text\":[\"gold\"]}");
  g_autoptr (LodeProvenance) provenance = check (dataset, folder, file);
  LodeVerification verification = get_first (provenance);

  g_assert_cmpint (verification.outcome, ==, LODE_OUTCOME_NOT_CHECKED);
  g_assert_true (verification.is_own_words);
  g_assert_cmpuint (lode_provenance_get_count (provenance, LODE_OUTCOME_NOT_CHECKED), ==, 0);

  remove_in (folder, "s.txt");
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/provenance/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strconcat ("/provenance/state/", states[i].name, NULL);

      g_test_add_data_func (path, &states[i], test_state);
    }
  g_test_add_func ("/provenance/code-points", test_code_points);
  g_test_add_func ("/provenance/link-outside", test_link_outside);
  g_test_add_func ("/provenance/not-utf-8", test_not_utf_8);
  g_test_add_func ("/provenance/cancelled", test_cancelled);
  g_test_add_func ("/provenance/own-words", test_own_words);

  return g_test_run ();
}

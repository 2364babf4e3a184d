/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-model.h"

/* One file a rule: what is reported for it, where, and how much. */

typedef struct
{
  const char *name;
  guint n_problems;
  guint line;
  guint column;
  const char *pointer; /* of the first problem; how it begins, for the deep ones */
  const char *message; /* a part of it */
  const char *hint;    /* a part of it */
} Expectation;

static const Expectation expectations[] = {
  { "actor-kind", 1, 23, 15, "/actors/1/kind",
    "“human” is no word for “kind”", "The words are: person, organisation" },
  { "array-not-array", 1, 70, 17, "/statements/0/topics",
    "This must be an array", "It is a string, in quotation marks" },
  { "bad-escape", 1, 34, 17, "/topics/1/name",
    "A backslash begins an escape that JSON does not have", "The escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t" },
  { "bad-unicode-escape", 1, 34, 17, "/topics/1/name",
    "\\u needs four hexadecimal digits", "Write the character itself: the file is UTF-8" },
  { "bare-name", 1, 34, 7, "/topics/1",
    "There is a word without quotation marks", "Strings stand in double quotation" },
  { "bare-word", 1, 34, 15, "/topics/1/name",
    "There is a word without quotation marks", "Strings stand in double quotation" },
  { "boolean-is-string", 1, 52, 18, "/places/1/context",
    "This must be true or false", "It is a string, in quotation marks" },
  { "byte-order-mark", 1, 1, 1, "",
    "The file begins with a byte order mark", "Save it as UTF-8 without a byte order mark" },
  { "checked-not-a-day", 1, 13, 18, "/sources/0/checked",
    "This is not a day of the calendar: “2026-02”", "Write the day as 2026-02-28" },
  { "checked-without-sha256", 1, 12, 7, "/sources/0/checked",
    "The member “checked” needs a member “sha256” beside it", "Add the hash of the text that is meant," },
  { "coder-missing", 1, 73, 9, "/statements/0/positions/0",
    "The member “coder” is missing", "Add a member “coder”" },
  { "colour", 1, 34, 17, "/topics/1/colour",
    "This is not a colour: “gold”", "Write red, green and blue as" },
  { "comment-before", 1, 34, 7, "/topics/1",
    "JSON has no comments", "Remove it, or keep it in a member whose" },
  { "comment", 1, 34, 23, "/topics/1",
    "JSON has no comments", "Remove it, or keep it in a member whose" },
  { "control-character", 1, 34, 17, "/topics/1/name",
    "There is a control character inside a string", "Write a tab as \\t" },
  { "cycle-broader", 1, 31, 18, "/topics/0/broader",
    "“broader” leads round in a circle: minerals →", "Remove one of the links" },
  { "cycle-organisation", 1, 19, 23, "/actors/0/organisation",
    "“organisation” leads round in a circle: council → council", "Remove one of the links" },
  { "cycle-within", 1, 43, 17, "/places/0/within",
    "“within” leads round in a circle: otago → macraes → otago", "Remove one of the links" },
  { "date-calendar", 1, 11, 20, "/sources/0/published",
    "This is not a date of the calendar: “2026-02-30”", "Write the date as 2026-02-28, 2026-02 or 2026" },
  { "date-pattern", 1, 11, 20, "/sources/0/published",
    "This is not a date of the calendar: “2 Feb 2026”", "Write the date as 2026-02-28, 2026-02 or 2026" },
  { "deep-object", 1, 2, 328, "/x-deep/a/a/",
    "Objects and arrays are nested more than 64 deep", "A dataset needs no more than seven levels" },
  { "deep", 1, 1, 65, "/0/0/0/0/0/0",
    "Objects and arrays are nested more than 64 deep", "A dataset needs no more than seven levels" },
  { "duplicate-id", 1, 47, 13, "/places/1/id",
    "The id “otago” is in “places” already", "Give one of them another id: the first" },
  { "duplicate-member-escaped", 1, 35, 7, "/topics/1/name",
    "The member “name” is already in this object", "Keep one of them" },
  { "duplicate-member", 1, 35, 7, "/topics/1/name",
    "The member “name” is already in this object", "Keep one of them" },
  { "duplicate-topic", 1, 70, 38, "/statements/0/topics/2",
    "“gold” is in this array twice", "Remove one of them" },
  { "empty-statements", 1, 61, 17, "/statements",
    "The array “statements” must not be empty", "Put at least one element in it" },
  { "empty-text", 1, 66, 15, "/statements/0/text",
    "The array “text” must not be empty", "Put at least one element in it" },
  { "empty-topics", 1, 70, 17, "/statements/0/topics",
    "The array “topics” must not be empty", "Put at least one element in it" },
  { "empty", 1, 1, 1, "",
    "The file is empty", "A dataset begins with { and ends with }" },
  { "geometry-empty", 1, 50, 58, "/places/1/geometry/coordinates",
    "At least 1 element is needed here", "A line has at least two positions, a" },
  { "geometry-member", 1, 50, 38, "/places/1/geometry/coordinate",
    "The format has no member “coordinate” here", "Did you mean “coordinates”?" },
  { "geometry-nesting", 4, 50, 62, "/places/1/geometry/coordinates/0/0",
    "At least 4 elements are needed here", "A line has at least two positions, a" },
  { "geometry-no-coordinates", 1, 50, 19, "/places/1/geometry",
    "The member “coordinates” is missing", "Add a member “coordinates”" },
  { "geometry-not-closed", 1, 50, 56, "/places/1/geometry/coordinates/0",
    "This ring is not closed", "Repeat the first position at the end" },
  { "geometry-range", 1, 50, 73, "/places/1/geometry/coordinates/0/1",
    "The latitude 91 is not on Earth", "Longitude and latitude look swapped:" },
  { "geometry-short-line", 1, 50, 58, "/places/1/geometry/coordinates",
    "At least 2 elements are needed here", "A line has at least two positions, a" },
  { "geometry-short-ring", 1, 50, 56, "/places/1/geometry/coordinates/0",
    "At least 4 elements are needed here", "A line has at least two positions, a" },
  { "geometry-type", 1, 50, 29, "/places/1/geometry/type",
    "“GeometryCollection” is no word for “type”", "The words are: Point, MultiPoint," },
  { "hexadecimal", 1, 43, 17, "/places/0/point/0",
    "This is not a number", "Numbers look like 174.5, -41 or 1e3" },
  { "id-hyphens", 1, 3, 9, "/id",
    "This is not an id: “mini--mal”", "Ids are small letters a to z and" },
  { "id-missing", 3, 39, 5, "/places/0",
    "The member “id” is missing", "Add a member “id”" },
  { "id-pattern", 2, 57, 13, "/propositions/0/id",
    "This is not an id: “More_Mining”", "Ids are small letters a to z and" },
  { "id-too-long", 1, 3, 9, "/id",
    "This id is too long:", "Ids have at most 80 letters" },
  { "infinity", 1, 43, 17, "/places/0/point/0",
    "Not a number, and infinity, cannot be written in JSON", "Leave the member out if there is no number" },
  { "integer-too-large", 1, 43, 17, "/places/0/point/0",
    "This number is too large", "Write it as a string if all its digits matter" },
  { "invalid-utf-8", 1, 67, 29, "",
    "Byte 1211 (0xE1) is not UTF-8", "Save the file as UTF-8" },
  { "language", 1, 5, 15, "/language",
    "This is not a language tag: “english_nz”", "Write the tag of BCP 47, as “en-NZ”," },
  { "leading-plus", 1, 43, 17, "/places/0/point/0",
    "A number cannot begin with a plus sign", "Write the number without the plus sign" },
  { "leading-point", 1, 43, 17, "/places/0/point/0",
    "A number cannot begin with a decimal point", "Write a zero before the decimal point" },
  { "leading-zero", 1, 43, 17, "/places/0/point/0",
    "A number cannot begin with a zero", "Remove the zero, or write the value as" },
  { "line-blank", 1, 22, 15, "/actors/1/name",
    "This must not be empty", "Write something, or leave the member" },
  { "line-empty", 1, 22, 15, "/actors/1/name",
    "This must not be empty", "Write something, or leave the member" },
  { "line-feed-in-line", 1, 22, 15, "/actors/1/name",
    "This must be one line, but has a line feed", "Write it on one line" },
  { "line-in-string", 1, 34, 18, "/topics/1/name",
    "A line ends inside a string", "Close the string before the end of the" },
  { "lone-low-surrogate", 1, 34, 17, "/topics/1/name",
    "Half of a surrogate pair is missing", "Write the character itself: the file is UTF-8" },
  { "lone-surrogate", 1, 34, 17, "/topics/1/name",
    "Half of a surrogate pair is missing", "Write the character itself: the file is UTF-8" },
  { "mismatched-bracket", 1, 70, 24, "/statements/0/topics/0",
    "The brackets do not match", "Close the array with ]" },
  { "missing-colon", 1, 34, 14, "/topics/1/name",
    "A colon is missing after the name of the member", "Write a colon between the name and its value" },
  { "missing-comma", 1, 35, 7, "/topics/1/name",
    "A comma is missing before this", "Write a comma between two values" },
  { "missing-format", 1, 1, 1, "",
    "The member “format” is missing", "Add a member “format”" },
  { "missing-member", 1, 32, 5, "/topics/1",
    "The member “name” is missing", "Add a member “name”" },
  { "missing-name", 1, 34, 7, "/topics/1",
    "The name of a member is missing", "Write a name in double quotation marks," },
  { "missing-places", 2, 1, 1, "",
    "The member “places” is missing", "Add a member “places”" },
  { "missing-value", 1, 34, 15, "/topics/1/name",
    "There is nothing before this comma", "Remove the comma, or write what is missing" },
  { "names-language", 1, 43, 18, "/places/0/names/Māori",
    "This is not a language tag: “Māori”", "Write the tag of BCP 47, as “en-NZ”," },
  { "no-exponent", 1, 43, 17, "/places/0/point/0",
    "A digit is missing in this number", "Numbers look like 174.5, -41 or 1e3" },
  { "no-fraction", 1, 43, 17, "/places/0/point/0",
    "A digit is missing in this number", "Numbers look like 174.5, -41 or 1e3" },
  { "no-position", 1, 46, 5, "/places/1",
    "The place has neither “point” nor “geometry”", "Add “point”: [longitude, latitude]" },
  { "not-a-number", 1, 43, 17, "/places/0/point/0",
    "Not a number, and infinity, cannot be written in JSON", "Leave the member out if there is no number" },
  { "not-an-object", 1, 1, 1, "",
    "This must be an object", "It is an array: […]" },
  { "null-byte", 1, 67, 29, "",
    "Byte 1211 is null: this is not text", "Save the file as UTF-8" },
  { "null-character", 1, 34, 17, "/topics/1/name",
    "The character U+0000 cannot be used", "Remove it" },
  { "number-alone", 1, 1, 1, "",
    "This must be an object", "It is a number" },
  { "number-too-large", 1, 43, 17, "/places/0/point/0",
    "This number is too large", "Write it as a string if all its digits matter" },
  { "only-space", 1, 1, 1, "",
    "The file is empty", "A dataset begins with { and ends with }" },
  { "organisation-is-person", 1, 24, 23, "/actors/1/organisation",
    "“council” is a person, not an organisation", "Name an actor whose kind is “organisation”" },
  { "path-absolute", 1, 12, 15, "/sources/0/text",
    "The path must be relative, with slashes between", "Write a path below the folder of the" },
  { "path-upwards", 1, 12, 15, "/sources/0/text",
    "The path must not contain “..”: “a/../../b.txt”", "Write a path below the folder of the" },
  { "place-kind", 1, 49, 15, "/places/1/kind",
    "“sea area” is no word for “kind”", "Did you mean “sea-area”? The words are:" },
  { "point-and-geometry", 1, 52, 7, "/places/1/geometry",
    "A place has “point” or “geometry”, not both", "Keep one of the two" },
  { "point-range", 1, 43, 16, "/places/0/point",
    "The longitude 190.5 is not on Earth", "Write [longitude, latitude] in degrees:" },
  { "point-strings", 1, 43, 17, "/places/0/point/0",
    "This must be a number", "It is a string, in quotation marks" },
  { "point-swapped", 1, 43, 16, "/places/0/point",
    "The latitude 170.2 is not on Earth", "Longitude and latitude look swapped:" },
  { "point-three", 1, 43, 16, "/places/0/point",
    "A position must have two numbers", "Write [longitude, latitude]" },
  { "precision", 1, 51, 20, "/places/1/precision",
    "“exactly” is no word for “precision”", "Did you mean “exact”? The words are:" },
  { "record-not-object", 1, 28, 5, "/topics/0",
    "This must be an object", "It is a string, in quotation marks" },
  { "reference-actor", 1, 64, 16, "/statements/0/actor",
    "There is no “john-doe” in “actors”", "Correct the id, or add it to “actors”" },
  { "reference-broader", 1, 35, 18, "/topics/1/broader",
    "There is no “metals-and-more” in “topics”", "Correct the id, or add it to “topics”" },
  { "reference-organisation", 1, 24, 23, "/actors/1/organisation",
    "There is no “counsil” in “actors”", "Did you mean “council”?" },
  { "reference-place-source", 1, 52, 17, "/places/1/source",
    "There is no “book” in “sources”", "Correct the id, or add it to “sources”" },
  { "reference-place", 1, 71, 29, "/statements/0/places/1",
    "There is no “otgao” in “places”", "Did you mean “otago”?" },
  { "reference-proposition-topic", 1, 58, 16, "/propositions/0/topic",
    "There is no “gould” in “topics”", "Did you mean “gold”?" },
  { "reference-proposition", 1, 74, 26, "/statements/0/positions/0/proposition",
    "There is no “more-minig” in “propositions”", "Did you mean “more-mining”?" },
  { "reference-source", 1, 69, 17, "/statements/0/source",
    "There is no “speeches” in “sources”", "Did you mean “speech”?" },
  { "reference-topic", 1, 70, 26, "/statements/0/topics/1",
    "There is no “glod” in “topics”", "Did you mean “gold”?" },
  { "reference-within", 1, 52, 17, "/places/1/within",
    "There is no “otaga” in “places”", "Did you mean “otago”?" },
  { "several", 4, 11, 20, "/sources/0/published",
    "This is not a date of the calendar: “2026-13-01”", "Write the date as 2026-02-28, 2026-02 or 2026" },
  { "sha256", 1, 12, 17, "/sources/0/sha256",
    "This is not a SHA-256 hash: “4bb8”", "Write the 64 hexadecimal digits, in" },
  { "sic-member", 1, 70, 15, "/statements/0/sic/0",
    "The member “meant” is missing", "Add a member “meant”" },
  { "sic-not-object", 1, 70, 15, "/statements/0/sic/0",
    "This must be an object", "It is a string, in quotation marks" },
  { "single-quotes", 1, 34, 15, "/topics/1/name",
    "A string begins with the wrong quotation mark", "Write straight double quotation marks" },
  { "source-type", 1, 9, 15, "/sources/0/type",
    "“speach” is no word for “type”", "Did you mean “speech”? The words are:" },
  { "span-float", 1, 70, 15, "/statements/0/span",
    "This is not a span", "Write [start, end] in code points of" },
  { "span-negative", 1, 70, 15, "/statements/0/span",
    "This is not a span", "Write [start, end] in code points of" },
  { "span-order", 1, 70, 15, "/statements/0/span",
    "This is not a span", "Write [start, end] in code points of" },
  { "span-three", 1, 70, 15, "/statements/0/span",
    "This is not a span", "Write [start, end] in code points of" },
  { "stance", 1, 75, 21, "/statements/0/positions/0/stance",
    "“support” is no word for “stance”", "Did you mean “supports”? The words are:" },
  { "statement-kind", 1, 65, 15, "/statements/0/kind",
    "“quotation” is no word for “kind”", "The words are: quote, paraphrase, no-reply" },
  { "string-is-null", 1, 24, 23, "/actors/1/organisation",
    "This must be a string", "It is null: leave the member out instead" },
  { "string-is-number", 1, 34, 15, "/topics/1/name",
    "This must be a string", "It is a number" },
  { "text-after-end", 1, 82, 1, "",
    "There is something after the end of the document", "A file holds one object: remove what" },
  { "text-without-sha256", 1, 12, 7, "/sources/0/text",
    "The member “text” needs a member “sha256” beside it", "Add the hash of the text that is meant," },
  { "trailing-comma-array", 1, 70, 24, "/statements/0/topics/0",
    "There is a comma after the last value", "Remove the comma" },
  { "trailing-comma-object", 1, 18, 29, "/actors/0/kind",
    "There is a comma after the last value", "Remove the comma" },
  { "truncated-between", 1, 61, 3, "",
    "The file ends too early", "Something is missing at the end:" },
  { "truncated", 1, 41, 15, "/places/0/name",
    "This string has no end", "Close it with a double quotation mark" },
  { "typographic-quotes", 1, 34, 15, "/topics/1/name",
    "A string begins with the wrong quotation mark", "Write straight double quotation marks" },
  { "unfinished-string", 1, 76, 20, "/statements/0/positions/0/coder",
    "This string has no end", "Close it with a double quotation mark" },
  { "unknown-member-far", 1, 34, 7, "/topics/1/weight",
    "The format has no member “weight” here", "Names of members of your own begin with “x-”" },
  { "unknown-member-pointer", 1, 34, 7, "/topics/1/a~1b~0c",
    "The format has no member “a/b~c” here", "Names of members of your own begin with “x-”" },
  { "unknown-member", 1, 34, 7, "/topics/1/nmae",
    "The format has no member “nmae” here", "Did you mean “name”?" },
  { "unknown-top-member", 1, 4, 3, "/propostions",
    "The format has no member “propostions” here", "Did you mean “propositions”?" },
  { "url-file", 1, 12, 14, "/sources/0/url",
    "This is not the address of a web page: “file:///etc/passwd”", "Write the whole address, beginning with" },
  { "url-no-host", 1, 12, 18, "/sources/0/archive",
    "This is not the address of a web page: “https://”", "Write the whole address, beginning with" },
  { "url-scheme", 1, 12, 14, "/sources/0/url",
    "This is not the address of a web page: “javascript:alert(1)”", "Write the whole address, beginning with" },
  { "utf-16", 1, 1, 1, "",
    "The file is UTF-16", "Save it as UTF-8" },
  { "warning-outer-marks", 1, 66, 15, "/statements/0/text",
    "This quotation stands in quotation marks of its own", "Leave the outer marks out: they are" },
  { "warning-sic", 1, 70, 28, "/statements/0/sic/0/printed",
    "“silver” does not occur in the text of the statement", "Write it exactly as it is printed in the text" },
  { "wikidata", 1, 34, 19, "/topics/1/wikidata",
    "This is not an item of Wikidata: “q897”", "Write the item's number as Wikidata" },
  { "wrong-format", 1, 2, 13, "/format",
    "The format “said-where/2” is not known", "This program reads “said-where/1”" },
};

static void
test_bad_file (gconstpointer data)
{
  const Expectation *expected = data;
  g_autoptr (LodeReading) reading = test_model_read ("bad", expected->name);
  GListModel *problems = lode_reading_get_problems (reading);
  g_autoptr (LodeProblem) problem = g_list_model_get_item (problems, 0);
  const gboolean is_warning = g_str_has_prefix (expected->name, "warning-");

  g_assert_nonnull (problem);
  g_assert_cmpuint (lode_problem_get_line (problem), ==, expected->line);
  g_assert_cmpuint (lode_problem_get_column (problem), ==, expected->column);
  if (g_str_has_prefix (expected->name, "deep"))
    g_assert_true (g_str_has_prefix (lode_problem_get_pointer (problem), expected->pointer));
  else
    g_assert_cmpstr (lode_problem_get_pointer (problem), ==, expected->pointer);
  if (strstr (lode_problem_get_message (problem), expected->message) == NULL)
    g_error ("“%s” is not in “%s”", expected->message, lode_problem_get_message (problem));
  if (strstr (lode_problem_get_hint (problem), expected->hint) == NULL)
    g_error ("“%s” is not in “%s”", expected->hint, lode_problem_get_hint (problem));
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, expected->n_problems);

  g_assert_cmpint (lode_problem_get_severity (problem), ==,
                   is_warning ? LODE_SEVERITY_WARNING : LODE_SEVERITY_ERROR);
  g_assert_true ((lode_reading_get_dataset (reading) != NULL) == is_warning);
}

/* A file that nobody expects anything of would test nothing. */
static void
test_all_files_are_expected (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "bad", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;

  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (expectations));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bad-files/all-are-expected", test_all_files_are_expected);
  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-files/", expectations[i].name, NULL);

      g_test_add_data_func (path, &expectations[i], test_bad_file);
    }

  return g_test_run ();
}

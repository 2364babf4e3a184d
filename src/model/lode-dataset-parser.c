/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-parser.h"

#include "lode-actor-private.h"
#include "lode-json-outline.h"
#include "lode-place-private.h"
#include "lode-record-parser.h"
#include "lode-topic-private.h"

#include <glib/gi18n-lib.h>

#define FORMAT "said-where/1"

/* How many records are read between two looks at the cancellable. */
#define STRIDE 1024

/* Of one record. json-glib's tree of it takes at worst thirty times as much. */
#define MAX_RECORD_SIZE (8 * 1024 * 1024) /* bytes */

typedef struct
{
  LodeReferenceResolver resolver;
  GBytes *bytes;
  LodeJsonOutline *outline;
  JsonParser *parser;
  GCancellable *cancellable;
  const char *language; /* of the dataset, interned; NULL: it says none */
} DatasetParser;

static const struct
{
  LodeRecordParser read;
  LodeMemberNeed need;
  gboolean may_be_empty;
  const char *parent; /* the member that names another record of the array; NULL: none */
} arrays[LODE_N_ARRAYS] = {
  [LODE_ARRAY_SOURCES] = { lode_record_parser_read_source, LODE_MEMBER_REQUIRED, FALSE },
  [LODE_ARRAY_TOPICS] = { lode_record_parser_read_topic, LODE_MEMBER_REQUIRED, FALSE, "broader" },
  [LODE_ARRAY_ACTORS] = { lode_record_parser_read_actor, LODE_MEMBER_REQUIRED, FALSE,
                          "organisation" },
  [LODE_ARRAY_PLACES] = { lode_record_parser_read_place, LODE_MEMBER_REQUIRED, TRUE, "within" },
  [LODE_ARRAY_PROPOSITIONS] = { lode_record_parser_read_proposition, LODE_MEMBER_OPTIONAL, TRUE },
  [LODE_ARRAY_STATEMENTS] = { lode_record_parser_read_statement, LODE_MEMBER_REQUIRED, FALSE },
};

static void
set_broader (LodeRecord *child, LodeRecord *parent)
{
  LODE_TOPIC (child)->broader = g_object_ref (LODE_TOPIC (parent));
}

static void
set_organisation (LodeRecord *child, LodeRecord *parent)
{
  LODE_ACTOR (child)->organisation = g_object_ref (LODE_ACTOR (parent));
}

static void
set_within (LodeRecord *child, LodeRecord *parent)
{
  LODE_PLACE (child)->within = g_object_ref (LODE_PLACE (parent));
}

static void
take_record (LodeReferenceResolver *resolver,
             LodeArray              array,
             LodeRecord            *record,
             char                  *id,
             const LodeJsonPath    *path)
{
  LodeJsonPath id_path = { .parent = path, .member = "id" };
  guint index;

  lode_record_take_id (record, id);
  if (!lode_record_table_take (resolver->dataset->tables[array], record, &index))
    lode_problem_list_error (resolver->problems, &id_path,
                             g_strdup_printf (_("Give one of them another id: the first is "
                                                "/%s/%u"),
                                              lode_dataset_get_array_name (array), index),
                             _("The id “%s” is in “%s” already"), id,
                             lode_dataset_get_array_name (array));
}

/* The string as it stands; NULL: there is none. */
static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_dup_string (node);
}

/* Each element has its record, even one that is wrong, if only for the indices. */
static void
take_empty_record (DatasetParser *self, LodeArray array, const LodeJsonPath *path)
{
  LodeRecordTable *table = self->resolver.dataset->tables[array];
  GType type = g_list_model_get_item_type (lode_record_table_get_model (table));

  take_record (&self->resolver, array, g_object_new (type, NULL), NULL, path);
}

/* NULL: it cannot be parsed, or is no object, which has been reported. */
static JsonObject *
parse_element (DatasetParser *self, LodeJsonRange range, const LodeJsonPath *path)
{
  const char *json = g_bytes_get_data (self->bytes, NULL);
  g_autoptr (GError) error = NULL;

  if (range.length > MAX_RECORD_SIZE)
    {
      g_autofree char *limit = g_format_size_full (MAX_RECORD_SIZE, G_FORMAT_SIZE_IEC_UNITS);

      lode_problem_list_error (self->resolver.problems, path,
                               g_strdup (_("Keep the text of a source in a file of its own")),
                               _("This record is larger than %s"), limit);
      return NULL;
    }

  if (!json_parser_load_from_data (self->parser, json + range.start, range.length, &error) ||
      json_parser_get_root (self->parser) == NULL)
    {
      lode_problem_list_error (self->resolver.problems, path, NULL,
                               _("The record cannot be parsed: %s"),
                               error != NULL ? error->message : "");
      return NULL;
    }

  return lode_json_node_check_object (json_parser_get_root (self->parser), path,
                                      self->resolver.problems);
}

/* Adds the record to its table, and the id of its parent, or NULL, to @parents. */
static void
read_record (DatasetParser      *self,
             LodeArray           array,
             LodeJsonRange       range,
             const LodeJsonPath *path,
             GPtrArray          *parents)
{
  JsonObject *object = parse_element (self, range, path);
  LodeMemberReader reader;
  LodeRecord *record;
  char *id;

  if (object == NULL)
    {
      take_empty_record (self, array, path);
      if (arrays[array].parent != NULL)
        g_ptr_array_add (parents, NULL);
      return;
    }

  lode_member_reader_begin (&reader, self->resolver.problems, object, path);
  lode_member_reader_get_text (&reader, "id", LODE_TEXT_ID, LODE_MEMBER_REQUIRED);
  /* Even a wrong id: what refers to it is not wrong as well. */
  id = dup_member (object, "id");
  record = arrays[array].read (&self->resolver, &reader);
  lode_record_set_language (record, self->language);
  take_record (&self->resolver, array, record, id, path);
  lode_member_reader_end (&reader);
  if (arrays[array].parent != NULL)
    g_ptr_array_add (parents, dup_member (object, arrays[array].parent));
}

static void
check_organisations (LodeReferenceResolver *resolver)
{
  LodeRecordTable *table = resolver->dataset->tables[LODE_ARRAY_ACTORS];
  LodeJsonPath array_path = { .member = "actors" };

  for (guint i = 0; i < lode_record_table_get_size (table); i++)
    {
      LodeActor *actor = lode_record_table_get (table, i);
      LodeJsonPath record_path = { .parent = &array_path, .index = i };
      LodeJsonPath path = { .parent = &record_path, .member = "organisation" };

      if (actor->organisation != NULL && actor->organisation->kind == LODE_ACTOR_KIND_PERSON)
        lode_problem_list_error (resolver->problems, &path,
                                 g_strdup (_("Name an actor whose kind is “organisation”")),
                                 _("“%s” is a person, not an organisation"),
                                 lode_record_get_id (LODE_RECORD (actor->organisation)));
    }
}

static void
link_records (LodeReferenceResolver *resolver, LodeArray array, GPtrArray *parents)
{
  const char *name = arrays[array].parent;

  switch (array)
    {
    case LODE_ARRAY_TOPICS:
      lode_reference_resolver_link (resolver, array, name, parents, set_broader);
      break;
    case LODE_ARRAY_ACTORS:
      lode_reference_resolver_link (resolver, array, name, parents, set_organisation);
      check_organisations (resolver);
      break;
    case LODE_ARRAY_PLACES:
      lode_reference_resolver_link (resolver, array, name, parents, set_within);
      break;
    case LODE_ARRAY_SOURCES:
    case LODE_ARRAY_PROPOSITIONS:
    case LODE_ARRAY_STATEMENTS:
    case LODE_N_ARRAYS:
    default:
      break;
    }
}

static void
read_array (DatasetParser *self, LodeMemberReader *reader, LodeArray array)
{
  const char *name = lode_dataset_get_array_name (array);
  LodeJsonPath path = lode_member_reader_get_path (reader, name);
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_free);
  const LodeJsonRange *ranges;
  JsonArray *frame;
  guint n_records;

  if (arrays[array].may_be_empty)
    frame = lode_member_reader_get_array (reader, name, arrays[array].need);
  else
    frame = lode_member_reader_get_filled (reader, name, arrays[array].need);

  if (frame == NULL)
    return;

  ranges = lode_json_outline_get_elements (self->outline, array, &n_records);
  for (guint i = 0; i < n_records; i++)
    {
      LodeJsonPath element = { .parent = &path, .index = i };

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (self->cancellable))
        return;

      read_record (self, array, ranges[i], &element, parents);
    }

  lode_record_table_set_ranges (self->resolver.dataset->tables[array], ranges);
  link_records (&self->resolver, array, parents);
}

static char *
dup_text (LodeMemberReader *reader, const char *name, LodeTextFormat format, LodeMemberNeed need)
{
  return g_strdup (lode_member_reader_get_text (reader, name, format, need));
}

static void
read_format (LodeMemberReader *reader)
{
  const char *format = lode_member_reader_get_text (reader, "format", LODE_TEXT_FREE,
                                                    LODE_MEMBER_REQUIRED);
  LodeJsonPath path = lode_member_reader_get_path (reader, "format");
  g_autofree char *excerpt = NULL;

  if (format == NULL || g_str_equal (format, FORMAT))
    return;

  excerpt = lode_problem_list_dup_excerpt (format);
  lode_problem_list_error (reader->problems, &path,
                           g_strdup_printf (_("This program reads “%s”"), FORMAT),
                           _("The format “%s” is not known"), excerpt);
}

static void
read_dataset (DatasetParser *self, JsonObject *object)
{
  LodeDataset *dataset = self->resolver.dataset;
  LodeMemberReader reader;

  lode_member_reader_begin (&reader, self->resolver.problems, object, NULL);
  lode_member_reader_get_text (&reader, "$schema", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  read_format (&reader);
  dataset->id = dup_text (&reader, "id", LODE_TEXT_ID, LODE_MEMBER_REQUIRED);
  dataset->title = dup_text (&reader, "title", LODE_TEXT_LINE, LODE_MEMBER_REQUIRED);
  dataset->language = dup_text (&reader, "language", LODE_TEXT_LANGUAGE, LODE_MEMBER_REQUIRED);
  self->language = g_intern_string (dataset->language);
  dataset->description = dup_text (&reader, "description", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  dataset->modified = dup_text (&reader, "modified", LODE_TEXT_DATE, LODE_MEMBER_OPTIONAL);
  dataset->licence = dup_text (&reader, "licence", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  dataset->maintainer = dup_text (&reader, "maintainer", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    read_array (self, &reader, i);
  lode_member_reader_end (&reader);
}

static LodeJsonOutline *
create_outline (GBytes *bytes)
{
  const char *names[LODE_N_ARRAYS];
  const char *json;
  gsize length;

  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    names[i] = lode_dataset_get_array_name (i);
  json = g_bytes_get_data (bytes, &length);

  return lode_json_outline_new (json, length, names, G_N_ELEMENTS (names));
}

/**
 * lode_dataset_parser_read:
 * @bytes: what has passed the guard (see lode_json_guard_check()); the dataset keeps it
 * @problems: where to report what is wrong
 * @cancellable: (nullable): if it is cancelled, the result is of no use
 *
 * Makes the records of a dataset, with their references resolved.
 *
 * Returns: (transfer full) (nullable): the dataset, which is incomplete if there are errors; NULL
 *   if there is none
 */
LodeDataset *
lode_dataset_parser_read (GBytes *bytes, LodeProblemList *problems, GCancellable *cancellable)
{
  g_autoptr (LodeJsonOutline) outline = create_outline (bytes);
  g_autoptr (JsonParser) frame = json_parser_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  DatasetParser self = {
    .resolver.problems = problems,
    .bytes = bytes,
    .outline = outline,
    .parser = parser,
    .cancellable = cancellable,
  };
  JsonObject *object;

  if (!json_parser_load_from_data (frame, lode_json_outline_get_frame (outline), -1, &error) ||
      json_parser_get_root (frame) == NULL)
    {
      lode_problem_list_error (problems, NULL, NULL, _("The file cannot be parsed: %s"),
                               error != NULL ? error->message : "");
      return NULL;
    }

  object = lode_json_node_check_object (json_parser_get_root (frame), NULL, problems);
  if (object == NULL || g_cancellable_is_cancelled (cancellable))
    return NULL;

  self.resolver.dataset = lode_dataset_new (bytes);
  read_dataset (&self, object);

  return self.resolver.dataset;
}

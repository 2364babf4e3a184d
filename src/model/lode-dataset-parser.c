/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-parser.h"

#include "lode-actor-private.h"
#include "lode-place-private.h"
#include "lode-record-parser.h"
#include "lode-topic-private.h"

#include <glib/gi18n-lib.h>

#define FORMAT "said-where/1"

/* How many records are read between two looks at the cancellable. */
#define STRIDE 1024

static const struct
{
  LodeRecordParser read;
  LodeMemberNeed need;
  gboolean may_be_empty;
} arrays[LODE_N_ARRAYS] = {
  [LODE_ARRAY_SOURCES] = { lode_record_parser_read_source, LODE_MEMBER_REQUIRED, FALSE },
  [LODE_ARRAY_TOPICS] = { lode_record_parser_read_topic, LODE_MEMBER_REQUIRED, FALSE },
  [LODE_ARRAY_ACTORS] = { lode_record_parser_read_actor, LODE_MEMBER_REQUIRED, FALSE },
  [LODE_ARRAY_PLACES] = { lode_record_parser_read_place, LODE_MEMBER_REQUIRED, TRUE },
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

/* The id as it stands, even a wrong one: what refers to it is not wrong as well. */
static char *
read_id (LodeMemberReader *reader)
{
  JsonNode *node;

  lode_member_reader_get_text (reader, "id", LODE_TEXT_ID, LODE_MEMBER_REQUIRED);

  node = json_object_get_member (reader->object, "id");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_dup_string (node);
}

static void
read_record (LodeReferenceResolver *resolver,
             LodeArray              array,
             JsonNode              *node,
             const LodeJsonPath    *path)
{
  JsonObject *object = lode_json_node_check_object (node, path, resolver->problems);
  LodeMemberReader reader;
  char *id;

  if (object == NULL)
    {
      LodeRecordTable *table = resolver->dataset->tables[array];
      GType type = g_list_model_get_item_type (lode_record_table_get_model (table));

      /* Each element has its record, if only for the indices. */
      take_record (resolver, array, g_object_new (type, NULL), NULL, path);
      return;
    }

  lode_member_reader_begin (&reader, resolver->problems, object, path);
  id = read_id (&reader);
  take_record (resolver, array, arrays[array].read (resolver, &reader), id, path);
  lode_member_reader_end (&reader);
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
link_records (LodeReferenceResolver *resolver, LodeArray array, JsonArray *records)
{
  switch (array)
    {
    case LODE_ARRAY_TOPICS:
      lode_reference_resolver_link (resolver, records, array, "broader", set_broader);
      break;
    case LODE_ARRAY_ACTORS:
      lode_reference_resolver_link (resolver, records, array, "organisation", set_organisation);
      check_organisations (resolver);
      break;
    case LODE_ARRAY_PLACES:
      lode_reference_resolver_link (resolver, records, array, "within", set_within);
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
read_array (LodeReferenceResolver *resolver,
            LodeMemberReader      *reader,
            LodeArray              array,
            GCancellable          *cancellable)
{
  const char *name = lode_dataset_get_array_name (array);
  LodeJsonPath path = lode_member_reader_get_path (reader, name);
  JsonArray *records;

  if (arrays[array].may_be_empty)
    records = lode_member_reader_get_array (reader, name, arrays[array].need);
  else
    records = lode_member_reader_get_filled (reader, name, arrays[array].need);

  if (records == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      LodeJsonPath element = { .parent = &path, .index = i };

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return;

      read_record (resolver, array, json_array_get_element (records, i), &element);
    }

  link_records (resolver, array, records);
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
read_dataset (LodeReferenceResolver *resolver, JsonObject *object, GCancellable *cancellable)
{
  LodeDataset *dataset = resolver->dataset;
  LodeMemberReader reader;

  lode_member_reader_begin (&reader, resolver->problems, object, NULL);
  lode_member_reader_get_text (&reader, "$schema", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  read_format (&reader);
  dataset->id = dup_text (&reader, "id", LODE_TEXT_ID, LODE_MEMBER_REQUIRED);
  dataset->title = dup_text (&reader, "title", LODE_TEXT_LINE, LODE_MEMBER_REQUIRED);
  dataset->language = dup_text (&reader, "language", LODE_TEXT_LANGUAGE, LODE_MEMBER_REQUIRED);
  dataset->description = dup_text (&reader, "description", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  dataset->modified = dup_text (&reader, "modified", LODE_TEXT_DATE, LODE_MEMBER_OPTIONAL);
  dataset->licence = dup_text (&reader, "licence", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  dataset->maintainer = dup_text (&reader, "maintainer", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    read_array (resolver, &reader, i, cancellable);
  lode_member_reader_end (&reader);
}

/**
 * lode_dataset_parser_read:
 * @json: bytes that have passed the guard (see lode_json_guard_check())
 * @length: how many
 * @problems: where to report what is wrong
 * @cancellable: (nullable): if it is cancelled, the result is of no use
 *
 * Makes the records of a dataset, with their references resolved.
 *
 * Returns: (transfer full) (nullable): the dataset, which is incomplete if there are errors; NULL
 *   if there is none
 */
LodeDataset *
lode_dataset_parser_read (const char      *json,
                          gsize            length,
                          LodeProblemList *problems,
                          GCancellable    *cancellable)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  LodeReferenceResolver resolver = { .problems = problems };
  JsonNode *root;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, json, length, &error) ||
      json_parser_get_root (parser) == NULL)
    {
      lode_problem_list_error (problems, NULL, NULL, _("The file cannot be parsed: %s"),
                               error != NULL ? error->message : "");
      return NULL;
    }

  root = json_parser_get_root (parser);
  object = lode_json_node_check_object (root, NULL, problems);
  if (object == NULL || g_cancellable_is_cancelled (cancellable))
    return NULL;

  resolver.dataset = lode_dataset_new ();
  read_dataset (&resolver, object, cancellable);

  return resolver.dataset;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-record-parser.h"

#include "lode-actor-private.h"
#include "lode-geometry-parser.h"
#include "lode-place-private.h"
#include "lode-proposition-private.h"
#include "lode-source-private.h"
#include "lode-topic-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_optional (LodeMemberReader *reader, const char *name, LodeTextFormat format)
{
  return g_strdup (lode_member_reader_get_text (reader, name, format, LODE_MEMBER_OPTIONAL));
}

static char *
dup_required (LodeMemberReader *reader, const char *name, LodeTextFormat format)
{
  return g_strdup (lode_member_reader_get_text (reader, name, format, LODE_MEMBER_REQUIRED));
}

static void
check_needs_hash (LodeMemberReader *reader, const char *name)
{
  LodeJsonPath path = lode_member_reader_get_path (reader, name);

  if (lode_member_reader_has (reader, name) && !lode_member_reader_has (reader, "sha256"))
    lode_problem_list_error_at_key (reader->problems, &path,
                                    g_strdup (_("Add the hash of the text that is meant, as "
                                                "sha256sum prints it")),
                                    _("The member “%s” needs a member “sha256” beside it"), name);
}

/* The names by language; NULL: none. */
static char **
read_names (LodeMemberReader *reader)
{
  JsonObject *object = lode_member_reader_get_object (reader, "names", LODE_MEMBER_OPTIONAL);
  LodeJsonPath path = lode_member_reader_get_path (reader, "names");
  JsonObjectIter iter;
  JsonNode *node;
  GPtrArray *names;
  const char *language;

  if (object == NULL)
    return NULL;

  names = g_ptr_array_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      LodeJsonPath member = { .parent = &path, .member = language };
      g_autofree char *excerpt = lode_problem_list_dup_excerpt (language);
      const char *message;
      const char *name;
      const char *hint;

      if (g_str_has_prefix (language, "x-"))
        continue;

      message = lode_text_format_check (LODE_TEXT_LANGUAGE, language, &hint);
      if (message != NULL)
        lode_problem_list_error_at_key (reader->problems, &member, g_strdup (hint), _("%s: “%s”"),
                                        message, excerpt);

      name = lode_member_reader_check_text (reader, node, LODE_TEXT_LINE, &member);
      if (name != NULL)
        {
          g_ptr_array_add (names, g_strdup (language));
          g_ptr_array_add (names, g_strdup (name));
        }
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

static void
read_position (LodePlace *place, LodeMemberReader *reader)
{
  JsonNode *point = lode_member_reader_get_node (reader, "point", LODE_MEMBER_OPTIONAL);
  JsonNode *geometry = lode_member_reader_get_node (reader, "geometry", LODE_MEMBER_OPTIONAL);
  LodeJsonPath point_path = lode_member_reader_get_path (reader, "point");
  LodeJsonPath geometry_path = lode_member_reader_get_path (reader, "geometry");
  LodeLonLat position = { 0, 0 };

  if (point != NULL && geometry != NULL)
    lode_problem_list_error_at_key (reader->problems, &geometry_path,
                                    g_strdup (_("Keep one of the two")),
                                    _("A place has “point” or “geometry”, not both"));
  else if (point == NULL && geometry == NULL)
    lode_problem_list_error (reader->problems, reader->path,
                             g_strdup (_("Add “point”: [longitude, latitude]")),
                             _("The place has neither “point” nor “geometry”"));

  if (geometry != NULL)
    place->geometry = lode_geometry_parser_read (geometry, &geometry_path, reader->problems);
  if (place->geometry != NULL)
    position = lode_geometry_get_representative (place->geometry);
  if (point != NULL)
    lode_geometry_parser_read_point (point, &point_path, reader->problems, &position);

  place->longitude = position.longitude;
  place->latitude = position.latitude;
}

LodeRecord *
lode_record_parser_read_source (LodeReferenceResolver *resolver, LodeMemberReader *reader)
{
  LodeSource *source = g_object_new (LODE_TYPE_SOURCE, NULL);

  source->kind = lode_member_reader_get_word (reader, "type", LODE_TYPE_SOURCE_KIND,
                                              LODE_MEMBER_REQUIRED);
  source->title = dup_required (reader, "title", LODE_TEXT_LINE);
  source->published = dup_required (reader, "published", LODE_TEXT_DATE);
  source->authors = lode_member_reader_dup_lines (reader, "author", LODE_MEMBER_OPTIONAL);
  source->publisher = dup_optional (reader, "publisher", LODE_TEXT_LINE);
  source->credit = dup_optional (reader, "credit", LODE_TEXT_LINE);
  source->url = dup_optional (reader, "url", LODE_TEXT_URL);
  source->archive = dup_optional (reader, "archive", LODE_TEXT_URL);
  source->accessed = dup_optional (reader, "accessed", LODE_TEXT_DATE);
  source->rights = dup_optional (reader, "rights", LODE_TEXT_FREE);
  source->text = dup_optional (reader, "text", LODE_TEXT_PATH);
  source->sha256 = dup_optional (reader, "sha256", LODE_TEXT_SHA256);
  source->checked = dup_optional (reader, "checked", LODE_TEXT_DAY);
  check_needs_hash (reader, "text");
  check_needs_hash (reader, "checked");

  return LODE_RECORD (source);
}

LodeRecord *
lode_record_parser_read_topic (LodeReferenceResolver *resolver, LodeMemberReader *reader)
{
  LodeTopic *topic = g_object_new (LODE_TYPE_TOPIC, NULL);

  topic->name = dup_required (reader, "name", LODE_TEXT_LINE);
  topic->symbol = dup_optional (reader, "symbol", LODE_TEXT_LINE);
  lode_member_reader_get_text (reader, "broader", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  topic->aliases = lode_member_reader_dup_lines (reader, "aliases", LODE_MEMBER_OPTIONAL);
  topic->colour = dup_optional (reader, "colour", LODE_TEXT_COLOUR);
  topic->note = dup_optional (reader, "note", LODE_TEXT_FREE);
  topic->wikidata = dup_optional (reader, "wikidata", LODE_TEXT_WIKIDATA);

  return LODE_RECORD (topic);
}

LodeRecord *
lode_record_parser_read_actor (LodeReferenceResolver *resolver, LodeMemberReader *reader)
{
  LodeActor *actor = g_object_new (LODE_TYPE_ACTOR, NULL);

  actor->name = dup_required (reader, "name", LODE_TEXT_LINE);
  actor->kind = lode_member_reader_get_word (reader, "kind", LODE_TYPE_ACTOR_KIND,
                                             LODE_MEMBER_REQUIRED);
  actor->role = dup_optional (reader, "role", LODE_TEXT_LINE);
  lode_member_reader_get_text (reader, "organisation", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  actor->group = dup_optional (reader, "group", LODE_TEXT_LINE);
  actor->wikidata = dup_optional (reader, "wikidata", LODE_TEXT_WIKIDATA);
  actor->url = dup_optional (reader, "url", LODE_TEXT_URL);

  return LODE_RECORD (actor);
}

LodeRecord *
lode_record_parser_read_place (LodeReferenceResolver *resolver, LodeMemberReader *reader)
{
  LodePlace *place = g_object_new (LODE_TYPE_PLACE, NULL);

  place->name = dup_required (reader, "name", LODE_TEXT_LINE);
  place->names = read_names (reader);
  place->kind = lode_member_reader_get_word (reader, "kind", LODE_TYPE_PLACE_KIND,
                                             LODE_MEMBER_REQUIRED);
  place->precision = lode_member_reader_get_word (reader, "precision", LODE_TYPE_PRECISION,
                                                  LODE_MEMBER_REQUIRED);
  read_position (place, reader);
  lode_member_reader_get_text (reader, "within", LODE_TEXT_FREE, LODE_MEMBER_OPTIONAL);
  place->topics = (LodeTopic **) lode_reference_resolver_dup_members (resolver, reader, "topics",
                                                                      LODE_ARRAY_TOPICS,
                                                                      LODE_MEMBER_OPTIONAL,
                                                                      &place->n_topics);
  place->source = lode_reference_resolver_dup_member (resolver, reader, "source",
                                                      LODE_ARRAY_SOURCES, LODE_MEMBER_OPTIONAL);
  place->note = dup_optional (reader, "note", LODE_TEXT_FREE);
  place->as_at = dup_optional (reader, "as-at", LODE_TEXT_DATE);
  place->context = lode_member_reader_get_boolean (reader, "context");

  return LODE_RECORD (place);
}

LodeRecord *
lode_record_parser_read_proposition (LodeReferenceResolver *resolver, LodeMemberReader *reader)
{
  LodeProposition *proposition = g_object_new (LODE_TYPE_PROPOSITION, NULL);

  proposition->text = dup_required (reader, "text", LODE_TEXT_LINE);
  proposition->topic = lode_reference_resolver_dup_member (resolver, reader, "topic",
                                                           LODE_ARRAY_TOPICS,
                                                           LODE_MEMBER_OPTIONAL);

  return LODE_RECORD (proposition);
}

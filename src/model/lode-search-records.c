/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-search-records.h"

#include "lode-actor.h"
#include "lode-place-private.h"
#include "lode-source.h"
#include "lode-topic.h"

struct _LodeSearchRecords
{
  guint n;
  int *parents;
  guint *ranks;          /* by name */
  GHashTable *by_record; /* record → its position + 1 */
  GHashTable *by_id;     /* the record's own → its position + 1 */
  LodeSearchTexts *names;
  LodeSearchTexts *more; /* what else can be read of it */
};

static void
add_actor (LodeSearchRecords *self, LodeActor *actor)
{
  lode_search_texts_add (self->names, lode_actor_get_name (actor));
  lode_search_texts_add (self->more, lode_actor_get_role (actor));
  lode_search_texts_add (self->more, lode_actor_get_group (actor));
  for (LodeActor *at = lode_actor_get_organisation (actor); at != NULL;
       at = lode_actor_get_organisation (at))
    lode_search_texts_add (self->more, lode_actor_get_name (at));
}

static void
add_place (LodeSearchRecords *self, LodePlace *place)
{
  lode_search_texts_add (self->names, place->name);
  for (guint i = 0; place->names != NULL && place->names[i] != NULL; i += 2)
    lode_search_texts_add (self->names, place->names[i + 1]);
}

static void
add_topic (LodeSearchRecords *self, LodeTopic *topic)
{
  const char * const *aliases = lode_topic_get_aliases (topic);

  lode_search_texts_add (self->names, lode_topic_get_name (topic));
  lode_search_texts_add (self->names, lode_topic_get_symbol (topic));
  for (guint i = 0; aliases[i] != NULL; i++)
    lode_search_texts_add (self->names, aliases[i]);
}

static void
add_source (LodeSearchRecords *self, LodeSource *source)
{
  const char * const *authors = lode_source_get_authors (source);

  lode_search_texts_add (self->names, lode_source_get_title (source));
  lode_search_texts_add (self->names, lode_source_get_publisher (source));
  lode_search_texts_add (self->names, lode_source_get_credit (source));
  for (guint i = 0; authors[i] != NULL; i++)
    lode_search_texts_add (self->names, authors[i]);
}

static void
add_texts (LodeSearchRecords *self, gpointer record)
{
  if (LODE_IS_ACTOR (record))
    add_actor (self, record);
  else if (LODE_IS_PLACE (record))
    add_place (self, record);
  else if (LODE_IS_TOPIC (record))
    add_topic (self, record);
  else
    add_source (self, LODE_SOURCE (record));

  lode_search_texts_end (self->names);
  lode_search_texts_end (self->more);
}

/* A place is part of none: only what the words name counts, not what it lies in. */
static gpointer
get_parent (gpointer record)
{
  if (LODE_IS_ACTOR (record))
    return lode_actor_get_organisation (record);
  if (LODE_IS_TOPIC (record))
    return lode_topic_get_broader (record);

  return NULL;
}

static const char *
get_name (gpointer record)
{
  if (LODE_IS_ACTOR (record))
    return lode_actor_get_name (record);
  if (LODE_IS_PLACE (record))
    return lode_place_get_name (record);
  if (LODE_IS_TOPIC (record))
    return lode_topic_get_name (record);

  return lode_source_get_title (record);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char ** const keys = user_data;
  const guint position_a = *(const guint *) a;
  const guint position_b = *(const guint *) b;
  const int order = strcmp (keys[position_a], keys[position_b]);

  return order != 0 ? order : (position_a > position_b) - (position_a < position_b);
}

/* To compare names as people do is slow, and a list of ten thousand is sorted at every keystroke
 * while its menu is open. */
static void
rank_by_name (LodeSearchRecords *self, GListModel *records)
{
  g_auto (GStrv) keys = g_new0 (char *, self->n + 1);
  g_autofree guint *order = g_new (guint, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (records, i);

      order[i] = i;
      keys[i] = g_utf8_collate_key (get_name (record), -1);
    }
  g_qsort_with_data (order, self->n, sizeof order[0], compare_keys, keys);

  self->ranks = g_new (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->ranks[order[i]] = i;
}

LodeSearchRecords *
lode_search_records_new (GListModel *records)
{
  LodeSearchRecords *self = g_new0 (LodeSearchRecords, 1);

  self->n = g_list_model_get_n_items (records);
  self->parents = g_new (int, self->n + 1);
  self->by_record = g_hash_table_new (NULL, NULL);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = lode_search_texts_new ();
  self->more = lode_search_texts_new ();

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (records, i);

      g_hash_table_insert (self->by_record, record, GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (self->by_id, (char *) lode_record_get_id (record),
                           GUINT_TO_POINTER (i + 1));
      add_texts (self, record);
    }
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (LodeRecord) record = g_list_model_get_item (records, i);

      self->parents[i] = lode_search_records_find (self, get_parent (record));
    }

  rank_by_name (self, records);
  lode_search_texts_finish (self->names);
  lode_search_texts_finish (self->more);
  return self;
}

void
lode_search_records_free (LodeSearchRecords *self)
{
  lode_search_texts_free (self->names);
  lode_search_texts_free (self->more);
  g_hash_table_unref (self->by_record);
  g_hash_table_unref (self->by_id);
  g_free (self->parents);
  g_free (self->ranks);
  g_free (self);
}

guint
lode_search_records_get_size (LodeSearchRecords *self)
{
  return self->n;
}

int
lode_search_records_find (LodeSearchRecords *self, gpointer record)
{
  if (record == NULL)
    return -1;

  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_record, record)) - 1;
}

int
lode_search_records_find_id (LodeSearchRecords *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1;
}

int
lode_search_records_get_parent (LodeSearchRecords *self, guint position)
{
  g_return_val_if_fail (position < self->n, -1);

  return self->parents[position];
}

guint
lode_search_records_get_rank (LodeSearchRecords *self, guint position)
{
  g_return_val_if_fail (position < self->n, 0);

  return self->ranks[position];
}

LodeSearchTexts *
lode_search_records_get_names (LodeSearchRecords *self)
{
  return self->names;
}

/* Those that can be read somewhere with the words of @needle. */
void
lode_search_records_mark_words (LodeSearchRecords *self, const char *needle, guint8 *found)
{
  lode_search_texts_find (self->names, needle, found);
  lode_search_texts_find (self->more, needle, found);
}

/* Those that @value means, and all that is part of them. An id means that one record, whatever
 * else has its words in a name; so that a filter can be written exactly. */
void
lode_search_records_mark_value (LodeSearchRecords *self,
                                const char        *value,
                                const char        *needle,
                                guint8            *found)
{
  const int position = lode_search_records_find_id (self, value);

  if (position >= 0)
    found[position] = TRUE;
  else
    lode_search_texts_find (self->names, needle, found);

  for (guint i = 0; i < self->n; i++)
    for (int at = self->parents[i]; at >= 0 && !found[i]; at = self->parents[at])
      found[i] = found[at];
}

void
lode_search_records_mark_area (LodeSearchRecords *self, const LodeArea *area, guint8 *found)
{
  GHashTableIter iter;
  gpointer place, position;

  g_hash_table_iter_init (&iter, self->by_record);
  while (g_hash_table_iter_next (&iter, &place, &position))
    if (lode_area_contains (area, lode_place_get_longitude (place),
                            lode_place_get_latitude (place)))
      found[GPOINTER_TO_UINT (position) - 1] = TRUE;
}

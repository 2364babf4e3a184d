/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-reference-resolver.h"

#include "lode-nearest-word.h"

#include <glib/gi18n-lib.h>

/* Looking for what somebody may have meant is a kindness with an end: in a file where every one of
 * 100,000 references is wrong it must not take minutes. */
#define MAX_COMPARED 1000000

#define NO_PARENT -1

static char *
dup_hint (LodeReferenceResolver *self, LodeArray array, const char *id)
{
  LodeRecordTable *table = self->dataset->tables[array];
  const guint size = lode_record_table_get_size (table);
  LodeNearestWord nearest;

  lode_nearest_word_init (&nearest, id);
  if (self->n_compared + size <= MAX_COMPARED)
    {
      self->n_compared += size;
      for (guint i = 0; i < size; i++)
        {
          const char *word = lode_record_get_id (lode_record_table_get (table, i));

          if (word != NULL)
            lode_nearest_word_try (&nearest, word);
        }
    }

  if (nearest.nearest != NULL)
    return g_strdup_printf (_("Did you mean “%s”?"), nearest.nearest);

  return g_strdup_printf (_("Correct the id, or add it to “%s”"),
                          lode_dataset_get_array_name (array));
}

/* Borrowed; NULL: there is no such record, which has been reported. */
gpointer
lode_reference_resolver_find (LodeReferenceResolver *self,
                              LodeArray              array,
                              const char            *id,
                              const LodeJsonPath    *path)
{
  gpointer record = lode_record_table_find (self->dataset->tables[array], id);

  if (record == NULL)
    {
      g_autofree char *excerpt = lode_problem_list_dup_excerpt (id);

      /* Translators: the first is an id, the second the name of an array, as “actors”. */
      lode_problem_list_error (self->problems, path, dup_hint (self, array, id),
                               _("There is no “%s” in “%s”"), excerpt,
                               lode_dataset_get_array_name (array));
    }

  return record;
}

gpointer
lode_reference_resolver_dup_member (LodeReferenceResolver *self,
                                    LodeMemberReader      *reader,
                                    const char            *name,
                                    LodeArray              array,
                                    LodeMemberNeed         need)
{
  const char *id = lode_member_reader_get_text (reader, name, LODE_TEXT_FREE, need);
  LodeJsonPath path = lode_member_reader_get_path (reader, name);
  gpointer record = NULL;

  if (id != NULL)
    record = lode_reference_resolver_find (self, array, id, &path);

  return record != NULL ? g_object_ref (record) : NULL;
}

gpointer *
lode_reference_resolver_dup_members (LodeReferenceResolver *self,
                                     LodeMemberReader      *reader,
                                     const char            *name,
                                     LodeArray              array,
                                     LodeMemberNeed         need,
                                     guint                 *n_records)
{
  LodeJsonPath path = lode_member_reader_get_path (reader, name);
  g_autoptr (GHashTable) seen = NULL;
  JsonArray *ids;
  gpointer *records;
  guint n_ids;

  if (need == LODE_MEMBER_REQUIRED)
    ids = lode_member_reader_get_filled (reader, name, need);
  else
    ids = lode_member_reader_get_array (reader, name, need);

  *n_records = 0;
  n_ids = ids != NULL ? json_array_get_length (ids) : 0;
  if (n_ids == 0)
    return NULL;

  records = g_new (gpointer, n_ids);
  if (n_ids > 1)
    seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_ids; i++)
    {
      LodeJsonPath element = { .parent = &path, .index = i };
      const char *id;
      gpointer record = NULL;

      id = lode_member_reader_check_text (reader, json_array_get_element (ids, i),
                                          LODE_TEXT_FREE, &element);
      if (id != NULL)
        record = lode_reference_resolver_find (self, array, id, &element);

      if (record == NULL)
        continue;

      if (seen == NULL || g_hash_table_add (seen, record))
        records[(*n_records)++] = g_object_ref (record);
      else
        lode_problem_list_error (self->problems, &element, g_strdup (_("Remove one of them")),
                                 _("“%s” is in this array twice"), id);
    }

  return records;
}

static void
report_cycle (LodeReferenceResolver *self,
              LodeRecordTable       *table,
              const int             *parents,
              int                    start,
              const LodeJsonPath    *path)
{
  GString *chain = g_string_new (lode_record_get_id (lode_record_table_get (table, start)));
  int at = start;

  do
    {
      at = parents[at];
      if (chain->len < 200)
        g_string_append_printf (chain, " → %s",
                                lode_record_get_id (lode_record_table_get (table, at)));
      else if (at == start)
        g_string_append (chain, " → …");
    }
  while (at != start);

  /* Translators: the second is a chain of ids: a → b → a. */
  lode_problem_list_error (self->problems, path, g_strdup (_("Remove one of the links")),
                           _("“%s” leads round in a circle: %s"), path->member, chain->str);
  g_string_free (chain, TRUE);
}

/* Looks up the parents by their @ids, as indices into the same array. */
static void
find_parents (LodeReferenceResolver *self,
              LodeArray              array,
              const char            *name,
              GPtrArray             *ids,
              int                   *parents)
{
  LodeRecordTable *table = self->dataset->tables[array];
  LodeJsonPath array_path = { .member = lode_dataset_get_array_name (array) };

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      LodeJsonPath record_path = { .parent = &array_path, .index = i };
      LodeJsonPath path = { .parent = &record_path, .member = name };
      guint index;

      parents[i] = NO_PARENT;
      if (id != NULL && lode_reference_resolver_find (self, array, id, &path) != NULL &&
          lode_record_table_find_index (table, id, &index))
        parents[i] = index;
    }
}

/* Cuts each circle at one of its links, and reports it there. */
static void
cut_cycles (LodeReferenceResolver *self,
            LodeArray              array,
            const char            *name,
            int                   *parents,
            guint                  n_parents)
{
  LodeJsonPath array_path = { .member = lode_dataset_get_array_name (array) };
  g_autofree guint *visits = g_new0 (guint, n_parents); /* the walk that came by; 0: none */

  for (guint start = 0; start < n_parents; start++)
    {
      int at = start;

      while (at != NO_PARENT && visits[at] == 0)
        {
          visits[at] = start + 1;
          at = parents[at];
        }

      if (at != NO_PARENT && visits[at] == start + 1)
        {
          LodeJsonPath record_path = { .parent = &array_path, .index = at };
          LodeJsonPath path = { .parent = &record_path, .member = name };

          report_cycle (self, self->dataset->tables[array], parents, at, &path);
          parents[at] = NO_PARENT;
        }
    }
}

/**
 * lode_reference_resolver_link:
 * @self: a resolver
 * @array: which array it is; all its records, one for each element, are in the dataset
 * @name: the member of each record that names another one of the same array
 * @ids: (element-type utf8): what that member says, for each record; NULL where there is none
 * @set_parent: what to do with the two
 *
 * Resolves references within one array, which may go forwards, and reports those that lead round
 * in a circle: after this, whoever follows them comes to an end.
 */
void
lode_reference_resolver_link (LodeReferenceResolver *self,
                              LodeArray              array,
                              const char            *name,
                              GPtrArray             *ids,
                              LodeSetParentFunc      set_parent)
{
  LodeRecordTable *table = self->dataset->tables[array];
  g_autofree int *parents = g_new (int, ids->len);

  g_assert (ids->len == lode_record_table_get_size (table));

  find_parents (self, array, name, ids, parents);
  cut_cycles (self, array, name, parents, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      if (parents[i] != NO_PARENT)
        set_parent (lode_record_table_get (table, i), lode_record_table_get (table, parents[i]));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-desktop-search.h"

#include "lode-address.h"
#include "lode-query.h"
#include "lode-search-fold.h"
#include "lode-statement-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A desktop shows a handful of each program's results. */
#define MAX_PLACES 3
#define MAX_SPEAKERS 3
#define MAX_STATEMENTS 20

/* How much of a statement's words a description needs, in characters. */
#define MAX_WORDS 200

/* Whether a word of @name begins with each of the folded @needles. */
static gboolean
name_fits (const char *name, GPtrArray *needles)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  if (name == NULL)
    return FALSE;

  lode_search_fold_append (folded, name, NULL);
  for (guint i = 0; i < needles->len; i++)
    {
      const char *needle = g_ptr_array_index (needles, i);
      const char *at = strstr (folded->str, needle);

      while (at != NULL && at != folded->str && at[-1] != ' '
             && lode_search_fold_needs_start (needle))
        at = strstr (at + 1, needle);
      if (at == NULL)
        return FALSE;
    }

  return needles->len > 0;
}

static GPtrArray *
fold_terms (const char * const *terms)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      GString *folded = g_string_new (NULL);

      lode_search_fold_append (folded, terms[i], NULL);
      g_strchomp (folded->str);
      g_ptr_array_add (needles, g_string_free (folded, FALSE));
      if (*(char *) g_ptr_array_index (needles, needles->len - 1) == '\0')
        g_ptr_array_remove_index (needles, needles->len - 1);
    }

  return needles;
}

static void
add_result (GPtrArray *results, LodeDataset *dataset, LodeAddressKind kind, gpointer record)
{
  g_ptr_array_add (results, lode_address_dup_uri (kind, lode_dataset_get_id (dataset),
                                                  lode_record_get_id (LODE_RECORD (record))));
}

static void
add_places (GPtrArray *results, LodeDataset *dataset, GPtrArray *needles)
{
  GListModel *places = lode_dataset_get_places (dataset);
  guint n_added = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places) && n_added < MAX_PLACES; i++)
    {
      g_autoptr (LodePlace) place = g_list_model_get_item (places, i);

      if (lode_place_get_n_statements (place) > 0
          && (name_fits (lode_place_get_name (place), needles)
              || name_fits (lode_place_get_name_in (place, "mi"), needles)))
        {
          add_result (results, dataset, LODE_ADDRESS_PLACE, place);
          n_added++;
        }
    }
}

/* Whoever the dataset has words of: others would lead to an empty page. */
static gboolean
says_something (LodeDataset *dataset, LodeActor *actor)
{
  GListModel *statements = lode_dataset_get_statements (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      if (lode_statement_get_actor (statement) == actor)
        return TRUE;
    }

  return FALSE;
}

static void
add_speakers (GPtrArray *results, LodeDataset *dataset, GPtrArray *needles)
{
  GListModel *actors = lode_dataset_get_actors (dataset);
  guint n_added = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actors) && n_added < MAX_SPEAKERS; i++)
    {
      g_autoptr (LodeActor) actor = g_list_model_get_item (actors, i);

      if (name_fits (lode_actor_get_name (actor), needles) && says_something (dataset, actor))
        {
          add_result (results, dataset, LODE_ADDRESS_SPEAKER, actor);
          n_added++;
        }
    }
}

/**
 * lode_desktop_search_find:
 * @dataset: a dataset
 * @terms: (array zero-terminated=1): what was typed, word by word
 *
 * Finds places and speakers whose names fit, then the statements that the words find as a query:
 * not more than a desktop can show.
 *
 * Returns: (transfer full) (array zero-terminated=1): the addresses of the results, best first
 */
char **
lode_desktop_search_find (LodeDataset *dataset, const char * const *terms)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) needles = NULL;
  g_autoptr (LodeQuery) query = NULL;
  g_autoptr (GListModel) statements = NULL;
  GPtrArray *results = g_ptr_array_new ();

  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  text = g_strjoinv (" ", (char **) terms);
  needles = fold_terms (terms);
  add_places (results, dataset, needles);
  add_speakers (results, dataset, needles);

  query = lode_query_new (text);
  if (!lode_query_is_empty (query))
    statements = lode_query_select (query, dataset, NULL);
  for (guint i = 0;
       statements != NULL && i < MIN (g_list_model_get_n_items (statements), MAX_STATEMENTS);
       i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      add_result (results, dataset, LODE_ADDRESS_STATEMENT, statement);
    }
  g_ptr_array_add (results, NULL);

  return (char **) g_ptr_array_free (results, FALSE);
}

/* The beginning of the words, on one line. */
static char *
dup_words (LodeDataset *dataset, LodeStatement *statement)
{
  g_autofree char *words =
    lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_NO_REPLY
      ? g_strdup (_("Asked, no answer reported"))
      : lode_statement_dup_quoted (statement, lode_dataset_get_language (dataset));

  g_strdelimit (words, "\t\r\n", ' ');
  if (g_utf8_strlen (words, -1) > MAX_WORDS)
    {
      g_autofree char *start = g_utf8_substring (words, 0, MAX_WORDS - 1);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&words);
}

static char *
dup_count (guint n_statements)
{
  return g_strdup_printf (ngettext ("%'u statement", "%'u statements", n_statements), n_statements);
}

static guint
count_by (LodeDataset *dataset, LodeActor *actor)
{
  GListModel *statements = lode_dataset_get_statements (dataset);
  guint n_statements = 0;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (LodeStatement) statement = g_list_model_get_item (statements, i);

      if (lode_statement_get_actor (statement) == actor)
        n_statements++;
    }

  return n_statements;
}

/**
 * lode_desktop_search_describe:
 * @dataset: the dataset that was searched
 * @uri: one of the results
 *
 * Returns: (transfer full) (nullable): what the desktop shows of it; NULL: it is not in @dataset
 */
LodeDesktopResult *
lode_desktop_search_describe (LodeDataset *dataset, const char *uri)
{
  g_autoptr (LodeAddress) address = NULL;
  LodeDesktopResult *result;
  gpointer record;

  g_return_val_if_fail (LODE_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  address = lode_address_parse (uri, NULL);
  if (address == NULL || !g_str_equal (address->dataset, lode_dataset_get_id (dataset)))
    return NULL;

  result = g_new0 (LodeDesktopResult, 1);
  if (address->kind == LODE_ADDRESS_STATEMENT
      && (record = lode_dataset_find_statement (dataset, address->value)) != NULL)
    {
      result->name = g_strdup (lode_actor_get_name (lode_statement_get_actor (record)));
      result->description = dup_words (dataset, record);
      result->icon = LODE_APPLICATION_ID;
    }
  else if (address->kind == LODE_ADDRESS_PLACE
           && (record = lode_dataset_find_place (dataset, address->value)) != NULL)
    {
      result->name = g_strdup (lode_place_get_name (record));
      result->description = dup_count (lode_place_get_n_statements (record));
      result->icon = "mark-location-symbolic";
    }
  else if (address->kind == LODE_ADDRESS_SPEAKER
           && (record = lode_dataset_find_actor (dataset, address->value)) != NULL)
    {
      result->name = g_strdup (lode_actor_get_name (record));
      result->description = dup_count (count_by (dataset, record));
      result->icon = "avatar-default-symbolic";
    }
  else
    {
      g_clear_pointer (&result, lode_desktop_result_free);
    }

  return result;
}

/**
 * lode_desktop_result_free:
 * @self: (transfer full): a result
 */
void
lode_desktop_result_free (LodeDesktopResult *self)
{
  g_free (self->name);
  g_free (self->description);
  g_free (self);
}

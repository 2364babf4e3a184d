/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-dataset-private.h"

/* As many statements are freed in about a millisecond; more in a thread of their own. */
#define MAX_FREED_AT_ONCE 5000

G_DEFINE_FINAL_TYPE (LodeDataset, lode_dataset, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_MODIFIED,
  PROP_LICENCE,
  PROP_MAINTAINER,
  PROP_LANGUAGE,
  PROP_SOURCES,
  PROP_ACTORS,
  PROP_TOPICS,
  PROP_PLACES,
  PROP_PROPOSITIONS,
  PROP_STATEMENTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gpointer
free_tables (gpointer data)
{
  LodeRecordTable **tables = data;

  for (guint i = 0; i < LODE_N_ARRAYS; i++)
    lode_record_table_free (tables[i]);
  g_free (tables);
  return NULL;
}

/* Whoever lets go of the last reference is often the window, which has frames to draw. */
static void
drop_tables (LodeDataset *self)
{
  const gboolean is_large
    = lode_record_table_get_size (self->tables[LODE_ARRAY_STATEMENTS]) > MAX_FREED_AT_ONCE;
  LodeRecordTable **tables = g_memdup2 (self->tables, sizeof self->tables);

  if (is_large)
    g_thread_unref (g_thread_new ("forget-dataset", free_tables, tables));
  else
    free_tables (tables);
}

static void
lode_dataset_finalize (GObject *object)
{
  LodeDataset *self = LODE_DATASET (object);

  g_clear_pointer (&self->digest, lode_dataset_digest_free);
  g_clear_pointer (&self->search_index, lode_search_index_free);
  drop_tables (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->modified);
  g_free (self->licence);
  g_free (self->maintainer);
  g_free (self->language);

  G_OBJECT_CLASS (lode_dataset_parent_class)->finalize (object);
}

static void
lode_dataset_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeDataset *self = LODE_DATASET (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_MODIFIED:
      g_value_set_string (value, self->modified);
      break;
    case PROP_LICENCE:
      g_value_set_string (value, self->licence);
      break;
    case PROP_MAINTAINER:
      g_value_set_string (value, self->maintainer);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, lode_dataset_get_sources (self));
      break;
    case PROP_ACTORS:
      g_value_set_object (value, lode_dataset_get_actors (self));
      break;
    case PROP_TOPICS:
      g_value_set_object (value, lode_dataset_get_topics (self));
      break;
    case PROP_PLACES:
      g_value_set_object (value, lode_dataset_get_places (self));
      break;
    case PROP_PROPOSITIONS:
      g_value_set_object (value, lode_dataset_get_propositions (self));
      break;
    case PROP_STATEMENTS:
      g_value_set_object (value, lode_dataset_get_statements (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_dataset_class_init (LodeDatasetClass *klass)
{
  static const char * const strings[] = {
    [PROP_ID] = "id",
    [PROP_TITLE] = "title",
    [PROP_DESCRIPTION] = "description",
    [PROP_MODIFIED] = "modified",
    [PROP_LICENCE] = "licence",
    [PROP_MAINTAINER] = "maintainer",
    [PROP_LANGUAGE] = "language",
  };
  static const char * const lists[] = {
    [PROP_SOURCES] = "sources",
    [PROP_ACTORS] = "actors",
    [PROP_TOPICS] = "topics",
    [PROP_PLACES] = "places",
    [PROP_PROPOSITIONS] = "propositions",
    [PROP_STATEMENTS] = "statements",
  };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_dataset_finalize;
  object_class->get_property = lode_dataset_get_property;

  for (guint i = PROP_ID; i <= PROP_LANGUAGE; i++)
    properties[i] = g_param_spec_string (strings[i], NULL, NULL, NULL, flags);
  for (guint i = PROP_SOURCES; i <= PROP_STATEMENTS; i++)
    properties[i] = g_param_spec_object (lists[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_dataset_init (LodeDataset *self)
{
  self->tables[LODE_ARRAY_SOURCES] = lode_record_table_new (LODE_TYPE_SOURCE);
  self->tables[LODE_ARRAY_TOPICS] = lode_record_table_new (LODE_TYPE_TOPIC);
  self->tables[LODE_ARRAY_ACTORS] = lode_record_table_new (LODE_TYPE_ACTOR);
  self->tables[LODE_ARRAY_PLACES] = lode_record_table_new (LODE_TYPE_PLACE);
  self->tables[LODE_ARRAY_PROPOSITIONS] = lode_record_table_new (LODE_TYPE_PROPOSITION);
  self->tables[LODE_ARRAY_STATEMENTS] = lode_record_table_new (LODE_TYPE_STATEMENT);
}

/* A dataset of the file @bytes, without records, for the parser to fill. */
LodeDataset *
lode_dataset_new (GBytes *bytes)
{
  LodeDataset *self = g_object_new (LODE_TYPE_DATASET, NULL);

  self->bytes = g_bytes_ref (bytes);

  return self;
}

LodeSearchIndex *
lode_dataset_get_search_index (LodeDataset *self)
{
  if (g_once_init_enter (&self->search_index))
    g_once_init_leave (&self->search_index, lode_search_index_new (self));

  return self->search_index;
}

const LodeDatasetDigest *
lode_dataset_get_digest (LodeDataset *self)
{
  if (g_once_init_enter (&self->digest))
    g_once_init_leave (&self->digest, lode_dataset_digest_new (self));

  return self->digest;
}

const char *
lode_dataset_get_array_name (LodeArray array)
{
  static const char * const names[LODE_N_ARRAYS] = {
    [LODE_ARRAY_SOURCES] = "sources",
    [LODE_ARRAY_TOPICS] = "topics",
    [LODE_ARRAY_ACTORS] = "actors",
    [LODE_ARRAY_PLACES] = "places",
    [LODE_ARRAY_PROPOSITIONS] = "propositions",
    [LODE_ARRAY_STATEMENTS] = "statements",
  };

  return names[array];
}

/**
 * lode_dataset_get_id:
 * @self: a dataset
 *
 * Gets the permanent name of the dataset.
 *
 * Returns: (transfer none): the id
 */
const char *
lode_dataset_get_id (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->id;
}

/**
 * lode_dataset_get_title:
 * @self: a dataset
 *
 * Gets what the dataset is about, in one line.
 *
 * Returns: (transfer none): the title
 */
const char *
lode_dataset_get_title (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->title;
}

/**
 * lode_dataset_get_description:
 * @self: a dataset
 *
 * Gets what a reader should know first.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_dataset_get_description (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->description;
}

/**
 * lode_dataset_get_modified:
 * @self: a dataset
 *
 * Gets when the dataset was last changed (see lode_date_is_valid()).
 *
 * Returns: (transfer none) (nullable): a date, or NULL: none given
 */
const char *
lode_dataset_get_modified (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->modified;
}

/**
 * lode_dataset_get_licence:
 * @self: a dataset
 *
 * Gets on what terms the dataset may be used.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_dataset_get_licence (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->licence;
}

/**
 * lode_dataset_get_maintainer:
 * @self: a dataset
 *
 * Gets who looks after the dataset.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_dataset_get_maintainer (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->maintainer;
}

/**
 * lode_dataset_get_language:
 * @self: a dataset
 *
 * Gets the language of the statements.
 *
 * Returns: (transfer none): a tag by BCP 47
 */
const char *
lode_dataset_get_language (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return self->language;
}

/**
 * lode_dataset_get_sources:
 * @self: a dataset
 *
 * Gets the sources, in the order of the file.
 *
 * Returns: (transfer none): a list model of LodeSource that never changes
 */
GListModel *
lode_dataset_get_sources (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_record_table_get_model (self->tables[LODE_ARRAY_SOURCES]);
}

/**
 * lode_dataset_get_actors:
 * @self: a dataset
 *
 * Gets the actors, in the order of the file.
 *
 * Returns: (transfer none): a list model of LodeActor that never changes
 */
GListModel *
lode_dataset_get_actors (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_record_table_get_model (self->tables[LODE_ARRAY_ACTORS]);
}

/**
 * lode_dataset_get_topics:
 * @self: a dataset
 *
 * Gets the topics, in the order of the file.
 *
 * Returns: (transfer none): a list model of LodeTopic that never changes
 */
GListModel *
lode_dataset_get_topics (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_record_table_get_model (self->tables[LODE_ARRAY_TOPICS]);
}

/**
 * lode_dataset_get_places:
 * @self: a dataset
 *
 * Gets the places, in the order of the file.
 *
 * Returns: (transfer none): a list model of LodePlace that never changes
 */
GListModel *
lode_dataset_get_places (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_record_table_get_model (self->tables[LODE_ARRAY_PLACES]);
}

/**
 * lode_dataset_get_propositions:
 * @self: a dataset
 *
 * Gets the propositions, in the order of the file.
 *
 * Returns: (transfer none): a list model of LodeProposition that never changes
 */
GListModel *
lode_dataset_get_propositions (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_record_table_get_model (self->tables[LODE_ARRAY_PROPOSITIONS]);
}

/**
 * lode_dataset_get_statements:
 * @self: a dataset
 *
 * Gets the statements, in the order of the file.
 *
 * Returns: (transfer none): a list model of LodeStatement that never changes
 */
GListModel *
lode_dataset_get_statements (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_record_table_get_model (self->tables[LODE_ARRAY_STATEMENTS]);
}

/**
 * lode_dataset_get_first_date:
 * @self: a dataset
 *
 * Gets when the earliest of the statements was made (see lode_statement_get_date()). What the
 * dataset was read by has looked for it.
 *
 * Returns: (transfer none) (nullable): a date; NULL: there is no statement
 */
const char *
lode_dataset_get_first_date (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_dataset_get_digest (self)->first_date;
}

/**
 * lode_dataset_get_last_date:
 * @self: a dataset
 *
 * Gets when the latest of the statements was made.
 *
 * Returns: (transfer none) (nullable): a date; NULL: there is no statement
 */
const char *
lode_dataset_get_last_date (LodeDataset *self)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);

  return lode_dataset_get_digest (self)->last_date;
}

/**
 * lode_dataset_find_place:
 * @self: a dataset
 * @id: an id, or what lode_dataset_dup_record_id() gave
 *
 * Finds the place of that id, in constant time.
 *
 * Returns: (transfer none) (nullable): the place, or NULL: there is none
 */
LodePlace *
lode_dataset_find_place (LodeDataset *self, const char *id)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return lode_dataset_find_record (self, LODE_ARRAY_PLACES, id);
}

/**
 * lode_dataset_find_actor:
 * @self: a dataset
 * @id: an id, or what lode_dataset_dup_record_id() gave
 *
 * Finds the actor of that id, in constant time.
 *
 * Returns: (transfer none) (nullable): the actor, or NULL: there is none
 */
LodeActor *
lode_dataset_find_actor (LodeDataset *self, const char *id)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return lode_dataset_find_record (self, LODE_ARRAY_ACTORS, id);
}

/**
 * lode_dataset_find_statement:
 * @self: a dataset
 * @id: an id, or what lode_dataset_dup_record_id() gave
 *
 * Finds the statement of that id, in constant time.
 *
 * Returns: (transfer none) (nullable): the statement, or NULL: there is none
 */
LodeStatement *
lode_dataset_find_statement (LodeDataset *self, const char *id)
{
  g_return_val_if_fail (LODE_IS_DATASET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return lode_dataset_find_record (self, LODE_ARRAY_STATEMENTS, id);
}

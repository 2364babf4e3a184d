/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-proofreader.h"

#define KEY "source-texts"

struct _LodeProofreader
{
  GObject parent_instance;

  GSettings *settings;
  LodeDataset *dataset;
  GFile *folder;
  GHashTable *chosen; /* GFile by the id of a source; replaced, never changed */
  GCancellable *checking;
  LodeProvenance *provenance;
};

G_DEFINE_FINAL_TYPE (LodeProofreader, lode_proofreader, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROVENANCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a choice is remembered by; ids have no slash. */
static char *
dup_key (LodeProofreader *self, LodeSource *source)
{
  return g_strconcat (lode_dataset_get_id (self->dataset), "/",
                      lode_record_get_id (LODE_RECORD (source)), NULL);
}

static void
set_provenance (LodeProofreader *self, LodeProvenance *provenance)
{
  if (g_set_object (&self->provenance, provenance))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROVENANCE]);
}

/* Each choice by dataset and source, beside those of other datasets. */
static void
remember_choices (LodeProofreader *self)
{
  g_autoptr (GVariant) former = g_settings_get_value (self->settings, KEY);
  GVariantIter iter;
  const char *key, *uri;
  GHashTableIter sources;
  gpointer id, file;
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariantBuilder builder;

  g_variant_iter_init (&iter, former);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &uri))
    g_hash_table_insert (all, g_strdup (key), g_strdup (uri));
  g_hash_table_iter_init (&sources, self->chosen);
  while (g_hash_table_iter_next (&sources, &id, &file))
    g_hash_table_insert (all, g_strconcat (lode_dataset_get_id (self->dataset), "/", id, NULL),
                         g_file_get_uri (file));

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&sources, all);
  while (g_hash_table_iter_next (&sources, &id, &file))
    g_variant_builder_add (&builder, "{ss}", id, file);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LodeProofreader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeProvenance) provenance = lode_provenance_check_finish (result, &error);

  /* Cancelled: another check is under way, or the window is gone. */
  if (provenance == NULL)
    return;

  g_clear_object (&self->checking);
  set_provenance (self, provenance);
}

static void
start_checking (LodeProofreader *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  if (self->dataset == NULL)
    return;

  self->checking = g_cancellable_new ();
  lode_provenance_check_async (self->dataset, self->folder, self->chosen, self->checking,
                               checked_cb, g_object_ref (self));
}

static GHashTable *
recall_choices (LodeProofreader *self)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GVariant) choices = g_settings_get_value (self->settings, KEY);
  GListModel *sources = lode_dataset_get_sources (self->dataset);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LodeSource) source = g_list_model_get_item (sources, i);
      g_autofree char *key = dup_key (self, source);
      const char *uri;

      if (g_variant_lookup (choices, key, "&s", &uri))
        g_hash_table_insert (chosen, g_strdup (lode_record_get_id (LODE_RECORD (source))),
                             g_file_new_for_uri (uri));
    }

  return chosen;
}

static void
lode_proofreader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeProofreader *self = LODE_PROOFREADER (object);

  switch (prop_id)
    {
    case PROP_PROVENANCE:
      g_value_set_object (value, self->provenance);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_proofreader_dispose (GObject *object)
{
  LodeProofreader *self = LODE_PROOFREADER (object);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->provenance);
  g_clear_object (&self->dataset);
  g_clear_object (&self->folder);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (lode_proofreader_parent_class)->dispose (object);
}

static void
lode_proofreader_class_init (LodeProofreaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lode_proofreader_get_property;
  object_class->dispose = lode_proofreader_dispose;

  properties[PROP_PROVENANCE] =
    g_param_spec_object ("provenance", NULL, NULL, LODE_TYPE_PROVENANCE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lode_proofreader_init (LodeProofreader *self)
{
  self->settings = g_settings_new (LODE_SETTINGS_ID);
}

LodeProofreader *
lode_proofreader_new (void)
{
  return g_object_new (LODE_TYPE_PROOFREADER, NULL);
}

/**
 * lode_proofreader_set_dataset:
 * @dataset: (nullable): what to read; NULL: nothing any more
 * @folder: (nullable): where the paths of its texts begin; NULL: it has none
 *
 * Forgets what was known, and starts comparing.
 */
void
lode_proofreader_set_dataset (LodeProofreader *self, LodeDataset *dataset, GFile *folder)
{
  g_return_if_fail (LODE_IS_PROOFREADER (self));

  g_set_object (&self->dataset, dataset);
  g_set_object (&self->folder, folder);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  set_provenance (self, NULL);
  if (dataset != NULL)
    self->chosen = recall_choices (self);
  start_checking (self);
}

/**
 * lode_proofreader_choose_text:
 * @source: a source of the dataset
 * @file: its text, as the reader says
 *
 * Compares once more, with that text, and remembers it for this dataset and source.
 */
void
lode_proofreader_choose_text (LodeProofreader *self, LodeSource *source, GFile *file)
{
  GHashTable *chosen;
  GHashTableIter iter;
  gpointer id, former;

  g_return_if_fail (LODE_IS_PROOFREADER (self));
  g_return_if_fail (self->dataset != NULL);

  /* The thread may still read the former table. */
  chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, &former))
    g_hash_table_insert (chosen, g_strdup (id), g_object_ref (former));
  g_hash_table_insert (chosen, g_strdup (lode_record_get_id (LODE_RECORD (source))),
                       g_object_ref (file));
  g_hash_table_unref (self->chosen);
  self->chosen = chosen;

  remember_choices (self);
  start_checking (self);
}

LodeProvenance *
lode_proofreader_get_provenance (LodeProofreader *self)
{
  g_return_val_if_fail (LODE_IS_PROOFREADER (self), NULL);

  return self->provenance;
}

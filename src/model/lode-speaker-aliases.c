/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-speaker-aliases.h"

#include <glib/gi18n-lib.h>

struct _LodeSpeakerAliases
{
  GObject parent_instance;

  GListModel *actors;
  GHashTable *speakers; /* LodeActor → number, from 1 */
  GHashTable *groups;   /* name, "" for none → number, from 1 */
};

G_DEFINE_FINAL_TYPE (LodeSpeakerAliases, lode_speaker_aliases, G_TYPE_OBJECT)

/* A to Z, then AA, AB and so on, as columns of spreadsheets. */
static char *
dup_letters (gpointer number)
{
  GString *letters = g_string_new (NULL);

  for (guint n = GPOINTER_TO_UINT (number); n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, 'A' + (n - 1) % 26);

  return g_string_free (letters, FALSE);
}

static char *
dup_group (LodeSpeakerAliases *self, const char *group)
{
  g_autofree char *letters =
    dup_letters (g_hash_table_lookup (self->groups, group != NULL ? group : ""));

  /* Translators: a group of speakers whose name is hidden; %s is a letter */
  return g_strdup_printf (_("Group %s"), letters);
}

static void
lode_speaker_aliases_finalize (GObject *object)
{
  LodeSpeakerAliases *self = LODE_SPEAKER_ALIASES (object);

  g_hash_table_unref (self->speakers);
  g_hash_table_unref (self->groups);
  g_object_unref (self->actors);

  G_OBJECT_CLASS (lode_speaker_aliases_parent_class)->finalize (object);
}

static void
lode_speaker_aliases_class_init (LodeSpeakerAliasesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lode_speaker_aliases_finalize;
}

static void
lode_speaker_aliases_init (LodeSpeakerAliases *self)
{
  self->speakers = g_hash_table_new (NULL, NULL);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * lode_speaker_aliases_new:
 * @actors: a dataset's list of LodeActor, in the order in which they get their letters
 *
 * Returns: (transfer full): the aliases of all of them
 */
LodeSpeakerAliases *
lode_speaker_aliases_new (GListModel *actors)
{
  LodeSpeakerAliases *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (actors), NULL);

  self = g_object_new (LODE_TYPE_SPEAKER_ALIASES, NULL);
  self->actors = g_object_ref (actors);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (LodeActor) actor = g_list_model_get_item (actors, i);
      const char *group = lode_actor_get_group (actor);

      g_hash_table_insert (self->speakers, actor, GUINT_TO_POINTER (i + 1));
      if (group == NULL)
        group = "";
      if (!g_hash_table_contains (self->groups, group))
        g_hash_table_insert (self->groups, (gpointer) group,
                             GUINT_TO_POINTER (g_hash_table_size (self->groups) + 1));
    }

  return self;
}

/**
 * lode_speaker_aliases_dup_speaker:
 * @self: (nullable): the aliases; NULL: names are shown
 * @actor: one of the actors
 *
 * Returns: (transfer full) (nullable): "Speaker A"; NULL if names are shown
 */
char *
lode_speaker_aliases_dup_speaker (LodeSpeakerAliases *self, LodeActor *actor)
{
  g_autofree char *letters = NULL;

  g_return_val_if_fail (LODE_IS_ACTOR (actor), NULL);

  if (self == NULL)
    return NULL;

  letters = dup_letters (g_hash_table_lookup (self->speakers, actor));
  /* Translators: a speaker whose name is hidden; %s is a letter */
  return g_strdup_printf (_("Speaker %s"), letters);
}

/**
 * lode_speaker_aliases_dup_heading:
 * @self: (nullable): the aliases; NULL: names are shown
 * @axis: what @heading is one of
 * @heading: a row or a column of a comparison
 *
 * Returns: (transfer full): what the row or column is called on screen
 */
char *
lode_speaker_aliases_dup_heading (LodeSpeakerAliases *self, LodeComparisonAxis axis,
                                  const LodeComparisonHeading *heading)
{
  g_return_val_if_fail (heading != NULL, NULL);

  if (self != NULL && axis == LODE_COMPARISON_AXIS_SPEAKERS)
    return lode_speaker_aliases_dup_speaker (self, LODE_ACTOR (heading->item));
  if (self != NULL && axis == LODE_COMPARISON_AXIS_GROUPS)
    return dup_group (self, heading->name);

  /* Translators: speakers that belong to no group */
  return g_strdup (heading->name != NULL ? heading->name : _("No group"));
}

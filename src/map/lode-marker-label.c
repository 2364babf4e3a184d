/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-marker-label.h"

#include "lode-statement-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a cluster, the commonest topics are named. */
#define MAX_NAMED_TOPICS 3

static char *
dup_what (const char *name, GStrvBuilder *topics)
{
  g_auto (GStrv) names = g_strv_builder_end (topics);
  g_autofree char *list = NULL;

  if (names[0] == NULL)
    return g_strdup (name);

  /* Translators: between the minerals of a place, as in "tungsten, antimony" */
  list = g_strjoinv (_(", "), names);
  /* Translators: a place and its minerals, as in "Otago: tungsten, antimony" */
  return g_strdup_printf (_("%s: %s"), name, list);
}

static void
add_topic (GStrvBuilder *topics, LodeTopic *topic)
{
  g_autofree char *name = lode_topic_dup_in_sentence (topic);

  g_strv_builder_add (topics, name);
}

char *
lode_marker_label_for_count (guint n_statements)
{
  return g_strdup_printf (ngettext ("%'u statement", "%'u statements", n_statements),
                          n_statements);
}

char *
lode_marker_label_for_place (LodePlace *place, const LodeMarkerWords *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  LodeTopic * const *topics;
  guint n_topics, n_statements;
  g_autofree char *count = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (LODE_IS_PLACE (place), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  topics = lode_place_get_topics (place, &n_topics);
  for (guint i = 0; i < n_topics; i++)
    add_topic (builder, topics[i]);
  what = dup_what (lode_place_get_name (place), builder);

  n_statements = lode_findings_count_place (words->findings, place);
  if (n_statements == 0 && lode_place_is_context (place))
    /* Translators: a place that no statement names, shown for orientation: one of those that the
     * menu calls Background Places */
    count = g_strdup (_("Background"));
  else
    count = lode_marker_label_for_count (n_statements);

  /* Translators: what a marker on the map is called: a place with its minerals, then the count of
   * its statements, as in "Otago: tungsten, antimony. 2 statements" */
  return g_strdup_printf (_("%s. %s"), what, count);
}

char *
lode_marker_label_for_cluster (LodeCluster *cluster, const LodeMarkerWords *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const LodeClusterShare *shares;
  guint n_shares, n_places;
  g_autofree char *places = NULL;
  g_autofree char *count = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (LODE_IS_CLUSTER (cluster), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  lode_cluster_get_places (cluster, &n_places);
  places = g_strdup_printf (ngettext ("%'u place", "%'u places", n_places), n_places);
  shares = lode_cluster_get_shares (cluster, &n_shares);
  for (guint i = 0; i < MIN (n_shares, MAX_NAMED_TOPICS); i++)
    add_topic (builder, shares[i].topic);
  if (n_shares > MAX_NAMED_TOPICS)
    /* Translators: after the commonest minerals of some places, as in "antimony, tungsten, more" */
    g_strv_builder_add (builder, _("more"));

  what = dup_what (places, builder);
  count = lode_marker_label_for_count (lode_cluster_get_n_statements (cluster));
  return g_strdup_printf (_("%s. %s"), what, count);
}
